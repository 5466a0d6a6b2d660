import { digitAt, digitValue, isChineseNumeral, isChineseNumeralAt, parseNumeral } from './numerals.ts';
import { isHan, isWhiteAt } from './punctuation.ts';
import { MEASURE_WORDS } from './words.ts';

/**
 * The levels of GB/T 9704-2012: 一、 （一） 1. （1）. Variants count as the level they stand for: `１．`, `1、`, `(1)`. Below
 * them ①, which the standard lacks and which often stands for （1）.
 */
export type NumberStyle = 'chinese' | 'bracketed-chinese' | 'arabic' | 'bracketed-arabic' | 'circled';

/** The number of a clause or heading. */
export interface ClauseNumber {
  readonly value: number;
  /** With its mark, as written: `1.`, `（一）`, `①`; without one where it was forgotten: `1`. */
  readonly text: string;
  /** Offsets in the cell. */
  readonly start: number;
  readonly end: number;
  readonly style: NumberStyle;
}

/** A number that could be one of a clause. */
export interface NumberCandidate extends ClauseNumber {
  /**
   * `usual`: the mark of its level; `odd`: a mark that stands there by mistake (`2，`), or a number behind the mark
   * (`1.2025年…`); `none`: no mark at all.
   */
  readonly mark: 'usual' | 'odd' | 'none';
}

const LARGEST = 99;

/** Whether a clause number may begin at an offset, by its first character alone. */
export function mayBeginNumber(value: string, at: number): boolean {
  const code = value.charCodeAt(at);
  if (digitAt(value, at) >= 0 || code === 0xff08 || code === 0x28 || (code >= 0x2460 && code <= 0x2473))
    return true;
  return isChineseNumeralAt(value, at);
}

/** The clause number that may begin at an offset, by its form alone; null when nothing there can be one. */
export function numberAt(value: string, at: number): NumberCandidate | null {
  const first = value.charAt(at);
  if (first >= '①' && first <= '⑳') {
    const number = first.charCodeAt(0) - '①'.charCodeAt(0) + 1;
    return { value: number, text: first, start: at, end: at + 1, style: 'circled', mark: 'usual' };
  }
  if (first === '（' || first === '(') return bracketedAt(value, at);
  if (digitValue(first) >= 0) return arabicAt(value, at);
  return isChineseNumeral(first) ? chineseAt(value, at) : null;
}

function bracketedAt(value: string, at: number): NumberCandidate | null {
  let end = at + 1;
  while (end < value.length && end - at < 6 && value.charAt(end) !== '）' && value.charAt(end) !== ')') end++;
  const closer = value.charAt(end);
  if (closer !== '）' && closer !== ')') return null;
  const digits = value.slice(at + 1, end).trim();
  const number = digits.length > 3 ? null : parseNumeral(digits);
  if (number === null || number === 0 || number > LARGEST) return null;
  const style = digitAt(digits, 0) >= 0 ? 'bracketed-arabic' : 'bracketed-chinese';
  return { value: number, text: value.slice(at, end + 1), start: at, end: end + 1, style, mark: 'usual' };
}

function arabicAt(value: string, at: number): NumberCandidate | null {
  let digits = at;
  while (digits - at < 3 && digitAt(value, digits) >= 0) digits++;
  if (digits - at > 2) return null;
  const number = parseNumeral(value.slice(at, digits));
  if (number === null || number === 0) return null;
  let mark = digits;
  while (mark < value.length && value.charAt(mark) === ' ' && mark - digits < 2) mark++;
  const sign = value.charAt(mark);
  const next = value.charAt(mark + 1);
  const made = (
    end: number,
    kind: NumberCandidate['mark'],
    style: NumberStyle = 'arabic',
  ): NumberCandidate => ({
    value: number,
    text: value.slice(at, end),
    start: at,
    end,
    style,
    mark: kind,
  });
  // 1.5, 4.23 and 1、2 are quantities; so is a number before a measure word.
  const numeric = digitValue(next) >= 0 || (sign === '、' && isChineseNumeral(next));
  if ('.．、'.includes(sign) && sign !== '') {
    if (!numeric) return made(mark + 1, 'usual');
    return sign !== '、' && isDateOrCode(value, mark + 1) ? made(mark + 1, 'odd') : null;
  }
  if (sign === '）' || sign === ')') return made(mark + 1, 'usual', 'bracketed-arabic');
  if ('，,。·：:'.includes(sign) && sign !== '') return numeric ? null : made(mark + 1, 'odd');
  if (isHan(sign) && !MEASURE_WORDS.has(sign)) return made(digits, 'none');
  return null;
}

/** Whether digits behind a full stop begin a date or a long code (`1.2025年`, `2.12345热线`) and end no decimal. */
function isDateOrCode(value: string, at: number): boolean {
  let end = at;
  while (end - at < 6 && digitAt(value, end) >= 0) end++;
  return end - at > 4 || '年月日个名'.includes(value.charAt(end) || ' ');
}

function chineseAt(value: string, at: number): NumberCandidate | null {
  let end = at;
  while (end < value.length && isChineseNumeralAt(value, end)) end++;
  const number = end - at > 3 ? null : parseNumeral(value.slice(at, end));
  if (number === null || number === 0 || number > LARGEST) return null;
  let mark = end;
  while (isWhiteAt(value, mark) && mark - end < 2) mark++;
  const sign = value.charAt(mark);
  if (!'、.．'.includes(sign) || sign === '') return null;
  // 一、二级 is an enumeration.
  if (isChineseNumeralAt(value, mark + 1)) return null;
  return {
    value: number,
    text: value.slice(at, mark + 1),
    start: at,
    end: mark + 1,
    style: 'chinese',
    mark: 'usual',
  };
}
