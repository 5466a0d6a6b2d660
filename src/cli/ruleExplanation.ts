import { checks } from '../checks/index.ts';
import type { ExpectedFinding, Rule } from '../model/rule.ts';
import { visible } from '../reports/visible.ts';
import { REPORT_WORDS } from '../reports/words.ts';
import { hang, wrap } from '../reports/wrap.ts';
import type { RulePage } from './rules.ts';
import { RULE_WORDS } from './ruleWords.ts';

/** Everything about one rule for people: what it looks at and why, its options, messages and examples. */
export function explainRule(rule: Rule, page: RulePage): string {
  const { language, paint, width } = page;
  const words = RULE_WORDS[language];
  const heading = (text: string): readonly string[] => ['', paint(text, 'cyan')];
  const fact = (name: string, value: string): readonly string[] =>
    hang(`  ${name}${words.colon}`, visible(value), width, 4);
  const { good, bad } = { good: rule.examples.ok, bad: rule.examples.bad };
  const lines = [
    ...wrap(`${rule.id}  ${rule.title[language]}`, width).map((line) => paint(line, 'bold')),
    ...fact(words.severity, `${words.severities[rule.severity]} (${rule.severity})`),
    ...fact(words.scope, scopeOf(rule, page)),
    ...fact(words.check, rule.check),
    ...fact(words.group, rule.group),
    ...fact(words.file, rule.file),
    ...heading(words.why),
    ...paragraphs(rule.why[language], width),
    ...heading(words.options),
    ...optionLines(rule, page),
    ...heading(words.messages),
    ...Object.entries(rule.messages).flatMap(([variant, message]) =>
      hang(`  ${variant}${words.colon}`, message[language], width, 4),
    ),
    ...good.flatMap((text) => [...heading(words.good), ...quoted(text, page)]),
    ...bad.flatMap(({ text, findings }) => [
      ...heading(words.bad),
      ...quoted(text, page),
      ...findings.flatMap((finding) => hang('  → ', words.finds + expectation(finding, page), width, 4)),
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
  const scope = [lists, column].filter((part) => part !== undefined);
  return scope.length === 0 ? words.everywhere : scope.join(' · ');
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
    return [
      ...hang('  ', `${name} = ${JSON.stringify(rule.options[name])}`, width, 4).map((line) =>
        paint(line, 'bold'),
      ),
      ...(option.description === undefined ? [] : hang('    ', option.description, width, 4)),
      ...(values === undefined ? [] : hang('    ', words.values + values.map(String).join(', '), width, 6)),
    ];
  });
}

/** `配合履职事项清单 第3项 · 序号：“…”`, as far as the example says. */
function expectation(finding: ExpectedFinding, { language }: RulePage): string {
  const names = REPORT_WORDS[language];
  const list = finding.list === undefined ? '' : names.lists[finding.list];
  const item = finding.item === undefined ? '' : names.item(finding.item);
  const column = finding.column === undefined ? '' : names.columns[finding.column];
  const place = [[list, item].filter(Boolean).join(names.beforeItem), column].filter(Boolean).join(' · ');
  const message = finding.message ?? '';
  return visible([place || names.document, message].filter(Boolean).join(RULE_WORDS[language].colon));
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
