import type { DepartmentVocabulary } from '../model/format.ts';
import { canonicalName, countyUnit } from './canonicalNames.ts';
import {
  branchOf,
  hasDutyWords,
  isNational,
  isPartyPrefix,
  nameContext,
  readName,
  takesNoPrefix,
} from './departmentNames.ts';
import type { DepartmentName } from './departments.ts';
import { GOVERNMENT_TOO, groupByFirst, lexiconOf } from './lexicon.ts';
import { type MentionRole, mayPrecedeName, roleOf } from './mentionRoles.ts';
import {
  anchorsOf,
  ENDS_NAME,
  ENDS_PREFIX,
  groupByLast,
  leadAt,
  namesByEnd,
  namesByLead,
  withoutSpace,
} from './nameTables.ts';
import { enclosureEnd, isHan } from './punctuation.ts';
import {
  BARE_GOVERNMENT,
  BRANCH_SUFFIXES,
  COMPOUND_TAILS,
  CONNECTIVES,
  NATIONAL_BODY,
  NOT_IN_PLACES,
  STRONG_SUFFIXES,
} from './words.ts';

/** A department as a sentence names it. */
export interface Mention extends DepartmentName {
  /** The name behind its prefix, as written. */
  readonly base: string;
  readonly role: MentionRole;
  /** No other name stands before it in its list of names joined by 、. */
  readonly isFirst: boolean;
}

/** Finds every department that a stretch of text names. Offsets count in the value. */
export type MentionReader = (value: string) => readonly Mention[];

/** A name in words without white space. */
interface Found {
  readonly prefix: string;
  readonly base: string;
  readonly start: number;
  readonly end: number;
}

type Named = Pick<Mention, 'name' | 'canonical'>;

const NO_PARTS: readonly string[] = [];
const BRANCH_CHARACTERS = /[分支营管]/;
/** How far behind a body's name the ending of its branch may stand: 生态环境局昭苏县分局. */
const LONGEST_BRANCH = 12;
/** So far before a prefix the name of a national body may begin. */
const LONGEST_NATIONAL = 24;

/**
 * A reader of department names in running text: names of the vocabulary and of `bases` (names without prefix that the
 * document's own department cells hold), behind a prefix of the county or of a place above it; behind 、 also by
 * the prefix before. Without any prefix a name counts only where a word may begin, and only one that ends in 局 or
 * that `bases` holds. 县人民政府 is no department, 县人大代表 no 县人大.
 */
export function mentionReader(
  vocabulary: DepartmentVocabulary,
  countyNames: readonly string[],
  bases: ReadonlySet<string>,
): MentionReader {
  const context = nameContext(lexiconOf(vocabulary), countyNames);
  const { lexicon } = context;
  const ownUnit = countyUnit(context);
  const names = [...lexicon.full.keys(), ...bases];
  const byLead = namesByLead(names);
  const bareNames = names.filter((name) => standsAlone(name) || bases.has(name));
  const byEnd = namesByEnd(bareNames);
  const parts = [...lexicon.prefixes, ...countyNames, ...context.places].sort((a, b) => b.length - a.length);
  const partsByFirst = groupByFirst([...new Set(parts)].filter((part) => part !== ''));
  const partsByLast = groupByLast(parts);
  const anchors = anchorsOf(lexicon.prefixes, bareNames);
  const namedByBase = new Map<string, Map<string, Named>>();

  return (value) => {
    const { text, offsetOf } = withoutSpace(value);
    const mentions: Mention[] = [];
    let done = 0;
    for (let at = nextAnchor(text, 0); at >= 0; ) {
      const found = listAround(text, at, done);
      const last = found[found.length - 1];
      if (last) {
        add(mentions, text, found, offsetOf);
        done = last.end;
      }
      at = nextAnchor(text, last ? done : at + 1);
    }
    return mentions;
  };

  /** The first place from an offset on where a prefix ends with a name behind it, or a name that may stand without one; -1 for none. */
  function nextAnchor(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      const kinds = anchors[text.charCodeAt(at)] ?? 0;
      if (kinds === 0) continue;
      if ((kinds & ENDS_NAME) !== 0 && byEnd.has(leadAt(text, at - 1))) return at;
      if ((kinds & ENDS_PREFIX) !== 0 && byLead.has(leadAt(text, at + 1))) return at;
    }
    return -1;
  }

  function add(
    mentions: Mention[],
    text: string,
    found: readonly Found[],
    offsetOf: (index: number) => number,
  ): void {
    const [first] = found;
    const last = found[found.length - 1];
    if (!first || !last) return;
    const role = roleOf(text, first.start, last.end);
    let carry = '';
    for (const one of found) {
      const carried = one.prefix === '' && carry !== '' && !isIndependent(one.base);
      const prefix = carried ? carry : one.prefix;
      if (one.prefix !== '') carry = one.prefix;
      const named = namedBy(prefix, one.base);
      mentions.push({
        name: named.name,
        canonical: named.canonical,
        base: one.base,
        prefix,
        carried,
        bracket: null,
        role,
        isFirst: one === first,
        start: offsetOf(one.start),
        end: offsetOf(one.end - 1) + 1,
      });
    }
  }

  /** The names whose first one has the last character of its prefix, or of itself, at an offset; none where there is no name. */
  function listAround(text: string, at: number, from: number): readonly Found[] {
    const start =
      ((anchors[text.charCodeAt(at)] ?? 0) & ENDS_PREFIX) !== 0 ? prefixStart(text, at, from) : -1;
    const behind = start < 0 ? null : behindPrefix(text, start, false);
    if (behind && !isCompound(text, behind)) {
      const whole = withNationalBody(text, behind, from);
      return whole ? listFrom(text, whole) : [];
    }
    const bare = bareStart(text, at, from);
    const alone = bare < 0 ? null : withoutPrefix(text, bare, false);
    return alone && alone.end > at && !isCompound(text, alone) ? listFrom(text, alone) : [];
  }

  /** A name with the national body directly before it (国家税务总局昭苏县税务局), or as it is; null when the whole is no name. */
  function withNationalBody(text: string, found: Found, from: number): Found | null {
    const before = text.slice(Math.max(from, found.start - LONGEST_NATIONAL), found.start);
    const met = NATIONAL_BODY.exec(before);
    const place = met?.[1] ?? '';
    if (!met || hasDutyWords(place) || [...place].some((character) => NOT_IN_PLACES.has(character)))
      return found;
    const start = found.start - met[0].length;
    const base = text.slice(start, found.end);
    return isNational(base) && readName(base, context) ? { ...found, prefix: '', base, start } : null;
  }

  /** Where the prefix begins whose last character stands at an offset; -1 when no name stands behind it. */
  function prefixStart(text: string, at: number, from: number): number {
    if (knownAt(text, at + 1) === null) return -1;
    let start = at + 1;
    for (let level = 0; level < 3; level++) {
      const length = partBefore(text, start, from);
      if (length === 0) break;
      start -= length;
    }
    return start > at ? -1 : start;
  }

  /** How long the longest part of a prefix is that ends at an offset; 0 for none. */
  function partBefore(text: string, end: number, from: number): number {
    const candidates = partsByLast.get(text.charCodeAt(end - 1)) ?? NO_PARTS;
    for (let i = 0; i < candidates.length; i++) {
      const part = candidates[i] ?? '';
      if (part.length <= end - from && text.endsWith(part, end)) return part.length;
    }
    return 0;
  }

  /** Where a name without prefix begins that ends at an offset; -1 for none. */
  function bareStart(text: string, at: number, from: number): number {
    const candidates = byEnd.get(leadAt(text, at - 1)) ?? NO_PARTS;
    for (let i = 0; i < candidates.length; i++) {
      const name = candidates[i] ?? '';
      const start = at + 1 - name.length;
      if (start >= from && text.startsWith(name, start)) return start;
    }
    return -1;
  }

  /** A name and those joined to it by 、 and the like. */
  function listFrom(text: string, first: Found): readonly Found[] {
    const found = [first];
    for (let last = first; ; ) {
      const next = joinEnd(text, skipBracket(text, last.end));
      const one = next < 0 ? null : (behindPrefix(text, next, true) ?? withoutPrefix(text, next, true));
      if (!one || isCompound(text, one)) return found;
      found.push(one);
      last = one;
    }
  }

  function behindPrefix(text: string, at: number, inList: boolean): Found | null {
    return longestBehind(text, at, at, 0, inList, null);
  }

  /** The longest name behind any prefix that begins at `at`, one part of the prefix (a place, a unit) after the other. */
  function longestBehind(
    text: string,
    at: number,
    from: number,
    level: number,
    inList: boolean,
    before: Found | null,
  ): Found | null {
    let best = before;
    const candidates = partsByFirst.get(text.charCodeAt(from)) ?? NO_PARTS;
    for (let i = 0; i < candidates.length; i++) {
      const part = candidates[i] ?? '';
      if (!text.startsWith(part, from)) continue;
      const end = from + part.length;
      // Nearly every prefix is one word of the vocabulary, which is quicker to look up than a slice.
      const found = nameBehind(text, at, end, from === at ? part : text.slice(at, end), inList);
      if (found && (!best || found.end > best.end)) best = found;
      if (level < 2) best = longestBehind(text, at, end, level + 1, inList, best);
    }
    return best;
  }

  function nameBehind(text: string, at: number, end: number, prefix: string, inList: boolean): Found | null {
    const known = knownAt(text, end);
    if (known === null || BARE_GOVERNMENT.has(known)) return null;
    if (GOVERNMENT_TOO.has(known) && !isPartyPrefix(prefix)) return null;
    // 城市 and 社区 hold a unit that begins no prefix.
    if (end === at + 1 && prefix !== '县' && !inList && !mayPrecedeName(text, at)) return null;
    const nameEnd = branchEnd(text, end, known);
    return { prefix, base: wordAt(text, end, nameEnd, known), start: at, end: nameEnd };
  }

  function withoutPrefix(text: string, at: number, inList: boolean): Found | null {
    if (!inList && !mayPrecedeName(text, at)) return null;
    const known = knownAt(text, at);
    if (known === null || BARE_GOVERNMENT.has(known) || GOVERNMENT_TOO.has(known)) return null;
    if (!inList && !standsAlone(known) && !bases.has(known)) return null;
    const end = branchEnd(text, at, known);
    return { prefix: '', base: wordAt(text, at, end, known), start: at, end };
  }

  function wordAt(text: string, start: number, end: number, known: string): string {
    return end === start + known.length ? known : text.slice(start, end);
  }

  function knownAt(text: string, at: number): string | null {
    const candidates = byLead.get(leadAt(text, at)) ?? NO_PARTS;
    for (let i = 0; i < candidates.length; i++) {
      const name = candidates[i] ?? '';
      if (text.startsWith(name, at)) return name;
    }
    return null;
  }

  function branchEnd(text: string, at: number, known: string): number {
    const end = at + known.length;
    const behind = text.slice(end, end + LONGEST_BRANCH);
    if (!BRANCH_CHARACTERS.test(behind)) return end;
    for (const suffix of BRANCH_SUFFIXES) {
      const found = behind.indexOf(suffix);
      if (found < 0) continue;
      const whole = end + found + suffix.length;
      if (branchOf(text.slice(at, whole), context)) return whole;
    }
    return end;
  }

  /** Whether a name brings its own place, so that no prefix is carried to it: 团县委, 国家开发银行昭苏县支行. */
  function isIndependent(base: string): boolean {
    return takesNoPrefix(base) || readName(base, context)?.independent === true;
  }

  /** A name as a whole and in the form for comparing. */
  function namedBy(prefix: string, base: string): Named {
    let byPrefix = namedByBase.get(base);
    if (!byPrefix) {
      byPrefix = new Map();
      namedByBase.set(base, byPrefix);
    }
    let named = byPrefix.get(prefix);
    if (!named) {
      named = { name: `${prefix}${base}`, canonical: canonicalOf(prefix, base) };
      byPrefix.set(prefix, named);
    }
    return named;
  }

  function canonicalOf(prefix: string, base: string): string {
    const reading = readName(`${prefix}${base}`, context);
    return canonicalName(
      reading?.base === base ? reading : { prefix, base, kind: 'plausible', independent: false },
      prefix,
      ownUnit,
      context,
    );
  }
}

/** Whether a known name without prefix is a department's wherever it stands: 教育局, 卫健委; 工会 and 法院 may be anybody's. */
function standsAlone(name: string): boolean {
  return name.endsWith('局') || (name.endsWith('委') && name.length > 2);
}

/** 县人大代表 is no 县人大, 县公安局长 no 县公安局. */
function isCompound(text: string, { base, end }: Found): boolean {
  if (text.startsWith('长', end)) return !text.startsWith('长期', end);
  if (STRONG_SUFFIXES.some((suffix) => base.endsWith(suffix))) return false;
  return COMPOUND_TAILS.some((tail) => text.startsWith(tail, end));
}

function joinEnd(text: string, at: number): number {
  if (text.charAt(at) === '、') return at + 1;
  for (const word of CONNECTIVES) if (text.startsWith(word, at)) return at + word.length;
  return -1;
}

function skipBracket(text: string, at: number): number {
  const character = text.charAt(at);
  if (isHan(character) || (character !== '（' && character !== '(')) return at;
  const end = enclosureEnd(text, at);
  return end < 0 || end - at > 24 ? at : end + 1;
}
