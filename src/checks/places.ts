import type { DutyItem, DutyList, ItemField, ListDocument } from '../model/document.ts';
import type { Finding, RelatedPlace } from '../model/finding.ts';
import type { ColumnId, ColumnRole, ListKind } from '../model/format.ts';
import type { Span } from '../model/place.ts';
import type { Rule } from '../model/rule.ts';
import { spanOf, type Text, unspaced } from '../model/text.ts';

/** A list with its position in the document. */
export interface PlacedList {
  readonly list: DutyList;
  readonly index: number;
}

/** The lists that a rule looks at, by its `on.lists`. */
export function listsOf(document: ListDocument, rule: Rule): readonly PlacedList[] {
  const kinds = rule.on.lists;
  return document.lists
    .map((list, index) => ({ list, index }))
    .filter(({ list }) => kinds === undefined || kinds.includes(list.kind));
}

/** The items of a list that a rule looks at, by its `on.categories`. */
export function itemsOf({ list }: PlacedList, rule: Rule): readonly DutyItem[] {
  const { categories } = rule.on;
  return categories ? list.items.filter((item) => isOfCategories(item, categories)) : list.items;
}

/** Whether an item belongs to one of some categories; white space does not count. */
export function isOfCategories({ category }: DutyItem, categories: readonly string[]): boolean {
  if (!category) return false;
  const name = words(category.text);
  return categories.some((one) => unspaced(one) === name);
}

/** Which of the three lists, as the document's own format names it: 配合履职事项清单. */
export function listName(document: ListDocument, kind: ListKind): string {
  return document.format.lists[kind].titles[0] ?? kind;
}

/** What a column is called in the list: its header, else the first word the format knows for it. */
export function columnName(document: ListDocument, list: DutyList, role: ColumnRole): string {
  const own = list.columns.find((column) => column.role === role);
  if (own && own.header.value !== '') return words(own.header);
  return roleName(document, role);
}

/** The format's first header word for a column, with the township's own word: 镇配合职责, in a street's list 街道配合职责. */
export function roleName(document: ListDocument, role: ColumnRole): string {
  const word = document.format.headers[role][0] ?? role;
  return word.includes('{unit}') ? word.replaceAll('{unit}', unitOf(document)) : word;
}

/** What the township calls itself in its titles; the longest word wins, for 安镇街道 is a street. */
function unitOf({ title, lists, format }: ListDocument): string {
  const titles = [title, ...lists.map((list) => list.title)].flatMap((text) => (text ? [words(text)] : []));
  const own = format.units.filter((unit) => titles.some((line) => line.includes(unit)));
  const [longest] = [...own].sort((a, b) => b.length - a.length);
  return longest ?? format.units[0] ?? '';
}

/** The words of a text without white space: words that were wrapped compare equal to words that were not. */
export function words(text: Text): string {
  return unspaced(text.value);
}

/** The column id under which a finding about a role is reported; the two halves of a handover are one column. */
export function columnId(role: ColumnRole | 'unknown'): ColumnId | null {
  if (role === 'handoverDepartments' || role === 'handoverManner') return 'handover';
  return role === 'note' || role === 'unknown' ? null : role;
}

/** Where a finding about a field points: its words, or the empty cell. */
export function fieldSpan(field: ItemField): Span {
  return field.text.value === '' ? field.span : spanOf(field.text);
}

/** Place of a finding about an item. */
export function atItem(
  placed: PlacedList,
  item: DutyItem,
  column: ColumnId | null,
  span: Span,
): Pick<Finding, 'span' | 'list' | 'listIndex' | 'item' | 'itemIndex' | 'column'> {
  return {
    span,
    list: placed.list.kind,
    listIndex: placed.index,
    item: item.number.value,
    itemIndex: item.index,
    column,
  };
}

/** Place of a finding about a list as a whole, its headers or a heading in it. */
export function atList(
  placed: PlacedList,
  column: ColumnId | null,
  span: Span,
): Pick<Finding, 'span' | 'list' | 'listIndex' | 'item' | 'itemIndex' | 'column'> {
  return { span, list: placed.list.kind, listIndex: placed.index, item: null, itemIndex: null, column };
}

/** Place of a finding about the document: preamble, cover, what stands between the lists. */
export function atDocument(
  span: Span,
  list: ListKind | null = null,
): Pick<Finding, 'span' | 'list' | 'listIndex' | 'item' | 'itemIndex' | 'column'> {
  return { span, list, listIndex: null, item: null, itemIndex: null, column: null };
}

/** An item as the other place that belongs to a finding. */
export function relatedItem(
  placed: PlacedList,
  item: DutyItem,
  column: ColumnId | null,
  span: Span,
): RelatedPlace {
  return { span, list: placed.list.kind, item: item.number.value, column };
}

/** Names joined as an editor would: “党的建设”、“经济发展”, at most `most` of them. */
export function quoted(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).map((name) => `“${name}”`);
  return shown.join('、') + (names.length > most ? '…' : '');
}
