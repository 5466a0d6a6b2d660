import type { DutyColumn, DutyItem, DutyList, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { COLUMN_IDS, type ColumnId, type ColumnRole } from '../../model/format.ts';
import type { Span } from '../../model/place.ts';
import { type Check, notApplicable } from '../check.ts';
import { wordsOption } from '../options.ts';
import { atItem, columnId, columnName, fieldSpan, listsOf, type PlacedList, quoted } from '../places.ts';
import { holdsRole, usualHeader } from './headerWords.ts';
import { missingColumns } from './missingCells.ts';

/** So many rows of one wrong shape after each other are one fault: of their header or of the page. */
const ROWS_OF_ONE_FAULT = 3;

/** Rows have the cells that their header asks for, and no cell that must be filled is empty. */
export const rowShape: Check = {
  kind: 'row-shape',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      except: {
        description: 'Columns whose empty cells are left to other rules.',
        type: 'array',
        uniqueItems: true,
        items: { enum: COLUMN_IDS },
        default: [],
      },
    },
  },
  variants: {
    default: ['column'],
    absent: ['column'],
    few: ['cells', 'columns', 'missing'],
    short: ['cells', 'columns'],
    many: ['cells', 'columns'],
    rows: ['cells', 'columns', 'rows'],
    mixed: [],
  },
  run(document, rule) {
    const placed = listsOf(document, rule).filter(({ list }) => list.items.length > 0);
    if (placed.length === 0)
      return notApplicable('文中的清单没有条目', 'the lists of the document hold no items');
    const except = wordsOption(rule, 'except', COLUMN_IDS, []);
    return placed.flatMap((entry) => [
      ...shapeFindings(document, entry),
      ...mixedFindings(entry),
      ...emptyFindings(document, entry, except),
    ]);
  },
};

/** Where a finding about a whole row points: its number, which is what an editor looks for. */
function rowSpan(item: DutyItem): Span {
  const { number } = item.fields;
  return number && number.text.value !== '' ? fieldSpan(number) : item.span;
}

/**
 * Cells too many (positive) or too few (negative). A row may end before columns that nobody has to fill; a sound row
 * below a page header that is unlike the others is the fault of that header, told by the rule on columns.
 */
function excess(document: ListDocument, list: DutyList, usual: number, item: DutyItem): number {
  if (!item.shape || (item.shape.cells === usual && item.shape.columns !== usual)) return 0;
  const { cells, columns } = item.shape;
  const { mayBeEmpty } = document.format.lists[list.kind];
  const free = ({ readAs }: DutyColumn) =>
    readAs === 'note' || (readAs !== null && mayBeEmpty.includes(readAs));
  return cells < columns && list.columns.slice(cells).every(free) ? 0 : cells - columns;
}

function shapeFindings(document: ListDocument, placed: PlacedList): readonly Finding[] {
  const { items } = placed.list;
  const findings: Finding[] = [];
  const usual = usualHeader(placed.list)?.cells.length ?? 0;
  for (let from = 0; from < items.length; ) {
    const item = items[from];
    if (!item) break;
    const wrong = excess(document, placed.list, usual, item);
    const alike = (other: DutyItem | undefined) =>
      other?.shape?.cells === item.shape?.cells && other?.shape?.columns === item.shape?.columns;
    let to = from + 1;
    while (wrong !== 0 && alike(items[to])) to++;
    if (wrong !== 0 && to - from >= ROWS_OF_ONE_FAULT) {
      findings.push({
        ...atItem(placed, item, null, rowSpan(item)),
        variant: 'rows',
        data: { ...counts(item), rows: to - from },
      });
    } else if (wrong !== 0) {
      for (const one of items.slice(from, to)) findings.push(shapeFinding(document, placed, one));
    }
    from = to;
  }
  return findings;
}

/** Rows of PDF text whose words a page break mixed: they are in no column. */
function mixedFindings(placed: PlacedList): readonly Finding[] {
  return placed.list.items.flatMap((item): Finding[] => {
    const [words] = item.shape === null ? item.surplus : [];
    return words ? [{ ...atItem(placed, item, null, rowSpan(item)), variant: 'mixed' }] : [];
  });
}

function counts(item: DutyItem): { readonly cells: number; readonly columns: number } {
  return { cells: item.shape?.cells ?? 0, columns: item.shape?.columns ?? 0 };
}

function shapeFinding(document: ListDocument, placed: PlacedList, item: DutyItem): Finding {
  if (item.shape && item.shape.cells > item.shape.columns) {
    const [first] = item.surplus.slice(item.shape.columns - item.shape.cells);
    return {
      ...atItem(placed, item, null, first ? fieldSpan(first) : rowSpan(item)),
      variant: 'many',
      data: counts(item),
    };
  }
  const lacking = (missingColumns(document, placed.list, item) ?? []).flatMap((column) =>
    column.readAs ? [columnName(document, placed.list, column.readAs)] : [],
  );
  const place = atItem(placed, item, null, rowSpan(item));
  return lacking.length > 0
    ? { ...place, variant: 'few', data: { ...counts(item), missing: quoted(lacking) } }
    : { ...place, variant: 'short', data: counts(item) };
}

function emptyFindings(
  document: ListDocument,
  placed: PlacedList,
  except: ReadonlySet<ColumnId>,
): readonly Finding[] {
  const { list } = placed;
  const { required, mayBeEmpty } = document.format.lists[list.kind];
  const roles = required.filter((role) => {
    const id = columnId(role);
    const read = list.columns.some((column) => column.readAs === role) || holdsRole(list, list.columns, role);
    return id !== null && !except.has(id) && !mayBeEmpty.includes(role) && read;
  });
  return list.items.flatMap((item) =>
    roles.flatMap((role): Finding[] => {
      const state = stateOf(item, role);
      if (state === 'filled') return [];
      const field = item.fields[role] ?? item.fields.handoverManner;
      const span = state === 'empty' && field ? field.span : rowSpan(item);
      return [
        {
          ...atItem(placed, item, columnId(role), span),
          ...(state === 'absent' ? { variant: 'absent' } : {}),
          data: { column: columnName(document, list, role) },
        },
      ];
    }),
  );
}

/** Whether an item has words for a role. A row that is too short is told as such, not cell by cell. */
function stateOf(item: DutyItem, role: ColumnRole): 'filled' | 'empty' | 'absent' {
  if (role === 'category' && item.category) return 'filled';
  const halves: readonly ColumnRole[] =
    role === 'handover' ? ['handover', 'handoverDepartments', 'handoverManner'] : [role];
  const fields = halves.flatMap((half) => item.fields[half] ?? []);
  if (fields.some((field) => field.text.value.trim() !== '')) return 'filled';
  // In a row with a cell too many, an empty one is most likely the one that does not belong there.
  if (item.shape !== null && item.shape.cells > item.shape.columns) return 'filled';
  if (fields.length > 0) return 'empty';
  if (item.shape === null && item.surplus.length > 0) return 'filled';
  return item.shape === null ? 'absent' : 'filled';
}
