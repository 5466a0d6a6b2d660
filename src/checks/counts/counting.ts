import type { DepartmentList } from '../../grammar/departments.ts';
import type { DutyItem, DutyList, ListDocument, StatedCount } from '../../model/document.ts';
import { spanOf } from '../../model/text.ts';
import { departmentsOf, handoverOf } from '../../outline/reading.ts';
import { categoryOf } from '../categories/categoryRuns.ts';
import { categorySlips } from '../categories/slips.ts';
import { words } from '../places.ts';

/** The departments that some lists name. */
export interface DepartmentTally {
  /** As written with prefix, each once, in order of first appearance. */
  readonly written: readonly string[];
  /** Each department once, as it is written first. */
  readonly bodies: readonly string[];
  /** One name for each department, however it was written. */
  readonly canonical: ReadonlySet<string>;
  /**
   * How many more there may be: one for each stretch of words that is no department name and may hide one,
   * any number where a cell ends with 等…部门 (Infinity). 0 where the tally is exact.
   */
  readonly hidden: number;
  /** The written forms of a department that has several: canonical name to forms. */
  readonly variants: ReadonlyMap<string, readonly string[]>;
}

/** The lists that a stated count is about: one kind, or all lists of its part. */
export function listsOfStatement(document: ListDocument, stated: StatedCount): readonly DutyList[] {
  return document.lists.filter(
    (list) => list.part === stated.part && (stated.list === null || list.kind === stated.list),
  );
}

/** The departments of a coordinating or withdrawn list, from its department cells and its handovers. */
export function departmentsIn(document: ListDocument, lists: readonly DutyList[]): DepartmentTally {
  const written = new Set<string>();
  const forms = new Map<string, Set<string>>();
  let hidden = 0;
  for (const list of lists) {
    for (const item of list.items) {
      const read = departmentsNamed(document, item);
      hidden += read.hidden;
      for (const { name, canonical } of read.names) {
        written.add(name);
        const known = forms.get(canonical);
        if (known) known.add(name);
        else forms.set(canonical, new Set([name]));
      }
    }
  }
  const several = [...forms].filter(([, names]) => names.size > 1);
  return {
    written: [...written],
    bodies: [...forms.values()].flatMap((names) => [...names].slice(0, 1)),
    canonical: new Set(forms.keys()),
    hidden,
    variants: new Map(several.map(([canonical, names]) => [canonical, [...names]])),
  };
}

function departmentsNamed(document: ListDocument, item: DutyItem) {
  const names: { readonly name: string; readonly canonical: string }[] = [];
  let hidden = 0;
  // In a row with a cell too many or too few nobody can tell which one names the departments.
  if (item.shape && item.shape.cells !== item.shape.columns && !item.fields.name) hidden++;
  const cell = departmentsOf(document, item);
  if (cell) {
    names.push(...cell.names);
    hidden += hiddenIn(cell);
  }
  for (const pair of handoverOf(document, item)?.pairs ?? []) {
    const takes = pair.departments.names.length > 0 ? pair.departments.names : pair.by;
    names.push(...takes);
    hidden += hiddenIn(pair.departments);
  }
  return { names, hidden };
}

function hiddenIn({ openEnded, notNames, nobody }: DepartmentList): number {
  return openEnded ? Number.POSITIVE_INFINITY : notNames.length + nobody.length;
}

/**
 * The categories that the items of a list are counted under. A slip in the name is told once, by the rule on names, and
 * counts as what is meant; an item without category counts with its neighbours where they agree.
 */
function countedCategories(document: ListDocument, list: DutyList): readonly string[] {
  const slips = categorySlips(document);
  const names = list.items.map((item) => {
    const name = categoryOf(item);
    return slips.get(name) ?? name;
  });
  return names.map((name, i) => (name === '' && names[i - 1] === names[i + 1] ? (names[i - 1] ?? '') : name));
}

/** The items that an `itemsInCategory` statement is about: below its heading, or with its category. */
export function itemsOfCategory(
  document: ListDocument,
  lists: readonly DutyList[],
  stated: StatedCount,
): readonly DutyItem[] | null {
  if (stated.in === 'heading') {
    const at = spanOf(stated.number).start;
    for (const list of lists) {
      const headings = list.categoryHeadings;
      const index = headings.findIndex((heading) => {
        const span = spanOf(heading.whole);
        return span.start <= at && at < span.end;
      });
      const heading = headings[index];
      if (heading) return list.items.slice(heading.from, headings[index + 1]?.from ?? list.items.length);
    }
  }
  const name = stated.category ? words(stated.category) : '';
  const items = lists.flatMap((list) => {
    const names = countedCategories(document, list);
    return list.items.filter((_, i) => names[i] === name);
  });
  return items.length > 0 ? items : null;
}

/** The distinct categories of some lists, in order of first appearance. */
export function categoriesIn(document: ListDocument, lists: readonly DutyList[]): readonly string[] {
  const names = lists.flatMap((list) => countedCategories(document, list));
  return [...new Set(names)].filter((name) => name !== '');
}

/** Whether a total is also of lists that the file does not hold: the document states counts of them. */
function coversMore({ statedCounts }: ListDocument, total: StatedCount, lists: readonly DutyList[]): boolean {
  if (total.list !== null) return false;
  return statedCounts.some(
    ({ list, part }) => list !== null && part === total.part && lists.every(({ kind }) => kind !== list),
  );
}

/**
 * What a stated count should be, or null where it cannot be counted: the list is not in the file, or its items have
 * no categories or departments. Of the two ways to count departments (as written, or one for all forms of a name)
 * the one that agrees with the statement is given, else the second.
 */
export function actualCount(document: ListDocument, stated: StatedCount): number | null {
  const lists = listsOfStatement(document, stated);
  if (lists.length === 0 || coversMore(document, stated, lists)) return null;
  if (stated.what === 'items') return lists.reduce((sum, list) => sum + list.items.length, 0);
  if (stated.what === 'itemsInCategory') return itemsOfCategory(document, lists, stated)?.length ?? null;
  if (stated.what === 'categories') {
    const names = categoriesIn(document, lists);
    return names.length > 0 ? names.length : null;
  }
  const { written, canonical } = departmentsIn(document, lists);
  if (written.length === 0) return null;
  return written.length === stated.stated ? written.length : canonical.size;
}
