import type { PlainItem, PlainKind, PlainList, PlainRole } from './plain.ts';
import { categoryHeading, categoryRuns, cellOf, columnsOf, headerWord } from './plain.ts';
import type { Random } from './random.ts';

/** A cell before it is written: clauses joined by `\n`. A cell covered by its neighbour's span is `null`. */
export interface GridCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

export type GridRow = readonly (GridCell | null)[];

/** One printed table, the header rows first. */
export interface Grid {
  readonly headers: readonly GridRow[];
  readonly rows: readonly GridRow[];
}

/** A table with the category heading that stands before it, if headings do. */
export interface Section {
  readonly heading: string | null;
  readonly grid: Grid;
}

/** Where the category of an item stands. `merged`: only in the first row of its run, the cells below are empty or spanned. */
export type CategoryPlace = 'column' | 'rows' | 'headings' | 'merged';

export interface GridOptions {
  readonly unit: string;
  /** Which words the headers use; 0 the usual ones. */
  readonly wording: number;
  readonly categories: CategoryPlace;
  /** Whether category rows and headings state how many items they hold. */
  readonly categoryCounts: boolean;
  /** Rows of a page, each page with the header again; null for one long table. */
  readonly rowsPerPage: number | null;
  readonly columnOrder: 'usual' | 'shuffled';
  /** Columns beyond the usual ones, by header word: 备注 (empty), 法律依据 (filled). */
  readonly extraColumns: readonly string[];
  /** `groups`: 职责分工 over two columns; `words`: 上级部门 and 镇配合, each over 职责. */
  readonly headerRows: 'one' | 'groups' | 'words';
  readonly handover: 'one' | 'split';
}

interface Column {
  readonly role: PlainRole;
  readonly header: string;
}

const cell = (text: string, columns = 1, rows = 1): GridCell => ({ text, columns, rows });

const LAWS = [
  '《中华人民共和国水法》',
  '《中华人民共和国森林法》第三十九条',
  '《社会救助暂行办法》',
  '《中华人民共和国安全生产法》',
];

/** The columns of a list as the options want them; the number stays first. */
function columnsFor(kind: PlainKind, options: GridOptions, random: Random): readonly Column[] {
  const split: readonly PlainRole[] = ['handoverDepartments', 'handoverManner'];
  const roles = columnsOf(kind)
    .flatMap((role) => (role === 'handover' && options.handover === 'split' ? split : [role]))
    .filter(
      (role) => role !== 'category' || options.categories === 'column' || options.categories === 'merged',
    );
  const usual = roles.map((role) => ({ role, header: headerWord(role, options.unit, options.wording) }));
  const extra = options.extraColumns.map((header) => ({ role: 'note' as const, header }));
  const [number, ...others] = usual;
  if (!number) return extra;
  if (options.columnOrder === 'usual') return [number, ...others, ...extra];
  // Columns under one group header must stay together.
  if (options.headerRows !== 'one') return [number, ...extra, ...others];
  return [number, ...random.shuffle([...others, ...extra])];
}

/** The header of a list in one or two rows. */
function headerRows(columns: readonly Column[], options: GridOptions): readonly GridRow[] {
  const superior = columns.findIndex((column) => column.role === 'superiorDuties');
  const manner = columns.findIndex((column) => column.role === 'handoverManner');
  const one = [columns.map((column) => cell(column.header))];
  if (options.headerRows === 'one') return one;
  if (superior < 0 && manner < 0) return one;
  const left = superior >= 0 ? superior : manner - 1;
  if (options.headerRows === 'groups') {
    const group = superior >= 0 ? '职责分工' : headerWord('handover', options.unit, options.wording);
    return [
      columns.map((column, i) =>
        i === left ? cell(group, 2) : i === left + 1 ? null : cell(column.header, 1, 2),
      ),
      columns.map((column, i) => (i === left || i === left + 1 ? cell(column.header) : null)),
    ];
  }
  if (superior < 0) return one;
  return [
    columns.map((column, i) => {
      if (i === left) return cell('上级部门');
      if (i === left + 1) return cell(`${options.unit}配合`);
      return cell(column.header, 1, 2);
    }),
    columns.map((_, i) => (i === left || i === left + 1 ? cell('职责') : null)),
  ];
}

function itemRow(item: PlainItem, columns: readonly Column[], index: number, merged: number): GridRow {
  return columns.map((column) => {
    if (column.role === 'category' && merged === 0) return null;
    if (column.role === 'category') return cell(item.category, 1, merged);
    if (column.header === '法律依据') return cell(LAWS[index % LAWS.length] ?? '');
    return cell(cellOf(item, column.role));
  });
}

/** Rows in pages; a merged cell is cut where its page ends and written again on the next. */
function pagesOf<T>(rows: readonly T[], size: number | null): readonly (readonly T[])[] {
  if (size === null || rows.length === 0) return [rows];
  const pages: T[][] = [];
  for (let at = 0; at < rows.length; at += size) pages.push(rows.slice(at, at + size));
  return pages;
}

/** The tables of a list. */
export function sectionsOf(list: PlainList, options: GridOptions, random: Random): readonly Section[] {
  const columns = columnsFor(list.kind, options, random);
  const headers = headerRows(columns, options);
  const runs = categoryRuns(list.items);
  const headingOf = (run: readonly PlainItem[], index: number) =>
    categoryHeading(index, run[0]?.category ?? '', options.categoryCounts ? run.length : null);
  if (options.categories === 'headings') {
    return runs.flatMap((run, index) =>
      pagesOf(run, options.rowsPerPage).map((page, part) => ({
        heading: part === 0 ? headingOf(run, index) : null,
        grid: { headers, rows: page.map((item, i) => itemRow(item, columns, i, 1)) },
      })),
    );
  }
  if (options.categories === 'rows') {
    const rows = runs.flatMap((run, index) => [
      columns.map((_, i) => (i === 0 ? cell(headingOf(run, index), columns.length) : null)),
      ...run.map((item, i) => itemRow(item, columns, i, 1)),
    ]);
    return pagesOf(rows, options.rowsPerPage).map((page) => ({
      heading: null,
      grid: { headers, rows: page },
    }));
  }
  return pagesOf(list.items, options.rowsPerPage).map((page) => {
    const rows = categoryRuns(page).flatMap((run) =>
      run.map((item, i) =>
        itemRow(item, columns, i, options.categories === 'merged' ? (i === 0 ? run.length : 0) : 1),
      ),
    );
    return { heading: null, grid: { headers, rows } };
  });
}
