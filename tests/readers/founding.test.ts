import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/model/source.ts';
import { read } from '../../src/readers/read.ts';
import { seedDocument, seedsPresent } from '../support/seeds.ts';
import { toGb18030, toUtf16 } from './encode.ts';

async function founding(name: 'zhaosu' | 'awati'): Promise<Source> {
  const { path, bytes } = seedDocument(name);
  return read(path, bytes);
}

/** Rows whose first cell is a number, by the number of their cells. */
function itemRows(source: Source): Readonly<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const block of source.blocks) {
    if (block.type !== 'table') continue;
    for (const { cells } of block.rows)
      if (/^\d+$/.test(cells[0]?.text.value ?? '')) counts[cells.length] = (counts[cells.length] ?? 0) + 1;
  }
  return counts;
}

describe.skipIf(!seedsPresent)('the founding documents', () => {
  it('are read as Markdown tables and as lines', async () => {
    const zhaosu = await founding('zhaosu');
    const tables = zhaosu.blocks.filter((block) => block.type === 'table');
    expect([zhaosu.reader, tables.length, zhaosu.blocks.length - tables.length]).toEqual(['markdown', 70, 6]);
    expect((await founding('awati')).reader).toBe('text');
  });

  it('have a row for each of the 89, 128 and 52 items, those with six cells being the coordinating ones', async () => {
    expect(itemRows(await founding('zhaosu'))).toEqual({ 3: 89, 4: 52, 6: 128 });
  });

  it('lose no character but white space, pipes, delimiter rows and tags', async () => {
    for (const name of ['zhaosu', 'awati'] as const) {
      const source = await founding(name);
      const words = source.blocks
        .flatMap((block) =>
          block.type === 'table'
            ? block.rows.flatMap((row) => row.cells.map((cell) => cell.text.value))
            : [block.text.value],
        )
        .join('');
      const bare = source.text
        .replace(/^\|[-| ]+\|$/gm, '')
        .replace(/<\/?p>/g, '')
        .replace(/\|/g, '');
      expect(words.replace(/\s/g, '')).toBe(bare.replace(/\s/g, ''));
    }
  });

  it('are the same in GB18030 and UTF-16', async () => {
    for (const name of ['zhaosu', 'awati'] as const) {
      const { text, blocks } = await founding(name);
      expect((await read('a', toGb18030(text))).blocks).toEqual(blocks);
      expect((await read('a', toUtf16(text, 'le'))).blocks).toEqual(blocks);
      expect((await read('a', toUtf16(text, 'be'))).blocks).toEqual(blocks);
    }
  });
});
