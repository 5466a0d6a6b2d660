import { expect, it } from 'vitest';
import { shortFindings } from '../support/found.ts';
import { builtinOptions, listOfNames } from '../support/mended.ts';

const found = (...names: readonly string[]) =>
  shortFindings(listOfNames(names), 'terms', { options: builtinOptions('preferred-terms') });

it('wrong characters of pinyin and wubi input are found in the words of these lists', () => {
  expect(
    found('统一部暑机官干部登汁入户', '检杳隐惠，申抱减兔', '取保侯审人员管里工作', '凋解矛盾，网洛监侧'),
  ).toEqual([
    'basic 1 name term “部暑”',
    'basic 1 name term “机官”',
    'basic 1 name term “登汁”',
    'basic 2 name term “检杳”',
    'basic 2 name term “隐惠”',
    'basic 2 name term “申抱”',
    'basic 2 name term “减兔”',
    'basic 3 name term “取保侯审”',
    'basic 3 name term “管里工作”',
    'basic 4 name term “凋解”',
    'basic 4 name term “网洛”',
    'basic 4 name term “监侧”',
  ]);
});

it('the same characters are left alone where two words meet', () => {
  expect(
    found(
      '公布暑期值班安排，各部暑期托管',
      '司机官员公务出行，核验手机官网信息',
      '组织民警祭扫烈士墓',
      '按置换方案登记，栽培川芎',
      '挖掘民间题材，防泛滥、防倒灌',
      '培养骨干早作准备，收支缓解',
      '不得举措拖延，宣传拦截诈骗电话',
      '侯诊所登记，堪察加引种',
    ),
  ).toEqual([]);
});
