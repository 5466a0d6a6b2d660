import { digitValue } from './numerals.ts';
import { isWhiteSpace } from './punctuation.ts';

/** Words in brackets inside a piece. */
export interface PieceBracket {
  /** How many characters of the piece stand before it. */
  readonly index: number;
  readonly text: string;
  /** From bracket to bracket. */
  readonly start: number;
  readonly end: number;
}

/** What stands between two separators, white space and brackets taken out. */
export interface Piece {
  readonly text: string;
  /** Offset in the value of each character of `text`. */
  readonly at: readonly number[];
  /** Indices in `text` before which white space stood. */
  readonly gaps: readonly number[];
  readonly brackets: readonly PieceBracket[];
  /** The separator before it: `、`, `，`, `；`, `。`, `：`, `/`; empty at the start. Half-width ones are given full-width. */
  readonly separator: string;
  /** The separator behind it; empty at the end. */
  readonly terminator: string;
  readonly start: number;
  readonly end: number;
}

const SEPARATORS: ReadonlyMap<string, string> = new Map([
  ['、', '、'],
  ['､', '、'],
  ['，', '，'],
  [',', '，'],
  ['；', '；'],
  [';', '；'],
  ['。', '。'],
  ['：', '：'],
  [':', '：'],
  ['/', '/'],
  ['／', '/'],
  ['|', '/'],
]);

/** Cuts a list of names at its separators; those in brackets do not count. List numbers (`1.`, `①`) are passed over. */
export function piecesOf(value: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let separator = '';
  let text = '';
  let at: number[] = [];
  let gaps: number[] = [];
  let brackets: PieceBracket[] = [];
  const finish = (next: string) => {
    const first = Math.min(at[0] ?? Number.POSITIVE_INFINITY, brackets[0]?.start ?? Number.POSITIVE_INFINITY);
    if (Number.isFinite(first)) {
      const last = Math.max((at[at.length - 1] ?? -1) + 1, brackets[brackets.length - 1]?.end ?? 0);
      pieces.push({ text, at, gaps, brackets, separator, terminator: next, start: first, end: last });
      separator = next;
    } else if (pieces.length > 0 || next !== '。') {
      // Two separators in a row: the one that ends more holds. A separator at the very start counts as one.
      separator = separator === '' || separator === '、' ? next : separator;
    }
    text = '';
    at = [];
    gaps = [];
    brackets = [];
  };
  for (let i = 0; i < value.length; i++) {
    const character = value.charAt(i);
    if (isWhiteSpace(character)) {
      if (text !== '' && gaps[gaps.length - 1] !== text.length) gaps.push(text.length);
      continue;
    }
    if (character === '（' || character === '(') {
      const end = closingBracket(value, i);
      brackets.push({ index: text.length, text: inside(value, i + 1, end), start: i, end });
      i = end - 1;
      continue;
    }
    const isSeparator = SEPARATORS.get(character);
    if (isSeparator !== undefined) {
      if (isListNumber(text)) forget();
      else finish(isSeparator);
      continue;
    }
    if (character === '.' || character === '．') {
      // The list number behind the last white space, or at the start, is no part of a name.
      const from = gaps[gaps.length - 1] ?? 0;
      if (isListNumber(text.slice(from))) {
        text = text.slice(0, from);
        at.length = from;
        if (from === 0) gaps = [];
        continue;
      }
    }
    text += character;
    at.push(i);
  }
  finish('');
  return pieces;

  function forget() {
    text = '';
    at = [];
    gaps = [];
  }
}

function isListNumber(text: string): boolean {
  if (text.length === 0 || text.length > 2) return false;
  return [...text].every((character) => digitValue(character) >= 0);
}

/** Just behind the bracket that closes the one at `open`; without one, at the next separator or the end. */
function closingBracket(value: string, open: number): number {
  let depth = 0;
  for (let i = open; i < value.length; i++) {
    const character = value.charAt(i);
    if (character === '（' || character === '(') depth++;
    else if (character === '）' || character === ')') {
      depth--;
      if (depth === 0) return i + 1;
    }
  }
  for (let i = open; i < value.length; i++) if (SEPARATORS.has(value.charAt(i))) return i;
  return value.length;
}

function inside(value: string, start: number, end: number): string {
  const last = value.charAt(end - 1);
  const words = value.slice(start, last === '）' || last === ')' ? end - 1 : end);
  return words.replace(/\s+/gu, '');
}
