import type { DutyColumn, HeaderRow, ItemField } from '../model/document.ts';
import type { ColumnRole, Format } from '../model/format.ts';
import type { Span } from '../model/place.ts';
import type { TableBlock, TableRow } from '../model/source.ts';
import { concat, decoded, type Text, unspaced } from '../model/text.ts';
import type { Assembler } from './assemble.ts';
import { readCategoryHeading } from './categoryHeadings.ts';
import { readHeader, roleOfHeader } from './headers.ts';
import { listTitled, readContentsRow } from './titles.ts';

const SUM = /^(?:合计|总计|共计|小计)[:：]?(?:共?[0-9０-９一二三四五六七八九十百零〇]+[项条个]?)?$/;

/** A cell in its grid position; `covered` when a merged cell of a row above reaches down to it. */
interface GridCell {
  readonly text: Text;
  readonly span: Span;
  readonly covered: boolean;
}

/** Hands the rows of a table to the assembler: headers, titles, category rows, items, or a whole table that fits no list. */
export function readTable(format: Format, block: TableBlock, assembler: Assembler): void {
  const grid = gridOf(block);
  const contents = assembler.started() ? null : readContents(format, grid);
  if (contents) {
    for (const entry of contents) assembler.contents(entry);
    return;
  }
  let headed = false;
  const sums: Text[] = [];
  for (let i = 0; i < grid.length; i++) {
    const cells = grid[i] ?? [];
    const row = block.rows[i];
    if (!row || cells.every((cell) => cell.text.value === '')) continue;
    const header = readHeader(format, textsOf(cells), row.span);
    if (header) {
      const below = grid[i + 1];
      const sub = below ? joinHeaderLines(format, header, textsOf(below), block.rows[i + 1]) : null;
      if (sub) i++;
      assembler.header(sub ?? header, nextNumber(sub ?? header, grid, i + 1));
      headed = true;
      continue;
    }
    const only = onlyText(cells);
    const title = only && listTitled(format, only);
    if (only && title) {
      assembler.title(title, only);
      continue;
    }
    const list = assembler.current();
    const heading =
      only && !/^[0-9０-９]+$/.test(only.value) ? readCategoryHeading(format, only, true) : null;
    if (heading && (list || !headed)) {
      assembler.category(heading);
      continue;
    }
    if (!list || !(headed || fitsColumns(list.columns, cells))) {
      assembler.unread(block, 'unknown-table');
      return;
    }
    if (isSum(cells)) {
      // 小计 stands among the rows of its list and says nothing that a heading would not.
      if (/^(?:合计|总计|共计)/.test(wordsOf(cells)))
        sums.push(concat(textsOf(cells).filter(({ value }) => value !== '')));
      continue;
    }
    readRow(list.columns, cells, row, assembler);
  }
  for (const sum of sums) assembler.sum(sum);
}

function wordsOf(cells: readonly GridCell[]): string {
  return unspaced(cells.map((cell) => cell.text.value).join(''));
}

/** A row that sums up and is no item: 合计 | 28项. */
function isSum(cells: readonly GridCell[]): boolean {
  return SUM.test(wordsOf(cells));
}

function textsOf(cells: readonly GridCell[]): readonly Text[] {
  return cells.map((cell) => cell.text);
}

/** Rows laid out on the grid of columns; a cell that covers several columns stands in the first of them. */
export function gridOf(block: TableBlock): readonly (readonly GridCell[])[] {
  const simple = block.rows.every((row) => row.cells.every((cell) => cell.columns === 1 && cell.rows === 1));
  if (simple) {
    return block.rows.map((row) =>
      row.cells.map((cell) => ({ text: cell.text, span: cell.span, covered: false })),
    );
  }
  const reaching: { cell: GridCell; rows: number }[] = [];
  return block.rows.map((row) => {
    const line: GridCell[] = [];
    const take = () => {
      for (let at = line.length; (reaching[at]?.rows ?? 0) > 0; at = line.length) {
        const above = reaching[at];
        if (!above) break;
        above.rows--;
        line.push({ ...above.cell, covered: true });
      }
    };
    for (const cell of row.cells) {
      take();
      for (let c = 0; c < Math.max(1, cell.columns); c++) {
        const grid: GridCell = {
          text: c === 0 ? cell.text : { value: '', segments: [], anchor: cell.span.end },
          span: cell.span,
          covered: false,
        };
        reaching[line.length] = { cell: grid, rows: cell.rows - 1 };
        line.push(grid);
      }
    }
    take();
    return line;
  });
}

function readContents(format: Format, grid: readonly (readonly GridCell[])[]) {
  const rows = grid
    .map((cells) => textsOf(cells))
    .filter((cells) =>
      cells.some((cell) => cell.value !== '' && !/^(?:目录|页码|内容|标题|名称)$/.test(unspaced(cell.value))),
    );
  const entries = rows.flatMap((cells) => readContentsRow(format, cells) ?? []);
  return entries.length === rows.length && entries.some((entry) => entry.kind !== null) ? entries : null;
}

/** The text of a row in which only one cell has words (a merged cell), or null. */
function onlyText(cells: readonly GridCell[]): Text | null {
  const filled = cells.filter((cell) => cell.text.value !== '' && !cell.covered);
  const first = filled[0];
  if (!first) return null;
  const same = filled.every((cell) => cell.text.value === first.text.value);
  return same && (filled.length === 1 || filled.length === cells.length) && cells.length > 1
    ? first.text
    : null;
}

/** A header of two lines as one, or null when the second row is none of the header. */
function joinHeaderLines(
  format: Format,
  header: HeaderRow,
  below: readonly Text[],
  row: TableRow | undefined,
): HeaderRow | null {
  if (!row || below.length > header.cells.length + 1) return null;
  let group: Text | null = null;
  let resolved = 0;
  const joined: DutyColumn[] = [];
  for (let i = 0; i < Math.max(header.cells.length, below.length); i++) {
    const above = header.cells[i]?.header ?? null;
    const sub = below[i] ?? null;
    if (above && above.value !== '') group = above;
    if (!sub || sub.value === '' || sub.value === above?.value) {
      const column = header.cells[i];
      if (column) joined.push(column);
      continue;
    }
    if (unspaced(sub.value).length > 16 || /^[0-9０-９]+$/.test(sub.value)) return null;
    const together = group ? `${group.value}${sub.value}` : sub.value;
    const role = roleOfHeader(format, together) ?? roleOfHeader(format, sub.value);
    if (role) resolved++;
    const text = above && above.value !== '' ? concat([above, decoded('\n', above.anchor, 0), sub]) : sub;
    joined.push({ role: role ?? 'unknown', header: text, readAs: role });
  }
  return resolved > 0 && joined.length > 0
    ? { cells: joined, span: { start: header.span.start, end: row.span.end } }
    : null;
}

function nextNumber(header: HeaderRow, grid: readonly (readonly GridCell[])[], from: number): number | null {
  const column = header.cells.findIndex((cell) => cell.role === 'number');
  for (let i = from; i < grid.length; i++) {
    const value = grid[i]?.[column]?.text.value ?? '';
    if (/^[0-9]{1,5}$/.test(value)) return Number(value);
  }
  return null;
}

/** Whether a table without header can be the next page of a list: as many cells, and a number where numbers stand. */
function fitsColumns(columns: readonly DutyColumn[], cells: readonly GridCell[]): boolean {
  const number = columns.findIndex((column) => column.readAs === 'number');
  return cells.length === columns.length && /^[0-9０-９]{1,5}$/.test(cells[number]?.text.value ?? '');
}

function readRow(
  columns: readonly DutyColumn[],
  cells: readonly GridCell[],
  row: TableRow,
  assembler: Assembler,
): void {
  const fields: Partial<Record<ColumnRole, ItemField>> = {};
  const surplus: ItemField[] = [];
  let covering: Text | null = null;
  for (const [i, cell] of cells.entries()) {
    const role = columns[i]?.readAs ?? null;
    if (cell.covered) {
      if (role === 'category') covering = cell.text;
      continue;
    }
    const field: ItemField = { text: cell.text, span: cell.span };
    if (role === null || fields[role]) {
      if (i >= columns.length || cell.text.value !== '') surplus.push(field);
    } else fields[role] = field;
  }
  const filled = (role: ColumnRole) => (fields[role]?.text.value ?? '') !== '';
  const goesOn =
    !filled('number') &&
    !filled('name') &&
    !filled('category') &&
    (filled('superiorDuties') || filled('townshipDuties') || filled('handover') || filled('handoverManner'));
  if (goesOn && (assembler.current()?.items.length ?? 0) > 0) {
    assembler.continuation(fields, row.span);
    return;
  }
  const shape = { cells: cells.length, columns: columns.length };
  assembler.item({ fields, surplus, covering, shape, span: row.span });
}
