import {
  type CharSet,
  complement,
  intersection,
  overlap,
  SURROGATES,
  single,
  union,
  WORD,
} from './charSet.ts';
import type { PatternFault } from './fault.ts';
import { faultTexts } from './faultTexts.ts';
import type { Edge, ParsedPattern, PatternNode } from './nodes.ts';

/** What the texts hold that a pattern is run over. */
export interface PatternTexts {
  /** Whether a line break may stand in them. */
  readonly lineBreaks: boolean;
}

/*
 * A place between two characters as far as edges can tell: what stands before it, and what may stand behind it.
 * Four kinds of neighbours make 4 × 16 places, of which a set is kept.
 */
const END = 1;
const LINE = 2;
const LETTER = 4;
const OTHER = 8;
const KINDS = [END, LINE, LETTER, OTHER] as const;
const ANYTHING = END | LINE | LETTER | OTHER;

/** Rounds of a repeat that are gone through one by one. */
const MOST_ROUNDS = 5;

const LINE_FEED = single(10);
const LETTERS = WORD;
const OTHERS = complement(union(LINE_FEED, LETTERS));

/** `before * 16 + mask of what may follow`. */
type Places = ReadonlySet<number>;

/**
 * Why the pattern can never match in texts of a kind, or null when it may. What cannot be decided counts as
 * possible.
 */
export function whyNever({ root, source }: ParsedPattern, texts: PatternTexts): PatternFault | null {
  const never = texts.lineBreaks ? SURROGATES : union(SURROGATES, LINE_FEED);
  const alphabet = complement(never);
  const start: Places = new Set(
    KINDS.filter((kind) => kind !== LINE || texts.lineBreaks).map((kind) => kind * 16 + ANYTHING),
  );
  if (walk(root, start, alphabet).size > 0) return null;
  const dead = deadPart(root, start, alphabet);
  return {
    code: 'never',
    at: dead.at,
    length: Math.max(1, dead.end - dead.at),
    message: reason(dead, source, alphabet),
  };
}

function reason(dead: PatternNode, source: string, alphabet: CharSet): PatternFault['message'] {
  if (dead.type === 'set' && !overlap(dead.set, alphabet)) {
    if (dead.set.length === 0) return faultTexts.emptyClass();
    return overlap(dead.set, LINE_FEED) ? faultTexts.lineBreak() : faultTexts.surrogate();
  }
  return faultTexts.contradiction(source.slice(dead.at, dead.end));
}

/** The smallest piece that nothing gets through. */
function deadPart(node: PatternNode, before: Places, alphabet: CharSet): PatternNode {
  if (node.type === 'group') return deadPart(node.node, before, alphabet);
  if (node.type === 'repeat' && walk(node.node, before, alphabet).size === 0) {
    return deadPart(node.node, before, alphabet);
  }
  if (node.type !== 'sequence') return node;
  let places = before;
  for (const part of node.parts) {
    const next = walk(part, places, alphabet);
    if (next.size === 0) return deadPart(part, places, alphabet);
    places = next;
  }
  return node;
}

/** The places behind a piece, from those before it. */
function walk(node: PatternNode, before: Places, alphabet: CharSet): Places {
  if (before.size === 0) return before;
  switch (node.type) {
    case 'set': {
      const members = intersection(node.set, alphabet);
      const kinds = (
        [
          [LINE, LINE_FEED],
          [LETTER, LETTERS],
          [OTHER, OTHERS],
        ] as const
      ).filter(([, set]) => overlap(members, set));
      const places = [...before];
      return new Set(
        kinds
          .filter(([kind]) => places.some((place) => (place & kind) !== 0))
          .map(([kind]) => kind * 16 + ANYTHING),
      );
    }
    case 'edge':
      return new Set([...before].flatMap((place) => at(node.edge, place >> 4, place & 15)));
    case 'group':
      return walk(node.node, before, alphabet);
    case 'sequence':
      return node.parts.reduce((places, part) => walk(part, places, alphabet), before);
    case 'choice':
      return new Set(node.options.flatMap((option) => [...walk(option, before, alphabet)]));
    case 'repeat':
      return rounds(node, before, alphabet);
  }
}

function rounds(
  { node, min, max }: PatternNode & { type: 'repeat' },
  before: Places,
  alphabet: CharSet,
): Places {
  let places = before;
  for (let round = 0; round < Math.min(min, MOST_ROUNDS); round++) places = walk(node, places, alphabet);
  const all = new Set(places);
  // More rounds than were gone through count as any number of them: more places, never fewer.
  if (max === min && min <= MOST_ROUNDS) return all;
  for (let size = -1; size < all.size; ) {
    size = all.size;
    for (const place of walk(node, new Set(all), alphabet)) all.add(place);
  }
  return all;
}

/** The place as an edge leaves it, with less that may follow; nothing when it cannot hold there. */
function at(edge: Edge, before: number, may: number): readonly number[] {
  const isLineStart = before === END || before === LINE;
  const isLetter = before === LETTER;
  const left =
    edge === 'lineStart'
      ? isLineStart
        ? may
        : 0
      : edge === 'lineEnd'
        ? may & (END | LINE)
        : may & (isLetter === (edge === 'word') ? ANYTHING & ~LETTER : LETTER);
  return left === 0 ? [] : [before * 16 + left];
}
