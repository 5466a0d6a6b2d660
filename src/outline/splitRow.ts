import { isDepartmentList } from '../grammar/departments.ts';
import type { Format } from '../model/format.ts';

/**
 * Half-open ranges in the text of a row (number and category already taken off), in which a line break is
 * `\n`, a blank line `\n\n` and a page break `\f`. A cell that page breaks cut has several ranges.
 */
export type Range = readonly [start: number, end: number];

export interface CoordinatingCells {
  readonly name: readonly Range[];
  readonly departments: readonly Range[];
  readonly superiorDuties: readonly Range[];
  readonly townshipDuties: readonly Range[];
  /** False where no department cell was recognised and only the layout decided. */
  readonly certain: boolean;
}

const CLAUSE_START =
  /^(?:[0-9０-９]{1,2}\s*[.．、]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[①-⑳])/;
const FIRST_CLAUSE = /^(?:[1１]\s*[.．、]|1(?=[一-鿿])|一、|[（(][一1][）)]|①)/;
const ENDED = /[。；;.！？”）)》]$/;
const SEPARATOR_BEFORE = /[、，]\s*$/;
const SEPARATOR_AFTER = /^\s*[、，]/;
const LONGEST_DEPARTMENTS = 400;

/** Offsets at which a word begins: after white space. */
function wordStarts(value: string): readonly number[] {
  const starts: number[] = [];
  for (let i = 0; i < value.length; i++) {
    if (value.charAt(i).trim() !== '' && (i === 0 || value.charAt(i - 1).trim() === '')) starts.push(i);
  }
  return starts;
}

function wordEnds(value: string): readonly number[] {
  const ends: number[] = [];
  for (let i = 1; i <= value.length; i++) {
    if (value.charAt(i - 1).trim() !== '' && (i === value.length || value.charAt(i).trim() === ''))
      ends.push(i);
  }
  return ends;
}

/** Tells the cells of a coordinating row apart by the grammar: a name, a list of departments, duties, duties. */
export function splitCoordinatingRow(value: string, format: Format): CoordinatingCells {
  const departments = findDepartments(value, format);
  if (departments) {
    const duties = splitDuties(value, departments[1], format);
    return { name: [[0, departments[0]]], departments: [departments], ...duties, certain: true };
  }
  return splitByLayout(value, format);
}

/**
 * The department cell: the first words after the name that are nothing but a list of departments, as long as
 * that holds. Words that open with the county or a prefix go before others: the last line of a wrapped name
 * and the department below it (`工作` / `巴楚县水利局`) would make a name as well.
 */
function findDepartments(value: string, format: Format): Range | null {
  const starts = wordStarts(value);
  const limit = starts.find((start) => start > 0 && FIRST_CLAUSE.test(value.slice(start, start + 6)));
  const before = starts.filter((start) => start > 0 && start < (limit ?? value.length));
  const { countyNames, departments } = format;
  const openers = [...countyNames, ...departments.prefixes];
  const openedBy = (words: readonly string[]) =>
    before.filter((start) => words.some((word) => startsWithWord(value, start, word)));
  return (
    firstList(value, openedBy(openers.filter((word) => word.length > 1)), format) ??
    firstList(value, openedBy(openers), format) ??
    firstList(value, before, format)
  );
}

/** The list that begins at the first of the starts that allow one; not one that a separator cuts off from what stands before or after it. */
function firstList(value: string, starts: readonly number[], format: Format): Range | null {
  const ends = wordEnds(value);
  for (const start of starts) {
    if (SEPARATOR_BEFORE.test(value.slice(0, start))) continue;
    let found: Range | null = null;
    for (const end of ends) {
      if (end <= start) continue;
      if (end - start > LONGEST_DEPARTMENTS) break;
      const words = value.slice(start, end);
      if (/[。；：:;“”《》]|^[0-9]/.test(words)) break;
      if (isDepartmentList(words, format.departments, format.countyNames)) found = [start, end];
    }
    if (found && !SEPARATOR_AFTER.test(value.slice(found[1]))) return found;
  }
  return null;
}

/** Without a recognised department cell: what stands in the last paragraph before the duties. */
function splitByLayout(value: string, format: Format): CoordinatingCells {
  const starts = wordStarts(value);
  const duties = starts.find((start) => start > 0 && FIRST_CLAUSE.test(value.slice(start, start + 6)));
  const dutyStart = duties ?? paragraphStarts(value)[2] ?? value.length;
  const paragraphs = paragraphStarts(value).filter((start) => start > 0 && start < dutyStart);
  const departmentStart = paragraphs[paragraphs.length - 1] ?? dutyStart;
  return {
    name: [[0, departmentStart]],
    departments: [[departmentStart, dutyStart]],
    ...splitDuties(value, dutyStart, format),
    certain: false,
  };
}

function paragraphStarts(value: string): readonly number[] {
  return [0, ...[...value.matchAll(/\n\n/g)].map((match) => match.index + 2)];
}

type DutyCells = Pick<CoordinatingCells, 'superiorDuties' | 'townshipDuties'>;

/** The two duties cells in `value` from `start` on, page breaks included. */
function splitDuties(value: string, start: number, format: Format): DutyCells {
  const pages: Range[] = [];
  let from = start;
  for (const match of value.slice(start).matchAll(/\f/g)) {
    pages.push([from, start + match.index]);
    from = start + match.index + 1;
  }
  pages.push([from, value.length]);
  const filled = pages.filter(([a, b]) => value.slice(a, b).trim() !== '');
  const superior: Range[] = [];
  const township: Range[] = [];
  for (const [i, [a, b]] of filled.entries()) {
    if (i === 0) {
      const cut = boundary(value, a, b, format) ?? b;
      superior.push([a, cut]);
      if (value.slice(cut, b).trim() !== '') township.push([cut, b]);
      continue;
    }
    const cut = restBoundary(value, [a, b], superior, township);
    if (cut > a) superior.push([a, cut]);
    if (cut < b) township.push([cut, b]);
  }
  return { superiorDuties: superior, townshipDuties: township };
}

/** Where the township's duties begin between two offsets, or null when the text is one cell. */
function boundary(value: string, start: number, end: number, format: Format): number | null {
  const text = value.slice(start, end);
  const blanks = [...text.matchAll(/\n\n/g)].map((match) => match.index + 2);
  const rated = blanks.map((at) => rate(text, at, format));
  const sound = rated.filter((candidate) => candidate.begins && candidate.ended);
  const numbered = sound.find((candidate) => candidate.first);
  const chosen = numbered ?? sound[0] ?? rated.find((candidate) => candidate.begins) ?? rated[0];
  if (chosen) return start + chosen.at;
  const restart = wordStarts(text)
    .filter((at) => at > 0)
    .map((at) => rate(text, at, format))
    .filter((candidate) => candidate.first && candidate.ended && !underHeading(text, candidate.at));
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
function underHeading(text: string, at: number): boolean {
  const line = /[^\n\f]*$/.exec(text.slice(0, at).trimEnd())?.[0] ?? '';
  return /[:：]$/.test(line) || (/^[一二三四五六七八九十]{1,3}、/.test(line) && !/[。；]$/.test(line));
}

/** After a page break: how much of a page still belongs to the superior's duties. */
function restBoundary(
  value: string,
  [start, end]: Range,
  superior: readonly Range[],
  township: readonly Range[],
): number {
  const text = value.slice(start, end);
  const blank = /\n\n/.exec(text);
  const above = textOf(value, superior);
  const below = textOf(value, township);
  if (blank) {
    const rest = text.slice(blank.index).trimStart();
    if (goesOn(text.trimStart(), above) && (below === '' || goesOn(rest, below))) return start + blank.index;
  }
  if (goesOn(text.trimStart(), below) && !goesOn(text.trimStart(), above)) return start;
  return blank && below !== '' && !goesOn(text.trimStart(), below) ? start + blank.index : end;
}

function textOf(value: string, ranges: readonly Range[]): string {
  return ranges
    .map(([a, b]) => value.slice(a, b))
    .join('\n')
    .trim();
}

/** Whether words continue a cell: the next clause number, or the rest of a clause that has not ended. */
function goesOn(words: string, cell: string): boolean {
  if (cell === '') return false;
  const number = /^([0-9]{1,2})\s*[.．、]/.exec(words)?.[1];
  if (number === undefined) return !CLAUSE_START.test(words) && !ENDED.test(cell);
  const last = [...cell.matchAll(/(?:^|[\n；;。])\s*([0-9]{1,2})\s*[.．、]/g)].at(-1)?.[1];
  return ENDED.test(cell) && Number(number) === Number(last ?? 0) + 1;
}

/** Tells name and handover of a withdrawn row apart. */
export function splitWithdrawnRow(value: string, format: Format): { name: Range; handover: Range } {
  const starts = wordStarts(value).filter((start) => start > 0);
  const { departmentLabels, mannerLabels, stopped } = format.handover;
  const labels = [...departmentLabels, ...mannerLabels];
  const begins = (start: number, words: readonly string[]) =>
    words.some((word) => startsWithWord(value, start, word));
  const label = starts.find((start) => begins(start, labels) || begins(start, stopped));
  const limit = label ?? value.length;
  const { departments, countyNames } = format;
  const list = starts.find((start) => {
    if (start >= limit) return false;
    const ends = wordEnds(value).filter((end) => end > start && end <= limit);
    return ends.some((end) => {
      const atLabel = label !== undefined && value.slice(end, label).trim() === '';
      if (label !== undefined && !atLabel) return false;
      return isDepartmentList(value.slice(start, end), departments, countyNames);
    });
  });
  const from = list ?? label ?? starts.find((start) => /^由/.test(value.slice(start))) ?? value.length;
  return { name: [0, from], handover: [from, value.length] };
}

/** Whether a word stands at an offset, white space inside it passed over. */
function startsWithWord(value: string, start: number, word: string): boolean {
  let at = start;
  for (const character of word) {
    while (at < value.length && value.charAt(at).trim() === '') at++;
    if (value.charAt(at) !== character) return false;
    at++;
  }
  return true;
}
