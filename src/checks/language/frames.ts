import type { Edit, Finding } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import type { Check } from '../check.ts';
import { REASON_SCHEMA, type Reason, reasonOf, shownWords } from '../reasons.ts';
import { joinedTexts, TEXT_BREAK, unitsHolding } from '../texts/joinedTexts.ts';
import { nothingInScope } from '../texts/scopedTexts.ts';
import { atUnit, type TextUnit } from '../texts/texts.ts';

/** One entry of `frames`, as the schema lets it be. */
interface FrameEntry {
  readonly open: readonly string[];
  readonly close: readonly string[];
  readonly without?: readonly string[];
  readonly behind?: readonly string[];
  readonly first?: boolean;
  readonly last?: boolean;
  readonly become?: { readonly open?: string; readonly close?: string };
  readonly reason?: Reason;
}

interface Frame {
  readonly entry: FrameEntry;
  readonly pattern: RegExp;
}

const WORDS = { type: 'array', items: { type: 'string', minLength: 1 } } as const;

/** Two pieces of a sentence, with anything between them, that do not go together: 负责……进行检查 without 对. */
export const frames: Check = {
  kind: 'frames',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['frames'],
    properties: {
      frames: {
        description:
          'The frames. Both pieces stand in one stretch without ，。；：！？ and at most 60 characters apart.',
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['open', 'close'],
          properties: {
            open: { ...WORDS, minItems: 1, description: 'Words of which one opens the frame.' },
            close: { ...WORDS, minItems: 1, description: 'Words of which one closes it.' },
            without: {
              ...WORDS,
              default: [],
              description:
                'Words that make the sentence sound where one of them stands between the two pieces.',
            },
            behind: {
              ...WORDS,
              default: [],
              description: 'Words of which one must stand before the opening one in the same stretch.',
            },
            first: {
              type: 'boolean',
              default: false,
              description:
                'Whether the opening word must begin its stretch, a number, brackets and a department as its subject aside.',
            },
            last: {
              type: 'boolean',
              default: false,
              description: 'Whether the closing word must end its stretch.',
            },
            become: {
              type: 'object',
              additionalProperties: false,
              description:
                'What the opening and the closing words should become, offered as a suggestion. Empty: they are to be deleted.',
              properties: {
                open: { type: 'string', description: 'In place of the opening words.' },
                close: { type: 'string', description: 'In place of the closing words.' },
              },
            },
            reason: REASON_SCHEMA,
          },
        },
      },
    },
  },
  variants: {
    default: ['found', 'reason'],
    replace: ['right'],
  },
  messages: { replace: { zh: '改为“{right}”', en: 'change it to “{right}”' } },
  pieces: (rule) =>
    framesOf(rule).map(({ entry }, index) => ({
      path: ['options', 'frames', index],
      label: `${entry.open.join('|')}…${entry.close.join('|')}`,
    })),
  run(document, rule, used) {
    const joined = joinedTexts(document, rule);
    if (joined.units.length === 0) return nothingInScope();
    return framesOf(rule).flatMap((frame, index) =>
      unitsHolding(joined, frame.pattern).flatMap((unit) => {
        const findings = foundIn(unit, frame);
        if (findings.length > 0) used?.(index);
        return findings;
      }),
    );
  },
};

const compiled = new WeakMap<object, readonly Frame[]>();

function framesOf({ options }: Rule): readonly Frame[] {
  const entries = Array.isArray(options.frames) ? (options.frames as readonly FrameEntry[]) : [];
  let known = compiled.get(entries);
  if (!known) {
    known = entries.map((entry) => ({ entry, pattern: patternOf(entry) }));
    compiled.set(entries, known);
  }
  return known;
}

const ENDS = `，。；：！？\\n${TEXT_BREAK}`;
const WIDEST = 60;

/** Linear: from each opening word at most `WIDEST` characters are tried. */
function patternOf({ open, close, last }: FrameEntry): RegExp {
  const any = (words: readonly string[]) =>
    [...words]
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('|');
  const end = last ? `(?=\\s*(?:[${ENDS}]|$))` : '';
  return new RegExp(`(${any(open)})([^${ENDS}]{0,${WIDEST}}?)(${any(close)})${end}`, 'g');
}

function foundIn(unit: TextUnit, { entry, pattern }: Frame): readonly Finding[] {
  const { value } = unit.text;
  return Array.from(value.matchAll(pattern)).flatMap((match): readonly Finding[] => {
    const [found, opening = '', between = '', closing = ''] = match;
    if (entry.without?.some((word) => between.includes(word))) return [];
    const before = stretchBefore(value, match.index);
    if (
      entry.first &&
      !/^(?:[\s0-9０-９.．、（）()一二三四五六七八九十]*|.*[局委办部会队心院所站府镇乡村级）])$/u.test(before)
    )
      return [];
    if (entry.behind && entry.behind.length > 0 && !entry.behind.some((word) => before.includes(word)))
      return [];
    const end = match.index + found.length;
    const finding: Finding = {
      ...atUnit(unit, match.index, end),
      data: { found: shownWords(found), reason: reasonOf(entry.reason) },
    };
    const { become } = entry;
    if (!become) return [finding];
    const edits: Edit[] = [];
    const change = (start: number, stop: number, text: string) =>
      edits.push({ span: atUnit(unit, start, stop).span, text });
    if (become.open !== undefined) change(match.index, match.index + opening.length, become.open);
    if (become.close !== undefined) change(end - closing.length, end, become.close);
    const right = shownWords(`${become.open ?? opening}${between}${become.close ?? closing}`);
    return [{ ...finding, suggestions: [{ variant: 'replace', data: { right }, edits }] }];
  });
}

/** The words of a stretch before an offset. */
function stretchBefore(value: string, at: number): string {
  let start = at;
  while (start > 0 && !'，。；：！？\n'.includes(value.charAt(start - 1))) start--;
  return value.slice(start, at);
}
