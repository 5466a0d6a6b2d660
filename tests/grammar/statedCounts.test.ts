import { describe, expect, test } from 'vitest';
import { findStatedCounts } from '../../src/grammar/statedCounts.ts';
import { spanOf, type Text, verbatim } from '../../src/model/text.ts';
import { phrases } from './vocabulary.ts';

const squeezed = (text: Text) => text.value.replace(/\s+/gu, '');

/** Statements in words: what, number, category or names, words for the list, `of` the total's index. */
function read(value: string): string[] {
  return findStatedCounts(verbatim(value, 0, value.length), phrases).map((match) =>
    [
      `${match.what} ${match.stated}`,
      ...(match.category ? [squeezed(match.category)] : []),
      ...(match.names.length > 0 ? [match.names.map(squeezed).join('|')] : []),
      ...(match.listWords === null ? [] : [`<${match.listWords}>`]),
      ...(match.partOf === null ? [] : [`of ${match.partOf}`]),
    ].join(' '),
  );
}

describe('stated counts', () => {
  test.each<[string, string, string[]]>([
    [
      'of categories with their names and of items',
      '主要包括党的建设、民生服务、文化和旅游等3个类别，共有基本履职事项26项。',
      ['categories 3 党的建设|民生服务|文化和旅游', 'items 26 <基本履职事项>'],
    ],
    [
      'without 等',
      '包括民生服务、市场监管2个类别，共有上级部门收回事项4项，涉及7个部门（单位）。',
      ['categories 2 民生服务|市场监管', 'items 4 <上级部门收回事项>', 'departments 7'],
    ],
    [
      'with the last name joined by 以及',
      '主要包括党的建设、综合政务以及教育培训监管等3个类别',
      ['categories 3 党的建设|综合政务|教育培训监管'],
    ],
    [
      'wrapped over lines in mid-name',
      '主要包括党的建设、教育监\n管与培训等2个类别，共\n有配合履职事项1\n9项',
      ['categories 2 党的建设|教育监管与培训', 'items 19 <配合履职事项>'],
    ],
    [
      'as a breakdown',
      '共7个类别52项，分为基层党建28项、城乡建设24项。',
      ['categories 7', 'items 52', 'itemsInCategory 28 基层党建 of 1', 'itemsInCategory 24 城乡建设 of 1'],
    ],
    [
      'as a breakdown before its total',
      '基层党建28项、城乡建设24项，共52项。',
      ['itemsInCategory 28 基层党建 of 2', 'itemsInCategory 24 城乡建设 of 2', 'items 52'],
    ],
    [
      'as a breakdown by lists',
      '共梳理事项60项，其中基本履职事项20项、配合履职事项30项、上级部门收回事项10项。',
      [
        'items 60',
        'items 20 <基本履职事项> of 0',
        'items 30 <配合履职事项> of 0',
        'items 10 <上级部门收回事项> of 0',
      ],
    ],
    [
      'of several lists',
      '形成基本履职事项89项、配合履职事项128项、上级部门收回事项52项',
      ['items 89 <基本履职事项>', 'items 128 <配合履职事项>', 'items 52 <上级部门收回事项>'],
    ],
    [
      'of lists joined by 和',
      '共有基本履职事项89项和配合履职事项128项',
      ['items 89 <基本履职事项>', 'items 128 <配合履职事项>'],
    ],
    ['before the words for the list', '共有89项基本履职事项', ['items 89 <基本履职事项>']],
    ['in a title', '和平镇基本履职事项清单（共89项）', ['items 89 <和平镇基本履职事项清单>']],
    ['in half-width brackets', '基本履职事项清单(共 89 项)', ['items 89 <基本履职事项清单>']],
    ['in Chinese numerals', '全镇共计八十九项', ['items 89']],
    ['in full-width digits', '共包含１２０项', ['items 120']],
    ['in a heading of its own', '一、党的建设（22项）', ['itemsInCategory 22 党的建设']],
    ['in a numbered heading with brackets', '（二）民生服务（共8项）', ['itemsInCategory 8 民生服务']],
    [
      'of departments with some of their names',
      '涉及县委组织部、县教育局等39个部门',
      ['departments 39 县委组织部|县教育局'],
    ],
    ['after a colon', '配合履职事项清单：党的建设、民生服务等2大类', ['categories 2 党的建设|民生服务']],
  ])('%s', (_case, value, statements) => {
    expect(read(value)).toEqual(statements);
  });

  test.each([
    '下辖20个行政村、2个社区',
    '从业人员22人，面积427.5平方公里',
    '实施五项措施，3个月内完成',
    '第3项',
    '落实3项工作、5项任务',
    '开展22项措施',
    '党的建设22项措施',
    '2025年7月',
    '公示5个工作日',
  ])('are not in %s', (value) => {
    expect(read(value)).toEqual([]);
  });

  test('keep the places of their words', () => {
    const value = '　主要包括党的建设、民生\n服务等2个类别。';
    const source = `前言\n${value}`;
    const [match] = findStatedCounts(verbatim(source, 3, source.length), phrases);
    const cut = (text: Text | undefined) => text && source.slice(spanOf(text).start, spanOf(text).end);
    expect([cut(match?.number), match?.names.map(cut), cut(match?.phrase)]).toEqual([
      '2',
      ['党的建设', '民生\n服务'],
      '党的建设、民生\n服务等2个类别',
    ]);
  });
});
