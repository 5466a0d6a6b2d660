import type { Rule } from '../../model/rule.ts';
import { inline, table } from './markdown.ts';
import { PAGE_WORDS, type PageLanguage } from './words.ts';

/** The index of the rule pages, by group: Chinese, then English. */
export function ruleIndex(rules: readonly Rule[]): string {
  const lines = [
    '<!-- rules/ → npm run docs -->',
    '',
    '# 规则一览',
    '',
    `共 ${rules.length} 条。级别、选项都可以在配置里改：[docs/configuration.md](../configuration.md)；自己写规则：[docs/writing-rules.md](../writing-rules.md)。`,
    ...groupTables(rules, 'zh', '', '##'),
    '',
    '## English',
    '',
    `${rules.length} rules. Severities and options are set in the config: [docs/configuration.md](../configuration.md); rules of your own: [docs/writing-rules.md](../writing-rules.md).`,
    ...groupTables(rules, 'en', '', '###'),
  ];
  return `${lines.join('\n')}\n`;
}

function groupTables(
  rules: readonly Rule[],
  language: PageLanguage,
  folder: string,
  mark: string,
): readonly string[] {
  const words = PAGE_WORDS[language];
  return groupsOf(rules).flatMap((group) => [
    '',
    `${mark} ${words.groups[group] ?? group}`,
    '',
    ...table(
      [words.rule, words.finds, words.severity],
      rules
        .filter((rule) => rule.group === group)
        .map((rule) => [link(rule, folder), rule.title[language], words.severities[rule.severity]]),
    ),
  ]);
}

/** The rules in a README, one line a group; what each of them finds stands in the index of the pages. */
export function readmeTable(rules: readonly Rule[], language: PageLanguage): readonly string[] {
  const words = PAGE_WORDS[language];
  return table(
    [words.group, words.rule],
    groupsOf(rules).map((group) => [
      words.groups[group] ?? group,
      rules
        .filter((rule) => rule.group === group)
        .map((rule) => link(rule, 'docs/rules/', language === 'en' ? '#english' : ''))
        .join(' · '),
    ]),
  );
}

/** A rule page is Chinese first; a heading begins its English half. */
function link({ id }: Rule, folder: string, heading = ''): string {
  return `[${inline(id)}](${folder}${id}.md${heading})`;
}

/** Groups in the order a reader meets a list: its shape first, its words last. Unknown ones follow. */
function groupsOf(rules: readonly Rule[]): readonly string[] {
  const known = Object.keys(PAGE_WORDS.zh.groups);
  const used = [...new Set(rules.map((rule) => rule.group))];
  return [
    ...known.filter((group) => used.includes(group)),
    ...used.filter((group) => !known.includes(group)),
  ];
}
