import type { DepartmentName } from '../../../src/grammar/departments.ts';
import {
  assignedItems,
  base,
  countyOf,
  inCellOfDepartments,
  isPlain,
  namesAll,
  otherForm,
  pickItem,
  slipOf,
  usage,
  writtenOut,
} from './assigned.ts';
import type { Defect } from './defect.ts';
import { pickFrom } from './places.ts';

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
      const item = pickItem(
        sample,
        random,
        ({ form, names, cell }) => form === 'single' && names.length === 1 && slipOf(cell) !== null,
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
      const count = usage(sample);
      const other = (name: DepartmentName) => otherForm(sample, base(name));
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
    rules: ['department-separator', 'department-cell-clean', 'department-once'],
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
    id: 'department-twice-in-two-forms',
    rules: ['department-once'],
    inject(sample, random) {
      const twice = (names: readonly DepartmentName[]) =>
        names.find((name) => name.name.length > 2 && otherForm(sample, base(name)) !== null);
      const item = pickItem(
        sample,
        random,
        (one) => isPlain(one) && one.names.length >= 2 && !!twice(one.names),
      );
      const name = item && twice(item.names);
      const form = name && otherForm(sample, base(name));
      return item && name && form
        ? inCellOfDepartments(sample, item, `${item.cell}、${name.prefix}${form}`)
        : null;
    },
  },
  {
    id: 'department-county-mistyped-in-duties',
    rules: ['title-consistent'],
    inject(sample, random) {
      const county = countyOf(sample);
      // Only a title tells for certain which county it is.
      if (!county || !sample.read.lists.some(({ title }) => title !== null)) return null;
      const item = pickItem(
        sample,
        random,
        ({ duties }) => !duties.includes(county) && /(?<![一-龥])县(?!委|人民)[一-龥]+局/.test(duties),
      );
      if (!item) return null;
      const wrong = `清${county.slice(1)}`;
      return inCellOfDepartments(
        sample,
        item,
        item.cell,
        item.duties.replace(/(?<![一-龥])县(?!委|人民)(?=[一-龥]+局)/, wrong),
      );
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
