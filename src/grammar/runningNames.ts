import { canonicalName } from './canonicalNames.ts';
import {
  branchOf,
  isNational,
  knownAt,
  type NameContext,
  type NameReading,
  readName,
} from './departmentNames.ts';
import { prefixEnds } from './prefixEnds.ts';
import { isHan, isHanAt } from './punctuation.ts';
import { BARE_GOVERNMENT, BRANCH_SUFFIXES, COMPOUND_TAILS, STRONG_SUFFIXES } from './words.ts';

/** A department name met in running text without white space. */
export interface RunningName {
  readonly reading: NameReading;
  /** As written, prefix included where one is written. */
  readonly word: string;
  /** Offsets in the text; half-open. */
  readonly start: number;
  readonly end: number;
}

const ENDINGS: readonly string[] = [...STRONG_SUFFIXES, '中心', '大队', '支队', '馆', '台', '站', '办'];
const ENDING_CHARACTERS: ReadonlySet<string> = new Set(
  ENDINGS.map((ending) => ending.charAt(ending.length - 1)),
);
const LONGEST_UNKNOWN = 16;

/**
 * The department name that begins at an offset of running text, or null. Known names are taken as long as they go;
 * an unknown one must have a prefix and a clear ending. Without a prefix a name counts only when it ends in 局 or
 * is one of `listedBases`, since 工会 or 法院 in a sentence may be anybody's. 县人民政府 is no department.
 */
export function runningNameAt(
  text: string,
  at: number,
  context: NameContext,
  listedBases: ReadonlySet<string>,
): RunningName | null {
  if (!isHanAt(text, at)) return null;
  const best =
    longestName(text, at, context, listedBases, false) ?? longestName(text, at, context, listedBases, true);
  if (!best || BARE_GOVERNMENT.has(best.reading.base)) return null;
  return isCompound(text, best) ? null : best;
}

/** The longest reading without unknown places in the prefix, or with them. */
function longestName(
  text: string,
  at: number,
  context: NameContext,
  listedBases: ReadonlySet<string>,
  places: boolean,
): RunningName | null {
  let best: RunningName | null = null;
  for (const { end, foreign } of prefixEnds(text, at, context, places)) {
    if (foreign !== places) continue;
    // Where the county is known, the 参加 of `参加县水利局` is no place.
    if (places && context.countyNames.length > 0 && '县旗'.includes(text.charAt(end - 1))) continue;
    const found =
      end === at ? withoutPrefix(text, at, context, listedBases) : behindPrefix(text, at, end, context);
    if (found && (!best || found.end > best.end)) best = found;
  }
  return best;
}

function withoutPrefix(
  text: string,
  at: number,
  context: NameContext,
  listedBases: ReadonlySet<string>,
): RunningName | null {
  const known = knownAt(text, at, context.lexicon);
  if (known === null) return null;
  const end = branchEnd(text, at, at + known.length, context);
  const word = text.slice(at, end);
  if (end === at + known.length && !known.endsWith('局') && !listedBases.has(known) && !isNational(known))
    return null;
  const reading = readName(word, context);
  return reading ? { reading, word, start: at, end } : null;
}

function behindPrefix(text: string, at: number, base: number, context: NameContext): RunningName | null {
  const known = knownAt(text, base, context.lexicon);
  const end =
    known === null
      ? unknownEnd(text, at, base, context)
      : branchEnd(text, base, base + known.length, context);
  if (end === null) return null;
  const word = text.slice(at, end);
  const reading = readName(word, context);
  return reading ? { reading, word, start: at, end } : null;
}

const LONGEST_BRANCH = 13;
/** One of these stands in every ending of a branch. */
const BRANCH_MARKS: readonly string[] = ['分', '支', '营业', '管理部'];

/** Where a branch of a known body ends (生态环境局昭苏县分局), else where the body itself does. */
function branchEnd(text: string, base: number, end: number, context: NameContext): number {
  const behind = text.slice(end, end + LONGEST_BRANCH);
  if (!BRANCH_MARKS.some((mark) => behind.includes(mark))) return end;
  for (let length = 0; length < LONGEST_BRANCH - 2; length++) {
    const suffix = BRANCH_SUFFIXES.find((candidate) => text.startsWith(candidate, end + length));
    if (suffix !== undefined) {
      const whole = end + length + suffix.length;
      return branchOf(text.slice(base, whole), context) ? whole : end;
    }
    if (!isHanAt(text, end + length)) return end;
  }
  return end;
}

function unknownEnd(text: string, at: number, base: number, context: NameContext): number | null {
  for (let end = base + 2; end <= Math.min(text.length, base + LONGEST_UNKNOWN); end++) {
    const last = text.charAt(end - 1);
    if (!isHan(last)) return null;
    if (!ENDING_CHARACTERS.has(last)) continue;
    const ending = ENDINGS.find((candidate) => text.startsWith(candidate, end - candidate.length));
    if (ending === undefined || end - ending.length < base + 1) continue;
    const reading = readName(text.slice(at, end), context);
    if (reading && reading.prefix.length === base - at) return end;
  }
  return null;
}

/** 县人大代表 is no 县人大, 县公安局长 no 县公安局. */
function isCompound(text: string, { reading, end }: RunningName): boolean {
  if (text.startsWith('长', end)) return !text.startsWith('长期', end);
  if (STRONG_SUFFIXES.some((suffix) => reading.base.endsWith(suffix))) return false;
  return COMPOUND_TAILS.some((tail) => text.startsWith(tail, end));
}

/** The form of a running name for comparing, a carried prefix taken into account. */
export function canonicalOf(
  found: RunningName,
  carry: string,
  ownUnit: string,
  context: NameContext,
): string {
  const { reading } = found;
  const prefix = reading.prefix === '' && !reading.independent ? carry : reading.prefix;
  return canonicalName(reading, prefix, ownUnit, context);
}
