import type { FileReport, Report, Summary } from '../model/report.ts';
import type { Severity } from '../model/rule.ts';
import { type FileErrorCode, fileError } from './fileErrors.ts';
import type { TemplateData } from './template.ts';

/** The report of a file that could not be read. `data` fills the message of the code. */
export function failedFile(
  path: string,
  code: FileErrorCode,
  data: TemplateData,
  language: 'zh' | 'en',
): FileReport {
  return {
    path,
    reader: null,
    format: null,
    lists: [],
    statedCounts: [],
    rules: [],
    unread: [],
    findings: [],
    error: fileError(code, data, language),
  };
}

/** The report of a run, its sums counted. `version` is that of the tool. */
export function makeReport(files: readonly FileReport[], version: string): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'qingdan-lint', version },
    summary: summaryOf(files),
    files,
  };
}

function summaryOf(files: readonly FileReport[]): Summary {
  const findings = files.flatMap((file) => file.findings);
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    files: files.length,
    items: files.reduce((sum, file) => sum + file.lists.reduce((items, list) => items + list.items, 0), 0),
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    fixable: findings.filter((finding) => finding.fix !== null).length,
    failed: files.filter((file) => file.error !== null).length,
  };
}
