import type { Span } from '../model/place.ts';
import { digitAt, parseNumeral } from './numerals.ts';
import { isHan, isHanAt } from './punctuation.ts';
import { COUNT_LEADS, LIST_ENDS, LIST_LEADS } from './words.ts';

/*
 * What the slots of a statement's phrase take: `{list}`, `{name}` and `{names}`. All of it works on a text without
 * white space and with full-width marks; spans count in it.
 */

const LONGEST_LIST_NAME = 24;
const LEADS_TO_LIST: readonly string[] = [...COUNT_LEADS, ...LIST_LEADS];

/** Whether words name a list: they end in 事项 or 清单. */
export function isListName(words: string): boolean {
  return words.length > 2 && LIST_ENDS.some((end) => words.endsWith(end));
}

/** Where a word stands last in a stretch, with something of the stretch behind it; -1 for nowhere. */
function lastBefore(words: string, word: string, start: number, end: number): number {
  const from = Math.max(0, start);
  const at = words.slice(from, end - 1).lastIndexOf(word);
  return at < 0 ? -1 : from + at;
}

/** Behind the last lead in a stretch. */
function behindLeads(words: string, start: number, end: number, forList: boolean): number {
  let from = start;
  for (const lead of forList ? LEADS_TO_LIST : COUNT_LEADS) {
    const at = lastBefore(words, lead, from, end);
    if (at >= 0) from = at + lead.length;
  }
  return from;
}

/**
 * The name of a list that ends at an index. `literal` is what the phrase has before it; without one the name begins
 * behind the words that lead to it.
 */
export function listBefore(words: string, end: number, literal: string | null): Span | null {
  let start = end;
  while (start > 0 && end - start < LONGEST_LIST_NAME && isHanAt(words, start - 1)) start--;
  if (literal !== null) {
    const at = lastBefore(words, literal, start - literal.length, end);
    if (at < 0) return null;
    start = at + literal.length;
  }
  // `…89项和配合履职事项128项`: the run of characters begins with the count before.
  if (digitAt(words, start - 1) >= 0) start += 1;
  start = behindLeads(words, start, end, true);
  if ('和及与'.includes(words.charAt(start)) && digitAt(words, start - 2) >= 0) start++;
  return isListName(words.slice(start, end)) ? { start, end } : null;
}

/** The name of a list that begins at an index. */
export function listBehind(words: string, start: number): Span | null {
  for (let end = start + 1; end <= Math.min(words.length, start + LONGEST_LIST_NAME); end++) {
    if (!isHanAt(words, end - 1)) return null;
    if (!isListName(words.slice(start, end))) continue;
    return words.startsWith('清单', end) ? { start, end: end + 2 } : { start, end };
  }
  return null;
}

const LONGEST_NAME = 16;

function isNameCharacter(character: string): boolean {
  return isHan(character) || '“”·（）'.includes(character) || /[A-Za-z]/u.test(character);
}

/** Whether a stretch can be a category: no list, and no words that only join it to the number. */
function isCategoryName(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME || isListName(name)) return false;
  if (COUNT_LEADS.some((lead) => name.endsWith(lead)) || /^[本全各该]|[镇乡]$|(?:街道|苏木)$/u.test(name))
    return false;
  return (
    !/(?:共|共有|共计|合计|总计|达|约|各|有|为|近|类|个|项|余|等|其他)$/u.test(name) && !name.startsWith('共')
  );
}

/** The name of a category that ends at an index. */
export function nameBefore(words: string, end: number): Span | null {
  let start = end;
  while (start > 0 && end - start < LONGEST_NAME + 8 && isNameCharacter(words.charAt(start - 1))) {
    // `…22项经济发展3项` and `（一）党的建设`: the name begins behind them.
    if (
      words.charAt(start - 1) === '）' ||
      (words.charAt(start - 1) === '项' && /[0-9０-９]/u.test(words.charAt(start - 2)))
    )
      break;
    start--;
  }
  start = behindLeads(words, start, end, false);
  while (start < end && '和及与'.includes(words.charAt(start))) start++;
  if (words.startsWith('以及', start)) start += 2;
  return isCategoryName(words.slice(start, end)) ? { start, end } : null;
}

/** Names joined by 、 or 以及 that end at an index, in order. */
export function namesBefore(words: string, end: number, literal: string | null): readonly Span[] {
  let start = end;
  let closed = 0;
  while (start > 0 && (isNameCharacter(words.charAt(start - 1)) || words.charAt(start - 1) === '、')) {
    if (words.charAt(start - 1) === '）') closed++;
    else if (words.charAt(start - 1) === '（' && --closed < 0) break;
    start--;
  }
  if (literal !== null) {
    const at = lastBefore(words, literal, start - literal.length, end);
    if (at < 0) return [];
    start = at + literal.length;
  }
  const firstBreak = words.indexOf('、', start);
  const firstEnd = firstBreak < 0 || firstBreak > end ? end : firstBreak;
  if (literal === null) start = behindLeads(words, start, firstEnd, false);
  const names: Span[] = [];
  let from = start;
  const add = (stop: number) => {
    if (stop > from) names.push({ start: from, end: stop });
  };
  for (let i = start; i < end; i++) {
    if (words.charAt(i) === '、') {
      add(i);
      from = i + 1;
      if (words.startsWith('以及', from)) from += 2;
    } else if (words.startsWith('以及', i) && i > from) {
      add(i);
      from = i + 2;
      i++;
    }
  }
  add(end);
  // `三、…` is the number of a heading.
  if (names[0] && parseNumeral(words.slice(names[0].start, names[0].end)) !== null) names.shift();
  const sound = ({ start: at, end: stop }: Span) => stop - at <= 24 && !isListName(words.slice(at, stop));
  return names.every(sound) ? names : [];
}
