import { type IgnoreComment, withoutIgnoreComments } from '../model/ignoreComment.ts';
import { lineStartsOf } from '../model/place.ts';
import type { Encoding, LineBlock, Source } from '../model/source.ts';
import { concat, type Text, verbatim } from '../model/text.ts';
import { findIgnoreComments } from './ignoreComments.ts';
import { checkParts } from './limits.ts';
import { skipWhiteSpace, trimEndOffset } from './whitespace.ts';

/** LF, CRLF, CR as in CommonMark; and what PDF converters put between pages and lines: FF, VT, NEL, U+2028, U+2029. */
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** Columns that a tab reaches. */
const TAB = 8;

/**
 * Reads text without table marks (PDF text) as lines. No character but white space is lost: each is in exactly one line.
 * A form feed ends a line and counts as a blank one. A line of ignore comments is passed over as if it were not there.
 *
 * @param text the decoded file without byte order mark
 * @throws ReadError `too-large` when there are more lines than are read
 */
export function readText(text: string, path: string, encoding: Encoding): Source {
  const blocks: LineBlock[] = [];
  const ignores = findIgnoreComments(text, false);
  const shown = withoutIgnoreComments({ text, ignores });
  let comment = 0;
  let blankBefore = 0;
  let opensPage = false;
  let lineStart = 0;
  const line = (end: number, pageBreak: boolean): void => {
    const first = comment;
    while ((ignores[comment]?.span.start ?? end) < end) comment++;
    const start = skipWhiteSpace(shown, lineStart, end);
    if (start === end) {
      if (comment === first || pageBreak) blankBefore++;
      if (pageBreak) opensPage = true;
      return;
    }
    const trimmed = trimEndOffset(shown, start, end);
    checkParts(blocks.length);
    blocks.push({
      type: 'line',
      text: wordsBetween(text, start, trimmed, ignores.slice(first, comment)),
      span: { start, end: trimmed },
      blankBefore,
      indent: columns(shown, lineStart, start),
      ...(opensPage && { opensPage }),
    });
    blankBefore = pageBreak ? 1 : 0;
    opensPage = pageBreak;
  };
  for (const match of text.matchAll(LINE_BREAK)) {
    line(match.index, match[0] === '\f');
    lineStart = match.index + match[0].length;
  }
  line(text.length, false);
  return { path, reader: 'text', encoding, text, lineStarts: lineStartsOf(text), blocks, ignores };
}

/** The words of a line without the comments in it. */
function wordsBetween(text: string, start: number, end: number, comments: readonly IgnoreComment[]): Text {
  const parts: Text[] = [];
  let from = start;
  for (const { span } of comments) {
    if (span.start > from && span.start < end) parts.push(verbatim(text, from, span.start));
    from = Math.max(from, span.end);
  }
  if (from < end) parts.push(verbatim(text, from, end));
  return concat(parts, start);
}

/** Width of leading white space; an ideographic space is as wide as a Chinese character. */
function columns(text: string, start: number, end: number): number {
  let width = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 9) width += TAB - (width % TAB);
    else width += code === 0x3000 ? 2 : code === 0xfeff ? 0 : 1;
  }
  return width;
}
