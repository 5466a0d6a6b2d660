import type { DutyNode } from '../../grammar/duties.ts';
import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { ColumnRole } from '../../model/format.ts';
import type { DocumentPart, Rule } from '../../model/rule.ts';
import { concat, sliceText, spanOf, type Text } from '../../model/text.ts';
import { handoverOf, superiorDutiesOf, townshipDutiesOf } from '../../outline/reading.ts';
import { atDocument, atItem, atList, columnId, isOfCategories, type PlacedList } from '../places.ts';

/**
 * A stretch of words that rules about wording and typography read: a cell, a title, a paragraph.
 * In `text` the line breaks that only wrapping put there are gone; `\n` stands between clauses.
 */
export interface TextUnit {
  readonly text: Text;
  readonly part: DocumentPart;
  readonly placed: PlacedList | null;
  readonly item: DutyItem | null;
  readonly role: ColumnRole | 'unknown' | null;
}

const unitsByDocument = new WeakMap<ListDocument, readonly TextUnit[]>();

/** Every text of a document, in the order of lists and items; made once for all rules. */
export function textUnits(document: ListDocument): readonly TextUnit[] {
  const known = unitsByDocument.get(document);
  if (known) return known;
  const units: TextUnit[] = [];
  const outside = (text: Text | null, part: TextUnit['part']) => {
    if (text && text.value !== '') units.push({ text, part, placed: null, item: null, role: null });
  };
  outside(document.title, 'title');
  for (const entry of document.contents) outside(entry.title, 'contents');
  for (const paragraph of document.paragraphs) outside(unwrap(document, paragraph, []), 'paragraph');
  for (const [index, list] of document.lists.entries()) {
    const placed = { list, index };
    const inList = (text: Text, part: TextUnit['part'], role: TextUnit['role']) => {
      if (text.value !== '') units.push({ text, part, placed, item: null, role });
    };
    if (list.title) inList(list.title, 'title', null);
    for (const column of list.headers[0]?.cells ?? []) inList(column.header, 'header', column.role);
    for (const heading of list.categoryHeadings) inList(heading.whole, 'heading', 'category');
    for (const item of list.items) units.push(...unitsOf(document, placed, item));
  }
  unitsByDocument.set(document, units);
  return units;
}

/** The texts that a rule looks at, by its `on`. */
export function unitsFor(document: ListDocument, rule: Rule): readonly TextUnit[] {
  const { lists, column, categories, parts } = rule.on;
  if (!lists && !column && !categories && !parts) return textUnits(document);
  return textUnits(document).filter(
    (unit) =>
      (!lists || (unit.placed !== null && lists.includes(unit.placed.list.kind))) &&
      (!column || (unit.part === 'cell' && unit.role !== null && columnId(unit.role) === column)) &&
      (!categories || (unit.item !== null && isOfCategories(unit.item, categories))) &&
      (!parts || parts.includes(unit.part)),
  );
}

/** Place of a finding about `text.value.slice(start, end)` of a unit. */
export function atUnit(
  unit: TextUnit,
  start: number,
  end: number,
): Pick<Finding, 'span' | 'list' | 'listIndex' | 'item' | 'itemIndex' | 'column'> {
  const span = spanOf(unit.text, start, end);
  const column = unit.role === null ? null : columnId(unit.role);
  if (unit.placed && unit.item) return atItem(unit.placed, unit.item, column, span);
  return unit.placed ? atList(unit.placed, column, span) : atDocument(span);
}

function unitsOf(document: ListDocument, placed: PlacedList, item: DutyItem): readonly TextUnit[] {
  const fields = Object.entries(item.fields) as [ColumnRole, NonNullable<DutyItem['fields'][ColumnRole]>][];
  return [
    ...fields.map(([role, field]) => ({ role, text: field.text })),
    // Words that a page break mixed do not stand beside their own (PDF text has no other surplus).
    ...(item.shape === null ? [] : item.surplus).map((field) => ({
      role: 'unknown' as const,
      text: field.text,
    })),
  ].flatMap(({ role, text }) =>
    text.value === ''
      ? []
      : [
          {
            text: unwrap(document, text, startsIn(document, item, role)),
            part: 'cell' as const,
            placed,
            item,
            role,
          },
        ],
  );
}

/** Offsets at which a clause, heading or label begins, so that the line break before it is the author's. */
function startsIn(document: ListDocument, item: DutyItem, role: ColumnRole | 'unknown'): readonly number[] {
  if (document.source.reader !== 'text') return [];
  if (role === 'superiorDuties') return nodeStarts(superiorDutiesOf(document, item)?.nodes ?? []);
  if (role === 'townshipDuties') return nodeStarts(townshipDutiesOf(document, item)?.nodes ?? []);
  if (role !== 'handover') return [];
  const pairs = handoverOf(document, item)?.pairs ?? [];
  return pairs.flatMap((pair) =>
    [pair.departmentLabel, pair.mannerLabel].flatMap((label) => (label ? [label.start] : [])),
  );
}

function nodeStarts(nodes: readonly DutyNode[]): readonly number[] {
  return nodes.flatMap((node) => [node.start, ...nodeStarts(node.children)]);
}

/** Drops the line breaks of a wrapped source, but for those before the offsets in `starts`. */
function unwrap(document: ListDocument, text: Text, starts: readonly number[]): Text {
  if (document.source.reader !== 'text' || !text.value.includes('\n')) return text;
  const kept = new Set(starts);
  const parts: Text[] = [];
  let from = 0;
  for (const match of text.value.matchAll(/\s*[\n\f]\s*/g)) {
    const end = match.index + match[0].length;
    const isStart = kept.has(end);
    parts.push(sliceText(text, from, isStart ? match.index + match[0].indexOf('\n') + 1 : match.index));
    from = end;
  }
  parts.push(sliceText(text, from));
  return concat(
    parts.filter((part) => part.value !== ''),
    text.anchor,
  );
}
