import type { PlainKind } from '../layouts/plain.ts';
import type { Random } from '../layouts/random.ts';
import type { Defect, Injected, Sample } from './defect.ts';
import { at, type ItemPlace, itemsOf, pickFrom, withItem, withList } from './places.ts';

const RULES = ['sequential-numbering'];

/** Some item with others before and behind it. */
function inside(sample: Sample, random: Random, from = 1): ItemPlace | null {
  return pickFrom(
    random,
    itemsOf(sample.plain).filter(({ list, index }) => {
      const { length } = sample.plain.lists[list]?.items ?? [];
      return index >= from && index < length - 2;
    }),
  );
}

/** All numbers from an item on are `by` too high. */
function shifted(sample: Sample, place: ItemPlace, by: number): Injected {
  const number = Number(place.item.number) + by;
  return {
    what: `${at(place)}: numbers go on with ${number}`,
    place: { lists: [place.kind], items: [number], columns: ['number'] },
    change: withList(sample.plain, place.list, (list) => ({
      ...list,
      items: list.items.map((item, i) =>
        i < place.index ? item : { ...item, number: String(Number(item.number) + by) },
      ),
    })),
  };
}

function oneNumber(
  sample: Sample,
  place: ItemPlace,
  number: string,
  items: readonly (number | null)[],
): Injected {
  const lists: readonly PlainKind[] = [place.kind];
  return {
    what: `${at(place)}: number “${number}”`,
    place: { lists, items, columns: ['number'] },
    change: withItem(sample.plain, place, { number }),
  };
}

/** Faults of the numbers of items. */
export const numberDefects: readonly Defect[] = [
  {
    id: 'number-gap',
    rules: RULES,
    inject(sample, random) {
      const place = inside(sample, random);
      return place && shifted(sample, place, random.int(1, 2));
    },
  },
  {
    id: 'number-repeat',
    rules: RULES,
    inject(sample, random) {
      const place = inside(sample, random);
      return place && shifted(sample, place, -1);
    },
  },
  {
    id: 'number-mistyped',
    rules: RULES,
    inject(sample, random) {
      const place = inside(sample, random, 12);
      const number = place?.item.number;
      if (!place || !number || number.length !== 2) return null;
      const swapped = [...number].reverse().join('');
      const other = swapped === number || swapped.startsWith('0') ? `${number}${number.slice(1)}` : swapped;
      return oneNumber(sample, place, other, [Number(other)]);
    },
  },
  {
    id: 'number-not-a-number',
    // Without cells a row whose number is none cannot be told from the row before.
    layouts: ({ family }) => family !== 'pdf',
    rules: RULES,
    inject(sample, random) {
      const place = inside(sample, random);
      if (!place) return null;
      const number = random.pick([
        place.item.number.replace(/.$/, 'O'),
        '—',
        `${place.item.number}l`,
        '新增',
      ]);
      return oneNumber(sample, place, number, [null]);
    },
  },
  {
    id: 'number-empty',
    layouts: ({ family }) => family !== 'pdf',
    rules: RULES,
    inject(sample, random) {
      const place = inside(sample, random);
      return place && oneNumber(sample, place, '', [null]);
    },
  },
  {
    id: 'numbers-swapped',
    rules: RULES,
    inject(sample, random) {
      const place = inside(sample, random);
      if (!place) return null;
      const number = Number(place.item.number);
      const first = withItem(sample.plain, place, { number: String(number + 1) });
      return {
        what: `${at(place)}: numbers ${number + 1}, ${number}`,
        place: { lists: [place.kind], items: [number, number + 1], columns: ['number'] },
        change: withItem(first, { list: place.list, index: place.index + 1 }, { number: String(number) }),
      };
    },
  },
];
