import { isHanAt } from './punctuation.ts';

const WHITE = /\s+/g;
const HAS_WHITE = /\s/;
const AS_IT_IS = (index: number) => index;

/** A value without white space, and where in the value each of its characters stands; lighter than `squeeze`. */
export function withoutSpace(value: string): {
  readonly text: string;
  readonly offsetOf: (index: number) => number;
} {
  const first = value.search(HAS_WHITE);
  if (first < 0) return { text: value, offsetOf: AS_IT_IS };
  const gaps: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  WHITE.lastIndex = first;
  for (let space = WHITE.exec(value); space; space = WHITE.exec(value)) {
    gaps.push(space.index - shift);
    shift += space[0].length;
    shifts.push(shift);
  }
  return {
    text: value.replace(WHITE, ''),
    offsetOf: (index) => {
      let low = 0;
      let high = gaps.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((gaps[middle] ?? 0) <= index) low = middle + 1;
        else high = middle;
      }
      return index + (shifts[low - 1] ?? 0);
    },
  };
}

/** Names by their first two characters, longest first. */
export function namesByLead(names: readonly string[]): ReadonlyMap<number, readonly string[]> {
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

/** Two characters of a text as one number, small enough to be no object. */
export function leadAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

/** Names by their last two characters, longest first. */
export function namesByEnd(names: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const name of new Set(names)) {
    if (name.length < 2) continue;
    const end = leadAt(name, name.length - 2);
    groups.set(
      end,
      [...(groups.get(end) ?? []), name].sort((a, b) => b.length - a.length),
    );
  }
  return groups;
}

/** Words by the code of their last character, in the order given. */
export function groupByLast(words: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const word of words) {
    const last = word.charCodeAt(word.length - 1);
    const group = groups.get(last);
    if (group) group.push(word);
    else groups.set(last, [word]);
  }
  return groups;
}

/** Kinds of `anchorsOf`: a prefix, or a name, ends with the character. */
export const ENDS_PREFIX = 1;
export const ENDS_NAME = 2;

/** By code unit, whether a prefix or a name ends with it: told for each character of a text without a look into a map. */
export function anchorsOf(prefixes: readonly string[], names: readonly string[]): Uint8Array {
  const anchors = new Uint8Array(0x10000);
  const add = (words: readonly string[], kind: number) => {
    for (const word of words) {
      if (!isHanAt(word, word.length - 1)) continue;
      const code = word.charCodeAt(word.length - 1);
      anchors[code] = (anchors[code] ?? 0) | kind;
    }
  };
  add(prefixes, ENDS_PREFIX);
  add(names, ENDS_NAME);
  return anchors;
}
