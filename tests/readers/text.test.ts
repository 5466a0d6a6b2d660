import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type sliceText, spanOf } from '../../src/model/text.ts';
import { readText } from '../../src/readers/text.ts';

const UTF8 = { name: 'utf-8', bom: false } as const;

function linesOf(text: string): readonly (readonly [string, number, number])[] {
  return readText(text, 'list.txt', UTF8).blocks.map((block) => {
    if (block.type !== 'line') throw new Error(block.type);
    return [block.text.value, block.blankBefore, block.indent] as const;
  });
}

describe('text without table marks', () => {
  it('is read as lines with the blank lines before them and their indentation', () => {
    expect(linesOf('\n  序号 事项类别 事项名称\n\n\n1 党的建设\n　　做好党费收缴\n\t管理和使用 \n')).toEqual([
      ['序号 事项类别 事项名称', 1, 2],
      ['1 党的建设', 2, 0],
      ['做好党费收缴', 0, 4],
      ['管理和使用', 0, 8],
    ]);
  });

  it('counts a form feed as a blank line, wherever it stands', () => {
    expect(linesOf('12 民生服务\n\f13 平安法治\f14 乡村振兴\n\f\n15 经济发展')).toEqual([
      ['12 民生服务', 0, 0],
      ['13 平安法治', 1, 0],
      ['14 乡村振兴', 1, 0],
      ['15 经济发展', 2, 0],
    ]);
  });

  it('reads every kind of line end', () => {
    expect(linesOf('一\r\n二\r三\u2028四\u0085五\v六').map(([value]) => value)).toEqual([
      '一',
      '二',
      '三',
      '四',
      '五',
      '六',
    ]);
  });

  it('has each character that is no white space in exactly one line, at its place', () => {
    const text = fc
      .array(
        fc.constantFrom(
          '党',
          '建',
          '，',
          '1',
          '”',
          '𠮷',
          ' ',
          '　',
          '\t',
          '\n',
          '\r\n',
          '\r',
          '\f',
          '\u200b',
        ),
      )
      .map((c) => c.join(''));
    fc.assert(
      fc.property(text, (sample) => {
        const places = new Set<number>();
        for (const { text: line } of readText(sample, 'list.txt', UTF8).blocks as readonly {
          text: Parameters<typeof sliceText>[0];
        }[])
          for (let i = 0; i < line.value.length; i++) {
            const { start, end } = spanOf(line, i, i + 1);
            expect(sample.slice(start, end)).toBe(line.value.charAt(i));
            expect(places.has(start)).toBe(false);
            places.add(start);
          }
        for (let i = 0; i < sample.length; i++)
          if (sample.charAt(i).trim() !== '') expect(places.has(i)).toBe(true);
      }),
    );
  });
});
