import { type DepartmentName, parseDepartments } from '../../grammar/departments.ts';
import { plainPrefix } from '../../grammar/prefixes.ts';
import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { Edit, Finding } from '../../model/finding.ts';
import { spanOf, type Text } from '../../model/text.ts';
import { departmentsOf } from '../../outline/reading.ts';
import { type Check, notApplicable } from '../check.ts';
import { wordsOption, wordsSchema } from '../options.ts';
import { atItem, listsOf, type PlacedList } from '../places.ts';
import { assignmentsOf } from './departmentAssignments.ts';
import { baseOf } from './sameDepartment.ts';
import { isSuspected } from './suspectedName.ts';

const FAULTS = ['idle', 'passive', 'unlisted'] as const;
type Fault = (typeof FAULTS)[number];

/** The departments that an item lists and those that its superior's duties give something to do are the same. */
export const departmentDuties: Check = {
  kind: 'department-duties',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      report: wordsSchema(
        'What is reported: a listed department that the duties do not name though they name others (idle), one that they name only where others act (passive), a department that heads or begins a duty and is not listed (unlisted).',
        FAULTS,
      ),
    },
  },
  variants: {
    default: ['department'],
    idle: ['department'],
    passive: ['department'],
    heading: ['department'],
    subject: ['department'],
    township: ['department'],
    remove: ['department'],
    add: ['department'],
  },
  run(document, rule) {
    const placed = listsOf(document, rule).filter(({ list }) =>
      list.items.some((item) => item.fields.departments && item.fields.superiorDuties),
    );
    if (placed.length === 0)
      return notApplicable(
        '文中没有同时写明部门和上级部门职责的清单',
        'no list of the document has both departments and duties of theirs',
      );
    const report = wordsOption(rule, 'report', FAULTS);
    return placed.flatMap((entry) =>
      entry.list.items.flatMap((item) => findingsFor(document, entry, item, report)),
    );
  },
};

function findingsFor(
  document: ListDocument,
  placed: PlacedList,
  item: DutyItem,
  report: ReadonlySet<Fault>,
): readonly Finding[] {
  const found = assignmentsOf(document, item);
  const cell = item.fields.departments?.text;
  const duties = item.fields.superiorDuties?.text;
  const township = item.fields.townshipDuties?.text;
  if (!found || !cell || !duties) return [];
  const listed = departmentsOf(document, item)?.names ?? [];
  const unassigned = (names: readonly DepartmentName[], variant: string) =>
    names.map(
      (name): Finding => ({
        ...atItem(placed, item, 'departments', spanOf(cell, name.start, name.end)),
        variant,
        data: { department: name.name },
        suggestions: removal(cell, listed, name),
      }),
    );
  return [
    ...(report.has('idle') ? unassigned(found.idle, 'idle') : []),
    ...(report.has('passive') ? unassigned(found.passive, 'passive') : []),
    ...(report.has('unlisted')
      ? found.unlisted.filter(listedNowhere(document, item)).map(({ name, as }): Finding => {
          const column = as === 'township' ? 'townshipDuties' : 'superiorDuties';
          const text = as === 'township' && township ? township : duties;
          return {
            ...atItem(placed, item, column, spanOf(text, name.start, name.end)),
            variant: as,
            data: { department: name.name },
            suggestions: isSuspected(baseOf(name), document.format.departments)
              ? []
              : addition(document, cell, listed, name),
          };
        })
      : []),
  ];
}

/** Whether a name stands in no other column that names departments: 牵头部门 | 配合部门. */
function listedNowhere(
  document: ListDocument,
  item: DutyItem,
): (one: { readonly name: DepartmentName }) => boolean {
  const { departments, countyNames } = document.format;
  const elsewhere = new Set(
    [...(item.fields.note ? [item.fields.note] : []), ...item.surplus].flatMap(({ text }) =>
      parseDepartments(text.value, departments, countyNames).names.map(({ canonical }) => canonical),
    ),
  );
  return ({ name }) => !elsewhere.has(name.canonical);
}

type Suggestions = NonNullable<Finding['suggestions']>;

/** Takes a name out of its cell with the separator beside it; the prefix it shares with the next name stays. */
function removal(cell: Text, names: readonly DepartmentName[], name: DepartmentName): Suggestions {
  const index = names.indexOf(name);
  const before = names[index - 1];
  const next = names[index + 1];
  let edit: Edit | null = null;
  if (next?.carried && !name.carried && next.prefix === name.prefix) {
    const start = behindPrefix(cell.value, name);
    if (start !== null) edit = { span: spanOf(cell, start, next.start), text: '' };
  } else if (before) {
    edit = { span: spanOf(cell, before.end, name.end), text: '' };
  } else if (next) {
    edit = { span: spanOf(cell, name.start, next.start), text: '' };
  }
  return edit ? [{ variant: 'remove', data: { department: name.name }, edits: [edit] }] : [];
}

function behindPrefix(value: string, { start, prefix }: DepartmentName): number | null {
  return value.startsWith(prefix, start) ? start + prefix.length : null;
}

/** Puts a name behind the last one of the cell, its prefix written unless the last name has the same. */
function addition(
  document: ListDocument,
  cell: Text,
  names: readonly DepartmentName[],
  name: DepartmentName,
): Suggestions {
  const last = names[names.length - 1];
  if (!last) return [];
  const { departments } = document.format;
  const unit = plainPrefix(name.prefix, departments);
  const base = name.name.slice(name.prefix.length);
  const shares = plainPrefix(last.prefix, departments) === unit;
  // Where every name of the cell brings its prefix, this one does too.
  const written = names.length > 1 && !names.some((other) => other.carried);
  const place = last.prefix.slice(0, last.prefix.length - plainPrefix(last.prefix, departments).length);
  const words = shares ? `、${written ? last.prefix : ''}${base}` : `，${place}${unit}${base}`;
  const at = spanOf(cell, last.end - 1, last.end).end;
  return [
    {
      variant: 'add',
      data: { department: name.name },
      edits: [{ span: { start: at, end: at }, text: words }],
    },
  ];
}
