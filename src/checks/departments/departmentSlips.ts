import { nearest } from '../../grammar/nearest.ts';
import { isKnownBase } from '../../grammar/prefixes.ts';
import type { DutyItem, DutyList, ListDocument } from '../../model/document.ts';
import type { ColumnRole } from '../../model/format.ts';
import type { Text } from '../../model/text.ts';
import { mentionsOf } from '../../outline/reading.ts';
import type { PlacedList } from '../places.ts';
import { type DepartmentUse, departmentUses } from './departmentUses.ts';
import { isSuspected } from './suspectedName.ts';

/** Words that were most likely meant to be a department's name. */
export interface DepartmentSlip {
  readonly placed: PlacedList;
  readonly item: DutyItem;
  readonly role: ColumnRole;
  readonly text: Text;
  /** Offsets in the cell's value. */
  readonly start: number;
  readonly end: number;
  /** White space left out. */
  readonly found: string;
  readonly meant: string;
  /** The ending is missing (县财政 for 县财政局), or a character is wrong. */
  readonly by: 'cut' | 'slip';
}

const ROLES = ['superiorDuties', 'townshipDuties', 'handover', 'handoverManner'] as const;
/** A name that stands at least this often can be what a slip was meant to be. */
const OFTEN = 2;
const LONGEST = 16;
/** Shorter names are a character apart too often: 商务局, 税务局. */
const LEAST_TELLING = 4;
/** Two slips in a long name are still one name. */
const LONG = 8;
/** What a department cut short does next; 县财政资金 and 县公安机关 are no departments. */
const ACTS = /^(?:复核|审核|审批|审定|批准|批复|核准|备案|汇总|会签|负责|牵头)/;
const NOT_HAN = /[^\u3400-\u9fff]/;

/**
 * Names in sentences and headings that no vocabulary holds and that are a character away from a department named
 * elsewhere in the document, and names of departments cut short (报县财政复核).
 */
export function departmentSlips(document: ListDocument, placed: PlacedList): readonly DepartmentSlip[] {
  const before = slipsByList.get(placed.list);
  if (before) return before;
  const found = findSlips(document, placed);
  slipsByList.set(placed.list, found);
  return found;
}

const slipsByList = new WeakMap<DutyList, readonly DepartmentSlip[]>();

function findSlips(document: ListDocument, placed: PlacedList): readonly DepartmentSlip[] {
  const known = namesByUnit(document, placed.list.part);
  if (known.size === 0) return [];
  const inCells = slipsInCells(document, placed, known);
  const inTexts = placed.list.items.flatMap((item) =>
    ROLES.flatMap((role) => slipsIn(document, placed, item, role, known)),
  );
  // A handover holds department and sentence in one cell.
  const told = (slip: DepartmentSlip) =>
    inTexts.some((other) => other.text === slip.text && other.start < slip.end && slip.start < other.end);
  return [...inCells.filter((slip) => !told(slip)), ...inTexts];
}

/** Slips among the names of department cells; where the county's departments are all known, a rule of its own reports them. */
function slipsInCells(document: ListDocument, placed: PlacedList, known: Known): readonly DepartmentSlip[] {
  const { departments } = document.format;
  if (departments.registry.length > 0) return [];
  return departmentUses(document, placed).flatMap((use): readonly DepartmentSlip[] => {
    if (use.where !== 'column' || isKnownBase(use.base, departments)) return [];
    const meant = slipOf(use.base, known.get(use.canonical.charAt(0)) ?? []);
    if (meant === null) return [];
    const { item, role, text, end, base } = use;
    return [{ placed, item, role, text, start: startOfBase(use), end, found: base, meant, by: 'slip' }];
  });
}

/** Where the name behind the prefix begins. */
function startOfBase({ text, start, carried, prefix }: DepartmentUse): number {
  return carried ? start : endOf(text.value, start, prefix.length);
}

function slipsIn(
  document: ListDocument,
  placed: PlacedList,
  item: DutyItem,
  role: ColumnRole,
  known: Known,
): readonly DepartmentSlip[] {
  const text = item.fields[role]?.text;
  if (!text) return [];
  const mentions = mentionsOf(document, item, role);
  const slips: DepartmentSlip[] = [];
  for (const [unit, bases] of known) {
    for (let at = text.value.indexOf(unit); at >= 0; at = text.value.indexOf(unit, at + 1)) {
      if (mentions.some((mention) => mention.start <= at && at < mention.end)) continue;
      const slip = slipBehind(text.value, at + 1, bases, document);
      if (slip)
        slips.push({
          placed,
          item,
          role,
          text,
          start: at,
          end: slip.end,
          found: `${unit}${slip.found}`,
          meant: `${unit}${slip.meant}`,
          by: slip.by,
        });
    }
  }
  return slips;
}

function slipBehind(
  value: string,
  from: number,
  bases: ReadonlySet<string>,
  document: ListDocument,
): Pick<DepartmentSlip, 'end' | 'found' | 'meant' | 'by'> | null {
  const words = value.slice(from, from + LONGEST + 8).replace(/\s+/g, '');
  const stop = words.search(NOT_HAN);
  const stretch = stop < 0 ? words : words.slice(0, stop);
  const office = stretch.indexOf('局');
  if (office > 1) {
    const found = stretch.slice(0, office + 1);
    const meant = isKnownBase(found, document.format.departments) ? null : slipOf(found, bases);
    if (meant !== null) return { end: endOf(value, from, found.length), found, meant, by: 'slip' };
  }
  if (from < 2 || !'报由经'.includes(value.charAt(from - 2))) return null;
  for (const base of bases) {
    const found = base.slice(0, -1);
    if (!base.endsWith('局') || !stretch.startsWith(found) || !ACTS.test(stretch.slice(found.length)))
      continue;
    return { end: endOf(value, from, found.length), found, meant: base, by: 'cut' };
  }
  return null;
}

/** Behind so many characters that are no white space. */
function endOf(value: string, from: number, length: number): number {
  let end = from;
  for (let left = length; left > 0 && end < value.length; end++) if (value.charAt(end).trim() !== '') left--;
  return end;
}

/** The name a slip was meant to be, or null. */
function slipOf(found: string, bases: Iterable<string>): string | null {
  const near = nearest(found, bases, found.length >= LONG ? 2 : 1);
  return near !== null && near.distance > 0 ? near.word : null;
}

type Known = ReadonlyMap<string, ReadonlySet<string>>;

/** Bases of departments by the unit before them, as the document often writes them. */
function namesByUnit(document: ListDocument, part: number): Known {
  const { departments } = document.format;
  const counts = new Map<string, number>();
  const uses: readonly DepartmentUse[] = document.lists.flatMap((list, index) =>
    list.part === part ? departmentUses(document, { list, index }) : [],
  );
  for (const use of uses) {
    const unit = use.canonical.charAt(0);
    if ('县市区旗'.includes(unit))
      counts.set(`${unit}${use.base}`, (counts.get(`${unit}${use.base}`) ?? 0) + 1);
  }
  const byUnit = new Map<string, Set<string>>();
  for (const [name, count] of counts) {
    const base = name.slice(1);
    const isSure = isKnownBase(base, departments);
    if (count < (isSure && base.length >= LEAST_TELLING ? 1 : OFTEN) || base.length < 3) continue;
    // A name that is misspelt itself, however often, is nothing to correct others by.
    if (base.length >= LEAST_TELLING && isSuspected(base, departments)) continue;
    const bases = byUnit.get(name.charAt(0)) ?? new Set();
    byUnit.set(name.charAt(0), bases.add(base));
  }
  return byUnit;
}
