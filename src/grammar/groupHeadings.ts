import type { Boundary, GroupHeading, HeadingReader } from './clauses.ts';
import type { NameContext } from './departmentNames.ts';
import { type DepartmentName, strictNames } from './departments.ts';
import { isWhiteAt, isWhiteSpace } from './punctuation.ts';
import { HEADING_TAILS, LABEL_ENDS } from './words.ts';

const LONGEST_HEADING = 160;

/**
 * A reader of group headings: department names and nothing else, ended by a colon (which may stand lines below when
 * the heading was wrapped), by the end of the line, or by a space before the duty. Without a colon a heading must
 * stand where a clause may begin, and behind a number it must fill its line: `1.县教育局 负责…` is a clause.
 */
export function headingReader(
  value: string,
  context: NameContext,
  listed: readonly DepartmentName[],
): HeadingReader {
  const known = new Set(listed.map((name) => name.canonical));
  return (at, boundary, counting) => {
    if (boundary === 'tight') return null;
    const bracketed = inBrackets(value, at, context);
    if (bracketed) return bracketed;
    const { colon, line, space } = stopsBehind(value, at);
    if (colon >= 0) {
      const names = namesIn(value.slice(at, colon), context);
      if (names) return heading(at, colon + 1, names);
      const labelled = behindLabel(value, at, colon, context);
      if (labelled) return labelled;
      if (counting && startsOver(value, at, colon, boundary)) return heading(at, colon + 1, []);
    }
    if (boundary !== 'start' && boundary !== 'ended') return null;
    for (const stop of [line, space]) {
      if (stop < 0 || stop === value.length) continue;
      const names = namesIn(value.slice(at, stop), context);
      if (!names?.every((name) => known.has(name.canonical) || name.prefix !== '')) continue;
      // A line of names in the middle of wrapped text goes on: `县水利局、\n县公安局`.
      if ('、，,和及与'.includes(firstWordBehind(value, stop))) continue;
      return heading(at, stop, names);
    }
    return null;
  };
}

const BRACKETS: ReadonlyMap<string, string> = new Map([
  ['【', '】'],
  ['〔', '〕'],
  ['[', ']'],
  ['［', '］'],
]);

/** `【县公安局】`, with a colon behind it or without. */
function inBrackets(value: string, at: number, context: NameContext): GroupHeading | null {
  const closer = BRACKETS.get(value.charAt(at));
  const close = closer === undefined ? -1 : value.indexOf(closer, at);
  if (close < 0 || close - at > LONGEST_HEADING) return null;
  const names = namesIn(value.slice(at + 1, close), context);
  if (!names) return null;
  const colon = '：:'.includes(value.charAt(close + 1)) && value.charAt(close + 1) !== '' ? 1 : 0;
  return { ...heading(at + 1, close + 1 + colon, names), start: at };
}

const LONGEST_OTHER = 30;

/** Whether other words than departments head clauses that are counted from 1 again: `其他成员单位：\n1.…`. */
function startsOver(value: string, at: number, colon: number, boundary: Boundary): boolean {
  if (boundary === 'space' || colon - at > LONGEST_OTHER) return false;
  const words = value.slice(at, colon);
  return !/[，,。；;]/u.test(words) && /^\s*(?:1|１)\s*[.．、]\D/u.test(value.slice(colon + 1, colon + 12));
}

/** `牵头部门：县教育局` at the end of its line, or before a number. */
function behindLabel(value: string, at: number, colon: number, context: NameContext): GroupHeading | null {
  if (colon - at > 8 || !LABEL_ENDS.some((label) => value.slice(at, colon).endsWith(label))) return null;
  let start = colon + 1;
  while (start < value.length && isWhiteAt(value, start)) start++;
  const { colon: second, line, space } = stopsBehind(value, start);
  for (const stop of [second, line, space]) {
    const names = stop < 0 ? null : namesIn(value.slice(start, stop), context);
    if (names) return { ...heading(start, stop === second ? stop + 1 : stop, names), start: at };
  }
  return null;
}

function heading(at: number, end: number, names: readonly DepartmentName[]): GroupHeading {
  const departments = names.map((name) => ({ ...name, start: name.start + at, end: name.end + at }));
  return { start: at, end, departments };
}

function firstWordBehind(value: string, at: number): string {
  let next = at;
  while (next < value.length && isWhiteAt(value, next)) next++;
  return value.charAt(next) || '、';
}

const STOP = /[：:。；;！？“”《》\s]/g;

/** Where the words from an offset on could end as a heading: at a colon, a line break, a space; -1 for none. */
function stopsBehind(value: string, at: number): { colon: number; line: number; space: number } {
  let line = -1;
  let space = -1;
  STOP.lastIndex = at;
  for (let found = STOP.exec(value); found; found = STOP.exec(value)) {
    const { index } = found;
    if (index > at + LONGEST_HEADING) break;
    const character = found[0];
    if (character === '：' || character === ':') return { colon: index, line, space };
    if (!isWhiteSpace(character)) break;
    if (character === '\n' || character === '\r') {
      if (line < 0) line = index;
    } else if (space < 0 && line < 0) {
      space = index;
    }
  }
  return { colon: -1, line, space };
}

function namesIn(words: string, context: NameContext): readonly DepartmentName[] | null {
  const names = strictNames(words, context);
  if (names) return names;
  const trimmed = words.trimEnd();
  for (const tail of HEADING_TAILS) {
    if (trimmed.endsWith(tail)) return strictNames(trimmed.slice(0, -tail.length), context);
  }
  return null;
}
