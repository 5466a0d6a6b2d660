import type { FileReport, ListSummary, Report, StatedCountSummary } from '../model/report.ts';
import { missingKinds, notApplicable, notApplicableInRun } from './coverage.ts';
import { cutEnd } from './displayWidth.ts';
import type { Page } from './textFindings.ts';
import { visible } from './visible.ts';
import { hang } from './wrap.ts';

/** Rules are named one by one while there are not more of them than this. */
const MOST_RULES_NAMED = 24;
/** A document full of stray text would bury its findings. */
const MOST_UNREAD = 5;

const INDENT = '  ';

/** What was checked in a file, line by line: lists, stated counts, rules, and what could not be read. */
export function checkedLines(file: FileReport, page: Page): readonly string[] {
  const { words, paint } = page;
  const how = [file.reader && words.readers[file.reader], file.format && words.format(visible(file.format))];
  const title = `${words.checked}${words.colon}${how.filter((part) => part !== null).join(words.comma)}`;
  return [
    ...hang('', title, page.width, 2).map((line) => paint(line, 'cyan')),
    ...file.lists.flatMap((list) => entry(describeList(file, list, page), page)),
    ...missingLists(file, page),
    ...statedCounts(file.statedCounts, page),
    ...rules(file, page),
    ...unreadLines(file, page),
  ];
}

/** The same in few lines, for runs over many files and for `--quiet`: one line of lists, then only what needs a look. */
export function checkedBriefly(file: FileReport, page: Page): readonly string[] {
  const { words, paint } = page;
  const lists = file.lists.map((list) => `${words.shortLists[list.kind]} ${list.items}`).join(words.pause);
  const title = `${words.checked}${words.colon}${lists}`;
  return [
    ...hang('', title, page.width, 2).map((line) => paint(line, 'cyan')),
    ...missingLists(file, page),
    ...differing(file.statedCounts, page, INDENT),
    ...unreadLines(file, page),
  ];
}

/** Rules that did not apply in some files of a run, for runs in which the files are described briefly. */
export function rulesOfRun(report: Report, page: Page): readonly string[] {
  const { words } = page;
  const files = notApplicableInRun(report);
  if (files.size === 0) return [];
  const names = [...files].map(([id, count]) => `${id}(${count})`).join(words.pause);
  return entry(`${words.rulesNotApplicableIn(files.size)}${words.colon}${names}`, page);
}

function entry(text: string, page: Page): readonly string[] {
  return hang(INDENT, text, page.width, 4);
}

function describeList(file: FileReport, list: ListSummary, { words }: Page): string {
  const several = file.lists.filter(({ kind }) => kind === list.kind).length > 1;
  const name = several && list.title !== null ? visible(list.title) : words.lists[list.kind];
  const counts = [words.items(list.items)];
  if (list.categories.length > 0) counts.push(words.categories(list.categories.length));
  if (list.departments.length > 0) counts.push(words.departments(list.departments.length));
  return `${name}${words.colon}${counts.join(words.comma)}`;
}

function missingLists(file: FileReport, page: Page): readonly string[] {
  const missing = missingKinds(file);
  if (missing.length === 0) return [];
  const names = missing.map((kind) => page.words.lists[kind]).join(page.words.pause);
  return entry(page.words.noLists(names), page).map((line) => page.paint(line, 'yellow'));
}

function statedCounts(counts: readonly StatedCountSummary[], page: Page): readonly string[] {
  const { words } = page;
  if (counts.length === 0) return entry(words.noCounts, page);
  const agreeing = counts.filter((count) => count.actual === count.stated).length;
  return [...entry(words.countsAgree(counts.length, agreeing), page), ...differing(counts, page, '    ')];
}

function differing(
  counts: readonly StatedCountSummary[],
  { words, paint, width }: Page,
  indent: string,
): readonly string[] {
  return counts
    .filter((count) => count.actual !== count.stated)
    .flatMap((count) =>
      hang(indent, visible(words.countDiffers(count, words.countWhat(count))), width, indent.length + 2).map(
        (line) => paint(line, 'yellow'),
      ),
    );
}

function rules(file: FileReport, page: Page): readonly string[] {
  const { words, paint } = page;
  if (file.rules.length === 0) {
    return entry(words.noRules, page).map((line) => paint(line, 'yellow'));
  }
  const passed = file.rules.filter((rule) => rule.status === 'passed').map((rule) => rule.id);
  const failed = file.rules.flatMap((rule) =>
    rule.status === 'failed' ? [`${rule.id}(${rule.findings})`] : [],
  );
  const without = notApplicable(file);
  if (file.error !== null && passed.length + failed.length + without.length === 0) return [];
  const named = file.rules.length <= MOST_RULES_NAMED;
  const lines: string[] = [];
  if (passed.length > 0) {
    const names = named ? words.colon + passed.join(words.pause) : '';
    lines.push(...entry(words.rulesPassed(passed.length) + names, page));
  }
  if (failed.length > 0) {
    lines.push(...entry(words.rulesFailed(failed.length) + words.colon + failed.join(words.pause), page));
  }
  const count = without.reduce((sum, { ids }) => sum + ids.length, 0);
  if (count > 0) lines.push(...entry(words.rulesNotApplicable(count), page));
  for (const { ids, reason } of without) {
    lines.push(...hang('    ', ids.join(words.pause) + words.colon + visible(reason), page.width, 6));
  }
  return lines;
}

/** The places of a file that were not understood. */
export function unreadLines(file: FileReport, { words, paint, width }: Page): readonly string[] {
  const lines = file.unread.slice(0, MOST_UNREAD).flatMap(({ start, end, excerpt, reason }) => {
    const place = words.unread(start.line, end.line, visible(reason));
    const shown = cutEnd(visible(excerpt), Math.max(width - 8, 16));
    return hang(INDENT, `${place}${words.colon}${shown}`, width, 4);
  });
  const more = file.unread.length - MOST_UNREAD;
  if (more > 0) lines.push(...hang(INDENT, words.unreadMore(more), width, 4));
  return lines.map((line) => paint(line, 'yellow'));
}
