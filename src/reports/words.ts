import type { ColumnId, ListKind } from '../model/format.ts';
import type { StatedCountSummary, Summary, Suppressor } from '../model/report.ts';
import type { Severity } from '../model/rule.ts';
import type { ReaderId } from '../model/source.ts';

/** The languages of the tool's words; findings arrive in the language the engine was given. */
export type Language = 'zh' | 'en';

/** The words of the text report in one language. */
export interface ReportWords {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly lists: Readonly<Record<ListKind, string>>;
  readonly shortLists: Readonly<Record<ListKind, string>>;
  readonly columns: Readonly<Record<ColumnId, string>>;
  readonly readers: Readonly<Record<ReaderId, string>>;
  readonly document: string;
  readonly item: (number: number) => string;
  /** Stands between a list and its item. */
  readonly beforeItem: string;
  readonly empty: string;
  readonly replaceBy: (text: string) => string;
  readonly remove: string;
  readonly insert: (text: string) => string;
  readonly editPlaces: (count: number) => string;
  readonly notChecked: string;
  readonly nothingFound: string;
  /** In place of it where findings do not count. */
  readonly nothingCounts: (suppressed: number) => string;
  /** Before the counts: what does not count, and why. */
  readonly suppressed: (counts: Readonly<Record<Suppressor, number>>) => string;
  readonly hidden: (warnings: number, infos: number) => string;
  readonly checked: string;
  readonly colon: string;
  readonly comma: string;
  readonly pause: string;
  readonly semicolon: string;
  readonly stop: string;
  readonly format: (id: string) => string;
  readonly items: (count: number) => string;
  readonly categories: (count: number) => string;
  readonly departments: (count: number) => string;
  readonly noLists: (names: string) => string;
  readonly countsAgree: (all: number, agreeing: number) => string;
  readonly noCounts: string;
  readonly countDiffers: (count: StatedCountSummary, what: string) => string;
  readonly countWhat: (count: StatedCountSummary) => string;
  readonly rulesPassed: (count: number) => string;
  readonly rulesFailed: (count: number) => string;
  readonly rulesNotApplicable: (count: number) => string;
  /** Before rule ids, each with the number of files in brackets. */
  readonly rulesNotApplicableIn: (count: number) => string;
  readonly noRules: string;
  /** A stretch that was not understood, and why. */
  readonly unread: (line: number, lastLine: number, reason: string) => string;
  readonly related: (place: string, line: number, column: number) => string;
  readonly unreadMore: (count: number) => string;
  /** Behind the mark of safe changes: how many there are, and how to make them. */
  readonly fixable: (count: number) => string;
  /** How many findings have only suggestions, and how to take them. */
  readonly suggested: (count: number) => string;
  readonly closing: (summary: Summary) => string;
  readonly failed: (count: number) => string;
}

/** In quotation marks that are not among the words themselves, so that it is clear which are to be written. */
function quotedWords(text: string): string {
  return /[“”]/.test(text) ? `「${text}」` : `“${text}”`;
}

const zh: ReportWords = {
  severities: { error: '错误', warning: '警告', info: '提示' },
  lists: { withdrawn: '上级部门收回事项清单', coordinating: '配合履职事项清单', basic: '基本履职事项清单' },
  shortLists: { basic: '基本', coordinating: '配合', withdrawn: '收回' },
  columns: {
    number: '序号',
    category: '事项类别',
    name: '事项名称',
    departments: '对应上级部门',
    superiorDuties: '上级部门职责',
    townshipDuties: '配合职责',
    handover: '承接部门及工作方式',
  },
  readers: { markdown: 'Markdown', text: '纯文本', docx: 'Word', xlsx: 'Excel', pdf: 'PDF' },
  document: '文档',
  item: (number) => `第${number}项`,
  beforeItem: ' ',
  empty: '（空）',
  replaceBy: (text) => `改为${quotedWords(text)}`,
  remove: '删去',
  insert: (text) => `补上${quotedWords(text)}`,
  editPlaces: (count) => `有 ${count} 处要改`,
  notChecked: '无法检查',
  nothingFound: '没有发现问题',
  nothingCounts: (suppressed) => `没有要处理的问题（${suppressed} 个不计）`,
  suppressed: ({ ignore, baseline, unchanged }) => {
    const parts = [
      ...(ignore > 0 ? [`忽略注释 ${ignore} 个`] : []),
      ...(baseline > 0 ? [`基线 ${baseline} 个`] : []),
      ...(unchanged > 0 ? [`改动之前已有 ${unchanged} 个`] : []),
    ];
    return `另有 ${ignore + baseline + unchanged} 个问题不计：${parts.join('，')}`;
  },
  hidden: (warnings, infos) => `未显示：${warnings} 个警告，${infos} 个提示（--quiet）`,
  checked: '检查内容',
  colon: '：',
  comma: '，',
  pause: '、',
  stop: '。',
  format: (id) => `格式 ${id}`,
  items: (count) => `${count} 个事项`,
  categories: (count) => `${count} 个类别`,
  departments: (count) => `${count} 个部门`,
  noLists: (names) => `没有读到：${names}`,
  countsAgree: (all, agreeing) =>
    all === agreeing
      ? `文中写明的数量：${all} 处，全部相符`
      : `文中写明的数量：${all} 处，${agreeing} 处相符`,
  noCounts: '文中写明的数量：没有',
  countDiffers: (count, what) =>
    count.actual === null
      ? `${what}：写明 ${count.stated}，无法核对`
      : `${what}：写明 ${count.stated}，实有 ${count.actual}`,
  countWhat: (count) => {
    const list = count.list === null ? '全部清单' : zh.lists[count.list];
    switch (count.what) {
      case 'items':
        return `${list}的事项`;
      case 'categories':
        return `${list}的类别`;
      case 'departments':
        return `${list}的部门`;
      case 'itemsInCategory':
        return `${list}“${count.category ?? ''}”类的事项`;
    }
  },
  rulesPassed: (count) => `${count} 条规则通过`,
  rulesFailed: (count) => `${count} 条规则发现问题`,
  rulesNotApplicable: (count) => `${count} 条规则不适用`,
  rulesNotApplicableIn: (count) => `${count} 条规则在部分文件中不适用（括号内是文件数）`,
  noRules: '没有执行任何规则',
  unread: (line, lastLine, reason) =>
    `第${line === lastLine ? line : `${line}–${lastLine}`}行没有读懂（${reason}）`,
  related: (place, line, column) => `另见 ${place}（${line}:${column}）`,
  unreadMore: (count) => `另有 ${count} 处没有读懂`,
  fixable: (count) => `${count} 处可用 --fix 直接改`,
  semicolon: '；',
  suggested: (count) => `${count} 处的建议由人选定，照着改用 --fix-suggestions 规则`,
  closing: ({ errors, warnings, infos, files, items }) =>
    `${errors} 个错误，${warnings} 个警告，${infos} 个提示（${files} 个文件，${items} 个事项）`,
  failed: (count) => `${count} 个文件无法检查`,
};

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const en: ReportWords = {
  severities: { error: 'error', warning: 'warning', info: 'info' },
  lists: { basic: 'Basic duties', coordinating: 'Coordinating duties', withdrawn: 'Withdrawn duties' },
  shortLists: { basic: 'basic', coordinating: 'coordinating', withdrawn: 'withdrawn' },
  columns: {
    number: 'number',
    category: 'category',
    name: 'name',
    departments: 'departments',
    superiorDuties: 'superior duties',
    townshipDuties: 'township duties',
    handover: 'handover',
  },
  readers: { markdown: 'Markdown', text: 'plain text', docx: 'Word', xlsx: 'Excel', pdf: 'PDF' },
  document: 'Document',
  item: (number) => `item ${number}`,
  beforeItem: ', ',
  empty: '(empty)',
  replaceBy: (text) => `replace by ${quotedWords(text)}`,
  remove: 'remove it',
  insert: (text) => `add ${quotedWords(text)}`,
  editPlaces: (count) => `${plural(count, 'place')} to change`,
  notChecked: 'not checked',
  nothingFound: 'nothing found',
  nothingCounts: (suppressed) => `nothing that counts (${suppressed} not counted)`,
  suppressed: ({ ignore, baseline, unchanged }) => {
    const parts = [
      ...(ignore > 0 ? [`${ignore} by ignore comments`] : []),
      ...(baseline > 0 ? [`${baseline} in the baseline`] : []),
      ...(unchanged > 0 ? [`${unchanged} there before the change`] : []),
    ];
    return `${plural(ignore + baseline + unchanged, 'more finding')} not counted: ${parts.join(', ')}`;
  },
  hidden: (warnings, infos) =>
    `not shown: ${plural(warnings, 'warning')}, ${plural(infos, 'info')} (--quiet)`,
  checked: 'Checked',
  colon: ': ',
  comma: ', ',
  pause: ', ',
  stop: '.',
  format: (id) => `format ${id}`,
  items: (count) => plural(count, 'item'),
  categories: (count) => plural(count, 'category', 'categories'),
  departments: (count) => plural(count, 'department'),
  noLists: (names) => `not there: ${names}`,
  countsAgree: (all, agreeing) =>
    all === agreeing
      ? `stated counts: ${all}, all agree`
      : `stated counts: ${all}, of which ${agreeing} agree`,
  noCounts: 'stated counts: none',
  countDiffers: (count, what) =>
    count.actual === null
      ? `${what}: stated ${count.stated}, could not be counted`
      : `${what}: stated ${count.stated}, found ${count.actual}`,
  countWhat: (count) => {
    const list = count.list === null ? 'all lists' : en.lists[count.list];
    switch (count.what) {
      case 'items':
        return `items of ${list}`;
      case 'categories':
        return `categories of ${list}`;
      case 'departments':
        return `departments of ${list}`;
      case 'itemsInCategory':
        return `items in “${count.category ?? ''}” of ${list}`;
    }
  },
  rulesPassed: (count) => `${plural(count, 'rule')} passed`,
  rulesFailed: (count) => `${plural(count, 'rule')} failed`,
  rulesNotApplicable: (count) => `${plural(count, 'rule')} not applicable`,
  rulesNotApplicableIn: (count) => `${plural(count, 'rule')} not applicable in so many files`,
  noRules: 'no rule was run',
  unread: (line, lastLine, reason) =>
    `${line === lastLine ? `line ${line} was` : `lines ${line}–${lastLine} were`} not understood (${reason})`,
  related: (place, line, column) => `see also ${place} (${line}:${column})`,
  unreadMore: (count) => `${plural(count, 'more place')} not understood`,
  fixable: (count) => `${plural(count, 'finding')} can be corrected with --fix`,
  semicolon: '; ',
  suggested: (count) =>
    `${count} with suggestions to choose from (to take those of a rule: --fix-suggestions RULE)`,
  closing: ({ errors, warnings, infos, files, items }) =>
    `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(infos, 'info')} ` +
    `(${plural(files, 'file')}, ${plural(items, 'item')})`,
  failed: (count) => `${plural(count, 'file')} could not be checked`,
};

/** The words of the text report by language. */
export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = { zh, en };
