import type { DutyColumn, HeaderRow } from '../model/document.ts';
import type { ColumnRole, Format } from '../model/format.ts';
import type { LineBlock } from '../model/source.ts';
import { concat, sliceText, squeeze, type Text } from '../model/text.ts';
import { headerWords } from './headers.ts';

/** A header found in the lines: `from` to `to` (exclusive) are indexes of lines. */
export interface HeaderLines {
  readonly from: number;
  readonly to: number;
  readonly header: HeaderRow;
}

/** A header in PDF text is a handful of words, but each may be wrapped to a line a character. */
const MOST_LINES = 14;

const piecesByWords = new WeakMap<ReadonlyMap<string, ColumnRole>, ReadonlySet<string>>();

/** Every stretch of every header word: what a line of a wrapped header can consist of. */
function piecesOf(words: ReadonlyMap<string, ColumnRole>): ReadonlySet<string> {
  const known = piecesByWords.get(words);
  if (known) return known;
  const pieces = new Set<string>();
  for (const word of words.keys()) {
    for (let i = 0; i < word.length; i++) {
      for (let j = i + 1; j <= word.length; j++) pieces.add(word.slice(i, j));
    }
  }
  piecesByWords.set(words, pieces);
  return pieces;
}

/**
 * The header that begins at a line, whole (`序号 事项类别 事项名称`), wrapped over many lines, or in part
 * (a page break may cut one), or null. Taken are the most lines whose words, put together, are header words
 * without a rest: at least two, or one line that a number column opens.
 */
export function readHeaderLines(format: Format, lines: readonly LineBlock[], at: number): HeaderLines | null {
  const words = headerWords(format);
  const pieces = piecesOf(words);
  let best: HeaderLines | null = null;
  const parts: Text[] = [];
  for (let i = at; i < Math.min(lines.length, at + MOST_LINES); i++) {
    const line = lines[i];
    if (!line) break;
    const tokens = line.text.value.split(/\s+/);
    if (!tokens.every((token) => pieces.has(token))) {
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
  return best;
}

/** One line that begins with the number column's word and holds two known words beside words nobody knows. */
function looseHeader(format: Format, lines: readonly LineBlock[], at: number): HeaderLines | null {
  const line = lines[at];
  if (!line) return null;
  const words = headerWords(format);
  const columns: DutyColumn[] = [];
  for (const match of line.text.value.matchAll(/\S+/g)) {
    if (match[0].length > 16) return null;
    const header = sliceText(line.text, match.index, match.index + match[0].length);
    const role = words.get(match[0]) ?? null;
    columns.push({ role: role ?? 'unknown', header, readAs: role });
  }
  const known = columns.filter((column) => column.role !== 'unknown').length;
  if (columns[0]?.role !== 'number' || known < 3) return null;
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
