import type { DutyItem, DutyList, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { type Check, notApplicable } from '../check.ts';
import { atItem, listsOf, type PlacedList, relatedItem } from '../places.ts';
import { type CategoryRun, categoryRuns, categorySpan } from './categoryRuns.ts';

/**
 * Categories follow each other in the usual order: that of the format where its vocabulary is closed, else that of the
 * document's list with most categories. The fewest categories that must move to restore the order are reported.
 */
export const order: Check = {
  kind: 'order',
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: {
    default: ['category', 'other'],
    after: ['category', 'other'],
  },
  run(document, rule) {
    const placed = listsOf(document, rule).filter(({ list }) => list.items.some((item) => item.category));
    if (placed.length === 0) return notApplicable('文中没有事项类别', 'the document names no categories');
    const usual = usualOrder(document, placed);
    const others = placed.filter((entry) => entry !== usual.from);
    if (others.length === 0)
      return notApplicable(
        '只有一份清单，格式中也没有规定类别的先后，无从比较',
        'there is one list only, and the format fixes no order of categories',
      );
    const found = others.map((entry) => misplacedIn(entry, usual.names));
    const odd = usual.from && found.length > 1 ? oddAmong(usual.from, found) : null;
    return [
      ...(odd ? [odd] : []),
      ...found.flat().flatMap((one) => (odd?.data?.category === one.category ? [] : [findingFor(one)])),
    ];
  },
};

/**
 * Where all the other lists have a category in another place than the list whose order was taken for the usual one, that list is
 * the odd one: its finding, or null.
 */
function oddAmong(from: PlacedList, found: readonly (readonly Misplaced[])[]): Finding | null {
  const [first, ...rest] = found;
  const one = first?.find((misplaced) =>
    rest.every((list) => list.some(({ category }) => category === misplaced.category)),
  );
  if (!one) return null;
  const places = placesOf(from.list);
  const [category, other] = [one.category, one.other].map((name) =>
    places.find((place) => place.name === name),
  );
  if (!category || !other) return null;
  return findingFor({
    placed: from,
    category: one.category,
    other: one.other,
    item: category.item,
    otherItem: other.item,
    before: !one.before,
  });
}

function usualOrder(
  document: ListDocument,
  lists: readonly PlacedList[],
): { readonly names: readonly string[]; readonly from: PlacedList | null } {
  const { names, closed } = document.format.categories;
  if (closed && names.length > 0) return { names, from: null };
  let best: { names: readonly string[]; from: PlacedList } | null = null;
  for (const from of lists) {
    const own = placesOf(from.list).map(({ name }) => name);
    if (own.length > (best?.names.length ?? 0)) best = { names: own, from };
  }
  return best ?? { names: [], from: null };
}

/**
 * The categories of a list in their order. One that stands in several places counts where most of its items are; one
 * that stands amid another is a fault of grouping, not of order.
 */
function placesOf(list: DutyList): readonly { readonly name: string; readonly item: DutyItem }[] {
  const longest = new Map<string, CategoryRun>();
  const runs = categoryRuns(list).filter((run) => run.name !== '');
  for (const [i, run] of runs.entries()) {
    const amid = i > 0 && runs[i - 1]?.name === runs[i + 1]?.name;
    if (!amid && run.items.length > (longest.get(run.name)?.items.length ?? 0)) longest.set(run.name, run);
  }
  return [...longest.values()]
    .flatMap(({ name, items: [item] }) => (item ? [{ name, item }] : []))
    .sort((a, b) => a.item.index - b.item.index);
}

interface Used {
  readonly name: string;
  readonly rank: number;
  readonly item: DutyItem;
}

/** A category that does not stand where the usual order has it: before (or behind) another one. */
interface Misplaced {
  readonly placed: PlacedList;
  readonly category: string;
  readonly other: string;
  readonly item: DutyItem;
  readonly otherItem: DutyItem;
  readonly before: boolean;
}

function findingFor({ placed, category, other, item, otherItem, before }: Misplaced): Finding {
  return {
    ...atItem(placed, item, 'category', categorySpan(item)),
    ...(before ? {} : { variant: 'after' }),
    data: { category, other },
    related: [relatedItem(placed, otherItem, 'category', categorySpan(otherItem))],
  };
}

function misplacedIn(placed: PlacedList, usual: readonly string[]): readonly Misplaced[] {
  const ranks = new Map(usual.map((name, rank) => [name, rank]));
  const used = placesOf(placed.list).flatMap(({ name, item }): Used[] => {
    const rank = ranks.get(name);
    return rank === undefined ? [] : [{ name, rank, item }];
  });
  const kept = longestRising(used.map(({ rank }) => rank));
  return used.flatMap((one, index): Misplaced[] => {
    if (kept.has(index)) return [];
    const before = used.find((other, at) => kept.has(at) && at < index && other.rank > one.rank);
    const after = used.findLast((other, at) => kept.has(at) && at > index && other.rank < one.rank);
    const other = before ?? after;
    if (!other) return [];
    return [
      {
        placed,
        category: one.name,
        other: other.name,
        item: one.item,
        otherItem: other.item,
        before: before !== undefined,
      },
    ];
  });
}

/** Positions of a longest rising subsequence: what may stay where it is. */
function longestRising(values: readonly number[]): ReadonlySet<number> {
  const best: { length: number; previous: number }[] = [];
  let end = -1;
  for (let i = 0; i < values.length; i++) {
    let length = 1;
    let previous = -1;
    for (let j = 0; j < i; j++) {
      const candidate = best[j];
      if (candidate && (values[j] ?? 0) < (values[i] ?? 0) && candidate.length + 1 > length) {
        length = candidate.length + 1;
        previous = j;
      }
    }
    best.push({ length, previous });
    if (end < 0 || length > (best[end]?.length ?? 0)) end = i;
  }
  const kept = new Set<number>();
  for (let i = end; i >= 0; i = best[i]?.previous ?? -1) kept.add(i);
  return kept;
}
