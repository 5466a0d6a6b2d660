import type { StatedCount } from '../../../src/model/document.ts';
import { spanOf, type Text } from '../../../src/model/text.ts';
import type { Random } from '../layouts/random.ts';
import { mistyped } from './categories.ts';
import type { Defect, Injected, Layout, Sample, TextEdit } from './defect.ts';
import { pickFrom } from './places.ts';

const RULES = ['stated-count'];

function pickCount(
  sample: Sample,
  random: Random,
  fits: (count: StatedCount) => boolean,
): StatedCount | null {
  return pickFrom(random, sample.read.statedCounts.filter(fits));
}

function changed(count: StatedCount, edits: readonly TextEdit[], what: string): Injected {
  return {
    what: `${count.list} ${count.what}: ${what}`,
    place: { lists: [count.list], items: [null] },
    change: edits,
  };
}

/** The number of a statement becomes another one. */
function wrongNumber(count: StatedCount, random: Random): Injected {
  // A cell that ends in 等部门 leaves open how many there are beyond those it names.
  const above = count.what === 'departments' ? [] : [count.stated + 1, count.stated + 2];
  const near = [...above, count.stated - 1].filter((value) => value > 0);
  const value = random.pick(near);
  return changed(
    count,
    [{ span: spanOf(count.number), text: String(value) }],
    `“${count.phrase.value}” with ${value}`,
  );
}

/** A statement of one sort with another number. */
function numberDefect(
  id: string,
  fits: (count: StatedCount) => boolean,
  layouts?: Defect['layouts'],
): Defect {
  return {
    id,
    ...(layouts ? { layouts } : {}),
    rules: RULES,
    inject(sample, random) {
      const count = pickCount(sample, random, fits);
      return count && wrongNumber(count, random);
    },
  };
}

/** An enumeration of categories that is long enough to change a name of. */
const enumerates = ({ what, names }: StatedCount): boolean => what === 'categories' && names.length > 3;

/** A name of an enumeration, not the first or last, with the 、 in front of it. */
function middleName(random: Random, { names }: StatedCount): Text | null {
  return names.length < 4 ? null : random.pick(names.slice(1, -1));
}

const isTabular = ({ categories }: Layout): boolean => categories === 'headings';

/** Stated counts that are wrong, and enumerations that differ from the list. */
export const countDefects: readonly Defect[] = [
  numberDefect('stated-items-wrong', (each) => each.what === 'items' && each.in === 'text'),
  numberDefect('stated-items-in-title-wrong', (each) => each.what === 'items' && each.in === 'title'),
  numberDefect('stated-categories-wrong', (each) => each.what === 'categories'),
  numberDefect('stated-departments-wrong', (each) => each.what === 'departments'),
  numberDefect(
    'stated-items-in-category-wrong',
    (each) => each.what === 'itemsInCategory' && each.in === 'text',
  ),
  numberDefect(
    'heading-count-wrong',
    (each) => each.what === 'itemsInCategory' && each.in === 'heading',
    isTabular,
  ),
  {
    id: 'stated-name-of-nothing',
    rules: RULES,
    inject(sample, random) {
      const count = pickCount(sample, random, enumerates);
      const name = count && middleName(random, count);
      if (!count || !name) return null;
      const { start } = spanOf(name);
      const added = random.pick(['海洋经济', '对外合作', '数字产业']);
      return changed(count, [{ span: { start, end: start }, text: `${added}、` }], `${added} put in`);
    },
  },
  {
    id: 'stated-name-left-out',
    rules: RULES,
    inject(sample, random) {
      const count = pickCount(sample, random, enumerates);
      const name = count && middleName(random, count);
      if (!count || !name) return null;
      const next = count.names[count.names.indexOf(name) + 1];
      if (!next) return null;
      const span = { start: spanOf(name).start, end: spanOf(next).start };
      return changed(count, [{ span, text: '' }], `${name.value} left out`);
    },
  },
  {
    id: 'stated-name-mistyped',
    rules: RULES,
    inject(sample, random) {
      const count = pickCount(sample, random, enumerates);
      const name =
        count &&
        pickFrom(
          random,
          count.names.filter(({ value }) => mistyped(value)),
        );
      const wrong = name && mistyped(name.value);
      if (!count || !name || !wrong) return null;
      return changed(count, [{ span: spanOf(name), text: wrong }], `${name.value} → ${wrong}`);
    },
  },
  {
    id: 'heading-number-style',
    layouts: isTabular,
    rules: ['category-numbering'],
    inject(sample, random) {
      const place = pickFrom(
        random,
        sample.read.lists.flatMap((list) =>
          list.categoryHeadings.length > 3
            ? list.categoryHeadings.slice(1).flatMap((heading) => ({ list, heading }))
            : [],
        ),
      );
      const number = place && /^([一二三四五六七八九十]+)、/.exec(place.heading.whole.value);
      if (!place || !number) return null;
      const other = random.pick([`（${number[1]}）`, `${number[1]}.`]);
      return {
        what: `${place.list.kind}: ${place.heading.whole.value} with ${other}`,
        place: { lists: [place.list.kind] },
        change: [{ span: spanOf(place.heading.whole, 0, number[0].length), text: other }],
      };
    },
  },
  {
    id: 'heading-without-count',
    layouts: isTabular,
    rules: ['category-numbering'],
    inject(sample, random) {
      const place = pickFrom(
        random,
        sample.read.lists.flatMap((list) =>
          list.categoryHeadings.length > 3 ? list.categoryHeadings.map((heading) => ({ list, heading })) : [],
        ),
      );
      const count = place && /（\d+项）/.exec(place.heading.whole.value);
      if (!place || !count) return null;
      return {
        what: `${place.list.kind}: ${place.heading.whole.value} without its count`,
        place: { lists: [place.list.kind] },
        change: [{ span: spanOf(place.heading.whole, count.index, count.index + count[0].length), text: '' }],
      };
    },
  },
  {
    id: 'heading-number-gap',
    layouts: isTabular,
    rules: ['sequential-numbering', 'numbering-levels', 'category-numbering'],
    inject(sample, random) {
      const place = pickFrom(
        random,
        sample.read.lists.flatMap((list) =>
          list.categoryHeadings.flatMap((heading) =>
            /^四、/.test(heading.whole.value) ? [{ list, heading }] : [],
          ),
        ),
      );
      if (!place) return null;
      return {
        what: `${place.list.kind}: ${place.heading.whole.value} with 五、`,
        place: { lists: [place.list.kind] },
        change: [{ span: spanOf(place.heading.whole, 0, 1), text: '五' }],
      };
    },
  },
];
