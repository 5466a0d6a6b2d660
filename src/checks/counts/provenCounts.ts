import type { ListDocument } from '../../model/document.ts';
import { words } from '../places.ts';
import { numbersRunOn } from '../structure/sequence.ts';
import type { NameComparison } from './statedNames.ts';
import type { Breakdown, Measured } from './statements.ts';

/**
 * Whether the document itself says that the number counted is right and the stated one wrong, so that nothing can be lost by
 * correcting it: the same is stated rightly in another place, the parts that it is broken down into are right and add up to what was
 * counted, the total that it is a part of is right with all other parts, or the names enumerated beside it are exactly those of the list.
 * Where the numbers of the items do not run on, or another statement that covers them does not hold, an item may be missing or too
 * many, and nothing is proved.
 * @param wrong the statement, and the others that state the same wrong number
 * @param comparison the names enumerated with the statement beside those of the list
 */
export function isProven(
  document: ListDocument,
  { entry, related }: { readonly entry: Measured; readonly related: readonly Measured[] },
  statements: readonly Measured[],
  breakdowns: readonly Breakdown[],
  comparison: NameComparison | undefined,
): boolean {
  const wrong = [entry, ...related];
  if (!entry.lists.every((list) => numbersRunOn(document, list))) return false;
  if (statements.some((other) => !wrong.includes(other) && contradicts(entry, other))) return false;
  return (
    statements.some((other) => !wrong.includes(other) && isSame(entry, other) && isRight(other)) ||
    wrong.some((one) =>
      breakdowns.some((breakdown) => provesTotal(breakdown, one) || provesPart(breakdown, one)),
    ) ||
    (entry.stated.what === 'categories' && comparison !== undefined && agrees(comparison))
  );
}

/** Whether another statement about the same items, or about all lists, does not hold either: it may be right, and an item lost. */
function contradicts({ stated: one }: Measured, other: Measured): boolean {
  const { what, list, part } = other.stated;
  const sameThing = what === one.what || (what === 'items' && one.what === 'itemsInCategory');
  return !isRight(other) && sameThing && part === one.part && (list === null || list === one.list);
}

function isRight({ stated, actual }: Measured): boolean {
  return stated.stated === actual;
}

/** Whether two statements count the same. */
function isSame({ stated: one }: Measured, { stated: other }: Measured): boolean {
  return (
    one.what === other.what &&
    one.list === other.list &&
    one.part === other.part &&
    (one.category ? words(one.category) : '') === (other.category ? words(other.category) : '')
  );
}

function sumOf(parts: readonly Measured[]): number {
  return parts.reduce((sum, { stated }) => sum + stated.stated, 0);
}

function provesTotal({ total, parts }: Breakdown, entry: Measured): boolean {
  return total === entry && parts.every(isRight) && sumOf(parts) === entry.actual;
}

function provesPart({ total, parts }: Breakdown, entry: Measured): boolean {
  if (!parts.includes(entry) || !isRight(total)) return false;
  const others = parts.filter((part) => part !== entry);
  return others.every(isRight) && sumOf(others) + (entry.actual ?? 0) === total.stated.stated;
}

function agrees({ renamed, statedOnly, listOnly, repeated }: NameComparison): boolean {
  return renamed.length + statedOnly.length + listOnly.length + repeated.length === 0;
}
