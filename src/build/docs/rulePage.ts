import { checks } from '../../checks/index.ts';
import type { Format } from '../../model/format.ts';
import type { Rule } from '../../model/rule.ts';
import { OPTIONS_ZH } from '../../reports/optionsZh.ts';
import { REPORT_WORDS } from '../../reports/words.ts';
import { changeOf, outputOf, reportOf } from './exampleOutput.ts';
import { code, inline, table } from './markdown.ts';
import { keysOf, type Schema, valueWords } from './schemaTable.ts';
import { PAGE_WORDS, type PageLanguage } from './words.ts';

/** Longer values are in the rule file; a table of hundreds of words helps nobody. */
const LONGEST_VALUE = 120;

/** The page of a rule: Chinese, then English. The outputs are those of the rule run over its examples. */
export async function rulePage(rule: Rule, formats: ReadonlyMap<string, Format>): Promise<string> {
  const lines = [
    `<!-- ${rule.file} → npm run docs -->`,
    '',
    `# ${rule.id}`,
    '',
    `**${rule.title.zh}** · ${rule.title.en} · [规则一览](README.md) · [English](#english)`,
    ...(await section(rule, formats, 'zh')),
    '',
    '## English',
    ...(await section(rule, formats, 'en')),
  ];
  return `${lines.join('\n')}\n`;
}

async function section(
  rule: Rule,
  formats: ReadonlyMap<string, Format>,
  language: PageLanguage,
): Promise<readonly string[]> {
  const words = PAGE_WORDS[language];
  const heading = (text: string) => ['', `${language === 'zh' ? '##' : '###'} ${text}`, ''];
  const reports = await Promise.all(
    rule.examples.bad.map(({ text }) => reportOf(rule, text, formats, language)),
  );
  const outputs = reports.map((report) => code(outputOf(report, language), 'text'));
  const examples =
    language === 'en'
      ? [words.examplesAbove, ...outputs.flatMap((output) => ['', ...output])]
      : rule.examples.bad.flatMap(({ text }, i) => [
          ...(i === 0 ? [] : ['']),
          ...code(text, 'markdown'),
          '',
          words.output,
          '',
          ...(outputs[i] ?? []),
        ]);
  const good = rule.examples.ok.flatMap((text, i) => [...(i === 0 ? [] : ['']), ...code(text, 'markdown')]);
  return [
    '',
    ...table(
      [words.rule, inline(rule.id)],
      [
        [words.severity, `${words.severities[rule.severity]} ${inline(rule.severity)}`],
        [words.group, words.groups[rule.group] ?? rule.group],
        [words.scope, scopeOf(rule, language)],
        [words.change, words.changes[changeOf(reports)]],
        [words.check, inline(rule.check)],
        [words.source, `[${rule.file}](../../${rule.file})`],
      ],
    ),
    ...heading(words.why),
    rule.why[language].trim(),
    ...heading(words.options),
    ...optionLines(rule, language),
    ...(language === 'zh' ? [...heading(words.good), ...good] : []),
    ...heading(words.bad),
    ...examples,
    ...heading(words.setting),
    words.settingNote,
    '',
    ...code(settingOf(rule), 'yaml'),
    '',
    `${words.explain} ${inline(`qingdan rules explain ${rule.id}`)}`,
  ];
}

function scopeOf({ on }: Rule, language: PageLanguage): string {
  const words = PAGE_WORDS[language];
  const names = REPORT_WORDS[language];
  const parts = [
    on.lists?.map((kind) => names.lists[kind]).join(words.pause),
    on.column === undefined ? undefined : names.columns[on.column],
    on.categories?.join(words.pause),
    on.parts?.map((part) => words.parts[part]).join(words.pause),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? words.everywhere : parts.join(' · ');
}

function optionLines(rule: Rule, language: PageLanguage): readonly string[] {
  const words = PAGE_WORDS[language];
  const keys = keysOf((checks.get(rule.check)?.options ?? {}) as Schema);
  if (keys.length === 0) return [words.noOptions];
  return table(
    words.optionHeader,
    keys.map(({ path, schema }) => [
      inline(path),
      path.includes('.') || path.includes('[]') ? '' : shortValue(rule.options[path]),
      valueWords(schema, language),
      optionDescription(rule.check, path, schema, language),
    ]),
  );
}

/** What an option does; in Chinese where somebody wrote it, else as its schema has it. */
export function optionDescription(
  kind: string,
  path: string,
  schema: Schema,
  language: PageLanguage,
): string {
  const written = language === 'zh' ? OPTIONS_ZH[`${kind}.${path}`] : undefined;
  return (written ?? schema.description ?? '').replace(/<(?=[a-z/!])/gi, '&lt;');
}

function shortValue(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = JSON.stringify(value);
  if (text.length <= LONGEST_VALUE) return inline(text);
  return Array.isArray(value) ? `${value.length} …` : inline(`${text.slice(0, LONGEST_VALUE)}…`);
}

function settingOf(rule: Rule): string {
  const other = rule.severity === 'error' ? 'warning' : rule.severity === 'off' ? 'warning' : 'off';
  const lines = ['rules:', `  ${rule.id}: off`];
  if (rule.severity === 'off') lines[1] = `  ${rule.id}: warning`;
  else if (other !== 'off') lines[1] = `  ${rule.id}: off  # ${other}, info`;
  const option = Object.entries(rule.options).find(
    ([, value]) => value !== null && JSON.stringify(value).length <= 60,
  );
  if (option)
    lines.push(
      '# 改选项 / to change an option:',
      '# rules:',
      `#   ${rule.id}: { options: { ${option[0]}: ${JSON.stringify(option[1])} } }`,
    );
  return lines.join('\n');
}
