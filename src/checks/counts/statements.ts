import type { DutyList, ListDocument, StatedCount } from '../../model/document.ts';
import { words } from '../places.ts';
import { actualCount, departmentsIn, listsOfStatement } from './counting.ts';

/** A statement beside what is really there. */
export interface Measured {
  readonly stated: StatedCount;
  /** Position in `ListDocument.statedCounts`. */
  readonly index: number;
  readonly actual: number | null;
  readonly lists: readonly DutyList[];
}

/** A total and the parts it is broken down into. */
export interface Breakdown {
  readonly total: Measured;
  readonly parts: readonly Measured[];
}

/** A statement with the lists it is about and the number that is there. */
export function measure(document: ListDocument, stated: StatedCount, index: number): Measured {
  return { stated, index, actual: actualCount(document, stated), lists: listsOfStatement(document, stated) };
}

/**
 * Whether a stated number is wrong beyond doubt. Departments that cells may hide (等…部门, words that are no name)
 * make a number that is too large possible.
 */
export function isWrong(document: ListDocument, { stated, actual, lists }: Measured): boolean {
  if (actual === null || actual === stated.stated) return false;
  // A list that lost all its items is told as such.
  if (lists.every((list) => list.items.length === 0)) return false;
  if (stated.what !== 'departments') return true;
  const { hidden, written } = departmentsIn(document, lists);
  return hidden === 0 || stated.stated < actual || stated.stated > written.length + hidden;
}

/** The breakdowns among some statements; a part that is none of them is measured here. */
export function breakdownsOf(document: ListDocument, statements: readonly Measured[]): readonly Breakdown[] {
  return statements.flatMap((total) => {
    const parts = document.statedCounts
      .map((stated, index) => ({ stated, index }))
      .filter(({ stated }) => stated.partOf === total.index)
      .map(
        ({ stated, index }) =>
          statements.find((entry) => entry.index === index) ?? measure(document, stated, index),
      );
    return parts.length > 1 ? [{ total, parts }] : [];
  });
}

/** Leaves out a total whose difference follows from the differences of its parts: that is one fault, told at the part. */
export function withoutExplained(wrong: readonly Measured[]): readonly Measured[] {
  const difference = (entries: readonly Measured[]) =>
    entries.reduce((sum, { stated, actual }) => sum + stated.stated - (actual ?? stated.stated), 0);
  return wrong.filter((entry) => {
    const { stated } = entry;
    if (stated.what !== 'items') return true;
    const finer = wrong.filter(
      (other) =>
        other !== entry &&
        other.stated.part === stated.part &&
        (stated.list === null
          ? other.stated.what === 'items' && other.stated.list !== null
          : other.stated.what === 'itemsInCategory' && other.stated.list === stated.list),
    );
    const once = onceEach(finer).map((group) => group.entry);
    return once.length === 0 || difference(once) !== difference([entry]);
  });
}

/** One finding for a count that is stated in several places: the first, with the others as related places. */
export function onceEach(
  wrong: readonly Measured[],
): readonly { readonly entry: Measured; readonly related: readonly Measured[] }[] {
  const groups = new Map<string, Measured[]>();
  for (const entry of wrong) {
    const { what, list, part, category, stated } = entry.stated;
    const key = [what, list, part, category ? words(category) : '', stated].join('|');
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()].flatMap(([entry, ...related]) => (entry ? [{ entry, related }] : []));
}
