/** A set of Unicode code points: ranges, both ends inside, in order, neither touching nor overlapping. */
export type CharSet = readonly (readonly [number, number])[];

const LAST = 0x10ffff;

export const EMPTY_SET: CharSet = [];
export const FULL_SET: CharSet = [[0, LAST]];
/** Halves of surrogate pairs: a decoded text never holds one by itself. */
export const SURROGATES: CharSet = [[0xd800, 0xdfff]];
/** What ends a line for `.`, `^` and `$` (ECMA-262, LineTerminator). */
export const LINE_ENDS: CharSet = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];
/** `\d`. */
export const DIGITS: CharSet = [[0x30, 0x39]];
/** `\w`. */
export const WORD: CharSet = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
/** `\s` (ECMA-262, WhiteSpace and LineTerminator); U+3000, the space of Chinese text, is one. */
export const SPACES: CharSet = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];

/** The set of one code point. */
export function single(codePoint: number): CharSet {
  return [[codePoint, codePoint]];
}

/** Everything in any of the sets. */
export function union(...sets: readonly CharSet[]): CharSet {
  const ranges = sets.flat().sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of ranges) {
    const last = merged[merged.length - 1];
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Everything but the set. */
export function complement(set: CharSet): CharSet {
  const rest: [number, number][] = [];
  let from = 0;
  for (const [start, end] of set) {
    if (start > from) rest.push([from, start - 1]);
    from = end + 1;
  }
  if (from <= LAST) rest.push([from, LAST]);
  return rest;
}

/** What is in both sets. */
export function intersection(one: CharSet, other: CharSet): CharSet {
  const shared: [number, number][] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const [a, b] = [one[i], other[j]];
    if (!a || !b) return shared;
    const from = Math.max(a[0], b[0]);
    const to = Math.min(a[1], b[1]);
    if (from <= to) shared.push([from, to]);
    if (a[1] < b[1]) i++;
    else j++;
  }
}

/** Whether the sets have anything in common. */
export function overlap(one: CharSet, other: CharSet): boolean {
  return intersection(one, other).length > 0;
}

/** The only code point of the set, or null when there are none or several. */
export function onlyMember(set: CharSet): number | null {
  const [range] = set;
  return range && set.length === 1 && range[0] === range[1] ? range[0] : null;
}

const properties = new Map<string, CharSet | null>();

/**
 * The code points of a Unicode property as `\p{…}` names it (`Script=Han`, `L`), by what the JavaScript engine
 * knows of Unicode; null when there is no such property. All of Unicode is looked at once a property.
 */
export function propertySet(name: string): CharSet | null {
  const known = properties.get(name);
  if (known !== undefined) return known;
  const set = /^[A-Za-z_]+(?:=[A-Za-z0-9_]+)?$/.test(name) ? membersOf(name) : null;
  properties.set(name, set);
  return set;
}

function membersOf(name: string): CharSet | null {
  let pattern: RegExp;
  try {
    pattern = new RegExp(`^\\p{${name}}$`, 'u');
  } catch {
    return null;
  }
  const ranges: [number, number][] = [];
  for (let codePoint = 0; codePoint <= LAST; codePoint++) {
    if (!pattern.test(String.fromCodePoint(codePoint))) continue;
    const last = ranges[ranges.length - 1];
    if (last && last[1] === codePoint - 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  return ranges;
}
