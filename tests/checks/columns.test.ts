import { describe, expect, it } from 'vitest';
import { documentOf, rowsNumbered, USUAL_COLUMNS } from '../support/document.ts';
import { findIn, shortFindings } from '../support/found.ts';

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
