import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/reports/displayWidth.ts';
import { type Quote, quote } from '../../src/reports/quote.ts';

function shown(excerpt: string, before: string, after: string, width: number): string[] {
  const {
    before: left,
    words,
    after: right,
    column,
    length,
  }: Quote = quote({ excerpt, context: { before, after } }, width, '（空）');
  return [`${left}${words}${right}`, ' '.repeat(column) + '^'.repeat(length)];
}

describe('an excerpt in its sentence', () => {
  test('is marked two columns for each full-width character', () => {
    expect(shown('卫健委', '县民政局、', '，县财政局', 60)).toEqual([
      '县民政局、卫健委，县财政局',
      '          ^^^^^^',
    ]);
  });

  test('shows a gap by one caret below the character that follows', () => {
    expect(shown('', '组织巡查', '2.负责处置', 60)).toEqual(['组织巡查2.负责处置', '        ^']);
  });

  test('shows an empty cell as empty', () => {
    expect(shown('', '', '', 60)).toEqual(['（空）', '^^^^^^']);
  });

  test('shows line breaks in the notation of any reader as one mark', () => {
    expect(shown('人力资源\r\n  和社会', '县', '保障局', 60)[0]).toBe('县人力资源⏎和社会保障局');
    expect(shown('1.受理；</p><p>2.初审', '', '', 60)[0]).toBe('1.受理；⏎2.初审');
    expect(shown('民政局<br/>', '', '', 60)).toEqual(['民政局', '^^^^^^']);
    expect(shown('\n', '民政', '局', 60)).toEqual(['民政⏎局', '    ^']);
  });

  test('keeps the nearest words of a long context', () => {
    expect(shown('卫健委', '一二三四五六七八九十', '甲乙丙丁戊己庚辛壬癸', 20)).toEqual([
      '…八九十卫健委甲乙丙…',
      '       ^^^^^^',
    ]);
  });

  test('gives the room that one side does not need to the other', () => {
    expect(shown('卫健委', '县', '甲乙丙丁戊己庚辛壬癸', 20)[0]).toBe('县卫健委甲乙丙丁戊…');
  });

  test('keeps both ends of an excerpt that is wider than the line', () => {
    const [line = '', marks = ''] = shown('负责'.repeat(5000), '前文', '后文', 30);
    expect(line.startsWith('前文负责')).toBe(true);
    expect(line).toContain('…');
    expect(line.endsWith('负责后文')).toBe(true);
    expect(displayWidth(line)).toBeLessThanOrEqual(30);
    expect(marks.length).toBe(displayWidth(line) - 4);
  });

  test('fits every width', () => {
    for (let width = 16; width < 90; width++) {
      const [line = '', marks = ''] = shown(
        '卫生健康委员会和民政局',
        '由县人民政府办公室、',
        '共同负责。',
        width,
      );
      expect(displayWidth(line), `width ${width}`).toBeLessThanOrEqual(width);
      expect(marks.length, `width ${width}`).toBeLessThanOrEqual(width);
    }
  });

  test('neutralises what would act on the terminal', () => {
    expect(shown('\u001b[31m局\u0007', 'a\u202eb', '\u200b', 80)[0]).toBe(
      'a<U+202E>b<U+001B>[31m局<U+0007><U+200B>',
    );
  });
});
