import type { ColumnId } from '../../../src/model/format.ts';
import type { PlainDocument, PlainItem, PlainKind, PlainList } from '../layouts/plain.ts';
import type { Random } from '../layouts/random.ts';
import type { Injected, Sample } from './defect.ts';

/** The columns of running words. */
export type WordColumn = 'name' | 'superiorDuties' | 'townshipDuties' | 'handover';

/** One item and where it stands. */
export interface ItemPlace {
  readonly list: number;
  readonly kind: PlainKind;
  readonly index: number;
  readonly item: PlainItem;
}

/** One cell of running words. */
export interface CellPlace extends ItemPlace {
  readonly column: WordColumn;
  readonly words: string;
}

const WORD_COLUMNS: readonly WordColumn[] = ['name', 'superiorDuties', 'townshipDuties', 'handover'];

/** Every item of a document, or of one list. */
export function itemsOf(document: PlainDocument, kind?: PlainKind): readonly ItemPlace[] {
  return document.lists.flatMap((list, at) =>
    kind && list.kind !== kind
      ? []
      : list.items.map((item, index) => ({ list: at, kind: list.kind, index, item })),
  );
}

/** Every cell of running words. A handover in two columns is left out where its labels are gone. */
export function cellsOf(sample: Sample, columns: readonly WordColumn[] = WORD_COLUMNS): readonly CellPlace[] {
  return itemsOf(sample.plain).flatMap((place) =>
    columns.flatMap((column) => {
      const words = place.item[column];
      if (!words || (column === 'handover' && sample.layout.splitHandover)) return [];
      return [{ ...place, column, words }];
    }),
  );
}

/** One of the places that fit, or null. */
export function pickFrom<T>(random: Random, places: readonly T[]): T | null {
  return places.length === 0 ? null : random.pick(places);
}

/** The document with one list changed. */
export function withList(
  document: PlainDocument,
  at: number,
  change: (list: PlainList) => PlainList,
): PlainDocument {
  return { ...document, lists: document.lists.map((list, i) => (i === at ? change(list) : list)) };
}

/** The document with one item changed. */
export function withItem(
  document: PlainDocument,
  place: Pick<ItemPlace, 'list' | 'index'>,
  change: Partial<PlainItem>,
): PlainDocument {
  return withList(document, place.list, (list) => ({
    ...list,
    items: list.items.map((item, i) => (i === place.index ? { ...item, ...change } : item)),
  }));
}

/** The list with its items numbered from 1. */
export function renumbered(list: PlainList): PlainList {
  return { ...list, items: list.items.map((item, i) => ({ ...item, number: String(i + 1) })) };
}

/** A defect in a cell of running words: its words become others. */
export function inCell(sample: Sample, place: CellPlace, words: string, what: string): Injected {
  return {
    what: `${at(place)} ${place.column}: ${what}`,
    place: { lists: [place.kind], items: [Number(place.item.number)], columns: columnsFor(place.column) },
    change: withItem(sample.plain, place, { [place.column]: words }),
  };
}

/** A defect in any cell of an item. */
export function inItem(
  sample: Sample,
  place: ItemPlace,
  change: Partial<PlainItem>,
  columns: readonly (ColumnId | null)[] | null,
  what: string,
): Injected {
  return {
    what: `${at(place)}: ${what}`,
    place: { lists: [place.kind], items: [Number(place.item.number)], ...(columns ? { columns } : {}) },
    change: withItem(sample.plain, place, change),
  };
}

/** `coordinating 27`. */
export function at(place: ItemPlace): string {
  return `${place.kind} ${place.item.number}`;
}

function columnsFor(column: WordColumn): readonly (ColumnId | null)[] {
  return [column];
}

/** Replaces the stretch of `words` from `start`, `length` long. */
export function splice(words: string, start: number, length: number, text: string): string {
  return words.slice(0, start) + text + words.slice(start + length);
}

/** All places where a pattern matches in a text; the pattern must be global. */
export function matches(words: string, pattern: RegExp): readonly RegExpExecArray[] {
  return [...words.matchAll(pattern)];
}

/**
 * A match of a pattern in some cell, each cell as likely as the others, or null. `fits` sees the cell and the match.
 */
export function pickMatch(
  sample: Sample,
  random: Random,
  pattern: RegExp,
  columns?: readonly WordColumn[],
  fits: (cell: CellPlace, match: RegExpExecArray) => boolean = () => true,
): { readonly cell: CellPlace; readonly match: RegExpExecArray } | null {
  for (const cell of random.shuffle(cellsOf(sample, columns))) {
    const found = matches(cell.words, pattern).filter((match) => fits(cell, match));
    const match = pickFrom(random, found);
    if (match) return { cell, match };
  }
  return null;
}
