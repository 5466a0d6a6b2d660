import type { StatementPhrases } from '../model/format.ts';
import { type Squeezed, sliceText, squeeze, type Text } from '../model/text.ts';
import { digitValue, isChineseNumeral, parseNumeral } from './numerals.ts';
import { isHan } from './punctuation.ts';
import {
  type CountOf,
  normalize,
  type Template,
  type TemplateToken,
  templatesOf,
} from './statementTemplates.ts';

/** A count that a text states. All texts are slices of the one passed in and keep their places. */
export interface StatementMatch {
  readonly what: CountOf;
  readonly stated: number;
  /** The digits, or the Chinese numeral. */
  readonly number: Text;
  /** The whole phrase, from the names it enumerates to its last word. */
  readonly phrase: Text;
  /** For `itemsInCategory` the category; else null. */
  readonly category: Text | null;
  /** The names that the statement enumerates, in order; a line break may stand inside one. */
  readonly names: readonly Text[];
  /** The words of the phrase that name a list (基本履职事项), without white space; null when it has none. */
  readonly listWords: string | null;
  /** Index in the result of the total that this is a part of, or null. */
  readonly partOf: number | null;
}

/**
 * The counts that a text states, in the order of their numbers. White space is passed over, so a statement may be wrapped
 * over lines. Where several phrases fit at one number the longest holds. A count of one category counts only in a
 * breakdown (two or more in a row, or beside a total in the same sentence) or as a heading that is all of the text.
 */
export function findStatedCounts(text: Text, phrases: StatementPhrases): StatementMatch[] {
  const templates = templatesOf(phrases);
  const squeezed = squeeze(text.value);
  const words = normalize(squeezed.value);
  const found: Found[] = [];
  for (const number of numbersIn(words)) {
    let best: Found | null = null;
    let whole: Found | null = null;
    for (const template of templates) {
      const match = matchAt(words, number, template);
      if (!match) continue;
      if (!best || isBetter(match, best)) best = match;
      if (match.what !== 'itemsInCategory' && (!whole || isBetter(match, whole))) whole = match;
    }
    if (best) found.push({ ...best, otherwise: best === whole ? null : whole });
  }
  return linked(words, found).map(({ match, partOf }) => toMatch(text, squeezed, match, partOf));
}

interface NumberAt {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

interface Part {
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly what: CountOf;
  readonly number: NumberAt;
  readonly start: number;
  readonly end: number;
  readonly names: readonly Part[];
  readonly category: Part | null;
  readonly list: Part | null;
  /** The best reading as anything but a count of one category. */
  readonly otherwise?: Found | null;
}

function isBetter(one: Found, other: Found): boolean {
  const length = one.end - one.start - (other.end - other.start);
  if (length !== 0) return length > 0;
  return one.what !== 'itemsInCategory' && other.what === 'itemsInCategory';
}

/** Numbers that can be counts: whole ones, and no ordinals (第3项), decimals or dates. */
function numbersIn(words: string): readonly NumberAt[] {
  const found: NumberAt[] = [];
  for (let i = 0; i < words.length; i++) {
    const arabic = digitValue(words.charAt(i)) >= 0;
    if (!arabic && !isChineseNumeral(words.charAt(i))) continue;
    let end = i + 1;
    while (
      end < words.length &&
      (arabic ? digitValue(words.charAt(end)) >= 0 : isChineseNumeral(words.charAt(end)))
    )
      end++;
    const value = end - i > 6 ? null : parseNumeral(words.slice(i, end));
    const before = words.charAt(i - 1);
    const decimal = arabic && (words.charAt(end) === '.' || words.charAt(end) === '%' || before === '.');
    if (value !== null && before !== '第' && !decimal) found.push({ start: i, end, value });
    i = end - 1;
  }
  return found;
}

interface Slots {
  names: readonly Part[];
  category: Part | null;
  list: Part | null;
}

function matchAt(words: string, number: NumberAt, template: Template): Found | null {
  const slots: Slots = { names: [], category: null, list: null };
  const end = matchAfter(words, number.end, template.after, slots);
  if (end === null || !endsWord(words, end)) return null;
  const start = matchBefore(words, number.start, template.before, slots);
  if (start === null) return null;
  return { what: template.what, number, start, end, ...slots };
}

/** What may follow a phrase without making another word of its last one: 22项措施 is no count of items. */
const FOLLOWERS = new Set('和及与其分涉包按均较比由是并的共等为以');

function endsWord(words: string, end: number): boolean {
  const next = words.charAt(end);
  if (next === '' || !isHan(next)) return true;
  const last = words.charAt(end - 1);
  return last === '）' || FOLLOWERS.has(next) || isChineseNumeral(next);
}

function matchAfter(
  words: string,
  from: number,
  tokens: readonly TemplateToken[],
  slots: Slots,
): number | null {
  let at = from;
  for (const token of tokens) {
    if (token.type === 'literal') {
      if (!words.startsWith(token.text, at)) return null;
      at += token.text.length;
      continue;
    }
    if (token.type !== 'list') return null;
    const part = listBehind(words, at);
    if (!part) return null;
    slots.list = part;
    at = part.end;
  }
  return at;
}

function matchBefore(
  words: string,
  from: number,
  tokens: readonly TemplateToken[],
  slots: Slots,
): number | null {
  let at = from;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i];
    if (!token) continue;
    if (token.type === 'literal') {
      if (!words.endsWith(token.text, at)) return null;
      at -= token.text.length;
      continue;
    }
    const lead = tokens[i - 1];
    const literal = lead?.type === 'literal' ? lead.text : null;
    if (token.type === 'names') {
      const names = namesBefore(words, at, literal);
      const first = names[0];
      const closed = tokens[i + 1];
      // One word before the number is an enumeration only when 等 says so.
      if (!first || (names.length < 2 && !(closed?.type === 'literal' && closed.text.startsWith('等'))))
        return null;
      slots.names = names;
      at = first.start;
      continue;
    }
    const part = token.type === 'list' ? listBefore(words, at, literal) : nameBefore(words, at);
    if (!part) return null;
    if (token.type === 'list') slots.list = part;
    else slots.category = part;
    at = part.start;
  }
  return at;
}

/** Endings of words that name a list. */
const LIST_ENDS: readonly string[] = ['事项清单', '事项', '清单', '履职事项'];
const LONGEST_LIST_NAME = 24;

function isListName(words: string): boolean {
  return words.length > 2 && LIST_ENDS.some((end) => words.endsWith(end));
}

/** Words that lead to what is counted and are no part of its name. Longest first where one holds another. */
const LEADS: readonly string[] = [
  '主要包括',
  '主要包含',
  '主要涉及',
  '具体包括',
  '具体为',
  '分别为',
  '分别是',
  '梳理形成',
  '共有',
  '共计',
  '合计',
  '总计',
  '包括',
  '包含',
  '涉及',
  '涵盖',
  '囊括',
  '分为',
  '其中',
  '形成',
  '梳理',
  '列入',
  '承担',
  '编制',
  '确定',
  '共',
  '含',
  '即',
  '为',
  '有',
  '是',
  '及',
  '和',
  '以及',
  '的',
];
/** Leads that also stand inside category names (文化和旅游, 党的建设): they lead only to the name of a list. */
const LIST_LEADS_ONLY = new Set([
  '共',
  '含',
  '即',
  '为',
  '有',
  '是',
  '及',
  '和',
  '的',
  '承担',
  '编制',
  '确定',
]);

/** Behind the last lead in a stretch. */
function behindLeads(words: string, start: number, end: number, forList: boolean): number {
  let from = start;
  for (const lead of LEADS) {
    if (!forList && LIST_LEADS_ONLY.has(lead)) continue;
    const at = words.lastIndexOf(lead, end - 1);
    if (at >= from && at + lead.length < end) from = at + lead.length;
  }
  return from;
}

function listBefore(words: string, end: number, literal: string | null): Part | null {
  let start = end;
  while (start > 0 && end - start < LONGEST_LIST_NAME && isHan(words.charAt(start - 1))) start--;
  if (literal !== null) {
    const at = words.lastIndexOf(literal, end - 1);
    if (at < start - literal.length || at + literal.length >= end) return null;
    start = at + literal.length;
  }
  start = behindLeads(words, start, end, true);
  return isListName(words.slice(start, end)) ? { start, end } : null;
}

function listBehind(words: string, start: number): Part | null {
  for (let end = start + 1; end <= Math.min(words.length, start + LONGEST_LIST_NAME); end++) {
    if (!isHan(words.charAt(end - 1))) return null;
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
  if (LEADS.some((lead) => name.endsWith(lead)) || /^[本全各该]|[镇乡]$|(?:街道|苏木)$/u.test(name))
    return false;
  return (
    !/(?:共|共有|共计|合计|总计|达|约|各|有|为|近|类|个|项|余|等|其他)$/u.test(name) && !name.startsWith('共')
  );
}

function nameBefore(words: string, end: number): Part | null {
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
function namesBefore(words: string, end: number, literal: string | null): readonly Part[] {
  let start = end;
  let closed = 0;
  while (start > 0 && (isNameCharacter(words.charAt(start - 1)) || words.charAt(start - 1) === '、')) {
    if (words.charAt(start - 1) === '）') closed++;
    else if (words.charAt(start - 1) === '（' && --closed < 0) break;
    start--;
  }
  if (literal !== null) {
    const at = words.lastIndexOf(literal, end - 1);
    if (at < start - literal.length || at + literal.length >= end) return [];
    start = at + literal.length;
  }
  const firstBreak = words.indexOf('、', start);
  const firstEnd = firstBreak < 0 || firstBreak > end ? end : firstBreak;
  if (literal === null) start = behindLeads(words, start, firstEnd, false);
  const names: Part[] = [];
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
  const sound = ({ start: at, end: stop }: Part) => stop - at <= 24 && !isListName(words.slice(at, stop));
  return names.every(sound) ? names : [];
}

interface Linked {
  readonly match: Found;
  readonly partOf: number | null;
}

/** Leaves out counts of a category that stand in no breakdown, and ties parts to their totals. */
function linked(words: string, found: readonly Found[]): readonly Linked[] {
  const kept = found.flatMap((match, i) => {
    if (match.what !== 'itemsInCategory' || isPart(words, found, match, i)) return [match];
    return match.otherwise ? [match.otherwise] : [];
  });
  return kept.map((match, i) => ({ match, partOf: totalOf(words, kept, match, i) }));
}

function sameSentence(words: string, one: Found, other: Found): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return !words.slice(first.end, second.start).includes('。');
}

function isPart(words: string, found: readonly Found[], match: Found, index: number): boolean {
  if (isHeading(words, match)) return true;
  if (found.some((other) => other.what === 'items' && sameSentence(words, other, match))) return true;
  return [found[index - 1], found[index + 1]].some((other) => {
    if (other?.what !== 'itemsInCategory') return false;
    const [first, second] = other.start < match.start ? [other, match] : [match, other];
    return /^(?:[、，；]|以及|和|及|其中)*$/u.test(words.slice(first.end, second.start));
  });
}

/** `一、党的建设（22项）` and nothing else. */
function isHeading(words: string, { start, end }: Found): boolean {
  return (
    end === words.length &&
    /^(?:[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十0-9]{1,3}）|[0-9]{1,2}[、.．])?$/u.test(
      words.slice(0, start),
    )
  );
}

function totalOf(words: string, kept: readonly Found[], match: Found, index: number): number | null {
  const isTotal = (other: Found | undefined): boolean =>
    other !== undefined && other !== match && other.what === 'items' && sameSentence(words, other, match);
  if (match.what === 'itemsInCategory') {
    for (let i = index - 1; i >= 0; i--) if (isTotal(kept[i])) return i;
    for (let i = index + 1; i < kept.length; i++) if (isTotal(kept[i])) return i;
    return null;
  }
  if (match.what !== 'items' || match.list === null) return null;
  // 共269项，其中基本履职事项89项、配合履职事项128项…
  for (let i = index - 1; i >= 0; i--) {
    const other = kept[i];
    if (other?.what !== 'items' || !sameSentence(words, other, match)) return null;
    if (/其中|分为|包括|包含|分别/u.test(words.slice(other.end, match.start))) return i;
  }
  return null;
}

function toMatch(text: Text, squeezed: Squeezed, match: Found, partOf: number | null): StatementMatch {
  const slice = ({ start, end }: Part): Text =>
    sliceText(text, squeezed.at[start] ?? 0, (squeezed.at[end - 1] ?? 0) + 1);
  return {
    what: match.what,
    stated: match.number.value,
    number: slice(match.number),
    phrase: slice(match),
    category: match.category && slice(match.category),
    names: match.names.map(slice),
    listWords: match.list && squeezed.value.slice(match.list.start, match.list.end),
    partOf,
  };
}
