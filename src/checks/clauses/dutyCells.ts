import { parseDuties } from '../../grammar/duties.ts';
import type { DutyNode } from '../../grammar/dutyNodes.ts';
import type { Handover } from '../../grammar/handover.ts';
import { isWhiteAt } from '../../grammar/punctuation.ts';
import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { ColumnRole } from '../../model/format.ts';
import type { Rule } from '../../model/rule.ts';
import { spanOf, type Text } from '../../model/text.ts';
import { handoverOf, superiorDutiesOf, townshipDutiesOf } from '../../outline/reading.ts';
import { atItem, columnId, type PlacedList } from '../places.ts';
import { mannersOf } from '../withdrawn/handoverManner.ts';
import { type NumberRun, numberRuns } from './numberRuns.ts';

/** Columns whose cells hold clauses. */
export const CLAUSE_ROLES = ['superiorDuties', 'townshipDuties', 'handover', 'handoverManner'] as const;
export type ClauseRole = (typeof CLAUSE_ROLES)[number];

/** A cell that holds clauses, with its parts. Offsets of the parts count in `text.value`. */
export interface ClauseCell {
  readonly placed: PlacedList;
  readonly item: DutyItem;
  readonly role: ClauseRole;
  readonly text: Text;
  readonly nodes: readonly DutyNode[];
  readonly runs: readonly NumberRun[];
}

const cellsByDocument = new WeakMap<ListDocument, readonly ClauseCell[]>();

/** Every cell that holds clauses, in the order of lists and items; made once for all rules. */
export function clauseCells(document: ListDocument): readonly ClauseCell[] {
  const known = cellsByDocument.get(document);
  if (known) return known;
  const cells = document.lists.flatMap((list, index) =>
    list.items.flatMap((item) =>
      CLAUSE_ROLES.flatMap((role): ClauseCell[] => {
        const text = item.fields[role]?.text;
        if (!text || text.value === '') return [];
        const nodes = nodesOf(document, item, role, text);
        return nodes.length > 0
          ? [{ placed: { list, index }, item, role, text, nodes, runs: numberRuns(nodes) }]
          : [];
      }),
    ),
  );
  cellsByDocument.set(document, cells);
  return cells;
}

/** The cells that a rule looks at, by its `on`. */
export function clauseCellsFor(document: ListDocument, rule: Rule): readonly ClauseCell[] {
  const { lists, column } = rule.on;
  const cells = clauseCells(document);
  if (!lists && !column) return cells;
  return cells.filter(
    ({ placed, role }) =>
      (!lists || lists.includes(placed.list.kind)) && (!column || columnId(role) === column),
  );
}

/** Place of a finding about `text.value.slice(start, end)` of a cell. */
export function atCell(
  cell: ClauseCell,
  start: number,
  end: number,
): Pick<Finding, 'span' | 'list' | 'listIndex' | 'item' | 'itemIndex' | 'column'> {
  return atItem(cell.placed, cell.item, columnId(cell.role), spanOf(cell.text, start, end));
}

function nodesOf(document: ListDocument, item: DutyItem, role: ColumnRole, text: Text): readonly DutyNode[] {
  if (role === 'superiorDuties') return superiorDutiesOf(document, item)?.nodes ?? [];
  if (role === 'townshipDuties') return townshipDutiesOf(document, item)?.nodes ?? [];
  if (role === 'handoverManner') return mannerNodes(document, text.value, 0, text.value.length);
  const handover = handoverOf(document, item);
  return handover ? handoverNodes(document, handover, text.value) : [];
}

/** A handover as groups: the departments that take over head the clauses of their manner. */
function handoverNodes(document: ListDocument, handover: Handover, value: string): readonly DutyNode[] {
  const manners = mannersOf(handover, value);
  const nodes = handover.pairs.flatMap(({ departments, departmentLabel }, index): DutyNode[] => {
    const manner = manners[index];
    if (!manner) return [];
    const first = departmentLabel?.start ?? departments.names[0]?.start ?? manner.start;
    return [
      {
        type: 'group',
        number: null,
        departments: departments.names,
        start: Math.min(first, manner.start),
        end: manner.start,
        children: mannerNodes(document, value, manner.start, manner.end),
      },
    ];
  });
  const { stopped } = handover;
  return nodes.length > 0 || !stopped ? nodes : mannerNodes(document, value, stopped.start, value.length);
}

/** Few manners hold numbered clauses; the others are one sentence, and need no reading. */
function mannerNodes(document: ListDocument, value: string, from: number, to: number): readonly DutyNode[] {
  let start = from;
  let end = to;
  while (start < end && isWhiteAt(value, start)) start++;
  while (end > start && isWhiteAt(value, end - 1)) end--;
  if (end === start) return [];
  if (!/[0-9０-９（(①一]/u.test(value.charAt(start)))
    return [{ type: 'sentence', number: null, departments: [], start, end, children: [] }];
  const { departments, countyNames } = document.format;
  return moved(parseDuties(value.slice(start, end), departments, countyNames, []).nodes, start);
}

function moved(nodes: readonly DutyNode[], by: number): readonly DutyNode[] {
  return nodes.map((node) => ({
    ...node,
    number: node.number && { ...node.number, start: node.number.start + by, end: node.number.end + by },
    departments: node.departments.map((name) => ({ ...name, start: name.start + by, end: name.end + by })),
    start: node.start + by,
    end: node.end + by,
    children: moved(node.children, by),
  }));
}
