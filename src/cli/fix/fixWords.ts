import type { FixStop } from '../../engine/fixText.ts';
import type { Language } from '../../reports/words.ts';
import type { ReplaceFailure } from './replaceFile.ts';

/** Why a file was not changed although there was something to fix. */
export type Unfixed =
  | ReplaceFailure
  /** Its encoding cannot write a character. */
  | { readonly unwritable: string; readonly encoding: string }
  /** The bytes would not read back as the fixed text. */
  | 'unsure';

/** The sentences about fixing. File names are made visible by who prints them. */
export interface FixWords {
  /** What was changed in a file. `rules` are the rules with their numbers. */
  fixed(file: string, count: number, rules: readonly (readonly [string, number])[]): string;
  wouldFix(file: string, count: number, rules: readonly (readonly [string, number])[]): string;
  /** Over all files. */
  total(count: number, files: number): string;
  wouldTotal(count: number, files: number): string;
  readonly nothing: string;
  unfixed(file: string, why: Unfixed): string;
  stopped(file: string, stop: FixStop): string;
}

const zhReasons = {
  changed: '检查期间文件被别的程序改动了，请再运行一次',
  'read-only-file': '文件是只读的，请先去掉只读属性',
  'no-permission': '没有权限写入这个文件或它所在的文件夹',
  'in-use': '文件正被别的程序使用，请先关闭',
  'disk-full': '磁盘已满',
  'read-only': '磁盘只读',
  'not-regular': '这不是普通文件',
  unsure: '改好的内容写回后读出来不一致，为稳妥起见没有改',
} as const;

type Reason = keyof typeof zhReasons;

const enReasons: Readonly<Record<Reason, string>> = {
  changed: 'another program changed the file while it was checked; run it again',
  'read-only-file': 'the file is read-only; allow writing to it first',
  'no-permission': 'the file or its folder may not be written to',
  'in-use': 'another program is using the file; close it first',
  'disk-full': 'the disk is full',
  'read-only': 'the disk is read-only',
  'not-regular': 'it is no regular file',
  unsure: 'the fixed bytes would not read back as the same text, so it was left alone to be safe',
};

const zh: FixWords = {
  fixed: (file, count, rules) => `已改 ${file}：${count} 处（${named(rules, '、')}）`,
  wouldFix: (file, count, rules) => `可改 ${file}：${count} 处（${named(rules, '、')}）`,
  total: (count, files) => `共改了 ${files} 个文件，${count} 处。`,
  wouldTotal: (count, files) =>
    `可改 ${files} 个文件，${count} 处；没有写入。写入请去掉 --fix-dry-run，改用 --fix。`,
  nothing: '没有可以直接改的问题。',
  unfixed(file, why) {
    if (typeof why === 'string') return `没有改 ${file}：${zhReasons[why]}。`;
    if ('system' in why) return `没有改 ${file}：系统报错 ${why.system}。`;
    return `没有改 ${file}：${why.encoding.toUpperCase()} 编码写不出“${why.unwritable}”。请把文件另存为 UTF-8，再改一次。`;
  },
  stopped(file, { why, rules }) {
    const names = rules.join('、');
    if (why === 'circular') return `${file}：规则 ${names} 的改法互相抵消，没有采用。请检查这些规则的设置。`;
    if (why === 'passes') return `${file}：改了多遍还没有改完（${names}），其余请再运行一次。`;
    return `${file}：照 ${names} 改下去会丢失清单内容，没有采用。`;
  },
};

const en: FixWords = {
  fixed: (file, count, rules) => `fixed ${file}: ${count} (${named(rules, ', ')})`,
  wouldFix: (file, count, rules) => `would fix ${file}: ${count} (${named(rules, ', ')})`,
  total: (count, files) => `${count} fixed in ${plural(files, 'file')}`,
  wouldTotal: (count, files) =>
    `${count} can be fixed in ${plural(files, 'file')}; nothing was written. To write, use --fix in place of --fix-dry-run.`,
  nothing: 'nothing that can be fixed safely',
  unfixed(file, why) {
    if (typeof why === 'string') return `${file} was not changed: ${enReasons[why]}`;
    if ('system' in why) return `${file} was not changed: the system says ${why.system}`;
    return `${file} was not changed: ${why.encoding.toUpperCase()} cannot write “${why.unwritable}”; save the file as UTF-8 and fix it again`;
  },
  stopped(file, { why, rules }) {
    const names = rules.join(', ');
    if (why === 'circular')
      return `${file}: the fixes of ${names} undo each other and were left out; check the settings of these rules`;
    if (why === 'passes') return `${file}: more is left to fix after many passes (${names}); run it again`;
    return `${file}: the fixes of ${names} would have lost a part of the lists and were left out`;
  },
};

function named(rules: readonly (readonly [string, number])[], comma: string): string {
  return rules.map(([rule, count]) => (count === 1 ? rule : `${rule} ${count}`)).join(comma);
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** The sentences in a language. */
export const FIX_WORDS: Readonly<Record<Language, FixWords>> = { zh, en };
