import { isDepartmentList } from '../../grammar/departments.ts';
import { parseHandover } from '../../grammar/handover.ts';
import type { ColumnRole, Format } from '../../model/format.ts';
import { squeeze } from '../../model/text.ts';
import { isKnownCategory } from '../categoryHeadings.ts';

/** A column of a table: its header word without white space, and its cells from top to bottom. */
export interface TableColumn {
  readonly word: string;
  /** What the format says the word heads, or null. */
  readonly known: ColumnRole | null;
  readonly cells: readonly string[];
}

const CLAUSE =
  /^(?:[0-9０-９]{1,2}\s*[.．、]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)])/u;
const TOWNSHIP_WORD = /[镇乡]|街道|苏木|本级|基层|配合|协助/u;
const TAKES_OVER = /^由|不再|承接|收回|接管/u;
const LONGEST_CATEGORY = 14;
const LONG_CELL = 30;

/**
 * What the columns of a table hold, told by what stands in them where the header word is unknown: numbers, names of
 * categories, lists of departments, clauses. Null for a column nobody can tell; the columns of known words keep
 * their role.
 */
export function rolesByContent(
  columns: readonly TableColumn[],
  format: Format,
): readonly (ColumnRole | null)[] {
  const roles: (ColumnRole | null)[] = columns.map(({ known }) => known);
  const open = () => columns.flatMap((column, i) => (roles[i] === null ? [{ column, i }] : []));
  const has = (role: ColumnRole) => roles.includes(role);
  const take = (role: ColumnRole, fits: (column: TableColumn) => boolean) => {
    if (has(role)) return;
    const found = open().find(({ column }) => fits(column));
    if (found) roles[found.i] = role;
  };
  take('number', ({ cells }) => share(cells, (cell) => /^[0-9０-９]{1,4}[.．、]?$/u.test(cell)) >= 0.8);
  if (!has('handoverDepartments') && !has('handoverManner'))
    take('handover', ({ cells }) => share(cells, (cell) => isHandover(cell, format)) >= 0.6);
  const departments = open().find(
    ({ column }) => share(column.cells, (cell) => isDepartments(cell, format)) >= 0.6,
  );
  const duties = open().filter(({ column, i }) => i !== departments?.i && isDuties(column.cells));
  const manner = duties.length === 1 ? duties[0] : undefined;
  const takesOver = manner && share(manner.column.cells, (cell) => TAKES_OVER.test(cell)) >= 0.5;
  if (departments && manner && takesOver && !has('superiorDuties') && !has('townshipDuties')) {
    if (!has('handover')) {
      roles[departments.i] = 'handoverDepartments';
      roles[manner.i] = 'handoverManner';
    }
  } else {
    if (departments && !has('departments')) roles[departments.i] = 'departments';
    placeDuties(duties, roles);
  }
  take('category', ({ cells }) => isCategories(cells, format));
  take('name', ({ cells }) => isNames(cells));
  return roles;
}

/** Of two columns with duties the first is the superior's, unless the words say otherwise. */
function placeDuties(
  duties: readonly { readonly column: TableColumn; readonly i: number }[],
  roles: (ColumnRole | null)[],
): void {
  const wanted = (['superiorDuties', 'townshipDuties'] as const).filter((role) => !roles.includes(role));
  const told = duties.find(({ column }) => TOWNSHIP_WORD.test(column.word));
  const others = duties.filter((one) => one !== told);
  if (told && wanted.includes('townshipDuties')) {
    roles[told.i] = 'townshipDuties';
    const [superior] = others;
    if (superior && wanted.includes('superiorDuties')) roles[superior.i] = 'superiorDuties';
    return;
  }
  for (const [at, role] of wanted.entries()) {
    const one = duties[at];
    if (one) roles[one.i] = role;
  }
}

function share(cells: readonly string[], fits: (cell: string) => boolean): number {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 0 ? 0 : filled.filter(fits).length / filled.length;
}

function isDepartments(cell: string, { departments, countyNames }: Format): boolean {
  return isDepartmentList(cell, departments, countyNames);
}

function isHandover(cell: string, format: Format): boolean {
  const { handover, departments, countyNames } = format;
  if (isDepartments(cell, format)) return false;
  const { pairs, stopped } = parseHandover(cell, handover, departments, countyNames);
  return stopped !== null || pairs.some((pair) => pair.departments.names.length > 0 && pair.manner !== null);
}

function isDuties(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const length = filled.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, filled.length);
  const clauses = share(filled, (cell) => CLAUSE.test(cell));
  const sentences = share(filled, (cell) => /[。；]$/u.test(cell));
  return clauses >= 0.4 || (sentences >= 0.6 && length >= LONG_CELL / 2);
}

function isCategories(cells: readonly string[], format: Format): boolean {
  const filled = cells.map((cell) => squeeze(cell).value).filter((cell) => cell !== '');
  if (filled.length === 0 || filled.some((cell) => cell.length > LONGEST_CATEGORY || /[。；，]/u.test(cell)))
    return false;
  const known = share(filled, (cell) => isKnownCategory(format, cell));
  const distinct = new Set(filled).size;
  // Merged cells that a file leaves empty below the first are categories as well.
  return known >= 0.5 || distinct * 1.5 <= filled.length || filled.length * 1.5 <= cells.length;
}

function isNames(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => squeeze(cell).value).filter((cell) => cell !== '');
  const length = filled.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, filled.length);
  return filled.length > 0 && new Set(filled).size >= 0.7 * filled.length && length >= 4;
}
