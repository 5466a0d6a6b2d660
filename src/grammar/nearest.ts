/**
 * The known word that a word was probably meant to be, and how far it is; null when none is near enough.
 * Distance is Damerau–Levenshtein on characters (optimal string alignment). A word whose parts stand in another
 * order (教育监管与培训 for 教育培训监管) is as far as the characters it does not share, and one more.
 * Refused: more than `maxDistance`, by default a third of the longer word, at least 1. An equal word has distance 0.
 * Of equally near words the first wins.
 */
export function nearest(
  word: string,
  known: Iterable<string>,
  maxDistance?: number,
): { word: string; distance: number } | null {
  const from = [...word];
  let best: { word: string; distance: number } | null = null;
  for (const candidate of known) {
    if (candidate === word) return { word: candidate, distance: 0 };
    const to = [...candidate];
    const limit = maxDistance ?? Math.max(1, Math.floor(Math.max(from.length, to.length) / 3));
    const bound = Math.min(limit, best === null ? limit : best.distance - 1);
    if (bound < 1 || Math.abs(from.length - to.length) > bound) continue;
    // A change of every character is no likeness: 县 is not near 区.
    const longest = Math.max(from.length, to.length);
    const unshared = unsharedCharacters(from, to);
    if (unshared > bound || unshared >= longest) continue;
    let distance = editDistance(from, to);
    if (longest >= 4) distance = Math.min(distance, unshared + 1);
    if (distance <= bound) best = { word: candidate, distance };
  }
  return best;
}

/** How many characters the longer of two words has that the other lacks, order left aside. */
function unsharedCharacters(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const character of a) counts.set(character, (counts.get(character) ?? 0) + 1);
  let shared = 0;
  for (const character of b) {
    const left = counts.get(character) ?? 0;
    if (left > 0) {
      shared++;
      counts.set(character, left - 1);
    }
  }
  return Math.max(a.length, b.length) - shared;
}

function editDistance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
