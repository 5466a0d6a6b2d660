import type { DepartmentName } from '../../grammar/departments.ts';
import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Span } from '../../model/place.ts';
import { spanOf } from '../../model/text.ts';
import { departmentsOf, departmentText } from '../../outline/reading.ts';
import { type Check, notApplicable } from '../check.ts';
import { atItem, columnId, listsOf, type PlacedList, relatedItem } from '../places.ts';

/** A department cell names each department once, whatever form its names have. */
export const departmentRepeats: Check = {
  kind: 'department-repeats',
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: {
    default: ['found'],
    form: ['found', 'other'],
    remove: ['found'],
  },
  run(document, rule) {
    const placed = listsOf(document, rule).filter(({ list }) => list.items.some(departmentText));
    if (placed.length === 0)
      return notApplicable('文中没有部门一栏', 'the document has no column of departments');
    return placed.flatMap((entry) => entry.list.items.flatMap((item) => findingsFor(document, entry, item)));
  },
};

function findingsFor(document: ListDocument, placed: PlacedList, item: DutyItem): readonly Finding[] {
  const names = departmentsOf(document, item)?.names ?? [];
  if (names.length < 2) return [];
  const text = departmentText(item);
  const first = new Map<string, DepartmentName>();
  const column = columnId(item.fields.departments ? 'departments' : 'handoverDepartments');
  return names.flatMap((name, i): readonly Finding[] => {
    const earlier = first.get(name.canonical);
    if (!earlier || !text) {
      first.set(name.canonical, name);
      return [];
    }
    const found = bare(name);
    const data = { found, other: bare(earlier) };
    // The separator before it goes with it, unless a prefix that later names go on with would go too.
    const before = names[i - 1];
    const removed: Span = { start: before?.end ?? name.start, end: name.end };
    const carries = names[i + 1]?.carried === true && !name.carried;
    const edits = [{ span: spanOf(text, removed.start, removed.end), text: '' }];
    return [
      {
        ...atItem(placed, item, column, spanOf(text, name.start, name.end)),
        ...(data.other === found ? {} : { variant: 'form' }),
        data,
        related: [relatedItem(placed, item, column, spanOf(text, earlier.start, earlier.end))],
        ...(carries ? {} : { suggestions: [{ variant: 'remove', data: { found }, edits }] }),
      },
    ];
  });
}

/** The name as it reads, a carried prefix included. */
function bare({ name }: DepartmentName): string {
  return name.replace(/\s+/g, '');
}
