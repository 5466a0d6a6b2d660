import { describe, expect, it } from 'vitest';
import { coordinating } from '../support/departmentCells.ts';
import { findIn, shortFindings } from '../support/found.ts';
import { readDocument } from '../support/mended.ts';

const found = (departments: string, superior: string, township?: string) =>
  shortFindings(coordinating([[departments, superior, township]]), 'department-duties');

describe('departments that are listed', () => {
  it.each<[string, string, string]>([
    [
      'act as subjects of clauses',
      '县教育局、公安局',
      '1.县教育局组织学校开展教育；2.县公安局巡查校园周边。',
    ],
    ['head groups of clauses', '县残联，县人社局', '县残联：\n摸排需求。\n县人社局：\n落实补贴。'],
    ['act in a later part of a clause', '县水利局、公安局', '1.县水利局巡查河道；县公安局依法查处非法采砂。'],
    ['act with others', '县水利局、公安局', '1.县水利局会同县公安局联合巡查；2.县水利局汇总情况。'],
    ['are to act on what reaches them', '县民政局、财政局', '1.县民政局审核名单；2.报县财政局复核后拨付。'],
    ['lead, and have the clauses without a subject', '县林草局、公安局', '1.编制方案；2.县公安局打击盗猎。'],
    [
      'are meant by all departments',
      '县教育局、公安局',
      '1.县教育局牵头制定方案；2.各部门按职责分工抓好落实。',
    ],
    ['are meant by their field', '县教育局、财政局', '1.县教育局提出预算；2.财政部门安排资金。'],
    ['act by a part of theirs', '县教育局、公安局', '1.县教育局开展宣传；2.县公安局交警大队疏导交通。'],
    [
      'are named in brackets',
      '县政府办（数字化发展局）、教育局',
      '1.县数字化发展局搭建平台；2.县教育局使用平台。',
    ],
    [
      'have other written forms',
      '县人力资源和社会保障局、教育局',
      '1.县人社局开展培训；2.县教育局提供场地。',
    ],
    [
      'are national bodies behind the county’s own',
      '县统计局、国家统计局青石调查队',
      '县统计局：\n负责入户。\n国家统计局青石调查队：\n负责抽样。',
    ],
    [
      'are a customs house',
      '县农业农村局、青石海关',
      '1.县农业农村局负责检疫，青石海关负责查验；2.青石海关通报结果。',
    ],
    [
      'answer to their own line above and have their own place',
      '南明区应急管理局、云浦供电局',
      '1.南明区应急管理局制定方案；2.供电局巡护线路。',
    ],
    [
      'answer to their own line above and tell no level',
      '南明区应急管理局、气象局、消防救援大队',
      '1.南明区应急管理局制定方案；2.云浦市气象局发布预警；3.云浦消防救援大队检查场所。',
    ],
    [
      'answer to their own line above and are named without their level',
      '南明区应急管理局、市气象局',
      '1.南明区应急管理局制定方案；2.气象局发布预警。',
    ],
  ])('are not reported when they %s', (_, departments, superior) => {
    expect(found(departments, superior)).toEqual([]);
  });

  it('are not reported where the duties name no department', () => {
    expect(found('县民政局、财政局', '1.审核名单；2.拨付资金。')).toEqual([]);
  });

  it('are reported when the duties name others and not them', () => {
    expect(
      found('县教育局、公安局、卫健委', '1.县教育局开展教育；2.县公安局巡查校园；3.医疗机构负责救治伤者。'),
    ).toEqual(['coordinating 1 departments idle “卫健委”']);
    expect(found('县教育局、司法局', '1.县教育局开展宣传；2.司法所提供法律咨询。')).toEqual([
      'coordinating 1 departments idle “司法局”',
    ]);
  });

  it('are told apart when they only receive something, or are named by half', () => {
    expect(
      found('县农业农村局、公安局', '1.县农业农村局抽检农资；2.对涉嫌犯罪的，县农业农村局移交县公安局。'),
    ).toEqual(['coordinating 1 departments passive “公安局”']);
    expect(found('县水利局、气象局', '1.县水利局制定预案；2.县水利局组织气象、住建等部门会商。')).toEqual([
      'coordinating 1 departments passive “气象局”',
    ]);
  });

  it('are not reported when their duty stands in the department cell itself', () => {
    expect(found('县教育局、林草局 县林草局 提供承包档案。', '县教育局：\n制定方案。')).toEqual([]);
  });
});

describe('departments that act', () => {
  it.each<[string, string, string]>([
    ['things are handed to', '县农业农村局', '1.抽检农资；2.对涉嫌犯罪的，移交县公安局；3.报县人民政府。'],
    [
      'act with the one listed',
      '县农业农村局',
      '1.县农业农村局会同县公安局开展检查，提请县人民政府挂牌督办。',
    ],
    [
      'are hospitals, stations, villages',
      '县教育局',
      '1.县教育局开展宣传；2.医疗机构救治伤者；3.司法所调解纠纷。',
    ],
    [
      'are teams and headquarters',
      '县水利局',
      '1.县水利局制定预案；2.县防汛抗旱指挥部启动响应；3.县委巡察组进驻。',
    ],
    ['belong to the prefecture', '县林草局', '1.县林草局编制方案；2.州林草局批复方案。'],
  ])('need not be listed when they are bodies that %s', (_, departments, superior) => {
    expect(found(departments, superior)).toEqual([]);
  });

  it('need not be listed where the cell leaves the list open', () => {
    expect(found('县住建局等其他负有监管职责的部门', '1.县住建局监管工地；2.县交通局监管道路。')).toEqual([]);
  });

  it('are reported where they head clauses or begin one, with the way to list them', () => {
    const document = coordinating([
      ['县教育局', '1.县教育局开展教育；2.县水利局设置警示牌。'],
      ['县残联', '县残联：\n摸排需求。\n县委宣传部：\n组织宣传。'],
      ['县民政局', '审核名单。', '1.录入系统报县民政局审核，县财政局按程序拨付；2.公示。'],
    ]);
    expect(findIn(document, 'department-duties')).toMatchObject([
      { at: 'coordinating 1 superiorDuties', variant: 'subject', excerpt: '县水利局' },
      { at: 'coordinating 2 superiorDuties', variant: 'heading', excerpt: '县委宣传部' },
      { at: 'coordinating 3 townshipDuties', variant: 'township', excerpt: '县财政局' },
    ]);
  });

  it('are taken for a listed one that they differ little from', () => {
    const document = coordinating([['县水利局', '1.县水利局巡查河道；2.县水利大队处置险情。']]);
    expect(findIn(document, 'department-duties')).toEqual([]);
    expect(shortFindings(document, 'department-consistency')).toEqual([
      'coordinating 1 superiorDuties renamed “县水利大队”',
    ]);
  });

  it('are taken for a listed branch whose place differs in a character', () => {
    const document = coordinating(
      [
        [
          '川宁市生态环境局云岭县分局、县水利局',
          '川宁市生态环境局云山县分局：\n1.划定保护区；\n2.监测水质。\n县水利局：\n1.建设工程；\n2.指导运行。',
        ],
      ],
      { countyNames: ['云岭县'] },
    );
    expect(findIn(document, 'department-duties')).toEqual([]);
    expect(shortFindings(document, 'department-consistency')).toEqual([
      'coordinating 1 superiorDuties renamed “川宁市生态环境局云山县分局”',
    ]);
  });

  it('are not taken for a listed one when both are known bodies', () => {
    const document = coordinating([['县教育局、县残联', '1.县教育局建立台账；2.县妇联负责转介。']]);
    expect(shortFindings(document, 'department-duties')).toEqual([
      'coordinating 1 departments idle “县残联”',
      'coordinating 1 superiorDuties subject “县妇联”',
    ]);
    expect(findIn(document, 'department-consistency')).toEqual([]);
  });

  it('need not be listed where another column names them', async () => {
    const document = await readDocument(
      'a.md',
      `# 南涌街道配合履职事项清单

| 序号 | 事项类别 | 事项名称 | 牵头部门 | 配合部门 | 上级部门职责 | 街道配合职责 |
|---|---|---|---|---|---|---|
| 1 | 城市管理 | 加装电梯 | 区住建局 | 区财政局 | 1.区住建局审查；2.区财政局保障资金；3.区水利局会签。 | 做好协商。 |
`,
    );
    expect(shortFindings(document, 'department-duties')).toEqual([
      'coordinating 1 superiorDuties subject “区水利局”',
    ]);
  });
});
