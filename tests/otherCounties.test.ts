import { describe, expect, it } from 'vitest';
import { lint } from '../src/engine/lint.ts';
import type { ListDocument } from '../src/model/document.ts';
import { unspaced } from '../src/model/text.ts';
import { outline } from '../src/outline/outline.ts';
import { read } from '../src/readers/read.ts';
import { currentRuleset } from './support/builtins.ts';

/** Small lists as other provinces write them: their headers, their departments, their layouts. */

const { rules, formats } = currentRuleset();

async function documentOf(text: string, path = 'list.md'): Promise<ListDocument> {
  return outline(await read(path, new TextEncoder().encode(text)), formats);
}

/** `item rule message` of every finding at warning and above. */
async function found(text: string, path?: string): Promise<readonly string[]> {
  const { findings } = lint(await documentOf(text, path), rules, 'zh');
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ ruleId, location, message }) => `${location.item ?? '-'} ${ruleId} ${message}`);
}

const coordinating = (headers: string, ...rows: readonly string[]) =>
  `# 临河街道配合履职事项清单\n\n${headers}\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`;

describe('headers that name the level of the departments above', () => {
  it.each([
    ['市级牵头部门', '市级部门职责'],
    ['县级主责部门', '县级主责部门职责'],
    ['旗级责任单位', '旗级责任单位职责'],
    ['区直部门（单位）', '区直部门（单位）职责'],
    ['县（市、区）级部门', '县（市、区）级部门职责'],
    ['师市部门', '师市部门职责'],
    ['对应区级部门', '区级职责'],
  ])('%s, %s', async (departments, duties) => {
    expect(
      await found(
        coordinating(
          `| 序号 | 事项类别 | 事项名称 | ${departments} | ${duties} | 街道配合职责 |`,
          '| 1 | 民生服务 | 高龄津贴发放 | 县民政局 | 1.审批申请；<br>2.发放津贴。 | 受理申请。 |',
        ),
      ),
    ).toEqual([]);
  });
});

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

describe('a table of contents', () => {
  it.each(['……', '…', '...', '⋯⋯⋯'])('with the leader %s', async (leader) => {
    const text = `履职事项清单\n\n目录\n\n一、基本履职事项清单${leader}1\n\n二、配合履职事项清单${leader}12\n\n基本履职事项清单\n`;
    expect((await documentOf(text, 'list.txt')).contents.map(({ kind, page }) => [kind, page])).toEqual([
      ['basic', 1],
      ['coordinating', 12],
    ]);
  });
});

describe('a basic list without a table', () => {
  const read = async (text: string, path?: string) =>
    (await documentOf(text, path)).lists.map(({ kind, items }) => [
      kind,
      ...items.map(({ number, category, fields }) =>
        [number.text.value, category?.text.value, unspaced(fields.name?.text.value ?? '')].join(' '),
      ),
    ]);
  const expected = [
    [
      'basic',
      '1 党的建设 走访慰问老党员',
      '2 党的建设 办好党员夜校',
      '1 经济发展 服务辖区企业，协调解决用工、用地等方面的困难，做好惠企政策的宣传和解读',
      '2 经济发展 核实统计数据',
    ],
    ['withdrawn', '1 经济发展 招商引资任务考核'],
  ];
  /** All that is told of these documents: they have no coordinating list. */
  const missing = [expect.stringContaining('required-lists 缺少配合履职事项清单')];
  const withdrawn =
    '| 序号 | 事项类别 | 收回事项 | 承接部门及工作方式 |\n|---|---|---|---|\n| 1 | 经济发展 | 招商引资任务考核 | 不再开展此项工作 |\n';

  it('is read from an ordered list under headings', async () => {
    const text = `# 柳河乡基本履职事项清单（4项）

## 一、党的建设（2项）

1. 走访慰问老党员
2. 办好党员夜校

## 二、经济发展（2项）

1. 服务辖区企业，协调解决用工、用地等方面的困难，做好惠企政策的宣传和解读
2. 核实统计数据

# 柳河乡上级部门收回事项清单（1项）

${withdrawn}`;
    expect(await read(text)).toEqual(expected);
    expect(await found(text)).toEqual(missing);
  });

  it.each([
    ['1、', '2、'],
    ['（1）', '（2）'],
    ['1.', '2.'],
  ])('is read from paragraphs numbered %s', async (one, two) => {
    const text = `柳河乡基本履职事项清单

（一）党的建设

${one}走访慰问老党员

${two}办好党员夜校

（二）经济发展

${one}服务辖区企业，协调解决用工、用地等方面的困难，做好惠企政策的宣传和解读

${two}核实统计数据

柳河乡上级部门收回事项清单

${withdrawn}`;
    expect(await read(text)).toEqual(expected);
    expect(await found(text)).toEqual(missing);
  });

  it('is read from lines, wrapped ones among them', async () => {
    const text = `柳河乡基本履职事项清单

一、党的建设
1.走访慰问老党员
2.办好党员夜校

- 1 -

二、经济发展
1.服务辖区企业，协调解决用工、用地等方面的困难，做好惠企政策的宣传
和解读
2.核实统计数据

柳河乡上级部门收回事项清单

序号 事项类别 收回事项 承接部门及工作方式

1 经济发展 招商引资任务考核

不再开展此项工作
`;
    expect(await read(text, 'list.txt')).toEqual(expected);
    expect(await found(text, 'list.txt')).toEqual(missing);
  });

  it('is checked as any other: a number left out, a stated count that is wrong', async () => {
    const text =
      '# 柳河乡基本履职事项清单（5项）\n\n## 一、党的建设（2项）\n\n1、走访慰问老党员\n\n3、办好党员夜校\n\n## 二、经济发展（2项）\n\n1、服务辖区企业\n\n2、核实统计数据\n';
    expect(await found(text)).toEqual([
      '- stated-count 这里写明基本履职事项清单有5项，实有4项。请核对是数目写错，还是清单缺项、多项',
      '3 sequential-numbering 序号从这里跳到“3”，缺少2。请检查是否漏了事项，或把序号改为2并顺改其后',
    ]);
  });

  it('is not seen in notes above a table', async () => {
    const text = `# 柳河乡基本履职事项清单

说明：

1. 本清单由本乡负责解释；
2. 本清单自公布之日起施行；
3. 本清单实行动态调整。

| 序号 | 事项类别 | 事项名称 |
|---|---|---|
| 1 | 党的建设 | 走访慰问老党员 |
`;
    expect(await read(text)).toEqual([['basic', '1 党的建设 走访慰问老党员']]);
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

describe('stated counts in other words', () => {
  const list = (title: string) =>
    `# ${title}\n\n| 序号 | 事项类别 | 事项名称 |\n|---|---|---|\n| 1 | 党的建设 | 走访慰问老党员 |\n| 2 | 民生服务 | 登记失业人员 |\n`;
  it.each([
    ['柳河乡基本履职事项清单（2类2项）', '柳河乡基本履职事项清单（3类2项）', '有3个类别，实有2个'],
    ['柳河乡基本履职事项清单（2大类2项）', '柳河乡基本履职事项清单（2大类3项）', '有3项，实有2项'],
    ['柳河乡基本履职事项清单共2类、2项', '柳河乡基本履职事项清单共2类、4项', '有4项，实有2项'],
  ])('%s', async (right, wrong, told) => {
    expect(await found(list(right))).toEqual([]);
    expect(await found(list(wrong))).toEqual([expect.stringContaining(told)]);
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

describe('a header that names another unit than the title', () => {
  const header = (unit: string) =>
    `| 序号 | 事项类别 | 事项名称 | 对应上级部门 | 上级部门职责 | ${unit}配合职责 |`;
  const row = '| 1 | 民生服务 | 高龄津贴 | 区民政局 | 发放津贴。 | 受理申请。 |';

  it('is told', async () => {
    expect(await found(coordinating(header('镇'), row))).toEqual([
      '- own-unit 这里写作“镇”，标题说明这是街道的清单，应为“街道”。多半是从别处照抄的',
    ]);
  });

  it.each(['街道', '乡镇', '镇街', '乡镇（街道）', '镇（街道）'])('is sound as %s', async (unit) => {
    expect(await found(coordinating(header(unit), row))).toEqual([]);
  });
});

describe('grid tables, as pandoc writes cells of several paragraphs', () => {
  const text = `# 河湾镇配合履职事项清单

+------+----------+----------------+--------------+------------------------+----------------+
| 序号 | 事项类别 | 事项名称       | **对应上级   | 上级部门职责           | 镇配合职责     |
|      |          |                | 部门**       |                        |                |
+======+==========+================+==============+========================+================+
| 1    | 民生服务 | 创业担保贷款   | 县人社局、财 | 县人社局：             | 1.受理申请；   |
|      |          |                | 政局         |                        |                |
|      |          |                |              | 1.审核“三类”人员资格； | 2.公示名单。   |
|      |          |                |              |                        |                |
|      |          |                |              | 2.出具意见。           |                |
|      |          |                |              |                        |                |
|      |          |                |              | 县财政局：             |                |
|      |          |                |              |                        |                |
|      |          |                |              | 拨付贴息。             |                |
+------+          +----------------+--------------+------------------------+----------------+
| 2    |          | 高龄津贴       | 县民政局     | 审核、发放津贴。       | 核实老年人的身 |
|      |          |                |              |                        | 份信息。       |
+------+----------+----------------+--------------+------------------------+----------------+
`;

  it('are read, merged cells and lines that go on among them', async () => {
    const document = await documentOf(text);
    expect(
      document.lists.flatMap(({ items }) =>
        items.map(({ number, category, fields }) => [
          number.text.value,
          category?.text.value,
          fields.name?.text.value,
          fields.departments?.text.value,
          fields.superiorDuties?.text.value,
          fields.townshipDuties?.text.value,
        ]),
      ),
    ).toEqual([
      [
        '1',
        '民生服务',
        '创业担保贷款',
        '县人社局、财政局',
        '县人社局：\n1.审核“三类”人员资格；\n2.出具意见。\n县财政局：\n拨付贴息。',
        '1.受理申请；\n2.公示名单。',
      ],
      ['2', '民生服务', '高龄津贴', '县民政局', '审核、发放津贴。', '核实老年人的身份信息。'],
    ]);
    expect(await found(text)).toEqual([]);
    expect(await found(text, 'list.txt')).toEqual([]);
  });

  it('keep the place of every word', async () => {
    const { lists } = await documentOf(text);
    const name = lists[0]?.items[1]?.fields.townshipDuties;
    expect(name && text.slice(name.text.anchor, name.text.anchor + 7)).toBe('核实老年人的身');
    expect(
      await found(text.replace('核实老年人', '合实老年人').replace('2.出具意见。', '3.出具意见。')),
    ).toEqual([expect.stringContaining('1 clause-numbering')]);
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

describe('a cover', () => {
  it('may call the list 权责清单, and tells what the township is', async () => {
    const text = `# 河清市白云岭镇权责清单（2025年版）\n\n${coordinating(
      '| 序号 | 类别 | 配合事项 | 对应上级部门 | 上级部门职责 | 镇配合职责 |',
      '| 1 | 民生服务 | 高龄津贴 | 市民政局 | 发放津贴。 | 受理本街道居民的申请。 |',
    ).replace('临河街道', '')}`;
    expect((await documentOf(text)).title?.value).toBe('河清市白云岭镇权责清单（2025年版）');
    expect((await found(text)).filter((line) => !line.includes('required-lists'))).toEqual([
      expect.stringContaining('1 own-unit 这里写作“本街道”，标题说明这是镇的清单'),
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
