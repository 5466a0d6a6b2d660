import type { Random } from '../layouts/random.ts';
import type { Defect, Sample } from './defect.ts';
import { inCell, pickMatch, splice, type WordColumn } from './places.ts';

const DUTIES: readonly WordColumn[] = ['superiorDuties', 'townshipDuties', 'handover'];
/** Between two Chinese characters, where nothing belongs. */
const BETWEEN = /(?<=[一-龥])(?=[一-龥])/g;

/** A stretch that a pattern finds becomes another one. */
function replacing(
  id: string,
  rules: readonly string[],
  pattern: RegExp,
  text: (match: RegExpExecArray, random: Random) => string,
  more: { readonly columns?: readonly WordColumn[]; readonly layouts?: Defect['layouts'] } = {},
): Defect {
  return {
    id,
    rules,
    ...(more.layouts ? { layouts: more.layouts } : {}),
    inject(sample: Sample, random: Random) {
      const found = pickMatch(sample, random, pattern, more.columns);
      if (!found) return null;
      const { cell, match } = found;
      const instead = text(match, random);
      const around = cell.words.slice(Math.max(0, match.index - 4), match.index + match[0].length + 4);
      const words = splice(cell.words, match.index, match[0].length, instead);
      return inCell(sample, cell, words, `“${match[0]}” → “${instead}” in …${around}…`);
    },
  };
}

/** Faults of punctuation, spaces and leftovers. */
export const typographyDefects: readonly Defect[] = [
  replacing('halfwidth-semicolon', ['fullwidth-punctuation'], /；/g, () => ';'),
  replacing('halfwidth-comma', ['fullwidth-punctuation'], /(?<=[一-龥])，(?=[一-龥])/g, () => ','),
  replacing('halfwidth-colon', ['fullwidth-punctuation'], /(?<=[一-龥])：/g, () => ':'),
  replacing('halfwidth-stop', ['fullwidth-punctuation'], /(?<=[一-龥])。/g, () => '.'),
  replacing(
    'halfwidth-brackets',
    ['fullwidth-punctuation'],
    /（([一-龥]{1,8})）/g,
    (match) => `(${match[1] ?? ''})`,
  ),
  replacing('halfwidth-bracket-one', ['fullwidth-punctuation', 'paired-marks'], /（(?=[一-龥])/g, () => '('),
  replacing(
    'straight-quotes',
    ['fullwidth-punctuation', 'paired-marks'],
    /“([^”\n]{1,12})”/g,
    (match) => `"${match[1] ?? ''}"`,
  ),
  replacing('stray-space', ['stray-space'], BETWEEN, (_, random) => random.pick([' ', '  ', '　'])),
  replacing('stray-space-before-mark', ['stray-space'], /(?<=[一-龥])(?=[，、])/g, () => ' '),
  replacing('quote-not-closed', ['paired-marks'], /”/g, () => ''),
  replacing('quote-not-opened', ['paired-marks'], /“/g, () => ''),
  replacing('quote-wrong-way', ['paired-marks'], /“([^“”\n]{1,12})”/g, (match, random) =>
    random.pick([`”${match[1] ?? ''}”`, `“${match[1] ?? ''}“`, `”${match[1] ?? ''}“`]),
  ),
  replacing('bracket-not-closed', ['paired-marks'], /(?<=[一-龥])）/g, () => ''),
  replacing('bracket-not-opened', ['paired-marks'], /（(?=[一-龥])/g, () => ''),
  replacing('title-mark-not-closed', ['paired-marks'], /》/g, () => ''),
  replacing(
    'mark-twice',
    ['repeated-punctuation', 'clause-ending'],
    /[，、；。](?!\n\d)/g,
    (match) => match[0] + match[0],
  ),
  replacing(
    'mark-after-mark',
    ['repeated-punctuation', 'misplaced-punctuation', 'clause-ending'],
    /(?<=[一-龥])[，；。]/g,
    (match, random) =>
      random.pick([`，${match[0]}`, `、${match[0]}`, `。${match[0] === '。' ? '，' : match[0]}`]),
  ),
  replacing('garbage', ['garbage-text'], BETWEEN, (_, random) =>
    random.pick(['\uFFFD', '锟斤拷', '\uE5E5', '□□', '烫烫烫', 'â€œ', '””””””””']),
  ),
  replacing(
    'question-marks',
    ['garbage-text', 'repeated-punctuation', 'clause-ending'],
    /[一-龥]{2}(?=[，；])/g,
    () => '????',
  ),
  replacing('leftover-markup', ['leftover-markup'], BETWEEN, (_, random) =>
    random.pick(['<br>', '&nbsp;', '**', '</p>', '<span>', '\\n']),
  ),
  replacing('zero-width', ['garbage-text', 'stray-space'], BETWEEN, (_, random) =>
    random.pick(['\u200B', '\uFEFF', '\u00AD']),
  ),
  replacing(
    'fullwidth-digit',
    ['halfwidth-characters'],
    /(?<=[一-龥])\d+(?=[个日年月次人])/g,
    (match) => [...match[0]].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
    { columns: DUTIES },
  ),
  replacing(
    'mark-in-front',
    ['misplaced-punctuation', 'repeated-punctuation'],
    /(?<=；\n\d\.)(?=[一-龥])/g,
    () => '，',
    {
      columns: DUTIES,
    },
  ),
  replacing(
    'spaces-at-line-end',
    ['trailing-space'],
    /[；。](?=\n)/g,
    (match) => `${match[0]}${' '.repeat(12)}`,
    {
      columns: DUTIES,
      layouts: ({ family }) => family === 'pdf',
    },
  ),
  replacing(
    'range-hyphen',
    ['range-mark'],
    /(?<![\d—～第百分.])[2-9](?=[个日年月次人](?!部门))/g,
    (match, random) => `${match[0]}${random.pick(['-', '~'])}${Number(match[0]) + 3}`,
  ),
];
