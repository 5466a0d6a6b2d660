/**
 * Half-open ranges in the text of a row (number and category already taken off), in which a line break is
 * `\n`, a blank line `\n\n` and a page break `\f`. A cell that page breaks cut has several ranges.
 */
export type Range = readonly [start: number, end: number];

/** Offsets at which a word begins: after white space. */
export function wordStarts(value: string): readonly number[] {
  const starts: number[] = [];
  for (let i = 0; i < value.length; i++) {
    if (value.charAt(i).trim() !== '' && (i === 0 || value.charAt(i - 1).trim() === '')) starts.push(i);
  }
  return starts;
}

/** Offsets at which a word ends: before white space. */
export function wordEnds(value: string): readonly number[] {
  const ends: number[] = [];
  for (let i = 1; i <= value.length; i++) {
    if (value.charAt(i - 1).trim() !== '' && (i === value.length || value.charAt(i).trim() === ''))
      ends.push(i);
  }
  return ends;
}

/** Whether a word stands at an offset, white space inside it passed over. */
export function startsWithWord(value: string, start: number, word: string): boolean {
  let at = start;
  for (const character of word) {
    while (at < value.length && value.charAt(at).trim() === '') at++;
    if (value.charAt(at) !== character) return false;
    at++;
  }
  return true;
}
