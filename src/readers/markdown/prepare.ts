import type { IgnoreComment } from '../../model/ignoreComment.ts';
import type { Span } from '../../model/place.ts';
import { findIgnoreComments } from '../ignoreComments.ts';
import { findGridTables } from './gridTable.ts';
import { withoutIgnoreLines } from './ignoreLines.ts';

/**
 * A document as both engines read it, cut where its parts can be read each by itself. `text` has the
 * length of the source; front matter, ignore comments, other comments between table rows, and lines of nothing but white space that is none
 * in Markdown (U+3000, form feeds) are blanked in it: to the eye they are blank lines.
 */
export interface Prepared {
  readonly text: string;
  /** YAML front matter with its marks, or null. */
  readonly frontMatter: { readonly span: Span; readonly contents: Span } | null;
  readonly parts: readonly Part[];
  readonly ignores: readonly IgnoreComment[];
}

/**
 * `markdown` is read by the scanner or remark; `html` is a table written in HTML, from `<table` to `</table>`; `grid` one
 * drawn with `+---+`.
 */
export interface Part extends Span {
  readonly type: 'markdown' | 'html' | 'grid';
}

const ODD_SPACE = /[^\S\r\n \t]/;
const BLANK_LINE = /^[^\S\r\n]+$/gm;

/** Longest front matter in lines. */
const MAX_FRONT_MATTER = 200;

/**
 * Cuts a document.
 *
 * An HTML table stands by itself wherever it begins outside code, comments and pipe tables, and ends at its end tag: by CommonMark (0.31
 * §4.6) it would end at a blank line, and the rest of its rows would be read as code.
 */
export function prepare(source: string): Prepared {
  const comments = ignoresIn(source);
  let text = withoutIgnoreLines(source, comments);
  const frontMatter = findFrontMatter(text);
  let ignores = comments;
  if (frontMatter) {
    const { start, end } = frontMatter.span;
    ignores = comments.filter(({ span }) => span.end <= start || span.start >= end);
    text = text.slice(0, start) + blanked(text.slice(start, end)) + text.slice(end);
  }
  if (ODD_SPACE.test(text)) text = text.replace(BLANK_LINE, blanked);
  if (text.includes('<!--')) text = blankRowComments(text);
  return { text, frontMatter, parts: cutTables(text), ignores };
}

/** The ignore comments of a document, those left out that stand in code: there they are an example of one. */
function ignoresIn(source: string): readonly IgnoreComment[] {
  const found = findIgnoreComments(source, true);
  if (found.length === 0) return found;
  const code = codeRanges(source);
  let at = 0;
  return found.filter(({ span: { start } }) => {
    while ((code[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
    const range = code[at];
    // A comment at the start of a line is a range itself.
    const inRange =
      range !== undefined && range.start < start && source.slice(range.start, start).trim() !== '';
    return !inRange && !isInCodeSpan(source, start);
  });
}

/** Whether an odd number of backticks stands before the offset on its line. */
function isInCodeSpan(text: string, at: number): boolean {
  let count = 0;
  for (let i = at - 1; i >= 0 && at - i < ENOUGH && !isLineEnd(text.charCodeAt(i)); i--)
    if (text.charCodeAt(i) === 96) count++;
  return count % 2 === 1;
}

function blanked(words: string): string {
  return words.replace(/[^\r\n]/g, ' ');
}

/** Front matter stands between two lines `---` at the top and is YAML: keys with a colon, items, comments. Anything else is a page break. */
function findFrontMatter(source: string): Prepared['frontMatter'] {
  const opening = /^\s*---[ \t]*(?:\r\n|\n|\r)/.exec(source);
  if (!opening) return null;
  const contentsStart = opening[0].length;
  const start = source.indexOf('---');
  const line = /([^\r\n]*)(\r\n|\n|\r|$)/y;
  let at = contentsStart;
  let keys = 0;
  for (let count = 0; count < MAX_FRONT_MATTER && at < source.length; count++) {
    line.lastIndex = at;
    const words = line.exec(source)?.[1] ?? '';
    if (/^(?:---|\.\.\.)[ \t]*$/.test(words)) {
      const span = { start, end: at + words.length };
      return keys > 0 ? { span, contents: { start: contentsStart, end: at } } : null;
    }
    if (/^[^\s|:#-][^|:]*:(?:\s|$)/.test(words)) keys++;
    else if (!/^(?:[ \t]+\S.*|- .*|#.*|[ \t]*)$/.test(words) || /^[ \t]*\|/.test(words)) return null;
    at = line.lastIndex;
  }
  return null;
}

/**
 * Blanks comments that stand on lines of their own between two table rows, with the line break before them: the row
 * above gets spaces at its end instead of the table ending there.
 */
function blankRowComments(text: string): string {
  const kept: string[] = [];
  const closeAfter = closingFinder(text);
  let from = 0;
  let end = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', Math.max(end, open + 4))) {
    const lineStart = startOfLine(text, open);
    end = lineStart > 0 ? endOfComments(text, open, closeAfter) : 0;
    if (end === 0) continue;
    const breakStart = lineStart - (text.startsWith('\r\n', lineStart - 2) ? 2 : 1);
    if (!lineBefore(text, breakStart).includes('|') || !lineFrom(text, nextLine(text, end)).includes('|'))
      continue;
    kept.push(text.slice(from, breakStart), ' '.repeat(end - breakStart));
    from = end;
  }
  return kept.join('') + text.slice(from);
}

/** The start of the line when at most three spaces stand before the offset, else 0. */
function startOfLine(text: string, at: number): number {
  let i = at;
  while (i > 0 && at - i < 3 && text.charCodeAt(i - 1) === 32) i--;
  return i > 0 && isLineEnd(text.charCodeAt(i - 1)) ? i : 0;
}

/** The end of the line on which the comment ends, and the ones that follow it line by line; 0 when there is something behind it. */
function endOfComments(text: string, open: number, closeAfter: (at: number) => number): number {
  let end = 0;
  for (let at = open; text.startsWith('<!--', at); at = skipSpaces(text, nextLine(text, end))) {
    const close = closeAfter(at + 4);
    const behind = close < 0 ? 0 : skipSpaces(text, close + 3);
    if (close < 0 || !isLineEnd(text.charCodeAt(behind))) break;
    end = behind;
  }
  return end;
}

/** Finds the first `-->` from an offset on; asked in rising order, it walks over the text once. */
function closingFinder(text: string): (at: number) => number {
  let found = -2;
  return (at) => {
    if (found !== -1 && found < at) found = text.indexOf('-->', at);
    return found;
  };
}

function skipSpaces(text: string, at: number): number {
  let i = at;
  while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9) i++;
  return i;
}

/** The start of the line behind a line end. */
function nextLine(text: string, lineEnd: number): number {
  return lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : 1);
}

/** Longest stretch of a line that is searched for a pipe. */
const ENOUGH = 20_000;

function lineBefore(text: string, end: number): string {
  let i = end;
  while (i > 0 && end - i < ENOUGH && !isLineEnd(text.charCodeAt(i - 1))) i--;
  return text.slice(i, end);
}

function lineFrom(text: string, start: number): string {
  return /^[^\r\n]*/.exec(text.slice(start, start + ENOUGH))?.[0] ?? '';
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

function cutTables(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  const html = findHtmlTables(text).map((span): Part => ({ type: 'html', ...span }));
  const grids = findGridTables(text).map((span): Part => ({ type: 'grid', ...span }));
  const tables = grids.length === 0 ? html : [...html, ...grids].sort((a, b) => a.start - b.start);
  for (const table of tables) {
    const { start, end } = table;
    if (start < from) continue;
    if (from < start) parts.push({ type: 'markdown', start: from, end: start });
    parts.push(table);
    from = end;
  }
  if (from < text.length) parts.push({ type: 'markdown', start: from, end: text.length });
  return parts;
}

interface TableTag extends Span {
  readonly closing: boolean;
}

function findHtmlTables(text: string): Span[] {
  const tags: TableTag[] = [];
  for (const match of text.matchAll(/<(\/?)table(?:[\s/][^<>]{0,4000})?>/gi))
    tags.push({ start: match.index, end: match.index + match[0].length, closing: match[1] === '/' });
  if (tags.length === 0) return [];
  const code = codeRanges(text);
  const matching = matchTags(tags);
  const tables: Span[] = [];
  let from = 0;
  for (const [index, tag] of tags.entries()) {
    if (tag.closing || tag.start < from || !standsAlone(text, tag.start, from, code)) continue;
    const close = tags[matching[index] ?? -1];
    from = close ? close.end : blankLineAfter(text, tag.end);
    tables.push({ start: tag.start, end: from });
  }
  return tables;
}

/** For each opening tag the index of its closing one, inner tables first; -1 where it has none. */
function matchTags(tags: readonly TableTag[]): number[] {
  const matching = tags.map(() => -1);
  const open: number[] = [];
  for (const [index, tag] of tags.entries()) {
    if (!tag.closing) open.push(index);
    else {
      const opening = open.pop();
      if (opening !== undefined) matching[opening] = index;
    }
  }
  return matching;
}

function standsAlone(text: string, start: number, from: number, code: readonly Span[]): boolean {
  for (let i = start - 1; i >= from && start - i < 5000; i--) {
    const character = text.charCodeAt(i);
    if (isLineEnd(character)) break;
    if (character === 124 || character === 96) return false;
  }
  let low = 0;
  let high = code.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((code[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const range = code[low];
  return !range || range.start > start;
}

function blankLineAfter(text: string, at: number): number {
  const blank = /(?:\r\n|\n|\r)[ \t]*(?:\r|\n)/g;
  blank.lastIndex = at;
  return blank.exec(text)?.index ?? text.length;
}

/** Fenced code and comments, in order. */
function codeRanges(text: string): Span[] {
  const ranges: Span[] = [];
  const opening = /^[ \t]{0,3}(?:(`{3,})[^`\r\n]*|(~{3,})[^\r\n]*|<!--)/gm;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const fence = match[1] ?? match[2];
    const end =
      fence === undefined ? commentEnd(text, match.index) : fenceEnd(text, opening.lastIndex, fence);
    ranges.push({ start: match.index, end });
    if (end >= text.length) break;
    opening.lastIndex = Math.max(end, opening.lastIndex);
  }
  return ranges;
}

function commentEnd(text: string, start: number): number {
  const end = text.indexOf('-->', start);
  return end < 0 ? text.length : end + 3;
}

function fenceEnd(text: string, from: number, fence: string): number {
  const mark = fence.charAt(0);
  const closing = new RegExp(`[\\r\\n][ \\t]{0,3}${mark}{${fence.length},}[ \\t]*(?=[\\r\\n]|$)`, 'g');
  closing.lastIndex = from;
  const match = closing.exec(text);
  return match ? match.index + match[0].length : text.length;
}
