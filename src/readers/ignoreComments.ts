import type { IgnoreComment } from '../model/ignoreComment.ts';

const OPENING = /<!--[ \t]*qingdan-([a-zA-Z-]*)/g;
/** As in `readText`: what ends a line in any kind of file. */
const LINE_END = /[\n\r\v\f\u0085\u2028\u2029]/;
const BLANK_LINE = /(?:\r\n|\n|\r)[ \t]*[\r\n]/;
/** What stands between rule ids and reason: `--` by itself, or a dash as Chinese is written. */
const REASON = /(?:^|[\s,，、])--+|—+/;
/** Longest comment that is read as one; a reason is a sentence. */
const LONGEST = 2000;

/**
 * The comments of a text that speak to the tool, in order. Whether one stands in code is for the reader to say.
 *
 * @param severalLines whether a comment may go on over line ends (not over a blank line); else it ends with its line
 */
export function findIgnoreComments(text: string, severalLines: boolean): readonly IgnoreComment[] {
  if (!text.includes('qingdan-')) return [];
  const found: IgnoreComment[] = [];
  let close = -2;
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(text); match; match = OPENING.exec(text)) {
    const start = match.index;
    const bodyStart = OPENING.lastIndex;
    if (isInsideComment(text, start)) continue;
    if (close !== -1 && close < bodyStart) close = text.indexOf('-->', bodyStart);
    const body = close < 0 || close - bodyStart > LONGEST ? null : text.slice(bodyStart, close);
    const closed = body !== null && !(severalLines ? BLANK_LINE : LINE_END).test(body);
    const end = closed ? close + 3 : lineEndAfter(text, bodyStart);
    const word = match[1] ?? '';
    found.push({
      word,
      wordSpan: { start: bodyStart - word.length, end: bodyStart },
      ...wordsOf(text, bodyStart, closed ? close : end),
      span: { start, end },
      closed,
      alone: false,
    });
    OPENING.lastIndex = end;
  }
  return withAlone(text, found);
}

/** Rule ids and reason of a comment's body. */
function wordsOf(text: string, start: number, end: number): Pick<IgnoreComment, 'rules' | 'reason'> {
  const body = text.slice(start, end);
  const dash = REASON.exec(body);
  const ids = dash ? body.slice(0, dash.index) : body;
  const reason = dash
    ? body
        .slice(dash.index + dash[0].length)
        .replace(/\s+/g, ' ')
        .trim()
    : '';
  const rules = [...ids.matchAll(/[^\s,，、]+/g)].map((match) => {
    const from = start + match.index;
    return { id: match[0], span: { start: from, end: from + match[0].length } };
  });
  return { rules, reason: reason === '' ? null : reason };
}

/** Another comment that is open on the same line: comments do not nest. */
function isInsideComment(text: string, start: number): boolean {
  let from = start;
  while (from > 0 && start - from < LONGEST && !isLineEnd(text.charCodeAt(from - 1))) from--;
  const line = text.slice(from, start);
  return line.lastIndexOf('<!--') > line.lastIndexOf('-->');
}

/** Says of each comment whether it stands alone: those that share a line do so together. */
function withAlone(text: string, found: readonly IgnoreComment[]): readonly IgnoreComment[] {
  const result: IgnoreComment[] = [];
  for (let i = 0; i < found.length; ) {
    const first = found[i];
    if (!first) break;
    let alone = text.slice(lineStartBefore(text, first.span.start), first.span.start).trim() === '';
    let next = i + 1;
    let end = first.span.end;
    for (let after = found[next]; after; after = found[next]) {
      const between = text.slice(end, after.span.start);
      if (LINE_END.test(between)) break;
      alone &&= between.trim() === '';
      end = after.span.end;
      next++;
    }
    alone &&= text.slice(end, lineEndAfter(text, end)).trim() === '';
    for (const comment of found.slice(i, next)) result.push({ ...comment, alone });
    i = next;
  }
  return result;
}

function lineStartBefore(text: string, at: number): number {
  let i = at;
  while (i > 0 && !isLineEnd(text.charCodeAt(i - 1))) i--;
  return i;
}

function lineEndAfter(text: string, at: number): number {
  let i = at;
  while (i < text.length && !isLineEnd(text.charCodeAt(i))) i++;
  return i;
}

/** The same as `LINE_END`, many times faster for one character. */
function isLineEnd(code: number): boolean {
  return (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029;
}
