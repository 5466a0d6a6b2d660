import type { StatedCount } from '../../model/document.ts';
import type { Text } from '../../model/text.ts';
import { pairAlike } from '../alike.ts';
import { words } from '../places.ts';

/** The share of the real names that an enumeration may leave out and still be taken for a complete one; one in any case. */
const MOST_LEFT_OUT = 0.2;

/** The names that a statement enumerates beside those that the list really holds. */
export interface NameComparison {
  /** Enumerated under another form than the list’s own: 教育监管与培训 for 教育培训监管. */
  readonly renamed: readonly { readonly text: Text; readonly actual: string }[];
  /** Enumerated, and nowhere in the list. */
  readonly statedOnly: readonly Text[];
  /** In the list and not enumerated; empty where the enumeration does not claim to be complete. */
  readonly listOnly: readonly string[];
  /** Enumerated twice: the second occurrence. */
  readonly repeated: readonly Text[];
}

/**
 * Compares the names of an enumeration with the real ones, both ways. `stated` is how many there should be by
 * the statement itself; an enumeration of fewer names that ends with 等 gives examples, and what it leaves out is no
 * fault. `key` gives the form in which a name is compared with the real ones.
 */
export function compareNames(
  names: readonly Text[],
  actual: readonly string[],
  stated: number | null,
  key: (text: Text) => string = words,
): NameComparison {
  const seen = new Set<string>();
  const repeated: Text[] = [];
  const first: Text[] = [];
  for (const text of names) {
    const name = key(text);
    if (seen.has(name)) repeated.push(text);
    else first.push(text);
    seen.add(name);
  }
  const statedOnly = first.filter((text) => !actual.includes(key(text)));
  const mostLeftOut = Math.max(1, Math.floor(actual.length * MOST_LEFT_OUT));
  const complete =
    names.length === stated || (names.length > 1 && names.length >= actual.length - mostLeftOut);
  const left = actual.filter((name) => !seen.has(name));
  const pairs = pairAlike(statedOnly.map(key), left);
  const paired = new Set(pairs.values());
  return {
    renamed: statedOnly.flatMap((text) => {
      const other = pairs.get(key(text));
      return other === undefined ? [] : [{ text, actual: other }];
    }),
    statedOnly: statedOnly.filter((text) => !pairs.has(key(text))),
    listOnly: complete ? left.filter((name) => !paired.has(name)) : [],
    repeated,
  };
}

/** The category names of the parts of a breakdown. */
export function categoriesOfParts(parts: readonly StatedCount[]): readonly Text[] {
  return parts.flatMap((part) => (part.category ? [part.category] : []));
}
