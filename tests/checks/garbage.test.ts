import { describe, expect, it } from 'vitest';
import { documentOf } from '../support/document.ts';
import { findingsOf, mendedNames, mendings, readDocument } from '../support/mended.ts';

describe('garbled text', () => {
  it('holds lost, private and invisible characters, runs of signs, and text in the wrong encoding', () => {
    expect(
      mendedNames('garbage', [
        '后备\ufffd\ufffd干部',
        '走访阿??村',
        '后备\ue0a1干部',
        '换\u200b届',
        '制度““““',
        '财□□局',
        'å…šçš„建设',
        '鍏氱殑锛屽銆俥',
        '收取????，入库',
        '登记锟斤拷锟斤拷住户',
        '走访烫烫烫烫住户',
      ]),
    ).toEqual([
      '1 lost “\ufffd\ufffd”',
      '2 lost “??”',
      '3 unknown “\ue0a1”',
      '4 invisible “\u200b” => “”',
      '5 marks “““““” -> “”',
      '6 lost “□□”',
      '7 encoding “å…šçš„”',
      '8 encoding “鍏氱殑锛屽銆俥”',
      '9 lost “????”',
      '10 encoding “锟斤拷锟斤拷”',
      '11 encoding “烫烫烫烫”',
    ]);
  });

  it('is no text with leaders, dashes, blanks, calls and usual signs', () => {
    expect(
      mendedNames('garbage', ['家乡……', '节日——重阳', '姓名____', '好吗？？', '限300字±10%', 'café', '10㎡']),
    ).toEqual([]);
  });

  it('is a line of marks between the items, which is told once and not as unread text', () => {
    const document = documentOf({
      lists: [{ kind: 'basic', rows: [['1', '党的建设', '走访住户']] }],
      unread: [
        { words: '““““““““', reason: 'stray-text' },
        { words: '附：联系人名单', reason: 'stray-text' },
      ],
    });
    expect(mendings(document, 'garbage')).toEqual(['- line “““““““““” -> “”']);
    expect(findingsOf(document, 'unread').map(({ data }) => data?.found)).toEqual(['附：联系人名单']);
  });
});

describe('leftover markup', () => {
  const names = [
    '受理<br>申请',
    '受理</p',
    '受理&nbsp;申请',
    '受理**申请',
    '受理申请[3]',
    '按$x^2$计算',
    '受理\\n申请',
    '受理|申请',
    '[链接](http://a.cn)',
    '登记_x000D_农机',
    '#REF!',
    '错误!未找到引用源',
  ];

  it('is a tag, a code, a sign of Markdown or a formula, a field of an office program', () => {
    expect(
      findingsOf(
        documentOf({
          lists: [{ kind: 'basic', rows: names.map((name, i) => [String(i + 1), '党的建设', name]) }],
        }),
        'markup',
      ).map(({ item, variant }) => `${item} ${variant}`),
    ).toEqual([
      '1 tag',
      '2 tag',
      '3 entity',
      '4 emphasis',
      '5 footnote',
      '6 formula',
      '7 formula',
      '8 bar',
      '9 link',
      '10 field',
      '11 field',
      '12 field',
    ]);
  });

  it('is no comparison, year, number sign or single star', () => {
    expect(
      mendedNames('markup', ['PM2.5>75且风速<2', '柳政发[2024]6号', '4#楼', '宣传*政策', 'A&B公司', 'a_b']),
    ).toEqual([]);
  });

  it('is not looked for in running text of a Markdown file, where it is markup', async () => {
    const document = await readDocument(
      'a.md',
      '<!-- 定稿 -->\n\n`代码` <b>说明</b>\n\n# 柳河镇基本履职事项清单\n\n| 序号 | 类别 | 事项 |\n|---|---|---|\n| 1 | 民生服务 | 受理申请 |\n',
    );
    expect(mendings(document, 'markup')).toEqual([]);
  });
});
