/** The order of names for people: numbers by value, so that `2.md` stands before `10.md`; the rest by code unit. */
export function compareNames(a: string, b: string): number {
  const left = a.split(NUMBERS);
  const right = b.split(NUMBERS);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [one = '', other = ''] = [left[i], right[i]];
    if (one === other) continue;
    // Every second part is a run of digits.
    const byValue = i % 2 === 1 ? Number(one) - Number(other) : 0;
    if (byValue !== 0) return byValue;
    return one < other ? -1 : 1;
  }
  return left.length - right.length;
}

const NUMBERS = /([0-9]+)/;

/**
 * The order in which a folder is walked, for paths with `/` between folders: files before the folders beside them,
 * each by `compareNames`.
 */
export function comparePaths(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const isFile = i === left.length - 1;
    if (isFile !== (i === right.length - 1)) return isFile ? -1 : 1;
    const order = compareNames(left[i] ?? '', right[i] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
