import type { DepartmentName } from '../../grammar/departments.ts';
import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { Span } from '../../model/place.ts';
import type { Text } from '../../model/text.ts';
import { departmentsOf, departmentText, mentionReaderOf, remember } from '../../outline/reading.ts';

/**
 * What words in a department cell are when they are no name: two names without a separator (`glued`), words of a
 * duty beside the names (`duty`), or anything else (`other`).
 */
export interface StrayWords extends Span {
  readonly kind: 'glued' | 'duty' | 'other';
  /** Of glued names: where the second and later ones begin. */
  readonly seams: readonly number[];
}

/** The stretches of an item's department cell that are no names, told apart so that each is reported by one rule. */
export const strayWordsOf = remember((document, item: DutyItem): readonly StrayWords[] => {
  const text = departmentText(item);
  const list = departmentsOf(document, item);
  return text && list ? list.notNames.map((span) => tellApart(document, text.value, span, list.names)) : [];
});

function tellApart(
  document: ListDocument,
  value: string,
  span: Span,
  names: readonly DepartmentName[],
): StrayWords {
  const seams = seamsIn(document, value, span);
  if (seams.length > 0) return { ...span, kind: 'glued', seams };
  const words = value.slice(span.start, span.end);
  if (names.length === 0 || !isDuty(document, words)) return { ...span, kind: 'other', seams };
  return { start: subjectBefore(value, span.start, names), end: span.end, kind: 'duty', seams };
}

/** Where a duty's subject begins when only white space parts it from the names before and from the duty: `县财政局 县水利局 提供数据。` */
function subjectBefore(value: string, start: number, names: readonly DepartmentName[]): number {
  const index = names.findIndex((name) => name.end <= start && value.slice(name.end, start).trim() === '');
  const subject = names[index];
  const before = names[index - 1];
  return subject && before && value.slice(before.end, subject.start).trim() === '' ? subject.start : start;
}

/** Where names that stand one behind the other without a separator meet; none when a stretch holds other words. */
function seamsIn(document: ListDocument, value: string, { start, end }: Span): readonly number[] {
  const read = mentionReaderOf(document);
  const seams: number[] = [];
  for (let at = start; at < end; ) {
    const [first] = read(value.slice(at, end));
    if (!first || value.slice(at, at + first.start).trim() !== '') return [];
    at += first.end;
    while (at < end && value.charAt(at).trim() === '') at++;
    if (at < end) seams.push(at);
  }
  return seams;
}

/** A sentence, by its closing mark or its length, and no name of a body that nobody knows. */
const SHORTEST_DUTY = 6;

function isDuty(document: ListDocument, words: string): boolean {
  const bare = words.replace(/\s+/g, '');
  if (/[。；]$/.test(bare)) return true;
  const { suffixes } = document.format.departments;
  return bare.length >= SHORTEST_DUTY && !suffixes.some((suffix) => bare.endsWith(suffix));
}

/** Two names that follow each other in a cell, and what stands between them. */
export interface Neighbours {
  readonly first: DepartmentName;
  readonly second: DepartmentName;
  /** Offsets in the cell's value of what stands between. */
  readonly between: Span;
  /** What stands there without white space. */
  readonly mark: string;
}

/** The neighbouring names of a department cell between which nothing but marks and white space stands. */
export function neighboursIn(
  text: Text,
  names: readonly DepartmentName[],
  strays: readonly StrayWords[] = [],
): readonly Neighbours[] {
  return names.flatMap((second, i): readonly Neighbours[] => {
    const first = names[i - 1];
    if (!first || strays.some((stray) => stray.start <= second.start && second.start < stray.end)) return [];
    const between = { start: first.end, end: second.start };
    const mark = text.value.slice(between.start, between.end).replace(/\s+/g, '');
    return /[\u3400-\u9fffA-Za-z0-9]/.test(mark) ? [] : [{ first, second, between, mark }];
  });
}
