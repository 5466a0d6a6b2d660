import { nearest } from '../../grammar/nearest.ts';
import type { DutyColumn, HeaderRow, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { spanOf } from '../../model/text.ts';
import { type Check, notApplicable } from '../check.ts';
import { isOneSlip } from '../oneSlip.ts';
import { atList, columnId, listName, listsOf, type PlacedList, quoted, roleName, words } from '../places.ts';
import { allHeaderWords, headerSignature, renamedColumns, usualHeader } from './headerWords.ts';

/** The words of headers: no column under a header nobody knows, and one wording on all pages. */
export const headerWording: Check = {
  kind: 'header-wording',
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: {
    default: ['list', 'found', 'known'],
    near: ['list', 'found', 'near'],
    wording: ['list', 'found', 'expected'],
    replace: ['expected'],
  },
  run(document, rule) {
    const placed = listsOf(document, rule).filter(({ list }) => list.headers.length > 0);
    if (placed.length === 0)
      return notApplicable('文中的清单没有表头', 'the lists of the document have no headers');
    return placed.flatMap((entry) => {
      const usual = usualHeader(entry.list);
      if (!usual) return [];
      // An unknown header that stands for a required column is the fault of the rule on required columns.
      const renamed = new Set(renamedColumns(document, entry, usual).values());
      const unknown = usual.cells.filter(
        (cell) => cell.role === 'unknown' && words(cell.header) !== '' && !renamed.has(cell),
      );
      return [
        ...unknown.map((cell) => unknownFinding(document, entry, cell)),
        ...entry.list.headers.flatMap((header) => wordingFindings(document, entry, usual, header)),
      ];
    });
  },
};

function unknownFinding(document: ListDocument, placed: PlacedList, cell: DutyColumn): Finding {
  const found = words(cell.header);
  const span = spanOf(cell.header);
  const near = nearest(found, allHeaderWords(document.format));
  const list = listName(document, placed.list.kind);
  const place = atList(placed, null, span);
  if (near)
    return {
      ...place,
      variant: 'near',
      data: { list, found, near: near.word },
      ...(isOneSlip(found, near.word)
        ? { fix: [{ span, text: near.word }] }
        : { suggestions: replace(span, near.word) }),
    };
  const required = document.format.lists[placed.list.kind].required;
  const known = quoted(
    required.map((role) => roleName(document, role)),
    9,
  );
  return { ...place, data: { list, found, known } };
}

/** Cells of a page that word a header otherwise than the other pages do. */
function wordingFindings(
  document: ListDocument,
  placed: PlacedList,
  usual: HeaderRow,
  header: HeaderRow,
): readonly Finding[] {
  if (header === usual || headerSignature(header) !== headerSignature(usual)) return [];
  const list = listName(document, placed.list.kind);
  return header.cells.flatMap((cell, i): Finding[] => {
    const other = usual.cells[i];
    if (!other || words(other.header) === words(cell.header)) return [];
    const span = spanOf(cell.header);
    const expected = words(other.header);
    const column = columnId(cell.role);
    return [
      {
        ...atList(placed, column, span),
        variant: 'wording',
        data: { list, found: words(cell.header), expected },
        related: [{ span: spanOf(other.header), list: placed.list.kind, item: null, column }],
        suggestions: replace(span, expected),
      },
    ];
  });
}

function replace(span: Finding['span'], expected: string): NonNullable<Finding['suggestions']> {
  return [{ variant: 'replace', data: { expected }, edits: [{ span, text: expected }] }];
}
