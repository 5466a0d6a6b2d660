import { describe, expect, it } from 'vitest';
import { ReadError } from '../../../src/model/errors.ts';
import { MAX_PARTS, MAX_ROW_CELLS } from '../../../src/readers/limits.ts';
import { readMarkdown } from '../../../src/readers/markdown/read.ts';
import { readText } from '../../../src/readers/text.ts';
import { shown } from './show.ts';

/** Each of these takes minutes, or overflows the stack, where the time to read grows with the square of the length. */
const INPUTS: readonly (readonly [string, string])[] = [
  ['pipes', '|'.repeat(1e6)],
  ['one line', '防汛'.repeat(1e6)],
  ['blank lines', `${'\n'.repeat(2e6)}a`],
  ['spaces', `${' '.repeat(1e6)}a`],
  ['quotes within quotes', `${'>'.repeat(3e5)}a`],
  ['lists within lists', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n')],
  ['brackets', '['.repeat(1e6)],
  ['links that are never closed', '[a]('.repeat(2e5)],
  ['emphasis within emphasis', '*a **a '.repeat(3e4) + 'b** b*'.repeat(3e4)],
  ['emphasis within a cell', `|x|\n|-|\n|${'*a **a '.repeat(3e4)}${'b** b*'.repeat(3e4)}|`],
  ['angle brackets', '<a'.repeat(5e5)],
  ['comments that are never closed', '<!--\n'.repeat(2e5)],
  ['comments between rows', '| a |\n<!-- 1 -->\n'.repeat(5e4)],
  ['tables that are never closed', '<table>\n\n'.repeat(1e5)],
  ['tables within tables', '<table><tr><td>'.repeat(5e4)],
  ['tags that are never closed', `<table>${'<a "'.repeat(2e5)}`],
  ['fences', '```\n'.repeat(2e5)],
  ['definitions', '[a]: b\n'.repeat(1e5)],
  ['underlined headings', '甲*乙*\n---\n'.repeat(4e4)],
  ['line breaks within a cell', `|a|\n|-|\n|${'甲<br>'.repeat(2e5)}|`],
  ['backslashes', `|a|\n|-|\n|${'\\'.repeat(1e6)}|`],
  ['delimiter rows', '|-|-|\n'.repeat(1e5)],
  ['front matter that is never closed', `---\n${'a: b\n'.repeat(2e5)}`],
];

describe('hostile documents', () => {
  it.each(INPUTS)('of %s are read in linear time', { timeout: 30_000 }, async (_, text) => {
    await readMarkdown(text, 'list.md');
  });

  it('keep their tables when they hold more marks than remark is given', async () => {
    const table = '| 1 | **防汛** |\n|---|---|\n| 2 | 护林 |\n';
    const blocks = await shown(`${'- 甲 **乙**\n'.repeat(60_000)}\n\n${table}`);
    expect(blocks[blocks.length - 1]).toEqual([
      ['1', '防汛'],
      ['2', '护林'],
    ]);
    const cells = await shown(`|a|\n|-|\n${'| *甲* | **乙** |\n'.repeat(30_000)}`);
    const rows = cells[0];
    expect([rows?.length, rows?.[1], rows?.[30_000]]).toEqual([30_001, ['甲', '乙'], ['*甲*', '**乙**']]);
  });

  it('keep what stands behind the last cell that is read of a row in that cell', async () => {
    const source = await readMarkdown(`|a|\n|-|\n|${'1|'.repeat(MAX_ROW_CELLS + 5)}`, 'list.md');
    const row = source.blocks[0]?.type === 'table' ? source.blocks[0].rows[1] : undefined;
    expect([row?.cells.length, row?.cells[MAX_ROW_CELLS - 1]?.text.value]).toEqual([
      MAX_ROW_CELLS,
      '1|1|1|1|1|1|',
    ]);
  });

  it('with more parts than are read are refused', async () => {
    const limit = { code: 'too-large', data: { what: 'parts', limit: MAX_PARTS } };
    await expect(
      readMarkdown(`|a|b|\n|-|-|\n${'||a|\n'.repeat(MAX_PARTS / 2)}`, 'a.md'),
    ).rejects.toMatchObject(limit);
    await expect(readMarkdown('a\n\n'.repeat(MAX_PARTS + 1), 'a.md')).rejects.toMatchObject(limit);
    await expect(readMarkdown(`<table>${'<td>a'.repeat(MAX_PARTS + 1)}`, 'a.md')).rejects.toMatchObject(
      limit,
    );
    expect(() => readText('a\n'.repeat(MAX_PARTS + 2), 'a.txt', { name: 'utf-8', bom: false })).toThrow(
      ReadError,
    );
  });
});
