import { isDepartmentList } from '../../grammar/departments.ts';
import { nearest } from '../../grammar/nearest.ts';
import type { DutyItem, DutyList, ListDocument } from '../../model/document.ts';
import type { Format } from '../../model/format.ts';
import { unspaced } from '../../model/text.ts';
import { type Doubt, joined, type LearnedFormat } from './learned.ts';

const LONGEST_CATEGORY = 16;
/** A name used no more often than this may be a slip of one that is used `MORE_FREQUENT` times as often. */
const MOST_SLIPS = 2;
const MORE_FREQUENT = 3;
/** Of the places where one category ends and the next begins, so many must agree on how numbers go on. */
const AGREEING = 0.8;

export interface LearnedCategories {
  readonly names: readonly string[];
  readonly doubts: readonly Doubt[];
}

/** The categories of all lists in one order, what is probably a slip left out. */
export function learnCategories(document: ListDocument, parent: Format): LearnedCategories {
  const orders = document.lists.map(namesOf);
  const counts = new Map<string, number>();
  for (const list of document.lists) {
    for (const item of list.items) {
      const name = nameOf(item);
      if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  if (counts.size === 0) return { names: [], doubts: [] };
  const at = ['categories', 'names'];
  const doubts: Doubt[] = [];
  const slips = new Set<string>();
  for (const [name, count] of counts) {
    const near = slipOf(name, count, counts, parent.categories.names);
    if (near === null) continue;
    slips.add(name);
    doubts.push({ code: 'category-slip', at, words: [near], data: { name, near, count } });
  }
  const sound = orders.map((names) => names.filter((name) => !slips.has(name)));
  const names = mergeOrders(sound);
  for (const [index, own] of sound.entries()) {
    const [one, other] = firstDisorder(own, names) ?? [];
    const list = document.lists[index]?.kind ?? 'basic';
    if (one && other)
      doubts.push({ code: 'category-order', at, words: [other], data: { list, name: one, other } });
  }
  const once = names.filter((name) => counts.get(name) === 1);
  if (once.length > 0)
    doubts.push({
      code: 'category-once',
      at,
      words: once,
      data: { names: joined(once), count: once.length },
    });
  doubts.push({
    code: 'categories-closed',
    at: ['categories', 'closed'],
    words: [],
    data: { count: names.length },
  });
  return { names, doubts };
}

function nameOf(item: DutyItem): string {
  return item.category ? unspaced(item.category.text.value) : '';
}

function namesOf(list: DutyList): readonly string[] {
  return [...new Set(list.items.map(nameOf))].filter((name) => name !== '');
}

function slipOf(
  name: string,
  count: number,
  counts: ReadonlyMap<string, number>,
  known: readonly string[],
): string | null {
  if (count > MOST_SLIPS || known.includes(name)) return null;
  const frequent = [...counts].filter(([, uses]) => uses >= count * MORE_FREQUENT).map(([other]) => other);
  return nearest(name, frequent)?.word ?? (count === 1 ? (nearest(name, known)?.word ?? null) : null);
}

/**
 * One order in which all the orders fit where they can. Of the names that may come next the one that stands nearest to
 * the top of its list is taken; where the lists contradict each other, the one with the fewest before it.
 */
function mergeOrders(orders: readonly (readonly string[])[]): readonly string[] {
  const before = new Map<string, Set<string>>();
  const height = new Map<string, number>();
  for (const order of orders) {
    for (const [i, name] of order.entries()) {
      const above = before.get(name) ?? new Set();
      const last = order[i - 1];
      if (last !== undefined) above.add(last);
      before.set(name, above);
      height.set(name, Math.max(height.get(name) ?? 0, i / order.length));
    }
  }
  const merged: string[] = [];
  const open = new Set(before.keys());
  while (open.size > 0) {
    let next: { name: string; waiting: number } | null = null;
    for (const name of open) {
      const waiting = [...(before.get(name) ?? [])].filter((other) => open.has(other)).length;
      const higher = next !== null && (height.get(name) ?? 0) < (height.get(next.name) ?? 0);
      if (next === null || waiting < next.waiting || (waiting === next.waiting && higher))
        next = { name, waiting };
    }
    if (!next) break;
    merged.push(next.name);
    open.delete(next.name);
  }
  return merged;
}

/** The first two neighbours of an order that stand the other way round in another. */
function firstDisorder(own: readonly string[], merged: readonly string[]): readonly [string, string] | null {
  for (let i = 1; i < own.length; i++) {
    const [one, other] = [own[i - 1] ?? '', own[i] ?? ''];
    if (merged.indexOf(one) > merged.indexOf(other)) return [one, other];
  }
  return null;
}

/**
 * Categories that the format did not take for such: rows in which only the first cell has words, and no number (they
 * come out of the outline as items without a number and a name), and words beside the numbers of wrapped rows.
 */
export function learnCategoryRows(document: ListDocument): readonly string[] {
  const names = new Set<string>();
  for (const list of document.lists) {
    if (list.items.some((item) => item.category?.from === 'cell')) continue;
    for (const item of list.items) {
      const filled = Object.values(item.fields).filter((field) => field.text.value !== '');
      const [only] = filled;
      const words = only ? unspaced(only.text.value) : '';
      const alone = filled.every((field) => unspaced(field.text.value) === words);
      if (item.number.value !== null || !alone || item.surplus.some((field) => field.text.value !== ''))
        continue;
      if (words.length >= 2 && words.length <= LONGEST_CATEGORY && /^[一-鿿（）、]+$/u.test(words))
        names.add(words);
    }
  }
  for (const name of besideNumbers(document)) names.add(name);
  return [...names];
}

/** In a file without tables, the words that stand alone beside two numbers or more and do not go on in the line below. */
function besideNumbers({ source, format }: ListDocument): readonly string[] {
  const counts = new Map<string, number>();
  const { names } = format.categories;
  for (const [i, block] of source.blocks.entries()) {
    const below = source.blocks[i + 1];
    if (block.type !== 'line' || below?.type !== 'line') continue;
    const name = /^[0-9０-９]{1,4}\s+([一-鿿（）、]{2,10})$/u.exec(block.text.value)?.[1];
    if (name === undefined || names.some((known) => known.startsWith(name))) continue;
    if (below.blankBefore > 0 || below.text.value.length > name.length)
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const { departments, countyNames } = format;
  return [...counts].flatMap(([name, count]) =>
    count >= 2 && !isDepartmentList(name, departments, countyNames) ? [name] : [],
  );
}

/** What to ask about such rows: only of those that turned out to be categories, and not the first half of a wrapped one. */
export function rowDoubts(rows: readonly string[], categories: readonly string[]): readonly Doubt[] {
  const names = rows.filter((name) => categories.includes(name));
  const data = { names: joined(names), count: names.length };
  return names.length === 0
    ? []
    : [{ code: 'category-row', at: ['categories', 'names'], words: names, data }];
}

/** Whether numbers go on from one category to the next, or start again. */
export function learnNumbering(document: ListDocument): {
  readonly numbering: LearnedFormat['numbering'];
  readonly doubts: readonly Doubt[];
} {
  let on = 0;
  let again = 0;
  for (const list of document.lists) {
    for (let i = 1; i < list.items.length; i++) {
      const [above, item] = [list.items[i - 1], list.items[i]];
      if (!above || !item || nameOf(above) === nameOf(item)) continue;
      if (item.number.value === 1) again++;
      else if (item.number.value === (above.number.value ?? -1) + 1) on++;
    }
  }
  const all = on + again;
  if (all >= 2 && on >= AGREEING * all) return { numbering: 'list', doubts: [] };
  if (all >= 2 && again >= AGREEING * all) return { numbering: 'category', doubts: [] };
  const data = { on, again };
  return { numbering: null, doubts: [{ code: 'numbering-unclear', at: ['numbering'], words: [], data }] };
}
