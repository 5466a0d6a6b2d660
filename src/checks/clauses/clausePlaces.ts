import { type DutyNode, walkDuties } from '../../grammar/dutyNodes.ts';
import type { DutyItem, ListDocument } from '../../model/document.ts';
import { spanOf, type Text } from '../../model/text.ts';
import { handoverOf } from '../../outline/reading.ts';
import { type ClauseCell, clauseCells } from './dutyCells.ts';

export type NumberStyle = NonNullable<DutyNode['number']>['style'];

/** Where the parts of an item's cells begin and where their numbers stand, as offsets in the source. */
export interface ClausePlaces {
  /** The first character of each heading, clause, sentence and label. */
  readonly starts: ReadonlySet<number>;
  /** The last character of each clause and sentence that holds no others. */
  readonly ends: ReadonlySet<number>;
  /** Every character of a clause number with its mark. */
  readonly inNumbers: ReadonlySet<number>;
  /** The character behind each number, with the style of the number. */
  readonly behindNumbers: ReadonlyMap<number, NumberStyle>;
}

const NOWHERE: ClausePlaces = {
  starts: new Set(),
  ends: new Set(),
  inNumbers: new Set(),
  behindNumbers: new Map(),
};

const cellsByDocument = new WeakMap<ListDocument, ReadonlyMap<DutyItem, readonly ClauseCell[]>>();
const placesByItem = new WeakMap<DutyItem, ClausePlaces>();

/** The places in an item's cells; read only for items in which a character calls for a closer look. */
export function clausePlacesOf(document: ListDocument, item: DutyItem | null): ClausePlaces {
  if (!item) return NOWHERE;
  let places = placesByItem.get(item);
  if (!places) {
    places = readPlaces(document, item, clauseCellsByItem(document).get(item) ?? []);
    placesByItem.set(item, places);
  }
  return places;
}

/** The cells with clauses of each item that has some. */
function clauseCellsByItem(document: ListDocument): ReadonlyMap<DutyItem, readonly ClauseCell[]> {
  let known = cellsByDocument.get(document);
  if (!known) {
    const cells = new Map<DutyItem, ClauseCell[]>();
    for (const cell of clauseCells(document)) {
      const own = cells.get(cell.item);
      if (own) own.push(cell);
      else cells.set(cell.item, [cell]);
    }
    known = cells;
    cellsByDocument.set(document, known);
  }
  return known;
}

function readPlaces(document: ListDocument, item: DutyItem, cells: readonly ClauseCell[]): ClausePlaces {
  const starts = new Set<number>();
  const ends = new Set<number>();
  const inNumbers = new Set<number>();
  const behindNumbers = new Map<number, NumberStyle>();
  for (const { role, text, nodes } of cells) {
    for (const { start, end, number, children } of walkDuties(nodes)) {
      starts.add(sourceOffset(text, start));
      if (children.length === 0 && end > start) ends.add(sourceOffset(text, end - 1));
      if (!number) continue;
      for (let i = number.start; i < number.end; i++) inNumbers.add(sourceOffset(text, i));
      if (number.end < text.value.length) behindNumbers.set(sourceOffset(text, number.end), number.style);
    }
    if (role !== 'handover') continue;
    for (const { departmentLabel, mannerLabel, departments } of handoverOf(document, item)?.pairs ?? [])
      for (const part of [departmentLabel, mannerLabel, departments.names[0]])
        if (part) starts.add(sourceOffset(text, part.start));
  }
  return { starts, ends, inNumbers, behindNumbers };
}

/** Where the character at an offset of a text's value stands in the source. */
export function sourceOffset(text: Text, offset: number): number {
  return spanOf(text, offset, offset + 1).start;
}
