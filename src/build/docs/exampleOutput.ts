import { lint } from '../../engine/lint.ts';
import { makeReport } from '../../engine/report.ts';
import type { Format } from '../../model/format.ts';
import type { FileReport } from '../../model/report.ts';
import type { Rule } from '../../model/rule.ts';
import { outline } from '../../outline/outline.ts';
import { read } from '../../readers/read.ts';
import { painter } from '../../reports/paint.ts';
import { textReport } from '../../reports/text.ts';
import { findingLines } from '../../reports/textFindings.ts';
import { REPORT_WORDS } from '../../reports/words.ts';
import type { PageLanguage } from './words.ts';

const WIDTH = 96;
const PATH: Readonly<Record<PageLanguage, string>> = { zh: '清单.md', en: 'list.md' };

/** What `qingdan check` finds by one rule in an example. */
export async function reportOf(
  rule: Rule,
  example: string,
  formats: ReadonlyMap<string, Format>,
  language: PageLanguage,
): Promise<FileReport> {
  const source = await read(PATH[language], new TextEncoder().encode(example));
  return lint(outline(source, formats), [{ ...rule, severity: severityOf(rule) }], language);
}

/** A rule that is off by default is shown at the level it would be switched on with. */
function severityOf(rule: Rule): Rule['severity'] {
  return rule.severity === 'off' ? 'warning' : rule.severity;
}

/** The findings as the text report shows them, without colours. */
export function outputOf(report: FileReport, language: PageLanguage): string {
  const page = { words: REPORT_WORDS[language], paint: painter(false), width: WIDTH };
  return findingLines(report, report.findings, page).join('\n');
}

/** What `qingdan check PATH --quiet` prints, at the width of a pipe. */
export async function checkOutput(
  path: string,
  text: string,
  rules: readonly Rule[],
  formats: ReadonlyMap<string, Format>,
  language: PageLanguage,
): Promise<string> {
  const source = await read(path, new TextEncoder().encode(text));
  const report = makeReport([lint(outline(source, formats), rules, language)], '');
  return textReport(report, { language, color: false, width: 80, quiet: true });
}

/** Whether findings bring a fix, suggestions, or neither. */
export function changeOf(reports: readonly FileReport[]): 'fix' | 'suggestion' | 'none' {
  const findings = reports.flatMap((report) => report.findings);
  if (findings.some((finding) => finding.fix !== null)) return 'fix';
  return findings.some((finding) => finding.suggestions.length > 0) ? 'suggestion' : 'none';
}
