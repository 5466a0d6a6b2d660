import type { Suppressor } from '../model/report.ts';
import type { Language } from './words.ts';

/** The words that the reports for reading on a page (markdown, html) have beside those of `REPORT_WORDS`. */
export interface PageWords {
  readonly title: string;
  readonly noFiles: string;
  readonly someFailed: (failed: number, errors: number) => string;
  readonly someErrors: (errors: number) => string;
  readonly someWarnings: (warnings: number) => string;
  readonly someInfos: (infos: number) => string;
  readonly nothingButUnread: (unread: number, infos: number) => string;
  /** Heads of columns. */
  readonly heads: {
    readonly file: string;
    readonly read: string;
    readonly notCounted: string;
    readonly item: string;
    readonly column: string;
    readonly severity: string;
    readonly problem: string;
    readonly excerpt: string;
    readonly wayOut: string;
    readonly rule: string;
    readonly list: string;
    readonly items: string;
    readonly categories: string;
    readonly departments: string;
    readonly statedCount: string;
    readonly stated: string;
    readonly actual: string;
    readonly agrees: string;
  };
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  readonly line: (line: number) => string;
  readonly findings: (count: number) => string;
  readonly cleanFiles: (count: number) => string;
  readonly filesNotListed: (count: number) => string;
  readonly unreadPlaces: (count: number) => string;
  readonly notApplicable: (count: number) => string;
  readonly inFiles: (count: number) => string;
  readonly suppressedBy: Readonly<Record<Suppressor, string>>;
  readonly fixable: (count: number) => string;
  /** How many of a severity, as in `3 个错误`. */
  readonly counted: { readonly [severity in 'error' | 'warning' | 'info']: (count: number) => string };
  /** What was cut to keep within a limit. */
  readonly cut: (shown: number, cut: number, bySeverity: string) => string;
  /** The same of one list. */
  readonly listCut: (cut: number) => string;
  readonly detailsCut: string;
}

const zh: PageWords = {
  title: '履职事项清单检查报告',
  noFiles: '没有检查任何文件',
  someFailed: (failed, errors) =>
    `有 ${failed} 个文件无法检查${errors > 0 ? `，另有 ${errors} 个错误需要修改` : ''}`,
  someErrors: (errors) => `有 ${errors} 个错误需要修改`,
  someWarnings: (warnings) => `没有错误，有 ${warnings} 个警告需要核对`,
  someInfos: (infos) => `没有错误和警告，有 ${infos} 个提示供参考`,
  nothingButUnread: (unread, infos) =>
    `没有错误和警告${infos > 0 ? `，有 ${infos} 个提示` : ''}，但有 ${unread} 处没有读懂`,
  heads: {
    file: '文件',
    read: '读到的内容',
    notCounted: '不计',
    item: '项',
    column: '栏目',
    severity: '级别',
    problem: '问题',
    excerpt: '原文',
    wayOut: '改法',
    rule: '规则',
    list: '清单',
    items: '事项',
    categories: '类别',
    departments: '部门',
    statedCount: '文中写明的数量',
    stated: '写明',
    actual: '实有',
    agrees: '相符',
  },
  yes: '是',
  no: '否',
  unknown: '无法核对',
  line: (line) => `第${line}行`,
  findings: (count) => `${count} 个问题`,
  cleanFiles: (count) => `没有发现问题的文件（${count} 个）`,
  filesNotListed: (count) => `还有 ${count} 个文件没有列出。`,
  unreadPlaces: (count) => `有 ${count} 处没有读懂`,
  notApplicable: (count) => `${count} 条规则不适用`,
  inFiles: (count) => `${count} 个文件`,
  suppressedBy: { ignore: '忽略注释', baseline: '基线', unchanged: '改动之前已有' },
  fixable: (count) => `其中 ${count} 个可以用 --fix 自动修改。`,
  counted: {
    error: (count) => `${count} 个错误`,
    warning: (count) => `${count} 个警告`,
    info: (count) => `${count} 个提示`,
  },
  cut: (shown, cut, bySeverity) =>
    `篇幅所限，${shown === 0 ? '' : `只列出最严重的 ${shown} 个问题，`}还有 ${cut} 个没有列出（${bySeverity}）。`,
  listCut: (cut) => `其中 ${cut} 个没有列出`,
  detailsCut: '篇幅所限，没有逐个文件列出检查的内容。',
};

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const en: PageWords = {
  title: 'Duty list report',
  noFiles: 'No file was checked',
  someFailed: (failed, errors) =>
    `${plural(failed, 'file')} could not be checked${errors > 0 ? `, and ${plural(errors, 'error')} to correct` : ''}`,
  someErrors: (errors) => `${plural(errors, 'error')} to correct`,
  someWarnings: (warnings) => `No errors, ${plural(warnings, 'warning')} to look at`,
  someInfos: (infos) => `No errors or warnings, ${plural(infos, 'info')}`,
  nothingButUnread: (unread, infos) =>
    `No errors or warnings${infos > 0 ? `, ${plural(infos, 'info')}` : ''}, but ${plural(unread, 'place')} not understood`,
  heads: {
    file: 'File',
    read: 'What was read',
    notCounted: 'Not counted',
    item: 'Item',
    column: 'Column',
    severity: 'Severity',
    problem: 'Problem',
    excerpt: 'Words',
    wayOut: 'Way out',
    rule: 'Rule',
    list: 'List',
    items: 'Items',
    categories: 'Categories',
    departments: 'Departments',
    statedCount: 'Stated count',
    stated: 'Stated',
    actual: 'Found',
    agrees: 'Agrees',
  },
  yes: 'yes',
  no: 'no',
  unknown: 'could not be counted',
  line: (line) => `line ${line}`,
  findings: (count) => plural(count, 'finding'),
  cleanFiles: (count) => `Files in which nothing was found (${count})`,
  filesNotListed: (count) => `${plural(count, 'more file')} not listed.`,
  unreadPlaces: (count) => `${plural(count, 'place')} not understood`,
  notApplicable: (count) => `${plural(count, 'rule')} not applicable`,
  inFiles: (count) => plural(count, 'file'),
  suppressedBy: { ignore: 'ignore comment', baseline: 'baseline', unchanged: 'there before the change' },
  fixable: (count) => `${count} of them can be corrected with --fix.`,
  counted: {
    error: (count) => plural(count, 'error'),
    warning: (count) => plural(count, 'warning'),
    info: (count) => plural(count, 'info'),
  },
  cut: (shown, cut, bySeverity) =>
    `To keep within the limit, ${plural(cut, 'finding is', 'findings are')} left out (${bySeverity})` +
    `${shown === 0 ? '' : `; the ${shown} most serious ones stand here`}.`,
  listCut: (cut) => `${cut} of them not shown`,
  detailsCut: 'To keep within the limit, what was checked in each file is left out.',
};

/** The words of pages by language. */
export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = { zh, en };
