import type { DutyColumn, HeaderRow } from '../model/document.ts';
import type { ColumnRole, Format } from '../model/format.ts';
import type { LineBlock } from '../model/source.ts';
import { concat, sliceText, type Text, unspaced } from '../model/text.ts';
import { splitWithSlip, splitWords } from './headerSplit.ts';
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

interface JoinedWords {
  /** All header words: a token of a wrapped header is a stretch of one of them, and so of this. */
  readonly text: string;
  /** The code units of their characters, by which nearly every line is told to be no header. */
  readonly codes: ReadonlySet<number>;
}

const joinedByWords = new WeakMap<ReadonlyMap<string, ColumnRole>, JoinedWords>();

function joinedWords(words: ReadonlyMap<string, ColumnRole>): JoinedWords {
  const known = joinedByWords.get(words);
  if (known !== undefined) return known;
  const text = [...words.keys()].join('\n');
  const joined = { text, codes: new Set(Array.from(text, (character) => character.charCodeAt(0))) };
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
  const cut = unspaced(line.text.value);
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
      (value === '' ||
        (joined.codes.has(value.charCodeAt(0)) && joined.codes.has(value.charCodeAt(value.length - 1)))) &&
      value.split(/\s+/).every((token) => joined.text.includes(token));
    if (!fits) {
      if (i === at) return slippedHeader(words, lines, at, null) ?? looseHeader(format, lines, at);
      break;
    }
    parts.push(line.text);
    const columns = splitWords(words, concat(parts));
    if (columns && (columns.length >= 2 || columns[0]?.role === 'number')) {
      const span = { start: lines[at]?.span.start ?? line.span.start, end: line.span.end };
      best = { from: at, to: i + 1, header: { cells: columns, span } };
    }
  }
  const slipped = slippedHeader(words, lines, at, best);
  if (slipped) return slipped;
  return best && { ...best, to: afterCutWord(words, lines, best.to) };
}

/** The columns that stand last in a list. */
const LAST_COLUMNS: ReadonlySet<string> = new Set(['townshipDuties', 'handover', 'handoverManner', 'note']);
/** A header with a slip in it must hold so many columns for the rest to prove what it is. */
const LEAST_SLIPPED = 3;

/** A header with one word written wrong (`事项各称`) that goes on behind what was read without it, or null. */
function slippedHeader(
  words: ReadonlyMap<string, ColumnRole>,
  lines: readonly LineBlock[],
  at: number,
  exact: HeaderLines | null,
): HeaderLines | null {
  const first = lines[at];
  if (!first || words.get(/^\S*/.exec(first.text.value)?.[0] ?? '') !== 'number') return null;
  const columns = exact?.header.cells ?? [];
  if (LAST_COLUMNS.has(columns[columns.length - 1]?.role ?? '')) return null;
  let found: HeaderLines | null = null;
  const parts: Text[] = [];
  for (let i = at; i < Math.min(lines.length, at + MOST_LINES); i++) {
    const line = lines[i];
    if (!line || line.text.value.length > LONGEST_LINE || /[0-9０-９，。；：]/.test(line.text.value)) break;
    parts.push(line.text);
    if (exact && i < exact.to) continue;
    const cells = splitWithSlip(words, concat(parts));
    if (!cells || cells.length < LEAST_SLIPPED) continue;
    found = { from: at, to: i + 1, header: { cells, span: { start: first.span.start, end: line.span.end } } };
  }
  return found;
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
    read += unspaced(line.text.value);
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
