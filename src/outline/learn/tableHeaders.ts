import type { ListDocument } from '../../model/document.ts';
import type { Format } from '../../model/format.ts';
import type { Source, TableBlock } from '../../model/source.ts';
import { squeeze } from '../../model/text.ts';
import { roleOfHeader } from '../headers.ts';
import { gridOf } from '../tables.ts';
import type { TableColumn } from './columnContents.ts';

/** Tables that begin with one header, their rows taken together. */
export interface HeadedTables {
  readonly columns: readonly TableColumn[];
  /** How many tables begin with the header. */
  readonly tables: number;
}

const LONGEST_HEADER = 24;

/** The tables whose first row of words has a word that heads no column the format knows, by that row. */
export function tablesWithUnknownHeaders(source: Source, format: Format): readonly HeadedTables[] {
  const groups = new Map<string, { words: readonly string[]; rows: (readonly string[])[]; tables: number }>();
  for (const block of source.blocks) {
    if (block.type !== 'table') continue;
    const table = wordsOf(block);
    const at = table.findIndex((row) => new Set(row.filter((cell) => cell !== '')).size >= 3);
    const header = table[at]?.map((cell) => squeeze(cell).value);
    if (!header || !couldBeHeader(header)) continue;
    if (header.every((word) => word === '' || roleOfHeader(format, word) !== null)) continue;
    const key = header.join('|');
    const group = groups.get(key) ?? { words: header, rows: [], tables: 0 };
    group.rows.push(...table.slice(at + 1).filter((row) => row.filter((cell) => cell !== '').length >= 2));
    group.tables++;
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ words, rows, tables }) => {
    if (rows.length === 0) return [];
    const columns = words.map((word, i) => ({
      word,
      known: roleOfHeader(format, word),
      cells: rows.map((row) => row[i] ?? ''),
    }));
    return [{ columns, tables }];
  });
}

function wordsOf(block: TableBlock): readonly (readonly string[])[] {
  return gridOf(block).map((row) => row.map((cell) => (cell.covered ? '' : cell.text.value)));
}

function couldBeHeader(words: readonly string[]): boolean {
  return words.every(
    (word) => word.length <= LONGEST_HEADER && !/^[0-9０-９]+$/u.test(word) && !/[。；，]/u.test(word),
  );
}

/** How often each header word stands in the headers of the lists. */
export function headerUses(document: ListDocument): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const list of document.lists) {
    for (const header of list.headers) {
      for (const cell of header.cells) {
        const word = squeeze(cell.header.value).value;
        uses.set(word, (uses.get(word) ?? 0) + 1);
      }
    }
  }
  return uses;
}
