import type { DepartmentName } from '../../../src/grammar/departments.ts';
import type { Duties } from '../../../src/grammar/duties.ts';
import type { DutyItem } from '../../../src/model/document.ts';
import { departmentsOf, superiorDutiesOf } from '../../../src/outline/reading.ts';
import type { Random } from '../layouts/random.ts';
import type { Defect, Injected, Sample } from './defect.ts';
import { type ItemPlace, inItem, itemsOf, pickFrom } from './places.ts';

/** A coordinating item with what the grammar makes of its sound cells. */
interface Assigned extends ItemPlace {
  readonly cell: string;
  readonly names: readonly DepartmentName[];
  readonly duties: string;
  readonly form: Duties['form'];
}

const known = new WeakMap<Sample, readonly Assigned[]>();

function assignedItems(sample: Sample): readonly Assigned[] {
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

function pickItem(sample: Sample, random: Random, fits: (item: Assigned) => boolean): Assigned | null {
  return pickFrom(random, assignedItems(sample).filter(fits));
}

/** The name without what stands for the county, the party or the level above. */
function base({ name, prefix }: DepartmentName): string {
  return name.slice(prefix.length);
}

/** The county's name without 县 as it stands in the document's title, for writing it in front of a department. */
function countyOf(sample: Sample): string | null {
  const title = `${sample.plain.title}${sample.plain.lists[0]?.title ?? ''}`;
  return /(?:州|市|地区|^)([一-龥]{2,3}县)/.exec(title)?.[1] ?? null;
}

function inCellOfDepartments(
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
function usage(sample: Sample): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const { names } of assignedItems(sample))
    for (const { name } of names) count.set(name, (count.get(name) ?? 0) + 1);
  return count;
}

/** The cell with every name written out, joined as the cell joined them: by ， before another prefix where it did so. */
function writtenOut(cell: string, names: readonly DepartmentName[]): string {
  let out = '';
  names.forEach(({ name, prefix, bracket }, i) => {
    const before = names[i - 1];
    if (before) out += cell.includes('，') && before.prefix !== prefix ? '，' : '、';
    out += name + (bracket ? `（${bracket}）` : '');
  });
  return out;
}

const isPlain = ({ cell }: Assigned): boolean => !/[（(]/.test(cell);

/** Whether every name stands in the duties, so that taking one away or putting one in can be seen. */
const namesAll = ({ form, names, duties }: Assigned): boolean =>
  form !== 'single' && names.length > 1 && names.every((name) => duties.includes(base(name)));

/** Faults of the department cell and of what the duties give each department. */
export const departmentDefects: readonly Defect[] = [
  {
    id: 'department-missing',
    rules: ['department-named', 'row-shape'],
    inject(sample, random) {
      const item = pickItem(sample, random, ({ form, names }) => form === 'single' && names.length === 1);
      return item && inCellOfDepartments(sample, item, '');
    },
  },
  {
    id: 'department-vague-alone',
    rules: ['department-named'],
    inject(sample, random) {
      const item = pickItem(sample, random, ({ form }) => form === 'single');
      return item && inCellOfDepartments(sample, item, random.pick(['相关部门', '有关部门', '各有关单位']));
    },
  },
  {
    id: 'department-vague-beside',
    rules: ['department-vague'],
    inject(sample, random) {
      const item = pickItem(sample, random, isPlain);
      return (
        item && inCellOfDepartments(sample, item, `${item.cell}、${random.pick(['相关部门', '有关部门'])}`)
      );
    },
  },
  {
    id: 'department-duty-text',
    rules: ['department-named', 'department-cell-clean'],
    inject(sample, random) {
      const item = pickItem(sample, random, isPlain);
      const text = random.pick([
        '负责牵头组织年度考核。',
        '，做好日常监督检查工作',
        '1.制定实施方案；',
        '负责统筹协调和督促落实',
      ]);
      return item && inCellOfDepartments(sample, item, item.cell + text);
    },
  },
  {
    id: 'department-broken-name',
    // A PDF breaks names wherever the cell ends.
    layouts: ({ family }) => family !== 'pdf',
    rules: ['department-cell-spacing', 'department-cell-clean', 'stray-space'],
    inject(sample, random) {
      const item = pickItem(sample, random, ({ names }) => names.some(({ name }) => name.length >= 4));
      if (!item) return null;
      const { start, end } = random.pick(item.names);
      const at = random.int(start + 1, end - 1);
      return inCellOfDepartments(sample, item, `${item.cell.slice(0, at)} ${item.cell.slice(at)}`);
    },
  },
  {
    id: 'department-unknown',
    registry: true,
    rules: ['department-known'],
    inject(sample, random) {
      const item = pickItem(
        sample,
        random,
        ({ form, names, cell, duties }) =>
          form === 'single' && names.length === 1 && cell.startsWith('县') && !duties.includes(cell),
      );
      return (
        item &&
        inCellOfDepartments(
          sample,
          item,
          random.pick(['县海洋渔业局', '县边防事务局', '县黄金管理局', '县盐务局']),
        )
      );
    },
  },
  {
    id: 'department-mistyped',
    registry: true,
    rules: ['department-known', 'department-name-consistent', 'department-named'],
    inject(sample, random) {
      const wrong: readonly (readonly [string, string])[] = [
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
      const slipOf = (cell: string) => wrong.find(([right]) => cell.includes(right));
      const item = pickItem(
        sample,
        random,
        ({ form, names, cell }) => form === 'single' && names.length === 1 && slipOf(cell) !== undefined,
      );
      const slip = item && slipOf(item.cell);
      return item && slip ? inCellOfDepartments(sample, item, item.cell.replace(slip[0], slip[1])) : null;
    },
  },
  {
    id: 'department-idle',
    rules: ['department-assigned'],
    inject(sample, random) {
      const item = pickItem(sample, random, namesAll);
      if (!item) return null;
      const other = pickFrom(
        random,
        [...usage(sample)].filter(
          ([name, uses]) =>
            uses >= 3 &&
            name.startsWith(item.names[0]?.prefix ?? '') &&
            !item.duties.includes(name.slice(-3)),
        ),
      );
      return other && inCellOfDepartments(sample, item, `${writtenOut(item.cell, item.names)}、${other[0]}`);
    },
  },
  {
    id: 'department-unlisted',
    rules: ['department-listed'],
    inject(sample, random) {
      const item = pickItem(
        sample,
        random,
        (candidate) => namesAll(candidate) && candidate.names.length >= 2,
      );
      if (!item) return null;
      const left = random.int(1, item.names.length - 1);
      return inCellOfDepartments(
        sample,
        item,
        writtenOut(
          item.cell,
          item.names.filter((_, i) => i !== left),
        ),
      );
    },
  },
  {
    id: 'department-two-forms',
    rules: ['department-name-consistent'],
    inject(sample, random) {
      const { shortForms } = sample.read.format.departments;
      const count = usage(sample);
      const other = (name: DepartmentName): string | null => {
        const own = base(name);
        for (const [full, shorts] of Object.entries(shortForms)) {
          if (full === own) return shorts[0] ?? null;
          if (shorts.includes(own)) return full;
        }
        return null;
      };
      const item = pickItem(
        sample,
        random,
        (candidate) =>
          isPlain(candidate) &&
          candidate.names.some((name) => (count.get(name.name) ?? 0) >= 3 && other(name) !== null),
      );
      const name = item?.names.find((each) => (count.get(each.name) ?? 0) >= 3 && other(each) !== null);
      const form = name && other(name);
      if (!item || !name || !form) return null;
      const replaced = (words: string) => words.replaceAll(base(name), form);
      return inCellOfDepartments(sample, item, replaced(item.cell), replaced(item.duties));
    },
  },
  {
    id: 'department-county-written',
    rules: ['department-county-name', 'department-name-consistent'],
    inject(sample, random) {
      const county = countyOf(sample);
      if (!county) return null;
      const cells = assignedItems(sample);
      const written = cells.filter(({ cell }) => cell.includes(county)).length;
      // Only where the document has one way of writing it.
      if (written > 0 && written < cells.length * 0.8) return null;
      const item = pickItem(sample, random, ({ names, cell }) =>
        written > 0
          ? names.length === 1 && cell.startsWith(county)
          : names.length === 1 && /^县(?!委)/.test(cell),
      );
      if (!item) return null;
      return inCellOfDepartments(
        sample,
        item,
        written > 0 ? item.cell.replace(county, '县') : item.cell.replace('县', county),
      );
    },
  },
  {
    id: 'department-prefix-missing',
    rules: ['department-name-consistent', 'department-known', 'department-named'],
    inject(sample, random) {
      const count = usage(sample);
      const item = pickItem(
        sample,
        random,
        ({ names, cell, form }) =>
          form === 'single' && names.length === 1 && /^县(?!委)/.test(cell) && (count.get(cell) ?? 0) >= 3,
      );
      return item && inCellOfDepartments(sample, item, item.cell.slice(1));
    },
  },
  {
    id: 'department-separator-halfwidth',
    rules: ['department-separator', 'fullwidth-punctuation'],
    inject(sample, random) {
      const item = pickItem(sample, random, ({ cell }) => /[一-龥][、，][一-龥]/.test(cell));
      return item && inCellOfDepartments(sample, item, item.cell.replace(/[、，]/, random.pick([',', ';'])));
    },
  },
  {
    id: 'department-separator-missing',
    rules: ['department-separator', 'department-cell-clean', 'department-named'],
    inject(sample, random) {
      const item = pickItem(sample, random, ({ cell }) => /[局会办部院][、，](?:县|州|地区)/.test(cell));
      return (
        item &&
        inCellOfDepartments(sample, item, item.cell.replace(/([局会办部院])[、，](?=县|州|地区)/, '$1'))
      );
    },
  },
  {
    id: 'department-separator-wrong',
    rules: ['department-separator', 'misplaced-punctuation', 'department-named'],
    inject(sample, random) {
      const item = pickItem(sample, random, ({ cell }) => /[局会办部院][、，](?:县|州|地区)/.test(cell));
      const mark = random.pick(['；', '。', '.', '/', '：']);
      return (
        item &&
        inCellOfDepartments(
          sample,
          item,
          item.cell.replace(/([局会办部院])[、，](?=县|州|地区)/, `$1${mark}`),
        )
      );
    },
  },
  {
    id: 'department-prefix-not-repeated',
    rules: ['department-separator', 'department-name-consistent', 'department-known', 'department-named'],
    inject(sample, random) {
      const item = pickItem(sample, random, ({ cell }) => /[局会办]、县(?!委)/.test(cell));
      return item && inCellOfDepartments(sample, item, item.cell.replace(/([局会办])、县(?!委)/, '$1，'));
    },
  },
  {
    id: 'department-twice',
    rules: ['department-separator', 'department-cell-clean', 'department-unique', 'department-once'],
    inject(sample, random) {
      const item = pickItem(sample, random, (candidate) => isPlain(candidate) && candidate.names.length >= 2);
      const first = item?.names[0]?.name;
      return item && first ? inCellOfDepartments(sample, item, `${item.cell}、${first}`) : null;
    },
  },
  {
    id: 'department-only-told',
    rules: ['department-own-duty'],
    inject(sample, random) {
      const item = pickItem(
        sample,
        random,
        ({ form, duties, names }) =>
          form === 'bySubject' &&
          /^1\..*；/.test(duties) &&
          names.every((name) => duties.includes(base(name))),
      );
      if (!item) return null;
      const other = pickFrom(
        random,
        [...usage(sample)].filter(
          ([name, uses]) =>
            uses >= 3 &&
            name.startsWith(item.names[item.names.length - 1]?.prefix ?? '') &&
            !item.duties.includes(name.slice(-3)),
        ),
      );
      if (!other) return null;
      const told = random.pick(['，移交', '，抄送', '，报']);
      // The duties leave the county's name out even where the column writes it.
      const name = other[0].replace(/^[一-龥]{2,3}(?=县)/, '');
      const duties = item.duties.replace('；', `${told}${name}；`);
      return inCellOfDepartments(sample, item, `${writtenOut(item.cell, item.names)}、${other[0]}`, duties);
    },
  },
  {
    id: 'department-county-written-in-duties',
    rules: ['department-county-name-in-duties', 'department-county-name'],
    inject(sample, random) {
      const county = countyOf(sample);
      if (!county) return null;
      const item = pickItem(
        sample,
        random,
        ({ duties }) => !duties.includes(county) && /(?<![一-龥])县(?!委|人民)[一-龥]+局/.test(duties),
      );
      if (!item) return null;
      return inCellOfDepartments(
        sample,
        item,
        item.cell,
        item.duties.replace(/(?<![一-龥])县(?!委|人民)(?=[一-龥]+局)/, county),
      );
    },
  },
];
