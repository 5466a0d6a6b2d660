import { isBlank } from './rows.ts';

/** What a line can begin, as far as its first characters tell. */
export type LineKind =
  /** Nothing but spaces and tabs. */
  | 'blank'
  /** Indented by four columns or more: code, unless a paragraph is open. */
  | 'deep'
  /** A table row, or words; what it is depends on its neighbours. */
  | 'plain'
  | 'heading'
  /** `***`, `- - -`. With a paragraph above, dashes without spaces are `underline`. */
  | 'break'
  /** `===` or `---`: makes the paragraph above a heading. */
  | 'underline'
  | 'fence'
  | 'comment'
  /** A list item, a quote, HTML: whatever reaches beyond its line by rules of its own. */
  | 'unsure';

/** A line of a document: offsets without line break, and without spaces and tabs at its ends. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly kind: LineKind;
  /** Whether white space of Markdown stands before it. */
  readonly indented: boolean;
}

const HEADING = /#{1,6}(?:[ \t]|$)/y;
const ITEM = /(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/y;
const UNDERLINE = /(?:-+|=+)$/y;
const FENCE = /(?:`{3,}[^`]*|~{3,}.*)$/y;

/** The lines between two offsets of a document; blank ones in a row are one. */
export function linesBetween(
  text: string,
  lineStarts: readonly number[],
  start: number,
  end: number,
): Line[] {
  const lines: Line[] = [];
  let index = lineAt(lineStarts, start);
  for (let from = start; from < end; index++) {
    const next = Math.min(lineStarts[index + 1] ?? text.length, end);
    let first = from;
    while (first < next && isBlankOrBreak(text.charCodeAt(first))) first++;
    let last = next;
    while (last > first && isBlankOrBreak(text.charCodeAt(last - 1))) last--;
    const kind = kindOf(text, from, first, last);
    if (kind !== 'blank' || lines[lines.length - 1]?.kind !== 'blank')
      lines.push({ start: first, end: last, kind, indented: first > from });
    from = next;
  }
  return lines;
}

function lineAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isBlankOrBreak(code: number): boolean {
  return isBlank(code) || code === 10 || code === 13;
}

function kindOf(text: string, lineStart: number, start: number, end: number): LineKind {
  if (start === end) return 'blank';
  if (start > lineStart && isDeep(text, lineStart, start)) return 'deep';
  const code = text.charCodeAt(start);
  // The first character settles nearly every line: a pipe, a Chinese character, a digit without a dot.
  if (code === 124 || code > 126) return 'plain';
  switch (code) {
    case 35: // #
      return matches(HEADING, text, start, end) ? 'heading' : 'plain';
    case 62: // >
      return 'unsure';
    case 60: // <
      return text.startsWith('!--', start + 1) ? 'comment' : 'unsure';
    case 45: // -
    case 61: // =
      if (matches(UNDERLINE, text, start, end)) return 'underline';
      if (code === 45 && isBreak(text, start, end)) return 'break';
      return matches(ITEM, text, start, end) ? 'unsure' : 'plain';
    case 42: // *
    case 95: // _
      if (isBreak(text, start, end)) return 'break';
      return matches(ITEM, text, start, end) ? 'unsure' : 'plain';
    case 96: // `
    case 126: // ~
      return matches(FENCE, text, start, end) ? 'fence' : 'plain';
    case 43: // +
      return matches(ITEM, text, start, end) ? 'unsure' : 'plain';
    default:
      return code >= 48 && code <= 57 && matches(ITEM, text, start, end) ? 'unsure' : 'plain';
  }
}

function isDeep(text: string, lineStart: number, start: number): boolean {
  let column = 0;
  for (let i = lineStart; i < start; i++) column += text.charCodeAt(i) === 9 ? 4 - (column % 4) : 1;
  return column >= 4;
}

/** Three or more of the first character, and nothing else but white space (CommonMark 0.31 §4.1). */
function isBreak(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(start);
  let count = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === mark) count++;
    else if (!isBlank(code)) return false;
  }
  return count >= 3;
}

/** Whether the sticky pattern matches the line; its `$` is the line's end. */
function matches(pattern: RegExp, text: string, start: number, end: number): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text.slice(start, end));
}
