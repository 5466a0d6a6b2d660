import { expect, it } from 'vitest';
import { otherTownships } from '../../src/checks/language/otherTownships.ts';

const named = (value: string, unit = '镇', own = '河东镇') =>
  otherTownships(value, unit, new Set([own])).map(({ name, start }) => `${name}@${start}`);

it.each([
  ['在河西镇开展党员教育', ['河西镇@1']],
  ['1.登记名单；2.河西镇组织人员巡查。', ['河西镇@9']],
  ['由临江镇负责养护', ['临江镇@1']],
  ['临江镇人民政府组织救援', ['临江镇@0']],
])('another township that acts is told: %s', (value, expected) => {
  expect(named(value)).toEqual(expected);
});

it.each([
  '与河西镇交界处开展联防联控',
  '河西镇路段安排养护',
  '在集镇开展巡查，在城镇开展宣传，在建制镇开展检查',
  '所在镇负责，各乡镇组织实施，由镇负责',
  '在中心镇开展试点，户籍镇负责登记，会同相邻镇组织',
  '协助河西镇开展活动，配合镇开展检查',
  '河东镇负责养护，由河东镇人民政府组织，在青石县河东镇开展',
])('neighbours, kinds of towns and the own name are left alone: %s', (value) => {
  expect(named(value)).toEqual([]);
});

it('streets are told in the list of a street', () => {
  expect(named('在河西街道开展巡查，由街道组织，各街道负责', '街道', '城东街道')).toEqual(['河西街道@1']);
});
