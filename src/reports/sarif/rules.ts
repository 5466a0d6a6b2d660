import type { ReportingDescriptor } from 'sarif';
import type { Report, RuleInfo } from '../../model/report.ts';
import type { Severity } from '../../model/rule.ts';
import { DATA_WORDS, FILE_CHECKED } from '../dataWords.ts';
import type { Language } from '../words.ts';
import { levelOf, plainText } from './text.ts';

/** Where `file-checked` is described: it is no rule of a ruleset and has no page of its own. */
const PAGE = 'https://github.com/qingdan-lint/qingdan-lint/blob/main/docs/reports.md';

/** Names of GitHub's own for severities. */
const PROBLEM: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
};

/**
 * The rules of the run as SARIF describes them, each id once: those of the report, those that only its findings name,
 * and `file-checked` when a file could not be checked.
 */
export function driverRules(report: Report, language: Language): readonly ReportingDescriptor[] {
  const known = new Map(report.rules.map((rule) => [rule.id, describe(rule, language)]));
  for (const file of report.files) {
    for (const { id } of file.rules) known.set(id, known.get(id) ?? unknownRule(id));
    const findings = [...file.findings, ...file.suppressed.map(({ finding }) => finding)];
    for (const { ruleId } of findings) known.set(ruleId, known.get(ruleId) ?? unknownRule(ruleId));
  }
  if (report.files.some(({ error }) => error !== null) && !known.has(FILE_CHECKED)) {
    const { title, why } = DATA_WORDS[language].fileChecked;
    const rule = { id: FILE_CHECKED, group: 'files', severity: 'error', title, why, url: PAGE } as const;
    known.set(FILE_CHECKED, describe(rule, language));
  }
  return [...known.values()];
}

/** A rule of which the report gives the id only. GitHub wants its descriptions nevertheless. */
function unknownRule(id: string): ReportingDescriptor {
  const text = plainText(id);
  return { id, shortDescription: { text }, fullDescription: { text }, help: { text } };
}

function describe(
  { id, group, severity, title, why, url }: RuleInfo,
  language: Language,
): ReportingDescriptor {
  const link = url !== null && /^https?:\/\/[^\s()<>]+$/.test(url) ? url : null;
  const page = link === null ? [] : [`[${DATA_WORDS[language].page}](${link})`];
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: plainText(title) },
    fullDescription: { text: plainText(why) },
    help: { text: plainText(why), markdown: [markdownText(why), ...page].join('\n\n') },
    ...(link !== null && { helpUri: link }),
    defaultConfiguration: { level: levelOf(severity) },
    properties: { tags: [group], 'problem.severity': PROBLEM[severity] },
  };
}

/** `known-category` as `KnownCategory`, the form in which SARIF names rules. */
function pascalCase(id: string): string {
  return id
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}

/** Words that mean themselves in Markdown. */
function markdownText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]()#+.!|>~@:$-]/g, '\\$&')
    .replace(/\s+/g, ' ');
}
