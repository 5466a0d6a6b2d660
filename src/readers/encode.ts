import type { Encoding } from '../model/source.ts';

/** One change by offsets in the decoded text, 0-based, `end` exclusive. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A character that the encoding of the file has no bytes for. */
export interface Unwritable {
  readonly unwritable: string;
}

/**
 * The bytes of a file with changes put in. Bytes outside the changes are copied as they are, byte order mark included.
 * @param changes in order and without overlaps, offsets in what `decode` made of the bytes
 */
export function spliceBytes(
  bytes: Uint8Array,
  encoding: Encoding,
  changes: readonly Change[],
): Uint8Array | Unwritable {
  const walk = walker(bytes, encoding);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, text } of changes) {
    const from = walk(start);
    parts.push(bytes.subarray(at, from));
    at = walk(end);
    const written = encodeText(text, encoding.name);
    if ('unwritable' in written) return written;
    parts.push(written);
  }
  parts.push(bytes.subarray(at));
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    result.set(part, offset);
    offset += part.length;
  }
  return result;
}

const MARK_LENGTHS: Readonly<Record<Encoding['name'], number>> = {
  'utf-8': 3,
  'utf-16le': 2,
  'utf-16be': 2,
  gb18030: 4,
};

/** Finds the byte of a character; asked for places that only go up. */
function walker(bytes: Uint8Array, { name, bom }: Encoding): (offset: number) => number {
  const first = bom ? MARK_LENGTHS[name] : 0;
  if (name === 'utf-16le' || name === 'utf-16be') return (offset) => first + offset * 2;
  const step = name === 'utf-8' ? stepUtf8 : stepGb18030;
  let at = first;
  let units = 0;
  return (offset) => {
    while (units < offset && at < bytes.length) {
      const { length, long } = step(bytes, at);
      at += length;
      units += long ? 2 : 1;
    }
    return at;
  };
}

/** How many bytes a character has, and whether it takes two UTF-16 units. */
interface Step {
  readonly length: number;
  readonly long: boolean;
}

const STEPS: readonly Step[] = [1, 2, 3, 4].map((length) => ({ length, long: false }));
const LONG: Step = { length: 4, long: true };

function stepUtf8(bytes: Uint8Array, at: number): Step {
  const lead = bytes[at] ?? 0;
  if (lead >= 0xf0) return LONG;
  return (lead >= 0xe0 ? STEPS[2] : lead >= 0xc0 ? STEPS[1] : STEPS[0]) ?? LONG;
}

/** Pairs, and fours whose second byte is a digit; fours from 0x90 on are characters beyond the first plane. */
function stepGb18030(bytes: Uint8Array, at: number): Step {
  const lead = bytes[at] ?? 0;
  if (lead <= 0x80) return STEPS[0] ?? LONG;
  const second = bytes[at + 1] ?? 0;
  if (second >= 0x30 && second <= 0x39) return lead >= 0x90 ? LONG : (STEPS[3] ?? LONG);
  return STEPS[1] ?? LONG;
}

function encodeText(text: string, name: Encoding['name']): Uint8Array | Unwritable {
  // A half of a pair alone is no character.
  const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text);
  if (lone) return { unwritable: lone[0] };
  if (name === 'utf-8') return new TextEncoder().encode(text);
  return name === 'gb18030' ? encodeGb18030(text) : encodeUtf16(text, name === 'utf-16le');
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return bytes;
}

/**
 * Only characters of one or two bytes: a file without mark may be read as GBK by other programs, which have no others.
 */
function encodeGb18030(text: string): Uint8Array | Unwritable {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    const pair = pairs().get(character);
    if (pair === undefined) return { unwritable: character };
    bytes.push(pair >> 8, pair & 0xff);
  }
  return Uint8Array.from(bytes);
}

let known: ReadonlyMap<string, number> | null = null;

/** The pair of bytes of every character that has one: no runtime brings an encoder, but the decoder knows them all. */
function pairs(): ReadonlyMap<string, number> {
  if (known) return known;
  const codes: number[] = [];
  const all: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      codes.push((lead << 8) | trail);
      all.push(lead, trail, 0x0a);
    }
  }
  const table = new Map<string, number>();
  const lines = new TextDecoder('gb18030').decode(Uint8Array.from(all)).split('\n');
  for (const [index, code] of codes.entries()) {
    const character = lines[index] ?? '';
    // Private-use characters are pairs without a character.
    if (/^[^\ufffd\ue000-\uf8ff]$/u.test(character) && !table.has(character)) table.set(character, code);
  }
  known = table;
  return table;
}
