import { describe, expect, it } from 'vitest';
import { unspaced } from '../src/model/text.ts';
import { coordinating, documentOf, found } from './support/smallLists.ts';

/** Small lists in layouts of other provinces: their headers, titles, contents and tables. */

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
