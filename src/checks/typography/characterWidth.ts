import type { Finding } from '../../model/finding.ts';
import type { Check } from '../check.ts';
import { characterSet } from '../texts/characterSets.ts';
import { isChinese, joinedTexts, unitsWith, withMarks } from '../texts/joinedTexts.ts';
import { atUnit } from '../texts/texts.ts';

/** Full-width forms that stand between digits or letters: ３．５, １０：３０, ５０％. */
const BETWEEN = new Set('．：，％－／＋');

const WIDE = characterSet('', [
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
]);

/** Digits and letters of the width of a Chinese character. */
export const characterWidth: Check = {
  kind: 'character-width',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: { default: ['found', 'expected'] },
  run(document, rule) {
    return unitsWith(joinedTexts(document, rule), WIDE).flatMap((unit): readonly Finding[] => {
      const { value, marks } = withMarks(unit);
      const findings: Finding[] = [];
      let end = 0;
      for (const start of marks) {
        if (start < end || !isWide(value.charCodeAt(start))) continue;
        end = runEnd(value, start);
        const found = value.slice(start, end);
        const expected = found.normalize('NFKC');
        const place = atUnit(unit, start, end);
        findings.push({ ...place, data: { found, expected }, fix: [{ span: place.span, text: expected }] });
      }
      return findings;
    });
  },
};

/** ０-９, Ａ-Ｚ, ａ-ｚ */
function isWide(code: number): boolean {
  return (
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a)
  );
}

/** A run goes on over a mark between two of its characters, and over a sign of percent behind a digit. */
function runEnd(value: string, start: number): number {
  let end = start + 1;
  for (;;) {
    const code = value.charCodeAt(end);
    const next = value.charAt(end);
    if (isWide(code)) end++;
    else if (BETWEEN.has(next) && isWide(value.charCodeAt(end + 1)) && !isChinese(value.charAt(end + 1)))
      end += 2;
    else if (next === '％') return end + 1;
    else return end;
  }
}
