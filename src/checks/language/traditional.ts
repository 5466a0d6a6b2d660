import type { Finding } from '../../model/finding.ts';
import type { Check } from '../check.ts';
import { characterSet } from '../texts/characterSets.ts';
import { joinedTexts, unitsWith } from '../texts/joinedTexts.ts';
import { atUnit } from '../texts/texts.ts';
import { TRADITIONAL } from './traditionalCharacters.ts';

const ALL = [...TRADITIONAL.keys()].join('');
const CANDIDATES = characterSet(ALL);
const RUN = new RegExp(`[${ALL}]+`, 'gu');

/** Characters of the traditional script, which input methods and conversions leave in simplified text. */
export const traditional: Check = {
  kind: 'traditional-characters',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: { default: ['found', 'expected'] },
  run(document, rule) {
    return unitsWith(joinedTexts(document, rule), CANDIDATES).flatMap((unit) =>
      [...unit.text.value.matchAll(RUN)].map((match): Finding => {
        const [found] = match;
        const expected = [...found].map((character) => TRADITIONAL.get(character) ?? character).join('');
        const place = atUnit(unit, match.index, match.index + found.length);
        return { ...place, data: { found, expected }, fix: [{ span: place.span, text: expected }] };
      }),
    );
  },
};
