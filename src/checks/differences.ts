/** A stretch in which two words differ: what one has and the other has in its place; one of them may be empty. */
export interface Difference {
  readonly one: string;
  readonly other: string;
}

/**
 * The stretches in which two words differ, in order, by their longest common subsequence. For names and headings: the
 * time it takes grows with the product of the lengths of what differs.
 */
export function differences(one: string, other: string): readonly Difference[] {
  let from = 0;
  while (from < one.length && one.charAt(from) === other.charAt(from)) from++;
  let oneEnd = one.length;
  let otherEnd = other.length;
  while (oneEnd > from && otherEnd > from && one.charAt(oneEnd - 1) === other.charAt(otherEnd - 1)) {
    oneEnd--;
    otherEnd--;
  }
  if (from === oneEnd && from === otherEnd) return [];
  return middle(one.slice(from, oneEnd), other.slice(from, otherEnd));
}

function middle(one: string, other: string): readonly Difference[] {
  if (one === '' || other === '') return [{ one, other }];
  const width = other.length + 1;
  const longest = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        one.charCodeAt(i) === other.charCodeAt(j)
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
    }
  }
  const found: { one: string; other: string }[] = [];
  let i = 0;
  let j = 0;
  let open: { one: string; other: string } | null = null;
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one.charCodeAt(i) === other.charCodeAt(j)) {
      open = null;
      i++;
      j++;
      continue;
    }
    if (open === null) {
      open = { one: '', other: '' };
      found.push(open);
    }
    const down = i < one.length ? (longest[(i + 1) * width + j] ?? 0) : -1;
    const right = j < other.length ? (longest[i * width + j + 1] ?? 0) : -1;
    if (down >= right) open.one += one.charAt(i++);
    else open.other += other.charAt(j++);
  }
  return found;
}

/** How many characters have to be changed, put in or taken out; a stretch in another's place counts once. */
export function changeCount(found: readonly Difference[]): number {
  return found.reduce((sum, { one, other }) => sum + Math.max(one.length, other.length), 0);
}
