/** A half-open range of UTF-16 code units in `Source.text`: `start` is inside, `end` is not. 0-based. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One point of a source. `line` and `column` are 1-based (column in UTF-16 code units), `offset` is 0-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/**
 * Offsets at which the lines of a text start; the first is 0.
 * A line ends with LF, CRLF or a lone CR, as in CommonMark 0.31 §2.1.
 */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) starts.push(i + 1);
    else if (code === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
  }
  return starts;
}

/** The line and column of an offset. An offset past the end is read as the end. */
export function positionAt(lineStarts: readonly number[], offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1, offset };
}
