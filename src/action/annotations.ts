import type { FileReport, Report, ReportedFinding } from '../model/report.ts';
import type { Severity } from '../model/rule.ts';
import { findingPlace } from '../reports/placeName.ts';
import { visible } from '../reports/visible.ts';
import { waysOut } from '../reports/waysOut.ts';
import { type Language, REPORT_WORDS } from '../reports/words.ts';

/** What stands beside a line of a pull request. Lines and columns are 1-based, `endColumn` is the one behind it. */
export interface Annotation {
  readonly level: Severity;
  /** Path of the file as the report names it. */
  readonly path: string;
  readonly title: string;
  readonly message: string;
  /** Left out where the whole file is meant. */
  readonly place?: {
    readonly startLine: number;
    readonly endLine: number;
    readonly startColumn?: number;
    readonly endColumn?: number;
  };
}

/** The annotations to show, the most serious level first, and how many findings have none. */
export interface Chosen {
  readonly annotations: readonly Annotation[];
  readonly more: number;
}

const LEVELS = ['error', 'warning', 'info'] as const;

/**
 * The annotations of a report: of each level at most `limits` says, spread over the files (the first finding of each,
 * then the second …), so that no file hides the others.
 */
export function chooseAnnotations(
  report: Report,
  limits: Readonly<Record<Severity, number>>,
  language: Language,
): Chosen {
  const all = report.files.map((file) => annotationsOf(file, language));
  const annotations = LEVELS.flatMap((level) =>
    inTurns(all.map((ofFile) => ofFile.filter((annotation) => annotation.level === level))).slice(
      0,
      limits[level],
    ),
  );
  return { annotations, more: all.flat().length - annotations.length };
}

function annotationsOf(file: FileReport, language: Language): readonly Annotation[] {
  const findings = file.findings.map((finding) => annotationOf(file, finding, language));
  if (file.error === null) return findings;
  const { code, message } = file.error;
  const title = `${REPORT_WORDS[language].notChecked} (${code})`;
  return [{ level: 'error', path: file.path, title, message: visible(message) }, ...findings];
}

function annotationOf(file: FileReport, finding: ReportedFinding, language: Language): Annotation {
  const { start, end } = finding.location;
  const lines = { startLine: start.line, endLine: end.line };
  // GitHub shows no columns of several lines, and refuses them.
  const columns =
    start.line === end.line
      ? { startColumn: start.column, endColumn: Math.max(start.column + 1, end.column) }
      : {};
  const words = REPORT_WORDS[language];
  const ways = waysOut(finding, words).map((way) => `→ ${way}`);
  return {
    level: finding.severity,
    path: file.path,
    title: `${findingPlace(file, finding, words)} (${visible(finding.ruleId)})`,
    message: [visible(finding.message), ...ways].join('\n'),
    place: { ...lines, ...columns },
  };
}

/** The first of every row, then the second of every row … */
function inTurns<Item>(rows: readonly (readonly Item[])[]): readonly Item[] {
  const longest = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: longest }, (_, turn) =>
    rows.flatMap((row) => row.slice(turn, turn + 1)),
  ).flat();
}
