import type { DutyNode } from '../grammar/dutyNodes.ts';
import type { ListDocument } from '../model/document.ts';
import type { Edit, Finding } from '../model/finding.ts';
import { spanOf } from '../model/text.ts';
import { type Check, notApplicable } from './check.ts';
import { atCell, type ClauseCell, clauseCells, clauseCellsFor } from './dutyCells.ts';
import { type NumberFault, numberFaults } from './numberFaults.ts';
import { type Numbered, type NumberRun, numberLike, numberRuns } from './numberRuns.ts';
import { wordsOption } from './options.ts';
import { relatedItem } from './places.ts';
import { columnId } from './places.ts';

const FAULTS = ['order', 'mark', 'single'] as const;
type Fault = (typeof FAULTS)[number];

/** Clauses are numbered from 1 without gap or repeat inside their parent, and each number bears its mark. */
export const clauseNumbering: Check = {
  kind: 'clause-numbering',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      report: {
        description:
          'What is reported: numbers that do not run on by one (order), a number whose mark is missing or wrong (mark), a number before the only clause of its cell or heading, where others write none (single).',
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: { enum: FAULTS },
        default: FAULTS,
      },
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
    renumber: ['expected'],
    remove: ['found'],
  },
  run(document, rule) {
    const cells = clauseCellsFor(document, rule);
    if (cells.length === 0)
      return notApplicable('文中没有写明职责的单元格', 'the document has no cells that state duties');
    const report = wordsOption(rule, 'report', FAULTS, FAULTS);
    const habits = habitsOf(document);
    return cells.flatMap((cell) => {
      const runs = runsOf(cell);
      if (runs.length === 0) return [];
      return [
        ...(report.has('order') ? orderFindings(cell, runs, habits) : []),
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
const runsByCell = new WeakMap<ClauseCell, readonly NumberRun[]>();

function runsOf(cell: ClauseCell): readonly NumberRun[] {
  const known = runsByCell.get(cell);
  if (known) return known;
  const runs = numberRuns(cell.nodes);
  runsByCell.set(cell, runs);
  return runs;
}

function habitsOf(document: ListDocument): Habits {
  const known = habitsByDocument.get(document);
  if (known) return known;
  let countingOn = 0;
  let restarting = 0;
  let bare = 0;
  let numbered = 0;
  for (const cell of clauseCells(document)) {
    const runs = runsOf(cell);
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

function orderFindings(cell: ClauseCell, runs: readonly NumberRun[], habits: Habits): readonly Finding[] {
  const on = countedOn(runs);
  if (on && habits.countsOn) return [];
  return runs.flatMap((run, index): readonly Finding[] => {
    const [first] = run.members;
    if (!first) return [];
    if (on && run.style === 'arabic') {
      // One fault for the whole cell: the second heading's clauses go on counting.
      if (clauseRuns(runs)[1] !== run) return [];
      const later = clauseRuns(runs).slice(1);
      return [orderFinding(cell, first, 'continued', 1, null, later.flatMap((one) => renumbering(cell, one)))];
    }
    const values = run.members.map(({ number }) => number.value);
    // `1.（1）… 2.…` below a clause that was written on the wrong level is told by the rule on levels.
    if (index > 0 && values.length === 1 && run.members[0]?.slipped) return [];
    const edits = renumbering(cell, run);
    return numberFaults(values, 1).flatMap((fault): readonly Finding[] => {
      const member = run.members[fault.index];
      if (!member || followsHeading(cell, run, fault.index)) return [];
      const other = fault.related === null ? null : (run.members[fault.related] ?? null);
      return [orderFinding(cell, member, variantOf(fault, values), fault.expected, other, edits)];
    });
  });
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
    ...(edits.length > 0 ? { suggestions: [{ variant: 'renumber', data: { expected: missing }, edits }] } : {}),
  };
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

const MARKS = /[.．、）)]$/u;

/** A number without its mark (`1常态化`), or with one that belongs elsewhere (`2，`). */
function markFindings(cell: ClauseCell, { style, members }: NumberRun): readonly Finding[] {
  if (style !== 'arabic') return [];
  const model = members.find(({ number }) => MARKS.test(number.text))?.number.text ?? '1.';
  return members.flatMap(({ number }): Finding[] => {
    if (number.style !== 'arabic' || MARKS.test(number.text)) return [];
    const expected = numberLike(model, style, number.value);
    return [
      {
        ...atCell(cell, number.start, number.end),
        variant: /[0-9０-９]$/u.test(number.text) ? 'mark' : 'wrongMark',
        data: { expected, found: number.text },
        fix: [{ span: spanOf(cell.text, number.start, number.end), text: expected }],
      },
    ];
  });
}

/** Whether a run is the number of an only clause, with nothing beside it. */
function isSingle({ style, members }: NumberRun): boolean {
  const [only] = members;
  return (
    style === 'arabic' &&
    members.length === 1 &&
    only !== undefined &&
    only.number.value === 1 &&
    only.node.type === 'clause'
  );
}

function singleFindings(cell: ClauseCell, run: NumberRun): readonly Finding[] {
  const [only] = run.members;
  if (!only || !isSingle(run)) return [];
  const { number } = only;
  const start = number.start;
  // The white space behind the number goes with it.
  let end = number.end;
  while (end < only.node.end && cell.text.value.charAt(end).trim() === '') end++;
  return [
    {
      ...atCell(cell, number.start, number.end),
      variant: 'single',
      data: { found: number.text },
      suggestions: [
        { variant: 'remove', data: { found: number.text }, edits: [{ span: spanOf(cell.text, start, end), text: '' }] },
      ],
    },
  ];
}
