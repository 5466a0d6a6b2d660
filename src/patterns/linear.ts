import { type CharSet, EMPTY_SET, intersection, LINE_ENDS, overlap, union } from './charSet.ts';
import type { ParsedPattern, PatternNode } from './nodes.ts';

/** How many steps a backtracking engine may take from one place of a text, where no loop without end is met. */
const MOST_STEPS = 300;

/**
 * Whether a backtracking engine finds every match of the pattern in time linear in the length of the text. The proof is
 * conservative, so `false` says nothing:
 *
 * - The ways through the pattern from one place are counted; their steps together must be few. Where the first character
 *   tells branches apart, only one of them is gone through.
 * - A loop without end must repeat one set of characters that shares nothing with what may follow, so that it ends in one
 *   place only, and nothing with what may stand before it, so that the run of characters it walks over is entered
 *   at its first character only. Thus no character is walked over more than a fixed number of times. At the
 *   beginning of the pattern nothing stands before it, unless `^` does.
 */
export function isProvedLinear({ root }: ParsedPattern): boolean {
  const ways = waysThrough(
    root,
    { before: EMPTY_SET, open: 'anywhere' },
    { set: EMPTY_SET, end: true },
    false,
  );
  return ways !== null && ways.steps <= MOST_STEPS;
}

/** What may stand before a piece of the pattern. */
interface Before {
  readonly before: CharSet;
  /** Whether the match may begin right here: anywhere, at the start of a line only, or not. */
  readonly open: 'anywhere' | 'lineStart' | 'no';
}

/** What may follow a piece of the pattern. */
interface After {
  readonly set: CharSet;
  /** Whether the match may end right here. */
  readonly end: boolean;
}

interface Ways {
  /** In how many ways the piece can be gone through from one place. */
  readonly paths: number;
  /** Steps that all of them take together. */
  readonly steps: number;
}

/** Null where the proof fails. */
function waysThrough(node: PatternNode, before: Before, after: After, repeats: boolean): Ways | null {
  switch (node.type) {
    case 'set':
    case 'edge':
      return { paths: 1, steps: 1 };
    case 'group':
      return waysThrough(node.node, before, after, repeats);
    case 'choice': {
      const branches: Branch[] = [];
      for (const option of node.options) {
        const ways = waysThrough(option, before, after, repeats);
        if (!ways) return null;
        branches.push({ ...ways, first: followers([option], after) });
      }
      return oneOf(branches);
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

/** One way to go on, with the characters it can go on at. */
interface Branch extends Ways {
  readonly first: After;
}

/**
 * The ways through a choice. At one character only branches are gone into that can begin with it, and all of those
 * have that character in common: the most that any branch and those that overlap it come to is a bound.
 */
function oneOf(branches: readonly Branch[]): Ways {
  let paths = 0;
  let steps = 0;
  for (const one of branches) {
    const rivals = branches.filter((other) => other === one || mayBothGo(one.first, other.first));
    paths = Math.max(
      paths,
      rivals.reduce((sum, rival) => sum + rival.paths, 0),
    );
    steps = Math.max(
      steps,
      rivals.reduce((sum, rival) => sum + rival.steps, 0),
    );
  }
  return { paths, steps: branches.length + steps };
}

/** Where the pattern may end, no character tells whether it does. */
function mayBothGo(one: After, other: After): boolean {
  return one.end || other.end || overlap(one.set, other.set);
}

function loop(
  node: PatternNode,
  min: number,
  { before, open }: Before,
  after: After,
  repeats: boolean,
): Ways | null {
  const body = onlySet(node);
  if (!body || repeats || open === 'anywhere') return null;
  if (overlap(body, after.set) || overlap(body, before)) return null;
  if (open === 'lineStart' && overlap(body, LINE_ENDS)) return null;
  return { paths: 1, steps: 1 + min };
}

function counted(
  { node, min, max }: PatternNode & { type: 'repeat' },
  before: Before,
  after: After,
  repeats: boolean,
): Ways | null {
  if (max === 0) return { paths: 1, steps: 1 };
  // JavaScript refuses a round that is empty and RE2 takes it, so that they may go on to different ends.
  if (isNullable(node)) return null;
  // Between two rounds, the end of one stands before the beginning of the next.
  const around = max > 1 ? { ...after, set: union(after.set, firstOf(node)) } : after;
  const left = max > 1 ? { ...before, before: union(before.before, lastOf(node)) } : before;
  const round = waysThrough(node, left, around, repeats || max > 1);
  if (!round) return null;
  // Whether the next character tells if there is another round.
  const told = !mayBothGo({ set: firstOf(node), end: false }, after);
  let paths = 0;
  let steps = 0;
  let power = 1;
  for (let times = 0; times <= max; times++) {
    if (times >= min) paths = told ? Math.max(paths, power) : paths + power;
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
function followers(parts: readonly PatternNode[], after: After): After {
  let set: CharSet = EMPTY_SET;
  for (const part of parts) {
    set = union(set, firstOf(part));
    if (!isNullable(part)) return { set, end: false };
  }
  return { set: union(set, after.set), end: after.end };
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

function borderOf(
  node: PatternNode,
  order: (parts: readonly PatternNode[]) => readonly PatternNode[],
): CharSet {
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
