import { describe, expect, it } from 'vitest';
import { actualCount } from '../../src/checks/counts/counting.ts';
import { categoriesStated, listOf, three, withDepartments } from '../support/countedLists.ts';
import { documentOf, type StatementPlan } from '../support/document.ts';
import { findIn, shortFindings } from '../support/found.ts';

const basicName = '基本履职事项清单';

describe('stated numbers', () => {
  it('is silent when all numbers agree', () => {
    const document = documentOf({
      statements: [
        categoriesStated(['党的建设', '经济发展', '民生服务'], 3),
        { phrase: '共有基本履职事项4项', what: 'items', list: 'basic', stated: 4 },
        { phrase: '全部清单共4项', what: 'items', list: null, stated: 4 },
      ],
      lists: [three],
    });
    expect(findIn(document, 'count')).toEqual([]);
  });

  it('reports a wrong number of items at the number', () => {
    const document = documentOf({
      statements: [{ phrase: '共有基本履职事项5项', what: 'items', list: 'basic', stated: 5 }],
      lists: [three],
    });
    expect(findIn(document, 'count')).toEqual([
      {
        at: 'basic - -',
        variant: 'default',
        excerpt: '5',
        data: { list: basicName, stated: 5, actual: 4 },
        related: [],
      },
    ]);
  });

  it('reports one wrong number that is stated twice once, with the other place', () => {
    const document = documentOf({
      statements: [
        { phrase: '共有基本履职事项5项', what: 'items', list: 'basic', stated: 5 },
        { phrase: '（共5项）', what: 'items', list: 'basic', stated: 5 },
      ],
      lists: [three],
    });
    expect(findIn(document, 'count')).toMatchObject([{ excerpt: '5', related: ['5'] }]);
  });

  it('does not report a total whose difference follows from a category', () => {
    const document = documentOf({
      statements: [{ phrase: '共有基本履职事项5项', what: 'items', list: 'basic', stated: 5 }],
      lists: [
        {
          kind: 'basic',
          columns: ['序号', '事项名称'],
          headingCounts: { 党的建设: 3, 经济发展: 2 },
          rows: [
            ['一、党的建设（3项）'],
            ['1', '慰问'],
            ['2', '走访'],
            ['二、经济发展（2项）'],
            ['3', '登记'],
            ['4', '宣传'],
          ],
        },
      ],
    });
    expect(findIn(document, 'count')).toEqual([
      {
        at: 'basic - -',
        variant: 'itemsInCategory',
        excerpt: '3',
        data: { list: basicName, category: '党的建设', stated: 3, actual: 2 },
        related: [],
      },
    ]);
  });

  it('counts below the heading, not by its words', () => {
    const document = documentOf({
      lists: [
        {
          kind: 'basic',
          columns: ['序号', '事项名称'],
          headingCounts: { 党的建设: 1, 经济发展: 1 },
          rows: [
            ['一、党的建设（1项）'],
            ['1', '慰问'],
            ['二、经济发展（1项）'],
            ['2', '登记'],
            ['三、党的建设（1项）'],
            ['3', '走访'],
          ],
        },
      ],
    });
    expect(shortFindings(document, 'count')).toEqual([]);
  });

  it('does not count a slip in a category as a category of its own', () => {
    const document = documentOf({
      statements: [
        categoriesStated(['党的建设', '经济发展'], 2),
        { phrase: '党的建设4项', what: 'itemsInCategory', list: 'basic', stated: 4, category: '党的建设' },
      ],
      lists: [listOf('党的建设', '党的建没', '党的建设', '党的建设', '经济发展')],
    });
    expect(findIn(document, 'count')).toEqual([]);
  });

  it('cannot be applied without statements, nor when their list is in another file', () => {
    expect(findIn(documentOf({ lists: [three] }), 'count')).toBe('文中没有写明事项、类别或部门的数目');
    const elsewhere = documentOf({
      statements: [{ phrase: '共有配合履职事项5项', what: 'items', list: 'coordinating', stated: 5 }],
      lists: [three],
    });
    expect(findIn(elsewhere, 'count')).toBe('写明数目的清单不在本文件中');
  });
});

describe('breakdowns', () => {
  const breakdown = (total: number, parts: readonly (readonly [string, number])[]): StatementPlan[] => [
    { phrase: `共${total}项，分为`, what: 'items', list: 'basic', stated: total },
    ...parts.map(
      ([category, stated]): StatementPlan => ({
        phrase: `${category}${stated}项`,
        what: 'itemsInCategory',
        list: 'basic',
        stated,
        category,
        partOf: 0,
      }),
    ),
  ];

  it('is silent when the parts add up to what is there', () => {
    const statements = breakdown(4, [
      ['党的建设', 2],
      ['经济发展', 1],
      ['民生服务', 1],
    ]);
    expect(findIn(documentOf({ statements, lists: [three] }), 'count')).toEqual([]);
  });

  it('reports a wrong part once, and not the sum as well', () => {
    const statements = breakdown(4, [
      ['党的建设', 3],
      ['经济发展', 1],
      ['民生服务', 1],
    ]);
    expect(shortFindings(documentOf({ statements, lists: [three] }), 'count')).toEqual([
      'basic - - itemsInCategory “3”',
    ]);
  });

  it('reports a wrong total once, and not the sum as well', () => {
    const statements = breakdown(5, [
      ['党的建设', 2],
      ['经济发展', 1],
      ['民生服务', 1],
    ]);
    expect(shortFindings(documentOf({ statements, lists: [three] }), 'count')).toEqual([
      'basic - - default “5”',
    ]);
  });

  it('reports a category that the breakdown leaves out', () => {
    const statements = breakdown(4, [
      ['党的建设', 2],
      ['经济发展', 1],
    ]);
    expect(findIn(documentOf({ statements, lists: [three] }), 'count')).toMatchObject([
      { variant: 'nameNotStated', data: { left: '“民生服务”' } },
    ]);
  });

  it('adds the parts up where the list itself is in another file', () => {
    const statements = breakdown(6, [
      ['党的建设', 2],
      ['经济发展', 1],
      ['民生服务', 1],
    ]);
    const document = documentOf({ statements, lists: [withDepartments('县民政局')] });
    expect(findIn(document, 'count')).toMatchObject([
      { variant: 'sum', excerpt: '6', data: { total: 6, sum: 4 }, related: ['2', '1', '1'] },
    ]);
  });
});

describe('stated departments', () => {
  const stated = (number: number): StatementPlan => ({
    phrase: `涉及${number}个部门（单位）`,
    what: 'departments',
    list: 'coordinating',
    stated: number,
  });

  it('accepts the number of names as written, and that of departments behind them', () => {
    const list = withDepartments('县人社局', '县人力资源和社会保障局', '县民政局');
    for (const number of [2, 3]) {
      const document = documentOf({ statements: [stated(number)], lists: [list] });
      expect(findIn(document, 'count')).toEqual([]);
      expect(actualCount(document, document.statedCounts[0] ?? expect.fail())).toBe(number);
    }
  });

  it('reports a number that agrees with neither, and says both', () => {
    const document = documentOf({
      statements: [stated(5)],
      lists: [withDepartments('县人社局', '县人力资源和社会保障局', '县民政局')],
    });
    expect(findIn(document, 'count')).toMatchObject([
      {
        variant: 'departmentsForms',
        excerpt: '5',
        data: { stated: 5, actual: 2, written: 3, forms: '“县人社局＝县人力资源和社会保障局”' },
      },
    ]);
  });

  it('does not call a number too large where a cell is open-ended, for there may be more', () => {
    const document = documentOf({
      statements: [stated(9)],
      lists: [withDepartments('县民政局', '县公安局、住建局等其他负有安全生产监督管理职责的部门')],
    });
    expect(findIn(document, 'count')).toEqual([]);
  });

  it('says at least where a cell is open-ended and the number is too small all the same', () => {
    const document = documentOf({
      statements: [stated(1)],
      lists: [withDepartments('县民政局', '县公安局、住建局等其他负有安全生产监督管理职责的部门')],
    });
    expect(findIn(document, 'count')).toMatchObject([
      { variant: 'departmentsAtLeast', data: { stated: 1, actual: 3 } },
    ]);
  });
});
