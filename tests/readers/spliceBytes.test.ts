import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/engine/fixEdits.ts';
import type { Encoding } from '../../src/model/source.ts';
import { spliceBytes } from '../../src/readers/encode.ts';
import { decode } from '../../src/readers/read.ts';
import { bytes, toGb18030, toUtf8, toUtf16 } from './encode.ts';

const MARKS: Readonly<Record<Encoding['name'], readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
};

const WRITE: Readonly<Record<Encoding['name'], (text: string) => Uint8Array>> = {
  'utf-8': toUtf8,
  'utf-16le': (text) => toUtf16(text, 'le'),
  'utf-16be': (text) => toUtf16(text, 'be'),
  gb18030: toGb18030,
};

function written(text: string, { name, bom }: Encoding): Uint8Array {
  return bytes(bom ? MARKS[name] : [], WRITE[name](text));
}

const encoding = fc.record({
  name: fc.constantFrom<Encoding['name']>('utf-8', 'utf-16le', 'utf-16be', 'gb18030'),
  bom: fc.boolean(),
});
/** Words of lists, every kind of line end, and characters that take more than one unit where the encoding has them. */
const piece = fc.constantFrom(
  '县民政局',
  '1.',
  '负责',
  '；',
  '。',
  '\r\n',
  '\n',
  '\r',
  ' | ',
  '\u3000',
  'ab',
  '镕',
  '〇',
);
const wide = fc.constantFrom('\u{20bb7}', '\u{1f600}', 'é');
const words = (name: Encoding['name']) =>
  fc
    .array(name === 'gb18030' ? piece : fc.oneof({ weight: 6, arbitrary: piece }, wide), { maxLength: 8 })
    .map((parts) => parts.join(''));
const change = (name: Encoding['name']) => fc.tuple(words(name), words(name), words(name));

/** A text, and edits that never cut a character in two. */
const edited = encoding.chain((how) =>
  fc.tuple(fc.array(change(how.name), { maxLength: 5 }), words(how.name)).map(([changes, end]) => {
    let text = '负责民政工作；';
    const edits = changes.map(([kept, removed, inserted]) => {
      text += kept;
      const start = text.length;
      text += removed;
      return { start, end: text.length, text: inserted };
    });
    return { how, text: text + end, edits };
  }),
);

describe('bytes with changes put in', () => {
  it('are those of the changed text, and outside the changes those of before', () => {
    fc.assert(
      fc.property(edited, ({ how, text, edits }) => {
        const expected = written(applyEdits(text, edits), how);
        expect(spliceBytes(written(text, how), how, edits)).toEqual(expected);
      }),
    );
  });

  it('keep characters of four bytes in GB18030 as they are', () => {
    // U+3400 has four bytes, U+20000 four bytes and two units.
    const four = [0x81, 0x39, 0xee, 0x39, 0x95, 0x32, 0x82, 0x36];
    const file = bytes(toGb18030('民政局负责，'), four, toGb18030(',负责民政工作。'));
    const { text, encoding: how } = decode(file);
    expect([text.slice(6, 9), how.name]).toEqual(['\u3400\u{20000}', 'gb18030']);
    expect(spliceBytes(file, how, [{ start: 9, end: 10, text: '，' }])).toEqual(
      bytes(toGb18030('民政局负责，'), four, toGb18030('，负责民政工作。')),
    );
  });

  it('tell a character that the encoding cannot write', () => {
    const how: Encoding = { name: 'gb18030', bom: false };
    const edits = [{ start: 0, end: 0, text: '、\u{20bb7}' }];
    expect(spliceBytes(toGb18030('民政局'), how, edits)).toEqual({ unwritable: '\u{20bb7}' });
    const utf8: Encoding = { name: 'utf-8', bom: false };
    const lone = [{ start: 0, end: 0, text: '\ud842' }];
    expect(spliceBytes(toUtf8('民政局'), utf8, lone)).toEqual({ unwritable: '\ud842' });
  });
});
