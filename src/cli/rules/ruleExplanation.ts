import { checks } from '../../checks/index.ts';
import type { FileReport } from '../../model/report.ts';
import type { Rule } from '../../model/rule.ts';
import { OPTIONS_ZH } from '../../reports/optionsZh.ts';
import { findingLines } from '../../reports/textFindings.ts';
import { visible } from '../../reports/visible.ts';
import { REPORT_WORDS } from '../../reports/words.ts';
import { hang, wrap } from '../../reports/wrap.ts';
import { shownPath } from '../inputs/paths.ts';
import type { RuleEffect } from './ruleEffect.ts';
import { severityOrigin, valueOrigins } from './ruleOrigins.ts';
import type { RulePage } from './rules.ts';
import { RULE_WORDS } from './ruleWords.ts';

/** What an explanation needs beside the rule. */
export interface ExplanationPage extends RulePage {
  /** What the tool says of the examples. */
  readonly examples: { readonly ok: readonly FileReport[]; readonly bad: readonly FileReport[] };
  /** What the rule does on a file that someone asked about; null when nobody did. */
  readonly onFile: RuleEffect | null;
}

/**
 * Everything about one rule for people: what it looks at and why, its options with where each value comes from, its
 * messages, the examples with what the tool really says of them, and its effect on a file.
 */
export function explainRule(rule: Rule, page: ExplanationPage): string {
  const { language, paint, width } = page;
  const words = RULE_WORDS[language];
  const heading = (text: string): readonly string[] => ['', paint(text, 'cyan')];
  const fact = (name: string, value: string): readonly string[] =>
    hang(`  ${name}${words.colon}`, visible(value), width, 4);
  const { ok: good, bad } = rule.examples;
  const lines = [
    ...wrap(`${rule.id}  ${rule.title[language]}`, width).map((line) => paint(line, 'bold')),
    ...fact(words.severity, `${words.severities[rule.severity]} (${rule.severity})`),
    ...fact(words.scope, scopeOf(rule, page)),
    ...fact(words.check, rule.check),
    ...fact(words.group, rule.group),
    ...fact(words.file, rule.file.startsWith('rules/') ? rule.file : shownPath(rule.file)),
    ...(page.onFile
      ? [...heading(words.onFile(page.onFile.path)), ...effectLines(rule, page.onFile, page)]
      : []),
    ...heading(words.why),
    ...paragraphs(rule.why[language], width),
    ...heading(words.options),
    ...optionLines(rule, page),
    ...heading(words.messages),
    ...Object.entries(rule.messages).flatMap(([variant, message]) =>
      hang(`  ${variant}${words.colon}`, message[language], width, 4),
    ),
    ...heading(words.origins),
    ...valueOrigins(rule, words).flatMap(({ key, from }) =>
      hang(`  ${key}${words.colon}`, visible(from), width, 4),
    ),
    ...good.flatMap((text, index) => [
      ...heading(words.good),
      ...quoted(text, page),
      ...outputLines(page.examples.ok[index], page),
    ]),
    ...bad.flatMap(({ text }, index) => [
      ...heading(words.bad),
      ...quoted(text, page),
      ...outputLines(page.examples.bad[index], page),
    ]),
    ...heading(words.setting),
    '  rules:',
    `    ${rule.id}: ${rule.severity === 'off' ? 'warning' : 'off'}`,
  ];
  return `${lines.join('\n')}\n`;
}

function scopeOf({ on }: Rule, { language }: RulePage): string {
  const names = REPORT_WORDS[language];
  const words = RULE_WORDS[language];
  const lists = on.lists?.map((kind) => names.lists[kind]).join(words.pause);
  const column = on.column === undefined ? undefined : names.columns[on.column];
  const categories = on.categories?.map((name) => `“${name}”`).join(words.pause);
  const parts = on.parts?.map((part) => words.parts[part]).join(words.pause);
  const scope = [lists, categories, parts, column].filter((part) => part !== undefined);
  return scope.length === 0 ? words.everywhere : scope.join(' · ');
}

/** An option is shown whole up to so many characters; of a long list the first entries and how many there are. */
const LONGEST_OPTION = 400;

function optionText(value: unknown, language: RulePage['language']): string {
  const whole = JSON.stringify(value) ?? 'null';
  if (!Array.isArray(value) || whole.length <= LONGEST_OPTION) return whole;
  let shown = '';
  for (const entry of value) {
    const next = `${shown}${shown === '' ? '' : ','}${JSON.stringify(entry)}`;
    if (shown !== '' && next.length > LONGEST_OPTION) break;
    shown = next;
  }
  return `[${shown},…] ${RULE_WORDS[language].entries(value.length)}`;
}

interface OptionSchema {
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly items?: OptionSchema;
}

function optionLines(rule: Rule, { language, width, paint }: RulePage): readonly string[] {
  const words = RULE_WORDS[language];
  const schema = checks.get(rule.check)?.options as
    | { readonly properties?: Readonly<Record<string, OptionSchema>> }
    | undefined;
  const options = Object.entries(schema?.properties ?? {});
  if (options.length === 0) return [`  ${words.noOptions}`];
  return options.flatMap(([name, option]) => {
    const values = option.enum ?? option.items?.enum;
    const written = language === 'zh' ? OPTIONS_ZH[`${rule.check}.${name}`] : undefined;
    const description = written ?? option.description;
    return [
      ...hang('  ', `${name} = ${optionText(rule.options[name], language)}`, width, 4).map((line) =>
        paint(line, 'bold'),
      ),
      ...(description === undefined ? [] : hang('    ', description, width, 4)),
      ...(values === undefined ? [] : hang('    ', words.values + values.map(String).join(', '), width, 6)),
    ];
  });
}

/** Whether the rule is on for a file, by whom, and what comes of it. */
function effectLines(rule: Rule, effect: RuleEffect, page: ExplanationPage): readonly string[] {
  const { language, width } = page;
  const words = RULE_WORDS[language];
  const { report, ignored } = effect;
  const by = severityOrigin(rule, words);
  const isOff = rule.severity === 'off';
  const line = (text: string): readonly string[] => hang('  ', visible(text), width, 2);
  const state = `${isOff ? words.isOff : words.isOn(words.severities[rule.severity])}${language === 'zh' ? '' : ' '}← ${by}`;
  const outcome = report.rules.find(({ id }) => id === rule.id);
  return [
    ...line(state),
    ...(ignored ? line(words.isIgnored) : []),
    ...(report.error ? line(report.error.message) : []),
    ...(report.error || isOff || !outcome
      ? []
      : outcome.status === 'passed'
        ? line(words.passed)
        : outcome.status === 'notApplicable'
          ? line(words.notApplicable(outcome.reason))
          : [...line(words.failed(outcome.findings)), ...findingsOf(report, page)]),
  ];
}

/** What the tool says of an example. */
function outputLines(report: FileReport | undefined, page: ExplanationPage): readonly string[] {
  const words = RULE_WORDS[page.language];
  if (!report) return [];
  if (report.error) return hang('  → ', visible(report.error.message), page.width, 4);
  if (report.findings.length === 0) return [`  → ${words.silent}`];
  return findingsOf(report, page);
}

function findingsOf(report: FileReport, { language, paint, width }: ExplanationPage): readonly string[] {
  const page = { words: REPORT_WORDS[language], paint, width: width - 2 };
  return findingLines(report, report.findings, page).map((text) => (text === '' ? '' : `  ${text}`));
}

function paragraphs(text: string, width: number): readonly string[] {
  return text
    .trim()
    .split('\n')
    .flatMap((line) => hang('  ', visible(line), width, 2));
}

/** An example as it stands, behind a gutter: wrapping would change the table. */
function quoted(text: string, { paint }: RulePage): readonly string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `${paint('  │ ', 'dim')}${visible(line)}`.trimEnd());
}
