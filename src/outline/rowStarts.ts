import { nearest } from '../grammar/nearest.ts';
import type { LineBlock } from '../model/source.ts';
import { sliceText, type Text, unspaced } from '../model/text.ts';

/** Where a row of PDF text begins. `line` and `offset` say where its words go on after number and category. */
export interface RowStart {
  readonly number: Text;
  readonly value: number;
  /** The pieces of the category, one a line; null where categories do not stand in a column. */
  readonly category: readonly Text[] | null;
  readonly line: number;
  readonly offset: number;
}

/** What is known where a row is looked for. */
export interface RowContext {
  readonly hasCategory: boolean;
  readonly categories: CategoryWords;
  /** The number that comes next when nothing is wrong. */
  readonly expected: number;
  /** A header, title or category heading stands directly above: a list or page begins. */
  readonly fresh: boolean;
}

export interface CategoryWords {
  readonly names: ReadonlySet<string>;
  readonly beginnings: ReadonlySet<string>;
}

const NUMBER = /^([0-9０-９]{1,4})(?=\s|$|[一-鿿“《])/;
const LONGEST_CATEGORY = 20;
/** How far a misprinted number may lie from the one due when only the number tells that a row begins. */
const NEAR = 3;

export function categoryWords(names: Iterable<string>): CategoryWords {
  const all = new Set<string>();
  const beginnings = new Set<string>();
  for (const name of names) {
    all.add(name);
    for (let i = 1; i <= name.length; i++) beginnings.add(name.slice(0, i));
  }
  return { names: all, beginnings };
}

/** Category names that a file shows by itself: the word between number and name of rows that stand in one line. */
export function learnCategories(lines: readonly LineBlock[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const match = /^[0-9]{1,4}\s+([一-鿿（）、]{2,12})\s+[一-鿿“《（]/.exec(line.text.value);
    if (match?.[1]) counts.set(match[1], (counts.get(match[1]) ?? 0) + 1);
  }
  return [...counts].flatMap(([name, count]) => (count >= 2 ? [name] : []));
}

/**
 * The row that begins at a line, or null. A number alone proves nothing in wrapped text (`10个工作日`), so a
 * known category must follow it, across line breaks if need be; else the number must be the one that is due.
 */
export function readRowStart(lines: readonly LineBlock[], at: number, context: RowContext): RowStart | null {
  const line = lines[at];
  if (!line || !isDigit(line.text.value.charCodeAt(0))) return null;
  const match = NUMBER.exec(line.text.value);
  if (!match?.[1]) return null;
  const digits = match[1];
  const number = sliceText(line.text, 0, digits.length);
  const value = Number(digits.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10)));
  const start = { number, value };
  const spaced = digits.length === line.text.value.length || /\s/.test(line.text.value.charAt(digits.length));
  if (!context.hasCategory) {
    const distance = value - context.expected;
    const sentence = /[。；：，、]$/.test(lines[at - 1]?.text.value ?? '。') || line.blankBefore > 0;
    const due = distance === 0 || (context.fresh && value === 1);
    const apart = line.blankBefore > 0 && /^\S+\s+[一-鿿“《]{2}/.test(line.text.value);
    if (!spaced || !(due || apart || (sentence && distance >= -1 && distance <= NEAR))) return null;
    return { ...start, category: null, ...after(lines, at, digits.length) };
  }
  const known = matchCategory(lines, at, digits.length, context.categories, false);
  if (known) return { ...start, ...known };
  const plausible = Math.abs(value - context.expected) <= NEAR || (context.fresh && value <= NEAR);
  if (!spaced || !plausible) return null;
  const near = matchCategory(lines, at, digits.length, context.categories, true);
  if (near) return { ...start, ...near };
  return value === context.expected || context.fresh
    ? unknownCategory(lines, at, digits.length, start)
    : null;
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

function after(lines: readonly LineBlock[], line: number, offset: number): { line: number; offset: number } {
  const value = lines[line]?.text.value ?? '';
  const rest = value.slice(offset);
  const skipped = offset + (rest.length - rest.trimStart().length);
  return skipped >= value.length ? { line: line + 1, offset: 0 } : { line, offset: skipped };
}

type CategoryMatch = Pick<RowStart, 'category' | 'line' | 'offset'>;

/** Reads a category from the words after a number: the longest known name (or, `loosely`, near name) that ends where a word ends. */
function matchCategory(
  lines: readonly LineBlock[],
  at: number,
  from: number,
  categories: CategoryWords,
  loosely: boolean,
): CategoryMatch | null {
  let read = '';
  let best: CategoryMatch | null = null;
  const pieces: Text[] = [];
  for (let i = at; i < lines.length && i < at + 8; i++) {
    const text = lines[i]?.text;
    if (!text) break;
    const words = text.value.matchAll(/\S+/g);
    let pieceStart = -1;
    let stop = false;
    for (const word of words) {
      const start = i === at ? Math.max(word.index, from) : word.index;
      const end = word.index + word[0].length;
      if (end <= start) continue;
      if (pieceStart < 0) pieceStart = start;
      read += text.value.slice(start, end);
      if (read.length > LONGEST_CATEGORY) return best;
      const hit = loosely
        ? read.length >= 3 && nearest(read, categories.names, 1) !== null
        : categories.names.has(read);
      if (hit) best = { category: [...pieces, sliceText(text, pieceStart, end)], ...after(lines, i, end) };
      if (!loosely && !categories.beginnings.has(read)) {
        stop = true;
        break;
      }
    }
    if (stop) return best;
    if (pieceStart >= 0) pieces.push(sliceText(text, pieceStart));
  }
  return best;
}

/** A category that nobody knows: the word beside the number, with the lines below it that are as narrow. */
function unknownCategory(
  lines: readonly LineBlock[],
  at: number,
  from: number,
  start: Pick<RowStart, 'number' | 'value'>,
): RowStart | null {
  const text = lines[at]?.text;
  if (!text) return null;
  const words = [...text.value.slice(from).matchAll(/\S+/g)];
  const first = words[0];
  if (!first || first[0].length > 12 || /[。；，：]/.test(first[0])) return null;
  const begin = from + first.index;
  const pieces = [sliceText(text, begin, begin + first[0].length)];
  if (words.length > 1) return { ...start, category: pieces, ...after(lines, at, begin + first[0].length) };
  let i = at + 1;
  for (; i < lines.length && pieces.length < 4; i++) {
    const line = lines[i];
    if (!line || line.blankBefore > 0 || line.text.value.length > first[0].length) break;
    pieces.push(line.text);
    if (line.text.value.length < first[0].length) {
      i++;
      break;
    }
  }
  return unspaced(first[0]).length <= 6 || i > at + 1
    ? { ...start, category: pieces, line: i, offset: 0 }
    : null;
}
