import { nearest } from '../../grammar/nearest.ts';
import type { DutyItem, DutyList, ListDocument } from '../../model/document.ts';
import type { Format } from '../../model/format.ts';
import { squeeze } from '../../model/text.ts';
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
  return item.category ? squeeze(item.category.text.value).value : '';
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

/** One order in which all the orders fit where they can: the longest, the others' names put in behind their neighbours. */
function mergeOrders(orders: readonly (readonly string[])[]): readonly string[] {
  const [longest = [], ...others] = [...orders].sort((a, b) => b.length - a.length);
  const merged = [...longest];
  for (const order of others) {
    for (const [i, name] of order.entries()) {
      if (merged.includes(name)) continue;
      const before = order.slice(0, i).findLast((other) => merged.includes(other));
      const after = order.slice(i + 1).find((other) => merged.includes(other));
      const at =
        before !== undefined ? merged.indexOf(before) + 1 : after !== undefined ? merged.indexOf(after) : 0;
      merged.splice(at, 0, name);
    }
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
 * Category rows that the format did not take for such: rows in which only the first cell has words, and no number.
 * They come out of the outline as items without a number and a name.
 */
export function learnCategoryRows(document: ListDocument): LearnedCategories {
  const names = new Set<string>();
  for (const list of document.lists) {
    if (list.items.some((item) => item.category?.from === 'cell')) continue;
    for (const item of list.items) {
      const filled = Object.values(item.fields).filter((field) => field.text.value !== '');
      const [only] = filled;
      const words = only ? squeeze(only.text.value).value : '';
      const alone = filled.every((field) => squeeze(field.text.value).value === words);
      if (item.number.value !== null || !alone || item.surplus.some((field) => field.text.value !== ''))
        continue;
      if (words.length >= 2 && words.length <= LONGEST_CATEGORY && /^[一-鿿（）、]+$/u.test(words))
        names.add(words);
    }
  }
  const all = [...names];
  const doubts = all.length > 0 ? [rowDoubt(all)] : [];
  return { names: all, doubts };
}

function rowDoubt(names: readonly string[]): Doubt {
  return {
    code: 'category-row',
    at: ['categories', 'names'],
    words: names,
    data: { names: joined(names), count: names.length },
  };
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
