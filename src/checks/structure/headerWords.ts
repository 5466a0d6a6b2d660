import { nearest } from '../../grammar/nearest.ts';
import type { DutyColumn, DutyList, HeaderRow, ListDocument } from '../../model/document.ts';
import { filledHeader } from '../../model/filledHeader.ts';
import type { ColumnRole, Format } from '../../model/format.ts';
import { type PlacedList, words } from '../places.ts';

/** The header words of a column without white space, filled in with the format's units and levels. */
export function headerWordsFor(format: Format, role: ColumnRole): readonly string[] {
  return format.headers[role].flatMap((word) => filledHeader(format, word));
}

/** Every header word of a format. */
export function allHeaderWords(format: Format): readonly string[] {
  return (Object.keys(format.headers) as ColumnRole[]).flatMap((role) => headerWordsFor(format, role));
}

/** What a header says, for comparing it with that of another page. */
export function headerSignature(header: HeaderRow): string {
  return header.cells
    .map((cell) => (cell.role === 'unknown' ? `?${words(cell.header)}` : cell.role))
    .join('|');
}

/**
 * The header that most pages of a list bear: the columns that most have, in the words that most of those use (the
 * first of them where none is in the majority), or null for a list without header. A page with another header is
 * measured by it, not the reverse.
 */
export function usualHeader(list: DutyList): HeaderRow | null {
  const alike = mostCommon(list.headers, headerSignature);
  const [usual] = mostCommon(alike, (header) => header.cells.map((cell) => words(cell.header)).join('|'));
  return usual ?? null;
}

/** The largest group of headers with one key; of equally large ones the first. */
function mostCommon(headers: readonly HeaderRow[], key: (header: HeaderRow) => string): readonly HeaderRow[] {
  const groups = new Map<string, HeaderRow[]>();
  for (const header of headers) {
    const group = groups.get(key(header));
    if (group) group.push(header);
    else groups.set(key(header), [header]);
  }
  let best: readonly HeaderRow[] = [];
  for (const group of groups.values()) if (group.length > best.length) best = group;
  return best;
}

/** Whether some columns hold what a role asks for; a handover may be split in two, a category may stand above its items. */
export function holdsRole(list: DutyList, columns: readonly DutyColumn[], role: ColumnRole): boolean {
  const has = (wanted: ColumnRole) => columns.some((column) => column.role === wanted);
  if (has(role)) return true;
  // Above which items a list without any would have its headings nobody can tell.
  if (role === 'category') return list.categoryHeadings.length > 0 || list.items.length === 0;
  if (role === 'handover') return has('handoverDepartments') || has('handoverManner');
  return (role === 'handoverDepartments' || role === 'handoverManner') && has('handover');
}

/** The required columns that a header lacks. */
export function missingRoles(
  document: ListDocument,
  placed: PlacedList,
  usual: HeaderRow,
): readonly ColumnRole[] {
  return document.format.lists[placed.list.kind].required.filter(
    (role) => !holdsRole(placed.list, usual.cells, role),
  );
}

/** The unknown headers that most likely stand for a required column: by their place, or by their words. */
export function renamedColumns(
  document: ListDocument,
  placed: PlacedList,
  usual: HeaderRow,
): ReadonlyMap<ColumnRole, DutyColumn> {
  const unknown = usual.cells.filter((cell) => cell.role === 'unknown');
  const pairs = new Map<ColumnRole, DutyColumn>();
  const taken = new Set<DutyColumn>();
  for (const role of missingRoles(document, placed, usual)) {
    const known = headerWordsFor(document.format, role);
    const cell =
      unknown.find((other) => !taken.has(other) && other.readAs === role) ??
      unknown.find((other) => !taken.has(other) && nearest(words(other.header), known) !== null);
    if (!cell) continue;
    pairs.set(role, cell);
    taken.add(cell);
  }
  return pairs;
}
