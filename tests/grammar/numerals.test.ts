import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNumeral } from '../../src/grammar/numerals.ts';

const DIGITS = '零一二三四五六七八九';

/** The usual Chinese writing of a number below ten thousand. */
function write(value: number): string {
  if (value === 0) return '零';
  let words = '';
  let zero = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      zero = words !== '';
      continue;
    }
    words += `${zero ? '零' : ''}${DIGITS.charAt(digit)}${name}`;
    zero = false;
  }
  return words.startsWith('一十') ? words.slice(1) : words;
}

describe('a numeral', () => {
  test.each([
    ['27', 27],
    ['２７', 27],
    ['0', 0],
    ['二十七', 27],
    ['十', 10],
    ['十二', 12],
    ['一百三十九', 139],
    ['两百零三', 203],
    ['一百一', 110],
    ['一百零一', 101],
    ['〇', 0],
    ['零', 0],
    ['二〇二五', 2025],
    ['三万二千', 32_000],
    ['一百一十', 110],
  ])('%s is %d', (word, value) => {
    expect(parseNumeral(word)).toBe(value);
  });

  test.each([
    '',
    '项',
    '1.5',
    '2a',
    '十百',
    '百',
    '二十十',
    '一二三四五',
    '万',
    '第三',
    '1 2',
    '一百零',
    '零十',
  ])('%s is none', (word) => {
    expect(parseNumeral(word)).toBeNull();
  });

  test('reads every number below ten thousand as it is usually written', () => {
    for (let value = 0; value < 10_000; value++) expect(parseNumeral(write(value))).toBe(value);
  });

  test('reads Arabic digits of either width', () => {
    fc.assert(
      fc.property(fc.nat(999_999), (value) => {
        const wide = [...String(value)]
          .map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
          .join('');
        expect([parseNumeral(String(value)), parseNumeral(wide)]).toEqual([value, value]);
      }),
    );
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string(), (word) => void parseNumeral(word)));
  });
});
