import { describe, expect, it } from 'vitest';
import { isSamePlace, placesIn } from '../../src/checks/matters/placeNames.ts';
import { verbatim } from '../../src/model/text.ts';
import { documentOf, testFormat } from '../support/document.ts';
import { findIn, shortFindings } from '../support/found.ts';

const rows = [['1', '党的建设', '走访老党员']];

function titled(title: string, ...lists: readonly string[]) {
  const kinds = ['basic', 'coordinating', 'withdrawn'] as const;
  return documentOf({
    title,
    lists: lists.map((words, i) => ({ kind: kinds[i] ?? 'basic', title: words, rows })),
  });
}

describe('places in a title', () => {
  it.each([
    ['河西州青石县柳河镇基本履职事项清单', ['河西州', '青石县', '柳河镇']],
    ['某省河西蒙古族自治州青石县柳河镇履职事项清单', ['河西蒙古族自治州', '青石县', '柳河镇']],
    ['北岭地区青石县柳河民族乡配合履职事项清单', ['北岭地区', '青石县', '柳河民族乡']],
    ['昌平市东城街道办事处基本履职事项清单', ['昌平市', '东城街道办事处']],
    ['3.柳河镇上级部门收回事项清单', ['柳河镇']],
    ['基本履职事项清单', []],
  ])('%s', (words, names) => {
    expect(placesIn(verbatim(words, 0, words.length)).map(({ name }) => name)).toEqual(names);
  });

  it('are the same in full and short form only', () => {
    expect(isSamePlace('河西蒙古族自治州', '河西州')).toBe(true);
    expect(isSamePlace('东城街道办事处', '东城街道')).toBe(true);
    expect(isSamePlace('河西州', '河东州')).toBe(false);
    expect(isSamePlace('柳河镇', '柳林镇')).toBe(false);
  });
});

describe('titles of a document', () => {
  it('may leave a level out or write it in full', () => {
    expect(
      shortFindings(
        titled(
          '河西蒙古族自治州青石县柳河镇履职事项清单',
          '河西州青石县柳河镇基本履职事项清单',
          '柳河镇配合履职事项清单',
        ),
        'title-places',
      ),
    ).toEqual([]);
  });

  it('are told where one names another township or county, with one that is right related', () => {
    expect(
      findIn(
        titled(
          '青石县柳河镇履职事项清单',
          '青石县柳河镇基本履职事项清单',
          '青石县柳林镇配合履职事项清单',
          '清石县柳河镇上级部门收回事项清单',
        ),
        'title-places',
      ),
    ).toMatchObject([
      { at: 'withdrawn - -', excerpt: '清石县', data: { expected: '青石县' }, related: ['青石县'] },
      { at: 'coordinating - -', excerpt: '柳林镇', data: { expected: '柳河镇' }, related: ['柳河镇'] },
    ]);
  });

  it('are compared with the preamble for slips of long names only', () => {
    const preamble = (words: string, town: string) =>
      documentOf({
        title: `青石县${town}履职事项清单`,
        paragraphs: [words],
        lists: [{ kind: 'basic', title: `青石县${town}基本履职事项清单`, rows }],
      });
    expect(shortFindings(preamble('巴音塔垃镇位于县城西部。', '巴音塔拉镇'), 'title-places')).toEqual([
      '- - - running “巴音塔垃镇”',
    ]);
    expect(shortFindings(preamble('本镇东邻柳林镇。', '柳河镇'), 'title-places')).toEqual([]);
  });
});

describe('the table of contents', () => {
  const lists = [
    { kind: 'basic' as const, title: '柳河镇基本履职事项清单', rows },
    { kind: 'withdrawn' as const, title: '柳河镇上级部门收回事项清单', rows },
  ];
  const entry = (title: string, kind: 'basic' | 'withdrawn', page: number) => ({ title, kind, page });

  it('is sound with the titles in order and pages going up', () => {
    expect(
      shortFindings(
        documentOf({
          contents: [entry('基本履职事项清单', 'basic', 1), entry('上级部门收回事项清单', 'withdrawn', 9)],
          lists,
        }),
        'contents',
      ),
    ).toEqual([]);
  });

  it('is told for a page that goes back, and for a list left out', () => {
    expect(
      shortFindings(
        documentOf({
          contents: [entry('基本履职事项清单', 'basic', 10), entry('上级部门收回事项清单', 'withdrawn', 9)],
          lists,
        }),
        'contents',
      ),
    ).toEqual(['withdrawn - - page “上级部门收回事项清单”']);
    expect(
      shortFindings(documentOf({ contents: [entry('基本履职事项清单', 'basic', 1)], lists }), 'contents'),
    ).toEqual(['withdrawn - - missing “柳河镇上级部门收回事项清单”']);
  });

  it('is told for another order and for a list that stands twice', () => {
    expect(
      shortFindings(
        documentOf({
          contents: [
            entry('上级部门收回事项清单', 'withdrawn', 1),
            entry('基本履职事项清单', 'basic', 9),
            entry('基本履职事项清单', 'basic', 12),
          ],
          lists,
        }),
        'contents',
      ),
    ).toEqual(['basic - - repeated “基本履职事项清单”', 'basic - - order “基本履职事项清单”']);
  });

  /** A format that knows the list by a short name too, which a slip in the long one leaves as it is. */
  const short = {
    lists: {
      ...testFormat.lists,
      withdrawn: {
        ...testFormat.lists.withdrawn,
        titles: ['上级部门收回事项清单', '上级收回事项清单', '收回事项清单'],
      },
    },
  };

  it('is not told for the end of a title that has a slip, nor corrected by it', () => {
    const slipped = [{ kind: 'withdrawn' as const, title: '柳河镇上级部们收回事项清单', rows }];
    const sound = documentOf({
      format: short,
      contents: [entry('上级部门收回事项清单', 'withdrawn', 9)],
      lists: slipped,
    });
    expect(shortFindings(sound, 'contents')).toEqual([]);
    expect(findIn(sound, 'list-titles')).toMatchObject([
      { excerpt: '上级部们收回事项清单', data: { expected: '上级部门收回事项清单' } },
    ]);
    const wrongEntry = documentOf({
      format: short,
      contents: [entry('上级部们收回事项清单', 'withdrawn', 9)],
      lists,
    });
    expect(findIn(wrongEntry, 'contents')).toMatchObject([
      { variant: 'default', excerpt: '上级部们收回事项清单', data: { expected: '上级部门收回事项清单' } },
      { variant: 'missing', excerpt: '柳河镇基本履职事项清单' },
    ]);
  });

  it.each(['柳河镇收回事项清单', '柳河镇县级部门收回事项清单', '柳河镇上级收回事项清单'])(
    'may name the list as its title %s does',
    (title) => {
      const named = documentOf({ format: short, lists: [{ kind: 'withdrawn', title, rows }] });
      expect(shortFindings(named, 'list-titles')).toEqual([]);
    },
  );

  it('is nothing to look at where there is none', () => {
    expect(findIn(documentOf({ lists }), 'contents')).toBe('文中没有目录');
  });
});

describe('dates', () => {
  const dated = (...lines: readonly string[]) =>
    documentOf({ paragraphs: lines, lists: [{ kind: 'basic', rows }] });

  it('are sound in the years of these lists, with or without a day, in digits of both kinds', () => {
    expect(
      shortFindings(dated('2025 年 7 月', '二〇二五年七月十日', '自2023年2月28日起施行。'), 'dates'),
    ).toEqual([]);
  });

  it('are told for a month or day that does not exist, wherever it stands', () => {
    expect(shortFindings(dated('2025年13月', '自2025年2月30日起施行。'), 'dates')).toEqual([
      '- - - month “2025年13月”',
      '- - - day “2025年2月30日”',
    ]);
  });

  it('are told for a year far off, as the rule sets it, and for two that differ', () => {
    expect(shortFindings(dated('2052年7月'), 'dates')).toEqual(['- - - default “2052年7月”']);
    expect(shortFindings(dated('20255年7月'), 'dates')).toEqual(['- - - default “20255年7月”']);
    expect(shortFindings(dated('2025年7月'), 'dates', { options: { first: 2026, last: 2030 } })).toEqual([
      '- - - default “2025年7月”',
    ]);
    expect(findIn(dated('2025年7月', '2025年8月'), 'dates')).toMatchObject([
      { variant: 'differing', excerpt: '2025年8月', related: ['2025年7月'] },
    ]);
  });

  it('are nothing to look at where there are none', () => {
    expect(findIn(dated('本镇下辖8个村。'), 'dates')).toBe('文中没有写明日期');
  });
});
