import type { Language } from '../reports/words.ts';

/** Every sentence of the action that no other part of the tool says. `{word}` is filled from data. */
const zh = {
  'bad-value': '输入 {name} 只能是 {known}，不能是“{value}”。',
  'bad-annotations':
    '输入 annotations 要写 true、false 或 0 到 10 的整数（GitHub 每一步每一级最多显示 10 条），不能是“{value}”。',
  'bad-report': '输入 reports 要写成“格式=文件”，例如 sarif=out.sarif html=report.html，不能是“{value}”。',
  'bad-base': '输入 base 要写分支、标签或提交，不能是“{value}”。',
  'not-with-merge': '输入 {name} 不能和 merge 一起用：合并的是已经检查完的报告。请写在检查那一步。',
  'no-stdin': '输入 paths 不能是“-”：这里没有标准输入。请写文件、文件夹或通配符，一行一个。',
  'bad-directory':
    '输入 working-directory 指的“{value}”不是工作区里的文件夹。请检查路径，以及 actions/checkout 是否在前面。',
  'report-outside': '报告不写到“{file}”：它是链接，或者通向工作区之外。请换一个文件名。',
  'baseline-outside': '没有读取基线“{file}”：它是链接，通向工作区之外。请把文件本身放进仓库。',
  'no-repository': '“{folder}”不在 git 仓库里，{input} 无法使用。请在前面用 actions/checkout 检出仓库。',
  'no-base':
    '事件“{event}”没有可比较的分支，不知道应信任哪个提交，{input} 无法使用。请用输入 base 写明，例如 base: origin/main。',
  'base-missing':
    '检出的仓库里没有用来比较的提交 {name}，{input} 无法使用。请在 actions/checkout 里写 fetch-depth: 0（检出合并结果时，fetch-depth: 2 也够）。',
  'base-unreadable':
    '无法读取提交 {name} 的文件，{input} 无法使用。请在 actions/checkout 里写 fetch-depth: 0。',
  'no-merge-base':
    '检出的历史太浅，找不到与 {name} 的分岔点，changed-only 无法使用。请在 actions/checkout 里写 fetch-depth: 0。',
  'baseline-not-in-base':
    '目标分支（提交 {name}）里没有基线文件“{file}”。config-from: base 时基线也取自目标分支；请先把它合并进去，或去掉输入 baseline。',
  'nothing-to-compare': '事件“{event}”没有可比较的提交，changed-only 不起作用：所有问题都算。',
  'log-title': '检查结果',
  'config-of-base': '配置、规则、格式和基线取自目标分支（提交 {name}）。',
  'config-of-branch': '事件“{event}”不是合并请求，配置取自检出的提交。',
  passed: '通过：{closing}',
  'not-passed': '未通过：{closing}',
  'not-shown': '只在代码旁标出 {shown} 处，另有 {more} 处没有标出，见本次运行的摘要。',
  'tool-failed': '工具自身出错，检查结果不可信。',
  'side-failed': '{what}没有写成：{reason}。检查结果不受影响。',
  'what-annotations': '代码旁的标注',
  'what-summary': '运行摘要',
  'what-outputs': '输出值',
  'summary-title': 'qingdan-lint：没有检查',
  'summary-too-long': '报告太长，这里放不下，请看日志或 reports 写出的文件。',
} as const;

/** Which sentence the action says. */
export type ActionMessage = keyof typeof zh;

const en: Readonly<Record<ActionMessage, string>> = {
  'bad-value': 'The input {name} must be one of {known}, not “{value}”.',
  'bad-annotations':
    'The input annotations must be true, false or a whole number from 0 to 10 (GitHub shows ten of each level for a step), not “{value}”.',
  'bad-report':
    'The input reports is written FORMAT=FILE, for example sarif=out.sarif html=report.html, not “{value}”.',
  'bad-base': 'The input base must be a branch, tag or commit, not “{value}”.',
  'not-with-merge':
    'The input {name} does not go with merge: reports that are joined are of checks that are done. Set it where they are checked.',
  'no-stdin':
    'The input paths cannot be “-”: there is no standard input here. Name files, folders or globs, one a line.',
  'bad-directory':
    'The input working-directory, “{value}”, is no folder of the workspace. Check the path, and that actions/checkout ran before.',
  'report-outside':
    'No report is written to “{file}”: it is a link, or leads out of the workspace. Choose another name.',
  'baseline-outside':
    'The baseline “{file}” was not read: it is a link that leads out of the workspace. Add the file itself.',
  'no-repository':
    '“{folder}” is not in a git repository, which {input} needs. Run actions/checkout before this step.',
  'no-base':
    'The event “{event}” names no branch to compare with or to trust, which {input} needs. Name one with the input base, for example base: origin/main.',
  'base-missing':
    'The clone does not hold the commit to compare with, {name}, which {input} needs. Set fetch-depth: 0 for actions/checkout (fetch-depth: 2 is enough when the merge result is checked out).',
  'base-unreadable':
    'The files of the commit {name} cannot be read, which {input} needs. Set fetch-depth: 0 for actions/checkout.',
  'no-merge-base':
    'The clone is too shallow to show where the change branched off {name}, which changed-only needs. Set fetch-depth: 0 for actions/checkout.',
  'baseline-not-in-base':
    'The base branch (commit {name}) has no baseline “{file}”. With config-from: base the baseline is that of the base branch too: merge it first, or leave the input baseline out.',
  'nothing-to-compare':
    'The event “{event}” has no commit to compare with, so changed-only does nothing: all findings count.',
  'log-title': 'What was found',
  'config-of-base': 'Config, rules, formats and baseline are those of the base branch (commit {name}).',
  'config-of-branch':
    'The event “{event}” is no pull request; the config is that of the commit that is checked out.',
  passed: 'Passed: {closing}',
  'not-passed': 'Not passed: {closing}',
  'not-shown': '{shown} are shown beside the lines; {more} more are in the summary of this run.',
  'tool-failed': 'The tool itself failed; the result cannot be trusted.',
  'side-failed': 'The {what} could not be written: {reason}. The result of the check stands.',
  'what-annotations': 'annotations',
  'what-summary': 'job summary',
  'what-outputs': 'outputs',
  'summary-title': 'qingdan-lint: nothing was checked',
  'summary-too-long': 'The report is too long for this page; see the log, or the files that reports wrote.',
};

const MESSAGES: Readonly<Record<Language, Readonly<Record<ActionMessage, string>>>> = { zh, en };

/** A sentence of the action. */
export function actionText(
  code: ActionMessage,
  data: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  return MESSAGES[language][code].replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole));
}
