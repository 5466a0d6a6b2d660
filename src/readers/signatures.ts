import type { FileKind } from '../model/errors.ts';

const LATIN1 = new TextDecoder('latin1');

/** First bytes that settle the kind by themselves. */
const PREFIXES: readonly (readonly [FileKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['zip', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['zip', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['zip', [0x1f, 0x8b, 0x08]],
  ['image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
];

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];

/** The kind of a file that is no text, by its first bytes and, in a zip or OLE container, by what it holds; null when it is none of them. */
export function fileKind(bytes: Uint8Array): FileKind | null {
  for (const [kind, prefix] of PREFIXES) if (startsWith(bytes, prefix)) return kind;
  if (startsWith(bytes, [0x42, 0x4d]) && bytes.subarray(2, 64).includes(0)) return 'image';
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && LATIN1.decode(bytes.subarray(8, 12)) === 'WEBP')
    return 'image';
  if (startsWith(bytes, OLE)) return oleKind(bytes);
  if (startsWith(bytes, ZIP) && (bytes[2] === 3 || bytes[2] === 5)) return zipKind(bytes);
  return null;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((value, index) => bytes[index] === value);
}

/** Stream names of a compound file are UTF-16LE. Word writes `WordDocument`, Excel `Workbook` or `Book`; WPS the same. */
function oleKind(bytes: Uint8Array): FileKind {
  const text = LATIN1.decode(bytes);
  const wide = (name: string) => text.includes([...name].join('\0'));
  if (wide('WordDocument')) return 'doc';
  return wide('Workbook') || wide('Book') ? 'xls' : 'ole';
}

function zipKind(bytes: Uint8Array): FileKind {
  for (const name of zipNames(bytes)) {
    if (name.startsWith('word/')) return 'docx';
    if (name.startsWith('xl/')) return 'xlsx';
    if (name.startsWith('ppt/')) return 'pptx';
    if (name === 'OFD.xml') return 'ofd';
    if (name === 'META-INF/manifest.xml') return 'odf';
  }
  return 'zip';
}

/** File names of a zip from its central directory and its local headers (APPNOTE 4.3.7, 4.3.12), so that a truncated file is known as well. */
function* zipNames(bytes: Uint8Array): Generator<string> {
  for (let i = bytes.indexOf(0x50); i >= 0 && i + 46 < bytes.length; i = bytes.indexOf(0x50, i + 1)) {
    if (bytes[i + 1] !== 0x4b) continue;
    const local = bytes[i + 2] === 3 && bytes[i + 3] === 4;
    const central = bytes[i + 2] === 1 && bytes[i + 3] === 2;
    if (!local && !central) continue;
    const lengthAt = local ? i + 26 : i + 28;
    const nameAt = local ? i + 30 : i + 46;
    const length = (bytes[lengthAt] ?? 0) | ((bytes[lengthAt + 1] ?? 0) << 8);
    yield LATIN1.decode(bytes.subarray(nameAt, nameAt + Math.min(length, 256)));
  }
}
