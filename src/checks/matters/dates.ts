import { parseNumeral } from '../../grammar/numerals.ts';
import type { ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Span } from '../../model/place.ts';
import { spanOf, squeeze, type Text } from '../../model/text.ts';
import { type Check, notApplicable } from '../check.ts';
import { numberOption } from '../options.ts';
import { atDocument } from '../places.ts';
import { atUnit, textUnits } from '../texts/texts.ts';

const FIRST_YEAR = 2024;
const LAST_YEAR = 2030;

/** Dates and months exist, the one on the cover lies in the years of these lists, and the document bears one date only. */
export const dates: Check = {
  kind: 'dates',
  scope: [],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      first: {
        description: 'The first year that the date of a document may have.',
        type: 'integer',
        minimum: 1900,
        maximum: 2999,
        default: FIRST_YEAR,
      },
      last: {
        description: 'The last year that the date of a document may have.',
        type: 'integer',
        minimum: 1900,
        maximum: 2999,
        default: LAST_YEAR,
      },
    },
  },
  variants: {
    default: ['found', 'first', 'last'],
    month: ['found'],
    day: ['found'],
    differing: ['found', 'expected'],
    mixed: ['found'],
  },
  run(document, rule) {
    const stated = statedDates(document);
    const wrong = [...impossibleDates(document, stated), ...impossibleDays(document)];
    if (stated.length === 0 && wrong.length === 0)
      return notApplicable('文中没有写明日期', 'the document bears no date');
    const first = numberOption(rule, 'first', FIRST_YEAR);
    const last = numberOption(rule, 'last', LAST_YEAR);
    const possible = stated.filter(({ span }) => !wrong.some((one) => one.span.start === span.start));
    const far = possible.filter(({ year }) => year < first || year > last);
    return [
      ...wrong,
      ...far.map(({ span, found }): Finding => ({ ...atDocument(span), data: { found, first, last } })),
      ...possible
        .filter(({ found }) => /[0-9０-９]/u.test(found) && /[〇○零一二三四五六七八九十]/u.test(found))
        .map(({ span, found }): Finding => ({ ...atDocument(span), variant: 'mixed', data: { found } })),
      ...differing(possible.filter((date) => !far.includes(date))),
    ];
  },
};

interface StatedDate {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
  readonly found: string;
  readonly span: Span;
}

const DIGITS = '0-9０-９〇○零一二三四五六七八九十';
const NUMBER = `[${DIGITS}]`;
const DAY = `(?:(${NUMBER}{1,3})[日号])?`;
const DATE = new RegExp(`(?<!${NUMBER})(${NUMBER}{4})年(${NUMBER}{1,3})月${DAY}`, 'gu');
/** A line that is a date and nothing else may have a year of too many digits. */
const WHOLE = new RegExp(`^[（(]?(${NUMBER}{1,6})年(${NUMBER}{1,3})月${DAY}[）)]?$`, 'u');
const LONGEST_LINE = 40;

/** The dates that the document bears as a whole: on the cover, below the preamble, in a title. */
function statedDates(document: ListDocument): readonly StatedDate[] {
  const titles = [document.title, ...document.lists.map(({ title }) => title)];
  const lines = [document.date, ...document.paragraphs.filter(({ value }) => value.length < LONGEST_LINE)];
  return [
    ...titles.flatMap((text) => (text ? datesIn(text) : [])),
    ...lines.flatMap((text) => (text ? wholeDate(text) : [])),
  ];
}

function wholeDate(text: Text): readonly StatedDate[] {
  const { value } = squeeze(text.value);
  const match = value.includes('年') ? WHOLE.exec(value) : null;
  return match ? [dateOf(match, value.replace(/[（()）]/gu, ''), spanOf(text))] : [];
}

function datesIn(text: Text): readonly StatedDate[] {
  if (!text.value.includes('年')) return [];
  const { value, at } = squeeze(text.value);
  return [...value.matchAll(DATE)].map((match) => {
    const end = match.index + match[0].length;
    return dateOf(match, match[0], spanOf(text, at[match.index] ?? 0, (at[end - 1] ?? 0) + 1));
  });
}

function dateOf([, year, month, day]: RegExpExecArray, found: string, span: Span): StatedDate {
  return {
    year: numberOf(year) ?? 0,
    month: numberOf(month) ?? 0,
    day: day === undefined ? null : numberOf(day),
    found,
    span,
  };
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : parseNumeral(digits.normalize('NFKC').replaceAll('○', '〇'));
}

/** Months above 12 and days that the month does not have, wherever a year stands before them. */
function impossibleDates(document: ListDocument, stated: readonly StatedDate[]): readonly Finding[] {
  const told = new Set(stated.map(({ span }) => span.start));
  return [
    ...stated.flatMap((date) => impossible(date, atDocument(date.span))),
    ...textUnits(document).flatMap((unit) =>
      unit.text.value.includes('年') && unit.text.value.includes('月')
        ? datesIn(unit.text)
            .filter(({ span }) => !told.has(span.start))
            .flatMap((date) => impossible(date, { ...atUnit(unit, 0, 0), span: date.span }))
        : [],
    ),
  ];
}

/** `13月5日`, `2月30日`, `6月1日至31日` of every year, and months that stand alone as `13月份`. */
const YEARLY = new RegExp(
  `(?<!${NUMBER}年?)(?<month>${NUMBER}{1,3})月(?:份?[底末初]|份|[上中下]旬|(?<day>${NUMBER}{1,3})[日号](?:[至到—～~－-]+(?<last>${NUMBER}{1,3})[日号])?)`,
  'gu',
);
/** `每月32日前`; `45日内` is a time limit. */
const MONTHLY = new RegExp(`[每当次本上下]月(?<day>${NUMBER}{1,3})[日号](?![内以])`, 'gu');
/** A leap year, so that 2月29日 can be. */
const ANY_YEAR = 2024;

/** Days and months that no year has, written without a year. */
function impossibleDays(document: ListDocument): readonly Finding[] {
  return textUnits(document).flatMap((unit): readonly Finding[] => {
    if (!unit.text.value.includes('月')) return [];
    const { value, at } = squeeze(unit.text.value);
    const place = ({ index, 0: found }: RegExpExecArray) =>
      atUnit(unit, at[index] ?? 0, (at[index + found.length - 1] ?? 0) + 1);
    const inYear = [...value.matchAll(YEARLY)].flatMap((match): readonly Finding[] => {
      const { month, day, last } = match.groups ?? {};
      // The months of the lunar calendar have other lengths.
      if (/[历闰]$/.test(value.slice(0, match.index))) return [];
      const date = {
        year: ANY_YEAR,
        month: numberOf(month) ?? 0,
        found: match[0],
        span: { start: 0, end: 0 },
      };
      const [fault] = [day, last].flatMap((one) =>
        impossible({ ...date, day: one === undefined ? null : (numberOf(one) ?? 0) }, place(match)),
      );
      return fault ? [fault] : [];
    });
    const inMonth = [...value.matchAll(MONTHLY)].flatMap((match): readonly Finding[] => {
      const day = numberOf(match.groups?.day) ?? 0;
      return day < 1 || day > 31 ? [{ ...place(match), variant: 'day', data: { found: match[0] } }] : [];
    });
    return [...inYear, ...inMonth];
  });
}

function impossible(
  { year, month, day, found }: StatedDate,
  place: ReturnType<typeof atDocument>,
): readonly Finding[] {
  if (month < 1 || month > 12) return [{ ...place, variant: 'month', data: { found } }];
  return day !== null && !hasDay(year, month, day) ? [{ ...place, variant: 'day', data: { found } }] : [];
}

function hasDay(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Dates that disagree with the first one. A date without a day agrees with every day of its month. */
function differing(stated: readonly StatedDate[]): readonly Finding[] {
  const [first, ...others] = stated;
  if (!first) return [];
  return others.flatMap((one): readonly Finding[] => {
    const agrees =
      one.year === first.year &&
      one.month === first.month &&
      (one.day === first.day || one.day === null || first.day === null);
    if (agrees) return [];
    return [
      {
        ...atDocument(one.span),
        variant: 'differing',
        data: { found: one.found, expected: first.found },
        related: [{ span: first.span, list: null, item: null, column: null }],
      },
    ];
  });
}
