import type { DutyNode } from '../../grammar/dutyNodes.ts';
import type { ListDocument } from '../../model/document.ts';
import type { Edit, Finding } from '../../model/finding.ts';
import { spanOf, unspaced } from '../../model/text.ts';
import { type Check, notApplicable } from '../check.ts';
import { wordsOption, wordsSchema } from '../options.ts';
import { columnId, relatedItem } from '../places.ts';
import { type NumberFault, numberFaults, provenFault } from '../structure/numberFaults.ts';
import { isSingle, markFindings, singleFindings } from './clauseNumberMarks.ts';
import { atCell, type ClauseCell, clauseCells, clauseCellsFor } from './dutyCells.ts';
import { levelsTurned } from './numberingLevels.ts';
import { type Numbered, type NumberRun, numberLike } from './numberRuns.ts';

const FAULTS = ['order', 'mark', 'single'] as const;

/** Clauses are numbered from 1 without gap or repeat inside their parent, and each number bears its mark. */
export const clauseNumbering: Check = {
  kind: 'clause-numbering',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      report: wordsSchema(
        'What is reported: numbers that do not run on by one (order), a number whose mark is missing or wrong (mark), a number before the only clause of its cell or heading, where others write none (single).',
        FAULTS,
      ),
    },
  },
  variants: {
    default: ['expected', 'found'],
    start: ['expected', 'found'],
    gap: ['expected', 'found', 'missing'],
    repeated: ['expected', 'found'],
    order: ['expected', 'found'],
    restart: ['expected', 'found'],
    continued: ['expected', 'found'],
    mark: ['expected', 'found'],
    wrongMark: ['expected', 'found'],
    single: ['found'],
    unnumbered: ['expected', 'found'],
    renumber: ['expected', 'found'],
    remove: ['found'],
    insert: ['expected', 'found'],
    replace: ['expected', 'found'],
  },
  run(document, rule) {
    const cells = clauseCellsFor(document, rule);
    if (cells.length === 0)
      return notApplicable('文中没有写明职责的单元格', 'the document has no cells that state duties');
    const report = wordsOption(rule, 'report', FAULTS);
    const habits = habitsOf(document);
    return cells.flatMap((cell) => {
      const { runs } = cell;
      if (runs.length === 0) return [];
      return [
        ...(report.has('order') ? orderFindings(cell, runs, habits, document.source.reader !== 'text') : []),
        ...(report.has('mark') ? runs.flatMap((run) => markFindings(cell, run)) : []),
        ...(report.has('single') && habits.singleUnnumbered
          ? runs.flatMap((run) => singleFindings(cell, run))
          : []),
      ];
    });
  },
};

interface Habits {
  /** Clauses are counted on from one heading to the next (一、1. 2. 二、3. 4.), as some counties do. */
  readonly countsOn: boolean;
  /** An only clause bears no number. */
  readonly singleUnnumbered: boolean;
}

const habitsByDocument = new WeakMap<ListDocument, Habits>();

function habitsOf(document: ListDocument): Habits {
  const known = habitsByDocument.get(document);
  if (known) return known;
  let countingOn = 0;
  let restarting = 0;
  let bare = 0;
  let numbered = 0;
  for (const cell of clauseCells(document)) {
    const { runs } = cell;
    if (countedOn(runs)) countingOn++;
    else if (clauseRuns(runs).length > 1) restarting++;
    bare += bareClauses(cell.nodes, cell.role === 'superiorDuties' || cell.role === 'townshipDuties');
    numbered += runs.filter(isSingle).length;
  }
  const habits = { countsOn: countingOn > restarting, singleUnnumbered: bare > 0 && bare >= numbered };
  habitsByDocument.set(document, habits);
  return habits;
}

/** How many headings, and cells, hold one sentence without a number. */
function bareClauses(nodes: readonly DutyNode[], counts: boolean): number {
  if (!counts) return 0;
  const [first] = nodes;
  const own = nodes.length === 1 && first?.type === 'sentence' ? 1 : 0;
  return nodes.reduce((sum, node) => sum + bareClauses(node.children, node.type !== 'clause'), own);
}

/** The runs of 1. 2. 3. in a cell, the level on which nearly all clauses are. */
function clauseRuns(runs: readonly NumberRun[]): readonly NumberRun[] {
  return runs.filter(({ style }) => style === 'arabic');
}

/** Whether the clauses of a cell are counted on without a fault from one heading to the next. */
function countedOn(runs: readonly NumberRun[]): boolean {
  const clauses = clauseRuns(runs);
  if (clauses.length < 2) return false;
  const values = clauses.flatMap(({ members }) => members.map(({ number }) => number.value));
  return values.every((value, index) => value === index + 1);
}

/** `linesCount`: the line breaks of the cell are the author's, so that a line without a number can be told. */
function orderFindings(
  cell: ClauseCell,
  runs: readonly NumberRun[],
  habits: Habits,
  linesCount: boolean,
): readonly Finding[] {
  if (levelsTurned(cell)) return [];
  const on = countedOn(runs);
  if (on && habits.countsOn) return [];
  return runs.flatMap((run, index): readonly Finding[] => {
    const [first] = run.members;
    if (!first) return [];
    if (on && run.style === 'arabic') {
      // One fault for the whole cell: the second heading's clauses go on counting.
      if (clauseRuns(runs)[1] !== run) return [];
      const later = clauseRuns(runs).slice(1);
      return [
        orderFinding(
          cell,
          first,
          'continued',
          1,
          null,
          later.flatMap((one) => renumbering(cell, one)),
        ),
      ];
    }
    const values = run.members.map(({ number }) => number.value);
    // `1.（1）… 2.…` below a clause that was written on the wrong level is told by the rule on levels.
    if (index > 0 && values.length === 1 && run.members[0]?.slipped) return [];
    const edits = renumbering(cell, run);
    const bare = linesCount ? bareLines(cell, run) : [];
    const all = numberFaults(values, 1);
    const proven = provenFault(all, values, 1);
    const faults = all.filter(
      // The number that is missing is the one that the bare line above should bear.
      ({ type, index: at, expected }) =>
        !(type === 'gap' && bare.some((line) => line.before === at && line.value === expected)),
    );
    return [
      ...bare.map((line) => bareFinding(cell, run, line)),
      ...faults.flatMap((fault): readonly Finding[] => {
        const member = run.members[fault.index];
        if (!member || followsHeading(cell, run, fault.index)) return [];
        const other = fault.related === null ? null : (run.members[fault.related] ?? null);
        const told = orderFinding(cell, member, variantOf(fault, values), fault.expected, other, edits);
        return [fault === proven && edits.length === 1 ? fixed(told, edits) : told];
      }),
    ];
  });
}

/** A line that stands as a clause of its own and bears no number. */
interface BareLine {
  readonly start: number;
  readonly end: number;
  /** The number due there. */
  readonly value: number;
  /** Index of the member that follows it. */
  readonly before: number;
}

/** How much of a line a message shows. */
const SHOWN = 12;

/** Lines behind a semicolon inside a clause of a run: their number was forgotten. */
function bareLines(cell: ClauseCell, { style, members }: NumberRun): readonly BareLine[] {
  if (style !== 'arabic' || !cell.text.value.includes('\n')) return [];
  return members.flatMap(({ node, number }, index): BareLine[] => {
    if (node.children.length > 0) return [];
    const lines: BareLine[] = [];
    for (let at = cell.text.value.indexOf('\n', number.end); at >= 0 && at < node.end; ) {
      const next = cell.text.value.indexOf('\n', at + 1);
      const end = next < 0 || next > node.end ? node.end : next;
      const before = cell.text.value.slice(number.end, at).trimEnd();
      const words = cell.text.value.slice(at, end);
      const start = at + words.length - words.trimStart().length;
      if (/[；;]$/u.test(before) && start < end)
        lines.push({ start, end, value: number.value + lines.length + 1, before: index + 1 });
      at = next;
    }
    // Where the next number goes on without them, they are lines of this clause.
    const follower = members[index + 1];
    return follower && follower.number.value !== number.value + lines.length + 1 ? [] : lines;
  });
}

function bareFinding(
  cell: ClauseCell,
  { style, members }: NumberRun,
  { start, end, value }: BareLine,
): Finding {
  const expected = numberLike(members[0]?.number.text ?? '1.', style, value);
  const words = unspaced(cell.text.value.slice(start, end));
  const found = words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;
  return {
    ...atCell(cell, start, end),
    variant: 'unnumbered',
    data: { expected, found },
    suggestions: [
      {
        variant: 'insert',
        data: { expected, found },
        edits: [{ span: spanOf(cell.text, start, start), text: expected }],
      },
    ],
  };
}

/** Numbers that begin again at 1 and run on are one fault: a heading that was lost, or a list pasted in. */
function variantOf({ index, type }: NumberFault, values: readonly number[]): string {
  if (type === 'repeated' && index > 1 && values[index] === 1 && values[index + 1] === 2) return 'restart';
  return type === 'wrong' || type === 'none' ? 'default' : type;
}

const LONGEST_HEADING = 30;

/** Whether a count begins again behind a short line without end mark: a heading that bears no colon. */
function followsHeading(cell: ClauseCell, run: NumberRun, index: number): boolean {
  const member = run.members[index];
  const before = run.members[index - 1];
  if (!member || !before || member.number.value !== 1) return false;
  const between = cell.text.value.slice(before.number.end, member.number.start);
  const ended = Math.max(...[...'。；;'].map((mark) => between.lastIndexOf(mark)));
  const tail = between.slice(ended + 1).trim();
  return ended >= 0 && tail !== '' && tail.length <= LONGEST_HEADING;
}

function orderFinding(
  cell: ClauseCell,
  member: Numbered,
  variant: string,
  expected: number,
  related: Numbered | null,
  edits: readonly Edit[],
): Finding {
  const { number, style } = member;
  const missing = numberLike(number.text, style, expected);
  return {
    ...atCell(cell, number.start, number.end),
    variant,
    data: { expected: missing, found: number.text, missing: range(number.text, member, expected) },
    ...(related
      ? {
          related: [
            relatedItem(
              cell.placed,
              cell.item,
              columnId(cell.role),
              spanOf(cell.text, related.number.start, related.number.end),
            ),
          ],
        }
      : {}),
    ...(edits.length > 0
      ? { suggestions: [{ variant: 'renumber', data: { expected: missing, found: number.text }, edits }] }
      : {}),
  };
}

/** The finding with a change that is beyond doubt in place of one to choose. */
function fixed({ suggestions: _, ...told }: Finding, fix: readonly Edit[]): Finding {
  return { ...told, fix };
}

/** The numbers left out before a member: `3.`, `3.、4.` or `3.—6.`. */
function range(model: string, { number, style }: Numbered, expected: number): string {
  const first = numberLike(model, style, expected);
  const last = numberLike(model, style, number.value - 1);
  if (number.value - 1 <= expected) return first;
  return `${first}${number.value - 2 === expected ? '、' : '—'}${last}`;
}

/** The changes that number a run from 1. */
function renumbering(cell: ClauseCell, { members }: NumberRun): readonly Edit[] {
  return members.flatMap(({ number, style, slipped }, index): Edit[] => {
    if (number.value === index + 1 || slipped) return [];
    return [
      {
        span: spanOf(cell.text, number.start, number.end),
        text: numberLike(number.text, style, index + 1),
      },
    ];
  });
}
