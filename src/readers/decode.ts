import { ReadError } from '../model/errors.ts';
import { lineStartsOf, positionAt } from '../model/place.ts';
import type { Encoding } from '../model/source.ts';
import { firstBadUtf16, surveyGb18030, surveyUtf8, utf16Share } from './bytes.ts';
import { MAX_BYTES } from './limits.ts';
import { fileKind } from './signatures.ts';

/** The characters of a file, without byte order mark, and how they were written. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

type EncodingName = Encoding['name'];

const MARKS: readonly (readonly [EncodingName, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** From this share of likely characters on, bytes without a mark are UTF-16; text in the wrong byte order or encoding stays far below. */
const UTF16_SHARE = 0.9;

/** Chinese text in GB18030: this share of its wide characters is in GB 2312, and of those that are no signs this one in its level 1. Real lists have 0.99 and 0.97. */
const GB2312_SHARE = 0.85;
const FREQUENT_SHARE = 0.5;

/** From this share of control characters on, a file is no text. */
const CONTROL_SHARE = 0.05;

/**
 * Reads bytes as text: UTF-8, UTF-16 or GB18030, by byte order mark or by what the bytes can be.
 * Strict: a damaged file is an error with the place of the first byte that does not fit, never a text with other characters.
 *
 * @throws ReadError `too-large`, `unsupported-format`, `empty`, `binary`, `encoding`
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_BYTES)
    throw new ReadError('too-large', { what: 'bytes', size: bytes.length, limit: MAX_BYTES });
  const kind = fileKind(bytes);
  if (kind !== null) throw new ReadError('unsupported-format', { kind });
  const decoded = decodeText(bytes);
  if (decoded.text.trim() === '') throw new ReadError('empty');
  refuseControls(decoded.text);
  return decoded;
}

function decodeText(bytes: Uint8Array): Decoded {
  for (const [name, mark] of MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte)) return decodeAs(bytes, name, mark.length);
  }
  // UTF-16 has NUL bytes at every line end, digit and space; the other encodings have none. Where there are none, likely
  // units prove nothing: pairs of ASCII letters, or Japanese in Shift-JIS, are Chinese characters in UTF-16.
  if (bytes.includes(0)) {
    for (const name of ['utf-16le', 'utf-16be'] as const)
      if (utf16Share(bytes, name === 'utf-16le') >= UTF16_SHARE) return decodeAs(bytes, name, 0);
    throw new ReadError('binary');
  }
  const text = tryDecode(bytes, 'utf-8');
  if (text !== null) return { text, encoding: { name: 'utf-8', bom: false } };
  return decodeEightBit(bytes);
}

/** Bytes that are no sound UTF-8: damaged UTF-8, GB18030, or neither. */
function decodeEightBit(bytes: Uint8Array): Decoded {
  const utf8 = surveyUtf8(bytes);
  if (utf8.long * 2 > utf8.high) throw damaged(bytes, 'utf-8', utf8.firstBad);
  const gb = surveyGb18030(bytes);
  const known = gb.frequent + gb.rare + gb.signs >= gb.wide * GB2312_SHARE;
  const chinese = gb.frequent > 0 && gb.frequent >= (gb.wide - gb.signs) * FREQUENT_SHARE;
  if (!known || !chinese) throw damaged(bytes, 'unknown', utf8.firstBad);
  if (gb.firstBad >= 0) throw damaged(bytes, 'gb18030', gb.firstBad);
  return decodeAs(bytes, 'gb18030', 0);
}

function decodeAs(bytes: Uint8Array, name: EncodingName, skip: number): Decoded {
  const body = bytes.subarray(skip);
  const text = tryDecode(body, name);
  const encoding = { name, bom: skip > 0 };
  if (text === null) throw damaged(body, name, Math.max(0, firstBad(body, name)), skip);
  if (name === 'gb18030' && hasUnassigned(text))
    throw damaged(body, 'unknown', Math.max(0, surveyUtf8(body).firstBad), skip);
  return { text, encoding };
}

function tryDecode(bytes: Uint8Array, name: EncodingName): string | null {
  try {
    return new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A pair of bytes that GB18030 has no character for, read as a private-use one (GB 18030-2022 annex D leaves a handful in text of old systems). */
function hasUnassigned(text: string): boolean {
  const found = text.match(/[\ue000-\uf8ff\u0080-\u009f\ufffd]/g)?.length ?? 0;
  return found > 0 && found * 100 > text.length;
}

function firstBad(bytes: Uint8Array, name: EncodingName): number {
  if (name === 'utf-8') return surveyUtf8(bytes).firstBad;
  if (name === 'gb18030') {
    const walked = surveyGb18030(bytes).firstBad;
    return walked >= 0 ? walked : firstRefused(bytes, name);
  }
  return firstBadUtf16(bytes, name === 'utf-16le');
}

/** Offset of the first byte that the decoder itself refuses: pairs in range without a character. Found by halving. */
function firstRefused(bytes: Uint8Array, name: EncodingName): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (prefixDecodes(bytes.subarray(0, middle + 1), name)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function prefixDecodes(bytes: Uint8Array, name: EncodingName): boolean {
  try {
    new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function damaged(body: Uint8Array, guess: EncodingName | 'unknown', at: number, skipped = 0): ReadError {
  const decoder = new TextDecoder(guess === 'unknown' ? 'utf-8' : guess, { ignoreBOM: true });
  const before = decoder.decode(body.subarray(0, at));
  const { line, column } = positionAt(lineStartsOf(before), before.length);
  const byte = `0x${(body[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  return new ReadError('encoding', { guess, line, column, offset: skipped + at, byte });
}

function refuseControls(text: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const controls: readonly string[] = text.match(/[\0-\x08\x0e-\x1f]/g) ?? [];
  if (controls.includes('\0') || controls.length > text.length * CONTROL_SHARE) throw new ReadError('binary');
}
