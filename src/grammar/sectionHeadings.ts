import { isHan, isWhiteAt, isWhiteSpace } from './punctuation.ts';

const LONGEST_HEADING = 120;

/** Lines that end within so many columns of the widest one were wrapped there. */
const RAGGED = 3;
/** Narrower text is no wrapped column. */
const NARROWEST_COLUMN = 16;

/**
 * How wide the column is that a text was wrapped in, in half-width columns: as wide as its widest line when three lines
 * or more are about that wide; 0 for a text that was not wrapped. `widest` is its widest line, 0 where that is narrow.
 */
function columnWidth(value: string): Measured {
  // Asked for every heading of a cell.
  if (measured.value !== value) measured = measure(value);
  return measured;
}

interface Measured {
  readonly value: string;
  readonly width: number;
  readonly widest: number;
}

let measured: Measured = { value: '', width: 0, widest: 0 };

function measure(value: string): Measured {
  if (!value.includes('\n')) return { value, width: 0, widest: 0 };
  const widths = value.split('\n').map((line) => widthOf(line.trim()));
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  if (widest < NARROWEST_COLUMN) return { value, width: 0, widest: 0 };
  const full = widths.filter((width) => width >= widest - RAGGED).length;
  return { value, width: full >= 3 ? widest : 0, widest };
}

function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) > 0xff ? 2 : 1;
  return width;
}

/**
 * Where the heading ends that begins behind a section's number, `stop` being where the next numbered part begins; null
 * when the words are a clause of their own. A heading ends at its colon, with its line, or at a space before the
 * sentence that follows; where clauses follow (`hasParts`) all of it is the heading. A line that fills the width of
 * the cell was wrapped, and the heading goes on below. `before` is what stands before it on its level: behind a clause
 * that ends with a semicolon comes another clause, and outside a run of headings the widest line of the cell with a
 * comma in it is the wrapped beginning of a sentence.
 */
export function headingEnd(
  value: string,
  from: number,
  stop: number,
  hasParts: boolean,
  before: 'clause' | 'heading' | null,
): number | null {
  let start = from;
  while (start < stop && isWhiteAt(value, start)) start++;
  let end = stop;
  while (end > start && isWhiteAt(value, end - 1)) end--;
  if (end === start) return hasParts ? from : null;
  const colon = indexOfAny(value, start, end, '：:');
  const ended = indexOfAny(value, start, end, '。；;');
  if (colon >= 0 && (ended < 0 || colon < ended) && colon - start <= LONGEST_HEADING) {
    if (hasParts || colon + 1 < end) return colon + 1;
  }
  if (hasParts && ended < 0) return end;
  if (before === 'clause' && !hasParts) return null;
  const limit = ended < 0 ? end : ended;
  let column: Measured | null = null;
  let lineStart = value.lastIndexOf('\n', start) + 1;
  for (let i = start + 1; i < limit; i++) {
    const character = value.charAt(i);
    if (!isWhiteSpace(character)) continue;
    let next = i;
    let broken = false;
    while (isWhiteAt(value, next)) {
      if ('\n\r'.includes(value.charAt(next))) broken = true;
      next++;
    }
    if (broken) {
      column ??= columnWidth(value);
      const { width, widest } = column;
      const line = widthOf(value.slice(lineStart, i).trim());
      const full = width > 0 && line >= width - RAGGED;
      const running = before === null && !hasParts && indexOfAny(value, start, i, '，,') >= 0;
      if (!full && !(running && widest > 0 && line >= widest - RAGGED)) return i;
      lineStart = next;
    } else if (isHeadingSpace(value, i, next)) {
      return i;
    }
    i = next - 1;
  }
  return null;
}

/** A space that parts a heading from its sentence stands between words, not before a mark or after one. */
function isHeadingSpace(value: string, from: number, to: number): boolean {
  const before = value.charAt(from - 1);
  const after = value.charAt(to);
  return (isHan(before) || '”）》'.includes(before)) && (isHan(after) || '“《'.includes(after));
}

function indexOfAny(value: string, from: number, to: number, characters: string): number {
  for (let i = from; i < to; i++) if (characters.includes(value.charAt(i))) return i;
  return -1;
}
