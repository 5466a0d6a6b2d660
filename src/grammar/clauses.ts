import {
  type ClauseNumber,
  mayBeginNumber,
  type NumberCandidate,
  type NumberStyle,
  numberAt,
} from './clauseNumbers.ts';
import type { DepartmentName } from './departments.ts';
import { digitAt } from './numerals.ts';
import { enclosureEnd, endsClause, endsClauseAt, isHan, isHanAt, isWhiteAt } from './punctuation.ts';

/**
 * A heading of department names: `县财政局：`. `end` is behind its colon, or behind the names where there is none.
 * Without departments it is a heading of other words before numbered clauses: `其他成员单位：`.
 */
export interface GroupHeading {
  readonly start: number;
  readonly end: number;
  readonly departments: readonly DepartmentName[];
}

/** What opens a new part of a duties cell. */
export type Token =
  | { readonly type: 'number'; readonly start: number; readonly end: number; readonly number: ClauseNumber }
  | {
      readonly type: 'group';
      readonly start: number;
      readonly end: number;
      readonly number: ClauseNumber | null;
      readonly departments: readonly DepartmentName[];
    };

/**
 * What stands before a place, and with it how much a number there must fit to count: `start` of the cell or
 * behind a heading, an `ended` clause, a `colon`, a `line` break or a `space` in mid-sentence, or nothing (`tight`).
 */
export type Boundary = 'start' | 'ended' | 'colon' | 'line' | 'space' | 'tight';

/** Reads a group heading at an offset, or null. `counting`: a clause with a number stands before it under the same heading. */
export type HeadingReader = (at: number, boundary: Boundary, counting: boolean) => GroupHeading | null;

type Expected = Record<NumberStyle, number>;

/**
 * The numbers and group headings of a duties cell, in order. A number counts only where a clause can begin. After a
 * clause that has ended (；。) any number counts, so that gaps and repeats are seen; in mid-sentence, where
 * wrapped PDF text may bring a number to the start of a line, only the one that is due does.
 */
export function clauseTokens(value: string, headingAt: HeadingReader): readonly Token[] {
  const tokens: Token[] = [];
  const expected: Expected = {
    chinese: 1,
    'bracketed-chinese': 1,
    arabic: 1,
    'bracketed-arabic': 1,
    circled: 1,
  };
  let tokenEnd = 0;
  let previous = -1;
  let newline = false;
  let unclosed = 0;
  for (let i = 0; i < value.length; i++) {
    if (isWhiteAt(value, i)) {
      const code = value.charCodeAt(i);
      if (code === LINE_FEED || code === CARRIAGE_RETURN || code === FORM_FEED) newline = true;
      continue;
    }
    const boundary = boundaryAt(value, i, previous, newline, tokenEnd);
    previous = i;
    newline = false;
    const candidate = mayBeginNumber(value, i) ? numberAt(value, i) : null;
    if (candidate) {
      if (isDue(candidate, boundary, expected, value, i)) {
        const number: ClauseNumber = withoutMark(candidate);
        tokens.push({ type: 'number', start: i, end: candidate.end, number });
        advance(expected, candidate);
        tokenEnd = candidate.end;
        i = candidate.end - 1;
        previous = i;
      } else if (candidate.style === 'bracketed-arabic' || candidate.style === 'bracketed-chinese') {
        i = candidate.end - 1;
        previous = i;
      } else {
        i = Math.max(i, candidate.end - candidate.text.length + digitsOf(candidate.text) - 1);
        previous = i;
      }
      continue;
    }
    if (!isHanAt(value, i)) {
      const framed = FRAMES.includes(value.charAt(i)) ? headingAt(i, boundary, false) : null;
      if (framed) {
        openGroup(framed);
        i = framed.end - 1;
        previous = i;
        continue;
      }
      // Nothing in brackets or quotation marks begins a clause.
      const closed = unclosed < MOST_UNCLOSED ? enclosureEnd(value, i) : -1;
      if (closed > 0) {
        i = closed;
        previous = i;
      } else if (digitAt(value, i) >= 0) {
        while (digitAt(value, i + 1) >= 0) i++;
        previous = i;
      } else if (closed === -2) {
        unclosed++;
      }
      continue;
    }
    // Behind its first character nothing in a run of Chinese characters can begin a clause.
    const run = i;
    i = runEnd(value, i) - 1;
    previous = i;
    if (boundary === 'tight') continue;
    const last = tokens[tokens.length - 1];
    const numbered =
      boundary === 'start' && last?.type === 'number' && last.end === tokenEnd && run >= tokenEnd;
    const afterNumber = numbered && value.slice(tokenEnd, run).trim() === '' ? last.number : null;
    if (afterNumber && afterNumber.style !== 'chinese' && afterNumber.style !== 'bracketed-chinese') continue;
    const heading = headingAt(run, boundary, expected.arabic > 1);
    if (!heading) continue;
    if (afterNumber) {
      tokens[tokens.length - 1] = {
        type: 'group',
        start: afterNumber.start,
        end: heading.end,
        number: afterNumber,
        departments: heading.departments,
      };
      restart(heading);
    } else openGroup(heading);
    i = heading.end - 1;
    previous = i;
  }
  return tokens;

  function openGroup({ start, end, departments }: GroupHeading): void {
    tokens.push({ type: 'group', start, end, number: null, departments });
    expected['bracketed-chinese'] = 1;
    if (tokens.every((token) => token.type === 'group' || token.number.style !== 'chinese'))
      expected.chinese = 1;
    restart({ end });
  }

  /** Clauses count from 1 again behind a heading. */
  function restart({ end }: Pick<GroupHeading, 'end'>): void {
    expected.arabic = 1;
    expected['bracketed-arabic'] = 1;
    expected.circled = 1;
    tokenEnd = end;
  }
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const FORM_FEED = 0x0c;

/** Headings may stand in these: 【县公安局】. */
const FRAMES = '【〔［[';

/** Brackets without a partner are looked up in vain; a cell that holds more of them is no text. */
const MOST_UNCLOSED = 50;
const RUN_END = /[^\u3400-\u9fff，、]/g;

/** Where a run of Chinese characters, commas and enumeration commas ends. */
function runEnd(value: string, from: number): number {
  RUN_END.lastIndex = from + 1;
  return RUN_END.exec(value)?.index ?? value.length;
}

function withoutMark({ value, text, start, end, style }: NumberCandidate): ClauseNumber {
  return { value, text, start, end, style };
}

function digitsOf(text: string): number {
  let count = 0;
  while (count < text.length && digitAt(text, count) >= 0) count++;
  return Math.max(1, count);
}

function boundaryAt(
  value: string,
  at: number,
  previous: number,
  newline: boolean,
  tokenEnd: number,
): Boundary {
  if (previous < tokenEnd) return 'start';
  if (isHanAt(value, previous)) return newline ? 'line' : at - previous > 1 ? 'space' : 'tight';
  const character = value.charAt(previous);
  if (character === '：' || character === ':') return 'colon';
  if (endsClause(character)) return 'ended';
  // A clause may end inside a quotation, or with a full stop of the wrong width at the end of its line.
  if (
    '”’）)'.includes(character) &&
    endsClauseAt(value, previous - 1) &&
    value.charAt(previous - 1) !== '：'
  ) {
    return 'ended';
  }
  if (newline) return character === '.' && digitAt(value, previous - 1) < 0 ? 'ended' : 'line';
  return at - previous > 1 ? 'space' : 'tight';
}

function advance(expected: Expected, { style, value }: ClauseNumber): void {
  expected[style] = value + 1;
  if (style === 'chinese') expected['bracketed-chinese'] = 1;
  if (style === 'chinese' || style === 'bracketed-chinese') expected.arabic = 1;
  if (style === 'circled') return;
  expected.circled = 1;
  if (style !== 'bracketed-arabic') expected['bracketed-arabic'] = 1;
}

/** How far behind the number that is due a number at the start of a line may be and still count. */
const LARGEST_GAP = 3;

function isDue(
  candidate: NumberCandidate,
  boundary: Boundary,
  expected: Expected,
  value: string,
  at: number,
): boolean {
  const due = expected[candidate.style];
  const number = candidate.value;
  if (candidate.mark === 'none') return isDueWithoutMark(candidate, boundary, due, value, at);
  if (candidate.mark === 'odd')
    return (
      number === due && (boundary === 'start' || boundary === 'ended' || (boundary === 'line' && due > 1))
    );
  switch (boundary) {
    case 'start':
    case 'ended':
      return number <= due + 20;
    case 'colon':
    case 'space':
      return number === due || number === 1;
    case 'line':
      if (candidate.style === 'arabic')
        return number === 1 || (number <= due + LARGEST_GAP && number >= due - 1);
      return number === due || number === 1;
    case 'tight':
      return isDueTight(candidate, due, value, at);
  }
}

/** `…计划2.组织…`: the separator before the number was forgotten. Only a full stop after the due number tells. */
function isDueTight(candidate: NumberCandidate, due: number, value: string, at: number): boolean {
  if (candidate.value !== due) return false;
  if (candidate.style === 'circled') return due > 1;
  if (candidate.style !== 'arabic' || !/[.．]$/u.test(candidate.text)) return false;
  const before = value.charAt(at - 1);
  if (!isHan(before) && !'，、”）》'.includes(before)) return false;
  if ('第约近达至到过满逾超'.includes(before)) return false;
  return isHanAt(value, candidate.end) && (due > 1 || confirmed(value, candidate.end, 2));
}

/** `1常态化…`: the mark was forgotten. The neighbours must confirm the number. */
function isDueWithoutMark(
  candidate: NumberCandidate,
  boundary: Boundary,
  due: number,
  value: string,
  at: number,
): boolean {
  if (candidate.value !== due) return false;
  const atLineStart = at === 0 || /[\n\f\r]\s*$/u.test(value.slice(Math.max(0, at - 40), at));
  const first = boundary === 'line' && due === 1;
  if (boundary !== 'start' && boundary !== 'ended' && boundary !== 'colon' && !first) return false;
  if (confirmed(value, candidate.end, due + 1)) return true;
  return due > 1 && boundary === 'ended' && atLineStart;
}

/** Whether the number `wanted`, with its mark, begins a clause somewhere behind an offset. */
function confirmed(value: string, from: number, wanted: number): boolean {
  const digits = String(wanted);
  for (let at = value.indexOf(digits, from); at >= 0; at = value.indexOf(digits, at + 1)) {
    if (digitAt(value, at - 1) >= 0) continue;
    const candidate = numberAt(value, at);
    if (candidate?.mark !== 'usual' || candidate.value !== wanted) continue;
    let before = at - 1;
    while (before > from && isWhiteAt(value, before)) before--;
    if (endsClauseAt(value, before) || at - before > 1) return true;
  }
  return false;
}
