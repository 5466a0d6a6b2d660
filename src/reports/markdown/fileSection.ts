import type { FileReport, ListSummary, ReportedFinding } from '../../model/report.ts';
import { missingKinds, notApplicable } from '../coverage.ts';
import { findingGroups } from '../findingGroups.ts';
import { listed } from '../listed.ts';
import { listName } from '../placeName.ts';
import { findingHeads, findingRow, type MarkdownPage, row, severityWords, table } from './findingTable.ts';
import { markdownText, ruleId } from './markdownText.ts';

/** Longer tables are folded. */
const LONG_TABLE = 20;
/** A document full of stray text would bury its findings. */
const MOST_UNREAD = 10;

/** A file in Markdown, made once, so that fitting it into a limit costs nothing. */
export interface FileParts {
  readonly file: FileReport;
  /** The heading, and why the file could not be checked. */
  readonly head: readonly string[];
  readonly lists: readonly ListPart[];
  /** What was not read or not there: said whatever the limit. */
  readonly warnings: readonly string[];
  /** What was checked. */
  readonly details: readonly string[];
}

interface ListPart {
  /** Markdown. */
  readonly name: string;
  readonly findings: readonly ReportedFinding[];
  /** A table row for each of the findings. */
  readonly rows: readonly string[];
}

/** Writes the parts of a file. */
export function fileParts(file: FileReport, page: MarkdownPage): FileParts {
  const { words, pageWords } = page;
  const error =
    file.error === null ? [] : ['', `**⛔ ${words.notChecked}** ${markdownText(file.error.message)}`];
  const suppressed = file.suppressed.length;
  const nothing = suppressed > 0 ? words.nothingCounts(suppressed) : words.nothingFound;
  const clean = file.error === null && file.findings.length === 0 ? ['', `${nothing}${words.stop}`] : [];
  return {
    file,
    head: ['', `### 📄 ${markdownText(file.path)}`, ...error, ...clean],
    lists: findingGroups(file, listed(file.findings, page.quiet), words).map(({ name, rows }) => {
      const findings = rows.flatMap((group) => group.findings);
      return {
        name: markdownText(name),
        findings,
        rows: findings.map((finding) => findingRow(file, finding, page)),
      };
    }),
    warnings: warnings(file, page),
    details: details(file, pageWords.heads, page),
  };
}

/** The lines of a file, with the findings of `kept` only. */
export function fileLines(
  parts: FileParts,
  kept: ReadonlySet<ReportedFinding> | null,
  withDetails: boolean,
  page: MarkdownPage,
): readonly string[] {
  return [
    ...parts.head,
    ...parts.lists.flatMap((list) => listLines(list, kept, page)),
    ...parts.warnings,
    ...(withDetails ? parts.details : []),
  ];
}

function listLines(
  { name, findings, rows }: ListPart,
  kept: ReadonlySet<ReportedFinding> | null,
  page: MarkdownPage,
): readonly string[] {
  const shown = kept === null ? rows : rows.filter((_, i) => kept.has(findings[i] as ReportedFinding));
  const { words, pageWords } = page;
  const cut = rows.length - shown.length;
  const counts = `${severityWords(findings, page)}${cut > 0 ? words.comma + pageWords.listCut(cut) : ''}`;
  if (shown.length === 0) return ['', `#### ${name}${words.colon}${counts}`];
  const lines = table(findingHeads(page), shown);
  return shown.length > LONG_TABLE
    ? folded(`<b>${name}</b>${words.colon}${counts}`, lines)
    : ['', `#### ${name}${words.colon}${counts}`, '', ...lines];
}

/** Lines of Markdown behind a summary, which is HTML. */
export function folded(summary: string, lines: readonly string[]): readonly string[] {
  return ['', `<details><summary>${summary}</summary>`, '', ...lines, '', '</details>'];
}

/** What keeps silence from being a clean result. */
function warnings(file: FileReport, { words, pageWords }: MarkdownPage): readonly string[] {
  const lines: string[] = [];
  const missing = missingKinds(file);
  if (missing.length > 0 && file.lists.length > 0) {
    lines.push('', `⚠️ ${words.noLists(missing.map((kind) => words.lists[kind]).join(words.pause))}`);
  }
  if (file.unread.length > 0) {
    lines.push('', `⚠️ ${pageWords.unreadPlaces(file.unread.length)}${words.colon}`, '');
    for (const { start, end, reason, excerpt } of file.unread.slice(0, MOST_UNREAD)) {
      lines.push(`- ${markdownText(words.unread(start.line, end.line, reason) + words.colon + excerpt)}`);
    }
    const more = file.unread.length - MOST_UNREAD;
    if (more > 0) lines.push(`- ${words.unreadMore(more)}`);
  }
  return lines;
}

/** Lists, stated counts and rules: for a file without findings in the open, else folded. */
function details(
  file: FileReport,
  heads: MarkdownPage['pageWords']['heads'],
  page: MarkdownPage,
): readonly string[] {
  const { words } = page;
  if (file.lists.length === 0) return [];
  const how = [file.reader && words.readers[file.reader], file.format && words.format(file.format)];
  const title = [words.checked, how.filter((part) => part !== null).join(words.comma)].join(words.colon);
  const lines = [
    ...table(
      [heads.list, heads.items, heads.categories, heads.departments],
      file.lists.map((list) => listRow(file, list, page)),
    ),
    '',
    ...countLines(file, page),
    ...ruleLines(file, page),
  ];
  return file.findings.length > 0 || file.error !== null
    ? folded(markdownText(title), lines)
    : ['', `**${markdownText(title)}**`, '', ...lines];
}

function listRow(file: FileReport, list: ListSummary, { words }: MarkdownPage): string {
  return row([
    markdownText(listName(file, list.kind, list.title, words)),
    String(list.items),
    String(list.categories.length),
    // The basic list has no such column.
    list.departments.length === 0 ? '—' : String(list.departments.length),
  ]);
}

function countLines({ statedCounts }: FileReport, { words }: MarkdownPage): readonly string[] {
  if (statedCounts.length === 0) return [`- ${words.noCounts}`];
  const differing = statedCounts.filter(({ stated, actual }) => stated !== actual);
  return [
    `- ${words.countsAgree(statedCounts.length, statedCounts.length - differing.length)}`,
    ...differing.map((count) => `  - ⚠️ ${markdownText(words.countDiffers(count, words.countWhat(count)))}`),
  ];
}

function ruleLines(file: FileReport, { words }: MarkdownPage): readonly string[] {
  const count = (status: 'passed' | 'failed'): number =>
    file.rules.filter((rule) => rule.status === status).length;
  const without = notApplicable(file);
  const skipped = without.reduce((sum, { ids }) => sum + ids.length, 0);
  if (file.rules.length === 0) return [`- ⚠️ ${words.noRules}`];
  return [
    ...(count('passed') > 0 ? [`- ${words.rulesPassed(count('passed'))}`] : []),
    ...(count('failed') > 0 ? [`- ${words.rulesFailed(count('failed'))}`] : []),
    ...(skipped > 0 ? [`- ${words.rulesNotApplicable(skipped)}`] : []),
    ...without.map(
      ({ ids, reason }) => `  - ${ids.map(ruleId).join(words.pause)}${words.colon}${markdownText(reason)}`,
    ),
  ];
}
