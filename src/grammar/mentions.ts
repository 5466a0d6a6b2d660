import type { DepartmentVocabulary } from '../model/format.ts';
import { canonicalName, countyUnit } from './canonicalNames.ts';
import { branchOf, isPartyPrefix, nameContext, readName } from './departmentNames.ts';
import type { DepartmentName } from './departments.ts';
import { GOVERNMENT_TOO, lexiconOf } from './lexicon.ts';
import { type MentionRole, mayPrecedeName, roleOf } from './mentionRoles.ts';
import { enclosureEnd, isHan } from './punctuation.ts';
import { BARE_GOVERNMENT, BRANCH_SUFFIXES, COMPOUND_TAILS, CONNECTIVES, STRONG_SUFFIXES } from './words.ts';

/** A department as a sentence names it. */
export interface Mention extends DepartmentName {
  /** The name behind its prefix, as written. */
  readonly base: string;
  readonly role: MentionRole;
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

const IN_PREFIX = 1;
const IN_NAME = 2;
const WHITE = /\s+/g;
const NO_PARTS: readonly string[] = [];
const BRANCH_CHARACTERS = /[分支营管]/;
/** How far behind a body's name the ending of its branch may stand: 生态环境局昭苏县分局. */
const LONGEST_BRANCH = 12;

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
  const byLead = namesByLead([...lexicon.full.keys(), ...bases]);
  const partsByFirst = byFirstCode([...lexicon.prefixes, ...countyNames, ...context.places]);
  const flags = startFlags(partsByFirst.keys(), byLead.keys());
  const canonicals = new Map<string, string>();

  return (value) => {
    const { text, offsetOf } = withoutSpace(value);
    const mentions: Mention[] = [];
    for (let i = 0; i < text.length; i++) {
      if (flagAt(text, i) === 0) continue;
      const names = listAt(text, i);
      const last = names[names.length - 1];
      if (!last) continue;
      const role = roleOf(text, i, last.end);
      let carry = '';
      for (const found of names) {
        const carried = found.prefix === '' && carry !== '' && !isIndependent(found.base);
        const prefix = carried ? carry : found.prefix;
        if (found.prefix !== '') carry = found.prefix;
        mentions.push({
          name: `${prefix}${found.base}`,
          canonical: canonicalOf(prefix, found.base),
          base: found.base,
          prefix,
          carried,
          bracket: null,
          role,
          start: offsetOf(found.start),
          end: offsetOf(found.end - 1) + 1,
        });
      }
      i = last.end - 1;
    }
    return mentions;
  };

  function flagAt(text: string, at: number): number {
    return flags[text.charCodeAt(at)] ?? 0;
  }

  /** The names joined by 、 and the like that begin at an offset; none when no name begins there. */
  function listAt(text: string, at: number): readonly Found[] {
    const first = nameAt(text, at, false);
    if (!first) return [];
    const names = [first];
    for (let last = first; ; ) {
      const next = joinEnd(text, skipBracket(text, last.end));
      const found = next < 0 ? null : nameAt(text, next, true);
      if (!found) return names;
      names.push(found);
      last = found;
    }
  }

  function nameAt(text: string, at: number, inList: boolean): Found | null {
    const flag = flagAt(text, at);
    const found =
      ((flag & IN_PREFIX) === 0 ? null : behindPrefix(text, at, inList)) ??
      ((flag & IN_NAME) === 0 ? null : withoutPrefix(text, at, inList));
    return found && !isCompound(text, found) ? found : null;
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
    for (const part of partsByFirst.get(text.charCodeAt(from)) ?? NO_PARTS) {
      if (!text.startsWith(part, from)) continue;
      const end = from + part.length;
      const found = nameBehind(text, at, end, inList);
      if (found && (!best || found.end > best.end)) best = found;
      if (level < 2) best = longestBehind(text, at, end, level + 1, inList, best);
    }
    return best;
  }

  function nameBehind(text: string, at: number, end: number, inList: boolean): Found | null {
    const known = knownAt(text, end);
    if (known === null || BARE_GOVERNMENT.has(known)) return null;
    const prefix = text.slice(at, end);
    if (GOVERNMENT_TOO.has(known) && !isPartyPrefix(prefix)) return null;
    // 城市 and 社区 hold a unit that begins no prefix.
    if (end === at + 1 && prefix !== '县' && !inList && !mayPrecedeName(text, at)) return null;
    const nameEnd = branchEnd(text, end, known);
    return { prefix, base: text.slice(end, nameEnd), start: at, end: nameEnd };
  }

  function withoutPrefix(text: string, at: number, inList: boolean): Found | null {
    if (!inList && !mayPrecedeName(text, at)) return null;
    const known = knownAt(text, at);
    if (known === null || BARE_GOVERNMENT.has(known) || GOVERNMENT_TOO.has(known)) return null;
    if (!inList && !standsAlone(known) && !bases.has(known)) return null;
    const end = branchEnd(text, at, known);
    return { prefix: '', base: text.slice(at, end), start: at, end };
  }

  function knownAt(text: string, at: number): string | null {
    for (const name of byLead.get(leadAt(text, at)) ?? NO_PARTS) if (text.startsWith(name, at)) return name;
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
    return readName(base, context)?.independent === true;
  }

  function canonicalOf(prefix: string, base: string): string {
    const word = `${prefix}|${base}`;
    const before = canonicals.get(word);
    if (before !== undefined) return before;
    const reading = readName(`${prefix}${base}`, context);
    const made = canonicalName(
      reading?.base === base ? reading : { prefix, base, kind: 'plausible', independent: false },
      prefix,
      ownUnit,
      context,
    );
    canonicals.set(word, made);
    return made;
  }
}

/** Whether a known name without prefix is a department's wherever it stands: 教育局, 卫健委; 工会 and 法院 may be anybody's. */
function standsAlone(name: string): boolean {
  return name.endsWith('局') || (name.endsWith('委') && name.length > 2);
}

const AS_IT_IS = (index: number) => index;

/** A value without white space, and where in the value each of its characters stands; lighter than `squeeze`. */
function withoutSpace(value: string): { readonly text: string; readonly offsetOf: (index: number) => number } {
  const gaps: { readonly before: number; readonly shift: number }[] = [];
  let shift = 0;
  for (const space of value.matchAll(WHITE)) {
    const before = space.index - shift;
    shift += space[0].length;
    gaps.push({ before, shift });
  }
  if (gaps.length === 0) return { text: value, offsetOf: AS_IT_IS };
  return {
    text: value.replace(WHITE, ''),
    offsetOf: (index) => index + (gaps.findLast((gap) => gap.before <= index)?.shift ?? 0),
  };
}

/** Names by their first two characters, longest first. */
function namesByLead(names: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const name of new Set(names)) {
    if (name.length < 2) continue;
    const lead = leadAt(name, 0);
    const group = groups.get(lead);
    if (group) group.push(name);
    else groups.set(lead, [name]);
  }
  for (const group of groups.values()) group.sort((a, b) => b.length - a.length);
  return groups;
}

/** Two characters of a text as one number. */
function leadAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

function byFirstCode(words: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const word of new Set(words)) {
    const group = groups.get(word.charCodeAt(0));
    if (group) group.push(word);
    else if (word !== '') groups.set(word.charCodeAt(0), [word]);
  }
  return groups;
}

function startFlags(prefixStarts: Iterable<number>, nameLeads: Iterable<number>): Uint8Array {
  const flags = new Uint8Array(0x10000);
  for (const code of prefixStarts) flags[code] = (flags[code] ?? 0) | IN_PREFIX;
  for (const lead of nameLeads) {
    const code = Math.floor(lead / 0x10000);
    flags[code] = (flags[code] ?? 0) | IN_NAME;
  }
  return flags;
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
