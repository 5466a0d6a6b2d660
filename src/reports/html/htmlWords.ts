import type { Language } from '../words.ts';

/** The words that only the page has. */
export interface HtmlWords {
  /** The language of the page as HTML names it. */
  readonly lang: string;
  readonly skip: string;
  readonly overview: string;
  readonly files: string;
  readonly items: string;
  readonly fixable: string;
  readonly suppressed: string;
  readonly failed: string;
  readonly filter: string;
  readonly allFiles: string;
  readonly allLists: string;
  readonly allRules: string;
  /** A choice of a filter and how many findings it leaves. */
  readonly choice: (name: string, count: number) => string;
  readonly clear: string;
  /** Templates with `{shown}` and `{all}`, filled by the script. */
  readonly shown: string;
  readonly none: string;
  /** Beside findings of no row: of a list, and of no list. */
  readonly wholeList: string;
  readonly wholeDocument: string;
  readonly place: (line: number, column: number) => string;
  readonly number: (number: number) => string;
  readonly why: string;
  readonly whyLink: string;
  readonly rulePage: string;
  readonly rules: string;
  readonly related: string;
  readonly relatedMore: (count: number) => string;
  readonly missing: string;
  readonly top: string;
  readonly reason: string;
  readonly readAs: string;
  readonly foot: string;
}

const zh: HtmlWords = {
  lang: 'zh-CN',
  skip: '跳到问题',
  overview: '各文件情况',
  files: '文件',
  items: '事项',
  fixable: '可自动修改',
  suppressed: '不计',
  failed: '无法检查',
  filter: '筛选问题',
  allFiles: '全部文件',
  allLists: '全部清单',
  allRules: '全部规则',
  choice: (name, count) => `${name}（${count}处）`,
  clear: '清除筛选',
  shown: '显示 {shown} 个，共 {all} 个问题',
  none: '没有符合筛选条件的问题。',
  wholeList: '整份清单',
  wholeDocument: '全文',
  place: (line, column) => `第${line}行第${column}列`,
  number: (number) => `第${number}号`,
  why: '为什么',
  whyLink: '规则说明在本页末尾',
  rulePage: '规则的完整说明和例子',
  rules: '规则说明',
  related: '另见',
  relatedMore: (count) => `还有 ${count} 处`,
  missing: '这里缺少内容',
  top: '回到开头',
  reason: '理由',
  readAs: '读作',
  foot: '本页是一个独立的文件，可以直接发送、打印；打开时不连接网络。',
};

const en: HtmlWords = {
  lang: 'en',
  skip: 'Skip to the findings',
  overview: 'Files',
  files: 'files',
  items: 'items',
  fixable: 'fixable',
  suppressed: 'not counted',
  failed: 'not checked',
  filter: 'Filter',
  allFiles: 'All files',
  allLists: 'All lists',
  allRules: 'All rules',
  choice: (name, count) => `${name} (${count})`,
  clear: 'Clear',
  shown: '{shown} of {all} findings',
  none: 'No finding fits the filter.',
  wholeList: 'The whole list',
  wholeDocument: 'The whole text',
  place: (line, column) => `line ${line}, column ${column}`,
  number: (number) => `No. ${number}`,
  why: 'Why',
  whyLink: 'See the end of this page',
  rulePage: 'The rule in full, with examples',
  rules: 'Rules',
  related: 'See also',
  relatedMore: (count) => `${count} more`,
  missing: 'something is missing here',
  top: 'Back to the top',
  reason: 'reason',
  readAs: 'Read as',
  foot: 'This page is one file: send it or print it; it loads nothing from the network.',
};

/** The words of the page by language. */
export const HTML_WORDS: Readonly<Record<Language, HtmlWords>> = { zh, en };
