/** Many words, searched for at once. */
export interface WordIndex {
  /**
   * Walks over a text and asks at each place where words stand, the longest first, whether that one is meant. After a yes
   * it goes on behind the word, else one character on. Takes time linear in the text: at each place at most as many steps
   * as the longest word has characters, whatever the number of words.
   * @param accept gets the index of the word and where it stands, in UTF-16 code units
   */
  scan(text: string, accept: (word: number, start: number, end: number) => boolean): void;
}

interface Node {
  readonly next: Map<number, Node>;
  /** Index of the word that ends here, or -1. */
  word: number;
}

/** Words with the same first two characters: a list until one of them may stand in a text, a tree from then on. */
interface Group {
  readonly words: number[];
  tree: Node | null;
}

/** Pairs of characters are told apart by 16 bits: two that share them cost a look into the map, nothing else. */
function slotOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3b) ^ second) & 0xffff;
}

/** Two code units as one number, small enough to be no object. */
function pairOf(first: number, second: number): number {
  return (first << 16) | second;
}

/** An index of words, none of them empty; of equal ones the first counts. */
export function wordIndex(words: readonly string[]): WordIndex {
  const groups = new Map<number, Group>();
  const singles = new Map<number, number>();
  // Nearly no place of a text begins a word: told by its first two characters without a look into a map.
  const begins = new Uint8Array(0x10000);
  const alone = new Uint8Array(0x10000);
  for (const [index, word] of words.entries()) {
    const first = word.charCodeAt(0);
    if (word.length === 1 && !singles.has(first)) {
      singles.set(first, index);
      alone[first] = 1;
    }
    if (word.length < 2) continue;
    const second = word.charCodeAt(1);
    const key = pairOf(first, second);
    const group = groups.get(key);
    if (group) group.words.push(index);
    else groups.set(key, { words: [index], tree: null });
    begins[slotOf(first, second)] = 1;
  }
  return {
    scan(text, accept) {
      const found: number[] = [];
      const next = (from: number): number => nextPlace(text, from, begins, alone);
      for (let at = next(0); at < text.length; at = next(at)) {
        const first = text.charCodeAt(at);
        found.length = 0;
        const single = singles.get(first);
        if (single !== undefined) found.push(single, at + 1);
        const group = at + 1 < text.length ? groups.get(pairOf(first, text.charCodeAt(at + 1))) : undefined;
        if (group) {
          group.tree ??= treeOf(words, group.words);
          walk(group.tree, text, at + 2, found);
        }
        let after = at + 1;
        for (let i = found.length - 2; i >= 0; i -= 2) {
          const end = found[i + 1] ?? after;
          if (!accept(found[i] ?? -1, at, end)) continue;
          after = end;
          break;
        }
        at = after;
      }
    },
  };
}

/** The first place from `from` on where a word may begin, or the end. A function of its own, so that it is compiled early. */
function nextPlace(text: string, from: number, begins: Uint8Array, alone: Uint8Array): number {
  const { length } = text;
  let second = from < length ? text.charCodeAt(from) : 0;
  for (let at = from; at < length; at++) {
    const first = second;
    second = at + 1 < length ? text.charCodeAt(at + 1) : 0;
    if (begins[slotOf(first, second)] === 1 || alone[first] === 1) return at;
  }
  return length;
}

/** The words that go on at `from`, the shortest first: pairs of a word's index and its end. */
function walk(tree: Node, text: string, from: number, found: number[]): void {
  let node: Node | undefined = tree;
  for (let end = from; node; end++) {
    if (node.word >= 0) found.push(node.word, end);
    node = end < text.length ? node.next.get(text.charCodeAt(end)) : undefined;
  }
}

/** A tree of the words behind their first two characters. */
function treeOf(words: readonly string[], indexes: readonly number[]): Node {
  const root: Node = { next: new Map(), word: -1 };
  for (const index of indexes) {
    const word = words[index] ?? '';
    let node = root;
    for (let i = 2; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      let next = node.next.get(unit);
      if (!next) {
        next = { next: new Map(), word: -1 };
        node.next.set(unit, next);
      }
      node = next;
    }
    if (node.word < 0) node.word = index;
  }
  return root;
}
