import { parseDepartments } from '../grammar/departments.ts';
import type { DutyList, ListDocument, StatedCount } from '../model/document.ts';
import type { Finding, RelatedPlace } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import { spanOf, type Text } from '../model/text.ts';
import { categoryOf } from './categoryRuns.ts';
import { type Check, notApplicable } from './check.ts';
import { categoriesIn, departmentsIn } from './counting.ts';
import { wordsOption } from './options.ts';
import { listName, quoted, words } from './places.ts';
import { categoriesOfParts, compareNames, type NameComparison } from './statedNames.ts';
import {
  type Breakdown,
  breakdownsOf,
  isWrong,
  type Measured,
  measure,
  onceEach,
  withoutExplained,
} from './statements.ts';

const COUNTED = ['items', 'categories', 'departments', 'itemsInCategory', 'sum'] as const;

/** The counts and names that the document states about itself agree with what its lists hold. */
export const count: Check = {
  kind: 'count',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      compare: {
        description:
          'Which stated counts are compared: items, categories with the names enumerated, departments, items of one category, and breakdowns that must add up (sum).',
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: { enum: COUNTED },
        default: COUNTED,
      },
    },
  },
  variants: {
    default: ['list', 'stated', 'actual'],
    itemsLost: ['list', 'stated', 'actual', 'names'],
    categories: ['list', 'stated', 'actual'],
    categoriesStatedOnly: ['list', 'stated', 'actual', 'names'],
    categoriesListOnly: ['list', 'stated', 'actual', 'left'],
    categoriesBoth: ['list', 'stated', 'actual', 'names', 'left'],
    itemsInCategory: ['list', 'category', 'stated', 'actual'],
    departments: ['list', 'stated', 'actual'],
    departmentsForms: ['list', 'stated', 'actual', 'written', 'forms'],
    departmentsAtLeast: ['list', 'stated', 'actual'],
    sum: ['total', 'sum'],
    nameRenamed: ['list', 'found', 'expected'],
    nameNotInList: ['list', 'found'],
    nameNotStated: ['list', 'left'],
    nameOther: ['list', 'found', 'expected'],
    nameRepeated: ['found'],
    replace: ['expected'],
    correct: ['actual'],
  },
  run(document, rule) {
    const compare = wordsOption(rule, 'compare', COUNTED, COUNTED);
    const statements = document.statedCounts
      .map((stated, index) => measure(document, stated, index))
      .filter(({ stated }) => compare.has(stated.what) && inScope(rule, stated));
    if (statements.length === 0)
      return notApplicable(
        '文中没有写明事项、类别或部门的数目',
        'the document states no counts of items, categories or departments',
      );
    const breakdowns = compare.has('sum') ? breakdownsOf(document, statements) : [];
    if (statements.every(({ actual }) => actual === null) && breakdowns.length === 0)
      return notApplicable(
        '写明数目的清单不在本文件中',
        'the lists whose counts are stated are not in this file',
      );
    const named = statements.flatMap((entry) => namesOf(document, entry, breakdowns));
    const all = onceEach(withoutExplained(statements.filter((entry) => isWrong(document, entry))));
    const lost = lostCategories(all, named);
    const wrong = all.filter(({ entry }) => ![...lost.values()].some((names) => names.entry === entry));
    return [
      ...wrong.map(({ entry, related }) => numberFinding(document, entry, related, named, lost.get(entry))),
      ...named.flatMap((names) =>
        nameFindings(
          document,
          names,
          all.some(({ entry }) => entry === names.entry),
        ),
      ),
      ...breakdowns.flatMap((breakdown) => sumFindings(document, breakdown, wrong, named)),
    ];
  },
};

interface Named {
  readonly entry: Measured;
  readonly comparison: NameComparison;
}

function inScope(rule: Rule, stated: StatedCount): boolean {
  const kinds = rule.on.lists;
  return kinds === undefined || (stated.list !== null && kinds.includes(stated.list));
}

/** The names of a statement or breakdown beside the list's own; none where it enumerates none or they cannot be compared. */
function namesOf(
  document: ListDocument,
  entry: Measured,
  breakdowns: readonly Breakdown[],
): readonly Named[] {
  const { stated, lists } = entry;
  if (lists.length === 0) return [];
  const parts = breakdowns.find(({ total }) => total === entry)?.parts.map((part) => part.stated) ?? [];
  const categories = categoriesIn(document, lists);
  const enumerated =
    stated.what === 'categories'
      ? stated.names
      : categoriesOfParts(parts.filter((part) => part.in === 'text'));
  if (enumerated.length > 0 && categories.length > 0 && stated.what !== 'departments')
    return [{ entry, comparison: compareNames(enumerated, categories, expectedNames(entry, parts)) }];
  if (stated.what === 'departments' && stated.names.length > 0) {
    const { canonical } = departmentsIn(document, lists);
    if (canonical.size === 0) return [];
    const key = (text: Text) => canonicalName(document, text);
    return [{ entry, comparison: compareNames(stated.names, [...canonical], stated.stated, key) }];
  }
  const alone = stated.what === 'itemsInCategory' && stated.partOf === null && stated.in === 'text';
  return alone && stated.category && categories.length > 0
    ? [{ entry, comparison: compareNames([stated.category], categories, null) }]
    : [];
}

/** How many names a complete enumeration has: the stated number, or all parts of a breakdown that add up to it. */
function expectedNames({ stated }: Measured, parts: readonly StatedCount[]): number | null {
  if (stated.what === 'categories') return stated.stated;
  const sum = parts.reduce((total, part) => total + part.stated, 0);
  return sum === stated.stated ? parts.length : null;
}

function canonicalName(document: ListDocument, text: Text): string {
  const read = parseDepartments(text.value, document.format.departments, document.format.countyNames);
  return read.names[0]?.canonical ?? words(text);
}

/**
 * Categories whose only items were lost: too few items and a category without any are one fault, told at the number of
 * items. From the statement of items to that of categories.
 */
function lostCategories(
  wrong: readonly { readonly entry: Measured }[],
  named: readonly Named[],
): ReadonlyMap<Measured, Named> {
  const lost = new Map<Measured, Named>();
  for (const { entry } of wrong) {
    const { stated, actual } = entry;
    const names = named.find((other) => {
      const { what, list, part } = other.entry.stated;
      return what === 'categories' && list === stated.list && part === stated.part;
    });
    if (
      stated.what !== 'items' ||
      actual === null ||
      !names ||
      !wrong.some((one) => one.entry === names.entry)
    )
      continue;
    const gone = names.comparison.statedOnly.length;
    const other = names.comparison.listOnly.length + names.comparison.renamed.length;
    const difference = names.entry.stated.stated - (names.entry.actual ?? 0);
    if (other === 0 && gone > 0 && gone === difference && gone <= stated.stated - actual)
      lost.set(entry, names);
  }
  return lost;
}

/** Where a statement stands: in the preamble, or in the title or a heading of its list. */
function atStatement(
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

function listNames(document: ListDocument, { lists }: Measured): string {
  return [...new Set(lists.map((list) => listName(document, list.kind)))].join('、');
}

function numberFinding(
  document: ListDocument,
  entry: Measured,
  same: readonly Measured[],
  named: readonly Named[],
  lost: Named | undefined,
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
      ? categoriesTold(entry, named.find((names) => names.entry === entry)?.comparison)
      : stated.what === 'departments'
        ? departmentsTold(document, entry)
        : stated.what === 'itemsInCategory'
          ? {
              variant: 'itemsInCategory',
              data: { category: stated.category ? words(stated.category) : '' },
              related: [],
            }
          : itemsTold(lost);
  const related = [...told.related, ...others];
  return {
    ...atStatement(document, entry, stated.number),
    variant: told.variant,
    data: { ...data, ...told.data },
    ...(related.length > 0 ? { related } : {}),
    ...(told.variant === 'departmentsAtLeast' ? {} : { suggestions: [correction(stated.number, actual)] }),
  };
}

function correction(number: Text, actual: number): NonNullable<Finding['suggestions']>[number] {
  return { variant: 'correct', data: { actual }, edits: [{ span: spanOf(number), text: String(actual) }] };
}

interface Told {
  readonly variant: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly related: readonly RelatedPlace[];
}

function itemsTold(lost: Named | undefined): Told {
  if (!lost) return { variant: 'default', data: {}, related: [] };
  const { entry, comparison } = lost;
  const related = [entry.stated.number, ...comparison.statedOnly].map(
    (text): RelatedPlace => ({ span: spanOf(text), list: entry.stated.list, item: null, column: null }),
  );
  return { variant: 'itemsLost', data: { names: quoted(comparison.statedOnly.map(words)) }, related };
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
  return { variant, data: { names: quoted(names.map(words)), left: quoted(left) }, related };
}

function firstWith(lists: readonly DutyList[], category: string): readonly RelatedPlace[] {
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
  if (hidden > 0) return { variant: 'departmentsAtLeast', data: {}, related: [] };
  if (variants.size === 0) return { variant: 'departments', data: {}, related: [] };
  const forms = [...variants.values()].map((names) => names.join('＝'));
  return {
    variant: 'departmentsForms',
    data: { written: written.length, forms: quoted(forms) },
    related: [],
  };
}

/** Names that differ. Where the number is wrong too, its finding already tells which names are missing on either side. */
function nameFindings(
  document: ListDocument,
  { entry, comparison }: Named,
  numberIsWrong: boolean,
): readonly Finding[] {
  const list = listNames(document, entry);
  const at = (text: Text) => atStatement(document, entry, text);
  const findings: Finding[] = comparison.renamed.map(({ text, actual }) => ({
    ...at(text),
    variant: 'nameRenamed',
    data: { list, found: words(text), expected: actual },
    related: firstWith(entry.lists, actual),
    suggestions: [
      { variant: 'replace', data: { expected: actual }, edits: [{ span: spanOf(text), text: actual }] },
    ],
  }));
  for (const text of comparison.repeated)
    findings.push({ ...at(text), variant: 'nameRepeated', data: { found: words(text) } });
  if (numberIsWrong && entry.stated.what === 'categories') return findings;
  const { statedOnly, listOnly } = comparison;
  const [only] = statedOnly;
  const [left] = listOnly;
  if (only && left !== undefined && statedOnly.length === 1 && listOnly.length === 1) {
    findings.push({
      ...at(only),
      variant: 'nameOther',
      data: { list, found: words(only), expected: left },
      related: firstWith(entry.lists, left),
    });
    return findings;
  }
  for (const text of statedOnly)
    findings.push({ ...at(text), variant: 'nameNotInList', data: { list, found: words(text) } });
  if (listOnly.length > 0)
    findings.push({
      ...at(entry.stated.number),
      variant: 'nameNotStated',
      data: { list, left: quoted(listOnly) },
      related: listOnly.flatMap((name) => firstWith(entry.lists, name)),
    });
  return findings;
}

/** A breakdown that does not add up, where no wrong part, wrong total or missing name already says so. */
function sumFindings(
  document: ListDocument,
  { total, parts }: Breakdown,
  wrong: readonly { readonly entry: Measured; readonly related: readonly Measured[] }[],
  named: readonly Named[],
): readonly Finding[] {
  const sum = parts.reduce((result, { stated }) => result + stated.stated, 0);
  if (sum === total.stated.stated) return [];
  const told = wrong.some(({ entry, related }) =>
    [entry, ...related].some((other) => other === total || parts.includes(other)),
  );
  const names = named.find(({ entry }) => entry === total)?.comparison;
  if (told || (names && names.statedOnly.length + names.listOnly.length + names.repeated.length > 0))
    return [];
  return [
    {
      ...atStatement(document, total, total.stated.number),
      variant: 'sum',
      data: { total: total.stated.stated, sum },
      related: parts.map(
        ({ stated }): RelatedPlace => ({
          span: spanOf(stated.number),
          list: stated.list,
          item: null,
          column: null,
        }),
      ),
    },
  ];
}
