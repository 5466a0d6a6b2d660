import { beforeAll, describe, expect, it } from 'vitest';
import { when } from '../../src/checks/general/when.ts';
import { loadEngine } from '../../src/patterns/pattern.ts';
import { documentOf, testRule } from '../support/document.ts';
import { findIn, shortFindings } from '../support/found.ts';

const document = documentOf({
  lists: [
    {
      kind: 'coordinating',
      rows: [
        ['1', '应急管理', '防汛抢险', '县应急管理局', '负责指挥。', '负责转移群众。'],
        ['2', '应急管理', '森林防火', '县林草局', '负责扑救。', ''],
        ['3', '民生服务', '临时救助', '县民政局', '负责审批。', '负责受理。'],
      ],
    },
    { kind: 'basic', rows: [['1', '应急管理', '排查隐患']] },
  ],
});
const rule = (condition: object, then: object) => ({ options: { if: condition, then } });
const EMERGENCY = { category: { equals: '应急 管理' } };

beforeAll(loadEngine);

describe('if some cells are so, others must be so', () => {
  it('reports the cell that is not, in lists that have all of the columns', () => {
    expect(
      findIn(document, 'when', rule(EMERGENCY, { departments: { contains: ['应急局', '应急管理局'] } })),
    ).toEqual([
      {
        at: 'coordinating 2 departments',
        variant: 'default',
        excerpt: '县林草局',
        data: { column: '对应上级部门', found: '县林草局', name: '森林防火' },
        related: [],
      },
    ]);
  });

  it.each([
    [
      { name: { contains: '防' } },
      { townshipDuties: { empty: false } },
      ['coordinating 2 townshipDuties default “”'],
    ],
    [
      { townshipDuties: { empty: true } },
      { departments: { not: { contains: '林草' } } },
      ['coordinating 2 departments default “县林草局”'],
    ],
    [
      { superiorDuties: { matches: '^负责(审批|扑救)。$' } },
      { departments: { equals: '县民政局' } },
      ['coordinating 2 departments default “县林草局”'],
    ],
    [{ superiorDuties: { matches: '(.责)+审批' } }, { category: { equals: ['民生服务'] } }, []],
    [
      { number: { equals: '3' } },
      { category: { matches: '民生$' } },
      ['coordinating 3 category default “民生服务”'],
    ],
    [
      { name: { contains: '防' }, number: { equals: ['1', '3'] } },
      { departments: { equals: 'x' } },
      ['coordinating 1 departments default “县应急管理局”'],
    ],
  ])('understands %j → %j', (condition, then, expected) => {
    expect(
      shortFindings(document, 'when', { ...rule(condition, then), on: { lists: ['coordinating'] } }),
    ).toEqual(expected);
  });

  it('is not applicable where no list has the columns', () => {
    const handover = rule(EMERGENCY, { handover: { empty: false } });
    expect(shortFindings(document, 'when', handover)).toBe(
      '规则所看的清单和类别里没有“承接部门及工作方式”这一栏',
    );
  });

  it('tells whether the condition was ever met', () => {
    let met = 0;
    const count = () => {
      met++;
    };
    when.run(document, testRule('when', rule(EMERGENCY, { name: { empty: false } })), count);
    expect(met).toBe(3);
    when.run(
      document,
      testRule('when', rule({ category: { equals: '没有' } }, { name: { empty: false } })),
      count,
    );
    expect(met).toBe(3);
  });
});
