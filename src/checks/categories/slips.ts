import { nearest } from '../../grammar/nearest.ts';
import type { ListDocument } from '../../model/document.ts';
import { categoriesOf, categorySpan } from './categoryRuns.ts';

/** How many times more often than a name its look-alike must be used before the name is taken for a slip. */
const MORE_FREQUENT = 3;
/** A name used more often than this is the document's own word, however near it is to another. */
const MOST_SLIPS = 2;

const slipsByDocument = new WeakMap<ListDocument, ReadonlyMap<string, string>>();

/**
 * Category names of a document that are most likely slips of another, to the name that is meant. Where the format's
 * vocabulary is closed, a slip is any unknown name near a known one; where it is open (a county without a format
 * of its own), only a rare name near a known or a far more frequent one. Computed once a document.
 */
export function categorySlips(document: ListDocument): ReadonlyMap<string, string> {
  const done = slipsByDocument.get(document);
  if (done) return done;
  const { names, closed } = document.format.categories;
  const counts = categoryCounts(document);
  const slips = new Map<string, string>();
  for (const [name, count] of counts) {
    if (names.includes(name)) continue;
    const meant = closed
      ? nearName(name, names)
      : (slipOf(name, count, counts, names) ?? strangeSlip(name, document, [...names, ...counts.keys()]));
    if (meant !== null) slips.set(name, meant);
  }
  slipsByDocument.set(document, slips);
  return slips;
}

/** How many items of the whole document bear each category. */
export function categoryCounts(document: ListDocument): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const list of document.lists) {
    for (const { name, items } of categoriesOf(list))
      counts.set(name, (counts.get(name) ?? 0) + items.length);
  }
  return counts;
}

function nearName(name: string, known: readonly string[]): string | null {
  return (
    nearest(
      name,
      known.filter((other) => other !== name),
    )?.word ?? null
  );
}

/** The only name that holds all characters of a shorter one in their order: 党的建设 for 党建. */
function longForm(name: string, known: readonly string[]): string | null {
  if (name.length < 2) return null;
  const holds = (long: string) => {
    let at = 0;
    for (const character of long) if (character === name.charAt(at)) at++;
    return at === name.length && long.charAt(0) === name.charAt(0) && long.length <= name.length * 2;
  };
  const [only, ...others] = known.filter((other) => other !== name && holds(other));
  return others.length === 0 ? (only ?? null) : null;
}

function slipOf(
  name: string,
  count: number,
  counts: ReadonlyMap<string, number>,
  known: readonly string[],
): string | null {
  if (count > MOST_SLIPS) return null;
  const frequent = [...counts].filter(([, uses]) => uses >= count * MORE_FREQUENT).map(([other]) => other);
  const near = nearName(name, frequent) ?? longForm(name, frequent);
  if (near !== null) return near;
  // 生态环境 beside 生态环保 is another county's word as often as a slip: only a single use in the document is one.
  return count === 1 ? nearName(name, known) : null;
}

/**
 * The name that a name written a single time in the document (in a merged cell, in a heading) was meant to be: all but one
 * character are the same, and with that character it holds a word that no other name has. 文化和旅油 holds 旅油; 城乡治理 beside
 * 城市治理 holds only words that other names have too.
 */
function strangeSlip(name: string, document: ListDocument, known: readonly string[]): string | null {
  if (name.length < 4) return null;
  const others = known.filter((other) => other !== name);
  for (const other of others) {
    if (other.length !== name.length) continue;
    const at = onlyDifference(name, other);
    if (at < 0) continue;
    const words = [name.slice(at - 1, at + 1), name.slice(at, at + 2)].filter((word) => word.length === 2);
    const strange = words.every((word) => !others.some((one) => one.includes(word)));
    if (strange && timesWritten(document, name) === 1) return other;
  }
  return null;
}

/** Where two words of one length differ, when they differ in one character; else -1. */
function onlyDifference(a: string, b: string): number {
  let at = -1;
  for (let i = 0; i < a.length; i++) {
    if (a.charAt(i) === b.charAt(i)) continue;
    if (at >= 0) return -1;
    at = i;
  }
  return at;
}

/** In how many cells and headings of the document a category stands. */
function timesWritten(document: ListDocument, category: string): number {
  const places = new Set<number>();
  for (const list of document.lists)
    for (const { name, items } of categoriesOf(list))
      if (name === category) for (const item of items) places.add(categorySpan(item).start);
  return places.size;
}
