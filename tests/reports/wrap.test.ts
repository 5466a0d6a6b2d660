import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/reports/displayWidth.ts';
import { hang, wrap } from '../../src/reports/wrap.ts';

describe('wrapping', () => {
  test('breaks Chinese anywhere but before closing and after opening punctuation', () => {
    expect(wrap('负责受理、初审和公示（五个工作日），报县民政局。', 14)).toEqual([
      '负责受理、初审',
      '和公示（五个工',
      '作日），报县民',
      '政局。',
    ]);
    expect(wrap('共有事项，分类', 8)).toEqual(['共有事', '项，分类']);
  });

  test('keeps words of other scripts whole and drops the space at a break', () => {
    expect(wrap('see qingdan rules explain department-named', 20)).toEqual([
      'see qingdan rules',
      'explain',
      'department-named',
    ]);
  });

  test('breaks a word that is wider than the line', () => {
    expect(wrap('lists/very-long-name.md', 10)).toEqual(['lists/very', '-long-name', '.md']);
  });

  test('loses no character but white space and keeps within the width', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('县', '局', '，', '（', '“', 'a', 'b', ' ', '。', '1') }),
        fc.integer({ min: 8, max: 40 }),
        (text, width) => {
          const lines = wrap(text, width);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  test('hangs further lines below the first words', () => {
    expect(hang('  → ', '写明负责的部门名称', 16, 4)).toEqual(['  → 写明负责的部', '    门名称']);
  });
});
