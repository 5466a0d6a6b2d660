import { squeeze } from '../model/text.ts';
import { countyUnit, unitOfPrefix } from './canonicalNames.ts';
import type { NameContext } from './departmentNames.ts';
import type { DepartmentName } from './departments.ts';
import { enclosureEnd, isHanAt, isWhiteAt } from './punctuation.ts';
import { canonicalOf, type RunningName, runningNameAt } from './runningNames.ts';
import { CONNECTIVES, HANDED, OPEN_ENDS, STEM_ENDS } from './words.ts';

/** Finds the departments that act in a stretch of a duties cell. */
export type SubjectReader = (start: number, end: number) => readonly DepartmentName[];

/** Words of a cell without their white space, from one place on. */
interface Window {
  readonly text: string;
  readonly from: number;
  /** Offset behind `from` of each character; null where no white space was left out. */
  readonly at: readonly number[] | null;
}

function offsetIn({ from, at, text }: Window, index: number): number {
  if (at === null) return from + index;
  return from + (index < text.length ? (at[index] ?? 0) : (at[text.length - 1] ?? -1) + 1);
}

const WINDOW = 200;
const LONGEST_BUREAU = 18;
const WHITE = /\s/;
/** See `clauseTokens`. */
const MOST_UNCLOSED = 50;
const PART_ENDS = '，；。：;';
const NONE: ReadonlySet<never> = new Set();
/** 州, 市, 盟, 省. */
const UPPER_UNITS: ReadonlySet<number> = new Set([...'州市盟省'].map((unit) => unit.charCodeAt(0)));
const DISTRICT = '区'.charCodeAt(0);
const BY = '由'.charCodeAt(0);
const HANDED_STARTS: ReadonlySet<number> = new Set(HANDED.map((word) => word.charCodeAt(0)));
const PART = /[，；。：;（(《〈“‘【[［「『〔]/g;

/**
 * A reader of the departments that are the subject of a clause: those it begins with (县水利局、农业农村局依职责…,
 * 由县林草局…), and those that begin a later part of it behind 由, or that `listed` holds (…捕捉；县公安局负责…,
 * …，县林草局出具…). A department behind 会同, 联合, 报 or 向 is no subject. Short lists without endings
 * (县公安、住建、交通等部门) count as far as `listed` says which departments they mean.
 */
export function subjectReader(
  value: string,
  context: NameContext,
  listed: readonly DepartmentName[],
): SubjectReader {
  const isAlone = listed.length === 0;
  const bases: ReadonlySet<string> = isAlone ? NONE : new Set(listed.map(baseOf));
  const known: ReadonlySet<string> = isAlone ? NONE : new Set(listed.map((name) => name.canonical));
  const listedStarts: ReadonlySet<number> = isAlone
    ? NONE
    : new Set(listed.flatMap((name) => [name.name.charCodeAt(0), name.name.charCodeAt(name.prefix.length)]));
  let ownUnit = countyUnit(context);
  for (const name of listed) if (ownUnit === '') ownUnit = unitOfPrefix(name.prefix, context);
  let unclosed = 0;
  return (start, end) => {
    const found: DepartmentName[] = [];
    const add = (names: readonly DepartmentName[]) => {
      for (const name of names)
        if (!found.some((other) => other.canonical === name.canonical)) found.push(name);
    };
    let behind = start;
    if (mayBegin(behindWhite(start))) {
      const window = windowAt(start, end);
      const first = namesIn(window);
      add(first.names.length > 0 ? first.names : stemsIn(window));
      behind = first.end === 0 ? start : offsetIn(window, first.end);
    }
    PART.lastIndex = behind;
    for (let next = nextMark(behind); next > 0 && next <= end; next = nextMark(behind)) {
      const at = next - 1;
      behind = next;
      if (PART_ENDS.includes(value.charAt(at))) {
        laterSubjects(next, end, add);
        continue;
      }
      const closed = unclosed < MOST_UNCLOSED ? enclosureEnd(value, at) : -1;
      if (closed === -2) unclosed++;
      if (closed > 0 && closed < end) behind = closed + 1;
    }
    return found;
  };

  /** The offset behind the next mark that parts or encloses words; 0 when there is none. */
  function nextMark(from: number): number {
    PART.lastIndex = from;
    return PART.test(value) ? PART.lastIndex : 0;
  }

  /** Whether 由, 并由 or 再由 stands at an offset. */
  function isHanded(at: number): boolean {
    if (!HANDED_STARTS.has(value.charCodeAt(at))) return false;
    return value.charCodeAt(at) === BY || value.charCodeAt(at + 1) === BY;
  }

  /** Whether a department, or 由 before one, may stand at an offset, by what begins there. */
  function mayBegin(at: number): boolean {
    const code = value.charCodeAt(at);
    if (context.prefixStarts.has(code) || listedStarts.has(code) || isHanded(at)) return true;
    if (context.bureauStarts.has(code) && value.slice(at, at + LONGEST_BUREAU).includes('局')) return true;
    return listed.length > 0 && mayBeUpperPlace(value, at);
  }

  function laterSubjects(from: number, end: number, add: (names: readonly DepartmentName[]) => void): void {
    const start = behindWhite(from);
    const handed = isHanded(start);
    if (start >= end || (!handed && (listed.length === 0 || !mayBegin(start)))) return;
    const window = windowAt(start, end);
    const { names } = namesIn(window);
    add(handed ? names : names.filter((name) => known.has(name.canonical)));
    if (names.length === 0) add(stemsIn(window));
  }

  function behindWhite(at: number): number {
    let start = at;
    while (start < value.length && isWhiteAt(value, start)) start++;
    return start;
  }

  function windowAt(from: number, end: number): Window {
    const raw = value.slice(from, Math.min(end, from + WINDOW));
    if (!WHITE.test(raw)) return { text: raw, from, at: null };
    const { value: text, at } = squeeze(raw);
    return { text, from, at };
  }

  /** The names joined by 、 and the like that begin a window; none when what follows them makes them no subject. */
  function namesIn(window: Window): { names: readonly DepartmentName[]; end: number } {
    const { text } = window;
    let next = skip(text, 0, HANDED);
    const names: DepartmentName[] = [];
    let carry = '';
    for (;;) {
      const found = runningNameAt(text, next, context, bases);
      if (!found) return { names, end: next };
      names.push(nameOf(found, carry, window));
      if (found.reading.prefix !== '') carry = found.reading.prefix;
      next = skipBracket(text, found.end);
      const joined = joinEnd(text, next);
      if (joined === next) return { names: text.charAt(next) === '的' ? [] : names, end: next };
      next = joined;
    }
  }

  function nameOf(found: RunningName, carry: string, window: Window): DepartmentName {
    const { reading } = found;
    const carried = reading.prefix === '' && !reading.independent && carry !== '';
    return {
      name: carried ? `${carry}${found.word}` : found.word,
      canonical: canonicalOf(found, carry, ownUnit, context),
      start: offsetIn(window, found.start),
      end: offsetIn(window, found.end - 1) + 1,
      prefix: carried ? carry : reading.prefix,
      carried,
      bracket: null,
    };
  }

  /** 县商务工信、公安、住建等…部门: the listed departments that such a list of stems means. */
  function stemsIn(window: Window): readonly DepartmentName[] {
    const { text } = window;
    const from = prefixLength(text);
    if (from === 0) return [];
    const stop = text.indexOf('等', from);
    if (stop < 0 || stop - from > 80) return [];
    const stems = text.slice(from, stop).split('、');
    if (stems.some((stem) => stem.length < 2 || stem.length > 8)) return [];
    const tail = text.slice(stop, stop + 24);
    if (!OPEN_ENDS.some((ending) => tail.includes(ending))) return [];
    const names: DepartmentName[] = [];
    const prefix = text.slice(0, from);
    let index = from;
    for (const stem of stems) {
      const meant = listed.find((name) => isMeant(name, stem));
      if (meant) {
        const start = offsetIn(window, index);
        const end = offsetIn(window, index + stem.length - 1) + 1;
        names.push({ ...meant, name: `${prefix}${stem}`, start, end, prefix, carried: index > from });
      }
      index += stem.length + 1;
    }
    return names;
  }

  function prefixLength(text: string): number {
    for (const { prefix } of listed) if (prefix !== '' && text.startsWith(prefix)) return prefix.length;
    return 0;
  }

  function isMeant(name: DepartmentName, stem: string): boolean {
    if (baseOf(name).startsWith(stem)) return true;
    const { full } = context.lexicon;
    return STEM_ENDS.some((ending) => {
      const whole = full.get(`${stem}${ending}`);
      return whole !== undefined && name.canonical.endsWith(whole);
    });
  }
}

function baseOf(name: DepartmentName): string {
  return name.name.slice(name.prefix.length);
}

/** Whether a word that begins at an offset may be an upper place that only the text tells of: 喀什地区生态环境局…. */
function mayBeUpperPlace(value: string, at: number): boolean {
  for (let i = at + 2; i <= at + 8; i++) {
    if (!isHanAt(value, i)) return false;
    const code = value.charCodeAt(i);
    if (UPPER_UNITS.has(code)) return true;
    if (code === DISTRICT) return value.charAt(i - 1) === '地';
  }
  return false;
}

function skip(text: string, at: number, words: readonly string[]): number {
  for (const word of words) if (text.startsWith(word, at)) return at + word.length;
  return at;
}

function skipBracket(text: string, at: number): number {
  const character = text.charAt(at);
  if (character !== '（' && character !== '(') return at;
  const end = enclosureEnd(text, at);
  return end < 0 || end - at > 24 ? at : end + 1;
}

function joinEnd(text: string, at: number): number {
  const character = text.charAt(at);
  if (character === '、' || character === '，' || character === ',') return at + 1;
  return skip(text, at, CONNECTIVES);
}
