import type { FileReport, ReportedFinding, RuleInfo } from '../../model/report.ts';
import { SEVERITIES, type Severity } from '../../model/rule.ts';
import { cutEnd } from '../displayWidth.ts';
import { countBySeverity } from '../findingGroups.ts';
import { markedWords } from '../markedWords.ts';
import type { PageWords } from '../pageWords.ts';
import { relatedName } from '../placeName.ts';
import { quote } from '../quote.ts';
import { visibleExcerpt } from '../visible.ts';
import { waysOut } from '../waysOut.ts';
import { webAddress } from '../webAddress.ts';
import type { ReportWords } from '../words.ts';
import { markdownText } from './markdownText.ts';

/** What the parts of the Markdown report share. */
export interface MarkdownPage {
  readonly words: ReportWords;
  readonly pageWords: PageWords;
  /** Whether errors only are listed. */
  readonly quiet: boolean;
  /** By id. */
  readonly rules: ReadonlyMap<string, RuleInfo>;
}

/** Coloured marks that GitHub and mail show alike; the word stands beside them. */
export const SEVERITY_MARKS: Readonly<Record<Severity, string>> = { error: '🔴', warning: '🟡', info: '🔵' };

/** Terminal columns of the sentence around an excerpt. */
const QUOTE_WIDTH = 160;
/** Findings with dozens of related places name the first ones. */
const MOST_RELATED = 3;
const RELATED_WIDTH = 60;

/** A Markdown table, each row a line; the cells are Markdown already. */
export function table(heads: readonly string[], rows: readonly string[]): readonly string[] {
  return [row(heads), `|${' --- |'.repeat(heads.length)}`, ...rows];
}

/** One row of a table. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The heads of a table of findings. */
export function findingHeads({ pageWords: { heads } }: MarkdownPage): readonly string[] {
  const { item, column, severity, problem, excerpt, wayOut, rule } = heads;
  return [item, column, severity, problem, excerpt, wayOut, rule];
}

/** A finding as a row below `findingHeads`. */
export function findingRow(file: FileReport, finding: ReportedFinding, page: MarkdownPage): string {
  const { words, pageWords } = page;
  const { item, column, start } = finding.location;
  const related = finding.related.slice(0, MOST_RELATED).map((place) => {
    const excerpt = cutEnd(visibleExcerpt(place.excerpt), RELATED_WIDTH);
    return relatedName(file, place.location, words) + (excerpt === '' ? '' : words.colon + excerpt);
  });
  return row([
    item === null ? pageWords.line(start.line) : String(item),
    column === null ? '' : words.columns[column],
    `${SEVERITY_MARKS[finding.severity]} ${words.severities[finding.severity]}`,
    [finding.message, ...related].map(markdownText).join('<br>'),
    excerptCell(finding, words),
    waysOut(finding, words).map(markdownText).join('<br>'),
    ruleCell(finding.ruleId, page),
  ]);
}

function excerptCell(finding: ReportedFinding, words: ReportWords): string {
  const shown = quote(finding, QUOTE_WIDTH, words.empty);
  if (shown.empty) return words.empty;
  return `${markdownText(shown.before)}<mark>${markdownText(markedWords(shown.words))}</mark>${markdownText(shown.after)}`;
}

function ruleCell(id: string, { rules }: MarkdownPage): string {
  const target = webAddress(rules.get(id)?.url ?? null);
  return target === null ? markdownText(id) : `[${markdownText(id)}](${target})`;
}

/** `3 个错误，1 个警告`: only those there are. */
export function severityWords(
  findings: readonly ReportedFinding[],
  { words, pageWords }: MarkdownPage,
): string {
  const counts = countBySeverity(findings);
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => pageWords.counted[severity](counts[severity]))
    .join(words.comma);
}
