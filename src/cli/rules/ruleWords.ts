import type { DocumentPart, Rule, RuleOrigin } from '../../model/rule.ts';
import type { Language } from '../../reports/words.ts';

/** The words about rules in one language. */
export interface RuleWords {
  readonly severities: Readonly<Record<Rule['severity'], string>>;
  readonly severity: string;
  readonly check: string;
  readonly group: string;
  readonly file: string;
  readonly scope: string;
  readonly everywhere: string;
  readonly parts: Readonly<Record<DocumentPart, string>>;
  /** Behind a list that is cut: how many entries it has. */
  readonly entries: (count: number) => string;
  readonly why: string;
  readonly options: string;
  readonly noOptions: string;
  readonly values: string;
  readonly messages: string;
  readonly good: string;
  readonly bad: string;
  readonly silent: string;
  readonly origins: string;
  readonly by: Readonly<Record<RuleOrigin['by'], (file: string, line: number) => string>>;
  readonly asleep: string;
  readonly changedBy: string;
  readonly onFile: (path: string) => string;
  readonly isOn: (severity: string) => string;
  readonly isOff: string;
  readonly isIgnored: string;
  readonly passed: string;
  readonly failed: (count: number) => string;
  readonly notApplicable: (reason: string) => string;
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
    parts: {
      cell: '单元格',
      title: '标题',
      header: '表头',
      heading: '类别标题',
      paragraph: '说明文字',
      contents: '目录',
    },
    entries: (count) => `（共 ${count} 项）`,
    why: '为什么',
    options: '选项',
    noOptions: '这条规则没有选项。',
    values: '可用的值：',
    messages: '提示语',
    good: '没有问题的例子',
    bad: '有问题的例子',
    silent: '没有报告。',
    origins: '各项设置的来源',
    by: {
      file: (file) => file,
      extends: (file) => `${file}（所扩展的规则）`,
      set: (name) => `规则集 ${name}`,
      config: (file, line) => `${file}:${line}`,
      override: (file, line) => `${file}:${line}（overrides）`,
    },
    asleep: '配置的 extends 里没有规则集 recommended',
    changedBy: '，增减：',
    onFile: (path) => `对 ${path}`,
    isOn: (severity) => `启用，级别为${severity}。`,
    isOff: '关闭，不检查。',
    isIgnored: '配置的 ignore 略过这份文件；直接写明文件名时仍会检查。',
    passed: '检查过，没有发现问题。',
    failed: (count) => `发现 ${count} 处：`,
    notApplicable: (reason) => `用不上：${reason}。`,
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
    parts: {
      cell: 'cells',
      title: 'titles',
      header: 'table headers',
      heading: 'category headings',
      paragraph: 'running text',
      contents: 'table of contents',
    },
    entries: (count) => `(${count} entries)`,
    why: 'Why',
    options: 'Options',
    noOptions: 'This rule has no options.',
    values: 'values: ',
    messages: 'Messages',
    good: 'Sound',
    bad: 'Faulty',
    silent: 'Nothing is reported.',
    origins: 'Where each value comes from',
    by: {
      file: (file) => file,
      extends: (file) => `${file} (extended)`,
      set: (name) => `the set ${name}`,
      config: (file, line) => `${file}:${line}`,
      override: (file, line) => `${file}:${line} (overrides)`,
    },
    asleep: 'extends of the config does not have the set recommended',
    changedBy: ', changed by ',
    onFile: (path) => `On ${path}`,
    isOn: (severity) => `On, as ${severity}.`,
    isOff: 'Off; not checked.',
    isIgnored:
      'ignore of the config leaves this file out; it is checked all the same when it is named outright.',
    passed: 'Checked; nothing found.',
    failed: (count) => `Found ${count}:`,
    notApplicable: (reason) => `Not applicable: ${reason}.`,
    setting: 'To set it in qingdan.config.yaml:',
    colon: ': ',
    pause: ', ',
    count: (count) => `${count} rules. \`qingdan rules explain ID\` explains one.`,
  },
};
