import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/readers/markdown/read.ts';
import { shown, spansOf } from './show.ts';

describe('pipe tables', () => {
  it('are rows of trimmed cells without the delimiter row', async () => {
    expect(await shown('| 序号 | 事项类别 |\n|----|:----:|\n| 1 |　党的建设　|\n|2|经济发展|')).toEqual([
      [
        ['序号', '事项类别'],
        ['1', '党的建设'],
        ['2', '经济发展'],
      ],
    ]);
  });

  it('are read without the outer pipes, indented by up to three spaces, and with CRLF', async () => {
    expect(await shown('序号 | 事项名称\r\n--|--\r\n   1 | 防汛抗旱\r\n2 | 护林防火 |\r\n')).toEqual([
      [
        ['序号', '事项名称'],
        ['1', '防汛抗旱'],
        ['2', '护林防火'],
      ],
    ]);
  });

  it('keep the cells of ragged rows, those beyond the header as well', async () => {
    expect(await shown('| a | b |\n|--|--|\n| 1 |\n| 1 | 2 | 3 | 4 |\n| 1 | 2 | 3\n')).toEqual([
      [['a', 'b'], ['1'], ['1', '2', '3', '4'], ['1', '2', '3']],
    ]);
  });

  it('keep empty cells and where they stand', async () => {
    const source = await readMarkdown('| a | b | c |\n|--|--|--|\n|  || 　|\n', 'list.md');
    const table = source.blocks[0];
    expect(table?.type === 'table' && table.rows[1]?.cells).toEqual([
      { text: { value: '', segments: [], anchor: 26 }, span: { start: 26, end: 28 }, columns: 1, rows: 1 },
      { text: { value: '', segments: [], anchor: 29 }, span: { start: 29, end: 29 }, columns: 1, rows: 1 },
      { text: { value: '', segments: [], anchor: 30 }, span: { start: 30, end: 32 }, columns: 1, rows: 1 },
    ]);
  });

  it('read a run of <p>, </p> and <br> as one line break, and none at the ends of a cell', async () => {
    expect(
      await shown(
        '| a |\n|--|\n| <p>1.组织排查；</p> <p>2.上报<br/>信息。</p><br> |\n| 甲<BR />　<br>乙 |\n| <p></p> |\n',
      ),
    ).toEqual([[['a'], ['1.组织排查；\n2.上报\n信息。'], ['甲\n乙'], ['']]]);
  });

  it('split at a pipe within a code span and not at an escaped one', async () => {
    expect(await shown('| a | b |\n|--|--|\n| `x|y` |\n| `x\\|y` | 甲\\|乙 |\n')).toEqual([
      [
        ['a', 'b'],
        ['`x', 'y`'],
        ['x|y', '甲|乙'],
      ],
    ]);
  });

  it('decode entities', async () => {
    expect(
      await shown('| a |\n|--|\n| 甲&nbsp;&amp;&lt;乙&gt;&#19993;&#x4E01;&ldquo;&copy;&unknown; |\n'),
    ).toEqual([[['a'], ['甲\u00a0&<乙>丙丁“©&unknown;']]]);
  });

  it('lose the marks of emphasis, links and other tags, and no words', async () => {
    expect(
      await shown(
        '| a |\n|--|\n| **重点**、*一般*、~~取消~~、[文件](http://a.cn/x "t")、<u>加线</u><!-- 注 -->、`代码` |\n',
      ),
    ).toEqual([[['a'], ['重点、一般、取消、文件、加线、代码']]]);
  });

  it('keep marks that only look like markup', async () => {
    expect(
      await shown(
        '| a |\n|--|\n| 3~5天、10~20天，5*8米，〔2024〕、[1]号、<18岁、a_b_c、A&B、《<通知>》 |\n| [附件一](见后页) |\n',
      ),
    ).toEqual([
      [
        ['a'],
        ['3~5天、10~20天，5*8米，〔2024〕、[1]号、<18岁、a_b_c、A&B、《<通知>》'],
        ['[附件一](见后页)'],
      ],
    ]);
  });

  it('leave out a delimiter row that was copied into the table with its header, not a row of single dashes', async () => {
    expect(
      await shown('| a | b |\n|---|---|\n| 1 | 甲 |\n| a | b |\n|---|---|\n| 2 | 乙 |\n| - | - |\n'),
    ).toEqual([
      [
        ['a', 'b'],
        ['1', '甲'],
        ['a', 'b'],
        ['2', '乙'],
        ['-', '-'],
      ],
    ]);
  });

  it('go on behind a comment on a line of its own', async () => {
    expect(await shown('| a |\n|--|\n| 1 |\n<!-- 第 2 页 -->\n  <!-- 续\n表 -->\n| 2 |\n')).toEqual([
      [['a'], ['1'], ['2']],
    ]);
  });

  it('stand below a paragraph or heading without a blank line between', async () => {
    expect(await shown('石桥镇基本履职事项清单\n（共1项）\n| a |\n|--|\n| 1 |\n# 附件\n| b |\n|--|')).toEqual(
      ['石桥镇基本履职事项清单\n（共1项）', [['a'], ['1']], '# 附件', [['b']]],
    );
  });

  it('end at a blank line; what follows without delimiter row is still rows', async () => {
    expect(
      await shown('| a | b |\n|--|--|\n| 1 | 甲 |\n　　\n| 2 | 乙 |\n| 3 | 丙 |\n\n| 单独一行\n'),
    ).toEqual([
      [
        ['a', 'b'],
        ['1', '甲'],
      ],
      [
        ['2', '乙'],
        ['3', '丙'],
      ],
      '| 单独一行',
    ]);
  });

  it('are tables as well when header and delimiter row do not fit', async () => {
    expect(await shown('| a | b |\n|---|---|--|\n| 1 | 甲 | 乙 |\n')).toEqual([
      [
        ['a', 'b'],
        ['1', '甲', '乙'],
      ],
    ]);
  });

  it('have spans from pipe to pipe, from the first pipe to the last, from the first row to the last', async () => {
    const source = await readMarkdown('| a | b\n|--|--|\n 1 |  乙  \n', 'list.md');
    expect(spansOf(source)).toEqual([
      '| a | b\n|--|--|\n 1 |  乙',
      '| a | b',
      ' a ',
      ' b',
      '1 |  乙',
      '1 ',
      '  乙',
    ]);
  });

  it('map each character to its place', async () => {
    const source = await readMarkdown('| a |\n|--|\n| <p>甲</p><p>乙&amp;丙</p> |\n', 'list.md');
    const table = source.blocks[0];
    expect(table?.type === 'table' && table.rows[1]?.cells[0]?.text).toEqual({
      value: '甲\n乙&丙',
      segments: [
        { at: 0, length: 1, from: 16, sourceLength: 1 },
        { at: 1, length: 1, from: 17, sourceLength: 7 },
        { at: 2, length: 1, from: 24, sourceLength: 1 },
        { at: 3, length: 1, from: 25, sourceLength: 5 },
        { at: 4, length: 1, from: 30, sourceLength: 1 },
      ],
      anchor: 16,
    });
  });
});
