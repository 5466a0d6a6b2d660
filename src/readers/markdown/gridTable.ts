import type { Span } from '../../model/place.ts';
import type { TableBlock, TableCell, TableRow } from '../../model/source.ts';
import { MAX_ROW_CELLS } from '../limits.ts';
import { type TextWriter, textWriter } from './textWriter.ts';

/** `+----+====+`: a line between the rows of a grid table. */
const BORDER = /^\+(?:[-=:]{2,}\+)+$/;
const LINE = /[^\r\n]*/y;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
/** Characters that fill two columns. pandoc counts them so when it lays the columns out. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/;

interface GridLine {
  readonly value: string;
  readonly start: number;
}

/**
 * Where grid tables stand, the way pandoc writes tables whose cells hold several paragraphs: lines of `+---+` with lines between them
 * that begin and end with `|` or `+`. Each reaches from its first to its last border.
 */
export function findGridTables(text: string): Span[] {
  if (!/^[ \t]{0,3}\+[-=:]{2,}/m.test(text)) return [];
  const tables: Span[] = [];
  let open: { start: number; end: number; rows: number } | null = null;
  for (let at = 0; at < text.length; ) {
    const line = lineAt(text, at);
    const words = line.value.trim();
    const isBorder = BORDER.test(words);
    if (isBorder && !open) open = { start: at, end: at + line.value.length, rows: 0 };
    else if (open && isBorder) {
      open.end = at + line.value.length;
      open.rows++;
    } else if (open && !/^[|+].*[|+]$/.test(words)) {
      if (open.rows > 0) tables.push({ start: open.start, end: open.end });
      open = null;
    }
    at = behindLine(text, at + line.value.length);
  }
  if (open && open.rows > 0) tables.push({ start: open.start, end: open.end });
  return tables;
}

/** A cell while its lines are still read. */
interface OpenCell {
  readonly writer: TextWriter;
  readonly start: number;
  end: number;
  readonly columns: number;
  rows: number;
  empty: boolean;
  blank: boolean;
}

/** Reads the grid table between two offsets; a line that went on for lack of room goes on without a break. */
export function readGridTable(text: string, span: Span): TableBlock {
  const lines: GridLine[] = [];
  for (let at = span.start; at < span.end; ) {
    const line = lineAt(text, at);
    const indent = line.value.length - line.value.trimStart().length;
    lines.push({ value: line.value.trim(), start: at + indent });
    at = behindLine(text, at + line.value.length);
  }
  const bounds = boundsOf(lines);
  const rows: { cells: OpenCell[]; start: number; end: number }[] = [];
  /** The cell that each column is in. */
  let current: (OpenCell | null)[] = bounds.map(() => null);
  let row: (typeof rows)[number] | null = null;
  for (const line of lines) {
    if (BORDER.test(line.value)) {
      current = bounds.map(() => null);
      row = null;
      continue;
    }
    const segments = segmentsOf(line, bounds);
    if (segments.some(isRule)) {
      // A border below some of the columns: the cells of the others reach down.
      for (const segment of segments) if (isRule(segment)) current[segment.column] = null;
      for (const cell of current) if (cell) cell.rows++;
      row = null;
    }
    if (!row) {
      row = { cells: [], start: line.start, end: line.start + line.value.length };
      rows.push(row);
    }
    row.end = line.start + line.value.length;
    for (const segment of segments) {
      if (isRule(segment)) continue;
      let cell = current[segment.column] ?? null;
      if (!cell) {
        cell = newCell(text, line.start + segment.from, segment.columns);
        current[segment.column] = cell;
        row.cells.push(cell);
      }
      addLine(cell, text, line.start + segment.from, line.start + segment.to);
    }
  }
  return {
    type: 'table',
    span,
    rows: rows.map(({ cells, start, end }): TableRow => ({ cells: cells.map(cellOf), span: { start, end } })),
  };
}

function newCell(text: string, start: number, columns: number): OpenCell {
  return { writer: textWriter(text), start, end: start, columns, rows: 1, empty: true, blank: false };
}

/** A blank line parts paragraphs; a backslash at the end of a line breaks it. Bold marks, as headers bear them, are left out. */
function addLine(cell: OpenCell, text: string, from: number, to: number): void {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  const breaks = /\\\s*$/.test(words);
  const end = from + words.replace(/\\?\s*$/, '').length;
  cell.end = to;
  if (end <= start) {
    if (!cell.empty) cell.blank = true;
    return;
  }
  if (cell.blank) cell.writer.lineBreak();
  cell.blank = breaks;
  cell.empty = false;
  const value = text.slice(start, end);
  let done = 0;
  for (const match of value.matchAll(/\*\*|\\[!-/:-@[-`{-~]/g)) {
    if (done < match.index) cell.writer.line(start + done, start + match.index);
    done = match.index + 2;
    if (match[0] !== '**') cell.writer.decoded(match[0].slice(1), start + match.index, start + done);
  }
  if (done < value.length) cell.writer.line(start + done, end);
}

function cellOf({ writer, start, end, columns, rows }: OpenCell): TableCell {
  return { text: writer.finish(start), span: { start, end }, columns, rows };
}

/** A stretch of a line between two of its bars; offsets in the line. */
interface GridSegment {
  readonly column: number;
  readonly columns: number;
  readonly from: number;
  readonly to: number;
  readonly value: string;
}

function isRule({ value }: GridSegment): boolean {
  return /^[-=:]{3,}$/.test(value);
}

/** The places of the bars in the border that has most of them. */
function boundsOf(lines: readonly GridLine[]): readonly number[] {
  let best: readonly number[] = [];
  for (const { value } of lines) {
    if (!BORDER.test(value)) continue;
    const found = [...value.matchAll(/\+/g)].map(({ index }) => index);
    if (found.length > best.length && found.length <= MAX_ROW_CELLS) best = found;
  }
  return best;
}

/**
 * The line cut at its bars. Where it has as many as the border they are taken in order, since fonts and programs disagree on
 * the width of marks such as “ and …; else each stands for the place of the border that is nearest.
 */
function segmentsOf({ value }: GridLine, bounds: readonly number[]): readonly GridSegment[] {
  const bars: { readonly at: number; readonly place: number }[] = [];
  const shown = value.replace(ESCAPED, '  ');
  const isPartial = /\+[-=:]{2,}\+|^\+|\+$/.test(shown);
  let place = 0;
  for (let at = 0; at < shown.length; at++) {
    const character = shown.charAt(at);
    if (character === '|' || (isPartial && character === '+')) bars.push({ at, place });
    place += WIDE.test(character) ? 2 : 1;
  }
  const inOrder = bars.length === bounds.length;
  const segments: GridSegment[] = [];
  let column = 0;
  for (let i = 0; i + 1 < bars.length; i++) {
    const [left, right] = [bars[i], bars[i + 1]];
    if (!left || !right) break;
    const next = inOrder ? i + 1 : nearestBound(bounds, right.place, column + 1);
    if (next <= column && !inOrder) continue;
    segments.push({
      column,
      columns: next - column,
      from: left.at + 1,
      to: right.at,
      value: value.slice(left.at + 1, right.at).trim(),
    });
    column = next;
  }
  return segments;
}

function nearestBound(bounds: readonly number[], place: number, from: number): number {
  let best = Math.min(from, bounds.length - 1);
  for (let i = from; i < bounds.length; i++) {
    const distance = Math.abs((bounds[i] ?? 0) - place);
    if (distance < Math.abs((bounds[best] ?? 0) - place)) best = i;
  }
  return best;
}

function lineAt(text: string, start: number): GridLine {
  LINE.lastIndex = start;
  return { value: LINE.exec(text)?.[0] ?? '', start };
}

function behindLine(text: string, end: number): number {
  return end + (text.startsWith('\r\n', end) ? 2 : 1);
}
