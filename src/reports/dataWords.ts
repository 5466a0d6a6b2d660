import type { Suppressor } from '../model/report.ts';
import type { Language } from './words.ts';

/** The words of the reports for programs and tables in one language. */
export interface DataWords {
  /** The column headers of the table, in order. */
  readonly columns: {
    readonly status: string;
    readonly file: string;
    readonly list: string;
    readonly item: string;
    readonly itemName: string;
    readonly column: string;
    readonly severity: string;
    readonly rule: string;
    readonly message: string;
    readonly excerpt: string;
    readonly suggestion: string;
    readonly line: string;
    readonly lineColumn: string;
    readonly reason: string;
  };
  /** A finding that counts. */
  readonly counts: string;
  readonly suppressed: Readonly<Record<Suppressor, string>>;
  /** The rule under which a file that could not be checked is reported where a format knows findings only. */
  readonly fileChecked: { readonly title: string; readonly why: string };
  readonly findings: (count: number) => string;
  /** The title of findings that do not fail the run. */
  readonly below: string;
  readonly notCounted: string;
  readonly unread: (reason: string) => string;
  readonly root: string;
  readonly leftOut: (count: number, limit: number) => string;
  readonly page: string;
}

const zh: DataWords = {
  columns: {
    status: '状态',
    file: '文件',
    list: '清单',
    item: '序号',
    itemName: '事项名称',
    column: '栏目',
    severity: '级别',
    rule: '规则',
    message: '问题',
    excerpt: '原文',
    suggestion: '建议',
    line: '行',
    lineColumn: '列',
    reason: '不计的理由',
  },
  counts: '待处理',
  suppressed: { ignore: '已忽略', baseline: '基线已有', unchanged: '改动之前已有' },
  fileChecked: {
    title: '文件都能检查',
    why: '读不了的文件，或者其中没有清单的文件，没有检查，不能算通过。',
  },
  findings: (count) => `${count} 个问题`,
  below: '以下问题不影响是否通过：',
  notCounted: '以下问题不计：',
  unread: (reason) => `没有读懂：${reason}`,
  root: '运行 qingdan 的文件夹，应当是仓库的根',
  leftOut: (count, limit) => `另有 ${count} 个问题没有列出：GitHub 一次最多接受 ${limit} 个`,
  page: '规则说明',
};

const en: DataWords = {
  columns: {
    status: 'status',
    file: 'file',
    list: 'list',
    item: 'item',
    itemName: 'item name',
    column: 'column',
    severity: 'severity',
    rule: 'rule',
    message: 'message',
    excerpt: 'excerpt',
    suggestion: 'suggestion',
    line: 'line',
    lineColumn: 'line column',
    reason: 'why it does not count',
  },
  counts: 'open',
  suppressed: { ignore: 'ignored', baseline: 'in the baseline', unchanged: 'there before the change' },
  fileChecked: {
    title: 'every file can be checked',
    why: 'A file that cannot be read, or that holds no list, was not checked and is no pass.',
  },
  findings: (count) => `${count} ${count === 1 ? 'finding' : 'findings'}`,
  below: 'These findings do not fail the run:',
  notCounted: 'These findings do not count:',
  unread: (reason) => `not understood: ${reason}`,
  root: 'The folder in which qingdan ran; it should be the root of the repository',
  leftOut: (count, limit) => `${count} more findings are left out: GitHub takes ${limit} at a time`,
  page: 'About this rule',
};

/** The words of the reports for programs and tables by language. */
export const DATA_WORDS: Readonly<Record<Language, DataWords>> = { zh, en };

/** The id of the rule of `DataWords.fileChecked`. No file of rules declares it. */
export const FILE_CHECKED = 'file-checked';
