/** Whether a character is white space in the Unicode sense: U+3000 and U+00A0 as well. Empty: false. */
export function isWhiteSpace(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code > 0x20 && code < 0xa0) return false;
  return code <= 0x20 || code === 0x3000 || code === 0xa0 || (code < 0x3400 && character.trim() === '');
}

/** Whether a character is a Chinese one (CJK unified ideographs, extension A, 〇), as names are written in. */
export function isHan(character: string): boolean {
  const code = character.charCodeAt(0);
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

/** `isWhiteSpace` of the character at an offset; false outside the text. Makes no string of it. */
export function isWhiteAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if ((code > 0x20 && code < 0xa0) || code >= 0x3400) return false;
  return code <= 0x20 || code === 0x3000 || code === 0xa0 || (code < 0x3400 && text.charAt(at).trim() === '');
}

/** `isHan` of the character at an offset; false outside the text. Makes no string of it. */
export function isHanAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

/** Whether a character is a Latin letter or an Arabic digit, the only ones that a line break inside keeps apart. */
export function isAsciiWord(character: string): boolean {
  const code = character.charCodeAt(0);
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['）', '（'],
  [')', '（'],
  ['》', '《'],
  ['〉', '〈'],
  ['”', '“'],
  ['’', '‘'],
  ['】', '【'],
  [']', '【'],
  ['］', '【'],
  ['」', '「'],
  ['』', '『'],
  ['〕', '〔'],
]);

const OPENERS: ReadonlyMap<string, string> = new Map([
  ['（', '（'],
  ['(', '（'],
  ['《', '《'],
  ['〈', '〈'],
  ['“', '“'],
  ['‘', '‘'],
  ['【', '【'],
  ['[', '【'],
  ['［', '【'],
  ['「', '「'],
  ['『', '『'],
  ['〔', '〔'],
]);

/** How far a pair of brackets may reach. */
const LONGEST_ENCLOSURE = 1500;
const OPENING = [...OPENERS.keys()].join('');

/**
 * Where the pair of brackets, quotation marks or title marks ends that opens at an offset: the offset of its closing
 * mark. -1 when nothing opens there, -2 when it is never closed, so that one forgotten bracket does not hide the rest of a
 * cell. Full-width and half-width brackets close each other.
 */
export function enclosureEnd(value: string, at: number): number {
  const opener = value.charAt(at);
  if (opener === '' || !OPENING.includes(opener)) return -1;
  const mark = OPENERS.get(opener);
  let depth = 0;
  const last = Math.min(value.length, at + LONGEST_ENCLOSURE);
  for (let i = at; i < last; i++) {
    const code = value.charCodeAt(i);
    // Chinese characters are no marks, and most of the text.
    if (code >= 0x3400 && code < 0xff00) continue;
    const character = value.charAt(i);
    if (OPENERS.get(character) === mark) depth++;
    else if (CLOSERS.get(character) === mark && --depth === 0) return i;
  }
  return -2;
}

/** Whether a character ends a clause or sentence, or announces what follows: after it a new clause may begin. */
export function endsClause(character: string): boolean {
  return '。；;：:！!？?'.includes(character) && character !== '';
}
