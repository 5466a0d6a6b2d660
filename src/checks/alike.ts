import { nearest } from '../grammar/nearest.ts';

/** Words that join two halves of a name and change nothing about what it names: 教育监管与培训, 文化和旅游. */
const JOINERS = /[与和及、]/g;
/** The share of characters that two names must have in common, in any order, to be taken for one. */
const LEAST_SHARED = 0.7;

/**
 * How much two names look like one name written in two ways, from 0 to 1: the share of characters they have in
 * common whatever their order, joining words left out. A slip of the pen and a changed order both count as alike.
 */
export function likeness(one: string, other: string): number {
  const a = [...one.replace(JOINERS, '')];
  const b = [...other.replace(JOINERS, '')];
  if (a.length === 0 || b.length === 0) return 0;
  const left = new Map<string, number>();
  for (const character of a) left.set(character, (left.get(character) ?? 0) + 1);
  let shared = 0;
  for (const character of b) {
    const count = left.get(character) ?? 0;
    if (count === 0) continue;
    left.set(character, count - 1);
    shared++;
  }
  return (2 * shared) / (a.length + b.length);
}

/**
 * Pairs names of one side with names of the other that are most likely the same name, each name at most once,
 * the most alike first. To be used on names that have no equal on the other side.
 */
export function pairAlike(ones: readonly string[], others: readonly string[]): ReadonlyMap<string, string> {
  const candidates = ones
    .flatMap((one) => others.map((other) => ({ one, other, score: scoreOf(one, other) })))
    .filter(({ score }) => score >= LEAST_SHARED)
    .sort((a, b) => b.score - a.score);
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  for (const { one, other } of candidates) {
    if (pairs.has(one) || taken.has(other)) continue;
    pairs.set(one, other);
    taken.add(other);
  }
  return pairs;
}

function scoreOf(one: string, other: string): number {
  const shared = likeness(one, other);
  return shared >= LEAST_SHARED || nearest(one, [other]) === null ? shared : LEAST_SHARED;
}
