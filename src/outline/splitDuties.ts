import { isDepartmentList } from '../grammar/departments.ts';
import type { Format } from '../model/format.ts';
import { isWholeCell, joinBrokenDuties } from './brokenDuties.ts';
import { CLAUSE_START, ENDED, FINISHED, FIRST_CLAUSE, isHeading } from './dutyText.ts';
import { type Range, wordStarts } from './rowWords.ts';

/** The two duties cells of a coordinating row. */
export interface DutyCells {
  readonly superiorDuties: readonly Range[];
  readonly townshipDuties: readonly Range[];
  /** False where a page break mixed the words of the two and nothing tells whose they are. */
  readonly told: boolean;
}

/** The two duties cells in `value` from `start` on, page breaks included. */
export function splitDuties(value: string, start: number, format: Format): DutyCells {
  const cells = splitByMarks(value, start, format);
  const parts = pieces(value, [start, value.length], /\f/g);
  if (parts.length < 2) return { ...cells, told: true };
  // Blank lines show where the cells part; a text without them runs from one into the other.
  const marked = /\n\n/.test(value.slice(start).trim());
  const { superiorDuties, townshipDuties } = cells;
  const whole = [superiorDuties, townshipDuties].every((ranges) =>
    isWholeCell(textOf(value, ranges), format),
  );
  if (marked && whole) return { ...cells, told: true };
  const [above, below, more] = parts;
  const joined = above && below && !more ? joinBrokenDuties(value, above, below, format) : null;
  if (joined) return { superiorDuties: joined.superior, townshipDuties: joined.township, told: true };
  return { ...cells, told: marked };
}

function splitByMarks(value: string, start: number, format: Format): Omit<DutyCells, 'told'> {
  const [first = [start, value.length] as Range, ...rest] = pieces(value, [start, value.length], /\f/g);
  const cut = boundary(value, first[0], first[1], format) ?? first[1];
  const superior: Range[] = [[first[0], cut]];
  const township: Range[] = [];
  // A page break that left no header looks like any blank line; it only matters where the superior's duties are unfinished.
  const unfinished = !FINISHED.test(textOf(value, superior));
  const [own, ...more] = pieces(value, [cut, first[1]], unfinished ? /\n\n/g : /\f/g);
  if (own) township.push(own);
  for (const piece of [...more, ...rest]) {
    const at = restBoundary(value, piece, superior, township, format);
    if (at > piece[0]) superior.push([piece[0], at]);
    if (at < piece[1]) township.push([at, piece[1]]);
  }
  return { superiorDuties: superior, townshipDuties: township };
}

/** A range cut at a mark; pieces without words are left out. */
function pieces(value: string, [start, end]: Range, mark: RegExp): readonly Range[] {
  const cut: Range[] = [];
  let from = start;
  for (const match of value.slice(start, end).matchAll(mark)) {
    cut.push([from, start + match.index]);
    from = start + match.index + match[0].length;
  }
  cut.push([from, end]);
  return cut.filter(([a, b]) => value.slice(a, b).trim() !== '');
}

/** Where the township's duties begin between two offsets, or null when the text is one cell. */
function boundary(value: string, start: number, end: number, format: Format): number | null {
  const text = value.slice(start, end);
  const blanks = [...text.matchAll(/\n\n/g)]
    .filter((match) => text.slice(0, match.index).trim() !== '')
    .map((match) => match.index + 2);
  const rated = blanks.map((at) => rate(text, at, format));
  const sound = rated.filter((candidate) => candidate.begins && candidate.ended);
  const numbered = sound.find((candidate) => candidate.first);
  const chosen = numbered ?? sound[0] ?? rated.find((candidate) => candidate.begins) ?? rated[0];
  if (chosen) return start + chosen.at;
  const restart = wordStarts(text)
    .filter((at) => at > 0)
    .map((at) => rate(text, at, format))
    .filter((candidate) => candidate.first && candidate.ended && !underHeading(text, candidate.at, format));
  const whole = restart.find((candidate) => candidate.section) ?? restart[0];
  if (whole) return start + whole.at;
  const sentence = wordStarts(text)
    .map((at) => rate(text, at, format))
    .find((candidate) => candidate.at > 0 && candidate.begins && candidate.stopped);
  return sentence ? start + sentence.at : null;
}

interface Candidate {
  readonly at: number;
  /** The words there can begin a cell: the first clause, or no clause number at all, and no department heading. */
  readonly begins: boolean;
  /** They are the first clause or section. */
  readonly first: boolean;
  readonly section: boolean;
  /** What stands before ends a clause. */
  readonly ended: boolean;
  /** What stands before ends a sentence. */
  readonly stopped: boolean;
}

function rate(text: string, at: number, format: Format): Candidate {
  const right = text.slice(at).trimStart();
  const left = text.slice(0, at).trimEnd();
  const first = FIRST_CLAUSE.test(right);
  const line = /^[^\n\f]*/.exec(right)?.[0] ?? '';
  const heading =
    /[:：]$/.test(line.trimEnd()) ||
    isDepartmentList(line.replace(/[:：].*$/s, ''), format.departments, format.countyNames);
  return {
    at,
    first,
    section: /^一、/.test(right),
    begins: right !== '' && (first || (!CLAUSE_START.test(right) && !heading)),
    ended: ENDED.test(left),
    stopped: /[。！？]$/.test(left),
  };
}

/** Whether the line before an offset is a heading, so that the clause there is the first below it and not of a new cell. */
function underHeading(text: string, at: number, format: Format): boolean {
  return isHeading(/[^\n\f]*$/.exec(text.slice(0, at).trimEnd())?.[0] ?? '', format);
}

/** After a page break: how much of a page still belongs to the superior's duties, by what goes on best. */
function restBoundary(
  value: string,
  [start, end]: Range,
  superior: readonly Range[],
  township: readonly Range[],
  format: Format,
): number {
  const above = textOf(value, superior);
  const below = textOf(value, township);
  const text = value.slice(start, end);
  const whole = text.trimStart();
  let best = { at: end, score: continuity(whole, above, format) };
  const asTownship = continuity(whole, below, format);
  if (asTownship > best.score) best = { at: start, score: asTownship };
  for (const match of text.matchAll(/\n\n/g)) {
    const right = text.slice(match.index).trimStart();
    const left = continuity(whole, above, format);
    const rest = below === '' ? Number(FIRST_CLAUSE.test(right)) : continuity(right, below, format);
    if (left > 0 && rest > 0 && left + rest > best.score)
      best = { at: start + match.index, score: left + rest };
  }
  return best.at;
}

function textOf(value: string, ranges: readonly Range[]): string {
  return ranges
    .map(([a, b]) => value.slice(a, b))
    .join('\n')
    .trim();
}

/** How well words continue a cell: 3 where the cell is left open for them, 1 where it could have ended, 0 not at all. */
function continuity(words: string, cell: string, format: Format): number {
  if (cell === '' || words === '') return 0;
  const lastLine = /[^\n\f]*$/.exec(cell)?.[0] ?? '';
  if (isHeading(lastLine, format)) return FIRST_CLAUSE.test(words) || !CLAUSE_START.test(words) ? 3 : 0;
  if (!ENDED.test(cell)) return CLAUSE_START.test(words) ? 0 : 3;
  const firstLine = /^[^\n\f]*/.exec(words)?.[0] ?? '';
  const number = /^([0-9]{1,2})\s*[.．、]/.exec(words)?.[1];
  if (number !== undefined) {
    const last = [...cell.matchAll(/(?:^|[\n；;。])\s*([0-9]{1,2})\s*[.．、]/g)].at(-1)?.[1];
    if (Number(number) !== Number(last ?? 0) + 1) return 0;
    return /[；;]$/.test(cell) ? 3 : 1;
  }
  const section = /^([一二三四五六七八九十]{1,3})、/.exec(words)?.[1];
  if (section !== undefined)
    return section !== '一' && /(?:^|\n)\s*[一二三四五六七八九十]{1,3}、/.test(cell) ? 2 : 0;
  return isHeading(firstLine, format) && cell.split('\n').some((line) => isHeading(line, format)) ? 2 : 0;
}
