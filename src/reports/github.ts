import type { FileReport, Report, ReportedFinding } from '../model/report.ts';
import type { Severity } from '../model/rule.ts';
import type { ReportOptions } from './formats.ts';
import { listed } from './listed.ts';
import { findingPlace } from './placeName.ts';
import { visible } from './visible.ts';
import { waysOut } from './waysOut.ts';
import { REPORT_WORDS, type ReportWords } from './words.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Workflow commands that make annotations of findings in a GitHub workflow, one a line. Files that could not be
 * checked come first: GitHub shows ten annotations of a kind in a step. The last line, the counts, is no command, so that
 * a log without findings is not empty.
 */
export function githubReport(report: Report, { language, quiet }: ReportOptions): string {
  const words = REPORT_WORDS[language];
  const failures = report.files.flatMap((file) => failure(file, words) ?? []);
  const findings = report.files.flatMap((file) =>
    listed(file.findings, quiet).map((finding) => annotation(file, finding, words)),
  );
  return [...failures, ...findings, words.closing(report.summary)].map((line) => `${line}\n`).join('');
}

/** A workflow command as the runner reads it. Values that are null are left out. */
export function workflowCommand(
  name: string,
  properties: Readonly<Record<string, string | number | null>>,
  message: string,
): string {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === null ? [] : `${key}=${escapeProperty(String(value))}`,
  );
  return `::${name}${given.length === 0 ? '' : ` ${given.join(',')}`}::${escapeData(message)}`;
}

function failure(file: FileReport, words: ReportWords): string | null {
  if (file.error === null) return null;
  const properties = { file: file.path, title: words.notChecked };
  return workflowCommand('error', properties, visible(file.error.message));
}

function annotation(file: FileReport, finding: ReportedFinding, words: ReportWords): string {
  const { start, end } = finding.location;
  // Columns are only taken where the annotation is on one line; an empty place would be no annotation.
  const oneLine = start.line === end.line;
  const properties = {
    file: file.path,
    title: `${findingPlace(file, finding, words)} (${visible(finding.ruleId)})`,
    line: start.line,
    endLine: end.line,
    col: oneLine ? start.column : null,
    endColumn: oneLine ? Math.max(end.column, start.column + 1) : null,
  };
  const ways = waysOut(finding, words).map((way) => `→ ${way}`);
  return workflowCommand(
    COMMANDS[finding.severity],
    properties,
    [visible(finding.message), ...ways].join('\n'),
  );
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
