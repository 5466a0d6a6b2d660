import type { ListDocument } from '../../model/document.ts';
import type { Format } from '../../model/format.ts';
import type { Source, TableBlock } from '../../model/source.ts';
import { unspaced } from '../../model/text.ts';
import { roleOfHeader } from '../headers.ts';
import { gridOf } from '../tables.ts';
import type { TableColumn } from './columnContents.ts';

/** Tables that begin with one header, their rows taken together. */
export interface HeadedTables {
  readonly columns: readonly TableColumn[];
  /** Whether rows with words in one cell only stand among the others. */
  readonly withCategoryRows: boolean;
  /** How many tables begin with the header. */
  readonly tables: number;
}

interface Group {
  readonly words: readonly string[];
  readonly rows: (readonly string[])[];
  /** How many rows have words in one cell only, and no number. */
  alone: number;
  tables: number;
}

const LONGEST_HEADER = 24;

/** The tables whose first row of words has a word that heads no column the format knows, by that row. */
export function tablesWithUnknownHeaders(source: Source, format: Format): readonly HeadedTables[] {
  const groups = new Map<string, Group>();
  for (const block of source.blocks) {
    if (block.type !== 'table') continue;
    const table = wordsOf(block);
    const at = table.findIndex((row) => mayHead(row, format));
    const header = table[at]?.map((cell) => unspaced(cell));
    if (!header || !couldBeHeader(header)) continue;
    if (header.every((word) => word === '' || roleOfHeader(format, word) !== null)) continue;
    const key = header.join('|');
    const group = groups.get(key) ?? { words: header, rows: [], alone: 0, tables: 0 };
    const below = table.slice(at + 1);
    group.rows.push(...below.filter((row) => new Set(row.filter((cell) => cell !== '')).size >= 2));
    group.alone += below.filter(isAlone).length;
    group.tables++;
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ words, rows, alone, tables }) => {
    if (rows.length === 0) return [];
    const columns = words.map((word, i) => ({
      word,
      known: roleOfHeader(format, word),
      cells: rows.map((row) => row[i] ?? ''),
    }));
    return [{ columns, withCategoryRows: alone > 0, tables }];
  });
}

function isAlone(row: readonly string[]): boolean {
  const [only, ...others] = new Set(row.filter((cell) => cell !== ''));
  return only !== undefined && others.length === 0 && !/^[0-9０-９]+$/u.test(only);
}

/** Three different words, or two of which the first heads the numbers. */
function mayHead(row: readonly string[], format: Format): boolean {
  const words = new Set(row.filter((cell) => cell !== ''));
  return words.size >= 3 || (words.size === 2 && roleOfHeader(format, row[0] ?? '') === 'number');
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
        const word = unspaced(cell.header.value);
        uses.set(word, (uses.get(word) ?? 0) + 1);
      }
    }
  }
  return uses;
}
