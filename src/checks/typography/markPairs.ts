import { isWhiteAt } from '../../grammar/punctuation.ts';
import { characterSet } from '../texts/characterSets.ts';

/**
 * What is wrong with brackets or quotation marks. `unclosed`, `unopened`: the partner is missing; `reversed`: a mark points
 * the wrong way; `crossed`: two pairs overlap; `nested`: a pair stands inside one of the same marks, where other marks are
 * due; `empty`: nothing stands inside.
 */
export interface PairFault {
  readonly kind: 'unclosed' | 'unopened' | 'reversed' | 'crossed' | 'nested' | 'empty';
  /** Offsets of the mark, or from the first to the last one concerned. */
  readonly start: number;
  readonly end: number;
  /** The marks as written. */
  readonly found: string;
  /** The partner that is missing, or the marks that are due; empty where a person has to decide. */
  readonly expected: string;
  /** Marks that become others; empty where a person has to decide. */
  readonly edits: readonly { readonly at: number; readonly text: string }[];
}

/** Openers and closers; the first two are also written half-width. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['（', '）'],
  ['“', '”'],
  ['‘', '’'],
  ['《', '》'],
  ['〈', '〉'],
  ['【', '】'],
  ['〔', '〕'],
  ['「', '」'],
  ['『', '』'],
];
const QUOTES = 1;

/** What a pair inside a pair of the same marks becomes (GB/T 15834-2011, 4.8.3.3 and 4.15.3.5). */
const INNER: ReadonlyMap<number, readonly [string, string]> = new Map([
  [1, ['‘', '’']],
  [3, ['〈', '〉']],
]);

const SIDES: ReadonlyMap<string, { readonly type: number; readonly opens: boolean }> = new Map([
  ...PAIRS.flatMap(([opener, closer], type): [string, { type: number; opens: boolean }][] => [
    [opener, { type, opens: true }],
    [closer, { type, opens: false }],
  ]),
  ['(', { type: 0, opens: true }],
  [')', { type: 0, opens: false }],
]);

/** Every mark that comes in pairs, and the straight quotation mark. */
export const PAIRED = characterSet(`${PAIRS.flat().join('')}()"`);

/** By code unit: 1 and up for an opener, -1 and down for the closer of the same kind, 0 for what is no mark. */
const sideOfCode = new Int8Array(0x10000);
for (const [mark, { type, opens }] of SIDES) sideOfCode[mark.charCodeAt(0)] = opens ? type + 1 : -(type + 1);

/**
 * Whether the marks of a text are beyond doubt: each pair closed before the one around it, none inside another of its
 * kind, none empty, no straight mark. Nearly every text is; only of the others each mark is looked at.
 */
export function isSound(value: string): boolean {
  const open: number[] = [];
  let openKinds = 0;
  let isEmpty = false;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    const side = sideOfCode[code] ?? 0;
    if (side === 0) {
      if (code === STRAIGHT) return false;
      if (isEmpty && !isWhiteAt(value, i)) isEmpty = false;
    } else if (side > 0) {
      if ((openKinds & (1 << side)) !== 0) return false;
      openKinds |= 1 << side;
      open.push(side);
      isEmpty = true;
    } else {
      if (isEmpty || open.pop() !== -side) return false;
      openKinds &= ~(1 << -side);
    }
  }
  return open.length === 0;
}

const STRAIGHT = '"'.charCodeAt(0);

interface Mark {
  readonly at: number;
  readonly mark: string;
  readonly opens: boolean;
}

interface Pair {
  readonly type: number;
  readonly opener: Mark;
  readonly closer: Mark;
}

/**
 * Faults in how the brackets and quotation marks of a text are paired, from left to right. Straight quotation marks
 * open and close by turns; the closing bracket of a number (`1）`) needs no partner.
 * @param marks offsets of the characters that may be marks, ascending
 */
export function pairFaults(value: string, marks: readonly number[]): readonly PairFault[] {
  const pairs: Pair[] = [];
  const open = PAIRS.map((): Mark[] => []);
  const lonely = PAIRS.map((): Mark[] => []);
  for (const at of marks) {
    const mark = value.charAt(at);
    const straight = mark === '"';
    const type = straight ? QUOTES : SIDES.get(mark)?.type;
    if (type === undefined || isAlone(value, at)) continue;
    const own = open[type] ?? [];
    const opens = straight ? own.length === 0 : (SIDES.get(mark)?.opens ?? true);
    if (opens) own.push({ at, mark, opens });
    else {
      const opener = own.pop();
      const closer = { at, mark, opens };
      if (opener) pairs.push({ type, opener, closer });
      else lonely[type]?.push(closer);
    }
  }
  const faults: PairFault[] = [];
  for (const [type, left] of lonely.entries()) {
    const all = [...left, ...(open[type] ?? [])].sort((a, b) => a.at - b.at);
    // Not `push(...)`: there may be more faults than a call takes arguments.
    if (all.length > 0) for (const fault of partnerless(value, type, all)) faults.push(fault);
  }
  for (const pair of pairs) for (const fault of faultsInside(value, pair)) faults.push(fault);
  if (pairs.length > 1) for (const fault of overlaps(pairs)) faults.push(fault);
  return faults.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** 1） 2) 一） begin a clause; don’t is one word; 55" is a measure; ““““ is what a conversion left behind. */
function isAlone(value: string, at: number): boolean {
  const mark = value.charAt(at);
  if (isInRun(value, at)) return true;
  if (mark === '’') return /[a-zA-Z]/.test(value.charAt(at - 1)) && /[a-zA-Z]/.test(value.charAt(at + 1));
  if (mark === '"') return /[0-9]/.test(value.charAt(at - 1)) && !/["“]/.test(value.slice(0, at));
  if (mark !== '）' && mark !== ')') return false;
  return /(?:^|[\s。；：;])[0-9０-９一二三四五六七八九十a-zA-Z]{1,3}$/u.test(
    value.slice(Math.max(0, at - 4), at),
  );
}

/** One of three or more of the same mark: another fault. */
function isInRun(value: string, at: number): boolean {
  const mark = value.charAt(at);
  let start = at;
  while (at - start < 2 && value.charAt(start - 1) === mark) start--;
  return value.startsWith(mark.repeat(3), start);
}

/** Marks without a partner: two of them, one after the other, are a pair of which one or both point the wrong way. */
function partnerless(value: string, type: number, marks: readonly Mark[]): readonly PairFault[] {
  const [opener = '', closer = ''] = PAIRS[type] ?? [];
  const faults: PairFault[] = [];
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i];
    const next = marks[i + 1];
    if (!mark) continue;
    if (next && !(mark.opens && !next.opens) && encloseWords(value, mark.at, next.at)) {
      const edits = [
        ...(mark.opens ? [] : [{ at: mark.at, text: opener }]),
        ...(next.opens ? [{ at: next.at, text: closer }] : []),
      ];
      const first = edits[0]?.at ?? mark.at;
      const last = edits[edits.length - 1]?.at ?? next.at;
      faults.push({
        kind: 'reversed',
        start: first,
        end: last + 1,
        found: mark.mark + next.mark,
        expected: opener + closer,
        edits,
      });
      i++;
      continue;
    }
    faults.push({
      kind: mark.opens ? 'unclosed' : 'unopened',
      start: mark.at,
      end: mark.at + 1,
      found: mark.mark,
      expected: mark.opens ? closer : opener,
      edits: [],
    });
  }
  return faults;
}

/** So far apart at most are two marks that belong together. */
const WIDEST = 60;

function encloseWords(value: string, start: number, end: number): boolean {
  if (end - start > WIDEST) return false;
  const between = value.slice(start + 1, end);
  return !/[；。\n]/.test(between) && /[^\p{P}\s]/u.test(between);
}

function faultsInside(value: string, { opener, closer }: Pair): readonly PairFault[] {
  const span = { start: opener.at, end: closer.at + 1 };
  const found = opener.mark + closer.mark;
  if (value.slice(opener.at + 1, closer.at).trim() === '')
    return [{ ...span, kind: 'empty', found, expected: '', edits: [] }];
  return [];
}

/** Pairs that begin inside another one and end outside, and pairs inside one of the same marks. */
function overlaps(pairs: readonly Pair[]): readonly PairFault[] {
  const faults: PairFault[] = [];
  const around: Pair[] = [];
  for (const pair of [...pairs].sort((a, b) => a.opener.at - b.opener.at)) {
    for (let last = around[around.length - 1]; last; last = around[around.length - 1]) {
      if (last.closer.at > pair.opener.at) break;
      around.pop();
    }
    const { opener, closer, type } = pair;
    const span = { start: opener.at, end: closer.at + 1 };
    const crossed = around.find((outer) => outer.closer.at < closer.at);
    const inner = INNER.get(type);
    if (crossed)
      faults.push({
        ...span,
        kind: 'crossed',
        start: crossed.opener.at,
        found: crossed.opener.mark + opener.mark + crossed.closer.mark + closer.mark,
        expected: crossed.opener.mark + opener.mark + closer.mark + crossed.closer.mark,
        edits: [],
      });
    else if (inner && around.filter((outer) => outer.type === type).length % 2 === 1)
      faults.push({
        ...span,
        kind: 'nested',
        found: opener.mark + closer.mark,
        expected: inner.join(''),
        edits: [
          { at: opener.at, text: inner[0] },
          { at: closer.at, text: inner[1] },
        ],
      });
    around.push(pair);
    around.sort((a, b) => b.closer.at - a.closer.at);
  }
  return faults;
}
