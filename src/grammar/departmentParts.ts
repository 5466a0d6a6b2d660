import type { Span } from '../model/place.ts';
import { isGlued, type NameContext, type NameReading, readName, takesNoPrefix } from './departmentNames.ts';
import type { Piece } from './departmentPieces.ts';
import { prefixEnds } from './prefixEnds.ts';
import { CONNECTIVES, LABEL_ENDS, OPEN_ENDS } from './words.ts';

/** What a stretch between two separators holds. `gapBefore`: only white space parts it from the name before. */
export type Part =
  | {
      readonly type: 'name';
      readonly reading: NameReading;
      readonly word: string;
      readonly bracket: string | null;
      readonly span: Span;
      readonly gapBefore: boolean;
    }
  | OtherPart<'nobody'>
  | OtherPart<'not'>
  | OtherPart<'open'>
  | OtherPart<'label'>;

interface OtherPart<T> {
  readonly type: T;
  readonly span: Span;
  readonly gapBefore: boolean;
}

const MOST_TOKENS = 12;
const LONGEST_STRETCH = 60;

/** Reads what stands between two separators: mostly one name; names parted by white space or 和; 等部门; other words. */
export function readPiece(piece: Piece, carry: string, context: NameContext): readonly Part[] {
  if (
    piece.terminator === '：' &&
    LABEL_ENDS.some((end) => piece.text.endsWith(end)) &&
    piece.text.length <= 8
  ) {
    return [{ type: 'label', span: spanOf(piece, 0, piece.text.length), gapBefore: false }];
  }
  const text = piece.text.replace(/^[①-⑳]/u, '');
  const from = piece.text.length - text.length;
  return (
    readStretch(piece, from, piece.text.length, carry, context) ?? [notName(piece, from, piece.text.length)]
  );
}

/** The parts of a stretch when all of it reads; null when some of it is neither name nor nobody. */
function readStretch(
  piece: Piece,
  from: number,
  to: number,
  carry: string,
  context: NameContext,
): readonly Part[] | null {
  const text = piece.text.slice(from, to);
  if (text === '' || text.length > LONGEST_STRETCH * 4) return null;
  const whole = readWith(text, carry, context);
  const gaps = piece.gaps.filter((gap) => gap > from && gap < to);
  if (whole && (whole.kind !== 'plausible' || gaps.length === 0) && !isNobody(text, context)) {
    return [namePart(piece, from, to, whole)];
  }
  const simple = readSimple(piece, from, to, context);
  if (simple) return simple;
  const open = readOpen(piece, from, to, carry, context);
  if (open) return open;
  if (gaps.length > 0) {
    const tokens = readTokens(piece, from, to, gaps, carry, context);
    if (tokens.every((part) => part.type !== 'not')) return tokens;
    if (whole) return [namePart(piece, from, to, whole)];
    // Where two names stand without a separator, a line break inside the second parts nothing.
    if (tokens[0]?.type === 'not' && isGlued(text, context)) return null;
    return (
      readConnected(piece, from, to, carry, context) ??
      (tokens.some((part) => part.type === 'name') ? tokens : null)
    );
  }
  return readConnected(piece, from, to, carry, context);
}

/** A reading of the whole stretch, as a name of its own or behind the prefix that is carried to it. */
function readWith(text: string, carry: string, context: NameContext): NameReading | null {
  const reading = readName(text, context);
  if (reading || carry === '') return reading;
  const behind = readName(`${carry}${text}`, context);
  return behind && behind.base === text
    ? { ...behind, prefix: '', independent: behind.independent || takesNoPrefix(text) }
    : null;
}

function readSimple(piece: Piece, from: number, to: number, context: NameContext): readonly Part[] | null {
  const text = piece.text.slice(from, to);
  if (isNobody(text, context)) return [{ type: 'nobody', span: spanOf(piece, from, to), gapBefore: false }];
  if (/^(?:其他|其余)/u.test(text) && endsOpen(text)) {
    return [{ type: 'open', span: spanOf(piece, from, to), gapBefore: false }];
  }
  return null;
}

/** Whether a stretch names nobody, with or without 县, 县级 or 县直 before it. */
function isNobody(text: string, context: NameContext): boolean {
  const { nobody } = context.lexicon;
  if (nobody.size === 0 || text.length > 24) return false;
  if (nobody.has(text)) return true;
  return prefixEnds(text, 0, context).some(({ end }) => {
    const rest = text.slice(end);
    return (
      nobody.has(rest) || ((rest.startsWith('直') || rest.startsWith('级')) && nobody.has(rest.slice(1)))
    );
  });
}

function endsOpen(text: string): boolean {
  return text === '' || OPEN_ENDS.some((end) => text.endsWith(end));
}

/** 县住建局等部门, 县市监局等其他负有…职责的部门. */
function readOpen(
  piece: Piece,
  from: number,
  to: number,
  carry: string,
  context: NameContext,
): readonly Part[] | null {
  const text = piece.text.slice(from, to);
  const at = text.lastIndexOf('等', text.length - 1);
  if (at < 2 || text.length - at > LONGEST_STRETCH) return null;
  if (!endsOpen(text.slice(at + 1))) return null;
  const names = readStretch(piece, from, from + at, carry, context);
  if (!names || names.some((part) => part.type === 'not')) return null;
  return [...names, { type: 'open', span: spanOf(piece, from + at, to), gapBefore: false }];
}

/** Names joined by 和, 及, 与, 以及; a connective inside a name (住房和城乡建设局) joins nothing. */
function readConnected(
  piece: Piece,
  from: number,
  to: number,
  carry: string,
  context: NameContext,
): readonly Part[] | null {
  const text = piece.text.slice(from, to);
  for (const connective of CONNECTIVES) {
    for (let at = text.indexOf(connective, 2); at > 0; at = text.indexOf(connective, at + 1)) {
      const left = readStretch(piece, from, from + at, carry, context);
      if (!left || left.some((part) => part.type === 'not')) continue;
      const own = left.findLast((part) => part.type === 'name');
      const nextCarry = own?.type === 'name' && own.reading.prefix !== '' ? own.reading.prefix : carry;
      const right = readStretch(piece, from + at + connective.length, to, nextCarry, context);
      if (right?.every((part) => part.type !== 'not')) return [...left, ...right];
    }
  }
  return null;
}

/**
 * Names that only white space parts. Of all ways to cut the stretch at its white space the one that leaves the
 * fewest characters unread is taken, and of these the one with the fewest names, so that a name that was wrapped
 * over two lines stays one.
 */
function readTokens(
  piece: Piece,
  from: number,
  to: number,
  gaps: readonly number[],
  carry: string,
  context: NameContext,
): readonly Part[] {
  if (gaps.length >= MOST_TOKENS) return [notName(piece, from, to)];
  const cuts = [from, ...gaps, to];
  interface State {
    readonly cost: number;
    readonly parts: readonly Part[];
    readonly carry: string;
  }
  const best: (State | undefined)[] = [{ cost: 0, parts: [], carry }];
  for (let i = 1; i < cuts.length; i++) {
    for (let j = 0; j < i; j++) {
      const state = best[j];
      const start = cuts[j] ?? from;
      const end = cuts[i] ?? to;
      if (!state) continue;
      const reading = readWith(piece.text.slice(start, end), state.carry, context);
      const simple = reading ? null : readSimple(piece, start, end, context);
      const open = reading || simple ? null : readOpen(piece, start, end, state.carry, context);
      if (!reading && !simple && !open && j < i - 1) continue;
      const read: readonly Part[] = reading
        ? [namePart(piece, start, end, reading)]
        : (simple ?? open ?? [notName(piece, start, end)]);
      const unread = read.some((part) => part.type === 'not') ? (end - start) * 100 : 0;
      const cost = state.cost + unread + (reading?.kind === 'plausible' ? 3 : 2);
      if (best[i] && (best[i]?.cost ?? 0) <= cost) continue;
      const marked = read.map((part, at) => (at === 0 && j > 0 ? { ...part, gapBefore: true } : part));
      best[i] = { cost, parts: [...state.parts, ...marked], carry: reading?.prefix || state.carry };
    }
  }
  const parts = best[cuts.length - 1]?.parts ?? [notName(piece, from, to)];
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined[joined.length - 1];
    if (part.type === 'not' && last?.type === 'not') {
      joined[joined.length - 1] = { ...last, span: { start: last.span.start, end: part.span.end } };
    } else {
      joined.push(part);
    }
  }
  return joined;
}

function namePart(piece: Piece, from: number, to: number, reading: NameReading): Part {
  const brackets = piece.brackets.filter(
    ({ index }) => (index > from || (from === 0 && index === 0)) && index <= to,
  );
  const span = spanOf(piece, from, to);
  const last = brackets[brackets.length - 1];
  return {
    type: 'name',
    reading,
    word: piece.text.slice(from, to),
    bracket: brackets[0] === undefined ? null : brackets.map(({ text }) => text).join('，'),
    span:
      last !== undefined && last.index === to
        ? { start: span.start, end: Math.max(span.end, last.end) }
        : span,
    gapBefore: false,
  };
}

function notName(piece: Piece, from: number, to: number): Part {
  if (from === 0 && to === piece.text.length) {
    return { type: 'not', span: { start: piece.start, end: piece.end }, gapBefore: false };
  }
  return { type: 'not', span: spanOf(piece, from, to), gapBefore: false };
}

function spanOf(piece: Piece, from: number, to: number): Span {
  const start = piece.at[from] ?? piece.start;
  return { start, end: (piece.at[to - 1] ?? start) + 1 };
}
