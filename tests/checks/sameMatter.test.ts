import { describe, expect, it } from 'vitest';
import { isNearlySame, matterOf } from '../../src/checks/matters/matters.ts';
import type { ListKind } from '../../src/model/format.ts';
import { documentOf } from '../support/document.ts';
import { findIn, shortFindings } from '../support/found.ts';

const KIND = 'same-matter';

/** A document whose lists have items with these names. */
function named(lists: Readonly<Partial<Record<ListKind, readonly string[]>>>) {
  const rest: Readonly<Record<ListKind, readonly string[]>> = {
    basic: [],
    coordinating: ['县民政局', '负责审核。', '负责收集。'],
    withdrawn: ['县民政局 承接方式：由县民政局办理。'],
  };
  return documentOf({
    lists: Object.entries(lists).map(([kind, names]) => ({
      kind: kind as ListKind,
      rows: names.map((name, i) => [String(i + 1), '民生服务', name, ...rest[kind as ListKind]]),
    })),
  });
}

describe('one matter', () => {
  it.each([
    ['开展本辖区农作物病虫害防治工作', '做好农作物病虫害防控'],
    ['负责农村供水工程的运行和管理', '农村供水工程运行管理工作'],
    ['残疾人证办理', '办理残疾人证'],
    ['噪音污染防治', '噪声污染防治工作'],
    ['通讯设施建设与保护', '通信设施建设和保护'],
    ['征兵工作', '做好征兵'],
    ['全民阅读推广活动', '全民阅读推广'],
    ['困难重度残疾人家庭无障碍改造', '困难残疾人家庭无障碍改造'],
    ['生态环境保护督察反馈问题整改', '生态环境保护督查反馈问题整改'],
    ['农村危房改造（含六类重点户、一般户）', '农村危房改造工作'],
  ])('is behind %s and %s', (one, other) => {
    expect(isNearlySame(matterOf(one), matterOf(other))).toBe(true);
  });

  it.each([
    ['水污染防治和监督管理工作', '大气污染防治和监督管理工作'],
    ['土壤污染防治', '噪声污染防治'],
    ['负责本镇乡道养护', '负责本镇村道养护'],
    ['小型农田水利工程维修', '小型农田水利工程验收'],
    ['对擅自占用城市绿地的处罚', '对擅自占用城市道路的处罚'],
    ['拖拉机、联合收割机登记和牌照核发', '拖拉机、联合收割机操作证件核发'],
    ['生活垃圾分类', '农村生活垃圾分类'],
    ['安全生产监督检查', '农业机械安全监督检查'],
    ['工会组织建设，维护职工合法权益', '妇联组织建设，维护妇女儿童合法权益'],
  ])('is not behind %s and %s', (one, other) => {
    expect(isNearlySame(matterOf(one), matterOf(other))).toBe(false);
  });
});

describe('a matter that stands twice', () => {
  it('is told at the second place with the first one related', () => {
    expect(findIn(named({ basic: ['走访慰问老党员', '整治河道', '做好老党员走访慰问工作'] }), KIND)).toEqual([
      {
        at: 'basic 3 name',
        variant: 'default',
        excerpt: '做好老党员走访慰问工作',
        data: {
          found: '做好老党员走访慰问工作',
          other: '走访慰问老党员',
          number: 1,
          list: '基本履职事项清单',
        },
        related: ['走访慰问老党员'],
      },
    ]);
  });

  it('is told once for each place where it stands more than twice', () => {
    expect(
      shortFindings(named({ basic: ['走访老党员', '做好走访老党员工作', '开展老党员走访'] }), KIND),
    ).toEqual(['basic 2 name default “做好走访老党员工作”', 'basic 3 name default “开展老党员走访”']);
  });

  it('is told between the basic and the coordinating list, and as a part of a longer name', () => {
    expect(
      shortFindings(
        named({
          basic: ['管好村级图书室', '整治河道，开展农产品产销对接活动'],
          coordinating: ['村级图书室管好工作', '农产品产销对接活动'],
        }),
        KIND,
      ),
    ).toEqual([
      'coordinating 1 name twoLists “村级图书室管好工作”',
      'coordinating 2 name twoListsPart “农产品产销对接活动”',
    ]);
  });

  it('is told at the withdrawn item where it was taken back', () => {
    expect(
      shortFindings(
        named({
          basic: ['做好福利彩票站点检查', '组织疫苗接种宣传、病死畜禽无害化处理和疫情报告'],
          withdrawn: ['福利彩票站点检查', '病死畜禽无害化处理', '婚介机构评定'],
        }),
        KIND,
        { options: { compare: ['withdrawn'] } },
      ),
    ).toEqual([
      'withdrawn 1 name withdrawn “福利彩票站点检查”',
      'withdrawn 2 name withdrawnPart “病死畜禽无害化处理”',
    ]);
  });

  it('is only looked for where the rule says', () => {
    const document = named({ basic: ['走访老党员', '走访老党员'], withdrawn: ['走访老党员'] });
    expect(shortFindings(document, KIND, { options: { compare: ['oneList'] } })).toEqual([
      'basic 2 name default “走访老党员”',
    ]);
    expect(findIn(named({ withdrawn: ['走访老党员'] }), KIND, { options: { compare: ['withdrawn'] } })).toBe(
      '文中没有可以相互比较的事项',
    );
  });

  it('is another one where the brackets differ', () => {
    expect(shortFindings(named({ basic: ['补贴申领（初次申领）', '补贴申领（续期申领）'] }), KIND)).toEqual(
      [],
    );
  });
});
