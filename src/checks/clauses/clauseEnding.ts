import type { DutyNode } from '../../grammar/dutyNodes.ts';
import { enclosureEnd } from '../../grammar/punctuation.ts';
import type { ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { spanOf } from '../../model/text.ts';
import { remember } from '../../outline/reading.ts';
import { type Check, notApplicable } from '../check.ts';
import { columnId, relatedItem } from '../places.ts';
import { type ClauseEnd, clauseEnd, type Leaf, leavesOf } from './clauseEnds.ts';
import { atCell, type ClauseCell, type ClauseRole, clauseCells, clauseCellsFor } from './dutyCells.ts';

/** Clauses of a list end with ；, the last one of a cell, section or group with 。 */
export const clauseEnding: Check = {
  kind: 'clause-ending',
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: {
    default: ['found', 'expected'],
    missing: ['expected'],
    several: ['found', 'expected'],
    stop: ['found', 'expected'],
    stops: ['found', 'expected', 'count'],
    closing: ['found', 'expected'],
    closings: ['found', 'expected', 'count'],
    final: ['found', 'expected'],
    finalMissing: ['expected'],
    finalSeveral: ['found', 'expected'],
    replace: ['expected'],
    insert: ['expected'],
  },
  run(document, rule) {
    const cells = clauseCellsFor(document, rule);
    if (cells.length === 0)
      return notApplicable('文中没有写明职责的单元格', 'the document has no cells that state duties');
    const habits = habitsOf(document);
    return cells.flatMap((cell) => findingsIn(cell, endedLeaves(document, cell), habits));
  },
};

interface Ended extends Leaf {
  readonly ended: ClauseEnd;
}

/** What the document does throughout; null where it does both. */
interface Habits {
  readonly inner: '；' | '。' | null;
  readonly closing: ReadonlyMap<ClauseRole, '；' | '。'>;
  /** Columns whose cells bear no final mark. */
  readonly unmarked: ReadonlySet<ClauseRole>;
}

const habitsByDocument = new WeakMap<ListDocument, Habits>();

const endedLeaves = remember((_document, { text, nodes }: ClauseCell): readonly Ended[] =>
  leavesOf(nodes).map(({ node, place, run }) => ({
    node,
    place,
    run,
    ended: clauseEnd(text.value, node.number?.end ?? node.start, node.end),
  })),
);

interface Votes {
  stops: number;
  semicolons: number;
  none: number;
  cells: number;
}

/** The share of one mark that makes it the document's habit. */
const HABIT = 0.6;
/** Once is no habit. */
const LEAST_HABIT = 2;

function habitsOf(document: ListDocument): Habits {
  const known = habitsByDocument.get(document);
  if (known) return known;
  const inner: Votes = { stops: 0, semicolons: 0, none: 0, cells: 0 };
  const closing = new Map<ClauseRole, Votes>();
  const final = new Map<ClauseRole, Votes>();
  for (const cell of clauseCells(document)) {
    for (const { place, ended } of endedLeaves(document, cell)) {
      if (place === 'inner') vote(inner, ended);
      else if (place === 'closing') vote(votesOf(closing, cell.role), ended);
      else if (place === 'final') vote(votesOf(final, cell.role), ended);
    }
  }
  const habits: Habits = {
    inner: habitOf(inner),
    // The standard holds where the document is undecided.
    closing: new Map(
      [...closing].map(([role, votes]) => {
        const own = habitOf(votes) === '；' && votes.semicolons >= LEAST_HABIT;
        return [role, own ? '；' : '。'];
      }),
    ),
    unmarked: new Set([...final].filter(([, { none, cells }]) => none * 2 > cells).map(([role]) => role)),
  };
  habitsByDocument.set(document, habits);
  return habits;
}

function votesOf(all: Map<ClauseRole, Votes>, role: ClauseRole): Votes {
  const known = all.get(role);
  if (known) return known;
  const votes: Votes = { stops: 0, semicolons: 0, none: 0, cells: 0 };
  all.set(role, votes);
  return votes;
}

function vote(votes: Votes, { mark }: ClauseEnd): void {
  votes.cells++;
  if (mark === '。') votes.stops++;
  else if (mark === '；') votes.semicolons++;
  else if (mark === 'none') votes.none++;
}

function habitOf({ stops, semicolons }: Votes): '；' | '。' | null {
  const both = stops + semicolons;
  if (stops >= both * HABIT) return '。';
  return semicolons >= both * HABIT ? '；' : null;
}

function findingsIn(cell: ClauseCell, leaves: readonly Ended[], habits: Habits): readonly Finding[] {
  // Nearly every cell is sound, and told so at little cost.
  if (leaves.every(({ place, ended }) => ended.mark === (place === 'inner' ? habits.inner : '。'))) return [];
  return [
    ...innerFindings(cell, leaves, habits),
    ...closingFindings(cell, leaves, habits),
    ...finalFindings(cell, leaves, habits),
  ];
}

/** Clauses that another one follows: they end with the mark that the document uses between clauses. */
function innerFindings(cell: ClauseCell, leaves: readonly Ended[], habits: Habits): readonly Finding[] {
  const runs = new Map<number, Ended[]>();
  for (const leaf of leaves) {
    if (leaf.place !== 'inner') continue;
    const run = runs.get(leaf.run);
    if (run) run.push(leaf);
    else runs.set(leaf.run, [leaf]);
  }
  return [...runs.values()].flatMap((run): readonly Finding[] => {
    const usual = habits.inner ?? '；';
    const marked = run.flatMap((leaf) => markFinding(cell, leaf, usual));
    if (habits.inner === null) return marked;
    const stopped = run.filter(({ ended }) => ended.mark === '。');
    // A list whose clauses hold sentences of their own may part them by full stops (GB/T 15834-2011, A.6).
    const ownWay =
      stopped.length * 2 > run.length && stopped.some(({ node, ended }) => holdsStop(cell, node, ended));
    const due = ownWay ? '。' : usual;
    const odd = run.filter(
      (leaf, i) => leaf.ended.mark === (due === '；' ? '。' : '；') && !isLastOfCount(leaf, run[i + 1]),
    );
    const whole = odd.length === run.length && run.length > 1;
    return [
      ...marked,
      ...(whole
        ? together(cell, odd, 'stop', due)
        : odd.map((leaf) => changed(cell, leaf, 'stop', due, true))),
    ];
  });
}

/** Whether the numbers begin again at 1 behind a clause that ends with 。: a heading is missing there, as another rule tells. */
function isLastOfCount({ node, ended }: Ended, next: Ended | undefined): boolean {
  return ended.mark === '。' && (node.number?.value ?? 0) > 1 && next?.node.number?.value === 1;
}

/** A clause with no mark at its end, a comma, a colon with nothing below it, or several unlike marks. */
function markFinding(cell: ClauseCell, leaf: Ended, expected: string): readonly Finding[] {
  const { mark } = leaf.ended;
  if (mark === 'none') return [missing(cell, leaf, 'missing', expected)];
  if (mark === 'several') return [changed(cell, leaf, 'several', expected, isOnlyPointing(leaf))];
  return mark === '，' || mark === '、' || mark === '：'
    ? [changed(cell, leaf, 'default', expected, false)]
    : [];
}

/** Whether the marks say nothing but where a clause ends: a question or a call is not to be lost. */
function isOnlyPointing({ ended }: Ended): boolean {
  return /^[，。；、：,;:.．]+$/.test(ended.written);
}

/** The last clauses of sections and groups that others follow. */
function closingFindings(cell: ClauseCell, leaves: readonly Ended[], habits: Habits): readonly Finding[] {
  const closing = leaves.filter(({ place }) => place === 'closing');
  if (closing.length === 0 || habits.unmarked.has(cell.role)) return [];
  const marked = closing.flatMap((leaf) => markFinding(cell, leaf, '。'));
  if (habits.closing.get(cell.role) === '；') return marked;
  const odd = closing.filter(({ ended }) => ended.mark === '；');
  return [...marked, ...together(cell, odd, 'closing', '。')];
}

function finalFindings(cell: ClauseCell, leaves: readonly Ended[], habits: Habits): readonly Finding[] {
  const leaf = leaves.find(({ place }) => place === 'final');
  if (!leaf) return [];
  switch (leaf.ended.mark) {
    case '。':
    case '…':
    case 'enclosed':
      return [];
    case 'none':
      return habits.unmarked.has(cell.role) ? [] : [missing(cell, leaf, 'finalMissing', '。')];
    case 'several':
      return [changed(cell, leaf, 'finalSeveral', '。', isOnlyPointing(leaf))];
    default:
      return [changed(cell, leaf, 'final', '。', false)];
  }
}

/** Whether a clause holds a full stop before its end, outside brackets and quotation marks. */
function holdsStop({ text }: ClauseCell, node: DutyNode, ended: ClauseEnd): boolean {
  for (let at = node.number?.end ?? node.start; at < ended.start; at++) {
    if (text.value.charAt(at) === '。') return true;
    const closed = enclosureEnd(text.value, at);
    if (closed > 0 && closed < ended.start) at = closed;
  }
  return false;
}

function missing(cell: ClauseCell, { ended }: Ended, variant: string, expected: string): Finding {
  const { value } = cell.text;
  // The place is the last character, since an empty place shows nothing.
  return {
    ...atCell(cell, Math.max(0, ended.end - 1), ended.end),
    variant,
    data: { expected, found: value.slice(Math.max(0, ended.end - 1), ended.end) },
    suggestions: [
      { variant: 'insert', data: { expected }, edits: [{ span: behind(cell, ended.end), text: expected }] },
    ],
  };
}

/** The empty place behind the character before an offset. */
function behind(cell: ClauseCell, end: number): { readonly start: number; readonly end: number } {
  const at = spanOf(cell.text, Math.max(0, end - 1), end).end;
  return { start: at, end: at };
}

function changed(
  cell: ClauseCell,
  { ended }: Ended,
  variant: string,
  expected: string,
  safe: boolean,
): Finding {
  const edits = [{ span: spanOf(cell.text, ended.start, ended.end), text: expected }];
  return {
    ...atCell(cell, ended.start, ended.end),
    variant,
    data: { found: ended.written, expected },
    ...(safe ? { fix: edits } : { suggestions: [{ variant: 'replace', data: { expected }, edits }] }),
  };
}

/** One finding for clauses of a cell that all end in the same odd way: at the first, the others related. */
function together(
  cell: ClauseCell,
  odd: readonly Ended[],
  variant: 'stop' | 'closing',
  expected: string,
): readonly Finding[] {
  const [first, ...others] = odd;
  if (!first) return [];
  if (others.length === 0) return [changed(cell, first, variant, expected, false)];
  return [
    {
      ...atCell(cell, first.ended.start, first.ended.end),
      variant: `${variant}s`,
      data: { found: first.ended.written, expected, count: odd.length },
      related: others.map(({ ended }) =>
        relatedItem(cell.placed, cell.item, columnId(cell.role), spanOf(cell.text, ended.start, ended.end)),
      ),
      suggestions: [
        {
          variant: 'replace',
          data: { expected },
          edits: odd.map(({ ended }) => ({
            span: spanOf(cell.text, ended.start, ended.end),
            text: expected,
          })),
        },
      ],
    },
  ];
}
