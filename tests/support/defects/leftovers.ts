import type { Random } from '../layouts/random.ts';
import type { Defect, Injected, Sample } from './defect.ts';
import { type CellPlace, cellsOf, inCell, inItem, itemsOf, pickFrom, pickMatch, splice } from './places.ts';

const DUTIES = ['superiorDuties', 'townshipDuties'] as const;

/** A stretch of a cell becomes another one. */
function replaced(
  sample: Sample,
  random: Random,
  pattern: RegExp,
  text: (match: RegExpExecArray) => string,
  fits?: (cell: CellPlace, match: RegExpExecArray) => boolean,
): Injected | null {
  const found = pickMatch(sample, random, pattern, undefined, fits);
  if (!found) return null;
  const { cell, match } = found;
  const instead = text(match);
  return inCell(
    sample,
    cell,
    splice(cell.words, match.index, match[0].length, instead),
    `“${match[0]}” → “${instead}”`,
  );
}

const titled = (sample: Sample): boolean => sample.read.lists.some(({ title }) => title !== null);
const REMARKS = ['（待定）', '（待县里核实）', 'XX', '××', '____', '【此处需修改】', '（暂缺）'];
const TRADITIONAL: readonly (readonly [string, string])[] = [
  ['组', '組'],
  ['发', '發'],
  ['业', '業'],
  ['员', '員'],
  ['审', '審'],
  ['对', '對'],
];

/** What copying, pasting and drafting leave behind. */
export const leftoverDefects: readonly Defect[] = [
  {
    id: 'unit-of-another',
    rules: ['own-unit'],
    inject(sample, random) {
      if (!titled(sample)) return null;
      const other = sample.unit === '街道' ? '本镇' : '本街道';
      return replaced(sample, random, /本(?:辖区|镇|街道)(?![域级])/g, () => other);
    },
  },
  {
    id: 'clause-twice',
    rules: ['repeated-clause'],
    inject(sample, random) {
      const cell = pickFrom(
        random,
        cellsOf(sample, DUTIES).filter(({ words }) => /^1\.[^\n]{12,}；\n2\.[^\n]+；\n3\./.test(words)),
      );
      const lines = cell?.words.split('\n') ?? [];
      const [first = ''] = lines;
      lines[1] = `2${first.slice(1)}`;
      return cell && inCell(sample, cell, lines.join('\n'), 'clause 2 is clause 1 again');
    },
  },
  {
    id: 'clause-of-the-superior',
    rules: ['repeated-clause-across'],
    inject(sample, random) {
      const own = /^1\.([^\n]{16,})[；。]/;
      const place = pickFrom(
        random,
        itemsOf(sample.plain, 'coordinating').filter(
          ({ item }) => own.test(item.superiorDuties ?? '') && /^1\.[^\n]+；/.test(item.townshipDuties ?? ''),
        ),
      );
      const clause = own.exec(place?.item.superiorDuties ?? '')?.[1];
      if (!place || !clause) return null;
      const townshipDuties = (place.item.townshipDuties ?? '').replace(/^1\.[^\n]+；/, () => `1.${clause}；`);
      return inItem(sample, place, { townshipDuties }, ['townshipDuties'], `1.${clause} copied`);
    },
  },
  {
    id: 'word-listed-twice',
    rules: ['enumeration'],
    inject: (sample, random) =>
      replaced(
        sample,
        random,
        /(?<=、)([一-龥]{2,4})、([一-龥]{2,4})(?=、)/g,
        ([words = '', first = '']) => `${words}、${first}`,
        (_, [, first = '', second = '']) => !/[局办委会和及与或等]/.test(first + second),
      ),
  },
  {
    id: 'ordinal-skipped',
    rules: ['enumeration'],
    inject: (sample, random) =>
      replaced(
        sample,
        random,
        /(?<=；\n\d\.)([一-龥]{4,12})，([一-龥]{4,12})(?=；)/g,
        ([, first = '', second = '']) => `一是${first}，二是${second}，四是通报进展`,
      ),
  },
  {
    id: 'draft-remark',
    rules: ['draft-remark'],
    inject: (sample, random) =>
      replaced(sample, random, /(?<=[一-龥])(?=[，；])/g, () => random.pick(REMARKS)),
  },
  {
    id: 'traditional-character',
    rules: ['traditional-characters'],
    inject(sample, random) {
      const [simple, traditional] = random.pick(TRADITIONAL);
      // A department that is written otherwise is another fault.
      return replaced(sample, random, new RegExp(`(?<=[，；：.][一-龥]?)${simple}`, 'g'), () => traditional);
    },
  },
  {
    id: 'group-heading-without-colon',
    rules: ['group-heading'],
    layouts: ({ family }) => family !== 'pdf',
    inject: (sample, random) => replaced(sample, random, /(?<=\n县[一-龥]+)：(?=\n)/g, () => ''),
  },
  {
    id: 'group-heading-empty',
    rules: ['group-heading'],
    inject: (sample, random) =>
      replaced(sample, random, /\n(县[一-龥]+：)(?=\n)/g, ([, heading = '']) => `\n${heading}\n${heading}`),
  },
  {
    id: 'number-in-name',
    rules: ['misplaced-punctuation'],
    // In PDF text it reads like the number of the row.
    layouts: ({ family }) => family !== 'pdf',
    inject(sample, random) {
      const place = pickFrom(random, itemsOf(sample.plain));
      const name = place && `${random.pick([`${place.item.number}.`, '一、', '（1）'])}${place.item.name}`;
      return place && name ? inItem(sample, place, { name }, ['name'], name) : null;
    },
  },
  {
    id: 'single-quotes-outside',
    rules: ['paired-marks'],
    inject: (sample, random) =>
      replaced(sample, random, /“([^“”‘’\n]{1,12})”/g, ([, words = '']) => `‘${words}’`),
  },
  {
    id: 'angle-brackets',
    rules: ['paired-marks'],
    inject: (sample, random) =>
      replaced(sample, random, /《([一-龥]{2,20})》/g, ([, words = '']) => `<${words}>`),
  },
  {
    id: 'mark-before-and',
    rules: ['misplaced-punctuation'],
    inject: (sample, random) =>
      replaced(
        sample,
        random,
        /(?<=、[一-龥]{2,6})(?:和(?=[一-龥]{4})|等(?=[一-龥]{4}))/g,
        ([word]) => `、${word}`,
        (_, { 0: word, index, input }) =>
          !/^(?:和[谐平睦解美]|等[级候待额效次])/.test(input.slice(index, index + 2)) && word !== '',
      ),
  },
  {
    id: 'clause-number-with-space',
    rules: ['clause-numbering'],
    inject: (sample, random) =>
      replaced(
        sample,
        random,
        /(?<=；\n\d)\.(?=[一-龥][^\n]*；\n)/g,
        () => ' .',
        ({ column }) => column !== 'handover',
      ),
  },
];
