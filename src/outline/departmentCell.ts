import { isDepartmentList, parseDepartments } from '../grammar/departments.ts';
import { groupByFirst } from '../grammar/lexicon.ts';
import type { Format } from '../model/format.ts';
import { FIRST_CLAUSE } from './dutyText.ts';
import { ORGAN } from './places.ts';
import { type Range, startsWithWord, wordEnds, wordStarts } from './rowWords.ts';

/**
 * A department of a county nobody told of: 安岭县应急管理局. Matched without white space; the shortest name of a
 * place goes first, for the end of the item's name may stand before it (整理 / 云泽县交通运输局).
 */
export const PLACES = [2, 3, 4].map((length) => new RegExp(`^[一-鿿]{${length}}[县区市旗州盟]${ORGAN}`));

/** 市场监督管理局 does not open with the prefix 市. */
const BARE_ORGAN = new RegExp(`^${ORGAN}`);

/** 州生态环境局 / 昭苏县分局: the second line of a name, not the beginning of one. */
const BRANCH = /^[一-鿿]{2,4}[县区市旗](?:分局|支局|支行|支队|大队|分公司|营业部)/;

const SEPARATOR_BEFORE = /[、，]\s*$/;

const SEPARATOR_AFTER = /^\s*[、，]/;

const LONGEST_DEPARTMENTS = 400;

/**
 * The department cell: the first words after the name that are nothing but a list of departments, as long as
 * that holds. Words that open with the county or a prefix go before others: the last line of a wrapped name
 * and the department below it (`工作` / `巴楚县水利局`) would make a name as well.
 */
export function findDepartments(value: string, format: Format): Range | null {
  const starts = wordStarts(value);
  const limit = starts.find((start) => start > 0 && FIRST_CLAUSE.test(value.slice(start, start + 6)));
  const before = starts.filter((start) => start > 0 && start < (limit ?? value.length));
  const { long, all } = openersOf(format);
  const openedBy = (words: ReadonlyMap<number, readonly string[]>) =>
    before.filter(
      (start) =>
        words.get(value.charCodeAt(start))?.some((word) => startsWithWord(value, start, word)) === true &&
        !opensWith(BARE_ORGAN, value, start) &&
        !opensWith(BRANCH, value, start),
    );
  const openedByPlace = (place: RegExp) =>
    firstList(
      value,
      before.filter((start) => opensWith(place, value, start)),
      format,
    );
  const opened = firstList(value, openedBy(long), format);
  const prefixed = opened ? null : firstList(value, openedBy(all), format);
  return (
    opened ??
    (prefixed &&
      (PLACES.map(openedByPlace).find((found) => repeatsPlace(value, found, prefixed)) ?? prefixed)) ??
    PLACES.map(openedByPlace).find((found) => found !== null) ??
    firstList(value, before, format) ??
    firstList(value, [0], format)
  );
}

/**
 * Whether a list that opens with a county's name holds the other one and names that county again: the county's name was
 * wrapped away from its last department (安岭 / 县司法局).
 */
function repeatsPlace(value: string, found: Range | null, inner: Range): boolean {
  if (!found || found[0] >= inner[0] || found[1] < inner[1]) return false;
  const words = value.slice(...found).replace(/\s+/g, '');
  const place = /^[一-鿿]+?[县区市旗州盟]/.exec(words)?.[0];
  return place !== undefined && words.indexOf(place, place.length) > 0;
}

interface Openers {
  /** Words of two characters and more, by the code of their first. */
  readonly long: ReadonlyMap<number, readonly string[]>;
  readonly all: ReadonlyMap<number, readonly string[]>;
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

export function opensWith(pattern: RegExp, value: string, start: number): boolean {
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

/** A page break may leave so many blank lines inside a cell. */
const BLANKS_INSIDE = 2;

/**
 * Where a list ends whose last names follow without a separator: `县民政局 县财政局` up to the blank line that ends the cell.
 * Only where nothing but names stands there, for a heading of names may begin the cell of duties.
 */
function endOfUnseparated(value: string, end: number, { departments, countyNames }: Format): number {
  if (value.charAt(end) === '\n') return end;
  const rest = value.slice(end, end + LONGEST_DEPARTMENTS);
  const blanks = [...rest.matchAll(/\n[^\S\n]*\n|\f/g)].slice(0, BLANKS_INSIDE);
  for (const blank of blanks) {
    const words = rest.slice(0, blank.index).trim();
    if (words === '' || /[：:。；;0-9]/.test(words)) return end;
    const { names, notNames, nobody } = parseDepartments(words, departments, countyNames);
    if (names.length > 0 && notNames.length === 0 && nobody.length === 0)
      return end + rest.slice(0, blank.index).trimEnd().length;
  }
  return end;
}

/** A list of departments, or words that stand in for one and name nobody (相关部门). */
function namesDepartments(words: string, { departments, countyNames }: Format): boolean {
  if (isDepartmentList(words, departments, countyNames)) return true;
  const squeezed = words.replace(/\s+/g, '');
  const parted = unglued(squeezed, countyNames);
  if (parted !== null && isDepartmentList(parted, departments, countyNames)) return true;
  if (GLUED.test(words) && isDepartmentList(words.replace(GLUED_ALL, '$&、'), departments, countyNames))
    return true;
  return (
    departments.nobody.includes(squeezed.replace(/^[县区市州旗]级?/, '')) ||
    departments.nobody.includes(squeezed)
  );
}

/** The end of a name with the prefix of the next one right behind it, on one line: `县委编办县公安局`. */
const GLUED = /[局办部会院室馆社队司心站](?=[县州地]委?\s*[一-龥])/;
const GLUED_ALL = new RegExp(GLUED, 'g');

/** Names that stand one behind the other without a separator, parted where the county's name follows the end of a name; null where none do. */
function unglued(words: string, countyNames: readonly string[]): string | null {
  let parted = words;
  for (const county of countyNames) {
    for (let at = parted.indexOf(county, 1); at > 0; at = parted.indexOf(county, at + county.length + 1)) {
      if ('局委办部会院室馆社队司心站'.includes(parted.charAt(at - 1)))
        parted = `${parted.slice(0, at)}、${parted.slice(at)}`;
    }
  }
  return parted === words ? null : parted;
}
