import { describe, expect, it } from 'vitest';
import { coordinating, found } from './support/smallLists.ts';

/** Small lists as other provinces write them: their departments, categories and numbers. */

describe('departments in clauses numbered （1） and ①', () => {
  const header = '| 序号 | 事项类别 | 事项名称 | 上级部门 | 上级部门职责 | 街道配合职责 |';
  it.each([
    ['（1）', '（2）'],
    ['(1)', '(2)'],
    ['①', '②'],
  ])('%s', async (one, two) => {
    expect(
      (
        await found(
          coordinating(
            header,
            `| 1 | 经济发展 | 企业培育 | 区统计局、区商务委 | ${one}区统计局指导企业报表；<br>${two}区商务委负责商贸企业的培育。 | 上报名单。 |`,
            `| 2 | 市场监管 | 集市整治 | 市公安局、市市场监督管理局 | ${one}市公安局维护秩序；<br>${two}市市场监督管理局检查摊位。 | 清理摊位。 |`,
          ),
        )
      ).filter((line) => !line.includes('fullwidth')),
    ).toEqual([]);
  });
});

describe('categories written once, in merged cells or headings', () => {
  const basic = (...categories: readonly string[]) =>
    `# 柳河乡基本履职事项清单\n\n| 序号 | 事项类别 | 事项名称 |\n|---|---|---|\n${categories
      .flatMap((category, i) => [
        `| ${2 * i + 1} | ${category} | 走访第${i + 1}组居民 |`,
        `| ${2 * i + 2} | | 登记第${i + 1}组商户 |`,
      ])
      .join('\n')}\n`;

  it('are told where they are a slip of a known name', async () => {
    expect(await found(basic('党的建设', '文化和旅油', '综合征务'))).toEqual([
      '3 known-category 事项类别“文化和旅油”应该是“文化和旅游”。请改正',
      '5 known-category 事项类别“综合征务”应该是“综合政务”。请改正',
    ]);
  });

  it('are a county’s own where they are made of words that other names have', async () => {
    expect(await found(basic('党的建设', '城乡治理', '社会服务', '农村发展', '文化建设'))).toEqual([]);
  });
});

describe('a department behind 1、', () => {
  const header = '| 序号 | 事项类别 | 事项名称 | 上级部门 | 上级部门职责 | 街道配合职责 |';
  const rows = (first: string) => [
    `| 1 | 经济发展 | 企业培育 | 区发改局、统计局 | 1、${first}制定计划；<br>2、区统计局审核资料。 | 1、上报名单；<br>2、动员企业。 |`,
    '| 2 | 经济发展 | 项目申报 | 区发改局、统计局 | 1、区发改局受理申报；<br>2、区统计局核实数据。 | 1、上报项目；<br>2、协调用地。 |',
    '| 3 | 市场监管 | 集市整治 | 市公安局、市市场监督管理局 | 1、市公安局维护秩序；<br>2、市市场监督管理局检查摊位。 | 1、清理摊位；<br>2、劝导商户。 |',
  ];
  const told = async (text: string) => found(text);

  it('is read whole', async () => {
    expect(await told(coordinating(header, ...rows('区发改局')))).toEqual([]);
  });

  it('is told when it lacks the word for its level', async () => {
    expect(await told(coordinating(header, ...rows('发改局')))).toEqual([
      '1 department-name-consistent “发改局”（1处）前面少了前缀，别处写作“区发改局”。请写全',
    ]);
  });
});

describe('a clause without words', () => {
  it.each(['1.制定方案；<br>2.；<br>3.验收。', '①制定方案；<br>②；<br>③验收。'])('%s', async (duties) => {
    const header = '| 序号 | 事项类别 | 事项名称 | 上级部门 | 上级部门职责 | 街道配合职责 |';
    const text = coordinating(header, `| 1 | 民生服务 | 适老化改造 | 县民政局 | ${duties} | 上报名单。 |`);
    expect(await found(text)).toEqual([expect.stringContaining('开头的“；”前面没有内容')]);
  });
});

describe('numbers in one form throughout', () => {
  const header = '| 序号 | 事项类别 | 事项名称 | 对应上级部门 | 上级部门职责 | 街道配合职责 |';
  it.each([
    ['1、', '2、'],
    ['（1）', '（2）'],
    ['①', '②'],
  ])('%s are no warning, another form among them is', async (one, two) => {
    const row = (number: number, name: string, second: string) =>
      `| ${number} | 民生服务 | ${name} | 区民政局 | ${one}审核${name}的资料；<br>${second}通知${name}的结果。 | ${one}受理${name}；<br>${two}公示${name}。 |`;
    const sound = [row(1, '高龄津贴', two), row(2, '临时救助', two), row(3, '残疾补贴', two)];
    expect(await found(coordinating(header, ...sound))).toEqual([]);
    expect(await found(coordinating(header, ...sound, row(4, '低保申请', '2.')))).toEqual([
      expect.stringContaining('4 numbering-levels'),
    ]);
  });
});

describe('a heading of a department that was lost', () => {
  it('is told at the number that begins again and at the department, not at the 。 before it', async () => {
    const header = '| 序号 | 事项类别 | 事项名称 | 对应上级部门 | 上级部门职责 | 街道配合职责 |';
    const text = coordinating(
      header,
      '| 1 | 民生服务 | 公益性岗位 | 区人社局、财政局 | 区人社局：<br>1.核定岗位；<br>2.审核资格。<br>1.拨付补贴；<br>2.监督使用。 | 1.摸清底数；<br>2.上报名单。 |',
      '| 2 | 民生服务 | 创业贷款 | 区人社局、财政局 | 区人社局：<br>1.审核材料；<br>2.开展回访。<br>区财政局：<br>1.拨付贴息；<br>2.监督使用。 | 1.受理申请；<br>2.协助回访。 |',
    );
    expect((await found(text)).map((line) => line.slice(0, line.indexOf(' ', 2)))).toEqual([
      '1 department-assigned',
      '1 clause-numbering',
    ]);
  });
});

describe('department cells and headings in other forms', () => {
  const header = '| 序号 | 事项类别 | 事项名称 | 对应上级部门 | 上级部门职责 | 街道配合职责 |';

  it('may frame the headings of departments', async () => {
    const text = coordinating(
      header,
      '| 1 | 城乡建设 | 违法建设治理 | 县自然资源局、公安局 | 【县自然资源局】<br>1.认定建设性质；<br>2.查处占地行为。<br>【县公安局】：<br>1.维护现场秩序；<br>2.处置阻碍执法行为。 | 1.巡查发现；<br>2.及时上报。 |',
    );
    expect(await found(text)).toEqual([]);
    expect(await found(text.replace('【县公安局】', '【县司法局】'))).toEqual([
      expect.stringContaining('1 department-assigned'),
      expect.stringContaining('1 department-listed'),
    ]);
  });

  it('are one finding for one wrong mark between names of one prefix', async () => {
    const text = coordinating(
      header,
      '| 1 | 平安法治 | 纠纷化解 | 县委政法委；县法院；县公安局；县司法局 | 县委政法委：统筹协调化解工作。<br>县法院：开展诉前调解。<br>县公安局：开展治安调解。<br>县司法局：指导人民调解。 | 排查上报。 |',
    );
    expect(await found(text)).toEqual([
      expect.stringContaining('1 department-separator “县委政法委”与“县法院”之间用了“；”'),
      expect.stringContaining('1 department-separator “县法院”与“县公安局”之间用了“；”'),
    ]);
  });
});

describe('what typing leaves behind', () => {
  const header = '| 序号 | 事项类别 | 事项名称 | 对应上级部门 | 上级部门职责 | 街道配合职责 |';
  const row = (duties: string) => `| 1 | 民生服务 | 供水保障 | 县水利局 | ${duties} | 上报险情。 |`;

  it('a letter in the middle of Chinese', async () => {
    expect(await found(coordinating(header, row('巡查管网，d及时抢修。')))).toEqual([
      '1 garbage-text “查管网，▮及时抢修”的▮处多出一个字母“d”，多半是打字时带进来的。请删去',
    ]);
  });

  it('but no letter that stands for something', async () => {
    expect(
      await found(coordinating(header, row('核定c类岗位，购置b超、x光设备，登记第n次抽检和o型血样。'))),
    ).toEqual([]);
  });
});

describe('a taker-over that is no department', () => {
  it('is told with the one that the text names', async () => {
    const text = `# 临河街道上级部门收回事项清单

| 序号 | 类别 | 事项名称 | 承接部门及工作方式 |
|---|---|---|---|
| 1 | 平安法治 | 电子定位 | 承接部门：县司法居<br>工作方式：由县司法局负责发放和回收。 |
| 2 | 平安法治 | 犬只处罚 | 承接部门：县公安局<br>工作方式：由县公安局依法处罚。 |
| 3 | 民生服务 | 机构评定 | 承接部门：县民政局<br>工作方式：由县民政局组织评定。 |
`;
    expect(await found(text)).toEqual([
      '1 handover-shape 承接部门处写的“县司法居”不是部门名称，正文中是“县司法局”。请改正',
    ]);
  });
});

describe('departments of a division that is a city as well', () => {
  const header = '| 序号 | 类别 | 事项名称 | 师市部门 | 师市部门职责 | 镇配合职责 |';
  const list = (second: string) =>
    coordinating(
      header,
      `| 1 | 平安法治 | 养犬管理 | 师市公安局、农业农村局 | 师市公安局：<br>办理登记。<br>${second}：<br>开展免疫。 | 劝导居民。 |`,
      '| 2 | 党的建设 | 人才引进 | 师市党委组织部，师市公安局 | 师市党委组织部：<br>审核人选。<br>师市公安局：<br>办理落户。 | 推荐人选。 |',
      '| 3 | 民生服务 | 种畜补贴 | 师市农业农村局 | 审核、发放补贴。 | 受理申请。 |',
    ).replace('临河街道', '胡杨镇');

  it('bear 师市 as others bear 县', async () => {
    expect(await found(list('师市农业农村局'))).toEqual([]);
    expect(await found(list('市农业农村局'))).toEqual([
      expect.stringContaining('1 department-assigned'),
      expect.stringContaining('1 department-listed 职责中单列了“市农业农村局”'),
    ]);
  });
});
