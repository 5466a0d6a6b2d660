import type { Finding } from '../model/finding.ts';
import type { Check } from './check.ts';
import { markedTexts } from './joinedTexts.ts';
import { type PairFault, pairFaults, UNSOUND } from './markPairs.ts';
import { wordsOption } from './options.ts';
import { atUnit } from './texts.ts';

const KINDS = ['unclosed', 'unopened', 'reversed', 'crossed', 'nested', 'empty'] as const;

/** Brackets, quotation marks and title marks come in pairs, the right way round. */
export const pairedMarks: Check = {
  kind: 'paired-marks',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      report: {
        description:
          'What is reported: marks whose partner is missing (unclosed, unopened), marks that point the wrong way (reversed), pairs that overlap (crossed), pairs inside a pair of the same quotation or title marks (nested), pairs with nothing inside (empty).',
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: { enum: KINDS },
        default: KINDS,
      },
    },
  },
  variants: {
    default: ['found', 'expected', 'words'],
    ...Object.fromEntries(KINDS.map((kind) => [kind, ['found', 'expected', 'words']])),
    replace: ['expected'],
  },
  messages: { replace: { zh: '改为“{expected}”', en: 'change it to “{expected}”' } },
  run(document, rule) {
    const report = wordsOption(rule, 'report', KINDS, KINDS);
    return markedTexts(document, rule, UNSOUND).flatMap(({ unit, value, marks }) =>
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
  },
};

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
