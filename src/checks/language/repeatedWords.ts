import type { Finding } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import type { Check } from '../check.ts';
import { stringsOption } from '../options.ts';
import { joinedTexts, unitsHolding } from '../texts/joinedTexts.ts';
import { nothingInScope } from '../texts/scopedTexts.ts';
import { atUnit } from '../texts/texts.ts';
import { MEETING_FORM, type RepetitionFinder, repetitionFinder, TWICE } from './reduplication.ts';

const WORDS = { type: 'array', items: { type: 'string', minLength: 2 }, default: [] } as const;

/** Characters and words that stand twice by mistake: 负责负责, 大病病救助. */
export const repeatedWords: Check = {
  kind: 'repeated-words',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      doubled: { ...WORDS, description: 'Words that are doubled by themselves, such as 往往.' },
      slips: {
        ...WORDS,
        description: 'A doubled word with what follows it when it is a slip all the same, such as 频频率.',
      },
      phrases: {
        ...WORDS,
        description: 'Longer stretches in which a doubled character is sound, such as 方方面面 or 人人参与.',
      },
      words: {
        ...WORDS,
        description: 'Stretches in which a word of several characters stands twice, such as 救助救助对象.',
      },
      meetings: {
        description:
          'Two words that meet, the first ending with the character that the second begins with, as X：A｜B: X the character, A the characters that may stand before it, B what may stand behind the second, parted by spaces. 水：用饮｜源 质 makes 用水水源 and 饮水水质 sound.',
        type: 'array',
        items: { type: 'string', pattern: MEETING_FORM },
        default: [],
      },
    },
  },
  variants: {
    default: ['found', 'right', 'around'],
    replace: ['found', 'right'],
  },
  messages: { replace: { zh: '改为“{right}”', en: 'change it to “{right}”' } },
  run(document, rule) {
    const joined = joinedTexts(document, rule);
    if (joined.units.length === 0) return nothingInScope();
    const find = finderOf(rule);
    return unitsHolding(joined, TWICE).flatMap((unit) =>
      find(unit.text.value).map(({ start, end, right }): Finding => {
        const { value } = unit.text;
        const place = atUnit(unit, start, end);
        const found = value.slice(start, end);
        const around = value.slice(Math.max(0, start - 4), end + 4).replace(/\s+/g, '');
        return {
          ...place,
          data: { found, right, around },
          suggestions: [
            { variant: 'replace', data: { found, right }, edits: [{ span: place.span, text: right }] },
          ],
        };
      }),
    );
  },
};

const finders = new WeakMap<Rule['options'], RepetitionFinder>();

function finderOf(rule: Rule): RepetitionFinder {
  let finder = finders.get(rule.options);
  if (!finder) {
    const list = (key: string) => stringsOption(rule, key, []);
    finder = repetitionFinder({
      doubled: list('doubled'),
      slips: list('slips'),
      phrases: list('phrases'),
      words: list('words'),
      meetings: list('meetings'),
    });
    finders.set(rule.options, finder);
  }
  return finder;
}
