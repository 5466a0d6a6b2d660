import { describe, expect, it } from 'vitest';
import { documentOf, type ListPlan, rowsNumbered } from '../support/document.ts';
import { findIn, shortFindings } from '../support/found.ts';

const basic = (rows: ListPlan['rows'], more: Partial<ListPlan> = {}): ListPlan => ({
  kind: 'basic',
  rows,
  ...more,
});

describe('numbers of items', () => {
  it('points a gap at the number after it and says what is missing', () => {
    const document = documentOf({ lists: [basic(rowsNumbered(['1', '2', '5', '6']))] });
    expect(findIn(document, 'sequence')).toEqual([
      {
        at: 'basic 5 number',
        variant: 'gap',
        excerpt: '5',
        data: { expected: 3, found: '5', missing: '3、4' },
        related: [],
      },
    ]);
  });

  it('names the first of two equal numbers beside the second', () => {
    const document = documentOf({ lists: [basic(rowsNumbered(['1', '2', '2', '3']))] });
    expect(findIn(document, 'sequence')).toEqual([
      {
        at: 'basic 2 number',
        variant: 'repeated',
        excerpt: '2',
        data: { expected: 3, found: '2', missing: '3' },
        related: ['2'],
      },
    ]);
  });

  it('takes full-width digits and a full stop behind the number for a number', () => {
    const document = documentOf({ lists: [basic(rowsNumbered(['1', '２', '3.', '（4）']))] });
    expect(shortFindings(document, 'sequence')).toEqual([]);
  });

  it('finds what is no number and goes on as if it were right', () => {
    const document = documentOf({ lists: [basic(rowsNumbered(['1', 'l2', '', '4']))] });
    expect(shortFindings(document, 'sequence')).toEqual([
      'basic - number notNumber “l2”',
      'basic - number empty “”',
    ]);
  });

  it('counts each list by itself', () => {
    const document = documentOf({
      lists: [basic(rowsNumbered(['1', '2'])), { kind: 'basic', part: 1, rows: rowsNumbered(['1', '2']) }],
    });
    expect(shortFindings(document, 'sequence')).toEqual([]);
  });

  const perCategory = rowsNumbered(
    ['1', '2', '1', '2', '1', '2', '4'],
    ['党的建设', '党的建设', '经济发展', '经济发展', '民生服务', '民生服务', '民生服务'],
  );

  it('sees that a document numbers each category by itself, and finds the gap in one of them', () => {
    const document = documentOf({ lists: [basic(perCategory)] });
    expect(shortFindings(document, 'sequence')).toEqual(['basic 4 number gap “4”']);
  });

  it('goes by the list where the format or the rule says so', () => {
    const byFormat = documentOf({ format: { numbering: 'list' }, lists: [basic(perCategory)] });
    expect(shortFindings(byFormat, 'sequence')).toHaveLength(3);
    const byRule = documentOf({ lists: [basic(perCategory)] });
    expect(shortFindings(byRule, 'sequence', { options: { restart: 'list' } })).toHaveLength(3);
  });

  it('takes one restart amid a category for a fault', () => {
    const document = documentOf({ lists: [basic(rowsNumbered(['1', '2', '3', '1', '2']))] });
    expect(shortFindings(document, 'sequence')).toEqual(['basic 1 number repeated “1”']);
  });

  it('takes one restart below a category heading for the way of the document', () => {
    const document = documentOf({
      lists: [
        basic(
          [['一、党的建设'], ['1', '慰问老党员'], ['2', '走访企业'], ['二、经济发展'], ['1', '登记摊位']],
          {
            columns: ['序号', '事项名称'],
          },
        ),
      ],
    });
    expect(shortFindings(document, 'sequence')).toEqual([]);
  });

  it('is not disturbed by one wrong category amid numbers per category', () => {
    const document = documentOf({
      lists: [
        basic(
          rowsNumbered(
            ['1', '2', '3', '1', '2', '1', '2'],
            ['党的建设', '党的建没', '党的建设', '经济发展', '经济发展', '民生服务', '民生服务'],
          ),
        ),
      ],
    });
    expect(shortFindings(document, 'sequence')).toEqual([]);
  });

  it('says why it cannot be applied where nothing is numbered', () => {
    const document = documentOf({ lists: [basic([], {})] });
    expect(shortFindings(document, 'sequence')).toBe('文中没有带序号的清单条目');
  });
});
