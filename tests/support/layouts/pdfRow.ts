import type { PdfOptions } from './pdfOptions.ts';
import type { PlainKind, PlainRole } from './plain.ts';
import { columnsOf, headerWord } from './plain.ts';
import type { Random } from './random.ts';
import { widthOf, wrap } from './wrap.ts';

/** A cell of a printed row, already wrapped. */
export interface Cell {
  readonly role: PlainRole;
  readonly lines: readonly string[];
}

/** One line of a cell, and what separates it from the piece before it. */
export interface Placed {
  readonly text: string;
  readonly before: 'line' | 'blank' | 'space';
}

/** Lines the row takes on the page. */
export function rowHeight(cells: readonly Cell[]): number {
  return Math.max(1, ...cells.map((cell) => cell.lines.length));
}

/** Columns whose cells stand in the middle of their width, so that a shorter line begins further right. */
const CENTRED: readonly PlainRole[] = ['number', 'category', 'name', 'departments'];

/**
 * The pieces of a row in the order in which they come out of a PDF: cell after cell, each centred vertically.
 * Text stays on one line while its height on the page stays the same, and a blank line stands where that height
 * jumps by more than a line, or where a centred line begins at another place than the one above it.
 */
export function placeCells(cells: readonly Cell[], options: PdfOptions, random: Random): readonly Placed[] {
  const height = rowHeight(cells);
  const out: Placed[] = [];
  let lastHeight = Number.NaN;
  let lastRole: PlainRole | null = null;
  for (const cell of cells) {
    const top = (height - cell.lines.length) / 2;
    const centred = isCentred(cell.role, options, random);
    cell.lines.forEach((text, i) => {
      const above = cell.lines[i - 1];
      const before =
        above !== undefined
          ? centred && widthOf(text) !== widthOf(above) && i === cell.lines.length - 1
            ? 'blank'
            : 'line'
          : separator(Math.abs(top - lastHeight), lastRole, cell.role, options, random);
      out.push({ text, before: out.length === 0 ? 'line' : before });
      lastHeight = top + i;
    });
    if (cell.lines.length > 0) lastRole = cell.role;
  }
  return out;
}

function isCentred(role: PlainRole, options: PdfOptions, random: Random): boolean {
  if (!CENTRED.includes(role) || options.centred === 'never') return false;
  return options.centred === 'always' || random.chance(0.6);
}

/** What stands between two cells whose neighbouring lines are `jump` lines apart on the page. */
function separator(
  jump: number,
  left: PlainRole | null,
  right: PlainRole,
  options: PdfOptions,
  random: Random,
): Placed['before'] {
  if (jump === 0) return 'space';
  const short = left === 'number' || left === 'category';
  if (jump <= 0.5 && short && (left === 'number' || random.chance(0.2))) return 'space';
  if (right === 'townshipDuties' || options.blankLines === 'always') return 'blank';
  if (options.blankLines === 'sparse' && right === 'departments') return 'line';
  if (left === 'number') return 'line';
  if (jump > 1) return 'blank';
  return jump <= 0.5 || random.chance(0.5) ? 'line' : 'blank';
}

/**
 * A row cut by a page break: number, category, name and departments stay above with the first `room` lines of the
 * duties. Null when the row cannot be cut there.
 */
export function cutCells(
  cells: readonly Cell[],
  room: number,
  where: 'clause' | 'line',
): { readonly above: readonly Cell[]; readonly below: readonly Cell[] } | null {
  const long = (cell: Cell) => cell.role === 'superiorDuties' || cell.role === 'townshipDuties';
  if (room < 4 || cells.some((cell) => !long(cell) && cell.lines.length > room)) return null;
  const parts = cells.map((cell) => {
    const at = long(cell) ? cutAt(cell.lines, room, where) : cell.lines.length;
    return {
      above: { role: cell.role, lines: cell.lines.slice(0, at) },
      below: { role: cell.role, lines: cell.lines.slice(at) },
    };
  });
  if (parts.some(({ above, below }) => above.lines.length === 0 && below.lines.length > 0)) return null;
  if (parts.every(({ below }) => below.lines.length === 0)) return null;
  return { above: parts.map(({ above }) => above), below: parts.map(({ below }) => below) };
}

/** How many lines stay above the page break. */
function cutAt(lines: readonly string[], room: number, where: 'clause' | 'line'): number {
  if (lines.length <= room || where === 'line') return Math.min(lines.length, room);
  for (let at = room; at > 0; at--) if (/[；。：]$/.test(lines[at - 1] ?? '')) return at;
  return 0;
}

/** The header of a page: words on one line, or the coordinating list's narrow columns wrapped. */
export function columnHeader(kind: PlainKind, options: PdfOptions, random: Random): string[] {
  const roles = columnsOf(kind).filter((role) => role !== 'category' || options.categories === 'column');
  const many = options.header === 'many' || (options.header === 'mixed' && random.chance(0.5));
  const word = (role: PlainRole) => headerWord(role, options.unit, options.wording);
  if (kind !== 'coordinating' || !many) return [roles.map(word).join(' ')];
  const { category, departments } = options.widths.coordinating;
  const categoryWord = roles.includes('category') ? wrap(word('category'), category < 6 ? 2 : 8, false) : [];
  const [first = '', ...rest] = wrap(word('departments'), departments - 1, false);
  return [
    word('number'),
    ...categoryWord,
    '',
    word('name'),
    first,
    ...(rest.length > 0 ? ['', ...rest] : []),
    `${word('superiorDuties')} ${word('townshipDuties')}`,
  ];
}
