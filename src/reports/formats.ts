import type { FileReport, Report } from '../model/report.ts';
import type { Severity } from '../model/rule.ts';
import { jsonParts, jsonReport } from './json.ts';
import type { MarkdownLimit } from './markdown/markdown.ts';
import { type TextOptions, textReport } from './text.ts';

/** What a report is to look like. Each format takes what it knows of it. */
export interface ReportOptions extends TextOptions {
  /** The level from which findings fail the run; `error` when left out. For formats that know no more than pass and fail. */
  readonly failOn?: Severity | 'never';
  /** How long a Markdown report may become; what a job summary of GitHub takes when left out. */
  readonly limit?: MarkdownLimit;
}

type Render = (report: Report, options: ReportOptions) => string;

/**
 * Output formats by the id that `--format` takes. Text and JSON are in most runs; the others are loaded when one
 * is asked for, so that no other run pays for them.
 */
const FORMATS = {
  text: async () => textReport,
  json: async () => jsonReport,
  html: async () => (await import('./html/html.ts')).htmlReport,
  markdown: async () => (await import('./markdown/markdown.ts')).markdownReport,
  'markdown-comment': async () => (await import('./markdown/markdown.ts')).markdownComment,
  sarif: async () => (await import('./sarif/sarif.ts')).sarifReport,
  'sarif-github': async () => (await import('./sarif/sarif.ts')).sarifForGithub,
  github: async () => (await import('./github.ts')).githubReport,
  junit: async () => (await import('./junit.ts')).junitReport,
  checkstyle: async () => (await import('./checkstyle.ts')).checkstyleReport,
  gitlab: async () => (await import('./gitlab.ts')).gitlabReport,
  csv: async () => (await import('./csv.ts')).csvReport,
} as const satisfies Readonly<Record<string, () => Promise<Render>>>;

/** The id of an output format. */
export type ReportFormat = keyof typeof FORMATS;

/** All output formats, in the order in which they are named to people. */
export const REPORT_FORMATS: readonly ReportFormat[] = Object.keys(FORMATS).filter(isReportFormat);

/** Whether a word names an output format. */
export function isReportFormat(word: string): word is ReportFormat {
  return Object.hasOwn(FORMATS, word);
}

/** The report in a format, as the text of its file. */
export async function renderReport(
  format: ReportFormat,
  report: Report,
  options: ReportOptions,
): Promise<string> {
  const load: () => Promise<Render> = FORMATS[format];
  return (await load())(report, options);
}

/**
 * The same text in parts, one behind the other, where that saves memory.
 * @param whole gives the report of a file with what only the report itself holds
 */
export async function reportParts(
  format: ReportFormat,
  report: Report,
  options: ReportOptions,
  whole?: (file: FileReport) => FileReport,
): Promise<Iterable<string>> {
  return format === 'json' ? jsonParts(report, whole) : [await renderReport(format, report, options)];
}
