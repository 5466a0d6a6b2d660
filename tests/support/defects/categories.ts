import { categoryRuns, type PlainItem } from '../layouts/plain.ts';
import type { Defect, Layout, Sample } from './defect.ts';
import { at, inItem, itemsOf, pickFrom, renumbered, withList } from './places.ts';

/** Characters that are taken for one another when typing, right one first. */
const SLIPS = [
  '设没',
  '治制',
  '振震',
  '务物',
  '障章',
  '态太',
  '急及',
  '综宗',
  '管官',
  '然燃',
  '场厂',
  '化华',
  '展屏',
  '卫位',
  '通同',
  '理里',
  '宗综',
  '乡多',
  '武式',
];

/** The word with one character taken for another, or null. */
export function mistyped(word: string): string | null {
  for (const [right = '', wrong = ''] of SLIPS) if (word.includes(right)) return word.replace(right, wrong);
  return null;
}

/** Where an item can bear a category of its own. */
const inColumn = (layout: Layout): boolean => layout.categories !== 'headings';

/** How many items before an item, and behind it, bear its category without a break. */
function neighbours(items: readonly PlainItem[], index: number): number {
  const category = items[index]?.category;
  return [index - 1, index + 1].filter((i) => items[i]?.category === category).length;
}

/** Items that stand amid others of their category. */
function amidOthers(sample: Sample) {
  return itemsOf(sample.plain).filter(
    ({ list, index }) => neighbours(sample.plain.lists[list]?.items ?? [], index) === 2,
  );
}

/** Faults of categories. */
export const categoryDefects: readonly Defect[] = [
  {
    id: 'category-mistyped',
    layouts: inColumn,
    rules: ['known-category'],
    inject(sample, random) {
      const place = pickFrom(
        random,
        amidOthers(sample).filter(({ item }) => mistyped(item.category)),
      );
      const category = place && mistyped(place.item.category);
      if (!place || !category) return null;
      return inItem(sample, place, { category }, ['category'], `${place.item.category} → ${category}`);
    },
  },
  {
    id: 'category-abbreviated',
    layouts: inColumn,
    rules: ['known-category'],
    inject(sample, random) {
      // A short form that is another county’s own word (应急管理) is no slip.
      const SHORT: Readonly<Record<string, string>> = {
        党的建设: '党建',
        经济发展: '经发',
        社会保障: '社保',
        城乡建设: '城建',
      };
      const used = new Set(sample.plain.lists.flatMap((list) => list.items.map((item) => item.category)));
      const place = pickFrom(
        random,
        amidOthers(sample).filter(({ item }) => {
          const short = SHORT[item.category];
          return short !== undefined && !used.has(short);
        }),
      );
      const category = place && SHORT[place.item.category];
      return place && category
        ? inItem(sample, place, { category }, ['category'], `${place.item.category} → ${category}`)
        : null;
    },
  },
  {
    id: 'category-heading-mistyped',
    layouts: ({ categories }) => categories === 'headings',
    rules: ['known-category', 'stated-count'],
    inject(sample, random) {
      const place = pickFrom(
        random,
        sample.plain.lists.flatMap((list, index) =>
          categoryRuns(list.items)
            .filter((run) => mistyped(run[0]?.category ?? ''))
            .map((run) => ({ list, index, run })),
        ),
      );
      const from = place?.run[0]?.category;
      const to = from && mistyped(from);
      if (!place || !to) return null;
      return {
        what: `${place.list.kind}, heading ${from} → ${to}`,
        place: { lists: [place.list.kind] },
        change: withList(sample.plain, place.index, (list) => ({
          ...list,
          items: list.items.map((item) => (place.run.includes(item) ? { ...item, category: to } : item)),
        })),
      };
    },
  },
  {
    id: 'category-moved',
    rules: ['category-grouping'],
    inject(sample, random) {
      const place = pickFrom(random, amidOthers(sample));
      if (!place) return null;
      const { items } = sample.plain.lists[place.list] ?? { items: [] };
      const left = items.filter((_, i) => i !== place.index);
      const target = pickFrom(
        random,
        left.flatMap((item, i) =>
          item.category !== place.item.category && left[i + 1]?.category === item.category ? [i + 1] : [],
        ),
      );
      if (target === null) return null;
      return {
        what: `${at(place)} (${place.item.category}) moved to ${target + 1}`,
        // Under headings the run that was cut in two begins again behind it.
        place: { lists: [place.kind], items: [target + 1, target + 2], columns: ['category'] },
        change: withList(sample.plain, place.list, (list) =>
          renumbered({ ...list, items: [...left.slice(0, target), place.item, ...left.slice(target)] }),
        ),
      };
    },
  },
  {
    id: 'category-order',
    rules: ['category-order'],
    inject(sample, random) {
      const { lists } = sample.plain;
      const orders = lists.map((list) => categoryRuns(list.items).map((run) => run[0]?.category ?? ''));
      // Only where the other lists tell which of two comes first can a reader know.
      const known = lists.flatMap((list, index) =>
        categoryRuns(list.items).flatMap((run, i, runs) => {
          const next = runs[i + 1];
          const [a = '', b = ''] = [run[0]?.category, next?.[0]?.category];
          const told = orders.filter(
            (order, other) =>
              other !== index &&
              order.includes(a) &&
              order.includes(b) &&
              order.indexOf(a) < order.indexOf(b),
          );
          return next && told.length === lists.length - 1 ? [{ list, index, i, a, b }] : [];
        }),
      );
      const place = pickFrom(random, known);
      if (!place) return null;
      const runs = [...categoryRuns(place.list.items)];
      const [first = [], second = []] = runs.slice(place.i, place.i + 2);
      runs.splice(place.i, 2, second, first);
      const before = runs.slice(0, place.i).flat().length;
      return {
        what: `${place.list.kind}: ${place.b} before ${place.a}`,
        place: {
          lists: [place.list.kind],
          items: [before + 1, before + second.length + 1],
          columns: ['category'],
        },
        change: withList(sample.plain, place.index, (list) => renumbered({ ...list, items: runs.flat() })),
      };
    },
  },
  {
    id: 'category-empty',
    layouts: ({ categories, family }) => categories === 'column' && family !== 'pdf',
    rules: ['row-shape'],
    inject(sample, random) {
      const place = pickFrom(random, amidOthers(sample));
      return place && inItem(sample, place, { category: '' }, ['category'], 'category empty');
    },
  },
];
