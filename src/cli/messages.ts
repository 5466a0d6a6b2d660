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
  'bad-jobs': '--jobs 要写一个 1 到 999 的整数，或者 auto，不能是“{value}”。',
  'jobs-with-counting': '{option} 要在一个线程里统计，不能和多个 --jobs 一起用。请去掉其中一个。',
  'cache-with-counting': '{option} 要检查每一份文件才能统计，不能和 --cache 一起用。请去掉其中一个。',
  'bad-shard': '--shard 要写成 第几份/共几份，例如 2/4，不能是“{value}”。',
  'fix-output': '标准输出要用来给出{what}。请给 {format} 写明文件，例如 --format {format}=文件。',
  'watch-stdin': '--watch 不能用于标准输入。请给出文件或文件夹。',
  'watch-with': '--watch 不能和 {option} 一起用。请分开运行。',
  'shard-with-stdin': '--shard 不能用于标准输入：它没有大小，也没有别的部分。请给出文件或文件夹。',
  'no-reports': '“{path}”里没有 JSON 报告（*.json）。报告由 qingdan check --format json=文件 写出。',
  'report-missing': '找不到报告“{file}”。请检查路径。',
  'report-unreadable': '无法读取报告“{file}”：{reason}。',
  'report-not-json': '“{file}”不是 JSON：{reason}。报告可能没有写完，请重新生成。',
  'not-a-report': '“{file}”不是 qingdan check --format json 写的报告：{reason}。',
  'report-of-newer-tool': '“{file}”的报告版本是 {version}，这里只认识 1。请用写它的那个版本来合并。',
  'file-in-two-reports':
    '“{path}”同时在“{one}”和“{other}”里，合并会重复计数。请检查是否给重了报告，或把上次合并的结果也放了进来。',
  'parts-of-other-runs':
    '“{one}”和“{other}”不是同一次分份检查的报告（份数或文件不同）。请用同样的文件和份数重新检查各份。',
  'part-twice': '“{one}”和“{other}”都是第 {part} 份。请只给一份。',
  'parts-missing': '缺少第 {missing} 份的报告，没有合并：少了它就不是全部文件的结果。请补上再合并。',
  'bad-fail-on': '--fail-on 只能是 error、warning、info 或 never，不能是“{value}”。',
  'not-together': '{one} 不能和 {other} 一起用。',
  'baseline-missing': '找不到基线文件“{file}”。请检查路径；要新建一份，请加上 --update-baseline。',
  'baseline-unreadable': '无法读取基线文件“{file}”：{reason}。',
  'baseline-conflict':
    '基线文件“{file}”第 {line} 行还留着合并冲突的标记。请保留两边的行，删去标记；或者删去这个文件，用 --update-baseline 重新生成。',
  'baseline-not-json':
    '基线文件“{file}”不是 JSON：{reason}。请从版本库取回原来的文件，或者删去它，用 --update-baseline 重新生成。',
  'not-a-baseline':
    '“{file}”不是这个版本能用的基线文件：{reason}。请检查文件名；要重新生成，请先删去它，再用 --update-baseline。',
  'bad-ref': '--changed-since 后面要写 git 的分支、标签或提交，不能是“{ref}”。',
  'no-git': '--changed-since 要用 git，但没有找到这个程序。请先安装 git。',
  'no-repository': '--changed-since 只能在 git 仓库里用，当前文件夹不在仓库里。',
  'ref-unknown':
    '这个 git 仓库里没有“{ref}”。请检查名称；远程的分支写作 origin/名称，可能要先运行 git fetch。',
  'ref-unknown-shallow':
    '“{ref}”不在这份浅克隆里。请取回完整的历史：git fetch --unshallow；在 GitHub Actions 里，给 actions/checkout 写 fetch-depth: 0。',
  'history-shallow':
    '这份克隆太浅，看不到从“{ref}”分出来的地方。请取回完整的历史：git fetch --unshallow；在 GitHub Actions 里，给 actions/checkout 写 fetch-depth: 0。',
  'no-common-commit': '当前提交和“{ref}”没有共同的历史，无从比较。请换一个分支或提交。',
  'git-failed': 'git 出错：{reason}',
  'bad-format': '没有“{format}”这种输出格式。可以用：{known}。',
  'formats-share-output': '只能有一种格式写到同一处。其余格式请写明文件，例如 --format json=report.json。',
  'unknown-county': '没有“{county}”这个格式。可以用：{known}。不写 --county 则自动识别。',
  'unknown-rule': '没有“{rule}”这条规则。',
  'unknown-subcommand': 'rules 后面没有“{word}”这种用法，可以写 list、explain 或 test。',
  'tests-unreadable': '读不到“{path}”（{reason}）。请给出放有 *.test.yaml 的文件夹，或其中一个文件。',
  'update-without-test': '--update 要和 rules test 一起用。',
  'rule-missing': '请写明规则，例如：qingdan rules explain sequential-numbering',
  'too-many-operands': '多了“{word}”：{command} 命令到此应当结束。',
  'one-document': 'inspect 一次读一份文件，这里有 {count} 份。',
  'not-a-document': '“{path}”是文件夹。{command} 要的是一份文件。',
  'config-missing': '找不到配置文件“{file}”。请检查路径，或者用 qingdan init 新建一份。',
  'config-unreadable': '无法读取配置文件“{file}”：{reason}。',
  'output-is-input': '“{file}”是要检查的文件，不能用作输出，否则原文会被覆盖。请换一个文件名。',
  'output-not-written': '无法写入“{file}”：{reason}。请换一个位置，或者检查文件夹是否存在、是否有写入权限。',
  'config-exists': '“{file}”已经存在，没有改动。要重新生成，请先改名或删除它。',
  'output-exists': '“{file}”已经存在，没有改动。请换一个文件名，或者先改名或删除它。',
  'from-missing': '{option} 要和 --from 样本 一起用：init 只在从样本学习格式时需要它。',
  'bad-format-id': '“{id}”不能作格式的名称。请用小写字母、数字和连字符，以字母开头，并且不是 base。',
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
  'bad-jobs': '--jobs must be a whole number from 1 to 999, or auto, not “{value}”.',
  'jobs-with-counting': '{option} counts in one thread and does not go with several --jobs. Leave one out.',
  'cache-with-counting':
    '{option} counts while files are checked and does not go with --cache. Leave one out.',
  'bad-shard': '--shard is written PART/PARTS, for example 2/4, not “{value}”.',
  'fix-output': 'Standard output holds {what}. Name a file for {format}: --format {format}=FILE.',
  'watch-stdin': '--watch cannot follow standard input. Name files or folders.',
  'watch-with': '--watch does not go with {option}. Run them apart.',
  'shard-with-stdin':
    '--shard does not go with standard input, which has no size and no other parts. Name files or folders.',
  'no-reports':
    '“{path}” holds no JSON report (*.json). Reports are written by qingdan check --format json=FILE.',
  'report-missing': 'There is no report “{file}”. Check the path.',
  'report-unreadable': 'The report “{file}” cannot be read: {reason}.',
  'report-not-json': '“{file}” is no JSON: {reason}. It may have been cut off; make it again.',
  'not-a-report': '“{file}” is no report of qingdan check --format json: {reason}.',
  'report-of-newer-tool':
    '“{file}” is a report of version {version}, only 1 is known here. Merge with the version that wrote it.',
  'file-in-two-reports':
    '“{path}” is in “{one}” and in “{other}” and would count twice. Check whether a report was given twice, or an earlier merged one is among them.',
  'parts-of-other-runs':
    '“{one}” and “{other}” are not parts of one run (other files, or another number of parts). Check all parts again with the same files and number.',
  'part-twice': '“{one}” and “{other}” are both part {part}. Give one of them.',
  'parts-missing':
    'The report of part {missing} is missing, so nothing was merged: without it some files are left out. Add it and merge again.',
  'bad-fail-on': '--fail-on must be error, warning, info or never, not “{value}”.',
  'not-together': '{one} does not go with {other}.',
  'baseline-missing': 'There is no baseline “{file}”. Check the path, or add --update-baseline to make one.',
  'baseline-unreadable': 'The baseline “{file}” cannot be read: {reason}.',
  'baseline-conflict':
    'Line {line} of the baseline “{file}” still holds marks of a merge conflict. Keep the lines of both sides and delete the marks; or delete the file and make it anew with --update-baseline.',
  'baseline-not-json':
    'The baseline “{file}” is no JSON: {reason}. Take the file back from version control, or delete it and make it anew with --update-baseline.',
  'not-a-baseline':
    '“{file}” is no baseline that this version can use: {reason}. Check the name; to make it anew, delete it first and use --update-baseline.',
  'bad-ref': '--changed-since needs a branch, tag or commit of git, not “{ref}”.',
  'no-git': '--changed-since needs git, which was not found. Install it first.',
  'no-repository': '--changed-since works in a git repository; this folder is in none.',
  'ref-unknown':
    'This git repository has no “{ref}”. Check the name; a remote branch is called origin/NAME, and git fetch may be needed first.',
  'ref-unknown-shallow':
    '“{ref}” is not in this shallow clone. Fetch the whole history: git fetch --unshallow; in GitHub Actions set fetch-depth: 0 for actions/checkout.',
  'history-shallow':
    'This clone is too shallow to show where the work parted from “{ref}”. Fetch the whole history: git fetch --unshallow; in GitHub Actions set fetch-depth: 0 for actions/checkout.',
  'no-common-commit':
    'The current commit and “{ref}” have no history in common, so there is nothing to compare. Name another branch or commit.',
  'git-failed': 'git failed: {reason}',
  'bad-format': 'There is no output format “{format}”. Known: {known}.',
  'formats-share-output':
    'Only one format can go to one place. Name a file for the others, for example --format json=report.json.',
  'unknown-county': 'There is no format “{county}”. Known: {known}. Without --county it is detected.',
  'unknown-rule': 'There is no rule “{rule}”.',
  'unknown-subcommand': 'rules has no “{word}”; use list, explain or test.',
  'tests-unreadable':
    '“{path}” cannot be read ({reason}). Name a folder with *.test.yaml files, or one of them.',
  'update-without-test': '--update goes with rules test.',
  'rule-missing': 'Name a rule, for example: qingdan rules explain sequential-numbering',
  'too-many-operands': 'Unexpected “{word}” after the command {command}.',
  'one-document': 'inspect reads one file at a time, here are {count}.',
  'not-a-document': '“{path}” is a folder. {command} reads one file.',
  'config-missing': 'There is no config file “{file}”. Check the path, or make one with `qingdan init`.',
  'config-unreadable': 'The config file “{file}” cannot be read: {reason}.',
  'output-is-input':
    '“{file}” is one of the checked files; writing the report there would destroy it. Choose another name.',
  'output-not-written':
    '“{file}” cannot be written: {reason}. Choose another place, or check that the folder exists and is writable.',
  'config-exists': '“{file}” is already there and was left as it is. Rename or delete it to start anew.',
  'output-exists':
    '“{file}” is already there and was left as it is. Choose another name, or rename or delete it first.',
  'from-missing': '{option} goes with --from SAMPLE: init needs it only to learn a format.',
  'bad-format-id':
    '“{id}” cannot be the name of a format. Use lower-case letters, digits and hyphens, a letter first, and not base.',
};

/** What the command line says beside usage errors. */
const zhNotes = {
  'did-you-mean': '是不是想写“{word}”？',
  'rules-listed': '全部规则：qingdan rules list',
  'see-help': '用法见：{command} --help',
  'internal-error':
    '工具自身出错：{reason}。这不是文件的问题，请把出错的命令告诉维护者；加上 --debug 可以看到细节。',
  'config-problems': '配置有 {count} 处错误，没有开始检查：',
  'reading-stdin': '正在从标准输入读取；输入完毕请按 Ctrl+D（Windows 为 Ctrl+Z 再回车）。',
  'too-many-warnings': '警告 {warnings} 个，超过了 --max-warnings 允许的 {max} 个。',
  'too-serious': '有达到 --fail-on {level} 的问题，退出码为 1。',
  'baseline-written': '基线已写入 {file}：{count} 个已知问题（新增 {added} 个，去掉 {removed} 个）',
  'baseline-gone': '基线 {file} 中有 {count} 个问题已经不在了；用 --update-baseline 可以把它们去掉：',
  'report-written': '报告已写入 {file}',
  'cache-damaged': '缓存 {folder} 中有 {count} 条已损坏，相应的文件已重新检查。',
  'cache-unwritten': '缓存没有写入 {folder}（{reason}），下次要重新检查。',
  'shard-part': '第 {index}/{count} 份：共 {all} 个文件，这一份 {files} 个。',
  'shard-empty': '第 {index}/{count} 份没有文件（共 {all} 个文件），什么也没有检查。',
  'versions-differ': '注意：报告由不同版本的工具写成（{versions}），结果可能不一致。',
  'rules-differ': '注意：各份报告里这些规则的说明不同，可能语言或规则文件不同：{rules}。',
  'rules-in-some': '注意：这些规则只在部分报告里启用：{rules}。',
  'config-written': '已写入 {file}。按需修改后，运行 qingdan check 即可。',
  'format-learned': '已从 {sample} 学得格式 {id}：{lists} 份清单，{items} 项。',
  'format-written': '格式已写入 {file}。',
  'format-unnamed': '格式暂名 {id}。请把其中的 id 改成本县名称的拼音，或者加上 --county 拼音 重新生成。',
  'format-unsaved': '格式只显示在屏幕上。请存成 {file}，或者加上 -o {file} 重新运行。',
  'format-use':
    '核对以后，在 qingdan.config.yaml 里加一行 formats: [{file}]（还没有这个文件的，新建一个），qingdan check 就会用它。',
  'sample-silent': '用这个格式检查样本，没有发现问题。',
  'sample-findings':
    '用这个格式检查样本，有 {count} 处问题。请逐条看是样本有错，还是格式没有学对：qingdan check {sample} --county {id}',
  'to-check': '拿不准的有 {count} 处，请对照样本核对：',
  'nothing-learned':
    '没有学到格式。请确认样本里有清单的表格；表头完全不同的，照 docs/formats.md 手写 headers 一节。',
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
  'rules-listed': 'All rules: qingdan rules list',
  'see-help': 'See: {command} --help',
  'internal-error':
    'The tool itself failed: {reason}. Your file is not at fault; please report the command to the maintainers. --debug shows the details.',
  'config-problems': 'Faults in the config: {count}. Nothing was checked.',
  'reading-stdin': 'Reading standard input; end it with Ctrl+D (on Windows Ctrl+Z and Enter).',
  'too-many-warnings': '{warnings} warnings are more than the {max} that --max-warnings allows.',
  'too-serious': 'There are findings at the level of --fail-on {level}; the exit code is 1.',
  'baseline-written': 'Baseline written to {file}: {count} known findings ({added} added, {removed} removed)',
  'baseline-gone': '{count} findings of the baseline {file} are gone; --update-baseline takes them out:',
  'report-written': 'Report written to {file}',
  'cache-damaged': 'Damaged entries in the cache {folder}: {count}. Their files were checked again.',
  'cache-unwritten': 'The cache {folder} was not written ({reason}); the next run checks all files again.',
  'shard-part': 'Part {index}/{count}: {files} of {all} files.',
  'shard-empty': 'Part {index}/{count} has no files (there are {all}); nothing was checked.',
  'versions-differ':
    'Note: the reports are of different versions of the tool ({versions}); results may not agree.',
  'rules-differ':
    'Note: these rules have other words in some reports, of another language or other rule files: {rules}.',
  'rules-in-some': 'Note: these rules are on in some of the reports only: {rules}.',
  'config-written': '{file} written. Change what you need, then run qingdan check.',
  'format-learned': 'Learned the format {id} from {sample}: {lists} lists, {items} items.',
  'format-written': 'Format written to {file}.',
  'format-unnamed':
    'The format is called {id} for now. Change the id in it, or run again with --county NAME.',
  'format-unsaved': 'The format stands on the screen only. Save it as {file}, or run again with -o {file}.',
  'format-use':
    'When you have checked it, add the line formats: [{file}] to qingdan.config.yaml (make one if there is none); qingdan check then uses it.',
  'sample-silent': 'Checking the sample with it finds nothing.',
  'sample-findings':
    'Checking the sample with it finds {count} problems. See for each whether the sample is wrong or the format: qingdan check {sample} --county {id}',
  'to-check': 'Not sure of {count} points; compare them with the sample:',
  'nothing-learned':
    'No format was learned. Make sure that the sample holds the tables; for headers in quite other words write the headers section by hand, see docs/formats.md.',
  checking: 'checking {done}/{all} {path}',
  'no-permission': 'no permission',
  'no-folder': 'its folder does not exist',
  'is-folder': 'it is a folder',
  'disk-full': 'the disk is full',
  'read-only': 'the disk is read-only',
};

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
