import type { DutyItem, ItemField, ListDocument } from '../model/document.ts';
import { COLUMN_IDS, type ColumnId, type ColumnRole } from '../model/format.ts';
import type { Span } from '../model/place.ts';
import type { Rule } from '../model/rule.ts';
import { spanOf, type Text, unspaced } from '../model/text.ts';
import type { NotApplicable, RuleFault } from './check.ts';
import { notApplicable } from './check.ts';
import { fieldSpan, itemsOf, listsOf, type PlacedList, roleName } from './places.ts';

/** What an item has under a column, for rules that compare cells. */
export interface ColumnCell {
  /** The words without white space; empty where the cell is. */
  readonly words: string;
  /** The texts of the cell: two where a county writes a handover in two columns. */
  readonly texts: readonly Text[];
  /** Where a finding points: the words, the empty cell, or the item where it has no such cell. */
  readonly span: Span;
  /** Whether the item has the cell at all. */
  readonly present: boolean;
}

const HANDOVER: readonly ColumnRole[] = ['handover', 'handoverDepartments', 'handoverManner'];

/** The cell of an item under a column; the category may stand in a heading above. */
export function cellOf(item: DutyItem, column: ColumnId): ColumnCell {
  if (column === 'category' && item.category)
    return cellOfText(item.category.text, spanOf(item.category.text));
  if (column === 'number') {
    const { text } = item.number;
    return cellOfText(text, text.value === '' ? (item.fields.number?.span ?? item.span) : spanOf(text));
  }
  const roles: readonly ColumnRole[] = column === 'handover' ? HANDOVER : [column];
  const fields = roles.flatMap((role): readonly ItemField[] => {
    const field = item.fields[role];
    return field ? [field] : [];
  });
  const [first] = fields;
  if (!first) return { words: '', texts: [], span: startOf(item), present: false };
  const filled = fields.filter(({ text }) => text.value !== '');
  const last = filled[filled.length - 1] ?? first;
  return {
    words: fields.map(({ text }) => unspaced(text.value)).join(''),
    texts: filled.map(({ text }) => text),
    span: { start: fieldSpan(filled[0] ?? first).start, end: fieldSpan(last).end },
    present: true,
  };
}

function cellOfText(text: Text, span: Span): ColumnCell {
  return { words: unspaced(text.value), texts: text.value === '' ? [] : [text], span, present: true };
}

/** Where something that an item lacks is missed: at its number. */
function startOf(item: DutyItem): Span {
  const { text } = item.number;
  return text.value === '' ? { start: item.span.start, end: item.span.start } : spanOf(text);
}

/** The lists of a rule's scope that have a column, each with the items of its scope. */
export function listsWith(
  document: ListDocument,
  rule: Rule,
  column: ColumnId,
): readonly (PlacedList & { readonly items: readonly DutyItem[] })[] {
  return listsOf(document, rule)
    .map((placed) => ({ ...placed, items: itemsOf(placed, rule) }))
    .filter(({ items }) => items.some((item) => cellOf(item, column).present));
}

/** For a document without a column in the rule's scope. */
export function noSuchColumn(document: ListDocument, column: ColumnId): NotApplicable {
  const name = roleName(document, column);
  return notApplicable(
    `规则所看的清单和类别里没有“${name}”这一栏`,
    `the lists and categories that the rule looks at have no column “${name}”`,
  );
}

/** For kinds that look at one column: the fault of a rule that names none. */
export function columnMissing({ on }: Rule): readonly RuleFault[] {
  if (on.column) return [];
  const message = {
    zh: '要写明看哪一栏：on: { column: … }',
    en: 'say which column is meant: on: { column: … }',
  };
  return [{ path: ['on'], message, allowed: COLUMN_IDS }];
}
