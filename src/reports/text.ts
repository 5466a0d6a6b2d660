import type { FileReport, Report } from '../model/report.ts';
import { listed } from './listed.ts';
import { painter } from './paint.ts';
import { suppressorCounts } from './suppressors.ts';
import { checkedBriefly, checkedLines, rulesOfRun, unreadLines } from './textChecked.ts';
import { findingLines, type Page, SAFE } from './textFindings.ts';
import { visible } from './visible.ts';
import { type Language, REPORT_WORDS } from './words.ts';
import { hang, wrap } from './wrap.ts';

/** How the text report is to look. */
export interface TextOptions {
  readonly language: Language;
  readonly color: boolean;
  /** Columns of the terminal, 80 where there is none. */
  readonly width: number;
  /** Shows errors only; warnings and infos are counted. */
  readonly quiet: boolean;
}

/** Runs over more files than this describe what was checked briefly. */
const FEW_FILES = 5;
/** Longer lines are hard to read. */
const WIDEST = 120;
const NARROWEST = 24;

/**
 * The report for people. By file, then list and item; every finding with its words marked in their sentence, the
 * way out, place and rule id. Then what was checked, and the counts. Ends with a line feed.
 */
export function textReport(report: Report, options: TextOptions): string {
  const page: Page = {
    words: REPORT_WORDS[options.language],
    paint: painter(options.color),
    width: Math.min(Math.max(options.width, NARROWEST), WIDEST),
  };
  const brief = options.quiet || report.files.length > FEW_FILES;
  // Not `push(...)`: a file may have more lines than a call takes arguments.
  const lines = report.files.flatMap((file) => [...fileLines(file, page, options.quiet, brief), '']);
  if (brief && !options.quiet) {
    const rules = rulesOfRun(report, page);
    if (rules.length > 0) lines.push(...rules, '');
  }
  lines.push(...closing(report, page, options.quiet));
  return `${lines.join('\n')}\n`;
}

function fileLines(file: FileReport, page: Page, quiet: boolean, brief: boolean): readonly string[] {
  const { words, paint } = page;
  const lines = wrap(visible(file.path), page.width).map((line) => paint(line, 'bold', 'underline'));
  const findings = listed(file.findings, quiet);
  if (file.error !== null) {
    const start = `× ${words.notChecked}  `;
    const [first = '', ...rest] = hang(start, visible(file.error.message), page.width, 4);
    lines.push(paint(start, 'bold', 'red') + first.slice(start.length), ...rest);
  }
  const found = findings.length > 0 ? ['', ...findingLines(file, findings, page), ''] : [];
  if (found.length > 0) return [...lines, ...found, ...readLines(file, page, brief)];
  if (file.findings.length === 0 && file.error === null) {
    const suppressed = file.suppressed.length;
    const nothing = suppressed > 0 ? words.nothingCounts(suppressed) : words.nothingFound;
    lines.push(paint(nothing, 'green'));
  }
  return [...lines, ...readLines(file, page, brief)];
}

/** What was read and checked, or why it was not. */
function readLines(file: FileReport, page: Page, brief: boolean): readonly string[] {
  if (file.error !== null && file.lists.length === 0) return unreadLines(file, page);
  return brief ? checkedBriefly(file, page) : checkedLines(file, page);
}

/** The counts, and what is not on the page. */
function closing(report: Report, { words, paint, width }: Page, quiet: boolean): readonly string[] {
  const { errors, warnings, infos, failed } = report.summary;
  const lines: string[] = [];
  if (quiet && warnings + infos > 0) {
    lines.push(...wrap(words.hidden(warnings, infos), width).map((line) => paint(line, 'dim')));
  }
  if (failed > 0) lines.push(...wrap(words.failed(failed), width).map((line) => paint(line, 'bold', 'red')));
  const why = suppressorCounts(report.files);
  if (why.ignore + why.baseline + why.unchanged > 0)
    lines.push(...wrap(words.suppressed(why), width).map((line) => paint(line, 'dim')));
  const shown = report.files.flatMap((file) => listed(file.findings, quiet));
  const safe = shown.filter((finding) => finding.fix !== null).length;
  const suggested = shown.filter(({ fix, suggestions }) => fix === null && suggestions.length > 0).length;
  const ways = [
    ...(safe > 0 ? [`${SAFE} ${words.fixable(safe)}`] : []),
    ...(suggested > 0 ? [words.suggested(suggested)] : []),
  ];
  if (ways.length > 0)
    lines.push(...wrap(ways.join(words.semicolon), width).map((line) => paint(line, 'dim')));
  const style = errors > 0 || failed > 0 ? 'red' : warnings > 0 ? 'yellow' : 'green';
  lines.push(...wrap(words.closing(report.summary), width).map((line) => paint(line, 'bold', style)));
  return lines;
}
