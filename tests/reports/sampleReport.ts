import { makeReport } from '../../src/engine/report.ts';
import type { FileReport, Report, ReportedFinding } from '../../src/model/report.ts';

/** A finding in a sound place, to be varied. */
export function sampleFinding(over: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    ruleId: 'department-named',
    severity: 'error',
    message: '“相关部门”没有指明任何部门，出了问题无人负责',
    location: {
      list: 'coordinating',
      item: 27,
      column: 'departments',
      start: { line: 215, column: 34, offset: 5123 },
      end: { line: 215, column: 38, offset: 5127 },
    },
    excerpt: '相关部门',
    context: { before: '县民政局、', after: '' },
    subject: { listTitle: '云溪镇配合履职事项清单', itemName: '高龄老人生活补贴的申请受理与初审' },
    related: [],
    fix: null,
    suggestions: [{ message: '写明负责的部门，例如“县卫生健康委”', edits: [] }],
    fingerprint: 'f1',
    ...over,
  };
}

/** A file with one fault of every shape that the text report has to show. */
export const faultyFile: FileReport = {
  path: 'lists/云溪镇.md',
  reader: 'markdown',
  format: 'base',
  lists: [
    {
      kind: 'basic',
      title: '云溪镇基本履职事项清单',
      items: 92,
      categories: [
        { name: '党的建设', items: 12 },
        { name: '民生服务', items: 80 },
      ],
      departments: [],
    },
    {
      kind: 'coordinating',
      title: '云溪镇配合履职事项清单',
      items: 110,
      categories: [{ name: '民生服务', items: 110 }],
      departments: ['县民政局', '县财政局', '县委组织部'],
    },
  ],
  statedCounts: [
    { list: 'basic', what: 'items', category: null, stated: 92, actual: 92 },
    { list: 'basic', what: 'categories', category: null, stated: 3, actual: 2 },
    { list: null, what: 'departments', category: null, stated: 39, actual: null },
  ],
  rules: [
    { id: 'sequential-numbering', status: 'failed', findings: 1 },
    { id: 'department-named', status: 'failed', findings: 1 },
    { id: 'stated-count', status: 'failed', findings: 1 },
    { id: 'required-columns', status: 'failed', findings: 1 },
    { id: 'known-category', status: 'passed' },
    { id: 'row-shape', status: 'passed' },
    { id: 'category-grouping', status: 'notApplicable', reason: '格式没有规定类别的次序' },
  ],
  unread: [
    {
      reason: '表格不属于任何清单',
      start: { line: 300, column: 1, offset: 7000 },
      end: { line: 304, column: 12, offset: 7100 },
      excerpt: '| 附件 | 联系人 |',
    },
  ],
  findings: [
    sampleFinding({
      ruleId: 'stated-count',
      severity: 'warning',
      message: '编制说明写明 3 个类别，清单里有 2 个；没有出现的是“安全稳定”',
      location: {
        list: 'basic',
        item: null,
        column: 'category',
        start: { line: 5, column: 40, offset: 120 },
        end: { line: 5, column: 41, offset: 121 },
      },
      excerpt: '3',
      context: { before: '党的建设、安全稳定以及民生服务等', after: '个类别，共有事项92项' },
      subject: { listTitle: '云溪镇基本履职事项清单', itemName: null },
      suggestions: [],
      related: [
        {
          location: {
            list: 'basic',
            item: 13,
            column: 'category',
            start: { line: 40, column: 7, offset: 1200 },
            end: { line: 40, column: 11, offset: 1204 },
          },
          excerpt: '民生服务',
        },
      ],
    }),
    sampleFinding({
      ruleId: 'sequential-numbering',
      message: '序号应为 8，实际为 9',
      location: {
        list: 'basic',
        item: 9,
        column: 'number',
        start: { line: 31, column: 3, offset: 900 },
        end: { line: 31, column: 4, offset: 901 },
      },
      excerpt: '9',
      context: { before: '', after: '' },
      subject: { listTitle: '云溪镇基本履职事项清单', itemName: '村级后备力量培养' },
      suggestions: [],
      fix: { edits: [{ start: 900, end: 901, text: '8' }] },
    }),
    sampleFinding(),
    sampleFinding({
      ruleId: 'department-form',
      severity: 'info',
      message: '部门名称中间有换行',
      excerpt: '县人力资源\r\n和社会保障局',
      context: { before: '县民政局、县财政局、', after: '，县委组织部、编办' },
      suggestions: [],
    }),
    sampleFinding({
      ruleId: 'required-columns',
      message: '这一行没有承接部门',
      location: {
        list: 'withdrawn',
        item: 3,
        column: 'handover',
        start: { line: 250, column: 20, offset: 6000 },
        end: { line: 250, column: 20, offset: 6000 },
      },
      excerpt: '',
      context: { before: '', after: '' },
      subject: { listTitle: null, itemName: '对擅自占用绿地行为的处罚' },
      suggestions: [],
    }),
    sampleFinding({
      ruleId: 'clause-end',
      message: '两条之间缺少分号',
      location: {
        list: 'withdrawn',
        item: 3,
        column: 'handover',
        start: { line: 251, column: 20, offset: 6100 },
        end: { line: 251, column: 20, offset: 6100 },
      },
      excerpt: '',
      context: { before: '1.由县水利局组织巡查', after: '2.由县林草局负责处置。' },
      subject: { listTitle: null, itemName: '对擅自占用绿地行为的处罚' },
      suggestions: [],
      fix: { edits: [{ start: 6100, end: 6100, text: '；' }] },
    }),
  ],
  ignores: [],
  suppressed: [],
  error: null,
};

/** A file in which everything agrees. */
export const cleanFile: FileReport = {
  ...faultyFile,
  path: 'lists/石桥乡.md',
  lists: [
    ...faultyFile.lists.slice(0, 1),
    { kind: 'withdrawn', title: null, items: 50, categories: [], departments: ['县水利局'] },
    ...faultyFile.lists.slice(1),
  ],
  statedCounts: faultyFile.statedCounts.slice(0, 1),
  rules: faultyFile.rules.map(({ id }) => ({ id, status: 'passed' as const })),
  unread: [],
  findings: [],
  ignores: [],
  suppressed: [],
};

/** A file that could not be read. */
export const failedFile: FileReport = {
  path: 'lists/扫描件.pdf',
  reader: null,
  format: null,
  lists: [],
  statedCounts: [],
  rules: [],
  unread: [],
  findings: [],
  ignores: [],
  suppressed: [],
  error: {
    code: 'unsupported-format',
    message: '这是 PDF 文件，目前还不能读取。请复制其中的文字，存为 .txt 文件再检查。',
  },
};

/** A report over files, its summary counted from them. */
export function sampleReport(files: readonly FileReport[]): Report {
  return makeReport(files, '0.1.0');
}
