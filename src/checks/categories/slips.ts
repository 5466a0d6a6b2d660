import { nearest } from '../../grammar/nearest.ts';
import type { ListDocument } from '../../model/document.ts';
import { categoriesOf } from './categoryRuns.ts';

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
    const meant = closed ? nearName(name, names) : slipOf(name, count, counts, names);
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
