import type { Language } from '../reports/words.ts';

/** Every sentence about a command line that cannot be used. `{word}` is filled from the error's data. */
const zhUsage = {
  'unknown-command': '没有“{command}”这个命令。',
  'unknown-command-path': '没有“{command}”这个命令。要检查这个文件，请用：qingdan check {command}',
  'unknown-option': '没有 {option} 这个选项。',
  'option-of-other-command': '{command} 命令没有 {option} 这个选项。',
  'value-missing': '{option} 后面要写一个值。',
  'value-not-wanted': '{option} 后面不写值，多了“{value}”。',
  'bad-lang': '--lang 只能是 zh 或 en，不能是“{value}”。',
  'bad-max-warnings': '--max-warnings 要写一个不小于 0 的整数，不能是“{value}”。',
  'bad-format': '没有“{format}”这种输出格式。可以用：{known}。',
  'formats-share-output': '只能有一种格式写到同一处。其余格式请写明文件，例如 --format json=report.json。',
  'unknown-county': '没有“{county}”这个格式。可以用：{known}。不写 --county 则自动识别。',
  'unknown-rule': '没有“{rule}”这条规则。qingdan rules list 列出全部规则。',
  'unknown-subcommand': 'rules 后面没有“{word}”这种用法，可以写 list 或 explain。',
  'rule-missing': '请写明规则，例如：qingdan rules explain sequential-numbering',
  'too-many-operands': '多了“{word}”：{command} 命令到此应当结束。',
  'one-document': 'inspect 一次读一份文件，这里有 {count} 份。',
  'not-a-document': '“{path}”是文件夹。inspect 要的是一份文件。',
  'config-missing': '找不到配置文件“{file}”。请检查路径，或者用 qingdan init 新建一份。',
  'config-unreadable': '无法读取配置文件“{file}”：{reason}。',
  'output-is-input': '“{file}”是要检查的文件，不能用作输出，否则原文会被覆盖。请换一个文件名。',
  'output-not-written': '无法写入“{file}”：{reason}。请换一个位置，或者检查文件夹是否存在、是否有写入权限。',
  'config-exists': '“{file}”已经存在，没有改动。要重新生成，请先改名或删除它。',
} as const;

/** Which sentence a usage error says. */
export type UsageCode = keyof typeof zhUsage;

const enUsage: Readonly<Record<UsageCode, string>> = {
  'unknown-command': 'There is no command “{command}”.',
  'unknown-command-path': 'There is no command “{command}”. To check this file: qingdan check {command}',
  'unknown-option': 'There is no option {option}.',
  'option-of-other-command': 'The command {command} has no option {option}.',
  'value-missing': '{option} needs a value.',
  'value-not-wanted': '{option} takes no value, but got “{value}”.',
  'bad-lang': '--lang must be zh or en, not “{value}”.',
  'bad-max-warnings': '--max-warnings must be a whole number from 0 up, not “{value}”.',
  'bad-format': 'There is no output format “{format}”. Known: {known}.',
  'formats-share-output':
    'Only one format can go to one place. Name a file for the others, for example --format json=report.json.',
  'unknown-county': 'There is no format “{county}”. Known: {known}. Without --county it is detected.',
  'unknown-rule': 'There is no rule “{rule}”. `qingdan rules list` lists them all.',
  'unknown-subcommand': 'rules has no “{word}”; use list or explain.',
  'rule-missing': 'Name a rule, for example: qingdan rules explain sequential-numbering',
  'too-many-operands': 'Unexpected “{word}” after the command {command}.',
  'one-document': 'inspect reads one file at a time, here are {count}.',
  'not-a-document': '“{path}” is a folder. inspect reads one file.',
  'config-missing': 'There is no config file “{file}”. Check the path, or make one with `qingdan init`.',
  'config-unreadable': 'The config file “{file}” cannot be read: {reason}.',
  'output-is-input':
    '“{file}” is one of the checked files; writing the report there would destroy it. Choose another name.',
  'output-not-written':
    '“{file}” cannot be written: {reason}. Choose another place, or check that the folder exists and is writable.',
  'config-exists': '“{file}” is already there and was left as it is. Rename or delete it to start anew.',
};

/** What the command line says beside usage errors. */
const zhNotes = {
  'did-you-mean': '是不是想写“{word}”？',
  'see-help': '用法见：{command} --help',
  'internal-error':
    '工具自身出错：{reason}。这不是文件的问题，请把出错的命令告诉维护者；加上 --debug 可以看到细节。',
  'config-problems': '配置有 {count} 处错误，没有开始检查：',
  'reading-stdin': '正在从标准输入读取；输入完毕请按 Ctrl+D（Windows 为 Ctrl+Z 再回车）。',
  'too-many-warnings': '警告 {warnings} 个，超过了 --max-warnings 允许的 {max} 个。',
  'report-written': '报告已写入 {file}',
  'config-written': '已写入 {file}。按需修改后，运行 qingdan check 即可。',
  checking: '正在检查 {done}/{all} {path}',
  'no-permission': '没有权限',
  'no-folder': '所在文件夹不存在',
  'is-folder': '这是一个文件夹',
  'disk-full': '磁盘已满',
  'read-only': '磁盘只读',
} as const;

/** Which note. */
export type NoteCode = keyof typeof zhNotes;

const enNotes: Readonly<Record<NoteCode, string>> = {
  'did-you-mean': 'Did you mean “{word}”?',
  'see-help': 'See: {command} --help',
  'internal-error':
    'The tool itself failed: {reason}. Your file is not at fault; please report the command to the maintainers. --debug shows the details.',
  'config-problems': 'Faults in the config: {count}. Nothing was checked.',
  'reading-stdin': 'Reading standard input; end it with Ctrl+D (on Windows Ctrl+Z and Enter).',
  'too-many-warnings': '{warnings} warnings are more than the {max} that --max-warnings allows.',
  'report-written': 'Report written to {file}',
  'config-written': '{file} written. Change what you need, then run qingdan check.',
  checking: 'checking {done}/{all} {path}',
  'no-permission': 'no permission',
  'no-folder': 'its folder does not exist',
  'is-folder': 'it is a folder',
  'disk-full': 'the disk is full',
  'read-only': 'the disk is read-only',
};

/** Why a name gives nothing to check, beside the file errors of the engine. */
const FILE_PROBLEMS = {
  'no-match': {
    zh: '没有文件符合这个通配符。请检查写法和所在文件夹；被 .gitignore 或配置忽略的文件，可以加 --no-ignore',
    en: 'no file matches this pattern; check it and the folder, or add --no-ignore for files that .gitignore or the config leaves out',
  },
  'no-drafts': {
    zh: '文件夹里没有可以检查的文件（.md、.markdown、.txt）。请检查文件夹；被 .gitignore 或配置忽略的文件，可以加 --no-ignore',
    en: 'the folder holds no file to check (.md, .markdown, .txt); check its name, or add --no-ignore for files that .gitignore or the config leaves out',
  },
  unreadable: {
    zh: '系统无法读取这个文件。请确认磁盘或网络位置正常，再试一次',
    en: 'the system cannot read this file; make sure that the disk or network place works, and try again',
  },
} as const;

/** The message of a file problem that only the command line knows. */
export function fileProblemText(code: keyof typeof FILE_PROBLEMS, language: Language): string {
  return FILE_PROBLEMS[code][language];
}

const USAGE: Readonly<Record<Language, Readonly<Record<UsageCode, string>>>> = { zh: zhUsage, en: enUsage };
const NOTES: Readonly<Record<Language, Readonly<Record<NoteCode, string>>>> = { zh: zhNotes, en: enNotes };

type Words = Readonly<Record<string, string | number>>;

/** The sentence of a usage error. */
export function usageText(code: UsageCode, data: Words, language: Language): string {
  return fill(USAGE[language][code], data);
}

/** A note of the command line. */
export function noteText(code: NoteCode, data: Words, language: Language): string {
  return fill(NOTES[language][code], data);
}

function fill(template: string, data: Words): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole));
}
