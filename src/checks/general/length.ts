import type { Finding } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import type { Check, RuleFault } from '../check.ts';
import { shownWords } from '../reasons.ts';
import { nothingInScope, scopedTexts } from '../texts/scopedTexts.ts';
import { atUnit } from '../texts/texts.ts';

/** The texts of a scope have a number of characters within bounds. White space does not count. */
export const length: Check = {
  kind: 'length',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      min: {
        description: 'So many characters at least; left out, no lower bound.',
        type: ['integer', 'null'],
        minimum: 0,
        default: null,
      },
      max: {
        description:
          'So many characters at most; 0 means that nothing may stand there; left out, no upper bound.',
        type: ['integer', 'null'],
        minimum: 0,
        default: null,
      },
    },
  },
  variants: {
    default: ['length', 'min', 'max', 'found'],
    short: ['length', 'min', 'max', 'found'],
    long: ['length', 'min', 'max', 'found'],
  },
  faults: boundsFaults,
  run(document, rule) {
    const units = scopedTexts(document, rule);
    if (units.length === 0) return nothingInScope();
    const { min, max } = boundsOf(rule);
    return units.flatMap((unit): readonly Finding[] => {
      const count = charactersIn(unit.text.value);
      const variant = min !== null && count < min ? 'short' : max !== null && count > max ? 'long' : null;
      if (variant === null) return [];
      return [
        {
          ...atUnit(unit, 0, unit.text.value.length),
          variant,
          data: { length: count, min: min ?? '', max: max ?? '', found: shownWords(unit.text.value) },
        },
      ];
    });
  },
};

/** Characters as people count them: 𠮷 is one, white space none. */
function charactersIn(value: string): number {
  let count = 0;
  for (const character of value) if (character.trim() !== '') count++;
  return count;
}

function boundsOf({ options }: Rule): { readonly min: number | null; readonly max: number | null } {
  const bound = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  return { min: bound(options.min), max: bound(options.max) };
}

function boundsFaults(rule: Rule): readonly RuleFault[] {
  const { min, max } = boundsOf(rule);
  if (min === null && max === null) {
    return [
      {
        path: ['options'],
        message: { zh: '要写 min 或 max', en: 'give min or max' },
        allowed: ['min', 'max'],
      },
    ];
  }
  if (min === null || max === null || min <= max) return [];
  const message = {
    zh: `min（${min}）比 max（${max}）大，什么都不合格`,
    en: `min (${min}) is more than max (${max}); nothing could fit`,
  };
  return [{ path: ['options', 'min'], message }];
}
