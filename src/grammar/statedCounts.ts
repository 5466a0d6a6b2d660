import type { StatementPhrases } from '../model/format.ts';
import type { Span } from '../model/place.ts';
import { type Squeezed, sliceText, squeeze, type Text } from '../model/text.ts';
import { digitAt, isChineseNumeral, parseNumeral } from './numerals.ts';
import { isHan } from './punctuation.ts';
import { type Found, linked, type NumberAt } from './statementParts.ts';
import { listBefore, listBehind, nameBefore, namesBefore } from './statementSlots.ts';
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

function isBetter(one: Found, other: Found): boolean {
  const length = one.end - one.start - (other.end - other.start);
  if (length !== 0) return length > 0;
  return one.what !== 'itemsInCategory' && other.what === 'itemsInCategory';
}

/** Numbers that can be counts: whole ones, and no ordinals (第3项), decimals or dates. */
function numbersIn(words: string): readonly NumberAt[] {
  const found: NumberAt[] = [];
  for (let i = 0; i < words.length; i++) {
    const arabic = digitAt(words, i) >= 0;
    if (!arabic && !isChineseNumeral(words.charAt(i))) continue;
    let end = i + 1;
    while (end < words.length && (arabic ? digitAt(words, end) >= 0 : isChineseNumeral(words.charAt(end))))
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
  names: readonly Span[];
  category: Span | null;
  list: Span | null;
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

function toMatch(text: Text, squeezed: Squeezed, match: Found, partOf: number | null): StatementMatch {
  const slice = ({ start, end }: Span): Text =>
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
