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

/** Pairs of marks; those of one line close each other. */
const PAIRS: readonly (readonly [openers: string, closers: string])[] = [
  ['（(', '）)'],
  ['《', '》'],
  ['〈', '〉'],
  ['“', '”'],
  ['‘', '’'],
  ['【[［', '】]］'],
  ['「', '」'],
  ['『', '』'],
  ['〔', '〕'],
];

/** By code unit: 1 and up for an opener, -1 and down for the closers of the same line, 0 for what is no mark of a pair. */
const sideOfCode = new Int8Array(0x10000);
for (const [line, [openers, closers]] of PAIRS.entries()) {
  for (const opener of openers) sideOfCode[opener.charCodeAt(0)] = line + 1;
  for (const closer of closers) sideOfCode[closer.charCodeAt(0)] = -(line + 1);
}

/** How far a pair of brackets may reach. */
const LONGEST_ENCLOSURE = 1500;

/**
 * Where the pair of brackets, quotation marks or title marks ends that opens at an offset: the offset of its closing
 * mark. -1 when nothing opens there, -2 when it is never closed, so that one forgotten bracket does not hide the rest of a
 * cell. Full-width and half-width brackets close each other.
 */
export function enclosureEnd(value: string, at: number): number {
  const side = at < value.length ? (sideOfCode[value.charCodeAt(at)] ?? 0) : 0;
  if (side <= 0) return -1;
  let depth = 0;
  const last = Math.min(value.length, at + LONGEST_ENCLOSURE);
  for (let i = at; i < last; i++) {
    const own = sideOfCode[value.charCodeAt(i)];
    if (own === side) depth++;
    else if (own === -side && --depth === 0) return i;
  }
  return -2;
}

const CLAUSE_ENDS: ReadonlySet<number> = new Set(Array.from('。；;：:！!？?', (mark) => mark.charCodeAt(0)));

/** `endsClause` of the character at an offset; false outside the text. Makes no string of it. */
export function endsClauseAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code < 0x3400 || code >= 0xff00) && CLAUSE_ENDS.has(code);
}

/** Whether a character ends a clause or sentence, or announces what follows: after it a new clause may begin. */
export function endsClause(character: string): boolean {
  return '。；;：:！!？?'.includes(character) && character !== '';
}
