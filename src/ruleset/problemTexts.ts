import { shown } from '../checks/general/schemaDemands.ts';
import type { Localized } from '../model/format.ts';

/** The sentences about files, rules and formats. */
export const texts = {
  notUtf8: () => ({
    zh: '文件不是 UTF-8 编码。请用记事本打开，另存为时编码选 UTF-8',
    en: 'the file is not encoded in UTF-8; open it in a text editor and save it as UTF-8',
  }),
  notText: () => ({
    zh: '这不是文本文件，可能是 Word、Excel 文件或压缩包改了名。请用记事本写，存为 UTF-8 的 .yaml 文件',
    en: 'this is no text file; it may be a Word or Excel file, or an archive, under another name. Write it in a text editor and save it as .yaml in UTF-8',
  }),
  emptyFile: () => ({
    zh: '文件是空的，或者只有注释',
    en: 'the file is empty, or holds comments only',
  }),
  duplicateKey: (key: string, first: number) => ({
    zh: `键 “${key}” 写了两次，前一次在第 ${first} 行。请合并到一处，或删去一个`,
    en: `the key "${key}" is written twice, first in line ${first}; join the two, or delete one`,
  }),
  missingFile: (path: string) => ({
    zh: `读不到文件：${path}。请检查路径；相对路径从写它的文件所在的文件夹算起`,
    en: `cannot read the file ${path}; check the path, which counts from the folder of the file that names it`,
  }),
  missingConfig: (path: string) => ({ zh: `读不到文件：${path}`, en: `cannot read the file ${path}` }),
  missingFolder: (path: string) => ({
    zh: `读不到文件夹：${path}。请检查路径；如果是文件，要以 .yaml 结尾`,
    en: `cannot read the folder ${path}; check the path, and if it is a file, call it .yaml`,
  }),
  emptyFolder: (path: string) => ({
    zh: `文件夹里没有 .yaml 文件：${path}`,
    en: `the folder ${path} holds no .yaml file`,
  }),
  unknownKey: (key: string) => ({ zh: `不认识的键 “${key}”`, en: `unknown key "${key}"` }),
  keyNotIndented: (key: string, above: string) => ({
    zh: `不认识的键 “${key}”。如果它属于上面的 “${above}”，请在行首加两个空格`,
    en: `unknown key "${key}"; if it belongs to "${above}" above, indent it by two spaces`,
  }),
  optionOutside: (key: string) => ({
    zh: `不认识的键 “${key}”。规则的选项要写在 options 下面：options: { ${key}: … }`,
    en: `unknown key "${key}"; options of a rule stand under options: options: { ${key}: … }`,
  }),
  noSeverity: () => ({
    zh: '规则后面没有写级别',
    en: 'no severity stands behind the rule',
  }),
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
    zh: `标识 “${id}” 已经用在 ${file}。请改掉其中一个`,
    en: `the id "${id}" is already used in ${file}; change one of them`,
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
