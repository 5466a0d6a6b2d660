import { isDepartmentList, parseDepartments } from '../../grammar/departments.ts';
import type { DutyColumn, DutyItem, DutyList, ListDocument } from '../../model/document.ts';
import type { ColumnRole } from '../../model/format.ts';
import { words } from '../places.ts';

/** Rows that lack more cells than this are not guessed at. */
const MOST_MISSING = 2;
const NUMBER = /^[（(]?[0-9０-９]{1,5}[）)]?[.．、]?$/;
const CLAUSE = /^(?:[1１][.．、]|一、|[（(][一1][）)]|①)|[。；;]/;
const FIRST_NUMBER = /^(?:[1１][.．、]|[（(]1[）)]|①)/;
const SHORTEST_DUTY = 8;

/**
 * The columns whose cells a row that is too short most probably lacks, judged by what its cells hold; null where its cells
 * fit the header in no way or in several.
 */
export function missingColumns(
  document: ListDocument,
  list: DutyList,
  item: DutyItem,
): readonly DutyColumn[] | null {
  const { columns } = list;
  const cells = [...Object.values(item.fields), ...item.surplus].sort((a, b) => a.span.start - b.span.start);
  const missing = columns.length - cells.length;
  if (missing < 1 || missing > MOST_MISSING || cells.length !== item.shape?.cells) return null;
  const contents = cells.map(({ text }) => words(text));
  const categories = categoriesOf(document, list, item);
  const listed = contents.flatMap((content) => namesIn(document, content));
  const fits = (words: string, column: DutyColumn | undefined) =>
    words === '' ||
    !column?.readAs ||
    (holds(document, categories, words, column.readAs) &&
      !(column.readAs === 'townshipDuties' && isOf(words, listed)));
  const ways: (readonly DutyColumn[])[] = [];
  const place = (cell: number, column: number, skipped: readonly DutyColumn[]): void => {
    if (ways.length > 1 || skipped.length > missing) return;
    const here = columns[column];
    if (here === undefined) {
      ways.push(skipped);
      return;
    }
    if (cell < contents.length && fits(contents[cell] ?? '', here)) place(cell + 1, column + 1, skipped);
    place(cell, column + 1, [...skipped, here]);
  };
  place(0, 0, []);
  const [only] = ways;
  return ways.length === 1 && only !== undefined ? only : null;
}

/** The categories that other rows of the list have, and those of the format. */
function categoriesOf({ format }: ListDocument, list: DutyList, item: DutyItem): ReadonlySet<string> {
  const own = list.items.flatMap((other) =>
    other !== item && other.shape?.cells === other.shape?.columns && other.category
      ? [words(other.category.text)]
      : [],
  );
  return new Set([...format.categories.names, ...own]);
}

/** The departments of a cell that lists departments and nothing else. */
function namesIn({ format }: ListDocument, content: string): readonly string[] {
  const { departments, countyNames } = format;
  if (!isDepartmentList(content, departments, countyNames)) return [];
  return parseDepartments(content, departments, countyNames).names.map(({ name }) => name);
}

/** Whether duties begin with one of some departments: they are no township's. */
function isOf(content: string, names: readonly string[]): boolean {
  const first = content.replace(FIRST_NUMBER, '');
  return names.some((name) => first.startsWith(name));
}

/** Whether words can stand in a column. */
function holds(
  { format }: ListDocument,
  categories: ReadonlySet<string>,
  content: string,
  role: ColumnRole,
): boolean {
  const { departments, countyNames } = format;
  const isList = () => isDepartmentList(content, departments, countyNames);
  switch (role) {
    case 'number':
      return NUMBER.test(content);
    case 'category':
      return categories.has(content);
    case 'name':
      return !NUMBER.test(content) && !categories.has(content) && !CLAUSE.test(content) && !isList();
    case 'departments':
    case 'handoverDepartments': {
      if (isList()) return true;
      const { nobody, notNames } = parseDepartments(content, departments, countyNames);
      return nobody.length > 0 && notNames.length === 0;
    }
    case 'note':
      return true;
    default:
      return (
        (CLAUSE.test(content) || content.length >= SHORTEST_DUTY) && !categories.has(content) && !isList()
      );
  }
}
