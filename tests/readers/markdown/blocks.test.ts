import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/readers/markdown/read.ts';
import { shown, spansOf } from './show.ts';

describe('text around the tables', () => {
  it('is paragraphs and headings of both kinds', async () => {
    expect(
      await shown(
        '# 石桥镇履职事项清单 #\n\n2025年7月\n\n编制说明\n===\n\n基本清单\n---\n#不是标题\n　　一、党的建设\n',
      ),
    ).toEqual(['# 石桥镇履职事项清单', '2025年7月', '# 编制说明', '## 基本清单', '#不是标题\n一、党的建设']);
  });

  it('keeps line breaks within a paragraph and drops the white space around them', async () => {
    expect(await shown('　　本镇负责  \r\n    防汛\\\r\n\t抗旱<br>\r\n护林\r\n')).toEqual([
      '本镇负责\n防汛\n抗旱\n护林',
    ]);
  });

  it('keeps the numbers of lists, which are words of the document, and drops bullets', async () => {
    expect(
      await shown(
        '1. 党的建设\n   - 换届\n\n     说明\n2. 经济发展\n10) **民生**服务\n\n1.\n   | a |\n   |--|\n   | 1 |\n',
      ),
    ).toEqual(['1. 党的建设', '换届', '说明', '2. 经济发展', '10) 民生服务', '1.', [['a'], ['1']]]);
    expect(await shown('12.\t党的建设')).toEqual(['12.\t党的建设']);
    expect(await shown('1.党的建设\n2.经济发展')).toEqual(['1.党的建设\n2.经济发展']);
  });

  it('is read out of quotes, code and footnotes', async () => {
    expect(
      await shown(
        '> 引用\n> 1. 第一\n\n```text\n代码\n\n| 不是表格 |\n```\n\n    缩进\n\n注[^1]\n\n[^1]: 脚注\n',
      ),
    ).toEqual(['引用', '1. 第一', '代码\n| 不是表格 |', '缩进', '注', '脚注']);
  });

  it('keeps link definitions as they stand', async () => {
    expect(await shown('[附件]: 见后页\n\n详见[附件]。\n')).toEqual(['[附件]: 见后页', '详见附件。']);
  });

  it('has no comments, page breaks and empty headings', async () => {
    expect(await shown('<!-- 内部\n\n资料 -->\n甲\n\n***\n\n##\n\n乙 <!-- 批注 -->丙\n\n---\n')).toEqual([
      '甲',
      '乙 丙',
    ]);
  });

  it('reads YAML front matter as a paragraph, and a page break at the top as none', async () => {
    expect(await shown('---\ntitle: 石桥镇\ntags:\n  - 清单\n---\n| a |\n|--|\n')).toEqual([
      'title: 石桥镇\ntags:\n- 清单',
      [['a']],
    ]);
    expect(await shown('---\n石桥镇\n\n---\n乙\n')).toEqual(['石桥镇', '乙']);
  });

  it('has spans from the first to the last character of each block', async () => {
    const source = await readMarkdown(' # 标题 #\n\n　甲\n  乙 \n\n1. 丙 \n\n丁\n--\n', 'list.md');
    expect(spansOf(source)).toEqual(['# 标题 #', '甲\n  乙', '1. 丙', '丁\n--']);
  });
});

describe('HTML', () => {
  it('tables are tables, with spans, missing end tags, attributes and any case', async () => {
    expect(
      await shown(
        '<TABLE border="1">\n<caption>表一</caption>\n<thead><tr><th rowspan="2">序号<th colspan=2 title="a>b">名称</tr>\n' +
          "<tr><td>甲</td><td ROWSPAN='3'>乙\n<tr><td><p>1.组织</p>\n\n<p>2.上报&hellip;</p></td><td>x&lt;y <b>粗</b></td></table>\n后文",
      ),
    ).toEqual([
      '表一',
      [
        ['序号 ↕2', '名称 ↔2'],
        ['甲', '乙 ↕3'],
        ['1.组织\n2.上报…', 'x<y 粗'],
      ],
      '后文',
    ]);
  });

  it('tables go on over blank lines and indentation', async () => {
    expect(
      await shown(
        '<div>\n  <table>\n    <tr>\n\n      <td>1</td>\n\n      <td>甲</td>\n    </tr>\n  </table>\n</div>\n',
      ),
    ).toEqual([[['1', '甲']]]);
  });

  it('tables that nobody closed end at a blank line', async () => {
    expect(await shown('<table><tr><td>1<td>甲\n\n# 标题\n')).toEqual([[['1', '甲']], '# 标题']);
  });

  it('tables lose no words outside their cells', async () => {
    expect(
      await shown(
        '<table>散落<tr><td>1</td>之间<td><table><tr><td>内</td><td>层</td></tr></table></td></tr></table>',
      ),
    ).toEqual([[['散落'], ['1', '之间', '内\n层']]]);
  });

  it('tables in code are code', async () => {
    expect(await shown('```\n<table><tr><td>1</td></tr></table>\n```\n\n`<table>`\n')).toEqual([
      '<table><tr><td>1</td></tr></table>',
      '<table>',
    ]);
  });

  it('blocks are headings and paragraphs', async () => {
    expect(
      await shown(
        '<div class="a"><h2>基本清单</h2><p>甲<br>乙</p><style>p { }</style><script>x</script>丙</div>\n',
      ),
    ).toEqual(['## 基本清单', '甲\n乙', '丙']);
  });

  it('that is none is words', async () => {
    expect(await shown('<通知>与<x-y>\n')).toEqual(['<通知>与<x-y>']);
  });
});
