import type { DocumentPart, Rule } from '../../model/rule.ts';

/** The languages of the pages: Chinese first, English below. */
export type PageLanguage = 'zh' | 'en';

/** The words of the generated pages in one language. */
export interface PageWords {
  readonly severities: Readonly<Record<Rule['severity'], string>>;
  readonly groups: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<DocumentPart, string>>;
  readonly severity: string;
  readonly group: string;
  readonly scope: string;
  readonly check: string;
  readonly source: string;
  readonly change: string;
  readonly changes: Readonly<Record<'fix' | 'suggestion' | 'none', string>>;
  readonly everywhere: string;
  readonly why: string;
  readonly options: string;
  readonly noOptions: string;
  readonly optionHeader: readonly string[];
  readonly any: string;
  readonly good: string;
  readonly bad: string;
  readonly output: string;
  readonly examplesAbove: string;
  readonly setting: string;
  readonly settingNote: string;
  readonly explain: string;
  readonly rule: string;
  readonly finds: string;
  readonly colon: string;
  readonly pause: string;
  readonly keyHeader: readonly string[];
}

/** The words of the generated pages by language. */
export const PAGE_WORDS: Readonly<Record<PageLanguage, PageWords>> = {
  zh: {
    severities: { error: '错误', warning: '警告', info: '提示', off: '关闭' },
    groups: {
      structure: '结构',
      categories: '事项类别',
      departments: '部门',
      counts: '写明的数量',
      clauses: '条款',
      withdrawn: '收回清单',
      lists: '清单之间',
      typography: '标点和版面',
      language: '用语',
      ignores: '忽略注释',
      set: '乡镇之间',
    },
    parts: {
      cell: '表格里的字',
      title: '标题',
      header: '表头',
      heading: '类别标题',
      paragraph: '正文',
      contents: '目录',
    },
    severity: '级别',
    group: '分组',
    scope: '范围',
    check: '检查方式',
    source: '规则文件',
    change: '怎么改',
    changes: {
      fix: '可以放心改的由 --fix 直接改，其余给出改法',
      suggestion: '给出改法，由人选择',
      none: '只说明问题，由人来改',
    },
    everywhere: '凡是适用的地方',
    why: '为什么',
    options: '选项',
    noOptions: '这条规则没有选项。',
    optionHeader: ['选项', '现在的值', '可用的值', '说明'],
    any: '',
    good: '没有问题的例子',
    bad: '有问题的例子',
    output: '工具的输出：',
    examplesAbove: '例子见上；同样的例子，英文的输出是：',
    setting: '关闭或修改',
    settingNote: '写在 `qingdan.config.yaml` 里：',
    explain: '在自己的电脑上看这条规则：',
    rule: '规则',
    finds: '查什么',
    colon: '：',
    pause: '、',
    keyHeader: ['键', '值', '说明'],
  },
  en: {
    severities: { error: 'error', warning: 'warning', info: 'info', off: 'off' },
    groups: {
      structure: 'structure',
      categories: 'categories',
      departments: 'departments',
      counts: 'stated counts',
      clauses: 'clauses',
      withdrawn: 'withdrawn list',
      lists: 'between lists',
      typography: 'typography',
      language: 'language',
      ignores: 'ignore comments',
      set: 'between townships',
    },
    parts: {
      cell: 'cells',
      title: 'titles',
      header: 'headers',
      heading: 'category headings',
      paragraph: 'running text',
      contents: 'table of contents',
    },
    severity: 'severity',
    group: 'group',
    scope: 'scope',
    check: 'check',
    source: 'rule file',
    change: 'way out',
    changes: {
      fix: '--fix makes the changes that are safe by themselves; others are suggested',
      suggestion: 'changes to choose from',
      none: 'the fault is named; a person mends it',
    },
    everywhere: 'wherever it applies',
    why: 'Why',
    options: 'Options',
    noOptions: 'This rule has no options.',
    optionHeader: ['option', 'value now', 'allowed', 'description'],
    any: '',
    good: 'Sound',
    bad: 'Faulty',
    output: 'What the tool says:',
    examplesAbove: 'The examples stand above; what the tool says to them in English:',
    setting: 'To switch it off or change it',
    settingNote: 'In `qingdan.config.yaml`:',
    explain: 'To see the rule at your desk:',
    rule: 'rule',
    finds: 'what it finds',
    colon: ': ',
    pause: ', ',
    keyHeader: ['key', 'value', 'description'],
  },
};
