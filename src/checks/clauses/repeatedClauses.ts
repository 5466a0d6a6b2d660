import type { DutyNode } from '../../grammar/dutyNodes.ts';
import type { Finding } from '../../model/finding.ts';
import { spanOf } from '../../model/text.ts';
import { type Check, notApplicable } from '../check.ts';
import { wordsOption, wordsSchema } from '../options.ts';
import { columnId, relatedItem } from '../places.ts';
import { clauseEnd } from './clauseEnds.ts';
import { atCell, type ClauseCell, clauseCellsFor } from './dutyCells.ts';

const KINDS = ['within', 'across'] as const;
/** A clause must say this much before its equal is a copy of it. */
const LEAST_WORDS = 8;
/** And so much where the other stands in the other column: both sides may 宣传政策. */
const LEAST_ACROSS = 14;

/** No clause stands twice below one heading, and the township's duties repeat none of the superior's word for word. */
export const repeatedClauses: Check = {
  kind: 'repeated-clauses',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      report: wordsSchema(
        'What is reported: a clause that stands twice below one heading (within), a clause of the township that is word for word one of the superior (across).',
        KINDS,
      ),
    },
  },
  variants: {
    default: ['found'],
    across: ['found'],
  },
  run(document, rule) {
    const cells = clauseCellsFor(document, rule);
    if (cells.length === 0)
      return notApplicable('文中没有写明职责的单元格', 'the document has no cells that state duties');
    const report = wordsOption(rule, 'report', KINDS);
    let above: ClauseCell | null = null;
    return cells.flatMap((cell) => {
      const superior = cell.role === 'townshipDuties' && above?.item === cell.item ? above : null;
      if (cell.role === 'superiorDuties') above = cell;
      return [
        ...(report.has('within') ? withinRuns(cell, cell.nodes) : []),
        ...(report.has('across') && superior ? acrossCells(cell, superior) : []),
      ];
    });
  },
};

interface Words {
  readonly start: number;
  readonly end: number;
}

/** The words of a clause without its number and closing mark. */
function wordsOf({ text }: ClauseCell, node: DutyNode): Words {
  const start = node.number?.end ?? node.start;
  return { start, end: clauseEnd(text.value, start, node.end).start };
}

function isLeaf(node: DutyNode): boolean {
  return node.children.length === 0 && (node.type === 'clause' || node.type === 'sentence');
}

/** Whether two stretches hold the same words; a wrapped file breaks them in unlike places. */
function isSame(one: string, a: Words, other: string, b: Words): boolean {
  // The last two characters tell nearly always.
  if (one.charCodeAt(a.end - 1) !== other.charCodeAt(b.end - 1)) return false;
  if (Math.abs(a.end - a.start - (b.end - b.start)) > (a.end - a.start) / 2) return false;
  return squeezed(one, a) === squeezed(other, b);
}

function squeezed(value: string, { start, end }: Words): string {
  return value.slice(start, end).replace(/\s+/g, '');
}

function withinRuns(cell: ClauseCell, nodes: readonly DutyNode[]): readonly Finding[] {
  const { value } = cell.text;
  const leaves = nodes.filter(isLeaf).map((node) => wordsOf(cell, node));
  const own = leaves.flatMap((words, i): readonly Finding[] => {
    if (words.end - words.start < LEAST_WORDS) return [];
    const first = leaves.slice(0, i).find((earlier) => isSame(value, earlier, value, words));
    return first ? [finding(cell, words, cell, first, 'default')] : [];
  });
  return [
    ...own,
    ...nodes.flatMap((node) => (node.children.length > 0 ? withinRuns(cell, node.children) : [])),
  ];
}

function acrossCells(cell: ClauseCell, superior: ClauseCell): readonly Finding[] {
  const theirs = leavesOf(superior, superior.nodes);
  return leavesOf(cell, cell.nodes).flatMap((words): readonly Finding[] => {
    if (words.end - words.start < LEAST_ACROSS) return [];
    const same = theirs.find((other) => isSame(superior.text.value, other, cell.text.value, words));
    return same ? [finding(cell, words, superior, same, 'across')] : [];
  });
}

function leavesOf(cell: ClauseCell, nodes: readonly DutyNode[]): readonly Words[] {
  return nodes.flatMap((node) => (isLeaf(node) ? [wordsOf(cell, node)] : leavesOf(cell, node.children)));
}

const SHOWN = 16;

function finding(cell: ClauseCell, words: Words, other: ClauseCell, first: Words, variant: string): Finding {
  const found = squeezed(cell.text.value, words);
  return {
    ...atCell(cell, words.start, words.end),
    ...(variant === 'default' ? {} : { variant }),
    data: { found: found.length > SHOWN ? `${found.slice(0, SHOWN)}…` : found },
    related: [
      relatedItem(other.placed, other.item, columnId(other.role), spanOf(other.text, first.start, first.end)),
    ],
  };
}
