import { describe, expect, it } from 'vitest';
import { documentOf } from '../support/document.ts';
import { mendedNames, mendings, readDocument } from '../support/mended.ts';

describe('stray spaces', () => {
  it('stand between Chinese characters and beside Chinese marks, of any width', () => {
    expect(
      mendedNames('spaces', [
        '高龄补 贴发放',
        '高龄补　贴发放',
        '受理申请， 核对',
        '受理 、核对',
        '村（ 社区）',
        '“一卡通” 发放',
        'AED ，急救',
      ]),
    ).toEqual([
      '1 default “ ” => “”',
      '2 default “　” => “”',
      '3 default “ ” => “”',
      '4 default “ ” => “”',
      '5 default “ ” => “”',
      '6 default “ ” => “”',
      '7 default “ ” => “”',
    ]);
  });

  it('are none beside numbers and Latin words, and in a name of two characters set apart', () => {
    expect(mendedNames('spaces', ['每年 3 月', '推广 APP 使用', '配备 5G 基站', '其 他'])).toEqual([]);
  });

  it('are none on a cover, in headers and titles, but are in running text', () => {
    const document = documentOf({
      title: '青石县 柳河镇履职事项清单',
      paragraphs: [
        '2025 年 6 月',
        '目 录',
        '中共柳河镇委员会 柳河镇人民政府',
        '全镇共有 12 个村，下辖两个社 区。 本清单自印发之日起施行。',
      ],
      lists: [{ kind: 'basic', columns: ['序 号', '类 别', '事 项'], rows: [['1', '党的建设', '走访住户']] }],
    });
    expect(mendings(document, 'spaces')).toEqual(['- default “ ” => “”']);
  });

  it('part clauses, headings, departments and labels by right', async () => {
    const document = await readDocument(
      'a.md',
      `# 柳河镇配合履职事项清单

| 序号 | 类别 | 事项 | 对应上级部门 | 上级部门职责 | 镇配合职责 |
|---|---|---|---|---|---|
| 1 | 民生服务 | 高龄补贴发放 | 县民政局、财政局 | 县民政局 1.审核材料； 2.公示名单。 县财政局 拨付资金。 | 一、申报 1.受理申请； 2.核对资料。 二、公示 1.张榜公示； 2.收集意见。 |

# 柳河镇上级部门收回事项清单

| 序号 | 类别 | 事项 | 承接部门及工作方式 |
|---|---|---|---|
| 1 | 民生服务 | 福利彩票站点检查 | 县民政局 承接方式：由县民政局派人检查 |
`,
    );
    expect(mendings(document, 'spaces')).toEqual([]);
  });

  it('behind a number are the way of some documents and a slip in others', async () => {
    const row = (number: number, second: string) =>
      `| ${number} | 民生服务 | 第${number}类救助 | 县民政局 | 一、受理 1.审核材料；2.公示名单。 ${second} 1.拨付资金；2.抽查到账。 | 张榜公示。 |\n`;
    const list = (rows: readonly string[]) =>
      `# 柳河镇配合履职事项清单\n\n| 序号 | 类别 | 事项 | 对应上级部门 | 上级部门职责 | 镇配合职责 |\n|---|---|---|---|---|---|\n${rows.join('')}`;
    const slip = await readDocument(
      'a.md',
      list([row(1, '二、 发放'), row(2, '二、发放'), row(3, '二、发放')]),
    );
    expect(mendings(slip, 'spaces')).toEqual(['1 number “ ” => “”']);
    const habit = await readDocument(
      'a.md',
      list([row(1, '二、 发放'), row(2, '二、 发放'), row(3, '二、 发放')]),
    );
    expect(mendings(habit, 'spaces')).toEqual([]);
  });

  it('are looked for inside the lines of a wrapped text, not where a line ends', async () => {
    const document = await readDocument('a.txt', pdf('审核申请材\n料，核对户籍信 息，逐户 \n电话核实'));
    expect(mendings(document, 'spaces')).toEqual(['1 default “ ” => “”']);
  });
});

/** Text taken out of a PDF, with these words in the first clause. */
function pdf(words: string): string {
  return `柳河镇配合履职事项清单

序号
类别

事项名称
对应上级

部门
上级部门职责 镇配合职责

1 老龄工
作

高龄补贴发放

县民政局

1.${words}；
2.拨付资金。

1.受理村（社
区）上报的申请；
2.张榜公示。
`;
}

describe('runs of spaces at the ends of lines', () => {
  it('are told once for an item, with a fix for all of them', async () => {
    const document = await readDocument('a.txt', pdf('审核申请材   \n料，核对信息　\n并公示 \n名单'));
    expect(mendings(document, 'trailing-spaces')).toEqual([
      '1 default “   \n料，核对信息　” => “\n料，核对信息”',
    ]);
  });

  it('are inside a cell of a table only before the end of a line', async () => {
    const document = await readDocument(
      'a.md',
      '# 柳河镇基本履职事项清单\n\n| 序号 | 类别 | 事项 |\n|---|---|---|\n| 1 | 民生服务 | 受理申请    <br>核对资料    |\n',
    );
    expect(mendings(document, 'trailing-spaces')).toEqual(['1 default “    ” => “”']);
  });
});
