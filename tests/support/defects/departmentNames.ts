import type { Random } from '../layouts/random.ts';
import { type Assigned, base, inCellOfDepartments, otherForm, pickItem, slipOf } from './assigned.ts';
import type { Defect, Injected, Sample } from './defect.ts';

/** The name of a department changes in the duties only, everywhere in the cell. */
function inDuties(
  sample: Sample,
  random: Random,
  fits: (item: Assigned) => boolean,
  change: (name: string) => string | null,
): Injected | null {
  const item = pickItem(
    sample,
    random,
    (each) =>
      fits(each) &&
      each.names.some((name) => change(base(name)) !== null && each.duties.includes(base(name))),
  );
  const name = item?.names.find((each) => change(base(each)) !== null && item.duties.includes(base(each)));
  const other = item && name ? change(base(name)) : null;
  if (!item || !name || !other) return null;
  const injected = inCellOfDepartments(sample, item, item.cell, item.duties.replaceAll(base(name), other));
  return { ...injected, what: `${injected.what}, in the duties ${base(name)} → ${other}` };
}

/** Names of departments that the duties write otherwise than the department cell does. */
export const departmentNameDefects: readonly Defect[] = [
  {
    id: 'department-other-form-in-duties',
    rules: ['department-name-consistent'],
    inject: (sample, random) =>
      inDuties(
        sample,
        random,
        ({ form }) => form !== 'single',
        (name) => otherForm(sample, name),
      ),
  },
  {
    id: 'department-mistyped-in-heading',
    rules: ['department-name-consistent', 'department-listed', 'department-assigned'],
    inject: (sample, random) =>
      inDuties(
        sample,
        random,
        ({ form }) => form === 'grouped',
        (name) => {
          const slip = slipOf(name);
          return slip && name.replace(slip[0], slip[1]);
        },
      ),
  },
];
