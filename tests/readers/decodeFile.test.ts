import { describe, expect, it } from 'vitest';
import { ReadError } from '../../src/model/errors.ts';
import { decodeFile } from '../../src/readers/decodeFile.ts';

const bytes = (...values: readonly number[]) => new Uint8Array(values);
const text = (words: string) => new TextEncoder().encode(words);
const ZIP = bytes(0x50, 0x4b, 3, 4);
const OLE = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

function told(path: string, content: Uint8Array): unknown {
  try {
    return decodeFile(path, content).text;
  } catch (error) {
    if (error instanceof ReadError) return { [error.code]: error.data };
    throw error;
  }
}

const damaged = (kind: string) => ({ 'unsupported-format': { kind, damaged: 'yes' } });

describe('a file that is cut off is told by its name', () => {
  it.each([
    ['清单.docx', ZIP, 'docx'],
    ['清单.DOCX', bytes(0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 0x21, 0), 'docx'],
    ['清单.xlsx', ZIP, 'xlsx'],
    ['清单.pptx', ZIP, 'pptx'],
    ['清单.odt', ZIP, 'odf'],
    ['清单.ofd', ZIP, 'ofd'],
    ['清单.wps', OLE, 'wps'],
    ['清单.et', OLE, 'et'],
    ['清单.doc', OLE, 'doc'],
    ['清单.xls', OLE.subarray(0, 4), 'xls'],
    ['清单.doc', new Uint8Array(500), 'doc'],
    ['清单.pdf', bytes(0, 1, 2, 3, 0xff), 'pdf'],
  ])('%s', (path, content, kind) => expect(told(path, content)).toEqual(damaged(kind)));
});

describe('what the bytes say themselves is not overruled', () => {
  it.each([
    ['清单.md', ZIP, { 'unsupported-format': { kind: 'zip' } }],
    ['清单.zip', ZIP, { 'unsupported-format': { kind: 'zip' } }],
    ['清单.docx', text('%PDF-1.7'), { 'unsupported-format': { kind: 'pdf' } }],
    ['清单.docx', new Uint8Array(0), { empty: {} }],
    ['清单.md', new Uint8Array(500), { binary: {} }],
    // Programs write text under such names too.
    ['清单.xls', text('序号\t事项名称\n'), '序号\t事项名称\n'],
  ])('%s', (path, content, expected) => expect(told(path, content)).toEqual(expected));
});
