import { describe, expect, it } from 'vitest';
import { isNotApplicable } from '../../src/checks/check.ts';
import { checks } from '../../src/checks/index.ts';
import { categoriesStated, listOf, three } from '../support/countedLists.ts';
import { documentOf, testRule } from '../support/document.ts';
import { findIn, shortFindings } from '../support/found.ts';

const basicName = '基本履职事项清单';

describe('stated categories', () => {
  it('explains a wrong number by the name that has no items, in one finding', () => {
    const document = documentOf({
      statements: [categoriesStated(['党的建设', '经济发展', '民生服务', '人民武装'], 4)],
      lists: [three],
    });
    expect(findIn(document, 'count')).toEqual([
      {
        at: 'basic - -',
        variant: 'categoriesStatedOnly',
        excerpt: '4',
        data: { list: basicName, stated: 4, actual: 3, names: '“人民武装”', left: '' },
        related: ['人民武装'],
      },
    ]);
  });

  it('takes too few items and a category without items for one fault', () => {
    const document = documentOf({
      statements: [
        categoriesStated(['党的建设', '经济发展', '民生服务', '平安法治'], 4),
        { phrase: '共有基本履职事项5项', what: 'items', list: 'basic', stated: 5 },
      ],
      lists: [three],
    });
    expect(findIn(document, 'count')).toEqual([
      {
        at: 'basic - -',
        variant: 'itemsLost',
        excerpt: '5',
        data: { list: basicName, stated: 5, actual: 4, names: '“平安法治”' },
        related: ['4', '平安法治'],
      },
    ]);
  });

  it('explains a wrong number by the name that was left out', () => {
    const document = documentOf({
      statements: [categoriesStated(['党的建设', '经济发展'], 2)],
      lists: [three],
    });
    expect(findIn(document, 'count')).toMatchObject([
      { variant: 'categoriesListOnly', data: { actual: 3, left: '“民生服务”' }, related: ['民生服务'] },
    ]);
  });

  it('pairs a name with the form that the list has', () => {
    const document = documentOf({
      statements: [categoriesStated(['党的建设', '经济发展', '教育监管与培训'], 3)],
      lists: [listOf('党的建设', '经济发展', '教育培训监管')],
    });
    expect(findIn(document, 'count')).toEqual([
      {
        at: 'basic - -',
        variant: 'nameRenamed',
        excerpt: '教育监管与培训',
        data: { list: basicName, found: '教育监管与培训', expected: '教育培训监管' },
        related: ['教育培训监管'],
      },
    ]);
  });

  it('says at the name what is wrong where the number is right', () => {
    const added = documentOf({
      statements: [categoriesStated(['党的建设', '经济发展', '民生服务', '人民武装'], 3)],
      lists: [three],
    });
    expect(shortFindings(added, 'count')).toEqual(['basic - - nameNotInList “人民武装”']);
    const exchanged = documentOf({
      statements: [categoriesStated(['党的建设', '经济发展', '人民武装'], 3)],
      lists: [three],
    });
    expect(findIn(exchanged, 'count')).toMatchObject([
      { variant: 'nameOther', excerpt: '人民武装', data: { expected: '民生服务' }, related: ['民生服务'] },
    ]);
    const left = documentOf({
      statements: [categoriesStated(['党的建设', '经济发展'], 3)],
      lists: [three],
    });
    expect(findIn(left, 'count')).toMatchObject([
      { variant: 'nameNotStated', excerpt: '3', data: { left: '“民生服务”' } },
    ]);
  });

  it('reports a name that is enumerated twice', () => {
    const document = documentOf({
      statements: [categoriesStated(['党的建设', '经济发展', '经济发展', '民生服务'], 3)],
      lists: [three],
    });
    expect(shortFindings(document, 'count')).toEqual(['basic - - nameRepeated “经济发展”']);
  });

  it('takes a few names before 等 for examples', () => {
    const many = ['党的建设', '经济发展', '民生服务', '平安法治', '乡村振兴', '社会管理'];
    const document = documentOf({
      statements: [categoriesStated(['党的建设', '经济发展'], 6)],
      lists: [listOf(...many)],
    });
    expect(findIn(document, 'count')).toEqual([]);
  });
});

describe('suggestions', () => {
  /** The text of a document after the first suggestion of its first finding. */
  function corrected(document: ReturnType<typeof documentOf>): string | null {
    const result = checks.get('count')?.run(document, testRule('count')) ?? [];
    const [finding] = isNotApplicable(result) ? [] : result;
    const edits = finding?.suggestions?.[0]?.edits;
    if (!edits) return null;
    return [...edits]
      .sort((a, b) => b.span.start - a.span.start)
      .reduce(
        (text, { span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end),
        document.source.text,
      );
  }

  it('take a name that has no items out of the enumeration and correct the number', () => {
    for (const names of [
      ['人民武装', '党的建设', '经济发展', '民生服务'],
      ['党的建设', '人民武装', '经济发展', '民生服务'],
      ['党的建设', '经济发展', '民生服务', '人民武装'],
    ])
      expect(corrected(documentOf({ statements: [categoriesStated(names, 4)], lists: [three] }))).toContain(
        '包括党的建设、经济发展、民生服务等3个类别',
      );
  });

  it('correct a number in every place that states it', () => {
    const document = documentOf({
      statements: [
        { phrase: '共有基本履职事项5项', what: 'items', list: 'basic', stated: 5 },
        { phrase: '（共5项）', what: 'items', list: 'basic', stated: 5 },
      ],
      lists: [three],
    });
    expect(corrected(document)).toContain('共有基本履职事项4项\n（共4项）');
  });

  it('are not made where nobody can say which number is meant', () => {
    const document = documentOf({
      statements: [categoriesStated(['党的建设', '经济发展'], 2)],
      lists: [three],
    });
    expect(corrected(document)).toBeNull();
  });
});
