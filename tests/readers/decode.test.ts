import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReadError } from '../../src/model/errors.ts';
import { decode } from '../../src/readers/decode.ts';
import { MAX_BYTES } from '../../src/readers/limits.ts';
import { bytes, toGb18030, toUtf8, toUtf16 } from './encode.ts';

const LIST =
  '石桥镇基本履职事项清单\n\n| 序号 | 事项类别 | 事项名称 |\n|---|---|---|\n| 1 | 党的建设 | 做好党费收缴、使用和管理 |\n';
const CHINESE = '石桥镇负责防汛抗旱、动物防疫和护林防火';

function errorOf(input: Uint8Array): { code: string; data: ReadError['data'] } {
  try {
    decode(input);
  } catch (error) {
    if (error instanceof ReadError) return { code: error.code, data: error.data };
    throw error;
  }
  throw new Error('was read');
}

describe('decode', () => {
  it.each([
    ['utf-8', false, toUtf8(LIST)],
    ['utf-8', true, bytes([0xef, 0xbb, 0xbf], toUtf8(LIST))],
    ['gb18030', false, toGb18030(LIST)],
    ['gb18030', true, bytes([0x84, 0x31, 0x95, 0x33], toGb18030(LIST))],
    ['utf-16le', true, bytes([0xff, 0xfe], toUtf16(LIST, 'le'))],
    ['utf-16be', true, bytes([0xfe, 0xff], toUtf16(LIST, 'be'))],
    ['utf-16le', false, toUtf16(LIST, 'le')],
    ['utf-16be', false, toUtf16(LIST, 'be')],
  ] as const)('reads %s, byte order mark: %s', (name, bom, input) => {
    expect(decode(input)).toEqual({ text: LIST, encoding: { name, bom } });
  });

  it.each([
    ['utf-8', toUtf8(CHINESE)],
    ['gb18030', toGb18030(CHINESE)],
    ['gb18030', toGb18030('县')],
    ['utf-16le', toUtf16(`${CHINESE}\n`, 'le')],
    ['utf-16be', toUtf16(`${CHINESE}\n`, 'be')],
  ] as const)('knows %s from Chinese characters alone', (name, input) => {
    expect(decode(input).encoding).toEqual({ name, bom: false });
  });

  it('reads rare characters of four bytes in GB18030', () => {
    const input = bytes(toGb18030('负责村庄规划，联系人李'), [0x82, 0x30, 0xc2, 0x30], toGb18030('同志'));
    expect(decode(input)).toEqual({
      text: `负责村庄规划，联系人李${new TextDecoder('gb18030').decode(Uint8Array.of(0x82, 0x30, 0xc2, 0x30))}同志`,
      encoding: { name: 'gb18030', bom: false },
    });
  });

  it('keeps line ends as they are', () => {
    expect(decode(toUtf8('一\r\n二\r三')).text).toBe('一\r\n二\r三');
  });

  it('says where the first bad byte of a UTF-8 file stands', () => {
    const input = bytes(toUtf8('第一行\n𠮷庄村'), [0xff], toUtf8('负责\n第三行'), [0xff]);
    expect(errorOf(input)).toEqual({
      code: 'encoding',
      data: { guess: 'utf-8', line: 2, column: 5, offset: 20, byte: '0xFF' },
    });
  });

  it('says where a UTF-8 file was cut in the middle of a character', () => {
    expect(errorOf(toUtf8(LIST).slice(0, -4))).toMatchObject({
      code: 'encoding',
      data: { guess: 'utf-8', line: 5 },
    });
  });

  it('counts the byte order mark in the offset and not in the column', () => {
    expect(errorOf(bytes([0xef, 0xbb, 0xbf], toUtf8('防汛'), [0x80], toUtf8('抗旱')))).toEqual({
      code: 'encoding',
      data: { guess: 'utf-8', line: 1, column: 3, offset: 9, byte: '0x80' },
    });
  });

  it('says where the first bad byte of a GB18030 file stands', () => {
    expect(errorOf(bytes(toGb18030('第一行\n石桥镇'), [0xff], toGb18030('负责防汛抗旱')))).toEqual({
      code: 'encoding',
      data: { guess: 'gb18030', line: 2, column: 4, offset: 13, byte: '0xFF' },
    });
  });

  it('says where a lone surrogate of a UTF-16 file stands', () => {
    const input = bytes([0xff, 0xfe], toUtf16('一\n二', 'le'), [0x00, 0xd8], toUtf16('三', 'le'));
    expect(errorOf(input)).toEqual({
      code: 'encoding',
      data: { guess: 'utf-16le', line: 2, column: 2, offset: 8, byte: '0x00' },
    });
  });

  it.each([
    ['French in Latin-1', [...'préfecture, école, règlement intérieur'].map((c) => c.charCodeAt(0))],
    [
      'Russian in Windows-1251',
      [0xcf, 0xf0, 0xe8, 0xea, 0xe0, 0xe7, 0x20, 0xee, 0x20, 0xef, 0xee, 0xf0, 0xff, 0xe4, 0xea, 0xe5],
    ],
    ['Japanese in Shift-JIS', [0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc, 0x95, 0xb6, 0x8f, 0x91]],
    [
      'traditional Chinese in Big5',
      [0xa4, 0xa4, 0xa4, 0xe5, 0xa4, 0xe5, 0xa5, 0xf3, 0xa9, 0xfa, 0xb2, 0xd3, 0xa4, 0x40, 0xa4, 0x47],
    ],
  ])('refuses %s instead of reading garbage', (_, input) => {
    expect(errorOf(Uint8Array.from(input))).toMatchObject({
      code: 'encoding',
      data: { guess: 'unknown', line: 1 },
    });
  });

  it('never reads random bytes above 0x7F as text', () => {
    const input = fc.array(fc.integer({ min: 0x80, max: 0xff }), { minLength: 60, maxLength: 300 });
    fc.assert(fc.property(input, (random) => errorOf(Uint8Array.from(random)).code === 'encoding'));
  });

  it('reads any Chinese text in any of the encodings as it was written', () => {
    const text = fc
      .array(fc.constantFrom(...CHINESE, ...'，。；：、（）1234567890abcXYZ |-\n', '　', '〇', '①'), {
        minLength: 12,
      })
      .map((characters) => `县${characters.join('')}`)
      .filter((sample) => (sample.match(/[\u4e00-\u9fff]/g)?.length ?? 0) > sample.length / 3);
    fc.assert(
      fc.property(text, (sample) => {
        expect(decode(toUtf8(sample)).text).toBe(sample);
        expect(decode(toGb18030(sample)).text).toBe(sample);
        const line = `${sample}\n`;
        expect(decode(toUtf16(line, 'le')).text).toBe(line);
        expect(decode(toUtf16(line, 'be')).text).toBe(line);
      }),
    );
  });

  it.each([
    ['no bytes', Uint8Array.of()],
    ['a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf)],
    ['white space', toUtf8(' \r\n\t　\n')],
  ])('calls %s empty', (_, input) => {
    expect(errorOf(input)).toEqual({ code: 'empty', data: {} });
  });

  it('refuses a file over the size limit before looking into it', () => {
    expect(errorOf(new Uint8Array(MAX_BYTES + 1))).toEqual({
      code: 'too-large',
      data: { what: 'bytes', size: MAX_BYTES + 1, limit: MAX_BYTES },
    });
  });
});

describe('files that are no text', () => {
  const zip = (...names: string[]) =>
    bytes(
      ...names.flatMap((name) => [
        [0x50, 0x4b, 3, 4, ...new Array<number>(22).fill(0), name.length, 0, 0, 0],
        toUtf8(name),
        [0x01, 0xff, 0x00],
      ]),
      new Array<number>(30).fill(0),
    );
  const ole = (name: string) =>
    bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0], toUtf16(`Root Entry${name}`, 'le'));

  it.each([
    ['docx', zip('[Content_Types].xml', 'word/document.xml')],
    ['xlsx', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['pptx', zip('[Content_Types].xml', 'ppt/presentation.xml')],
    ['ofd', zip('OFD.xml', 'Doc_0/Document.xml')],
    ['odf', zip('mimetype', 'META-INF/manifest.xml')],
    ['zip', zip('清单.txt')],
    ['doc', ole('WordDocument')],
    ['xls', ole('Workbook')],
    ['pdf', toUtf8('%PDF-1.7\n%âãÏÓ')],
    ['rtf', toUtf8('{\\rtf1\\ansi')],
    ['image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)],
    ['image', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
  ])('knows %s by its bytes', (kind, input) => {
    expect(errorOf(input)).toEqual({ code: 'unsupported-format', data: { kind } });
  });

  it('calls text with NUL bytes binary', () => {
    expect(errorOf(bytes(toUtf8('党的建设'), [0], toUtf8('经济发展')))).toEqual({ code: 'binary', data: {} });
  });

  it('calls a run of control characters binary', () => {
    expect(errorOf(Uint8Array.from({ length: 64 }, (_, i) => (i % 8) + 1))).toEqual({
      code: 'binary',
      data: {},
    });
  });
});
