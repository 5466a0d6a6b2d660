import { isDepartmentList } from '../../grammar/departments.ts';
import { parseHandover } from '../../grammar/handover.ts';
import type { ColumnRole, Format } from '../../model/format.ts';
import { unspaced } from '../../model/text.ts';
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
const SHORTEST_DUTY = 8;

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
  const departments = open().find(
    ({ column }) => share(column.cells, (cell) => isDepartments(cell, format)) >= 0.6,
  );
  const duties = open().filter(({ column, i }) => i !== departments?.i && isDuties(column.cells));
  const [manner] = duties;
  const takesOver = manner && share(manner.column.cells, (cell) => TAKES_OVER.test(cell)) >= 0.5;
  const handedOver = duties.length < 2 && !has('superiorDuties') && !has('townshipDuties');
  if (departments && takesOver && handedOver && !has('handover')) {
    roles[departments.i] = 'handoverDepartments';
    roles[manner.i] = 'handoverManner';
  } else {
    if (handedOver && !departments && !has('handoverDepartments') && !has('handoverManner'))
      take('handover', ({ cells }) => share(cells, (cell) => isHandover(cell, format)) >= 0.6);
    if (departments && !has('departments')) roles[departments.i] = 'departments';
    if (!has('handover'))
      placeDuties(duties, departments?.column ?? columns[roles.indexOf('departments')], roles);
  }
  take('category', ({ cells }) => isCategories(cells, format));
  take('name', ({ cells }) => isNames(cells));
  return roles;
}

type Placed = { readonly column: TableColumn; readonly i: number };

/**
 * Of two columns with duties the township's is told by its header, else by its words; where neither tells, the first is
 * the superior's.
 */
function placeDuties(
  duties: readonly Placed[],
  named: TableColumn | undefined,
  roles: (ColumnRole | null)[],
): void {
  const wanted = (['superiorDuties', 'townshipDuties'] as const).filter((role) => !roles.includes(role));
  const told = duties.filter(({ column }) => TOWNSHIP_WORD.test(column.word));
  const [one, other] = duties;
  const township =
    told.length === 1
      ? told[0]
      : one && other && townshipLikeness(one.column, named) > townshipLikeness(other.column, named) + MARGIN
        ? one
        : other;
  const superior = duties.find((candidate) => candidate !== township);
  if (wanted.length < 2) {
    const [role] = wanted;
    const last = duties[0];
    if (role && last) roles[last.i] = role;
    return;
  }
  if (superior) roles[superior.i] = 'superiorDuties';
  if (township) roles[township.i] = 'townshipDuties';
}

const HELPS = /协助|配合|宣传|摸清|摸排|上报|报告|劝阻|入户|走访|受理|登记|收集|群众工作|村（社区）/u;
const GOVERNS = /制定|审批|审定|拨付|筹措|查处|处罚|执法|指导|监督|考核|复核|培训|通报|牵头|全县|统筹/u;
/** Words that both sides use make the two columns alike; the difference must be plain. */
const MARGIN = 0.2;

/** How much the cells read like the township's duties: its words, less those of the superior and the names of the departments beside them. */
function townshipLikeness({ cells }: TableColumn, named: TableColumn | undefined): number {
  const names = (row: number) => unspaced(named?.cells[row] ?? '').split(/[、，]/u);
  const speaksOf = (cell: string, row: number) =>
    names(row).some((name) => name.length > 2 && unspaced(cell).includes(name));
  const filled = cells.flatMap((cell, row) => (cell === '' ? [] : [{ cell, row }]));
  const sum = filled.reduce((all, { cell, row }) => {
    const score = Number(HELPS.test(cell)) - Number(GOVERNS.test(cell)) - 2 * Number(speaksOf(cell, row));
    return all + score;
  }, 0);
  return sum / Math.max(1, filled.length);
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
  return clauses >= 0.4 || (sentences >= 0.6 && length >= SHORTEST_DUTY);
}

function isCategories(cells: readonly string[], format: Format): boolean {
  const filled = cells.map((cell) => unspaced(cell)).filter((cell) => cell !== '');
  if (filled.length === 0 || filled.some((cell) => cell.length > LONGEST_CATEGORY || /[。；，]/u.test(cell)))
    return false;
  const known = share(filled, (cell) => isKnownCategory(format, cell));
  const distinct = new Set(filled).size;
  // Merged cells that a file leaves empty below the first are categories as well.
  return known >= 0.5 || distinct * 1.5 <= filled.length || filled.length * 1.5 <= cells.length;
}

function isNames(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => unspaced(cell)).filter((cell) => cell !== '');
  const length = filled.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, filled.length);
  return filled.length > 0 && new Set(filled).size >= 0.7 * filled.length && length >= 4;
}
