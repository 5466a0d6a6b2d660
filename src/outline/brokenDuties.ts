import type { Format } from '../model/format.ts';
import { CLAUSE_START, FINISHED, FIRST_CLAUSE, isHeading } from './dutyText.ts';
import type { Range } from './rowWords.ts';

/** So many places to cut at are tried; a row has far fewer. */
const MOST_CUTS = 60;

/** The number of a clause at its beginning; not of `3.27万`. */
const CLAUSE_NUMBER = /(^|[\n；;。：:]|\s)([0-9]{1,2})\s*[.．、](?![0-9])/g;
const SECTION = /(?:^|\s)([一二三四五六七八九十]{1,3})、/g;
const SECTIONS = '一二三四五六七八九十';

/** Whether words are a whole cell of duties: they end, and their clauses are numbered from 1 without gap or repeat. */
export function isWholeCell(words: string, format: Format): boolean {
  const text = words.trim();
  if (!FINISHED.test(text)) return false;
  const sections = [...text.matchAll(SECTION)].map(({ 1: numeral = '' }) => numeral);
  if (sections.length <= SECTIONS.length && sections.join('') !== SECTIONS.slice(0, sections.length))
    return false;
  let last = 0;
  let from = 0;
  for (const match of text.matchAll(CLAUSE_NUMBER)) {
    const number = Number(match[2]);
    const before = text.slice(from, match.index + (match[1]?.length ?? 0));
    const line = /[^\n\f]*$/.exec(before.trimEnd())?.[0] ?? '';
    const anew = number === 1 && (last === 0 || isHeading(line, format) || before.search(SECTION) >= 0);
    if (!anew && number !== last + 1) return false;
    last = number;
    from = match.index + match[0].length;
  }
  return true;
}

/**
 * The two duties cells of a row that one page break cuts in two, each part without a mark between the cells: the first halves of both
 * stand above the break, the others below; a short cell may stand on one side of it whole. Null where none, or more than one, way to cut them gives two whole cells.
 */
export function joinBrokenDuties(
  value: string,
  above: Range,
  below: Range,
  format: Format,
): { readonly superior: readonly Range[]; readonly township: readonly Range[] } | null {
  const inside = lineStarts(value, above).filter((at) => beginsCell(value, above, at));
  const upper = [above[0], ...inside, above[1]];
  const lower = [below[0], ...lineStarts(value, below), below[1]];
  if (upper.length > MOST_CUTS || lower.length > MOST_CUTS) return null;
  const found: { superior: readonly Range[]; township: readonly Range[] }[] = [];
  for (const first of upper) {
    for (const second of lower) {
      const superior: readonly Range[] = [
        [above[0], first],
        [below[0], second],
      ];
      const township: readonly Range[] = [
        [first, above[1]],
        [second, below[1]],
      ];
      if (!goesOn(value, superior) || !goesOn(value, township)) continue;
      if (!isWholeCell(wordsOf(value, superior), format)) continue;
      if (!isWholeCell(wordsOf(value, township), format)) continue;
      found.push({ superior: filled(superior), township: filled(township) });
      if (found.length > 1) return null;
    }
  }
  return found[0] ?? null;
}

/** Offsets at which a line begins that is not the first of a range. */
function lineStarts(value: string, [start, end]: Range): readonly number[] {
  return [...value.slice(start, end).matchAll(/\n+/g)]
    .map((match) => start + match.index + match[0].length)
    .filter((at) => value.slice(start, at).trim() !== '' && value.slice(at, end).trim() !== '');
}

/** A cell begins with its first clause; without a number only where the cell before it has ended. */
function beginsCell(value: string, [start, end]: Range, at: number): boolean {
  const right = value.slice(at, end).trimStart();
  if (FIRST_CLAUSE.test(right)) return !/^1[.．][0-9]/.test(right);
  return FINISHED.test(value.slice(start, at).trimEnd()) && !CLAUSE_START.test(right);
}

/** Whether what stands below a page break can follow what stands above it: the rest of a sentence, or the next clause. */
function goesOn(value: string, [[a, b] = [0, 0], [c, d] = [0, 0]]: readonly Range[]): boolean {
  const above = value.slice(a, b).trim();
  const below = value.slice(c, d).trim();
  if (above === '') return FIRST_CLAUSE.test(below);
  if (below === '') return FINISHED.test(above);
  const open = !/[。；;：:！？]$/.test(above);
  return open ? !CLAUSE_START.test(below) : true;
}

function wordsOf(value: string, ranges: readonly Range[]): string {
  return ranges.map(([a, b]) => value.slice(a, b)).join('\n');
}

function filled(ranges: readonly Range[]): readonly Range[] {
  return ranges.filter(([a, b]) => b > a);
}
