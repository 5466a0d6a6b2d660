import { describe, expect, it } from 'vitest';
import { documentOf, type ListPlan, rowsNumbered } from '../support/document.ts';
import { findIn, shortFindings } from '../support/found.ts';

/** A basic list with these categories, one item each. */
function listOf(...categories: readonly string[]): ListPlan {
  return {
    kind: 'basic',
    rows: rowsNumbered(
      categories.map((_, i) => String(i + 1)),
      categories,
    ),
  };
}
const closed = { categories: { names: ['党的建设', '经济发展', '民生服务', '教育培训监管'], closed: true } };

describe('names of categories', () => {
  it('finds a slip of a far more frequent name and offers it', () => {
    const document = documentOf({ lists: [listOf('党的建设', '党的建没', '党的建设', '党的建设')] });
    expect(findIn(document, 'vocabulary')).toEqual([
      {
        at: 'basic 2 category',
        variant: 'default',
        excerpt: '党的建没',
        data: {
          category: '党的建没',
          near: '党的建设',
          known: '“党的建设”、“经济发展”、“民生服务”、“平安法治”、“教育培训监管”',
        },
        related: [],
      },
    ]);
  });

  it('leaves the words of another county alone, near or not', () => {
    const document = documentOf({
      lists: [listOf('生态环境', '生态环境', '生态环境', '渔业渔港', '民政服务', '民政服务', '民政服务')],
    });
    expect(shortFindings(document, 'vocabulary')).toEqual([]);
  });

  it('finds every name outside a closed vocabulary, once a list', () => {
    const document = documentOf({ format: closed, lists: [listOf('党的建设', '渔业渔港', '渔业渔港')] });
    expect(findIn(document, 'vocabulary')).toEqual([
      {
        at: 'basic 2 category',
        variant: 'unknown',
        excerpt: '渔业渔港',
        data: {
          category: '渔业渔港',
          near: '',
          known: '“党的建设”、“经济发展”、“民生服务”、“教育培训监管”',
        },
        related: ['渔业渔港'],
      },
    ]);
  });

  it('knows a name whose parts stand in another order', () => {
    const document = documentOf({ format: closed, lists: [listOf('教育监管与培训')] });
    expect(findIn(document, 'vocabulary')).toMatchObject([
      { variant: 'default', data: { near: '教育培训监管' } },
    ]);
  });

  it('reads names that were wrapped', () => {
    const document = documentOf({ format: closed, lists: [listOf('党的建\n设', '教育培训\n监管')] });
    expect(shortFindings(document, 'vocabulary')).toEqual([]);
  });
});

describe('grouping of categories', () => {
  it('finds a category that begins again, at its first item there', () => {
    const document = documentOf({
      lists: [listOf('党的建设', '党的建设', '经济发展', '经济发展', '党的建设', '党的建设')],
    });
    expect(findIn(document, 'grouping')).toEqual([
      {
        at: 'basic 5 category',
        variant: 'default',
        excerpt: '党的建设',
        data: { category: '党的建设', first: '1—2', other: '2' },
        related: ['党的建设'],
      },
    ]);
  });

  it('finds a single item in the wrong place once, at that item', () => {
    const document = documentOf({
      lists: [listOf('党的建设', '经济发展', '党的建设', '民生服务', '经济发展', '经济发展')],
    });
    expect(shortFindings(document, 'grouping')).toEqual(['basic 2 category alone “经济发展”']);
  });

  it('leaves a slip in a name to the rule on names', () => {
    const document = documentOf({ lists: [listOf('党的建设', '党的建没', '党的建设', '民生服务')] });
    expect(shortFindings(document, 'grouping')).toEqual([]);
  });

  it('lets each list have its own run of a category', () => {
    const document = documentOf({
      lists: [
        listOf('党的建设', '民生服务'),
        { kind: 'withdrawn', rows: [['1', '党的建设', '编发简报', '不再开展此项工作']] },
      ],
    });
    expect(shortFindings(document, 'grouping')).toEqual([]);
  });
});

describe('order of categories', () => {
  it('follows a closed vocabulary and names the category that must move', () => {
    const document = documentOf({ format: closed, lists: [listOf('经济发展', '民生服务', '党的建设')] });
    expect(findIn(document, 'order')).toEqual([
      {
        at: 'basic 3 category',
        variant: 'default',
        excerpt: '党的建设',
        data: { category: '党的建设', other: '经济发展' },
        related: ['经济发展'],
      },
    ]);
  });

  it('follows the list with most categories where the vocabulary is open', () => {
    const document = documentOf({
      lists: [
        listOf('民生服务', '党的建设', '经济发展'),
        {
          kind: 'withdrawn',
          rows: [
            ['1', '党的建设', '编发简报', '不再开展此项工作'],
            ['2', '民生服务', '出具证明', '不再开展此项工作'],
            ['3', '经济发展', '考核企业', '不再开展此项工作'],
          ],
        },
      ],
    });
    expect(shortFindings(document, 'order')).toEqual(['withdrawn 2 category default “民生服务”']);
  });

  it('cannot be applied to one list of an open vocabulary', () => {
    expect(shortFindings(documentOf({ lists: [listOf('民生服务', '党的建设')] }), 'order')).toBe(
      '只有一份清单，格式中也没有规定类别的先后，无从比较',
    );
  });
});
