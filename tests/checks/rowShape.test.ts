import { describe, expect, it } from 'vitest';
import { documentOf, type ListPlan } from '../support/document.ts';
import { findIn, shortFindings } from '../support/found.ts';

const coordinating: ListPlan = {
  kind: 'coordinating',
  title: '柳河镇配合履职事项清单',
  rows: [['1', '民生服务', '残疾人证换发', '县残联', '负责复核。', '负责收集。']],
};

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
