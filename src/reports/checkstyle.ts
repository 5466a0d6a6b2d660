import type { FileReport, Report } from '../model/report.ts';
import { FILE_CHECKED } from './dataWords.ts';
import type { ReportOptions } from './formats.ts';
import { listed } from './listed.ts';
import { findingPlace } from './placeName.ts';
import { visible } from './visible.ts';
import { REPORT_WORDS, type ReportWords } from './words.ts';
import { xmlDocument, xmlElement } from './xml.ts';

/**
 * The report as checkstyle XML, a `file` for every file of the run. A file that could not be checked has an error of
 * the rule `file-checked`. Findings that do not count are left out: the format has no word for them.
 */
export function checkstyleReport(report: Report, { language, quiet }: ReportOptions): string {
  const words = REPORT_WORDS[language];
  const groups = new Map(report.rules.map(({ id, group }) => [id, group]));
  const files = report.files.flatMap((file) =>
    xmlElement('file', { name: file.path }, errorsOf(file, groups, quiet, words)),
  );
  return xmlDocument(xmlElement('checkstyle', { version: '4.3' }, files));
}

function errorsOf(
  file: FileReport,
  groups: ReadonlyMap<string, string>,
  quiet: boolean,
  words: ReportWords,
): readonly string[] {
  const failure =
    file.error === null
      ? []
      : xmlElement('error', {
          line: 1,
          severity: 'error',
          message: `${words.notChecked}${words.colon}${visible(file.error.message)}`,
          source: sourceOf(FILE_CHECKED, undefined),
        });
  const findings = listed(file.findings, quiet).flatMap((finding) =>
    xmlElement('error', {
      line: finding.location.start.line,
      column: finding.location.start.column,
      severity: finding.severity,
      message: `${findingPlace(file, finding, words)}${words.colon}${visible(finding.message)}`,
      source: sourceOf(finding.ruleId, groups.get(finding.ruleId)),
    }),
  );
  return [...failure, ...findings];
}

/** Readers take the last part for the type and the one before it for the category. */
function sourceOf(ruleId: string, group: string | undefined): string {
  return ['qingdan-lint', ...(group === undefined ? [] : [group]), ruleId].join('.');
}
