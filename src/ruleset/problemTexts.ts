import { shown } from '../checks/general/schemaDemands.ts';
import type { Localized } from '../model/format.ts';

const SYNTAX: Readonly<Record<string, Localized>> = {
  TAB_AS_INDENT: {
    zh: '缩进不能用制表符（Tab），请改为空格',
    en: 'tabs cannot be used for indentation; use spaces',
  },
  BAD_INDENT: {
    zh: '缩进不对：同一级的内容要左对齐',
    en: 'wrong indentation: what belongs to one level must line up',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    zh: '一行里只能有一个 “键: 值”，或者这一行的缩进不对；值里有冒号时请加引号',
    en: 'one line holds one key and value, or this line is wrongly indented; quote a value with a colon in it',
  },
  MULTILINE_IMPLICIT_KEY: {
    zh: '键要写在一行里，后面跟冒号和空格',
    en: 'a key must stand on one line, before a colon and a space',
  },
  MISSING_CHAR: {
    zh: '这里少了一个字符：引号、括号要成对，键后面要有冒号',
    en: 'a character is missing here: quotes and brackets come in pairs, a key needs a colon',
  },
  BAD_SCALAR_START: {
    zh: '这个值以特殊符号开头，请加引号',
    en: 'a value that begins with this character needs quotes',
  },
  BAD_DQ_ESCAPE: {
    zh: '双引号里的 \\ 写法不对；路径请用 / 或单引号',
    en: 'wrong escape in double quotes; write paths with / or in single quotes',
  },
  MULTIPLE_DOCS: {
    zh: '一个文件里只能有一份内容，请去掉 “---” 之后的部分',
    en: 'a file holds one document; remove what follows "---"',
  },
  RESOURCE_EXHAUSTION: {
    zh: '嵌套的层数或引用（&、*）太多，读不了',
    en: 'nested too deep, or too many aliases',
  },
  UNEXPECTED_TOKEN: { zh: '这里有多余的符号', en: 'unexpected character' },
  TAG_RESOLVE_FAILED: { zh: '不支持 “!” 开头的标签', en: 'tags ("!") are not supported' },
};

/** What a YAML syntax error says, by the parser's code. */
export function syntaxText(code: string): Localized {
  return SYNTAX[code] ?? { zh: 'YAML 的写法不对', en: 'this is not valid YAML' };
}

/** For `county：zhaosu` and `county:zhaosu`. */
export function colonText(): Localized {
  return { zh: '键后面要用半角冒号，冒号后空一格', en: 'a key is followed by an ASCII colon and a space' };
}

/** For a pattern that begins with `*` and has no quotes. */
export function quoteText(word: string): Localized {
  return { zh: `“${word}” 要加引号："${word}"`, en: `quote this value: "${word}"` };
}

/** The sentences about files, rules and formats. */
export const texts = {
  notUtf8: () => ({
    zh: '文件不是 UTF-8 编码，请另存为 UTF-8',
    en: 'the file is not encoded in UTF-8; save it as UTF-8',
  }),
  duplicateKey: (key: string) => ({ zh: `键 “${key}” 写了两次`, en: `the key "${key}" is written twice` }),
  missingFile: (path: string) => ({ zh: `读不到文件：${path}`, en: `cannot read the file ${path}` }),
  missingFolder: (path: string) => ({ zh: `读不到文件夹：${path}`, en: `cannot read the folder ${path}` }),
  emptyFolder: (path: string) => ({
    zh: `文件夹里没有 .yaml 文件：${path}`,
    en: `the folder ${path} holds no .yaml file`,
  }),
  unknownKey: (key: string) => ({ zh: `不认识的键 “${key}”`, en: `unknown key "${key}"` }),
  unknownSeverity: (value: unknown) => ({
    zh: `不认识的级别 ${shown(value).zh}`,
    en: `unknown severity ${shown(value).en}`,
  }),
  unknownRule: (id: string) => ({ zh: `没有 “${id}” 这条规则`, en: `there is no rule "${id}"` }),
  unknownCheck: (kind: string) => ({ zh: `没有 “${kind}” 这种检查`, en: `there is no check "${kind}"` }),
  unknownOption: (rule: string, option: string) => ({
    zh: `规则 ${rule} 没有 “${option}” 这个选项`,
    en: `rule ${rule} has no option "${option}"`,
  }),
  unknownCounty: (id: string) => ({
    zh: `没有 “${id}” 这个县的格式`,
    en: `there is no county format "${id}"`,
  }),
  unknownSet: (name: string) => ({
    zh: `extends 里的 “${name}” 既不是内置的规则集，也不是配置文件的路径`,
    en: `"${name}" in extends is neither a built-in set nor the path of a config file`,
  }),
  cycle: (chain: readonly string[]) => ({
    zh: `extends 绕成了圈：${chain.join(' → ')}`,
    en: `extends runs in a circle: ${chain.join(' → ')}`,
  }),
  otherCheck: (parent: string, check: string) => ({
    zh: `规则 ${parent} 的检查是 ${check}，在它的基础上不能换成别的检查`,
    en: `rule ${parent} uses the check ${check}; a rule that extends it cannot use another`,
  }),
  duplicateId: (id: string, file: string) => ({
    zh: `标识 “${id}” 已经用在 ${file}`,
    en: `the id "${id}" is already used in ${file}`,
  }),
  unknownVariant: (check: string, variant: string) => ({
    zh: `检查 ${check} 没有 “${variant}” 这种提示`,
    en: `the check ${check} has no message "${variant}"`,
  }),
  unknownPlaceholder: (name: string) => ({
    zh: `占位符 {${name}} 在这里没有值可填`,
    en: `there is no value for the placeholder {${name}} here`,
  }),
  lostPlaceholder: (name: string, has: 'zh' | 'en') => ({
    zh: `占位符 {${name}} 只写在${has === 'zh' ? '中' : '英'}文里，${has === 'zh' ? '英' : '中'}文里缺少它`,
    en: `the placeholder {${name}} is missing: only the ${has === 'zh' ? 'Chinese' : 'English'} message has it`,
  }),
  noExamples: (id: string) => ({
    zh: `规则 ${id} 没有 examples；示例就是它的测试，不能没有`,
    en: `rule ${id} has no examples; they are its tests and cannot be left out`,
  }),
  nothingToRemove: (word: string) => ({
    zh: `remove 里的 “${word}” 在它扩展的格式里没有`,
    en: `"${word}" cannot be removed: the format it extends does not have it`,
  }),
  nothingToRemoveOption: (key: string, entry: unknown) => ({
    zh: `remove 里的 ${shown(entry).zh} 在原来的 “${key}” 里没有`,
    en: `${shown(entry).en} cannot be removed: "${key}" does not have it`,
  }),
  unsupportedScope: (check: string, key: string) => ({
    zh: `检查 ${check} 不看 “on.${key}”，写了也不起作用`,
    en: `the check ${check} does not go by "on.${key}"; it would have no effect`,
  }),
  headerTwice: (word: string, first: string, second: string) => ({
    zh: `表头 “${word}” 同时列在 ${first} 和 ${second} 下，分不清是哪一列`,
    en: `the header "${word}" stands under ${first} and ${second}; which column it heads cannot be told`,
  }),
} satisfies Record<string, (...values: never[]) => Localized>;
