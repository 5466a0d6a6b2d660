import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/reports/displayWidth.ts';
import { type TextOptions, textReport } from '../../src/reports/text.ts';
import { cleanFile, failedFile, faultyFile, sampleFinding, sampleReport } from './sampleReport.ts';

const plain: TextOptions = { language: 'zh', color: false, width: 80, quiet: false };
const everything = sampleReport([faultyFile, cleanFile, failedFile]);
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is looked for
const ESCAPES = /\u001b\[\d+m/g;

describe('the text report', () => {
  test('looks as it was designed, in Chinese at 80 columns', async () => {
    await expect(textReport(everything, plain)).toMatchFileSnapshot('golden/zh-80.txt');
  });

  test('looks as it was designed, in Chinese at 40 columns', async () => {
    await expect(textReport(everything, { ...plain, width: 40 })).toMatchFileSnapshot('golden/zh-40.txt');
  });

  test('looks as it was designed, in English at 80 columns', async () => {
    const report = textReport(everything, { ...plain, language: 'en' });
    await expect(report).toMatchFileSnapshot('golden/en-80.txt');
  });

  test('keeps every line within the width of the terminal', () => {
    for (const width of [24, 40, 57, 60, 80, 119, 120]) {
      for (const language of ['zh', 'en'] as const) {
        const lines = textReport(everything, { ...plain, language, width }).split('\n');
        expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
      }
    }
  });

  test('says the same words with colours as without', () => {
    const colored = textReport(everything, { ...plain, color: true });
    expect(colored).not.toBe(textReport(everything, plain));
    expect(colored.replace(ESCAPES, '')).toBe(textReport(everything, plain));
  });

  test('closes every colour on the line that opens it', () => {
    for (const line of textReport(everything, { ...plain, color: true }).split('\n')) {
      const codes = line.match(ESCAPES) ?? [];
      const isClosing = (code: string): boolean => /\[(?:22|24|39)m/.test(code);
      expect(codes.filter(isClosing).length).toBe(codes.length / 2);
    }
  });

  test('shows errors only when quiet, and says how much it hides', () => {
    const quiet = textReport(everything, { ...plain, quiet: true });
    expect(quiet).toContain('未显示：1 个警告，1 个提示');
    expect(quiet).not.toContain('▲ 警告');
    expect(quiet).not.toContain('● 提示');
    expect(quiet.match(/× 错误/g)?.length).toBe(4);
    expect(quiet.endsWith('4 个错误，1 个警告，1 个提示（3 个文件，454 个事项）\n')).toBe(true);
  });

  test('does not call a quiet file clean when its warnings are only hidden', () => {
    const warned = { ...cleanFile, findings: [sampleFinding({ severity: 'warning' })] };
    expect(textReport(sampleReport([warned]), { ...plain, quiet: true })).not.toContain('没有发现问题');
  });

  test('describes what was checked briefly when there are many files, and still names what differs', () => {
    const files = Array.from({ length: 6 }, (_, i) => ({ ...cleanFile, path: `lists/${i}.md` }));
    const report = textReport(sampleReport([...files, faultyFile]), plain);
    expect(report).toContain('lists/3.md\n没有发现问题\n检查内容：基本 92、收回 50、配合 110\n');
    expect(report).toContain('基本履职事项清单的类别：写明 3，实有 2');
    expect(report).toContain('1 条规则在部分文件中不适用（括号内是文件数）：category-grouping(1)');
  });

  test('tells two lists of one kind apart by their titles', () => {
    const [basic, coordinating] = faultyFile.lists;
    if (!basic || !coordinating) throw new Error('the sample has two lists');
    const two = {
      ...faultyFile,
      lists: [basic, coordinating, { ...coordinating, title: '石桥乡配合履职事项清单' }],
      findings: [sampleFinding()],
    };
    const report = textReport(sampleReport([two]), plain);
    expect(report).toContain('云溪镇配合履职事项清单 第27项 · 对应上级部门');
    expect(report).toContain('石桥乡配合履职事项清单：110 个事项');
  });

  test('cannot be made to act on the terminal by a document or a file name', () => {
    const evil = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e\r\n';
    const file = {
      ...faultyFile,
      path: `lists/${evil}.md`,
      lists: faultyFile.lists.map((list) => ({ ...list, title: evil })),
      unread: faultyFile.unread.map((place) => ({ ...place, excerpt: evil, reason: evil })),
      findings: [
        sampleFinding({
          message: evil,
          excerpt: evil,
          context: { before: evil, after: evil },
          subject: { listTitle: evil, itemName: evil },
          suggestions: [{ message: evil, edits: [] }],
          related: [{ location: sampleFinding().location, excerpt: evil }],
          fix: { edits: [{ start: 0, end: 1, text: evil }] },
        }),
      ],
      error: { code: 'x', message: evil },
    };
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there
    const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;
    expect(textReport(sampleReport([file]), plain)).not.toMatch(acting);
  });

  test('stays whole with tens of thousands of findings, and does not look at each one for each other one', () => {
    const many = { ...faultyFile, findings: Array.from({ length: 30_000 }, () => sampleFinding()) };
    const report = textReport(sampleReport([many]), { ...plain, color: true });
    expect(report.match(/错误/g)?.length).toBeGreaterThanOrEqual(30_000);
  });
});
