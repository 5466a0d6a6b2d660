import type { DepartmentVocabulary, HandoverWords } from '../model/format.ts';
import type { Span } from '../model/place.ts';
import { squeeze } from '../model/text.ts';
import { type DepartmentList, type DepartmentName, parseDepartments } from './departments.ts';
import { parseDuties, walkDuties } from './duties.ts';
import { isWhiteAt, isWhiteSpace } from './punctuation.ts';

/** One department (or several together) that takes over, and how. Spans count in the value passed in. */
export interface HandoverPair {
  readonly departments: DepartmentList;
  /** The label before the departments (承接部门), without its colon; null when none is written. */
  readonly departmentLabel: Span | null;
  /** The label before the manner (承接方式, 工作方式), without its colon. */
  readonly mannerLabel: Span | null;
  /** How it is taken over; null when nothing says so. */
  readonly manner: Span | null;
  /** The departments that act in the manner: after 由, or as the subject of its clauses. */
  readonly by: readonly DepartmentName[];
}

/** A withdrawn item's handover. */
export interface Handover {
  readonly pairs: readonly HandoverPair[];
  /** The words that say that nobody takes over (不再开展此项工作), to the end of their sentence; null when none do. */
  readonly stopped: Span | null;
}

interface Label extends Span {
  readonly kind: 'departments' | 'manner';
  /** Where what it announces begins: behind the colon. */
  readonly next: number;
}

/**
 * Reads `县水利局 承接方式：由县水利局…`, `承接部门：… 工作方式：…`, several such pairs one behind the other, a handover without any
 * label (`县水利局 由县水利局…`, `由县水利局…`), and `不再开展此项工作`. A cell that only says that nobody takes
 * over has no pair.
 */
export function parseHandover(
  value: string,
  words: HandoverWords,
  vocabulary: DepartmentVocabulary,
  countyNames: readonly string[],
): Handover {
  const labels = labelsIn(value, words);
  const stopped = stoppedIn(value, words);
  const read = (span: Span) => departmentsIn(value, span, vocabulary, countyNames);
  const make = (
    departments: Span,
    manner: Span | null,
    departmentLabel: Label | null,
    mannerLabel: Label | null,
  ): HandoverPair => {
    const list = read(departments);
    return {
      departments: list,
      departmentLabel: departmentLabel && { start: departmentLabel.start, end: departmentLabel.end },
      mannerLabel: mannerLabel && { start: mannerLabel.start, end: mannerLabel.end },
      manner: manner && (manner.end > manner.start ? manner : null),
      by: manner ? actorsIn(value, manner, list.names, vocabulary, countyNames) : [],
    };
  };
  if (labels.length === 0) {
    const pair = withoutLabels(value, stopped, read, make);
    return { pairs: pair ? [pair] : [], stopped };
  }
  const pairs: HandoverPair[] = [];
  // What stands before a manner without a label of its own: the words before the first label, or the tail of a manner.
  let loose: Span = trimmed(value, 0, labels[0]?.start ?? 0);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i];
    if (!label) continue;
    const stop = labels[i + 1]?.start ?? value.length;
    const said = trimmed(value, label.next, stop);
    if (label.kind === 'manner') {
      const follower = labels[i + 1];
      const tail = follower?.kind === 'manner' ? tailOfNames(value, said, read) : null;
      const manner = tail === null ? said : trimmed(value, said.start, tail.start);
      pairs.push(make(loose, manner, null, label));
      loose = tail ?? { start: stop, end: stop };
      continue;
    }
    const manner = labels[i + 1];
    if (manner?.kind !== 'manner') {
      pairs.push(make(said, null, label, null));
      loose = { start: stop, end: stop };
      continue;
    }
    i++;
    const end = labels[i + 1]?.start ?? value.length;
    const how = trimmed(value, manner.next, end);
    const tail = labels[i + 1]?.kind === 'manner' ? tailOfNames(value, how, read) : null;
    pairs.push(make(said, tail === null ? how : trimmed(value, how.start, tail.start), label, manner));
    loose = tail ?? { start: end, end };
  }
  return { pairs, stopped };
}

/** Labels where one can stand, with what they announce behind a colon, or behind white space when they begin a line. */
function labelsIn(value: string, words: HandoverWords): readonly Label[] {
  const text = squeeze(value);
  const found: Label[] = [];
  const kinds = [
    ['departments', words.departmentLabels],
    ['manner', words.mannerLabels],
  ] as const;
  for (const [kind, labels] of kinds) {
    for (const label of labels) {
      if (label === '') continue;
      for (let at = text.value.indexOf(label); at >= 0; at = text.value.indexOf(label, at + label.length)) {
        const start = text.at[at] ?? 0;
        const end = (text.at[at + label.length - 1] ?? start) + 1;
        const behind = text.value.charAt(at + label.length);
        const colon = behind === '：' || behind === ':';
        const parted = end >= value.length || isWhiteAt(value, end);
        const begins = start === 0 || isWhiteAt(value, start - 1);
        if (!colon && !(parted && begins)) continue;
        found.push({ kind, start, end, next: colon ? (text.at[at + label.length] ?? end) + 1 : end });
      }
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((label, i) => !found.slice(0, i).some((other) => label.start < other.end));
}

function stoppedIn(value: string, words: HandoverWords): Span | null {
  const text = squeeze(value);
  let first = -1;
  for (const phrase of words.stopped) {
    const at = phrase === '' ? -1 : text.value.indexOf(phrase);
    if (at >= 0 && (first < 0 || at < first)) first = at;
  }
  if (first < 0) return null;
  let last = first;
  while (last + 1 < text.value.length && !'。；;）)'.includes(text.value.charAt(last + 1))) last++;
  return { start: text.at[first] ?? 0, end: (text.at[last] ?? 0) + 1 };
}

type Make = (departments: Span, manner: Span | null, one: Label | null, other: Label | null) => HandoverPair;

function withoutLabels(
  value: string,
  stopped: Span | null,
  read: (span: Span) => DepartmentList,
  make: Make,
): HandoverPair | null {
  const whole = trimmed(value, 0, value.length);
  if (whole.end === whole.start) return null;
  const isList = (span: Span) => {
    const list = read(span);
    return list.names.length > 0 && list.notNames.length === 0;
  };
  if (isList(whole)) return make(whole, null, null, null);
  // The longest beginning that is a list of names, cut at a space, a line break, a colon or a comma before 由.
  for (let at = Math.min(whole.end, whole.start + 160); at > whole.start; at--) {
    const character = value.charAt(at);
    const cut =
      isWhiteSpace(character) ||
      '：:'.includes(character) ||
      (',，'.includes(character) && value.charAt(at + 1) === '由');
    if (!cut || character === '') continue;
    const names = trimmed(value, whole.start, at);
    if (isList(names)) return make(names, trimmed(value, at + 1, whole.end), null, null);
  }
  if (stopped && stopped.start === whole.start) return null;
  return make({ start: whole.start, end: whole.start }, whole, null, null);
}

/** Names at the end of a manner that belong to the next one: `…进行处置。县公安局 承接方式：`. */
function tailOfNames(value: string, manner: Span, read: (span: Span) => DepartmentList): Span | null {
  for (let at = manner.end - 1; at > manner.start; at--) {
    if (!'。；;\n'.includes(value.charAt(at - 1))) continue;
    const tail = trimmed(value, at, manner.end);
    if (tail.end === tail.start) continue;
    const list = read(tail);
    return list.names.length > 0 && list.notNames.length === 0 ? tail : null;
  }
  return null;
}

function departmentsIn(
  value: string,
  span: Span,
  vocabulary: DepartmentVocabulary,
  countyNames: readonly string[],
): DepartmentList {
  const list = parseDepartments(value.slice(span.start, span.end), vocabulary, countyNames);
  const moved = <T extends Span>(one: T): T => ({
    ...one,
    start: one.start + span.start,
    end: one.end + span.start,
  });
  return {
    names: list.names.map(moved),
    openEnded: list.openEnded,
    nobody: list.nobody.map(moved),
    notNames: list.notNames.map(moved),
  };
}

function actorsIn(
  value: string,
  manner: Span,
  listed: readonly DepartmentName[],
  vocabulary: DepartmentVocabulary,
  countyNames: readonly string[],
): readonly DepartmentName[] {
  const duties = parseDuties(value.slice(manner.start, manner.end), vocabulary, countyNames, listed);
  const found: DepartmentName[] = [];
  for (const node of walkDuties(duties.nodes)) {
    for (const name of node.departments) {
      if (found.some((other) => other.canonical === name.canonical)) continue;
      found.push({ ...name, start: name.start + manner.start, end: name.end + manner.start });
    }
  }
  return found;
}

/** A stretch without white space, opening bracket and separators at its ends. */
function trimmed(value: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && (isWhiteAt(value, from) || '；;，,'.includes(value.charAt(from)))) from++;
  while (to > from && (isWhiteAt(value, to - 1) || '（('.includes(value.charAt(to - 1)))) to--;
  return { start: from, end: to };
}
