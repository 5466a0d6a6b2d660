import type { DepartmentName } from '../../../src/grammar/departments.ts';
import type { Duties } from '../../../src/grammar/duties.ts';
import type { DutyItem } from '../../../src/model/document.ts';
import { departmentsOf, superiorDutiesOf } from '../../../src/outline/reading.ts';
import type { Random } from '../layouts/random.ts';
import type { Injected, Sample } from './defect.ts';
import { type ItemPlace, inItem, itemsOf, pickFrom } from './places.ts';

/** A coordinating item with what the grammar makes of its sound cells. */
export interface Assigned extends ItemPlace {
  readonly cell: string;
  readonly names: readonly DepartmentName[];
  readonly duties: string;
  readonly form: Duties['form'];
}

const known = new WeakMap<Sample, readonly Assigned[]>();

export function assignedItems(sample: Sample): readonly Assigned[] {
  const before = known.get(sample);
  if (before) return before;
  const found = itemsOf(sample.plain, 'coordinating').flatMap((place): Assigned[] => {
    const item: DutyItem | undefined = sample.read.lists[place.list]?.items[place.index];
    const list = item && departmentsOf(sample.read, item);
    const duties = item && superiorDutiesOf(sample.read, item);
    if (!list || !duties || list.openEnded || list.names.length === 0) return [];
    return [
      {
        ...place,
        cell: place.item.departments ?? '',
        names: list.names,
        duties: place.item.superiorDuties ?? '',
        form: duties.form,
      },
    ];
  });
  known.set(sample, found);
  return found;
}

export function pickItem(sample: Sample, random: Random, fits: (item: Assigned) => boolean): Assigned | null {
  return pickFrom(random, assignedItems(sample).filter(fits));
}

/** The name without what stands for the county, the party or the level above. */
export function base({ name, prefix }: DepartmentName): string {
  return name.slice(prefix.length);
}

/** The county's name without 县 as it stands in the document's title, for writing it in front of a department. */
export function countyOf(sample: Sample): string | null {
  const title = `${sample.plain.title}${sample.plain.lists[0]?.title ?? ''}`;
  return /(?:州|市|地区|^)([一-龥]{2,3}县)/.exec(title)?.[1] ?? null;
}

export function inCellOfDepartments(
  sample: Sample,
  item: Assigned,
  cell: string,
  duties: string = item.duties,
): Injected {
  return inItem(
    sample,
    item,
    { departments: cell, superiorDuties: duties },
    ['departments', 'superiorDuties'],
    `${item.cell} → ${cell}`,
  );
}

/** Names of departments in the sound document, most used first. */
export function usage(sample: Sample): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const { names } of assignedItems(sample))
    for (const { name } of names) count.set(name, (count.get(name) ?? 0) + 1);
  return count;
}

/** The cell with every name written out, joined as the cell joined them: by ， before another prefix where it did so. */
export function writtenOut(cell: string, names: readonly DepartmentName[]): string {
  let out = '';
  names.forEach(({ name, prefix, bracket }, i) => {
    const before = names[i - 1];
    if (before) out += cell.includes('，') && before.prefix !== prefix ? '，' : '、';
    out += name + (bracket ? `（${bracket}）` : '');
  });
  return out;
}

export const isPlain = ({ cell }: Assigned): boolean => !/[（(]/.test(cell);

/** Whether every name stands in the duties, so that taking one away or putting one in can be seen. */
export const namesAll = ({ form, names, duties }: Assigned): boolean =>
  form !== 'single' && names.length > 1 && names.every((name) => duties.includes(base(name)));

/** Words of department names with what a slip makes of them. */
const SLIPS: readonly (readonly [string, string])[] = [
  ['农村', '农付'],
  ['生态', '生太'],
  ['水利', '水力'],
  ['应急', '应及'],
  ['监督', '监都'],
  ['民政', '民正'],
  ['卫生', '卫声'],
  ['司法', '司发'],
  ['财政', '财证'],
  ['公安', '公按'],
  ['交通', '交同'],
  ['资源', '自源'],
  ['住房', '住方'],
];

/** A slip that the words allow, or null. */
export function slipOf(words: string): readonly [string, string] | null {
  return SLIPS.find(([right]) => words.includes(right)) ?? null;
}

/** The short form of a full name, the full name of a short form, without prefix; null where there is none. */
export function otherForm(sample: Sample, name: string): string | null {
  for (const [full, shorts] of Object.entries(sample.read.format.departments.shortForms)) {
    if (full === name) return shorts[0] ?? null;
    if (shorts.includes(name)) return full;
  }
  return null;
}
