import type { Report, ReportedFinding } from '../../model/report.ts';
import { SEVERITIES } from '../../model/rule.ts';
import { listed } from '../listed.ts';
import { PAGE_WORDS } from '../pageWords.ts';
import { type Language, REPORT_WORDS } from '../words.ts';
import { fileLines, fileParts } from './fileSection.ts';
import { type MarkdownPage, severityWords } from './findingTable.ts';
import { fileTable, headLines, isClean, runDetails } from './overview.ts';

/** How long a Markdown report may become: bytes of UTF-8, or characters (UTF-16 code units). */
export interface MarkdownLimit {
  readonly size: number;
  readonly unit: 'bytes' | 'characters';
}

/** What a job summary of GitHub takes from one step. */
export const JOB_SUMMARY: MarkdownLimit = { size: 1024 * 1024, unit: 'bytes' };
/** What a comment on GitHub takes. */
export const COMMENT: MarkdownLimit = { size: 65_536, unit: 'characters' };

/** How the Markdown report is to be. */
export interface MarkdownOptions {
  readonly language: Language;
  /** Lists errors only; warnings and infos are counted. */
  readonly quiet?: boolean;
  /** `JOB_SUMMARY` where it is left out. A head of up to some 500 characters stands whatever the limit. */
  readonly limit?: MarkdownLimit;
}

/** What of a report is shown. */
interface Plan {
  /** Null: all. */
  readonly findings: ReadonlySet<ReportedFinding> | null;
  readonly details: boolean;
  /** How many files the overview names. */
  readonly files: number;
}

/**
 * The report in GitHub's Markdown, for a job summary or a comment: counts, a table of files, then a table of findings for
 * each list of each file, long ones folded. Where it would become too long, first what was checked is left out, then the
 * least serious findings, then files; what is left out is counted. Ends with a line feed.
 */
export function markdownReport(
  report: Report,
  { language, quiet = false, limit = JOB_SUMMARY }: MarkdownOptions,
): string {
  const write = writer(report, {
    words: REPORT_WORDS[language],
    pageWords: PAGE_WORDS[language],
    quiet,
    rules: new Map(report.rules.map((rule) => [rule.id, rule])),
  });
  const fits = (plan: Plan, parts = 1): boolean => sizeOf(write(plan), limit.unit) * parts <= limit.size;
  const files = report.files.length;
  const whole: Plan = { findings: null, details: true, files };
  const brief: Plan = { ...whole, details: false };
  if (fits(whole)) return write(whole);
  if (fits(brief)) return write(brief);
  const ordered = mostSeriousFirst(report, quiet);
  const plan = (findings: number, named: number): Plan => ({
    findings: new Set(ordered.slice(0, findings)),
    details: false,
    files: named,
  });
  // The table of files leaves half of the room to the findings, and takes what they leave.
  const named = greatest(files, (count) => fits(plan(0, count), 2));
  const found = greatest(ordered.length, (count) => fits(plan(count, named)));
  return write(
    plan(
      found,
      Math.max(
        named,
        greatest(files, (count) => fits(plan(found, count))),
      ),
    ),
  );
}

/** The Markdown report as short as a comment on GitHub must be. */
export function markdownComment(report: Report, options: Omit<MarkdownOptions, 'limit'>): string {
  return markdownReport(report, { ...options, limit: COMMENT });
}

/** The greatest number up to `most` that fits, as 0 does and all below one that fits. */
function greatest(most: number, fits: (count: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function sizeOf(text: string, unit: MarkdownLimit['unit']): number {
  return unit === 'characters' ? text.length : new TextEncoder().encode(text).length;
}

function mostSeriousFirst(report: Report, quiet: boolean): readonly ReportedFinding[] {
  const all = report.files.flatMap((file) => listed(file.findings, quiet));
  return SEVERITIES.flatMap((severity) => all.filter((finding) => finding.severity === severity));
}

function writer(report: Report, page: MarkdownPage): (plan: Plan) => string {
  const single = report.files.length === 1;
  const parts = report.files.filter((file) => single || !isClean(file)).map((file) => fileParts(file, page));
  const head = headLines(report, page);
  const details = single ? [] : runDetails(report, page);
  const all = report.files.flatMap((file) => listed(file.findings, page.quiet));
  return ({ findings, details: withDetails, files }) => {
    const lines = [...head];
    if (findings !== null) {
      const cut = all.filter((finding) => !findings.has(finding));
      lines.push('', `✂️ ${page.pageWords.cut(findings.size, cut.length, severityWords(cut, page))}`);
    }
    if (!withDetails) lines.push('', `✂️ ${page.pageWords.detailsCut}`);
    if (!single) lines.push(...fileTable(report, files, page));
    for (const part of parts) {
      // The table of files has its counts; headings alone would only take room.
      const nothingLeft = findings !== null && !part.file.findings.some((finding) => findings.has(finding));
      if (nothingLeft && (!single || files === 0)) continue;
      lines.push(...fileLines(part, findings, withDetails, page));
    }
    if (withDetails) lines.push(...details);
    return `${lines.join('\n')}\n`;
  };
}
