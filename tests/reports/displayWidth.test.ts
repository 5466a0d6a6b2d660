import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { characterWidth, cutEnd, cutMiddle, cutStart, displayWidth } from '../../src/reports/displayWidth.ts';

describe('the width of a character', () => {
  test('agrees with string-width on every character that can stand alone and be seen', () => {
    const different: string[] = [];
    for (let code = 0x20; code < 0x40000; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCodePoint(code);
      // Marks and unassigned code points are drawn as terminals please; string-width counts most of them as one.
      // string-width also widens symbols that terminals draw as text unless a variation selector follows (☀).
      if (/\p{Emoji}/u.test(character) && !/\p{Emoji_Presentation}/u.test(character) && code > 0x7f) continue;
      if (/[\p{M}\p{Cn}\p{Co}\p{Cf}\p{Cc}]|[\u{1f1e6}-\u{1f1ff}]/u.test(character)) continue;
      if (characterWidth(character) !== stringWidth(character))
        different.push(`${code.toString(16)} ${character}`);
    }
    expect(different).toEqual([]);
  });

  test('is two for the full-width characters of a list and one for its quotation marks', () => {
    expect(displayWidth('第27项：“县卫健委”（3）；，。　')).toBe(
      stringWidth('第27项：“县卫健委”（3）；，。　'),
    );
    expect(displayWidth('𠮷')).toBe(2);
    expect(displayWidth('e\u0301')).toBe(1);
  });
});

describe('cutting to a width', () => {
  test('leaves alone what fits', () => {
    expect([cutEnd('民政局', 6), cutStart('民政局', 6), cutMiddle('民政局', 6)]).toEqual([
      '民政局',
      '民政局',
      '民政局',
    ]);
  });

  test('never exceeds the width, even when half a full-width character would fit', () => {
    const words = '县人力资源和社会保障局 ABC';
    for (let width = 0; width < 30; width++) {
      for (const cut of [cutEnd, cutStart, cutMiddle]) {
        expect(displayWidth(cut(words, width)), `${cut.name} ${width}`).toBeLessThanOrEqual(width);
      }
    }
  });

  test('keeps the end that matters', () => {
    expect(cutEnd('县人力资源和社会保障局', 9)).toBe('县人力资…');
    expect(cutStart('县人力资源和社会保障局', 9)).toBe('…会保障局');
    expect(cutMiddle('县人力资源和社会保障局', 13)).toBe('县人力资…障局');
  });
});
