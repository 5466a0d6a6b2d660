import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Span } from '../../model/place.ts';
import { spanOf, type Text } from '../../model/text.ts';
import { departmentsOf } from '../../outline/reading.ts';
import { type Check, notApplicable } from '../check.ts';
import { wordsOption, wordsSchema } from '../options.ts';
import { atItem, fieldSpan, listName, listsOf, type PlacedList, words } from '../places.ts';
import { strayWordsOf } from './departmentCellParts.ts';

const FAULTS = ['none', 'notName', 'nobody'] as const;
type Fault = (typeof FAULTS)[number];

/** Every item says which department it belongs to, and its department cell holds department names only. */
export const departments: Check = {
  kind: 'departments',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      report: wordsSchema(
        'What is reported: an item that names no department (none), words that are no department name (notName), an expression such as 有关部门 beside real names (nobody).',
        FAULTS,
      ),
    },
  },
  variants: {
    default: ['found'],
    empty: ['found'],
    notName: ['found'],
    nobody: ['found'],
  },
  run(document, rule) {
    const kinds = rule.on.lists ?? ['coordinating'];
    const placed = listsOf(document, rule).filter(
      ({ list }) => kinds.includes(list.kind) && list.items.some((item) => item.fields.departments),
    );
    if (placed.length === 0) {
      const name = listName(document, 'coordinating');
      return notApplicable(
        `文中没有带部门一栏的${name}`,
        `the document has no ${name} with a column of departments`,
      );
    }
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
  const field = item.fields.departments;
  // A row that is too short, or a cell covered by the one above, is no cell without a name.
  if (!field) return [];
  const finding = (variant: string, span: Span, found: string): Finding => ({
    ...atItem(placed, item, 'departments', span),
    variant,
    data: { found },
  });
  if (words(field.text) === '') return report.has('none') ? [finding('empty', field.span, '')] : [];
  const list = departmentsOf(document, item);
  if (!list) return [];
  const notNames = report.has('notName')
    ? strayWordsOf(document, item)
        .filter((stray) => stray.kind === 'other')
        .map((span) => finding('notName', spanIn(field.text, span), wordsIn(field.text, span)))
    : [];
  if (list.names.length > 0) {
    const vague = report.has('nobody') && !list.openEnded ? list.nobody : [];
    return [
      ...notNames,
      ...vague.map((span) => finding('nobody', spanIn(field.text, span), wordsIn(field.text, span))),
    ];
  }
  if (list.notNames.length > 0 || !report.has('none')) return notNames;
  const [nobody] = list.nobody;
  const span = nobody && list.nobody.length === 1 ? spanIn(field.text, nobody) : fieldSpan(field);
  return [finding('default', span, words(field.text))];
}

/** A stretch of a field's value in the source. */
function spanIn(text: Text, span: Span): Span {
  return spanOf(text, span.start, span.end);
}

function wordsIn(text: Text, span: Span): string {
  return text.value.slice(span.start, span.end).replace(/\s+/g, '');
}
