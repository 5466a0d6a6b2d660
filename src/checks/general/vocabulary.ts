import type { DutyItem } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Span } from '../../model/place.ts';
import type { Rule } from '../../model/rule.ts';
import { spanOf } from '../../model/text.ts';
import { categoriesOf, categoryOf, categorySpan } from '../categories/categoryRuns.ts';
import { categorySlips } from '../categories/slips.ts';
import { type Check, notApplicable } from '../check.ts';
import { isOneSlip } from '../oneSlip.ts';
import { atItem, listsOf, type PlacedList, quoted, relatedItem } from '../places.ts';
import { outsideWords } from './columnVocabulary.ts';

/**
 * Categories bear known names; or, with `words`, the cells of a column hold one of these and nothing else. Where the format's vocabulary is closed, every other name is reported; where it is
 * open, only a name that is a slip of a known or far more frequent one. One finding for a name in a list.
 */
export const vocabulary: Check = {
  kind: 'vocabulary',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      words: {
        description:
          'What the cells of on.column may hold; white space does not count. Empty: the categories of the county format, in any column of categories.',
        type: 'array',
        uniqueItems: true,
        items: { type: 'string', minLength: 1 },
        default: [],
      },
    },
  },
  variants: {
    default: ['category', 'near'],
    unknown: ['category', 'known'],
    shifted: ['category', 'items'],
    replace: ['near'],
  },
  messages: { replace: { zh: '改为“{near}”', en: 'change to “{near}”' } },
  scope: ['lists', 'column', 'categories'],
  faults: ({ on, options }) => {
    const own = wordsOf(options).length > 0;
    if (own ? on.column : (on.column ?? 'category') === 'category' && !on.categories) return [];
    const message = own
      ? { zh: '要写明看哪一栏：on: { column: … }', en: 'say which column is meant: on: { column: … }' }
      : {
          zh: '别的栏，或只看某些类别时，要用 words 写明可用的值',
          en: 'for other columns, or for some categories only, give the allowed values in words',
        };
    return [{ path: ['on'], message }];
  },
  run(document, rule) {
    const own = wordsOf(rule.options);
    if (own.length > 0 && rule.on.column) return outsideWords(document, rule, rule.on.column, own);
    const placed = listsOf(document, rule).filter(({ list }) => list.items.some((item) => item.category));
    if (placed.length === 0) return notApplicable('文中没有事项类别', 'the document names no categories');
    const { names, closed } = document.format.categories;
    const slips = categorySlips(document);
    const unknown = (name: string) => closed && !names.includes(name) && !slips.has(name);
    return placed.flatMap((entry) => {
      const shifted = shiftedItems(entry, unknown);
      const told = new Set(shifted.flat());
      return [
        ...shifted.flatMap((items) => shiftedFinding(entry, items)),
        ...categoriesOf(entry.list).flatMap(({ name, items }) => {
          const near = slips.get(name) ?? null;
          const untold = items.filter((item) => !told.has(item));
          return near !== null || unknown(name) ? findingFor(entry, name, near, untold, names) : [];
        }),
      ];
    });
  },
};

function wordsOf({ words }: Rule['options']): readonly string[] {
  return Array.isArray(words) ? words.map(String) : [];
}

/** So many different unknown names after each other are no names: other words stand in the column of categories. */
const NAMES_OF_ONE_FAULT = 3;

function shiftedItems(
  { list }: PlacedList,
  unknown: (name: string) => boolean,
): readonly (readonly DutyItem[])[] {
  const stretches: DutyItem[][] = [];
  let open: DutyItem[] | null = null;
  for (const item of list.items) {
    const name = categoryOf(item);
    if (name === '' || !unknown(name)) {
      open = null;
      continue;
    }
    if (open) open.push(item);
    else {
      open = [item];
      stretches.push(open);
    }
  }
  return stretches.filter((items) => new Set(items.map(categoryOf)).size >= NAMES_OF_ONE_FAULT);
}

function shiftedFinding(placed: PlacedList, items: readonly DutyItem[]): readonly Finding[] {
  const [first] = items;
  if (!first) return [];
  return [
    {
      ...atItem(placed, first, 'category', categorySpan(first)),
      variant: 'shifted',
      data: { category: categoryOf(first), items: items.length },
    },
  ];
}

/** At the first use of the name in the list, the others as related places. */
function findingFor(
  placed: PlacedList,
  category: string,
  near: string | null,
  items: readonly DutyItem[],
  known: readonly string[],
): readonly Finding[] {
  const places = new Map<number, { readonly item: DutyItem; readonly span: Span }>();
  for (const item of items) {
    if (!item.category) continue;
    const span = spanOf(item.category.text);
    // Items below one heading or one merged cell share the words.
    if (!places.has(span.start)) places.set(span.start, { item, span });
  }
  const [first, ...others] = places.values();
  if (!first) return [];
  return [
    {
      ...atItem(placed, first.item, 'category', first.span),
      variant: near === null ? 'unknown' : 'default',
      data: { category, near: near ?? '', known: quoted(known) },
      ...(others.length > 0
        ? { related: others.map(({ item, span }) => relatedItem(placed, item, 'category', span)) }
        : {}),
      ...(near === null ? {} : mending(placed, category, near, places)),
    },
  ];
}

/** The name that is meant, put in place; safe where the name is one slip away from that of the rows above and below it. */
function mending(
  { list }: PlacedList,
  category: string,
  near: string,
  places: ReadonlyMap<number, { readonly item: DutyItem; readonly span: Span }>,
): Pick<Finding, 'fix' | 'suggestions'> {
  const edits = [...places.values()].map(({ span }) => ({ span, text: near }));
  const isNear = (item: DutyItem | undefined): boolean => item !== undefined && categoryOf(item) === near;
  const proven =
    isOneSlip(category, near) &&
    [...places.values()].every(
      ({ item }) =>
        item.category?.from === 'cell' &&
        isNear(list.items[item.index - 1]) &&
        isNear(list.items[item.index + 1]),
    );
  return proven ? { fix: edits } : { suggestions: [{ variant: 'replace', data: { near }, edits }] };
}
