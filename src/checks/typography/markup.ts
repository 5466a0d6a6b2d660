import type { Finding } from '../../model/finding.ts';
import type { Check } from '../check.ts';
import { wordsOption, wordsSchema } from '../options.ts';
import { joinedTexts, unitsHolding } from '../texts/joinedTexts.ts';
import { atUnit } from '../texts/texts.ts';

const TAGS = 'p|br|div|span|table|tbody|thead|td|tr|th|b|i|u|s|strong|em|font|li|ul|ol|sup|sub|img|a|o:p';

/** What each kind looks like. None can take more than linear time: every repetition is bounded or stops at its own first character. */
const FORMS = {
  tag: `</?[A-Za-z][^<>\\n]{0,80}>|</?(?:${TAGS})(?![A-Za-z0-9])|<!--|-->|/(?:${TAGS})>`,
  entity: '&(?:amp;)?(?:[A-Za-z]{2,8}|#[0-9]{2,6}|#[xX][0-9A-Fa-f]{2,5});',
  link: '!?\\[[^\\]\\n]{0,60}\\]\\([^()\\n]{0,200}\\)',
  footnote: '\\[\\^?[0-9]{1,3}\\]',
  emphasis: '\\*{2,}|~~|`+|\\{\\.[a-z]+\\}',
  formula: '\\$[^$\\n]{1,60}\\$|\\\\[A-Za-z]+|\\\\.?',
  bar: '\\|+',
  heading: '^#{1,6}(?=[ \\u3400-\\u9fff])',
  field:
    '_x000[dDaA]_|MERGEFORMAT|HYPERLINK|OLE_LINK[0-9]+|_GoBack|#(?:REF!|N/A|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!)|错误[！!]未(?:找到引用源|定义书签)|Error! Reference source not found|^(?:NaN|None|null|undefined)$',
} as const;

const KINDS = Object.keys(FORMS) as (keyof typeof FORMS)[];
/** One pass for all of them; which group took part says which kind it is. */
const ANY = new RegExp(KINDS.map((kind) => `(${FORMS[kind]})`).join('|'), 'gm');

/** Signs of a markup language, a formula editor or a spreadsheet that were left in the words. */
export const markup: Check = {
  kind: 'markup',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      report: wordsSchema(
        'What is reported: HTML tags, whole or broken (tag), &nbsp; and the like (entity), links and images of Markdown (link), numbers of footnotes (footnote), ** ~~ ` (emphasis), formulas and backslashes (formula), bars of a table (bar), # before a heading (heading), field codes and error values of Word and Excel (field).',
        KINDS,
      ),
    },
  },
  variants: {
    default: ['found'],
    ...Object.fromEntries(KINDS.map((kind) => [kind, ['found']])),
    remove: ['found'],
  },
  messages: { remove: { zh: '删去“{found}”', en: 'take “{found}” out' } },
  run(document, rule) {
    const report = wordsOption(rule, 'report', KINDS);
    return unitsHolding(joinedTexts(document, rule), ANY).flatMap((unit): readonly Finding[] => {
      const { value } = unit.text;
      // Markdown outside the tables may hold what it likes: front matter, code, comments.
      if (unit.part === 'paragraph' && document.source.reader === 'markdown') return [];
      return Array.from(value.matchAll(ANY)).flatMap((match): readonly Finding[] => {
        const kind = KINDS.find((_, i) => match[i + 1] !== undefined);
        if (!kind || !report.has(kind) || isYear(value, match.index, match[0])) return [];
        const place = atUnit(unit, match.index, match.index + match[0].length);
        const data = { found: match[0].length > 24 ? `${match[0].slice(0, 24)}…` : match[0] };
        const edits = [{ span: place.span, text: '' }];
        return [{ ...place, variant: kind, data, suggestions: [{ variant: 'remove', data, edits }] }];
      });
    });
  },
};

/** The 12 of 新政办发〔2025〕[12]号 is no footnote. */
function isYear(value: string, at: number, found: string): boolean {
  return found.startsWith('[') && value.charAt(at + found.length) === '号';
}
