import type { Finding } from '../../model/finding.ts';
import type { Check } from '../check.ts';
import { wordsOption, wordsSchema } from '../options.ts';
import { joinedTexts, unitsHolding, unitsWith, withMarks } from '../texts/joinedTexts.ts';
import { atUnit, type TextUnit } from '../texts/texts.ts';
import { isSound, PAIRED, type PairFault, pairFaults } from './markPairs.ts';

const KINDS = ['unclosed', 'unopened', 'reversed', 'crossed', 'nested', 'empty', 'outer'] as const;

/** Brackets, quotation marks and title marks come in pairs, the right way round. */
export const pairedMarks: Check = {
  kind: 'paired-marks',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      report: wordsSchema(
        'What is reported: marks whose partner is missing (unclosed, unopened), marks that point the wrong way (reversed), pairs that overlap (crossed), pairs inside a pair of the same quotation or title marks (nested), pairs with nothing inside (empty), marks that stand inside others only (‘ outside of “, 〈 outside of 《) or half-width ones in their place (outer).',
        KINDS,
      ),
    },
  },
  variants: {
    default: ['found', 'expected', 'words'],
    ...Object.fromEntries(KINDS.map((kind) => [kind, ['found', 'expected', 'words']])),
    replace: ['expected'],
  },
  // Marks stand in corner brackets, which the lists do not use: ““” says nothing.
  messages: { replace: { zh: '改为「{expected}」', en: 'write 「{expected}」' } },
  run(document, rule) {
    const report = wordsOption(rule, 'report', KINDS);
    const outer = report.has('outer')
      ? unitsHolding(joinedTexts(document, rule), OUTER).flatMap(outerIn)
      : [];
    const unsure = unitsWith(joinedTexts(document, rule), PAIRED).filter(({ text }) => !isSound(text.value));
    const pairs = unsure.map(withMarks).flatMap(({ unit, value, marks }) =>
      pairFaults(value, marks).flatMap(({ kind, start, end, found, expected, edits }): readonly Finding[] => {
        if (!report.has(kind)) return [];
        const words = wordsAt(value, kind, start, end);
        const finding: Finding = {
          ...atUnit(unit, start, end),
          variant: kind,
          data: { found, expected, words },
        };
        if (edits.length === 0) return [finding];
        const spans = edits.map(({ at, text }) => ({ span: atUnit(unit, at, at + 1).span, text }));
        return [{ ...finding, suggestions: [{ variant: 'replace', data: { expected }, edits: spans }] }];
      }),
    );
    return [...pairs, ...outer];
  },
};

/** Inner marks, and half-width angles around Chinese words. */
const OUTER = /‘[^‘’“”\n]{1,40}’|〈[^〈〉《》\n]{1,40}〉|<[\u3400-\u9fff][^<>\n]{1,40}>/gu;

/** Inner marks with no outer ones around them. */
function outerIn(unit: TextUnit): readonly Finding[] {
  const { value } = unit.text;
  return [...value.matchAll(OUTER)].flatMap((match): readonly Finding[] => {
    const [found] = match;
    const [open, close] = found.startsWith('‘') ? ['“', '”'] : ['《', '》'];
    const before = value.slice(0, match.index);
    if (before.lastIndexOf(open) > before.lastIndexOf(close)) return [];
    const end = match.index + found.length;
    const first = atUnit(unit, match.index, match.index + 1);
    const last = atUnit(unit, end - 1, end);
    const expected = `${open}${found.slice(1, -1)}${close}`;
    return [
      {
        ...atUnit(unit, match.index, end),
        variant: 'outer',
        data: {
          found: `${found.charAt(0)}${found.slice(-1)}`,
          expected: `${open}${close}`,
          words: bare(found),
        },
        suggestions: [
          {
            variant: 'replace',
            data: { expected },
            edits: [
              { span: first.span, text: open },
              { span: last.span, text: close },
            ],
          },
        ],
      },
    ];
  });
}

/** Characters of a text that a message shows. */
const SHOWN = 12;

/** The words by which a person finds the place: behind a mark that opens, before one that closes, else all between. */
function wordsAt(value: string, kind: PairFault['kind'], start: number, end: number): string {
  if (kind === 'unclosed') return bare(value.slice(start, start + SHOWN));
  if (kind === 'unopened') return bare(value.slice(Math.max(0, end - SHOWN), end));
  const words = bare(
    end - start > 1 ? value.slice(start, end) : value.slice(Math.max(0, start - SHOWN), end),
  );
  return words.length > SHOWN * 2 ? `${words.slice(0, SHOWN)}…${words.slice(-SHOWN / 2)}` : words;
}

function bare(words: string): string {
  return words.replace(/\s+/g, '');
}
