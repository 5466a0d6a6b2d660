import { describe, expect, it } from 'vitest';
import type { ListKind } from '../../src/model/format.ts';
import { documentOf, type ListPlan, rowsNumbered } from '../support/document.ts';
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
