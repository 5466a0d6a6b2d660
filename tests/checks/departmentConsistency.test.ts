import { describe, expect, it } from 'vitest';
import { coordinating, type Item } from '../support/departmentCells.ts';
import { findIn, shortFindings } from '../support/found.ts';

const forms = (items: readonly Item[]) => shortFindings(coordinating(items), 'department-consistency');

describe('written forms of a department', () => {
  const two: readonly Item[] = [
    ['县林草局', '负责巡护。', '上报县林草局。'],
    ['县林草局', '负责防火。', '上报县林草局。'],
  ];

  it('are reported once for each form that differs, at its first place, against the form used most', () => {
    const document = coordinating([
      ...two,
      ['县林草局', '负责湿地保护。', '1.上报县林业和草原局；2.协助县林业和草原局执法。'],
    ]);
    expect(findIn(document, 'department-consistency')).toEqual([
      {
        at: 'coordinating 3 townshipDuties',
        variant: 'default',
        excerpt: '县林业和草原局',
        data: { found: '县林业和草原局', usual: '县林草局', count: 2, uses: 5 },
        related: ['县林业和草原局'],
      },
    ]);
  });

  it('may leave out a prefix that a name before it carries', () => {
    expect(forms([...two, ['县民政局、林草局', '负责审核。', '上报县民政局、林草局。']])).toEqual([]);
  });

  it('lack their prefix where all others have it', () => {
    expect(forms([...two, ...two, ['县林草局', '负责审核。', '协助林草局开展检查。']])).toEqual([
      'coordinating 5 townshipDuties noPrefix “林草局”',
    ]);
  });

  it('are stems in a list of fields, and courts in law, where no prefix is needed', () => {
    expect(
      forms([
        ...two,
        ['县林草局', '1.会同公安、林草局等部门开展检查；2.申请人民法院强制执行。', '无。'],
        ['县人民法院', '负责立案。', '协助县人民法院送达。'],
      ]),
    ).toEqual([]);
  });

  it('may be full in the column and short in sentences when all names do so', () => {
    const item = (full: string, short: string): Item => [
      full,
      `1.${short}审核名单；2.公示。`,
      `上报${short}。`,
    ];
    const items = [
      item('县人力资源和社会保障局', '县人社局'),
      item('县住房和城乡建设局', '县住建局'),
      item('县市场监督管理局', '县市监局'),
      item('县卫生健康委员会', '县卫健委'),
    ];
    expect(forms(items)).toEqual([]);
    expect(
      forms([...items, item('县人社局', '县人社局'), item('县人力资源和社会保障局', '县人社局')]),
    ).toEqual(['coordinating 5 departments default “县人社局”']);
  });

  it('differ by the committee’s prefix', () => {
    expect(
      forms([
        ['县委编办', '负责核编。', '报县委编办。'],
        ['县编办', '负责登记。', '报县委编办。'],
      ]),
    ).toEqual(['coordinating 2 departments prefix “县编办”']);
  });

  it('are the county’s own branch with and without 县', () => {
    const branch = '州生态环境局青石县分局';
    expect(
      shortFindings(
        coordinating(
          [
            [branch, '负责监测。', `上报${branch}。`],
            [branch, '负责处罚。', '协助州生态环境局青石分局取证。'],
          ],
          { countyNames: ['青石县'] },
        ),
        'department-consistency',
      ),
    ).toEqual(['coordinating 2 townshipDuties default “州生态环境局青石分局”']);
  });

  it('are the whole name of a national body, without 县 before it', () => {
    const tax = '国家税务总局青石县税务局';
    const power = '国网青石县供电公司';
    const rows = (last: string) =>
      coordinating(
        [
          [`县财政局、${tax}`, `1.县财政局下达计划；2.${tax}征收税费。`],
          [`县水利局、${power}`, `1.县水利局供水；2.${power}抢修线路。`, last],
        ],
        { countyNames: ['青石县'] },
      );
    expect(shortFindings(rows(`配合${tax}、${power}开展工作。`), 'department-consistency')).toEqual([]);
    const inShort = findIn(rows('配合青石县税务局开展工作。'), 'department-consistency');
    expect(typeof inShort === 'string' ? inShort : inShort.map(({ data }) => data)).toEqual([
      { found: '县税务局', usual: tax, count: 1, uses: 2 },
    ]);
  });

  it('are those of one body for each body: the congress and its standing committee are two', () => {
    expect(
      forms([['县人大常委会', '1.县人大听取报告；2.县人大常委会组织视察。', '通知县人大代表参加。']]),
    ).toEqual([]);
  });
});

describe('slips in a department’s name', () => {
  it('are reported where a character is wrong', () => {
    expect(
      forms([
        ['县水利局', '1.县水利局检测水质；2.县水力局公布结果。', '报县水利局。'],
        ['县民政局', '负责审核。', '上报县民证局。'],
        ['县民政局', '负责公示。', '报县民政局。'],
      ]),
    ).toEqual([
      'coordinating 1 superiorDuties slip “县水力局”',
      'coordinating 2 townshipDuties slip “县民证局”',
    ]);
  });

  it('are not measured by a form that is misspelt itself, however often it stands', () => {
    const wrong: Item = ['县应急管里局', '1.县应急管里局制定方案；2.县应急管里局检查。'];
    const found = findIn(
      coordinating([wrong, wrong, ['县应急管理局', '负责救援。']]),
      'department-consistency',
    );
    expect(typeof found === 'string' ? found : found.map(({ at, data }) => [at, data.usual])).toEqual([
      ['coordinating 1 departments', '应急管理局'],
      ['coordinating 2 departments', '应急管理局'],
    ]);
  });

  it('are corrected to the known one of two in the column and the duties of an item', () => {
    expect(
      findIn(coordinating([['县民证局', '县民政局负责审核。']]), 'department-consistency'),
    ).toMatchObject([
      { at: 'coordinating 1 departments', variant: 'slip', data: { found: '县民证局', usual: '县民政局' } },
    ]);
  });

  it('are reported where the ending is missing, and not where only the field is meant', () => {
    expect(
      forms([
        [
          '县民政局、财政局',
          '1.县民政局公示后报县财政复核；2.县财政局拨付县财政资金。',
          '县财政预算不足的，报县财政局。',
        ],
      ]),
    ).toEqual(['coordinating 1 superiorDuties cut “县财政”']);
  });
});
