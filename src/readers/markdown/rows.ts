import { MAX_ROW_CELLS } from '../limits.ts';

const PIPE = 124;
const BACKSLASH = 92;
const DASH = 45;
const COLON = 58;

/** Offsets of the cells of a row, two for each: after the pipe before it, and before the pipe behind it. */
export type CellRanges = readonly number[];

/** Whether the code is a space or a tab, the only white space within a line of Markdown (CommonMark 0.31 §2.1). */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/**
 * Splits a table row at its pipes as GFM does: the pipes at both ends may be left out, `\|` is no pipe (a code span
 * protects none), cells beyond the header's are kept. `start` and `end` are the first and behind the last
 * character that is no space or tab. Cells behind the thousandth stay in it.
 */
export function splitRow(text: string, start: number, end: number): CellRanges {
  const row = text.slice(start, end);
  const escapes = row.includes('\\');
  const ranges: number[] = [];
  let cellStart = row.charCodeAt(0) === PIPE ? 1 : 0;
  for (let i = row.indexOf('|', cellStart); i >= 0; i = row.indexOf('|', i + 1)) {
    if (escapes && isEscaped(row, i)) continue;
    if (ranges.length === MAX_ROW_CELLS * 2 - 2) break;
    ranges.push(start + cellStart, start + i);
    cellStart = i + 1;
  }
  if (cellStart < row.length || ranges.length === 0) ranges.push(start + cellStart, end);
  return ranges;
}

/** Whether an odd number of backslashes stands before the offset. */
export function isEscaped(text: string, offset: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(offset - 1 - backslashes) === BACKSLASH) backslashes++;
  return backslashes % 2 === 1;
}

/**
 * How many cells a delimiter row (`|---|:--:|`) has; 0 when the range is none.
 * A row of dashes without any pipe or colon is none (it underlines a heading). The range is without space and tab at its ends.
 */
export function delimiterCells(text: string, start: number, end: number): number {
  let cells = 0;
  let marked = false;
  let i = start;
  if (text.charCodeAt(i) === PIPE) {
    marked = true;
    i = skipBlanks(text, i + 1, end);
  }
  while (i < end) {
    if (text.charCodeAt(i) === COLON) {
      marked = true;
      i++;
    }
    const dashes = i;
    while (i < end && text.charCodeAt(i) === DASH) i++;
    if (i === dashes) return 0;
    if (i < end && text.charCodeAt(i) === COLON) {
      marked = true;
      i++;
    }
    cells++;
    i = skipBlanks(text, i, end);
    if (i === end) break;
    if (text.charCodeAt(i) !== PIPE) return 0;
    marked = true;
    i = skipBlanks(text, i + 1, end);
  }
  return marked ? cells : 0;
}

/**
 * Whether a line is a table row even where no delimiter row makes it one: a pipe at both ends and at least one between. Rows that
 * went on after a blank line, or lost their delimiter row, are still rows to whoever reads them.
 */
export function isBareRow(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) !== PIPE || text.charCodeAt(end - 1) !== PIPE) return false;
  const ranges = splitRow(text, start, end);
  return ranges.length >= 4 && ranges[ranges.length - 1] === end - 1;
}

/**
 * Whether a body row is a delimiter row that was copied with its header into the middle of a table. Three dashes a cell tell
 * it from a row of single dashes, which is data.
 */
export function isRepeatedDelimiter(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (first !== PIPE && first !== DASH && first !== COLON) return false;
  if (delimiterCells(text, start, end) === 0) return false;
  return text
    .slice(start, end)
    .split('|')
    .every((cell) => cell.trim() === '' || cell.includes('---'));
}

function skipBlanks(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && isBlank(text.charCodeAt(i))) i++;
  return i;
}
