/**
 * A set of characters that a rule looks for: one bit. One pass over all texts tells of each which sets it holds a character
 * of, so that a rule reads only the few texts that concern it. Regular expressions of large classes cost more than all of that.
 */
export type CharacterSet = number;

const MOST_SETS = 31;
/** For each UTF-16 code unit the sets that it belongs to. */
const setsOfCode = new Uint32Array(0x10000);
let known = 0;

/** A set of single characters, and of ranges given as pairs of code units, the last one included. */
export function characterSet(
  characters: string,
  ranges: readonly (readonly [number, number])[] = [],
): CharacterSet {
  if (known === MOST_SETS) throw new Error(`there are ${MOST_SETS} sets of characters already`);
  const set = 1 << known++;
  for (let i = 0; i < characters.length; i++) addCode(characters.charCodeAt(i), set);
  for (const [first, last] of ranges) for (let code = first; code <= last; code++) addCode(code, set);
  return set;
}

function addCode(code: number, set: CharacterSet): void {
  setsOfCode[code] = (setsOfCode[code] ?? 0) | set;
}

/** The sets that a stretch of a text holds a character of, joined by |. */
export function setsIn(text: string, start: number, end: number): CharacterSet {
  let found = 0;
  for (let i = start; i < end; i++) found |= setsOfCode[text.charCodeAt(i)] ?? 0;
  return found;
}
