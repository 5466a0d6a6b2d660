import type { Localized } from '../model/format.ts';
import type { ProblemDetails } from './configError.ts';

/** What the writing of a YAML file can be wrong in, beside the slips of a keyboard. */
export type SyntaxFault =
  | 'tab'
  | 'indentation'
  | 'deeper'
  | 'two-colons'
  | 'no-colon'
  | 'no-comma'
  | 'no-pipe'
  | 'special-start'
  | 'bracket-in-value'
  | 'behind-quote'
  | 'surplus-bracket'
  | 'escape'
  | 'two-documents'
  | 'too-deep'
  | 'unexpected'
  | 'tag'
  | 'other';

const SYNTAX: Readonly<Record<SyntaxFault, Localized>> = {
  tab: {
    zh: '缩进不能用制表符（Tab），请改为空格',
    en: 'tabs cannot be used for indentation; use spaces',
  },
  indentation: {
    zh: '缩进不对：同一级的内容要左对齐',
    en: 'wrong indentation: what belongs to one level must line up',
  },
  deeper: {
    zh: '这一行缩进得比上一行深，而上一行已经有值：与它同一级的，要和它左对齐',
    en: 'this line is indented more than the one above, which has its value already; if it belongs beside it, line them up',
  },
  'two-colons': {
    zh: '一行里只能有一个 “键: 值”；值里有冒号的，整个值要加引号',
    en: 'one line holds one key and value; quote a value with a colon in it',
  },
  'no-colon': {
    zh: '这一行缺少冒号：键后面要有半角冒号和空格',
    en: 'this line lacks a colon: a key is followed by a colon and a space',
  },
  'no-comma': {
    zh: '这里前面少了一个半角逗号：括号里的各项要用 “, ” 隔开',
    en: 'a comma is missing before this: entries in brackets are separated by ", "',
  },
  'no-pipe': {
    zh: '这像是几行文字中的一行：键后面要写 “|”（例如 text: |），文字从下一行起，每行比键多缩进两格',
    en: 'this looks like a line of a longer text: write "|" behind its key (text: |), and indent each line of it two spaces more than the key',
  },
  'special-start': {
    zh: '这个值以特殊符号开头，请加引号',
    en: 'a value that begins with this character needs quotes',
  },
  'bracket-in-value': {
    zh: '值里有 { } 或 [ ] 的，整个值要加引号',
    en: 'quote a value that holds { } or [ ]',
  },
  'behind-quote': {
    zh: '引号已经结束，后面还有内容。整个值要放在一对引号里；值里面的引号请用中文引号，或者外层改用单引号',
    en: 'the quoted value has ended before this; put all of it in one pair of quotes, and use single quotes outside when it holds double ones',
  },
  'surplus-bracket': {
    zh: '这里多了一个括号，或者前面少了与它成对的',
    en: 'one bracket too many here, or its partner is missing before it',
  },
  escape: {
    zh: '双引号里的 \\ 写法不对；路径请用 / 或单引号',
    en: 'wrong escape in double quotes; write paths with / or in single quotes',
  },
  'two-documents': {
    zh: '一个文件里只能有一份内容，请去掉 “---” 之后的部分',
    en: 'a file holds one document; remove what follows "---"',
  },
  'too-deep': {
    zh: '嵌套的层数或引用（&、*）太多，读不了',
    en: 'nested too deep, or too many aliases',
  },
  unexpected: {
    zh: '这里有多余的内容；如果它是值的一部分，整个值要加引号',
    en: 'unexpected here; if it belongs to a value, quote all of the value',
  },
  tag: {
    zh: '不支持 “!” 开头的标签；如果是文字，请加引号',
    en: 'tags ("!") are not supported; quote it if it is text',
  },
  other: {
    zh: '这一行的写法 YAML 读不懂；请对照同类的行检查冒号、引号和缩进',
    en: 'this line is not valid YAML; compare its colons, quotes and indentation with lines like it',
  },
};

/** The sentence about a fault of writing. */
export function syntaxText(fault: SyntaxFault): Localized {
  return SYNTAX[fault];
}

/** A bracket or quotation mark that is not closed; `closedBy` is the bracket that stands in place of the right one. */
export function openText(mark: string, wanted: string, closedBy: string | null): Localized {
  if (mark === '"' || mark === "'") {
    return {
      zh: `引号 ${mark} 从这里开始，后面没有结束。请在值的末尾补上 ${wanted}`,
      en: `the quotation mark ${mark} opens here and is not closed; add ${wanted} at the end of the value`,
    };
  }
  if (closedBy !== null) {
    return {
      zh: `括号 ${mark} 从这里开始，却用 ${closedBy} 结束。请改为 ${wanted}，或补上缺少的 ${wanted}`,
      en: `the bracket ${mark} opens here and ends with ${closedBy}; make that ${wanted}, or add the ${wanted} that is missing`,
    };
  }
  return {
    zh: `括号 ${mark} 从这里开始，后面没有结束。请补上 ${wanted}`,
    en: `the bracket ${mark} opens here and is not closed; add ${wanted}`,
  };
}

/** For a pattern that begins with `*` and has no quotes. */
export function quoteText(word: string): Localized {
  return { zh: `“${word}” 要加引号："${word}"`, en: `quote this value: "${word}"` };
}

/** What is said of marks from a Chinese keyboard. */
export const slipTexts = {
  colon: () => ({
    code: 'colon',
    message: {
      zh: '键后面要用半角冒号，冒号后空一格',
      en: 'a key is followed by an ASCII colon and a space',
    },
  }),
  indentation: () => ({
    code: 'full-width',
    message: {
      zh: '缩进里有全角空格（或不间断空格），请改为半角空格',
      en: 'the indentation holds full-width or no-break spaces; use ordinary ones',
    },
  }),
  comment: () => ({
    code: 'full-width',
    message: {
      zh: '注释要用半角的 # 开头，这里是全角的',
      en: 'a comment begins with an ASCII #, not a full-width one',
    },
  }),
  dash: () => ({
    code: 'full-width',
    message: {
      zh: '列表的每一项要以半角的 “-” 开头，后面空一格',
      en: 'an entry of a list begins with an ASCII "-" and a space',
    },
  }),
  opening: (found: string, wanted: string) => ({
    code: 'full-width',
    message: {
      zh: `括号要用半角的 ${wanted}，这里是 ${found}`,
      en: `use the ASCII bracket ${wanted}, not ${found}`,
    },
  }),
  closing: (found: string, wanted: string) => ({
    code: 'full-width',
    message: {
      zh: `这里要用半角的 ${wanted} 结束，现在是 ${found}`,
      en: `this must end with the ASCII ${wanted}, not ${found}`,
    },
  }),
  comma: (found: string) => ({
    code: 'full-width',
    message: {
      zh: `括号里的各项要用半角逗号隔开，逗号后空一格；这里是 ${found}`,
      en: `entries in brackets are separated by an ASCII comma and a space, not ${found}`,
    },
  }),
  quotes: () => ({
    code: 'full-width',
    message: {
      zh: '引号要用半角的；全角引号会算作内容的一部分',
      en: 'use ASCII quotation marks; full-width ones count as part of the value',
    },
  }),
  commaInEntry: (found: string) => ({
    code: 'full-width',
    message: {
      zh: `${found} 不能把两项隔开，请改为半角逗号加空格；内容里真有 ${found} 的，请加引号`,
      en: `${found} does not separate entries; use an ASCII comma and a space, or quote the value if ${found} belongs to it`,
    },
  }),
} satisfies Record<string, (...values: string[]) => ProblemDetails>;
