import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/model/finding.ts';
import { edited, findingsOf, listOfNames, mendedNames, mendings, readDocument } from '../support/mended.ts';

const coordinating = (departments: string, superior: string, township: string) => `
# 柳河镇配合履职事项清单

| 序号 | 类别 | 事项 | 对应上级部门 | 上级部门职责 | 镇配合职责 |
|---|---|---|---|---|---|
| 1 | 民生服务 | 高龄补贴发放 | ${departments} | ${superior} | ${township} |
`;

describe('the width of punctuation', () => {
  it('makes half-width marks beside Chinese full-width, with the space that belongs to a comma', () => {
    expect(
      mendedNames('punctuation-width', [
        '受理申请,核对资料',
        '受理, 核对',
        '是否参保?',
        '通知:时间',
        '发放完毕;',
      ]),
    ).toEqual([
      '1 default “,” => “，”',
      '2 default “, ” => “，”',
      '3 default “?” => “？”',
      '4 default “:” => “：”',
      '5 default “;” => “；”',
    ]);
  });

  it('leaves times, ratios, numbers, addresses, Latin words and entities alone', () => {
    const sound = [
      '每日8:30开放',
      '按1:500制图',
      '补贴1,200元',
      '登录http://a.cn/b?c=1,2;d',
      '使用App (v2.1)',
      '配备AED;',
      '受理&nbsp;申请',
    ];
    expect(mendedNames('punctuation-width', sound)).toEqual([]);
  });

  it('mends a pair of brackets as one, also where one half is full-width, and takes stray spaces in', () => {
    expect(
      mendedNames('punctuation-width', [
        '村(社区)干部',
        '村（社区)干部',
        '除颤器 (AED) 维护',
        '史志办 (方志室)',
        '按(a+b)计算x(y)',
      ]),
    ).toEqual([
      '1 bracket “(社区)” => “（社区）”',
      '2 bracket “（社区)” => “（社区）”',
      '3 bracket “ (AED) ” => “（AED）”',
      '4 bracket “ (方志室)” => “（方志室）”',
      '5 bracket “(a+b)” => “（a+b）”',
    ]);
  });

  it('tells of numbers in half-width brackets once, with a fix for all', async () => {
    const document = await readDocument(
      'a.md',
      coordinating('县民政局', '(1)审核材料；(2)拨付资金。', '(1)受理申请；(2)张榜公示。'),
    );
    const findings = findingsOf(document, 'punctuation-width');
    expect(findings.map(({ variant, data }) => [variant, data?.count])).toEqual([['numbers', 4]]);
    expect(findings[0]?.fix?.length).toBe(8);
  });

  it('makes a full stop of a dot where a sentence can end, not in numbers and abbreviations', () => {
    expect(
      mendedNames('punctuation-width', [
        '发放补贴.',
        '达到95%.',
        '（按月）.',
        '一.申报',
        '补贴2.5元',
        'No.3号',
        '宣传.发放',
      ]),
    ).toEqual(['1 stop “.” => “。”', '2 stop “.” => “。”', '3 stop “.” => “。”']);
  });

  it('turns straight quotation marks by turns, and leaves inches and Latin quotations', () => {
    expect(
      mendedNames('punctuation-width', ['落实"三会一课"制度', '用“一卡通"发放', '配55"屏', '写"ok"']),
    ).toEqual(['1 quote “"三会一课"” => ““三会一课””', '2 quote ““一卡通"” => ““一卡通””']);
  });

  it('knows signs that only look like a mark, and brackets around the year of a document number', () => {
    expect(
      mendedNames('punctuation-width', [
        '受理﹑核对',
        '受理丶核对',
        '通知∶时间',
        '柳政发[2024]6号',
        '柳政发【2024】6号',
        '见附件[2024]',
      ]),
    ).toEqual([
      '1 lookalike “﹑” => “、”',
      '2 lookalike “丶” => “、”',
      '3 lookalike “∶” => “：”',
      '4 year “[2024]” => “〔2024〕”',
      '5 year “【2024】” => “〔2024〕”',
    ]);
  });

  it('reports what the option names and nothing else', () => {
    expect(mendedNames('punctuation-width', ['受理,核对(复核)'], { report: ['bracket'] })).toEqual([
      '1 bracket “(复核)” => “（复核）”',
    ]);
  });
});

describe('the width of digits and letters', () => {
  it('makes full-width runs half-width, marks between their digits included', () => {
    expect(
      mendedNames('character-width', ['拨打１２３４５', '达到９８．５％', 'Ａ级景区', '（一）受理']),
    ).toEqual([
      '1 default “１２３４５” => “12345”',
      '2 default “９８．５％” => “98.5%”',
      '3 default “Ａ” => “A”',
    ]);
  });
});

describe('marks that stand twice', () => {
  it('keeps one of equal marks, of whatever width, and offers a choice between unlike ones', () => {
    expect(
      mendedNames('repeated-marks', ['受理，，核对', '受理，,核对', '受理。 。核对', '受理、，核对']),
    ).toEqual([
      '1 default “，，” => “，”',
      '2 default “，,” => “，”',
      '3 default “。 。” => “。”',
      '4 unlike “、，” -> “，”',
    ]);
  });

  it('writes ellipsis and dash in two characters, and leaves sound ones, calls and addresses', () => {
    expect(
      mendedNames('repeated-marks', [
        '家乡...故事',
        '家乡…故事',
        '节日———重阳',
        '家乡……',
        '节日——重阳',
        '好不好？！',
        '../a',
        '北京—上海',
      ]),
    ).toEqual(['1 ellipsis “...” => “……”', '2 ellipsis “…” => “……”', '3 dash “———” => “——”']);
  });

  it('leaves the dots of a table of contents, whose page may stand on the next line', async () => {
    const document = await readDocument(
      'a.txt',
      '目录\n1.编制说明.....\n3\n2.基本履职事项清单.....\n5\n\n基本履职事项清单\n序号 事项类别 事项名称\n1 党的建设 组织学习\n2 党的建设 发展党员',
    );
    expect(mendings(document, 'repeated-marks')).toEqual([]);
  });

  it('leaves unlike marks at the end of a clause to the rule about clause endings', async () => {
    const document = await readDocument(
      'a.md',
      coordinating('县民政局', '1.审核材料；。2.拨付，。资金。', '张榜公示。'),
    );
    expect(mendings(document, 'repeated-marks')).toEqual(['1 unlike “，。” -> “。”']);
  });
});

describe('misplaced marks', () => {
  it('finds a mark behind an opening one, before a closing one, at the beginning and behind a name', () => {
    expect(
      mendedNames('misplaced-marks', [
        '发放（，含补发）',
        '核对（户口簿、）',
        '，受理申请',
        '受理申请，',
        '落实“，一卡通”',
      ]),
    ).toEqual([
      '1 opening “，” -> “”',
      '2 closing “、” -> “”',
      '3 default “，” -> “”',
      '5 opening “，” -> “”',
      '4 tail “，” -> “”',
    ]);
  });

  it('finds a dot between Chinese characters, but not in numbers', () => {
    expect(mendedNames('misplaced-marks', ['做好.宣传', '一.申报', '补2.5元', 'A.申报'])).toEqual([
      '1 dot “.” -> “”',
    ]);
  });

  it('finds a mark behind a clause number', async () => {
    const document = await readDocument(
      'a.md',
      coordinating('县民政局', '1.，审核材料；2.、拨付资金。', '张榜公示。'),
    );
    expect(mendings(document, 'misplaced-marks')).toEqual(['1 default “，” -> “”', '1 default “、” -> “”']);
  });

  it('accepts full stops behind names where the document closes them all', () => {
    const stopped = ['受理申请。', '核对资料。', '发放补贴。'];
    expect(mendedNames('misplaced-marks', stopped)).toEqual([]);
    const others = Array.from({ length: 12 }, (_, i) => `走访第${i}组`);
    expect(mendedNames('misplaced-marks', ['受理申请。', ...others])).toEqual(['1 tail “。” -> “”']);
  });

  it('takes a quotation mark that points the wrong way for another fault', () => {
    expect(mendedNames('misplaced-marks', ['落实“三会一课“，做好宣传'])).toEqual([]);
  });
});

describe('fixes of typography', () => {
  const characters = [...'县镇办理，。；、：（）“”《》,;:.?!()" 　1aA２Ａ﹑…—'];
  const checks = ['punctuation-width', 'character-width', 'repeated-marks', 'spaces'];

  it('leave nothing of the same kind to fix, and change no Chinese character', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 14 }), (parts) => {
        const name = `办${parts.join('')}理`;
        for (const check of checks) {
          let text = name;
          // A fix may bring two marks together, never more than once.
          for (let round = 0; round < 3; round++) {
            const document = listOfNames([text]);
            const edits: readonly Edit[] = findingsOf(document, check).flatMap(({ fix }) => fix ?? []);
            if (edits.length === 0) break;
            const { text: before } = document.source;
            const at = before.indexOf(text);
            text = edited(before, edits).slice(at).split('|')[0] ?? '';
          }
          expect(findingsOf(listOfNames([text]), check).flatMap(({ fix }) => fix ?? [])).toEqual([]);
          expect(text.replace(/[^县镇办理]/g, '')).toBe(name.replace(/[^县镇办理]/g, ''));
        }
      }),
      { numRuns: 300, seed: 20250701 },
    );
  });
});
