import type { Localized } from '../model/format.ts';

/** The sentences about patterns that are refused: what is wrong, and the way out. */
export const faultTexts = {
  lookaround: (written: string) => ({
    zh: `不能用 “${written}…)”（前后查看）：它不能保证在线性时间内匹配。请直接写出前后的文字，或用 except 排除不算的情形`,
    en: `"${written}…)" (look-around) cannot be matched in linear time; write the words around it out, or leave cases out with except`,
  }),
  backreference: (written: string) => ({
    zh: `不能用 “${written}”（引用前面的分组）：它不能保证在线性时间内匹配。请把可能的写法用 | 一一列出`,
    en: `"${written}" (back reference) cannot be matched in linear time; list what it may stand for with |`,
  }),
  tooLong: (limit: number) => ({
    zh: `正则表达式太长，最多 ${limit} 个字符`,
    en: `the pattern is too long; ${limit} characters at most`,
  }),
  tooDeep: () => ({ zh: '括号嵌套太深', en: 'the groups are nested too deep' }),
  tooLarge: (limit: number) => ({
    zh: `重复的次数太多，连乘起来最多 ${limit} 次`,
    en: `repeats too often; ${limit} times at most, nested repeats multiplied`,
  }),
  unpaired: (written: string) => ({
    zh: `“${written}” 没有成对。要找这个字符本身，请写 \\${written}`,
    en: `"${written}" has no partner; for the character itself write \\${written}`,
  }),
  unclosed: (written: string) => ({
    zh: `“${written}” 没有合上。要找这个字符本身，请写 \\${written}`,
    en: `"${written}" is not closed; for the character itself write \\${written}`,
  }),
  nothingToRepeat: (written: string) => ({
    zh: `“${written}” 前面没有可以重复的内容。要找这个字符本身，请写 \\${written}`,
    en: `nothing stands before "${written}" that could be repeated; for the character itself write \\${written}`,
  }),
  badRepeat: (written: string) => ({
    zh: `重复次数 “${written}” 写反了，应先小后大`,
    en: `"${written}" is out of order; the smaller number comes first`,
  }),
  badGroup: (written: string) => ({
    zh: `不认识 “${written}” 这种分组。可以写 (…)、(?:…) 或 (?<名字>…)`,
    en: `there is no group "${written}"; write (…), (?:…) or (?<name>…)`,
  }),
  groupTwice: (name: string) => ({
    zh: `分组名 “${name}” 用了两次`,
    en: `the group name "${name}" is used twice`,
  }),
  badEscape: (written: string) => ({
    zh: `不认识 “${written}”。反斜杠只能写在有特殊意义的字符前面`,
    en: `"${written}" means nothing; a backslash stands before characters with a meaning only`,
  }),
  unknownProperty: (name: string) => ({
    zh: `没有 “${name}” 这个 Unicode 属性。汉字写 \\p{Script=Han}，字母写 \\p{L}`,
    en: `there is no Unicode property "${name}"; Chinese characters are \\p{Script=Han}, letters \\p{L}`,
  }),
  badRange: (written: string) => ({
    zh: `范围 “${written}” 写反了，或者两端不是单个字符`,
    en: `the range "${written}" is out of order, or its ends are no single characters`,
  }),
  noPattern: () => ({ zh: '正则表达式是空的', en: 'the pattern is empty' }),
  invalid: (reason: string) => ({
    zh: `不是合法的正则表达式：${reason}`,
    en: `this is no valid pattern: ${reason}`,
  }),
  emptyClass: () => ({
    zh: '这里没有任何字符可以匹配，所以永远找不到东西',
    en: 'no character fits here, so the pattern never finds anything',
  }),
  surrogate: () => ({
    zh: '这里只有半个字符（代理项），文字里不会单独出现，所以永远找不到东西。请写出整个字符',
    en: 'half a character (a surrogate) never stands by itself in a text, so the pattern never finds anything; write the whole character',
  }),
  lineBreak: () => ({
    zh: '这里要的是换行，而规则所看的内容（序号、类别、名称、部门、标题等）里没有换行，所以永远找不到东西',
    en: 'a line break is wanted here, and what the rule looks at (numbers, categories, names, departments, titles) holds none, so the pattern never finds anything',
  }),
  contradiction: (written: string) => ({
    zh: `“${written}” 和它前后的内容不可能同时成立，所以永远找不到东西`,
    en: `"${written}" and what stands around it cannot both hold, so the pattern never finds anything`,
  }),
  fitsEmpty: () => ({
    zh: '它连空文字也能匹配，等于处处都合。请写出至少要有的字符',
    en: 'it also fits an empty text, so it fits everywhere; write what must at least be there',
  }),
  notProved: () => ({
    zh: '内置规则只能用可以证明在线性时间内匹配的正则表达式：请限定重复次数，或让重复的内容与前后的字符不重叠',
    en: 'built-in rules take only patterns that are proved to match in linear time: bound what repeats, or keep it apart from the characters around it',
  }),
} satisfies Record<string, (...values: never[]) => Localized>;
