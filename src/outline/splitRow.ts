import { isDepartmentList, parseDepartments } from '../grammar/departments.ts';
import { groupByFirst } from '../grammar/lexicon.ts';
import type { Format } from '../model/format.ts';
import { ORGAN } from './places.ts';

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
/** A cell ends with a full stop; ； leaves it open. */
const FINISHED = /[。！？][”）)》]?$/;
const ENDED = /[。；;.！？”）)》]$/;
/**
 * A department of a county nobody told of: 安岭县应急管理局. Matched without white space; the shortest name of a
 * place goes first, for the end of the item's name may stand before it (整理 / 云泽县交通运输局).
 */
const PLACES = [2, 3, 4].map((length) => new RegExp(`^[一-鿿]{${length}}[县区市旗州盟]${ORGAN}`));
/** 市场监督管理局 does not open with the prefix 市. */
const BARE_ORGAN = new RegExp(`^${ORGAN}`);
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
  const { long, all } = openersOf(format);
  const openedBy = (words: ReadonlyMap<string, readonly string[]>) =>
    before.filter(
      (start) =>
        words.get(value.charAt(start))?.some((word) => startsWithWord(value, start, word)) === true &&
        !opensWith(BARE_ORGAN, value, start),
    );
  const opened = firstList(value, openedBy(long), format) ?? firstList(value, openedBy(all), format);
  return (
    opened ??
    PLACES.map((place) =>
      firstList(
        value,
        before.filter((start) => opensWith(place, value, start)),
        format,
      ),
    ).find((found) => found !== null) ??
    firstList(value, before, format) ??
    firstList(value, [0], format)
  );
}

interface Openers {
  /** Words of two characters and more, by their first. */
  readonly long: ReadonlyMap<string, readonly string[]>;
  readonly all: ReadonlyMap<string, readonly string[]>;
}

const openersByFormat = new WeakMap<Format, Openers>();

/** The words a department may open with: the county's names and the prefixes. */
function openersOf(format: Format): Openers {
  let openers = openersByFormat.get(format);
  if (!openers) {
    const words = [...format.countyNames, ...format.departments.prefixes];
    openers = { long: groupByFirst(words.filter((word) => word.length > 1)), all: groupByFirst(words) };
    openersByFormat.set(format, openers);
  }
  return openers;
}

function opensWith(pattern: RegExp, value: string, start: number): boolean {
  return pattern.test(value.slice(start, start + 20).replace(/\s+/g, ''));
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
      if (/[：:“”《》]|^[0-9]/.test(words)) break;
      const stop = words.search(/[。；;]/);
      // ； between two names is a slip of the pen; behind other words it ends a clause.
      if (stop >= 0 && (/[。；;].*[。；;]/s.test(words) || !namesDepartments(words.slice(0, stop), format)))
        break;
      if (namesDepartments(words, format) || namesWithClosingMark(value, start, end, format))
        found = [start, end];
    }
    if (found && !SEPARATOR_AFTER.test(value.slice(found[1])))
      return [start, endOfUnseparated(value, found[1], format)];
  }
  return null;
}

/** Whether a mark that does not belong there closes a list of names: 。 or ；, or 、 before the blank line that ends the cell. */
function namesWithClosingMark(value: string, start: number, end: number, format: Format): boolean {
  const mark = value.charAt(end - 1);
  if (!'。；;、，'.includes(mark) || !namesDepartments(value.slice(start, end - 1), format)) return false;
  if ('。；;'.includes(mark)) return true;
  const rest = /^[^\S\n]*\n[^\S\n]*\n\s*([^\n]*)/.exec(value.slice(end))?.[1];
  // Below a page break the list may go on with another name.
  return rest !== undefined && (/[：:]\s*$/.test(rest) || !namesDepartments(rest, format));
}

/**
 * Where a list ends whose last names follow without a separator: `县民政局 县财政局` up to the blank line that ends the cell.
 * Only where nothing but names stands there, for a heading of names may begin the cell of duties.
 */
function endOfUnseparated(value: string, end: number, { departments, countyNames }: Format): number {
  const blank = /\n[^\S\n]*\n|\f/.exec(value.slice(end));
  const rest = value.slice(end, blank ? end + blank.index : value.length);
  const words = rest.trim();
  if (!blank || words === '' || rest.charAt(0) === '\n' || /[：:。；;0-9]/.test(words)) return end;
  const { names, notNames, nobody } = parseDepartments(words, departments, countyNames);
  return names.length > 0 && notNames.length === 0 && nobody.length === 0 ? end + rest.trimEnd().length : end;
}

/** A list of departments, or words that stand in for one and name nobody (相关部门). */
function namesDepartments(words: string, { departments, countyNames }: Format): boolean {
  if (isDepartmentList(words, departments, countyNames)) return true;
  const squeezed = words.replace(/\s+/g, '');
  const parted = unglued(squeezed, countyNames);
  if (parted !== null && isDepartmentList(parted, departments, countyNames)) return true;
  return (
    departments.nobody.includes(squeezed.replace(/^[县区市州旗]级?/, '')) ||
    departments.nobody.includes(squeezed)
  );
}

/** Names that stand one behind the other without a separator, parted where the county's name follows the end of a name; null where none do. */
function unglued(words: string, countyNames: readonly string[]): string | null {
  let parted = words;
  for (const county of countyNames) {
    for (let at = parted.indexOf(county, 1); at > 0; at = parted.indexOf(county, at + county.length + 1)) {
      if ('局委办部会院室馆社'.includes(parted.charAt(at - 1)))
        parted = `${parted.slice(0, at)}、${parted.slice(at)}`;
    }
  }
  return parted === words ? null : parted;
}

/** Without a recognised department cell: what stands in the last paragraph before the duties. */
function splitByLayout(value: string, format: Format): CoordinatingCells {
  const starts = wordStarts(value);
  const duties = starts.find(
    (start) =>
      start > 0 &&
      (FIRST_CLAUSE.test(value.slice(start, start + 6)) || /^[^\n\f]*[:：](?:\n|$)/.test(value.slice(start))),
  );
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
  let best = { at: end, score: fit(whole, above, format) };
  const asTownship = fit(whole, below, format);
  if (asTownship > best.score) best = { at: start, score: asTownship };
  for (const match of text.matchAll(/\n\n/g)) {
    const right = text.slice(match.index).trimStart();
    const left = fit(whole, above, format);
    const rest = below === '' ? Number(FIRST_CLAUSE.test(right)) : fit(right, below, format);
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
function fit(words: string, cell: string, format: Format): number {
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

/** A line that stands above clauses: it ends with a colon, is a section's heading, or names departments and nothing else. */
function isHeading(line: string, format: Format): boolean {
  const trimmed = line.trim();
  return (
    /[:：]$/.test(trimmed) ||
    (/^[一二三四五六七八九十]{1,3}、/.test(trimmed) && !/[。；]$/.test(trimmed)) ||
    isDepartmentList(trimmed, format.departments, format.countyNames)
  );
}

/** Tells name and handover of a withdrawn row apart. */
export function splitWithdrawnRow(value: string, format: Format): { name: Range; handover: Range } {
  const all = wordStarts(value);
  const starts = all.filter((start) => start > 0);
  const { departmentLabels, mannerLabels, stopped } = format.handover;
  const labels = [...departmentLabels, ...mannerLabels];
  const begins = (start: number, words: readonly string[]) =>
    words.some((word) => startsWithWord(value, start, word));
  const label = all.find((start) => begins(start, labels) || begins(start, stopped));
  const limit = label ?? value.length;
  const { departments, countyNames } = format;
  const opened = starts.filter(
    (start) =>
      [...format.countyNames, ...format.departments.prefixes].some((word) =>
        startsWithWord(value, start, word),
      ) || PLACES.some((place) => opensWith(place, value, start)),
  );
  const list = [...opened, ...starts].find((start) => {
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
