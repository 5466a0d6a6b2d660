/** The named references that office software writes; the whole list (2,231 names) is loaded with remark only. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
};

/** A character reference as CommonMark 0.31 §2.5 writes it; sticky, to be matched at an `&`. */
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{0,31}));/y;

/** A character reference in a text: what it stands for, and the offset behind its semicolon. */
export interface Reference {
  readonly value: string;
  readonly end: number;
}

/** Decodes a name (without `&` and `;`), or gives null when there is no such reference. */
export type NameDecoder = (name: string) => string | null;

/** Decodes the most common names only. */
export const commonName: NameDecoder = (name) => NAMED[name] ?? null;

/**
 * The character reference at an `&`, or null when there is none that is known. A number that is no character (of a control
 * character, of a surrogate, beyond Unicode) is U+FFFD, as CommonMark wants it.
 */
export function referenceAt(
  text: string,
  at: number,
  decodeName: NameDecoder = commonName,
): Reference | null {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (!match) return null;
  const [whole, decimal, hexadecimal, name] = match;
  const end = at + whole.length;
  if (name !== undefined) {
    const value = decodeName(name);
    return value === null ? null : { value, end };
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return { value: isCharacter(code) ? String.fromCodePoint(code) : '\ufffd', end };
}

function isCharacter(code: number): boolean {
  if (code < 32) return code === 9 || code === 10 || code === 12 || code === 13;
  if ((code >= 127 && code <= 159) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return false;
  return !(code >= 0xfdd0 && code <= 0xfdef) && (code & 0xfffe) !== 0xfffe;
}
