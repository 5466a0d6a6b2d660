import { type DutyNode, walkDuties } from '../../grammar/dutyNodes.ts';
import type { ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { spanOf } from '../../model/text.ts';
import { type Check, notApplicable } from '../check.ts';
import { atCell, type ClauseCell, clauseCellsFor } from '../clauses/dutyCells.ts';
import { numberOption } from '../options.ts';
import { columnId, relatedItem } from '../places.ts';

/** Headings of department names end with a colon where the others do, have clauses below them, and stand once in a section. */
export const groupHeadings: Check = {
  kind: 'group-headings',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      atLeast: {
        description: 'How many times as many headings must end with a colon for one without to be reported.',
        type: 'number',
        minimum: 1,
        default: 5,
      },
    },
  },
  variants: {
    default: ['found'],
    empty: ['found'],
    repeated: ['found'],
    insert: ['found'],
  },
  run(document, rule) {
    const cells = clauseCellsFor(document, rule).filter(({ role }) => role === 'superiorDuties');
    const headed = cells
      .map((cell) => ({ cell, headings: headingsIn(cell) }))
      .filter(({ headings }) => headings.length > 0);
    if (headed.length === 0)
      return notApplicable('职责中没有部门标题', 'no duties stand below headings of departments');
    const ends = headed.flatMap(({ cell, headings }) =>
      headings.map((heading) => endsWithColon(cell, heading)),
    );
    const without = ends.filter((ends) => !ends).length;
    const isHabit = ends.length - without >= numberOption(rule, 'atLeast', 5) * without;
    return headed.flatMap(({ cell, headings }) => [
      ...headings.flatMap((heading) => faultsOf(document, cell, heading, isHabit)),
      ...repeatedIn(cell, cell.nodes),
    ]);
  },
};

function headingsIn(cell: ClauseCell): readonly DutyNode[] {
  return [...walkDuties(cell.nodes)].filter(isHeading);
}

function isHeading(node: DutyNode): boolean {
  return node.type === 'group' && node.departments.length > 0;
}

function endsWithColon({ text }: ClauseCell, { end }: DutyNode): boolean {
  return /[：:]\s*$/.test(text.value.slice(Math.max(0, end - 3), end));
}

function wordsOf({ text }: ClauseCell, { start, end }: DutyNode): string {
  return text.value
    .slice(start, end)
    .replace(/\s+/g, '')
    .replace(/[：:]$/, '');
}

function faultsOf(
  _: ListDocument,
  cell: ClauseCell,
  heading: DutyNode,
  isHabit: boolean,
): readonly Finding[] {
  const found = wordsOf(cell, heading);
  const place = atCell(cell, heading.start, heading.end);
  if (heading.children.length === 0) return [{ ...place, variant: 'empty', data: { found } }];
  if (!isHabit || endsWithColon(cell, heading)) return [];
  const { end } = spanOf(cell.text, Math.max(0, heading.end - 1), heading.end);
  const edits = [{ span: { start: end, end }, text: '：' }];
  return [{ ...place, data: { found }, suggestions: [{ variant: 'insert', data: { found }, edits }] }];
}

/** Headings of one department that stand side by side. */
function repeatedIn(cell: ClauseCell, nodes: readonly DutyNode[]): readonly Finding[] {
  const first = new Map<string, DutyNode>();
  return nodes.flatMap((node): readonly Finding[] => {
    if (!isHeading(node)) return repeatedIn(cell, node.children);
    const key = node.departments.map(({ canonical }) => canonical).join('、');
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, node);
      return [];
    }
    // An empty one before it is told by itself.
    if (earlier.children.length === 0 || node.children.length === 0) return [];
    const related = relatedItem(
      cell.placed,
      cell.item,
      columnId(cell.role),
      spanOf(cell.text, earlier.start, earlier.end),
    );
    return [
      {
        ...atCell(cell, node.start, node.end),
        variant: 'repeated',
        data: { found: wordsOf(cell, node) },
        related: [related],
      },
    ];
  });
}
