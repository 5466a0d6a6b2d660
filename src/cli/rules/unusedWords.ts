import type { Language } from '../../reports/words.ts';

/** What `--unused` says. */
interface UnusedWords {
  readonly nothing: (files: number) => string;
  readonly heading: (files: number) => string;
  readonly rule: (id: string, file: string) => string;
  readonly format: (id: string, file: string) => string;
  readonly piece: (line: number, words: string) => string;
  readonly neverApplied: (reason: string) => string;
  readonly formatNotUsed: string;
  readonly builtin: (id: string, unused: number, all: number) => string;
}

/** What `--unused` says, by language. */
export const UNUSED_WORDS: Readonly<Record<Language, UnusedWords>> = {
  zh: {
    nothing: (files) => `检查了 ${files} 份文件，规则和格式里的内容都匹配到了。`,
    heading: (files) => `检查了 ${files} 份文件，下列内容一次也没有匹配到：`,
    rule: (id, file) => `规则 ${id}（${file}）`,
    format: (id, file) => `格式 ${id}（${file}）`,
    piece: (line, words) => (line > 0 ? `第${line}行  ${words}` : words),
    neverApplied: (reason) => `没有一份文件用得上这条规则：${reason}`,
    formatNotUsed: '没有一份文件用这个格式',
    builtin: (id, unused, all) => `内置规则 ${id}：${all} 项中有 ${unused} 项`,
  },
  en: {
    nothing: (files) => `${files} files checked; everything in the rules and formats matched somewhere.`,
    heading: (files) => `${files} files checked; what follows never matched:`,
    rule: (id, file) => `rule ${id} (${file})`,
    format: (id, file) => `format ${id} (${file})`,
    piece: (line, words) => (line > 0 ? `line ${line}  ${words}` : words),
    neverApplied: (reason) => `no file was one for this rule: ${reason}`,
    formatNotUsed: 'no file follows this format',
    builtin: (id, unused, all) => `built-in rule ${id}: ${unused} of ${all}`,
  },
};
