import { describe, expect, it } from 'vitest';
import type { ListKind } from '../../src/model/format.ts';
import { documentOf, type ListPlan, rowsNumbered, USUAL_COLUMNS } from '../support/document.ts';
import { findIn, shortFindings } from '../support/found.ts';

const basic: ListPlan = { kind: 'basic', title: '柳河镇基本履职事项清单', rows: rowsNumbered(['1', '2']) };
const coordinating: ListPlan = {
  kind: 'coordinating',
  title: '柳河镇配合履职事项清单',
  rows: [['1', '民生服务', '残疾人证换发', '县残联', '负责复核。', '负责收集。']],
};
const withdrawn: ListPlan = {
  kind: 'withdrawn',
  title: '柳河镇上级部门收回事项清单',
  rows: [['1', '民生服务', '出具收入证明', '不再开展此项工作']],
};

describe('the three lists', () => {
  it('is silent when all three are there', () => {
    const document = documentOf({
      title: '青石县柳河镇履职事项清单',
      lists: [basic, coordinating, withdrawn],
    });
    expect(findIn(document, 'lists')).toEqual([]);
  });

  it('reports a missing list on the cover when nothing else speaks of it', () => {
    const document = documentOf({ title: '青石县柳河镇履职事项清单', lists: [basic, coordinating] });
    expect(findIn(document, 'lists')).toEqual([
      {
        at: 'withdrawn - -',
        variant: 'default',
        excerpt: '青石县柳河镇履职事项清单',
        data: { list: '上级部门收回事项清单', present: '基本履职事项清单、配合履职事项清单' },
        related: [],
      },
    ]);
  });

  it('reports a missing list where the contents announce it', () => {
    const entry = (title: string, kind: ListKind, page: number) => ({ title, kind, page });
    const document = documentOf({
      contents: [
        entry('柳河镇基本履职事项清单', 'basic', 1),
        entry('柳河镇配合履职事项清单', 'coordinating', 8),
        entry('柳河镇上级部门收回事项清单', 'withdrawn', 30),
      ],
      lists: [basic, withdrawn],
    });
    expect(shortFindings(document, 'lists')).toEqual(['coordinating - - announced “柳河镇配合履职事项清单”']);
  });

  it('reports a missing list at the sentence of the preamble that opens with it', () => {
    const document = documentOf({
      paragraphs: ['配合履职事项清单是以上级部门为主、由乡镇配合的事项。'],
      lists: [basic],
    });
    expect(shortFindings(document, 'lists')).toEqual([
      'coordinating - - announced “配合履职事项清单”',
      'withdrawn - - default “柳河镇基本履职事项清单”',
    ]);
  });

  it('takes a file with one list that speaks of no other for one of several files, and says so', () => {
    const document = documentOf({
      paragraphs: ['本表供各村对照办理，解释权归镇党政办，与基本履职事项清单一并使用。'],
      lists: [coordinating],
    });
    expect(findIn(documentOf({ lists: [coordinating] }), 'lists')).toBe(
      '文件只有配合履职事项清单，也没有提到其他清单，按“一份清单一个文件”处理',
    );
    expect(typeof findIn(document, 'lists')).toBe('string');
    expect(shortFindings(document, 'lists', { options: { always: true } })).toEqual([
      'basic - - default “柳河镇配合履职事项清单”',
      'withdrawn - - default “柳河镇配合履职事项清单”',
    ]);
  });

  it('asks each township of a file for the lists that the others have', () => {
    const document = documentOf({
      lists: [basic, withdrawn, { ...basic, part: 1, title: '青山镇基本履职事项清单' }],
    });
    expect(shortFindings(document, 'lists')).toEqual([
      'coordinating - - default “柳河镇基本履职事项清单”',
      'coordinating - - default “青山镇基本履职事项清单”',
      'withdrawn - - default “青山镇基本履职事项清单”',
    ]);
  });

  it('lets a file hold the same list of several townships', () => {
    const document = documentOf({ lists: [basic, { ...basic, part: 1 }] });
    expect(typeof findIn(document, 'lists')).toBe('string');
  });

  it('reports a title without items and a list that stands twice', () => {
    const document = documentOf({
      title: '青石县柳河镇履职事项清单',
      lists: [
        basic,
        coordinating,
        withdrawn,
        { ...withdrawn, title: '上级部门收回事项清单' },
        { ...basic, rows: [] },
      ],
    });
    expect(shortFindings(document, 'lists')).toEqual([
      'basic - - empty “柳河镇基本履职事项清单”',
      'withdrawn - - repeated “上级部门收回事项清单”',
    ]);
  });
});

describe('columns', () => {
  it('is silent with columns in another order, a known extra one, and a handover in two halves', () => {
    const document = documentOf({
      lists: [
        {
          kind: 'basic',
          columns: ['序号', '事项名称', '事项类别', '备注'],
          rows: [['1', '走访', '党的建设', '']],
        },
        {
          kind: 'withdrawn',
          columns: ['序号', '事项类别', '事项名称', '承接部门', '承接方式'],
          rows: [['1', '党的建设', '编发简报', '县委组织部', '由县委组织部编发']],
        },
      ],
    });
    expect(findIn(document, 'columns')).toEqual([]);
    expect(findIn(document, 'header-wording')).toEqual([]);
  });

  it('reports a missing column at the header with the columns that are there', () => {
    const document = documentOf({
      lists: [
        {
          kind: 'withdrawn',
          columns: ['序号', '事项类别', '事项名称'],
          rows: [['1', '党的建设', '编发简报']],
        },
      ],
    });
    expect(findIn(document, 'columns')).toEqual([
      {
        at: 'withdrawn - handover',
        variant: 'default',
        excerpt: '序号|事项类别|事项名称',
        data: {
          list: '上级部门收回事项清单',
          expected: '承接部门及工作方式',
          columns: '“序号”、“事项类别”、“事项名称”',
        },
        related: [],
      },
    ]);
  });

  it('names a missing column as the township would', () => {
    const missing = (unit: string) =>
      documentOf({
        format: { units: ['镇', '街道'] },
        lists: [
          {
            kind: 'coordinating',
            title: `安镇${unit}配合履职事项清单`,
            columns: USUAL_COLUMNS.coordinating.slice(0, -1),
            rows: [['1', '民生服务', '残疾人证换发', '县残联', '负责复核。']],
          },
        ],
      });
    expect(findIn(missing('街道'), 'columns')).toMatchObject([{ data: { expected: '街道配合职责' } }]);
    expect(findIn(missing(''), 'columns')).toMatchObject([{ data: { expected: '镇配合职责' } }]);
  });

  it('knows a renamed header by its words, and reports it in one rule only', () => {
    const document = documentOf({
      lists: [
        { kind: 'basic', columns: ['序号', '事项类型', '事项名称'], rows: [['1', '党的建设', '走访']] },
      ],
    });
    expect(findIn(document, 'columns')).toEqual([
      {
        at: 'basic - category',
        variant: 'renamed',
        excerpt: '事项类型',
        data: { list: '基本履职事项清单', expected: '事项类别', found: '事项类型' },
        related: [],
      },
    ]);
    expect(findIn(document, 'header-wording')).toEqual([]);
  });

  it('does not ask for a column of categories where they stand above their items', () => {
    const document = documentOf({
      lists: [
        { kind: 'basic', columns: ['序号', '事项名称'], rows: [['一、党的建设'], ['1', '慰问老党员']] },
      ],
    });
    expect(findIn(document, 'columns')).toEqual([]);
    expect(findIn(document, 'row-shape')).toEqual([]);
  });

  it('reports a page whose header differs from the others, the first page too', () => {
    const pages = (first: readonly string[]) =>
      documentOf({
        lists: [
          {
            kind: 'basic',
            headers: [
              { from: 0, words: first },
              { from: 1, words: ['序号', '事项类别', '事项名称'] },
              { from: 2, words: ['序号', '事项类别', '事项名称'] },
            ],
            rows: rowsNumbered(['1', '2', '3']),
          },
        ],
      });
    expect(findIn(pages(['序号', '事项名称', '事项类别']), 'columns')).toMatchObject([
      {
        at: 'basic - category',
        variant: 'differing',
        excerpt: '事项名称',
        data: {
          found: '“序号”、“事项名称”、“事项类别”',
          expected: '“序号”、“事项类别”、“事项名称”',
        },
      },
    ]);
    expect(shortFindings(pages(['序号', '事项类别', '事项名']), 'columns')).toEqual([
      'basic - name renamed “事项名”',
    ]);
  });

  it('reports two columns under one header', () => {
    const document = documentOf({
      lists: [
        {
          kind: 'basic',
          columns: ['序号', '事项类别', '事项名称', '事项名称'],
          rows: [['1', '党的建设', '走访', '']],
        },
      ],
    });
    expect(shortFindings(document, 'columns')).toEqual(['basic - name repeated “事项名称”']);
  });

  it('reports an extra column that nobody knows, with the nearest header word where there is one', () => {
    const document = documentOf({
      lists: [
        {
          kind: 'basic',
          columns: ['序号', '事项类别', '事项名称', '备往'],
          rows: [['1', '党的建设', '走访', '']],
        },
        {
          kind: 'basic',
          columns: ['序号', '事项类别', '事项名称', '网格员'],
          rows: [['1', '党的建设', '走访', '']],
        },
      ],
    });
    expect(findIn(document, 'header-wording')).toMatchObject([
      { at: 'basic - -', variant: 'near', excerpt: '备往', data: { near: '备注' } },
      { at: 'basic - -', variant: 'default', excerpt: '网格员' },
    ]);
    expect(findIn(document, 'columns')).toEqual([]);
  });

  it('reports a page that words a header otherwise', () => {
    const usual = USUAL_COLUMNS.coordinating;
    const row = ['1', '民生服务', '残疾人证换发', '县残联', '负责复核。', '负责收集。'];
    const document = documentOf({
      lists: [
        {
          kind: 'coordinating',
          headers: [
            { from: 0, words: usual },
            { from: 1, words: [...usual.slice(0, 5), '乡镇配合职责'] },
            { from: 2, words: usual },
          ],
          rows: [row, ['2', ...row.slice(1)], ['3', ...row.slice(1)]],
        },
      ],
    });
    expect(findIn(document, 'header-wording')).toEqual([
      {
        at: 'coordinating - townshipDuties',
        variant: 'wording',
        excerpt: '乡镇配合职责',
        data: { list: '配合履职事项清单', found: '乡镇配合职责', expected: '镇配合职责' },
        related: ['镇配合职责'],
      },
    ]);
    expect(findIn(document, 'columns')).toEqual([]);
  });
});

describe('the shape of rows', () => {
  it('reports a row with too few cells, and does not call the missing cells empty as well', () => {
    const document = documentOf({
      lists: [
        {
          kind: 'basic',
          rows: [
            ['1', '党的建设', '走访'],
            ['2', '党的建设'],
            ['3', '党的建设', '慰问'],
          ],
        },
      ],
    });
    expect(findIn(document, 'row-shape')).toEqual([
      {
        at: 'basic 2 -',
        variant: 'few',
        excerpt: '2',
        data: { cells: 2, columns: 3, missing: '“事项名称”' },
        related: [],
      },
    ]);
  });

  it('lets a row end before a column of remarks', () => {
    const document = documentOf({
      lists: [
        {
          kind: 'basic',
          columns: ['序号', '事项类别', '事项名称', '备注'],
          rows: [['1', '党的建设', '走访']],
        },
      ],
    });
    expect(findIn(document, 'row-shape')).toEqual([]);
  });

  it('reports a row with too many cells at the first of them', () => {
    const document = documentOf({
      lists: [
        {
          kind: 'basic',
          rows: [
            ['1', '党的建设', '走访', '农户'],
            ['2', '党的建设', '慰问'],
          ],
        },
      ],
    });
    expect(shortFindings(document, 'row-shape')).toEqual(['basic 1 - many “农户”']);
  });

  it('reports a page of rows of one wrong shape once', () => {
    const rows = [1, 2, 3, 4].map((n) => [String(n), '党的建设', `走访第${n}组`, '全年']);
    const document = documentOf({ lists: [{ kind: 'basic', rows }] });
    expect(findIn(document, 'row-shape')).toEqual([
      {
        at: 'basic 1 -',
        variant: 'rows',
        excerpt: '1',
        data: { cells: 4, columns: 3, rows: 4 },
        related: [],
      },
    ]);
  });

  it('reports an empty cell where it stands, unless the format or the rule lets it be empty', () => {
    const lists: ListPlan[] = [
      { ...coordinating, rows: [['1', '', '残疾人证换发', '县残联', '', '负责收集。']] },
    ];
    expect(shortFindings(documentOf({ lists }), 'row-shape')).toEqual([
      'coordinating 1 category default “”',
      'coordinating 1 superiorDuties default “”',
    ]);
    expect(
      shortFindings(documentOf({ lists }), 'row-shape', { options: { except: ['superiorDuties'] } }),
    ).toEqual(['coordinating 1 category default “”']);
  });

  it('accepts a handover of which one half is empty, and none of which both are', () => {
    const document = documentOf({
      lists: [
        {
          kind: 'withdrawn',
          columns: ['序号', '事项类别', '事项名称', '承接部门', '承接方式'],
          rows: [
            ['1', '党的建设', '编发简报', '', '不再开展此项工作'],
            ['2', '党的建设', '统计报表', '', ''],
          ],
        },
      ],
    });
    expect(shortFindings(document, 'row-shape')).toEqual(['withdrawn 2 handover default “”']);
  });
});

describe('what was not read', () => {
  it('is reported by kind: rows of a list, and text', () => {
    const document = documentOf({
      lists: [basic],
      unread: [
        { words: '7 党的建设 走访农户', reason: 'item-not-understood' },
        { words: '此处盖章后方可生效，未盖章的一律以打印稿为准执行', reason: 'stray-text' },
      ],
    });
    expect(findIn(document, 'unread', { options: { report: ['rows'] } })).toMatchObject([
      {
        at: '- - -',
        variant: 'default',
        excerpt: '7 党的建设 走访农户',
        data: { found: '7 党的建设 走访农户' },
      },
    ]);
    expect(findIn(document, 'unread', { options: { report: ['text', 'table'] } })).toMatchObject([
      { variant: 'text', data: { found: '此处盖章后方可生效，未盖章的一律以打印稿…' } },
    ]);
  });
});
