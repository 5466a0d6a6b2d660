import type { DutyColumn, HeaderRow } from '../model/document.ts';
import { filledHeader } from '../model/filledHeader.ts';
import type { ColumnRole, Format, ListKind } from '../model/format.ts';
import type { Span } from '../model/place.ts';
import { type Text, unspaced } from '../model/text.ts';

/** The usual order of columns in each list (domain.md); only used where a header word is unknown. */
const USUAL_ORDER: Readonly<Record<ListKind, readonly ColumnRole[]>> = {
  basic: ['number', 'category', 'name'],
  coordinating: ['number', 'category', 'name', 'departments', 'superiorDuties', 'townshipDuties'],
  withdrawn: ['number', 'category', 'name', 'handover'],
};

const wordsByFormat = new WeakMap<Format, ReadonlyMap<string, ColumnRole>>();

/** Every header word of a format, `{unit}` and `{level}` filled in, to the column it heads. Words are without white space. */
export function headerWords(format: Format): ReadonlyMap<string, ColumnRole> {
  const known = wordsByFormat.get(format);
  if (known) return known;
  const words = new Map<string, ColumnRole>();
  for (const [role, headers] of Object.entries(format.headers) as [ColumnRole, readonly string[]][]) {
    for (const header of headers) {
      for (const word of filledHeader(format, header)) words.set(normal(word), role);
    }
  }
  wordsByFormat.set(format, words);
  return words;
}

/** Header words are compared without white space and with one width of brackets. */
function normal(word: string): string {
  return unspaced(word).replaceAll('(', '（').replaceAll(')', '）');
}

const rolesByFormat = new WeakMap<Format, Map<string, ColumnRole | null>>();
/** The same headers stand on page after page. */
const MOST_KEPT = 200;
const LONGEST_KEPT = 30;

/** The column a header word heads, or null. White space in the word is passed over. */
export function roleOfHeader(format: Format, word: string): ColumnRole | null {
  if (word.length > LONGEST_KEPT) return headerWords(format).get(normal(word)) ?? null;
  let roles = rolesByFormat.get(format);
  if (!roles) {
    roles = new Map();
    rolesByFormat.set(format, roles);
  }
  const known = roles.get(word);
  if (known !== undefined) return known;
  const role = headerWords(format).get(normal(word)) ?? null;
  if (roles.size >= MOST_KEPT) roles.clear();
  roles.set(word, role);
  return role;
}

/** Which list a set of columns belongs to. `certain` is false where only the columns all lists share are there. */
export function kindOfColumns(columns: readonly DutyColumn[]): {
  readonly kind: ListKind;
  readonly certain: boolean;
} {
  // A word that is nearly one of a list's own columns tells as much.
  const roles = new Set(columns.map(({ role, readAs }) => (role === 'unknown' ? readAs : role)));
  if (roles.has('superiorDuties') || roles.has('townshipDuties'))
    return { kind: 'coordinating', certain: true };
  if (roles.has('handover') || roles.has('handoverManner') || roles.has('handoverDepartments'))
    return { kind: 'withdrawn', certain: true };
  if (roles.has('departments')) return { kind: 'coordinating', certain: true };
  return { kind: 'basic', certain: !columns.some((column) => column.role === 'unknown') };
}

/**
 * Reads unknown headers by their place: between two known columns, unknown ones stand for the roles that are
 * missing there when there are as many of the one as of the other.
 */
export function placeUnknownColumns(columns: readonly DutyColumn[], kind: ListKind): readonly DutyColumn[] {
  if (!columns.some((column) => column.role === 'unknown')) return columns;
  const present = new Set<ColumnRole>(
    columns.flatMap((column) => (column.role === 'unknown' ? [] : [column.role])),
  );
  if (present.has('handoverDepartments') || present.has('handoverManner')) present.add('handover');
  const order = USUAL_ORDER[kind];
  const placed = columns.map((column) => ({ ...column }));
  let from = 0;
  while (from < placed.length) {
    if (placed[from]?.role !== 'unknown') {
      from++;
      continue;
    }
    let to = from;
    while (placed[to]?.role === 'unknown') to++;
    const before = order.indexOf(placed[from - 1]?.readAs ?? 'note');
    const afterRole = placed[to]?.readAs;
    const after = afterRole && order.includes(afterRole) ? order.indexOf(afterRole) : order.length;
    const missing = order.slice(from === 0 ? 0 : before + 1, after).filter((role) => !present.has(role));
    if (missing.length === to - from && (from === 0 || before >= 0)) {
      for (const [i, role] of missing.entries()) {
        const column = placed[from + i];
        if (column) placed[from + i] = { ...column, readAs: role };
      }
    }
    from = to;
  }
  return placed;
}

const LONGEST_HEADER = 24;

function isNoHeaderWord(value: string): boolean {
  if (value.length > LONGEST_HEADER && unspaced(value).length > LONGEST_HEADER) return true;
  return /^[0-9０-９]+$/.test(value);
}

/**
 * A row of cells as a header, or null when it is none: at least two known header words that make up half of
 * the words, or a first cell that heads the number column beside other words.
 */
export function readHeader(format: Format, cells: readonly Text[], span: Span): HeaderRow | null {
  // Nearly every row is an item: told by its number or by a long cell before any word is looked up.
  if (cells.some(({ value }) => isNoHeaderWord(value))) return null;
  const columns: DutyColumn[] = cells.map((text) => {
    const role = roleOfHeader(format, text.value);
    return { role: role ?? 'unknown', header: text, readAs: role };
  });
  const filled = columns.filter((column) => column.header.value !== '');
  const roles = new Set(filled.flatMap((column) => (column.role === 'unknown' ? [] : [column.role])));
  if (roles.size === 0) return null;
  const enough = roles.size >= 2 && roles.size * 2 >= filled.length;
  const numbered = columns[0]?.role === 'number' && filled.length >= 2;
  return enough || numbered ? { cells: columns, span } : null;
}
