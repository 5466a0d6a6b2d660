import { describe, expect, it } from 'vitest';
import { read } from '../../src/readers/read.ts';
import { bytes, toGb18030, toUtf8 } from './encode.ts';

const TABLE = '| 序号 | 事项名称 |\n|---|---|\n| 1 | 做好防汛抗旱 |\n';

async function readerOf(path: string, text: string): Promise<string> {
  return (await read(path, toUtf8(text))).reader;
}

describe('which reader reads a file', () => {
  it.each(['list.md', 'LIST.MD', '清单.markdown'])(
    'is the Markdown reader for %s that holds a cell mark',
    async (path) => {
      expect(await readerOf(path, '序号 | 事项名称\n1 | 做好防汛抗旱\n')).toBe('markdown');
      expect(await readerOf(path, '序号 事项名称\n1 做好防汛抗旱\n')).toBe('text');
    },
  );

  it.each(['list.txt', '<stdin>', 'list'])('is found by what %s holds', async (path) => {
    expect(await readerOf(path, `标题\n\n${TABLE}`)).toBe('markdown');
    expect(await readerOf(path, TABLE.replaceAll('\n', '\r\n'))).toBe('markdown');
    expect(await readerOf(path, '序号|名称\n--|--\n1|甲')).toBe('markdown');
    expect(await readerOf(path, '<TABLE border="1"><tr><td>序号</td></tr></TABLE>')).toBe('markdown');
    expect(await readerOf(path, '序号 事项名称\n1 做好防汛抗旱 | 备注\n-----\n——\n')).toBe('text');
    expect(await readerOf(path, '# 标题\n\n1 做好防汛抗旱')).toBe('text');
  });

  it('gives path, encoding and the text without byte order mark', async () => {
    expect(await read('a/清单.txt', bytes([0xef, 0xbb, 0xbf], toUtf8('防汛\r\n抗旱')))).toEqual({
      path: 'a/清单.txt',
      reader: 'text',
      encoding: { name: 'utf-8', bom: true },
      text: '防汛\r\n抗旱',
      lineStarts: [0, 4],
      ignores: [],
      blocks: [
        {
          type: 'line',
          text: { value: '防汛', segments: [{ at: 0, length: 2, from: 0, sourceLength: 2 }], anchor: 0 },
          span: { start: 0, end: 2 },
          blankBefore: 0,
          indent: 0,
        },
        {
          type: 'line',
          text: { value: '抗旱', segments: [{ at: 0, length: 2, from: 4, sourceLength: 2 }], anchor: 4 },
          span: { start: 4, end: 6 },
          blankBefore: 0,
          indent: 0,
        },
      ],
    });
    const markdown = await read('清单.md', toGb18030(TABLE));
    expect([markdown.encoding, markdown.text]).toEqual([{ name: 'gb18030', bom: false }, TABLE]);
  });
});
