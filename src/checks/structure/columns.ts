import type { DutyColumn, HeaderRow, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { ColumnRole } from '../../model/format.ts';
import { spanOf } from '../../model/text.ts';
import { type Check, notApplicable } from '../check.ts';
import { isOneSlip } from '../oneSlip.ts';
import { wordsOption, wordsSchema } from '../options.ts';
import { atList, columnId, listName, listsOf, type PlacedList, quoted, roleName, words } from '../places.ts';
import { headerSignature, missingRoles, renamedColumns, usualHeader } from './headerWords.ts';

const FAULTS = ['missing', 'uncategorised', 'renamed', 'repeated', 'differing'] as const;
type Fault = (typeof FAULTS)[number];

/** The columns a list must have are there, each once, on every page. */
export const columns: Check = {
  kind: 'columns',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      report: wordsSchema(
        'What is reported: a required column that is missing, but for the categories of what was taken back, which short lists do without: those where other lists of the document have them (uncategorised); one whose header is no known word (renamed); two columns under one header (repeated); a page with other columns than the rest (differing).',
        FAULTS,
      ),
    },
  },
  variants: {
    default: ['list', 'expected', 'columns'],
    uncategorised: ['list', 'expected', 'columns'],
    renamed: ['list', 'found', 'expected'],
    blank: ['list', 'expected'],
    repeated: ['list', 'found'],
    differing: ['list', 'found', 'expected'],
    replace: ['expected'],
  },
  run(document, rule) {
    const placed = listsOf(document, rule).filter(({ list }) => list.headers.length > 0);
    if (placed.length === 0)
      return notApplicable('文中的清单没有表头', 'the lists of the document have no headers');
    const report = wordsOption(rule, 'report', FAULTS);
    return placed.flatMap((entry) => findingsIn(document, entry, report));
  },
};

function findingsIn(
  document: ListDocument,
  placed: PlacedList,
  report: ReadonlySet<Fault>,
): readonly Finding[] {
  const usual = usualHeader(placed.list);
  if (!usual) return [];
  const renamed = renamedColumns(document, placed, usual);
  const findings: Finding[] = [];
  const list = listName(document, placed.list.kind);
  for (const role of missingRoles(document, placed, usual)) {
    const cell = renamed.get(role);
    const expected = roleName(document, role);
    if (cell) {
      if (report.has('renamed')) findings.push(renamedFinding(placed, role, cell, { list, expected }));
    } else {
      const uncategorised = role === 'category' && placed.list.kind === 'withdrawn';
      if (!report.has(uncategorised ? 'uncategorised' : 'missing')) continue;
      if (uncategorised && !othersHaveCategories(document, placed)) continue;
      findings.push({
        ...atList(placed, columnId(role), usual.span),
        ...(uncategorised ? { variant: 'uncategorised' } : {}),
        data: { list, expected, columns: headersOf(usual) },
      });
    }
  }
  const seen = new Set<string>();
  for (const cell of usual.cells) {
    const found = words(cell.header);
    if (cell.role !== 'unknown' && cell.role !== 'note') {
      if (seen.has(cell.role) && report.has('repeated')) {
        const place = atList(placed, columnId(cell.role), spanOf(cell.header));
        findings.push({ ...place, variant: 'repeated', data: { list, found } });
      }
      seen.add(cell.role);
    }
  }
  for (const header of placed.list.headers) {
    if (header !== usual) findings.push(...pageFindings(placed, usual, header, report, list));
  }
  return findings;
}

/** Whether another list of the same township has categories. */
function othersHaveCategories({ lists }: ListDocument, { list }: PlacedList): boolean {
  return lists.some(
    (other) =>
      other !== list && other.part === list.part && other.items.some((item) => item.category !== null),
  );
}

function renamedFinding(
  placed: PlacedList,
  role: ColumnRole,
  cell: DutyColumn,
  data: { readonly list: string; readonly expected: string },
): Finding {
  const span = spanOf(cell.header);
  const found = words(cell.header);
  const edits = [{ span, text: data.expected }];
  return {
    ...atList(placed, columnId(role), span),
    variant: found === '' ? 'blank' : 'renamed',
    data: { ...data, found },
    ...(isOneSlip(found, data.expected)
      ? { fix: edits }
      : { suggestions: [{ variant: 'replace', data: { expected: data.expected }, edits }] }),
  };
}

/** A page whose header differs from that of the other pages: one finding at the first cell that differs. */
function pageFindings(
  placed: PlacedList,
  usual: HeaderRow,
  header: HeaderRow,
  report: ReadonlySet<Fault>,
  list: string,
): readonly Finding[] {
  if (headerSignature(header) === headerSignature(usual)) return [];
  const differing = header.cells.flatMap((cell, i) => (sameColumn(cell, usual.cells[i]) ? [] : [i]));
  const at = differing[0] ?? header.cells.length;
  const cell = header.cells[at];
  const expected = usual.cells[at];
  const renamed = differing.length === 1 && header.cells.length === usual.cells.length;
  if (renamed && cell?.role === 'unknown' && expected && expected.role !== 'unknown') {
    const data = { list, expected: words(expected.header) };
    return report.has('renamed') ? [renamedFinding(placed, expected.role, cell, data)] : [];
  }
  if (!report.has('differing')) return [];
  return [
    {
      ...atList(
        placed,
        columnId(expected?.role ?? cell?.role ?? 'unknown'),
        cell && cell.header.value !== '' ? spanOf(cell.header) : header.span,
      ),
      variant: 'differing',
      data: { list, found: headersOf(header), expected: headersOf(usual) },
      related: [{ span: usual.span, list: placed.list.kind, item: null, column: null }],
    },
  ];
}

function headersOf(header: HeaderRow): string {
  return quoted(
    header.cells.map((cell) => words(cell.header)).filter((word) => word !== ''),
    9,
  );
}

function sameColumn(one: DutyColumn, other: DutyColumn | undefined): boolean {
  return (
    other !== undefined &&
    one.role === other.role &&
    (one.role !== 'unknown' || words(one.header) === words(other.header))
  );
}
