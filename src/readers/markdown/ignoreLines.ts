import type { IgnoreComment } from '../../model/ignoreComment.ts';
import type { Span } from '../../model/place.ts';

const PIPE = 124;

/**
 * A document without its ignore comments, of the same length. A comment on lines of its own is gone with the line break
 * before it, so that what stands above and below is read as if the line were not there: a comment between two rows would
 * end the table by CommonMark. A comment at the end of a cell or line is blank; one in the middle of words stays a comment
 * (which shows as nothing), with nothing in it that could be a mark.
 */
export function withoutIgnoreLines(text: string, comments: readonly IgnoreComment[]): string {
  const kept: string[] = [];
  let from = 0;
  for (const { span, alone } of comments) {
    const { at, words } = alone ? removedLine(text, span) : replaced(text, span);
    // A second comment on the same line: what stands before it is gone already.
    const start = Math.max(at, from);
    kept.push(text.slice(from, start), words.slice(words.length - (span.end - start)));
    from = span.end;
  }
  return kept.join('') + text.slice(from);
}

interface Replacement {
  readonly at: number;
  /** As long as the stretch from `at` to the end of the comment. */
  readonly words: string;
}

function removedLine(text: string, { start, end }: Span): Replacement {
  const lineStart = skipBack(text, start);
  const at = breakBefore(text, lineStart);
  return { at, words: ' '.repeat(end - at) };
}

function replaced(text: string, { start, end }: Span): Replacement {
  const lineStart = skipBack(text, start);
  if (lineStart === 0 || isLineEnd(text.charCodeAt(lineStart - 1))) {
    // By CommonMark the rest of the line would be HTML: the line is made to begin behind the comment.
    const at = breakBefore(text, lineStart);
    return { at, words: `${' '.repeat(end - at - 1)}\n` };
  }
  const behind = text.charCodeAt(skipAhead(text, end));
  const before = text.charCodeAt(lineStart - 1);
  if (Number.isNaN(behind) || isLineEnd(behind) || behind === PIPE || before === PIPE)
    return { at: start, words: ' '.repeat(end - start) };
  const inner = 'x'.repeat(Math.max(0, end - start - 7));
  return { at: start, words: `<!--${inner}-->` };
}
function skipBack(text: string, at: number): number {
  let i = at;
  while (i > 0 && isBlank(text.charCodeAt(i - 1))) i--;
  return i;
}

function skipAhead(text: string, at: number): number {
  let i = at;
  while (isBlank(text.charCodeAt(i))) i++;
  return i;
}

/** Where the line break before the start of a line stands; the line's own start when it is the first. */
function breakBefore(text: string, lineStart: number): number {
  if (lineStart === 0) return 0;
  return lineStart - (text.startsWith('\r\n', lineStart - 2) ? 2 : 1);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
