import { nearest } from '../../grammar/nearest.ts';
import { isKnownBase, knownBases } from '../../grammar/prefixes.ts';
import type { DepartmentVocabulary } from '../../model/format.ts';

/** Two slips in a long name are still one name. */
const LONG = 8;
const suspected = new WeakMap<DepartmentVocabulary, Map<string, boolean>>();

/**
 * Whether a name without prefix, which neither the county's registry nor the vocabulary holds, is so near to one that they
 * hold that it may be a slip itself: 应急管里局. Nothing may be changed into such a name.
 */
export function isSuspected(base: string, vocabulary: DepartmentVocabulary): boolean {
  if (isKnownBase(base, vocabulary)) return false;
  let known = suspected.get(vocabulary);
  if (!known) {
    known = new Map();
    suspected.set(vocabulary, known);
  }
  const before = known.get(base);
  if (before !== undefined) return before;
  const made = nearest(base, knownBases(vocabulary), base.length >= LONG ? 2 : 1) !== null;
  known.set(base, made);
  return made;
}
