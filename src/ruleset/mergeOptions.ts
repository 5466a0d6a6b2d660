import type { Rule } from '../model/rule.ts';

type Options = Rule['options'];

/** A change of a list: entries to put at its end, entries to take out. */
interface ListChange {
  readonly add?: readonly unknown[];
  readonly remove?: readonly unknown[];
}

/** Called for each entry that is to be taken out and is not there. */
export type OnAbsentEntry = (key: string, index: number, entry: unknown, present: readonly unknown[]) => void;

/**
 * Options laid over others, key by key. Where a list stood, `{ add: […], remove: […] }` changes it; anything else replaces
 * what was there. An entry is taken out when it equals what `remove` names, or has every key that it names:
 * `remove: [{ wrong: 帐户 }]`.
 */
export function mergeOptions(was: Options, now: Options, onAbsent?: OnAbsentEntry): Options {
  const merged: Record<string, unknown> = { ...was };
  for (const [key, value] of Object.entries(now)) {
    const before = Object.hasOwn(was, key) ? was[key] : undefined;
    merged[key] =
      Array.isArray(before) && isListChange(value)
        ? changed(before, value, (index, entry) => onAbsent?.(key, index, entry, before))
        : value;
  }
  return merged;
}

/** Tells a change of a list from a value. */
export function isListChange(value: unknown): value is ListChange {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return (
    keys.length > 0 &&
    keys.every((key) => key === 'add' || key === 'remove') &&
    Object.values(value).every(Array.isArray)
  );
}

function changed(
  before: readonly unknown[],
  { add = [], remove = [] }: ListChange,
  onAbsent: (index: number, entry: unknown) => void,
): readonly unknown[] {
  for (const [index, entry] of remove.entries()) {
    if (!before.some((one) => isMeant(one, entry))) onAbsent(index, entry);
  }
  const kept = before.filter((one) => !remove.some((entry) => isMeant(one, entry)));
  return [...kept, ...add.filter((entry) => !kept.some((one) => isSame(one, entry)))];
}

function isMeant(entry: unknown, named: unknown): boolean {
  if (isSame(entry, named)) return true;
  if (!isRecord(entry) || !isRecord(named)) return false;
  return Object.entries(named).every(([key, value]) => {
    const own = entry[key];
    return isSame(own, value) || (Array.isArray(own) && own.some((one) => isSame(one, value)));
  });
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
