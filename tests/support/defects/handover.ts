import type { Random } from '../layouts/random.ts';
import type { Defect, Injected, Layout, Sample } from './defect.ts';
import { type ItemPlace, inItem, itemsOf, pickFrom } from './places.ts';

/** A handover of one department and its manner, as plain data writes it. */
interface Handed extends ItemPlace {
  readonly words: string;
  readonly label: string;
  /** The department as the first line writes it, without label. */
  readonly department: string;
  readonly manner: string;
}

function handed(sample: Sample): readonly Handed[] {
  return itemsOf(sample.plain, 'withdrawn').flatMap((place) => {
    const words = place.item.handover ?? '';
    const match = /^(?:承接部门：)?([一-龥（）]+)\n(承接方式|工作方式)：(.+)$/.exec(words);
    if (!match) return [];
    const [, department = '', label = '', manner = ''] = match;
    return [{ ...place, words, label, department, manner }];
  });
}

function pickHanded(
  sample: Sample,
  random: Random,
  fits: (item: Handed) => boolean = () => true,
): Handed | null {
  return pickFrom(random, handed(sample).filter(fits));
}

function inHandover(sample: Sample, item: Handed, words: string, what: string): Injected {
  return inItem(sample, item, { handover: words }, ['handover', null], what);
}

/** Where department and manner stand in one cell. */
const inOneCell = (layout: Layout): boolean => !layout.splitHandover;

/** Faults of what becomes of withdrawn items. */
export const handoverDefects: readonly Defect[] = [
  {
    id: 'handover-to-the-township',
    rules: ['handover-department'],
    inject(sample, random) {
      const item = pickHanded(sample, random, ({ manner }) => /^由县[一-龥]+?[局会]/.test(manner));
      if (!item) return null;
      const own = random.pick([`由${sample.unit}`, `由本${sample.unit}`]);
      const manner = item.manner.replace(/^由县[一-龥]+?[局会]/, own);
      return inHandover(sample, item, item.words.replace(item.manner, manner), own);
    },
  },
  {
    id: 'handover-label-other',
    layouts: inOneCell,
    rules: ['handover-shape'],
    inject(sample, random) {
      const item = pickHanded(sample, random);
      if (!item) return null;
      const other = item.label === '承接方式' ? '工作方式' : '承接方式';
      return inHandover(sample, item, item.words.replace(item.label, other), `${item.label} → ${other}`);
    },
  },
  {
    id: 'handover-label-missing',
    layouts: inOneCell,
    rules: ['handover-shape'],
    inject(sample, random) {
      const item = pickHanded(sample, random);
      return (
        item && inHandover(sample, item, item.words.replace(`${item.label}：`, ''), `no ${item.label}：`)
      );
    },
  },
  {
    id: 'handover-manner-missing',
    layouts: inOneCell,
    rules: ['handover-shape'],
    inject(sample, random) {
      const item = pickHanded(sample, random);
      return item && inHandover(sample, item, item.words.split('\n')[0] ?? '', 'no manner');
    },
  },
  {
    id: 'handover-manner-empty',
    layouts: inOneCell,
    rules: ['handover-shape'],
    inject(sample, random) {
      const item = pickHanded(sample, random);
      return item && inHandover(sample, item, item.words.replace(item.manner, ''), 'a label and no manner');
    },
  },
  {
    id: 'handover-department-missing',
    layouts: inOneCell,
    rules: ['handover-shape'],
    inject(sample, random) {
      const item = pickHanded(sample, random);
      return item && inHandover(sample, item, item.words.split('\n')[1] ?? '', 'no department');
    },
  },
  {
    id: 'handover-by-another',
    rules: ['handover-department'],
    inject(sample, random) {
      const all = handed(sample);
      const item = pickFrom(
        random,
        all.filter(
          ({ department, manner }) => /^由[一-龥]/.test(manner) && byOf(manner, department) !== null,
        ),
      );
      const by = item && byOf(item.manner, item.department);
      if (!item || !by) return null;
      const other = pickFrom(
        random,
        all
          .flatMap(({ manner, department }) => byOf(manner, department) ?? [])
          .filter((name) => name !== by && !name.includes(by) && !by.includes(name)),
      );
      if (!other) return null;
      return inHandover(sample, item, item.words.replace(`由${by}`, `由${other}`), `由${by} → 由${other}`);
    },
  },
  {
    id: 'handover-vague',
    rules: ['handover-shape', 'department-vague', 'handover-department'],
    inject(sample, random) {
      const item = pickHanded(sample, random);
      if (!item) return null;
      const nobody = random.pick(['相关部门', '有关部门']);
      const words = item.words.replaceAll(item.department, nobody);
      const by = byOf(item.manner, item.department);
      return inHandover(
        sample,
        item,
        by ? words.replace(`由${by}`, `由${nobody}`) : words,
        `${item.department} → ${nobody}`,
      );
    },
  },
];

/** The department behind 由 when it is the one that takes over, written alike or without the county's name. */
function byOf(manner: string, department: string): string | null {
  const short = department.replace(/^[一-龥]{2,3}(?=县)/, '');
  for (const name of [department, short]) if (manner.startsWith(`由${name}`)) return name;
  return null;
}
