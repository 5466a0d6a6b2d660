import type { DepartmentVocabulary } from '../model/format.ts';
import { BRANCH_SUFFIXES } from './words.ts';

/** A department vocabulary made ready for reading; made once for each vocabulary object. */
export interface Lexicon {
  /** Names without prefix, by the code of their first character, longest first. */
  readonly byFirst: ReadonlyMap<number, readonly string[]>;
  /** Every known name without prefix → the full name that stands for the body. */
  readonly full: ReadonlyMap<string, string>;
  /** Names (short and full) of bodies of the party committee. */
  readonly party: ReadonlySet<string>;
  /** Longest first. */
  readonly prefixes: readonly string[];
  /** Prefixes by the code of their first character, longest first. */
  readonly prefixesByFirst: ReadonlyMap<number, readonly string[]>;
  /** Longest first. */
  readonly suffixes: readonly string[];
  /** Codes of the last characters that a name can have. */
  readonly lastCodes: ReadonlySet<number>;
  readonly nobody: ReadonlySet<string>;
}

const lexicons = new WeakMap<DepartmentVocabulary, Lexicon>();

/** The vocabulary made ready. The same object gives the same lexicon. */
export function lexiconOf(vocabulary: DepartmentVocabulary): Lexicon {
  const before = lexicons.get(vocabulary);
  if (before) return before;
  const made = makeLexicon(vocabulary);
  lexicons.set(vocabulary, made);
  return made;
}

/** Longest first; of equally long ones the order given. */
function longestFirst(words: Iterable<string>): readonly string[] {
  return [...new Set(words)].filter((word) => word !== '').sort((a, b) => b.length - a.length);
}

/** Words by the code of their first character, in the order given: looking one up makes no string of a character. */
export function groupByFirst(words: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const word of words) {
    const first = word.charCodeAt(0);
    const group = groups.get(first);
    if (group) group.push(word);
    else groups.set(first, [word]);
  }
  return groups;
}

function makeLexicon(vocabulary: DepartmentVocabulary): Lexicon {
  const prefixes = longestFirst(vocabulary.prefixes);
  const partyOrgans = vocabulary.partyOrgans ?? [];
  const registry = vocabulary.registry.map((name) => withoutPrefix(name, prefixes));
  const full = fullNames(vocabulary, registry);
  for (const name of [...vocabulary.names, ...partyOrgans, ...registry])
    if (!full.has(name)) full.set(name, name);
  const party = new Set(partyOrgans);
  // A short form of a party organ is one too, and so is the full name of a short form given as one.
  for (const [name, whole] of full) {
    if (party.has(whole)) party.add(name);
    else if (party.has(name) && whole !== name && !GOVERNMENT_TOO.has(name)) party.add(whole);
  }
  for (const [name, whole] of full) if (party.has(whole)) party.add(name);
  const names = longestFirst(full.keys());
  const suffixes = longestFirst(vocabulary.suffixes);
  const lastCodes = new Set([...names, ...suffixes].map((word) => word.charCodeAt(word.length - 1)));
  return {
    byFirst: groupByFirst(names),
    full,
    party,
    prefixes,
    prefixesByFirst: groupByFirst(prefixes),
    suffixes,
    lastCodes,
    nobody: new Set(vocabulary.nobody),
  };
}

/** 办公室 and 办 are party organs only behind 县委: the county government has an office as well. */
export const GOVERNMENT_TOO: ReadonlySet<string> = new Set(['办公室', '办']);

function withoutPrefix(name: string, prefixes: readonly string[]): string {
  for (let at = 0; at < Math.min(name.length - 1, 8); at++) {
    const prefix = prefixes.find((candidate) => name.startsWith(candidate, at));
    if (!prefix || name.length <= at + prefix.length + 1) continue;
    const rest = name.slice(at + prefix.length);
    // Behind the place in a branch's name (生态环境局昭苏县分局) stands its ending and no name.
    return BRANCH_SUFFIXES.includes(rest) ? name : rest;
  }
  return name;
}

/**
 * Every name of `shortForms` → the full name of its body. Full names that share a short form are one body
 * (文旅局 stands for 文化和旅游局 here and for 文化体育广播电视和旅游局 there); the county's registry
 * decides which of them is meant, else the one declared first.
 */
function fullNames(vocabulary: DepartmentVocabulary, registry: readonly string[]): Map<string, string> {
  const leader = new Map<string, string>();
  const leaderOf = (name: string): string => {
    let current = name;
    for (let next = leader.get(current); next !== undefined && next !== current; next = leader.get(current))
      current = next;
    return current;
  };
  const registered = new Set(registry);
  const entries = Object.entries(vocabulary.shortForms);
  for (const [whole] of entries) leader.set(whole, whole);
  for (const [whole, shorts] of entries) {
    for (const short of shorts) {
      const one = leaderOf(short);
      const other = leaderOf(whole);
      if (one === other) continue;
      if (!leader.has(short)) {
        leader.set(short, other);
        continue;
      }
      const better = registered.has(other) && !registered.has(one) ? other : one;
      leader.set(better === one ? other : one, better);
    }
  }
  const full = new Map<string, string>();
  for (const name of leader.keys()) full.set(name, leaderOf(name));
  return full;
}
