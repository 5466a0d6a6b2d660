import { isBranchName, isShortForm, plainPrefix } from '../../grammar/prefixes.ts';
import type { DutyList, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Localized } from '../../model/format.ts';
import { spanOf, type Text } from '../../model/text.ts';
import { departmentsOf } from '../../outline/reading.ts';
import { departmentUses, useSpan } from '../departments/departmentUses.ts';
import { isSamePlace, type PlaceLevel, placesIn } from '../matters/placeNames.ts';
import { atItem, type PlacedList, words } from '../places.ts';

/**
 * What the lists of one township say that can be compared with those of its neighbours. `P` is how a place is told: in a
 * document, or in a report.
 */
export interface Township<P> {
  /** Null where no title names it. */
  readonly prefecture: string | null;
  readonly county: string;
  readonly township: string;
  /** The coordinating items that name their departments plainly: no 等, no 有关部门, no name that occurs twice. */
  readonly items: readonly ComparedItem<P>[];
  /** The county's departments in the department column, each in the form that this township uses most. */
  readonly departments: readonly ComparedDepartment<P>[];
}

export interface ComparedItem<P> {
  /** Without white space. */
  readonly name: string;
  /** Canonical names, sorted, joined by 、. */
  readonly departments: string;
  readonly place: P;
}

export interface ComparedDepartment<P> {
  /** Canonical: 县林业和草原局. */
  readonly department: string;
  /** As written, without the prefix: 林草局. */
  readonly form: string;
  /** Whether the form is known to be short for another. */
  readonly short: boolean;
  /** Where it stands first in that form. */
  readonly place: P;
}

/** A place in a document. */
export type ItemPlace = Pick<Finding, 'span' | 'list' | 'listIndex' | 'item' | 'itemIndex' | 'column'>;

const known = new WeakMap<ListDocument, readonly Township<ItemPlace>[]>();

/** The townships of a document that holds a coordinating list and tells whose it is; one for each part of it. */
export function townshipsOf(document: ListDocument): readonly Township<ItemPlace>[] {
  const before = known.get(document);
  if (before) return before;
  const townships = document.lists.flatMap((list, index) =>
    list.kind === 'coordinating' ? townshipOf(document, { list, index }) : [],
  );
  known.set(document, townships);
  return townships;
}

function townshipOf(document: ListDocument, placed: PlacedList): readonly Township<ItemPlace>[] {
  const { list } = placed;
  const places = placesOf(document, list);
  const township = places.get('township') ?? townshipOfPreamble(document);
  const county = places.get('county') ?? countyOfFormat(document);
  if (township === undefined || county === undefined) return [];
  return [
    {
      prefecture: places.get('prefecture') ?? null,
      county,
      township,
      items: itemsOf(document, placed),
      departments: departmentsOfList(document, placed),
    },
  ];
}

/** The places that the titles name: that of the list itself, then those of its part, then the cover. */
function placesOf(document: ListDocument, list: DutyList): ReadonlyMap<PlaceLevel, string> {
  const parts = new Set(document.lists.map(({ part }) => part));
  const ofPart = document.lists.filter(({ part }) => part === list.part);
  const titles: readonly (Text | null)[] = [list, ...ofPart].map(({ title }) => title);
  const found = new Map<PlaceLevel, string>();
  for (const title of [...titles, ...(parts.size === 1 ? [document.title] : [])]) {
    for (const { level, name } of title ? placesIn(title) : []) if (!found.has(level)) found.set(level, name);
  }
  return found;
}

/** The county that the format is of, where all its names are one name with and without what stands above it. */
function countyOfFormat({ format }: ListDocument): string | undefined {
  const [shortest] = [...format.countyNames].sort((a, b) => a.length - b.length);
  return shortest !== undefined && format.countyNames.every((name) => name.endsWith(shortest))
    ? shortest
    : undefined;
}

const DESCRIBED =
  /^[\u4e00-\u9fff]{1,6}?(?:民族乡|街道|苏木|镇|乡)(?=属于|地处|位于|隶属|是|总面积|下辖|辖)/u;

/** 石桥镇 of a document without titles, whose preamble begins 石桥镇位于…. */
function townshipOfPreamble({ paragraphs, lists }: ListDocument): string | undefined {
  if (new Set(lists.map(({ part }) => part)).size > 1) return undefined;
  const found = paragraphs.flatMap((text) => DESCRIBED.exec(words(text))?.[0] ?? []);
  return found[0];
}

function itemsOf(document: ListDocument, placed: PlacedList): readonly ComparedItem<ItemPlace>[] {
  const items = placed.list.items.flatMap((item): readonly ComparedItem<ItemPlace>[] => {
    const name = item.fields.name?.text;
    const cell = item.fields.departments?.text;
    const read = departmentsOf(document, item);
    if (!name || !cell || !read || read.names.length === 0) return [];
    if (read.openEnded || read.nobody.length > 0 || read.notNames.length > 0) return [];
    const departments = [...new Set(read.names.map(({ canonical }) => canonical))].sort().join('、');
    const place = atItem(placed, item, 'departments', spanOf(cell));
    return [{ name: words(name), departments, place }];
  });
  const times = new Map<string, number>();
  for (const { name } of items) times.set(name, (times.get(name) ?? 0) + 1);
  return items.filter(({ name }) => name !== '' && times.get(name) === 1);
}

function departmentsOfList(
  document: ListDocument,
  placed: PlacedList,
): readonly ComparedDepartment<ItemPlace>[] {
  const { departments, countyNames } = document.format;
  const forms = new Map<string, Map<string, { count: number; readonly place: ItemPlace }>>();
  for (const use of departmentUses(document, placed)) {
    // The township's own bodies and those of the prefecture are others in every document.
    const isCountys = /^[县市区旗]/.test(plainPrefix(use.prefix, departments));
    if (use.role !== 'departments' || !isCountys || isBranchName(use.base, departments, countyNames))
      continue;
    const own = forms.get(use.canonical) ?? new Map<string, { count: number; readonly place: ItemPlace }>();
    forms.set(use.canonical, own);
    const form = own.get(use.base);
    if (form) form.count++;
    else own.set(use.base, { count: 1, place: atItem(placed, use.item, 'departments', useSpan(use)) });
  }
  return [...forms].flatMap(([department, own]) => {
    const [most] = [...own].sort(([, a], [, b]) => b.count - a.count);
    if (!most) return [];
    const [form, { place }] = most;
    return [{ department, form, short: isShortForm(form, departments), place }];
  });
}

/** Indexes of townships that belong to one county, for each county of which there are two or more. */
export function countiesOf(
  townships: readonly Pick<Township<unknown>, 'prefecture' | 'county' | 'township'>[],
): readonly (readonly number[])[] {
  const counties: number[][] = [];
  for (const [index, one] of townships.entries()) {
    const own = counties.find((members) => members.every((at) => isSameCounty(townships[at], one)));
    if (own) own.push(index);
    else counties.push([index]);
  }
  // Two drafts of one township are no neighbours.
  return counties.filter((members) => new Set(members.map((at) => townships[at]?.township)).size > 1);
}

type CountyName = Pick<Township<unknown>, 'prefecture' | 'county'>;

function isSameCounty(one: CountyName | undefined, other: CountyName): boolean {
  if (!one || !isSamePlace(one.county, other.county)) return false;
  if (one.prefecture === null || other.prefecture === null) return true;
  return isSamePlace(one.prefecture, other.prefecture);
}

/** Why nothing can be compared. */
export const NOT_COMPARED: Readonly<Record<'unknown' | 'alone', Localized>> = {
  unknown: {
    zh: '没有读出是哪个县哪个乡镇的配合清单，无法与同县的对照',
    en: 'it cannot be told whose coordinating list it is, so none is of the same county',
  },
  alone: {
    zh: '检查的内容里没有同县其他乡镇的配合清单',
    en: 'nothing of another township of the county was checked with it',
  },
};
