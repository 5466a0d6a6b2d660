import type { Rule } from '../model/rule.ts';
import type { Language } from '../reports/words.ts';

/** The words about rules in one language. */
export interface RuleWords {
  readonly severities: Readonly<Record<Rule['severity'], string>>;
  readonly severity: string;
  readonly check: string;
  readonly group: string;
  readonly file: string;
  readonly scope: string;
  readonly everywhere: string;
  readonly why: string;
  readonly options: string;
  readonly noOptions: string;
  readonly values: string;
  readonly messages: string;
  readonly good: string;
  readonly bad: string;
  readonly finds: string;
  readonly setting: string;
  readonly colon: string;
  readonly pause: string;
  readonly count: (count: number) => string;
}

/** The words about rules by language. */
export const RULE_WORDS: Readonly<Record<Language, RuleWords>> = {
  zh: {
    severities: { error: '错误', warning: '警告', info: '提示', off: '关闭' },
    severity: '级别',
    check: '检查方式',
    group: '分组',
    file: '文件',
    scope: '范围',
    everywhere: '凡是适用的地方',
    why: '为什么',
    options: '选项',
    noOptions: '这条规则没有选项。',
    values: '可用的值：',
    messages: '提示语',
    good: '没有问题的例子',
    bad: '有问题的例子',
    finds: '会报告：',
    setting: '在 qingdan.config.yaml 里这样设置：',
    colon: '：',
    pause: '、',
    count: (count) => `共 ${count} 条规则。qingdan rules explain 规则名 说明其中一条。`,
  },
  en: {
    severities: { error: 'error', warning: 'warning', info: 'info', off: 'off' },
    severity: 'severity',
    check: 'check',
    group: 'group',
    file: 'file',
    scope: 'scope',
    everywhere: 'wherever it applies',
    why: 'Why',
    options: 'Options',
    noOptions: 'This rule has no options.',
    values: 'values: ',
    messages: 'Messages',
    good: 'Sound',
    bad: 'Faulty',
    finds: 'reports: ',
    setting: 'To set it in qingdan.config.yaml:',
    colon: ': ',
    pause: ', ',
    count: (count) => `${count} rules. \`qingdan rules explain ID\` explains one.`,
  },
};
