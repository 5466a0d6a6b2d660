import { parseDepartments } from '../../grammar/departments.ts';
import type { ListDocument, StatedCount } from '../../model/document.ts';
import type { Finding, RelatedPlace } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import { spanOf, type Text } from '../../model/text.ts';
import { type Check, notApplicable } from '../check.ts';
import { wordsOption, wordsSchema } from '../options.ts';
import { words } from '../places.ts';
import { categoriesIn, departmentsIn } from './counting.ts';
import { nameFindings } from './nameFindings.ts';
import { atStatement, type Named, numberFinding } from './numberFindings.ts';
import { isProven } from './provenCounts.ts';
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
      compare: wordsSchema(
        'Which stated counts are compared: items, categories with the names enumerated, departments, items of one category, and breakdowns that must add up (sum).',
        COUNTED,
      ),
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
    removeAndCorrect: ['names', 'actual'],
  },
  run(document, rule) {
    const compare = wordsOption(rule, 'compare', COUNTED);
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
      ...wrong.map(({ entry, related }) =>
        numberFinding(
          document,
          entry,
          related,
          comparisonOf(named, entry),
          lost.get(entry),
          isProven(document, { entry, related }, statements, breakdowns, comparisonOf(named, entry)),
        ),
      ),
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

function comparisonOf(named: readonly Named[], entry: Measured): NameComparison | undefined {
  return named.find((names) => names.entry === entry)?.comparison;
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
