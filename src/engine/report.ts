import { checks } from '../checks/index.ts';
import type { FileReport, Report, RuleAcross, RuleInfo, Summary } from '../model/report.ts';
import { type Rule, SEVERITIES, type Severity } from '../model/rule.ts';
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
    ignores: [],
    findings: [],
    suppressed: [],
    error: fileError(code, data, language),
  };
}

/** Where the pages of the built-in rules are. */
const PAGES = 'https://github.com/qingdan-lint/qingdan-lint/blob/main/docs/rules';

/**
 * What reports say of rules, by id and each once at the most serious level it has for any file; rules that are off are
 * left out.
 */
export function ruleInfos(rules: Iterable<Rule>, language: 'zh' | 'en'): readonly RuleInfo[] {
  const infos = new Map<string, RuleInfo>();
  for (const rule of new Set(rules)) {
    const { id, group, severity, title, why, file } = rule;
    if (severity === 'off') continue;
    const known = infos.get(id);
    if (known && SEVERITIES.indexOf(known.severity) <= SEVERITIES.indexOf(severity)) continue;
    const url = file === `rules/${group}/${id}.yaml` ? `${PAGES}/${id}.md` : null;
    const across = acrossOf(rule, language);
    infos.set(id, {
      ...{ id, group, severity, title: title[language], why: why[language], url },
      ...(across && { across }),
    });
  }
  return [...infos.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a rule that compares townships needs where reports are joined; null of others. */
function acrossOf({ check, options, messages }: Rule, language: 'zh' | 'en'): RuleAcross | null {
  if (!checks.get(check)?.across) return null;
  const words = Object.entries(messages).map(([variant, message]) => [variant, message[language]]);
  return { check, options, messages: Object.fromEntries(words), language };
}

/** The report of a run, its sums counted. `version` is that of the tool, `rules` those of all files. */
export function makeReport(
  files: readonly FileReport[],
  version: string,
  rules: readonly RuleInfo[] = [],
): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'qingdan-lint', version },
    summary: summaryOf(files),
    rules,
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
    suppressed: files.reduce((sum, file) => sum + file.suppressed.length, 0),
    failed: files.filter((file) => file.error !== null).length,
  };
}
