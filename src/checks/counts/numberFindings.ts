import type { DutyList, ListDocument } from '../../model/document.ts';
import type { Edit, Finding, RelatedPlace } from '../../model/finding.ts';
import { spanOf, type Text } from '../../model/text.ts';
import { categoryOf } from '../categories/categoryRuns.ts';
import { listName, quoted, words } from '../places.ts';
import { departmentsIn } from './counting.ts';
import type { NameComparison } from './statedNames.ts';
import type { Measured } from './statements.ts';

/** The names of a statement beside those of its lists. */
export interface Named {
  readonly entry: Measured;
  readonly comparison: NameComparison;
}

/** Where a statement stands: in the preamble, or in the title or a heading of its list. */
export function atStatement(
  document: ListDocument,
  { stated, lists }: Measured,
  text: Text,
): Pick<Finding, 'span' | 'list' | 'listIndex' | 'item' | 'itemIndex' | 'column'> {
  const [list] = lists;
  const index = stated.in !== 'text' && list ? document.lists.indexOf(list) : null;
  return {
    span: spanOf(text),
    list: stated.list,
    listIndex: index,
    item: null,
    itemIndex: null,
    column: null,
  };
}

/** The lists that a statement is about, by name. */
export function listNames(document: ListDocument, { lists }: Measured): string {
  return [...new Set(lists.map((list) => listName(document, list.kind)))].join('、');
}

/**
 * A stated number that disagrees, with what explains it and the other places that state the same.
 * @param proven whether the document says elsewhere that the number counted is right
 */
export function numberFinding(
  document: ListDocument,
  entry: Measured,
  same: readonly Measured[],
  comparison: NameComparison | undefined,
  lost: Named | undefined,
  proven = false,
): Finding {
  const { stated } = entry;
  const actual = entry.actual ?? 0;
  const data = { list: listNames(document, entry), stated: stated.stated, actual };
  const others = same.map((other): RelatedPlace => {
    const { span, list } = atStatement(document, other, other.stated.number);
    return { span, list, item: null, column: null };
  });
  const told =
    stated.what === 'categories'
      ? categoriesTold(entry, comparison)
      : stated.what === 'departments'
        ? departmentsTold(document, entry)
        : stated.what === 'itemsInCategory'
          ? {
              ...PLAIN,
              variant: 'itemsInCategory',
              data: { category: stated.category ? words(stated.category) : '' },
            }
          : itemsTold(lost);
  const related = [...told.related, ...others];
  return {
    ...atStatement(document, entry, stated.number),
    variant: told.variant,
    data: { ...data, ...told.data },
    ...(related.length > 0 ? { related } : {}),
    ...suggestionsFor(document, told, [entry, ...same], actual, proven),
  };
}

/** Where only the number is wrong it can be changed; where a name has no items, the name goes with it. */
function suggestionsFor(
  document: ListDocument,
  told: Told,
  places: readonly Measured[],
  actual: number,
  proven: boolean,
): Pick<Finding, 'fix' | 'suggestions'> {
  const corrections = places.map(
    ({ stated }): Edit => ({ span: spanOf(stated.number), text: String(actual) }),
  );
  // A number in words is left to somebody who writes the new one in words.
  const inDigits = places.every(({ stated }) => /^[0-9]+$/.test(stated.number.value));
  if (told.plain && proven && inDigits) return { fix: corrections };
  if (told.plain) return { suggestions: [{ variant: 'correct', data: { actual }, edits: corrections }] };
  if (told.remove.length === 0) return {};
  const removals = told.remove.map((text) => removal(document, text));
  if (removals.some((edit) => edit === null)) return {};
  const edits = [...removals.flatMap((edit) => edit ?? []), ...corrections];
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
  // Two names at the end of the enumeration would both take the 、 between them.
  if (ordered.some((edit, i) => edit.span.start < (ordered[i - 1]?.span.end ?? 0))) return {};
  const data = { actual, names: quoted(told.remove.map(words)) };
  return { suggestions: [{ variant: 'removeAndCorrect', data, edits }] };
}

/** Takes a name out of an enumeration with the 、 behind or before it; null where neither stands there. */
function removal(document: ListDocument, text: Text): Edit | null {
  const { start, end } = spanOf(text);
  const source = document.source.text;
  if (source.charAt(end) === '、') return { span: { start, end: end + 1 }, text: '' };
  return source.charAt(start - 1) === '、' ? { span: { start: start - 1, end }, text: '' } : null;
}

interface Told {
  readonly variant: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly related: readonly RelatedPlace[];
  /** Whether the number is all there is to correct. */
  readonly plain: boolean;
  /** Enumerated names to take out with it. */
  readonly remove: readonly Text[];
}

const PLAIN = { related: [], plain: true, remove: [] } as const;
const UNSETTLED = { related: [], plain: false, remove: [] } as const;

function itemsTold(lost: Named | undefined): Told {
  if (!lost) return { ...PLAIN, variant: 'default', data: {} };
  const { entry, comparison } = lost;
  const related = [entry.stated.number, ...comparison.statedOnly].map(
    (text): RelatedPlace => ({ span: spanOf(text), list: entry.stated.list, item: null, column: null }),
  );
  const data = { names: quoted(comparison.statedOnly.map(words)) };
  return { ...UNSETTLED, variant: 'itemsLost', data, related };
}

function categoriesTold(entry: Measured, comparison: NameComparison | undefined): Told {
  const names = comparison?.statedOnly ?? [];
  const left = comparison?.listOnly ?? [];
  const related = [
    ...names.map(
      (text): RelatedPlace => ({ span: spanOf(text), list: entry.stated.list, item: null, column: null }),
    ),
    ...left.flatMap((name) => firstWith(entry.lists, name)),
  ];
  const variant =
    names.length > 0
      ? left.length > 0
        ? 'categoriesBoth'
        : 'categoriesStatedOnly'
      : left.length > 0
        ? 'categoriesListOnly'
        : 'categories';
  return {
    variant,
    data: { names: quoted(names.map(words)), left: quoted(left) },
    related,
    plain: variant === 'categories',
    remove: variant === 'categoriesStatedOnly' ? names : [],
  };
}

/** The first item of a category in some lists, as a related place. */
export function firstWith(lists: readonly DutyList[], category: string): readonly RelatedPlace[] {
  for (const list of lists) {
    const item = list.items.find((other) => categoryOf(other) === category);
    if (item?.category)
      return [
        { span: spanOf(item.category.text), list: list.kind, item: item.number.value, column: 'category' },
      ];
  }
  return [];
}

function departmentsTold(document: ListDocument, entry: Measured): Told {
  const { written, hidden, variants } = departmentsIn(document, entry.lists);
  if (hidden > 0) return { ...UNSETTLED, variant: 'departmentsAtLeast', data: {} };
  if (variants.size === 0) return { ...PLAIN, variant: 'departments', data: {} };
  const forms = [...variants.values()].map((names) => names.join('＝'));
  // Nobody can say which number is meant before the names are settled.
  return {
    ...UNSETTLED,
    variant: 'departmentsForms',
    data: { written: written.length, forms: quoted(forms) },
  };
}
