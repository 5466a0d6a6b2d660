import { describe, expect, it } from 'vitest';
import { documentOf } from '../support/document.ts';
import { findIn, shortFindings } from '../support/found.ts';

const document = documentOf({
  title: '柳河镇履职事项清单',
  lists: [
    {
      kind: 'basic',
      title: '柳河镇基本履职事项清单',
      rows: [
        ['1', '党的建设', '走访住户'],
        ['2', '党的建设', '走访\n住户'],
        ['3', '经济发展', '走访住户'],
        ['4', '经济发展', ''],
        ['5', '经济发展'],
      ],
    },
    {
      kind: 'withdrawn',
      columns: ['序号', '事项类别', '事项名称', '承接部门', '承接方式', '备注'],
      rows: [
        ['1', '民生服务', '走访住户', '县民政局', '统一组织', '无'],
        ['2', '民生服务', '发放补贴', '', '', '无'],
        ['3', '民生服务', '核发证照', '县民政局', '', '无'],
      ],
    },
  ],
});

describe('values that may stand once only', () => {
  it('are reported at the second place with the first, white space and empty cells aside', () => {
    expect(findIn(document, 'unique', { on: { column: 'name' } })).toEqual([
      {
        at: 'basic 2 name',
        variant: 'default',
        excerpt: '走访\n住户',
        data: { value: '走访住户', first: '1' },
        related: ['走访住户'],
      },
      {
        at: 'basic 3 name',
        variant: 'default',
        excerpt: '走访住户',
        data: { value: '走访住户', first: '1' },
        related: ['走访住户'],
      },
    ]);
  });

  it('may be asked for in a category, or in the whole document', () => {
    const within = (reach: string) => ({ on: { column: 'name' as const }, options: { within: reach } });
    expect(shortFindings(document, 'unique', within('category'))).toEqual([
      'basic 2 name default “走访\n住户”',
    ]);
    expect(shortFindings(document, 'unique', within('document'))).toContain(
      'withdrawn 1 name default “走访住户”',
    );
  });

  it('say when there is no such column', () => {
    expect(shortFindings(document, 'unique', { on: { column: 'townshipDuties' } })).toBe(
      '规则所看的清单和类别里没有“镇配合职责”这一栏',
    );
  });
});

describe('something that must be there', () => {
  it('is a filled cell of each item: missing, empty, or without the words', () => {
    const name = { on: { lists: ['basic' as const], column: 'name' as const } };
    expect(shortFindings(document, 'required', name)).toEqual([
      'basic 4 name empty “”',
      'basic 5 name absent “5”',
    ]);
    expect(
      shortFindings(document, 'required', { ...name, options: { words: ['走访', '入户'] } }),
    ).toHaveLength(2);
    expect(shortFindings(document, 'required', { ...name, options: { words: ['入户'] } })).toContain(
      'basic 1 name lacks “走访住户”',
    );
  });

  it('takes the two halves of a handover as one', () => {
    expect(shortFindings(document, 'required', { on: { column: 'handover' } })).toEqual([
      'withdrawn 2 handover empty “”',
    ]);
  });

  it('is a part of the document, or of every list', () => {
    expect(findIn(document, 'required', { on: { parts: ['paragraph'] } })).toEqual([
      {
        at: '- - -',
        variant: 'absent',
        excerpt: '',
        data: { what: { zh: '说明文字', en: 'running text' }, words: '' },
        related: [],
      },
    ]);
    expect(shortFindings(document, 'required', { on: { parts: ['title'] } })).toEqual([]);
    const titles = { on: { parts: ['title' as const], lists: ['basic' as const, 'withdrawn' as const] } };
    expect(shortFindings(document, 'required', titles)).toEqual(['withdrawn - - absent “”']);
    expect(shortFindings(document, 'required', { ...titles, options: { words: ['基本履职'] } })).toEqual([
      'withdrawn - - absent “”',
    ]);
  });
});

describe('lengths', () => {
  const name = { on: { lists: ['basic' as const], column: 'name' as const } };
  it('count characters without white space, and are within bounds', () => {
    expect(shortFindings(document, 'length', { ...name, options: { min: 5, max: null } })).toHaveLength(3);
    expect(shortFindings(document, 'length', { ...name, options: { min: 4, max: 4 } })).toEqual([]);
    expect(findIn(document, 'length', { ...name, options: { max: 3 } })).toMatchObject([
      { variant: 'long', data: { length: 4, min: '', max: 3, found: '走访住户' } },
      { variant: 'long' },
      { variant: 'long' },
    ]);
  });

  it('take 0 as a bound', () => {
    expect(shortFindings(document, 'length', { ...name, options: { max: 0 } })).toHaveLength(3);
    expect(shortFindings(document, 'length', { ...name, options: { min: 0 } })).toEqual([]);
  });

  it('hold for parts of the document too', () => {
    expect(shortFindings(document, 'length', { on: { parts: ['title'] }, options: { max: 10 } })).toEqual([
      'basic - - long “柳河镇基本履职事项清单”',
    ]);
  });
});

describe('a vocabulary of a rule', () => {
  it('reports cells that hold something else, with the nearest word', () => {
    const rule = {
      on: { column: 'category' as const },
      options: { words: ['党的建设', '经济发展', '民生 保障'] },
    };
    expect(findIn(document, 'vocabulary', rule)).toMatchObject([
      { at: 'withdrawn 1 category', variant: 'unknown', data: { category: '民生服务', near: '' } },
      { at: 'withdrawn 2 category' },
      { at: 'withdrawn 3 category' },
    ]);
    const near = {
      on: { column: 'category' as const },
      options: { words: ['党建工作', '经济发展', '民生服事'] },
    };
    expect(findIn(document, 'vocabulary', near)).toContainEqual(
      expect.objectContaining({
        variant: 'default',
        data: { category: '民生服务', near: '民生服事', known: '“党建工作”、“经济发展”、“民生服事”' },
      }),
    );
  });
});
