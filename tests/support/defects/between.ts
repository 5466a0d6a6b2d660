import { spanOf } from '../../../src/model/text.ts';
import type { PlainItem } from '../layouts/plain.ts';
import type { Random } from '../layouts/random.ts';
import type { Defect, Sample } from './defect.ts';
import { at, type ItemPlace, inCell, itemsOf, pickFrom, pickMatch, splice, withItem } from './places.ts';

/** Small changes of wording that leave the matter as it is; each returns null where it does not fit. */
const REWORDINGS: readonly ((name: string) => string | null)[] = [
  (name) => (/[作设理务]$|审批$|处罚$/.test(name) ? null : `${name}工作`),
  (name) => (/^(?:开展|对|负责|做好|组织)/.test(name) ? null : `开展${name}`),
  (name) => replaced(name, '和', '及'),
  (name) => replaced(name, '、', '和'),
  (name) => replaced(name, '做好', '负责'),
  (name) => replaced(name, '开展', '组织开展'),
  (name) => replaced(name, '的', ''),
  (name) => replaced(name, '管理', '管理服务'),
];

function replaced(name: string, from: string, to: string): string | null {
  return name.includes(from) ? name.replace(from, to) : null;
}

function reworded(name: string, random: Random): string {
  for (const change of random.shuffle(REWORDINGS)) {
    const other = change(name);
    if (other) return other;
  }
  return name;
}

const longName = ({ item }: ItemPlace): boolean => item.name.length >= 9 && item.name.length <= 40;

/** An item takes the place of another, its number and category kept. */
function overwritten(
  sample: Sample,
  target: ItemPlace,
  source: ItemPlace,
  name: string,
  fields: Partial<PlainItem>,
) {
  return {
    what: `${at(target)} becomes ${at(source)}: ${source.item.name} / ${name}`,
    place: {
      lists: [target.kind, source.kind],
      items: [Number(target.item.number), Number(source.item.number)],
    },
    change: withItem(sample.plain, target, { ...fields, name }),
  };
}

const isWordOfTitle = /(?:基本|配合)履职|上级部门收回/;

/** Faults that only show when the parts of a document are held against each other. */
export const betweenDefects: readonly Defect[] = [
  {
    id: 'item-twice-in-list',
    rules: ['unique-item'],
    inject(sample, random) {
      const source = pickFrom(random, itemsOf(sample.plain).filter(longName));
      if (!source) return null;
      const target = pickFrom(
        random,
        itemsOf(sample.plain).filter(
          ({ list, index, item }) =>
            list === source.list && index !== source.index && item.category === source.item.category,
        ),
      );
      if (!target) return null;
      const { number: _, category: __, ...fields } = source.item;
      return overwritten(sample, target, source, reworded(source.item.name, random), fields);
    },
  },
  {
    id: 'item-twice-word-for-word',
    rules: ['unique-item'],
    inject(sample, random) {
      const source = pickFrom(random, itemsOf(sample.plain).filter(longName));
      const target =
        source &&
        pickFrom(
          random,
          itemsOf(sample.plain).filter(({ list, index }) => list === source.list && index !== source.index),
        );
      return target && overwritten(sample, target, source, source.item.name, {});
    },
  },
  {
    id: 'item-in-two-lists',
    rules: ['unique-item'],
    inject(sample, random) {
      const source = pickFrom(random, itemsOf(sample.plain, 'coordinating').filter(longName));
      const target =
        source &&
        pickFrom(
          random,
          itemsOf(sample.plain, 'basic').filter(({ item }) => item.category === source.item.category),
        );
      return target && overwritten(sample, target, source, reworded(source.item.name, random), {});
    },
  },
  {
    id: 'withdrawn-still-listed',
    rules: ['withdrawn-conflict'],
    inject(sample, random) {
      const source = pickFrom(random, itemsOf(sample.plain, 'withdrawn').filter(longName));
      const target =
        source && pickFrom(random, itemsOf(sample.plain, random.pick(['basic', 'coordinating'])));
      return target && overwritten(sample, target, source, reworded(source.item.name, random), {});
    },
  },
  {
    id: 'title-place-differs',
    rules: ['title-consistent'],
    inject(sample, random) {
      const place = pickFrom(
        random,
        sample.read.lists.flatMap((list) => {
          const match = /([一-龥])([一-龥])(?:镇|乡|街道)(?=基本|配合|上级)/.exec(list.title?.value ?? '');
          return list.title && match ? [{ list, title: list.title, match }] : [];
        }),
      );
      if (!place) return null;
      const at = place.match.index + 1;
      const wrong = random.pick(['坪', '岔', '塘']);
      return {
        what: `${place.title.value}: ${place.match[2]} → ${wrong}`,
        place: { lists: [place.list.kind, null], items: [null] },
        change: [{ span: spanOf(place.title, at, at + 1), text: wrong }],
      };
    },
  },
  {
    id: 'title-county-differs',
    rules: ['title-consistent'],
    inject(sample, random) {
      const place = pickFrom(
        random,
        sample.read.lists.flatMap((list) => {
          const match = /[一-龥](?=县)/.exec(list.title?.value ?? '');
          return list.title && match ? [{ list, title: list.title, match }] : [];
        }),
      );
      if (!place) return null;
      const wrong = random.pick(['坪', '岔', '塘']);
      return {
        what: `${place.title.value}: ${place.match[0]} → ${wrong}`,
        place: { lists: [place.list.kind, null], items: [null] },
        change: [{ span: spanOf(place.title, place.match.index, place.match.index + 1), text: wrong }],
      };
    },
  },
  {
    id: 'contents-title-differs',
    rules: ['contents-match'],
    inject(sample, random) {
      const entry = pickFrom(
        random,
        sample.read.contents.filter(({ title }) => isWordOfTitle.test(title.value)),
      );
      if (!entry) return null;
      const [from, to] = random.pick([
        ['事项清单', '清单'],
        ['事项清单', '事项青单'],
        ['履职', '履责'],
        ['收回', '回收'],
      ] as const);
      const start = entry.title.value.indexOf(from);
      if (start < 0) return null;
      return {
        what: `contents: ${entry.title.value}: ${from} → ${to}`,
        place: { lists: [entry.kind, null], items: [null] },
        change: [{ span: spanOf(entry.title, start, start + from.length), text: to }],
      };
    },
  },
  {
    id: 'contents-count-differs',
    rules: ['contents-match', 'stated-count'],
    inject(sample, random) {
      const entry = pickFrom(
        random,
        sample.read.contents.filter(({ title }) => /（共\d+项）/.test(title.value)),
      );
      const match = entry && /(?<=（共)\d+(?=项）)/.exec(entry.title.value);
      if (!entry || !match) return null;
      const other = String(Number(match[0]) + random.int(1, 4));
      return {
        what: `contents: ${entry.title.value}: ${match[0]} → ${other}`,
        place: { lists: [entry.kind, null], items: [null] },
        change: [{ span: spanOf(entry.title, match.index, match.index + match[0].length), text: other }],
      };
    },
  },
  {
    id: 'contents-page-descends',
    rules: ['contents-match'],
    inject(sample, random) {
      const entries = sample.read.contents.filter(({ page, kind }) => page !== null && kind !== null);
      const entry = pickFrom(random, entries.slice(1));
      if (!entry || entry.page === null) return null;
      // The page stands behind the title and its leader, or in the next cell.
      const { end } = spanOf(entry.title);
      const rest = /^[^\d\n]*?(\d+)/.exec(sample.text.slice(end));
      const [whole = '', digits = ''] = rest ?? [];
      if (Number(digits) !== entry.page) return null;
      const span = { start: end + whole.length - digits.length, end: end + whole.length };
      const page = Math.max(0, (entries[entries.indexOf(entry) - 1]?.page ?? 1) - 1) || 1;
      if (page >= (entries[entries.indexOf(entry) - 1]?.page ?? 0)) return null;
      return {
        what: `contents: ${entry.title.value} on page ${page}`,
        place: { lists: [entry.kind, null], items: [null] },
        change: [{ span, text: String(page) }],
      };
    },
  },
  {
    id: 'date-of-mixed-numerals',
    rules: ['date-plausible'],
    inject(sample) {
      const { date } = sample.read;
      const year = date && /\d{4}/.exec(date.value);
      if (!date || !year) return null;
      const digits = [...year[0]].map((digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('');
      return {
        what: `date ${date.value}: ${year[0]} → ${digits}`,
        place: { lists: [null], items: [null] },
        change: [{ span: spanOf(date, year.index, year.index + 4), text: digits }],
      };
    },
  },
  {
    id: 'date-impossible',
    rules: ['date-plausible'],
    inject(sample, random) {
      const { date } = sample.read;
      const month = date && /(\d{1,2})(?=\s*月)/.exec(date.value);
      const year = date && /\d{4}/.exec(date.value);
      if (!date || !month || !year) return null;
      const [match, text] = random.pick([
        [month, '13'],
        [month, '0'],
        [year, '2205'],
        [year, '202'],
      ] as const);
      const span = spanOf(date, match.index, match.index + match[0].length);
      return {
        what: `date ${date.value}: ${match[0]} → ${text}`,
        place: { lists: [null], items: [null] },
        change: [{ span, text }],
      };
    },
  },
  {
    id: 'date-impossible-in-duties',
    rules: ['date-plausible'],
    inject(sample, random) {
      const text = random.pick(['2月30日', '4月31日', '13月5日', '6月31日']);
      const dated = pickMatch(sample, random, /(?<!\d)\d{1,2}月\d{1,2}日/g);
      if (dated) {
        const { cell, match } = dated;
        const words = splice(cell.words, match.index, match[0].length, text);
        return inCell(sample, cell, words, `${match[0]} → ${text}`);
      }
      const found = pickMatch(sample, random, /(?<=；\n\d\.)(?=[一-龥])/g);
      if (!found) return null;
      const { cell, match } = found;
      return inCell(sample, cell, splice(cell.words, match.index, 0, `每年${text}前`), `每年${text}前`);
    },
  },
];
