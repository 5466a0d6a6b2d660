import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../../src/model/source.ts';
import { spanOf } from '../../src/model/text.ts';
import { outline } from '../../src/outline/outline.ts';
import { read } from '../../src/readers/read.ts';
import { builtinRuleset } from '../../src/ruleset/load.ts';
import { differences, expectedLists, plainOf, readLists } from '../support/readBack.ts';

const { formats } = builtinRuleset();
const bytes = (text: string) => new TextEncoder().encode(text);
const fixture = async () => {
  const path = 'fixtures/ok/wangchuan.md';
  return read(path, readFileSync(new URL(`../../${path}`, import.meta.url)));
};

/** A cell as Excel writes it: in quotation marks where it holds a line break, a mark or the separator. */
function written(words: string, separator: string): string {
  return /[\r\n"]/.test(words) || words.includes(separator) ? `"${words.replaceAll('"', '""')}"` : words;
}

/** The fixture as one sheet, every row as wide as the widest table, titles and running text in the first column. */
async function sheet(separator: string, width: number, lineEnd: string): Promise<string> {
  const rows = (await fixture()).blocks.flatMap((block) =>
    block.type === 'table'
      ? block.rows.map((row) => row.cells.map((cell) => cell.text.value))
      : [[block.text.value]],
  );
  return rows
    .map((row) => [...row, ...Array<string>(Math.max(0, width - row.length)).fill('')])
    .map((row) => row.map((cell) => written(cell, separator)).join(separator))
    .join(lineEnd);
}

describe('a sheet', () => {
  it.each([
    ['copied out of a spreadsheet', 'lists.txt', '\t', 0, '\r\n'],
    ['copied as wide as its widest list', 'lists.txt', '\t', 6, '\n'],
    ['saved as .csv', 'lists.csv', ',', 0, '\r\n'],
    ['saved as .csv as wide as its widest list', 'lists.csv', ',', 8, '\n'],
  ])('%s is read cell by cell', async (_, path, separator, width, lineEnd) => {
    const want = plainOf(outline(await fixture(), formats));
    const source = await read(path, bytes(await sheet(separator, width, lineEnd)));
    expect(differences(expectedLists(want), readLists(outline(source, formats)))).toEqual([]);
  });
});

/** The tables of a file as words. */
async function cells(path: string, text: string): Promise<readonly (readonly string[])[]> {
  const { blocks } = await read(path, bytes(text));
  const tables = blocks.filter((block): block is TableBlock => block.type === 'table');
  return tables.flatMap(({ rows }) => rows.map((row) => row.cells.map((cell) => cell.text.value)));
}

describe('cells between tabs', () => {
  it('give back their words, and every place cuts them out of the file', async () => {
    const word = fc
      .string({ unit: fc.constantFrom('县', '局', '"', ',', '，', '\n', ' ', '1', '.'), maxLength: 12 })
      .filter((words) => words.trim() === words && words !== '' && !/\s\n|\n\s|\n\n/.test(words));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(word, word, word), { minLength: 3, maxLength: 6 }), async (rows) => {
        const text = rows.map((row) => row.map((cell) => written(cell, '\t')).join('\t')).join('\n');
        expect(await cells('a.txt', text)).toEqual(rows);
        const { blocks } = await read('a.txt', bytes(text));
        for (const block of blocks) {
          if (block.type !== 'table') continue;
          for (const cell of block.rows.flatMap((row) => row.cells)) {
            const { start, end } = spanOf(cell.text);
            expect(text.slice(start, end).replaceAll('""', '"')).toBe(cell.text.value);
          }
        }
      }),
    );
  });

  it('keep a quotation mark that nothing closes', async () => {
    expect(await cells('a.txt', '序号\t事项名称\n1\t"一村一策\n2\t“两癌”筛查')).toEqual([
      ['序号', '事项名称'],
      ['1', '"一村一策'],
      ['2', '“两癌”筛查'],
    ]);
  });

  it('are not looked for in text that only holds some tabs', async () => {
    const text =
      '序号\t事项名称\n1\t宣传政策\n2\t核对名单\n配合履职事项清单由上级部门牵头、本镇配合的事项组成，共两项。';
    expect((await read('a.txt', bytes(text))).blocks.map(({ type }) => type)).toEqual(Array(4).fill('line'));
  });

  it('of hostile quotation marks are read in linear time', async () => {
    const text = '"a""\t'.repeat(60_000);
    expect((await read('a.txt', bytes(text))).text).toBe(text);
  });
});
