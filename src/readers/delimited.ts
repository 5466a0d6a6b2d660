import { withoutIgnoreComments } from '../model/ignoreComment.ts';
import { lineStartsOf } from '../model/place.ts';
import type { Block, Encoding, Source, TableCell, TableRow } from '../model/source.ts';
import { findIgnoreComments } from './ignoreComments.ts';
import { checkParts } from './limits.ts';
import { textWriter } from './markdown/textWriter.ts';

/** At least so much of the words must stand in rows; otherwise the tabs of a text are an accident of its layout. */
const LEAST_SHARE = 0.8;
const LEAST_ROWS = 3;
/** What stands alone in the first cell of a row is a title or a category up to this length, then running text. */
const LONGEST_HEADING = 40;
/** A cell of a spreadsheet holds at most 32,767 characters. */
const LONGEST_CELL = 2 * 32_767;
/** Marks that open no quoted cell are looked behind so often; then they are characters like others. */
const MOST_OPEN_QUOTES = 1000;

/** A line of the table: its cells, quoted ones over several lines of the file. */
interface DelimitedRow {
  readonly cells: readonly TableCell[];
  readonly start: number;
  readonly end: number;
}

/**
 * Reads cells copied out of Excel or WPS (a tab between cells, a cell of several lines in quotation marks) or a `.csv` file
 * (RFC 4180). Null where the text is no such table; a row with words in its first cell only is running text until a header
 * has come, and where it is long.
 *
 * @param text the decoded file without byte order mark
 * @param separator between cells: a tab, or `,` for a `.csv` file
 * @throws ReadError `too-large` when there are more lines or cells than are read
 */
export function readDelimited(
  text: string,
  separator: '\t' | ',',
  path: string,
  encoding: Encoding,
): Source | null {
  const ignores = findIgnoreComments(text, false);
  // Blank, a comment is at most an empty cell, and a line of comments an empty line.
  const shown = withoutIgnoreComments({ text, ignores });
  const blocks: Block[] = [];
  let rows: TableRow[] = [];
  let width = 0;
  let parts = 0;
  let inRows = 0;
  let headed = false;
  const endTable = (): void => {
    const [first] = rows;
    const last = rows[rows.length - 1];
    if (first && last)
      blocks.push({ type: 'table', rows, span: { start: first.span.start, end: last.span.end } });
    rows = [];
  };
  for (const { cells, start, end } of rowsOf(shown, separator)) {
    parts += cells.length;
    checkParts(parts);
    const filled = cells.filter((cell) => cell.text.value !== '');
    const [only] = filled;
    if (!only) continue;
    const alone = filled.length === 1 && cells[0] === only;
    if (cells.length === 1 || (alone && (!headed || only.text.value.length > LONGEST_HEADING))) {
      endTable();
      headed = false;
      blocks.push({ type: 'paragraph', text: only.text, span: { start, end } });
      if (cells.length > 1) inRows += end - start;
      continue;
    }
    inRows += end - start;
    headed = true;
    const used = cells.findLastIndex((cell) => cell.text.value !== '') + 1;
    // A sheet is as wide as its widest list; a header tells how wide the rows below it are.
    if (filled.length > 1 && !/^[0-9]+$/.test(cells[0]?.text.value ?? '')) width = used;
    const kept = cells.slice(0, Math.max(used, Math.min(width, cells.length)));
    rows.push({ cells: kept, span: { start, end: kept[kept.length - 1]?.span.end ?? end } });
  }
  endTable();
  const table = blocks.flatMap((block) => (block.type === 'table' ? block.rows : []));
  const length = ignores.reduce((sum, { span }) => sum - (span.end - span.start), text.trim().length);
  if (table.length < LEAST_ROWS || inRows < LEAST_SHARE * length) return null;
  return { path, reader: 'text', encoding, text, lineStarts: lineStartsOf(text), blocks, ignores };
}

function* rowsOf(text: string, separator: string): Generator<DelimitedRow> {
  let openQuotes = 0;
  let at = 0;
  while (at < text.length) {
    const start = at;
    const cells: TableCell[] = [];
    for (;;) {
      const opens = text.charAt(at) === '"' && openQuotes < MOST_OPEN_QUOTES;
      const closing = opens ? closingQuote(text, separator, at) : -1;
      if (opens && closing < 0) openQuotes++;
      const { cell, end } = cellAt(text, separator, at, closing);
      cells.push(cell);
      at = end;
      if (text.charAt(at) !== separator) break;
      at++;
    }
    yield { cells, start, end: at };
    if (text.charCodeAt(at) === 13) at++;
    if (text.charCodeAt(at) === 10) at++;
  }
}

/** The cell that begins at an offset, in quotation marks up to `quoted` if that is not -1; `end` is that of the separator or line break behind it. */
function cellAt(
  text: string,
  separator: string,
  start: number,
  quoted: number,
): { cell: TableCell; end: number } {
  const writer = textWriter(text);
  let end = quoted + 1;
  if (quoted < 0) {
    end = start;
    while (end < text.length && !`${separator}\r\n`.includes(text.charAt(end))) end++;
    writer.verbatim(start, end);
  } else {
    let from = start + 1;
    for (let mark = text.indexOf('""', from); mark >= 0 && mark < quoted; mark = text.indexOf('""', from)) {
      writer.verbatim(from, mark + 1);
      from = mark + 2;
    }
    writer.verbatim(from, quoted);
  }
  return { cell: { text: writer.finish(start), span: { start, end }, columns: 1, rows: 1 }, end };
}

/** Offset of the mark that closes a quoted cell, or -1 where the opening one is a character like others. */
function closingQuote(text: string, separator: string, start: number): number {
  const last = start + LONGEST_CELL;
  for (let at = text.indexOf('"', start + 1); at >= 0 && at < last; at = text.indexOf('"', at + 1)) {
    if (text.charAt(at + 1) === '"') at++;
    else return at + 1 === text.length || `${separator}\r\n`.includes(text.charAt(at + 1)) ? at : -1;
  }
  return -1;
}
