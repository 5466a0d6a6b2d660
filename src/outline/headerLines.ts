import type { DutyColumn, HeaderRow } from '../model/document.ts';
import type { ColumnRole, Format } from '../model/format.ts';
import type { LineBlock } from '../model/source.ts';
import { concat, sliceText, squeeze, type Text } from '../model/text.ts';
import { headerWords } from './headers.ts';
import { looksLikePageNumber } from './pageNumbers.ts';

/** A header found in the lines: `from` to `to` (exclusive) are indexes of lines. */
export interface HeaderLines {
  readonly from: number;
  readonly to: number;
  readonly header: HeaderRow;
}

/** A header in PDF text is a handful of words, but each may be wrapped to a line a character. */
const MOST_LINES = 14;
const LONGEST_LINE = 80;
const LONGEST_CUT = 6;

const joinedByWords = new WeakMap<ReadonlyMap<string, ColumnRole>, string>();

/** All header words in one string: a token of a wrapped header is a stretch of one of them, and so of this. */
function joinedWords(words: ReadonlyMap<string, ColumnRole>): string {
  const known = joinedByWords.get(words);
  if (known !== undefined) return known;
  const joined = [...words.keys()].join('\n');
  joinedByWords.set(words, joined);
  return joined;
}

/**
 * The header that begins at a line, whole (`序号 事项类别 事项名称`), wrapped over many lines, or in part
 * (a page break may cut one), or null. Taken are the most lines whose words, put together, are header words
 * without a rest: at least two, or one line that a number column opens.
 */
export function readHeaderLines(format: Format, lines: readonly LineBlock[], at: number): HeaderLines | null {
  return (
    headerFrom(format, lines, at) ?? (endsCutWord(format, lines, at) ? headerBelow(format, lines, at) : null)
  );
}

/** The header below the end of a word that the page cut (`对应上级部` is lost, `门` begins the page). */
function headerBelow(format: Format, lines: readonly LineBlock[], at: number): HeaderLines | null {
  const header = headerFrom(format, lines, at + 1);
  return header && { ...header, from: at };
}

/** Whether a line at the top of a page is nothing but the end of a header word. */
function endsCutWord(format: Format, lines: readonly LineBlock[], at: number): boolean {
  const line = lines[at];
  if (!line || line.text.value.length > LONGEST_CUT) return false;
  const above = lines[at - 1];
  const atTop = line.blankBefore > 1 || (above !== undefined && looksLikePageNumber(above));
  if (!atTop) return false;
  const cut = squeeze(line.text.value).value;
  return [...headerWords(format).keys()].some((word) => word.length > cut.length && word.endsWith(cut));
}

function headerFrom(format: Format, lines: readonly LineBlock[], at: number): HeaderLines | null {
  const words = headerWords(format);
  const joined = joinedWords(words);
  let best: HeaderLines | null = null;
  const parts: Text[] = [];
  for (let i = at; i < Math.min(lines.length, at + MOST_LINES); i++) {
    const line = lines[i];
    if (!line) break;
    const { value } = line.text;
    const fits =
      value.length <= LONGEST_LINE &&
      joined.includes(value.charAt(0)) &&
      joined.includes(value.charAt(value.length - 1)) &&
      value.split(/\s+/).every((token) => joined.includes(token));
    if (!fits) {
      if (i === at) return looseHeader(format, lines, at);
      break;
    }
    parts.push(line.text);
    const columns = splitWords(words, concat(parts));
    if (columns && (columns.length >= 2 || columns[0]?.role === 'number')) {
      const span = { start: lines[at]?.span.start ?? line.span.start, end: line.span.end };
      best = { from: at, to: i + 1, header: { cells: columns, span } };
    }
  }
  return best && { ...best, to: afterCutWord(words, lines, best.to) };
}

/** A page may cut a header in mid-word: lines directly below it that begin a header word belong to it. */
function afterCutWord(
  words: ReadonlyMap<string, ColumnRole>,
  lines: readonly LineBlock[],
  from: number,
): number {
  let read = '';
  let to = from;
  for (let i = from; i < Math.min(lines.length, from + 4); i++) {
    const line = lines[i];
    if (!line || line.blankBefore > 0) break;
    read += squeeze(line.text.value).value;
    if (![...words.keys()].some((word) => word.length > read.length && word.startsWith(read))) break;
    to = i + 1;
  }
  return read.length >= 2 && lines[to]?.blankBefore !== 0 ? to : from;
}

/** One line that begins with the number column's word and holds two known words beside words nobody knows. */
function looseHeader(format: Format, lines: readonly LineBlock[], at: number): HeaderLines | null {
  const line = lines[at];
  if (!line) return null;
  const words = headerWords(format);
  if (words.get(/^\S*/.exec(line.text.value)?.[0] ?? '') !== 'number') return null;
  const columns: DutyColumn[] = [];
  for (const match of line.text.value.matchAll(/\S+/g)) {
    if (match[0].length > 16) return null;
    const header = sliceText(line.text, match.index, match.index + match[0].length);
    const role = words.get(match[0]) ?? null;
    columns.push({ role: role ?? 'unknown', header, readAs: role });
  }
  const known = columns.filter((column) => column.role !== 'unknown').length;
  if (known < 3) return null;
  return { from: at, to: at + 1, header: { cells: columns, span: line.span } };
}

/** Splits joined header text into header words, the longest first, or null when something is left over. */
function splitWords(words: ReadonlyMap<string, ColumnRole>, text: Text): readonly DutyColumn[] | null {
  const { value, at } = squeeze(text.value);
  const failed = new Set<number>();
  const longest = Math.max(...[...words.keys()].map((word) => word.length));
  function from(start: number): DutyColumn[] | null {
    if (start === value.length) return [];
    if (failed.has(start)) return null;
    for (let end = Math.min(value.length, start + longest); end > start; end--) {
      const role = words.get(value.slice(start, end));
      if (!role) continue;
      const rest = from(end);
      if (!rest) continue;
      const header = sliceText(text, at[start] ?? 0, (at[end - 1] ?? 0) + 1);
      return [{ role, header, readAs: role }, ...rest];
    }
    failed.add(start);
    return null;
  }
  const columns = from(0);
  if (!columns) return null;
  const roles = new Set(columns.map((column) => column.role));
  return roles.size === columns.length ? columns : null;
}
