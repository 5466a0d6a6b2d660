import type { FileReport, Report } from '../model/report.ts';
import type { Severity } from '../model/rule.ts';
import { FILE_CHECKED } from './dataWords.ts';
import type { ReportOptions } from './formats.ts';
import { listed } from './listed.ts';
import { findingPlace } from './placeName.ts';
import { visible } from './visible.ts';
import { jsonText, wellFormed } from './wellFormed.ts';
import { REPORT_WORDS, type ReportWords } from './words.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'major', info: 'info' };

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: {
    readonly path: string;
    readonly lines: { readonly begin: number; readonly end: number };
  };
}

/**
 * The report as GitLab's Code Quality JSON. A file that could not be checked is a `blocker` of the rule `file-checked`.
 * Findings that do not count are left out: GitLab would show them as open.
 */
export function gitlabReport(report: Report, { language, quiet }: ReportOptions): string {
  const words = REPORT_WORDS[language];
  return jsonText(withOwnFingerprints(report.files.flatMap((file) => issuesOf(file, quiet, words))));
}

function issuesOf(file: FileReport, quiet: boolean, words: ReportWords): readonly Issue[] {
  const issues = listed(file.findings, quiet).map((finding): Issue => {
    const { start, end } = finding.location;
    return {
      description: `${findingPlace(file, finding, words)}${words.colon}${visible(finding.message)}`,
      check_name: finding.ruleId,
      fingerprint: finding.fingerprint,
      severity: SEVERITIES[finding.severity],
      location: { path: file.path, lines: { begin: start.line, end: end.line } },
    };
  });
  if (file.error === null) return issues;
  const failure: Issue = {
    description: `${words.notChecked}${words.colon}${visible(file.error.message)}`,
    check_name: FILE_CHECKED,
    fingerprint: `${FILE_CHECKED}-${file.error.code}`,
    severity: 'blocker',
    location: { path: file.path, lines: { begin: 1, end: 1 } },
  };
  return [failure, ...issues];
}

/**
 * GitLab keeps one issue of a fingerprint and compares branches by them. Those of a finding are its own within its
 * document, so the path is added; what is still the same is told apart by its order.
 */
function withOwnFingerprints(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Set<string>();
  return issues.map((issue) => {
    const own = wellFormed(`${issue.fingerprint}:${issue.location.path}`);
    let fingerprint = own;
    for (let i = 2; seen.has(fingerprint); i++) fingerprint = `${own}#${i}`;
    seen.add(fingerprint);
    return { ...issue, fingerprint };
  });
}
