import type { FileReport, Report } from '../../model/report.ts';
import { notApplicableInRun } from '../coverage.ts';
import { countBySeverity } from '../findingGroups.ts';
import { suppressorCounts } from '../suppressors.ts';
import { type Verdict, verdictOf } from '../verdict.ts';
import { folded } from './fileSection.ts';
import { type MarkdownPage, row, table } from './findingTable.ts';
import { markdownText, ruleId } from './markdownText.ts';

/** More files in which nothing was found are folded. */
const MANY_CLEAN = 10;

const VERDICT_MARKS: Readonly<Record<Verdict['kind'], string>> = {
  bad: '❌',
  unsure: '⚠️',
  hints: 'ℹ️',
  good: '✅',
};

/** Title, verdict and counts of a run. Bounded whatever the run. */
export function headLines(report: Report, page: MarkdownPage): readonly string[] {
  const { words, pageWords } = page;
  const { fixable, suppressed } = report.summary;
  const { kind, sentence } = verdictOf(report, page);
  const lines = [
    `## ${VERDICT_MARKS[kind]} ${pageWords.title}${words.colon}${sentence}`,
    '',
    `**${words.closing(report.summary)}**`,
  ];
  if (fixable > 0) lines.push('', pageWords.fixable(fixable));
  if (suppressed > 0) lines.push('', words.suppressed(suppressorCounts(report.files)));
  const { warnings, infos } = report.summary;
  if (page.quiet && warnings + infos > 0) lines.push('', words.hidden(warnings, infos));
  return lines;
}

/**
 * One row a file: the first `most` of those with something to say, the worst first when some are left out, then those in
 * which nothing was found.
 */
export function fileTable(report: Report, most: number, page: MarkdownPage): readonly string[] {
  const { pageWords } = page;
  const { heads } = pageWords;
  const { error, warning, info } = page.words.severities;
  const columns = [heads.file, error, warning, info, heads.notCounted, heads.read];
  const lines = (files: readonly FileReport[]): readonly string[] =>
    table(
      columns,
      files.map((file) => fileRow(file, page)),
    );
  const clean = report.files.filter(isClean);
  const others = report.files.filter((file) => !isClean(file));
  const all = [...(others.length > most ? [...others].sort(worseFirst) : others), ...clean];
  const shown = all.slice(0, most);
  const cut = all.length - shown.length;
  const shownClean = shown.filter(isClean);
  const open = shownClean.length > MANY_CLEAN ? shown.filter((file) => !isClean(file)) : shown;
  return [
    ...(open.length > 0 ? ['', ...lines(open)] : []),
    ...(open.length < shown.length ? folded(pageWords.cleanFiles(shownClean.length), lines(shownClean)) : []),
    ...(cut > 0 ? ['', pageWords.filesNotListed(cut)] : []),
  ];
}

/** Whether a file was read and nothing in it needs a look. */
export function isClean(file: FileReport): boolean {
  return file.error === null && file.findings.length === 0 && file.unread.length === 0;
}

function worseFirst(a: FileReport, b: FileReport): number {
  const [first, second] = [countBySeverity(a.findings), countBySeverity(b.findings)];
  return (
    Number(b.error !== null) - Number(a.error !== null) ||
    second.error - first.error ||
    second.warning - first.warning ||
    second.info - first.info
  );
}

function fileRow(file: FileReport, { words, pageWords }: MarkdownPage): string {
  const { error, warning, info } = countBySeverity(file.findings);
  const read = file.lists.map((list) => `${words.shortLists[list.kind]} ${list.items}`).join(words.pause);
  const said = [
    file.error === null ? '' : `⛔ ${words.notChecked}${words.colon}${markdownText(file.error.message)}`,
    read,
    file.unread.length === 0 ? '' : `⚠️ ${pageWords.unreadPlaces(file.unread.length)}`,
  ];
  return row([
    markdownText(file.path),
    ...[error, warning, info, file.suppressed.length].map(String),
    said.filter((part) => part !== '').join(words.comma),
  ]);
}

/** Rules that did not apply in some files, for runs over many. */
export function runDetails(report: Report, page: MarkdownPage): readonly string[] {
  const { words } = page;
  const files = notApplicableInRun(report);
  if (files.size === 0) return [];
  const names = [...files].map(([id, count]) => `${ruleId(id)}(${count})`).join(words.pause);
  return folded(words.rulesNotApplicableIn(files.size), [names]);
}
