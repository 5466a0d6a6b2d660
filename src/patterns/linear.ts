import { type CharSet, EMPTY_SET, intersection, LINE_ENDS, overlap, union } from './charSet.ts';
import type { ParsedPattern, PatternNode } from './nodes.ts';

/** How many steps a backtracking engine may take from one place of a text, where no loop without end is met. */
const MOST_STEPS = 300;

/**
 * Whether a backtracking engine finds every match of the pattern in time linear in the length of the text. The proof is
 * conservative, so `false` says nothing:
 *
 * - The ways through the pattern from one place are counted, each branch and each number of repeats as a way of its
 *   own; their steps together must be few.
 * - A loop without end must repeat one set of characters that shares nothing with what may follow, so that it ends in one
 *   place only, and nothing with what may stand before it, so that the run of characters it walks over is entered
 *   at its first character only. Thus no character is walked over more than a fixed number of times. At the
 *   beginning of the pattern nothing stands before it, unless `^` does.
 */
export function isProvedLinear({ root }: ParsedPattern): boolean {
  const ways = waysThrough(root, { before: EMPTY_SET, open: 'anywhere' }, EMPTY_SET, false);
  return ways !== null && ways.steps <= MOST_STEPS;
}

/** What may stand before a piece of the pattern. */
interface Before {
  readonly before: CharSet;
  /** Whether the match may begin right here: anywhere, at the start of a line only, or not. */
  readonly open: 'anywhere' | 'lineStart' | 'no';
}

interface Ways {
  /** In how many ways the piece can be gone through from one place. */
  readonly paths: number;
  /** Steps that all of them take together. */
  readonly steps: number;
}

/** Null where the proof fails. */
function waysThrough(node: PatternNode, before: Before, after: CharSet, repeats: boolean): Ways | null {
  switch (node.type) {
    case 'set':
    case 'edge':
      return { paths: 1, steps: 1 };
    case 'group':
      return waysThrough(node.node, before, after, repeats);
    case 'choice': {
      let all: Ways = { paths: 0, steps: 1 };
      for (const option of node.options) {
        const ways = waysThrough(option, before, after, repeats);
        if (!ways) return null;
        all = { paths: all.paths + ways.paths, steps: all.steps + ways.steps };
      }
      return all;
    }
    case 'sequence': {
      let all: Ways = { paths: 1, steps: 0 };
      let left = before;
      for (const [index, part] of node.parts.entries()) {
        const ways = waysThrough(part, left, followers(node.parts.slice(index + 1), after), repeats);
        if (!ways) return null;
        all = { paths: all.paths * ways.paths, steps: all.steps + all.paths * ways.steps };
        if (all.steps > MOST_STEPS) return null;
        left = behind(part, left);
      }
      return all;
    }
    case 'repeat':
      return node.max === Number.POSITIVE_INFINITY
        ? loop(node.node, node.min, before, after, repeats)
        : counted(node, before, after, repeats);
  }
}

function loop(node: PatternNode, min: number, { before, open }: Before, after: CharSet, repeats: boolean): Ways | null {
  const body = onlySet(node);
  if (!body || repeats || open === 'anywhere') return null;
  if (overlap(body, after) || overlap(body, before)) return null;
  if (open === 'lineStart' && overlap(body, LINE_ENDS)) return null;
  return { paths: 1, steps: 1 + min };
}

function counted(
  { node, min, max }: PatternNode & { type: 'repeat' },
  before: Before,
  after: CharSet,
  repeats: boolean,
): Ways | null {
  if (max === 0) return { paths: 1, steps: 1 };
  // Between two rounds, the end of one stands before the beginning of the next.
  const around = max > 1 ? union(after, firstOf(node)) : after;
  const left = max > 1 ? { ...before, before: union(before.before, lastOf(node)) } : before;
  const round = waysThrough(node, left, around, repeats || max > 1);
  if (!round) return null;
  let paths = 0;
  let steps = 0;
  let power = 1;
  for (let times = 0; times <= max; times++) {
    if (times >= min) paths += power;
    if (times < max) steps += power * (round.steps + 1);
    power *= round.paths;
    if (steps > MOST_STEPS) return null;
  }
  return { paths, steps: steps + 1 };
}

/** The set that a loop repeats when it repeats single characters. */
function onlySet(node: PatternNode): CharSet | null {
  if (node.type === 'set') return node.set;
  return node.type === 'group' ? onlySet(node.node) : null;
}

/** The characters that `parts` and what comes after them may begin with. */
function followers(parts: readonly PatternNode[], after: CharSet): CharSet {
  let set: CharSet = EMPTY_SET;
  for (const part of parts) {
    set = union(set, firstOf(part));
    if (!isNullable(part)) return set;
  }
  return union(set, after);
}

/** What stands before the piece behind `part`. */
function behind(part: PatternNode, left: Before): Before {
  if (part.type === 'edge') {
    if (part.edge !== 'lineStart') return left;
    return {
      before: intersection(left.before, LINE_ENDS),
      open: left.open === 'anywhere' ? 'lineStart' : left.open,
    };
  }
  if (!isNullable(part)) return { before: lastOf(part), open: 'no' };
  return { before: union(left.before, lastOf(part)), open: left.open };
}

/** Whether the piece fits nothing at all. */
export function isNullable(node: PatternNode): boolean {
  switch (node.type) {
    case 'set':
      return false;
    case 'edge':
      return true;
    case 'group':
      return isNullable(node.node);
    case 'choice':
      return node.options.some(isNullable);
    case 'sequence':
      return node.parts.every(isNullable);
    case 'repeat':
      return node.min === 0 || isNullable(node.node);
  }
}

function firstOf(node: PatternNode): CharSet {
  return borderOf(node, (parts) => parts);
}

function lastOf(node: PatternNode): CharSet {
  return borderOf(node, (parts) => parts.toReversed());
}

function borderOf(node: PatternNode, order: (parts: readonly PatternNode[]) => readonly PatternNode[]): CharSet {
  switch (node.type) {
    case 'set':
      return node.set;
    case 'edge':
      return EMPTY_SET;
    case 'group':
    case 'repeat':
      return borderOf(node.node, order);
    case 'choice':
      return union(...node.options.map((option) => borderOf(option, order)));
    case 'sequence': {
      let set: CharSet = EMPTY_SET;
      for (const part of order(node.parts)) {
        set = union(set, borderOf(part, order));
        if (!isNullable(part)) return set;
      }
      return set;
    }
  }
}
