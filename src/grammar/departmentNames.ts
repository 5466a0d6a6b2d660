import { ownWords } from '../model/text.ts';
import { isPlacedFieldUnit } from './fieldUnits.ts';
import { GOVERNMENT_TOO, type Lexicon } from './lexicon.ts';
import { LONGEST_PLACE, type PrefixEnd, prefixEnds, unitsAt } from './prefixEnds.ts';
import { isHan } from './punctuation.ts';
import {
  BRANCH_SUFFIXES,
  CONNECTIVES,
  DUTY_STARTS,
  DUTY_WORDS,
  LOCAL_LEADS,
  NAME_WORDS,
  NATIONAL_LEADS,
  NOT_IN_NAMES,
  NOT_IN_PLACES,
  STRONG_SUFFIXES,
} from './words.ts';

/** How a single name reads. */
export interface NameReading {
  /** As written, place included: 县委, 巴楚县, 喀什地区; empty when the name brings none. */
  readonly prefix: string;
  /** The name behind the prefix. */
  readonly base: string;
  /** `known`: in the vocabulary; `branch`: a branch of a body; `plausible`: only its ending says that it is a name. */
  readonly kind: 'known' | 'branch' | 'plausible';
  /** The name is no body of the county (国家…支行) or brings its own place: no prefix is carried to it. */
  readonly independent: boolean;
}

/** A lexicon and the county's own names: what reading a name depends on. */
export interface NameContext {
  readonly lexicon: Lexicon;
  readonly countyNames: readonly string[];
  /** The county's names without 县, 市, 区 or 旗, longest first. */
  readonly places: readonly string[];
  /** Codes of the first characters that a prefix or a place of the county can have. */
  readonly prefixStarts: ReadonlySet<number>;
  /** Codes of the first characters of known names that end in 局. */
  readonly bureauStarts: ReadonlySet<number>;
  /** Readings of whole words met before. */
  readonly memo: Map<string, NameReading | null>;
}

const LONGEST_NAME = 20;
const MEMO_LIMIT = 4000;

const contexts = new WeakMap<Lexicon, Map<string, NameContext>>();

/** The context for a lexicon and a county; the same arguments give the same context. */
export function nameContext(lexicon: Lexicon, countyNames: readonly string[]): NameContext {
  const key = countyNames.join('\n');
  let byCounty = contexts.get(lexicon);
  if (!byCounty) {
    byCounty = new Map();
    contexts.set(lexicon, byCounty);
  }
  let context = byCounty.get(key);
  if (!context) {
    const names = countyNames.filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
    const places = [...new Set(names.map(placeOf))];
    const prefixStarts = new Set([
      ...lexicon.prefixesByFirst.keys(),
      ...places.map((place) => place.charCodeAt(0)),
      '中'.charCodeAt(0),
    ]);
    const bureaus = [...lexicon.full.keys()].filter((name) => name.endsWith('局'));
    const bureauStarts = new Set(bureaus.map((name) => name.charCodeAt(0)));
    context = { lexicon, countyNames: names, places, prefixStarts, bureauStarts, memo: new Map() };
    byCounty.set(key, context);
  }
  return context;
}

/** The last character of a county's name when it says what the county is: 县, 市, 区, 旗. */
export function unitOf(countyName: string): string {
  const last = countyName.charAt(countyName.length - 1);
  return countyName.length > 2 && '县市区旗'.includes(last) ? last : '';
}

/** The county's name without 县, 市, 区 or 旗. */
export function placeOf(countyName: string): string {
  return unitOf(countyName) === '' ? countyName : countyName.slice(0, -1);
}

/**
 * Reads a whole word, without white space and brackets, as one department name; null when it is none.
 * A known name goes before a branch, a branch before a name that only its ending tells.
 */
export function readName(word: string, context: NameContext): NameReading | null {
  if (word.length < 2 || word.length > LONGEST_NAME + 14) return null;
  const { memo, lexicon } = context;
  if (!lexicon.lastCodes.has(word.charCodeAt(word.length - 1))) return null;
  const before = memo.get(word);
  if (before !== undefined) return before;
  const own = ownWords(word);
  const reading = readAfresh(own, context);
  if (memo.size >= MEMO_LIMIT) memo.clear();
  memo.set(own, reading);
  return reading;
}

const RANK = { known: 4, branch: 2, plausible: 1 } as const;

function readAfresh(word: string, context: NameContext): NameReading | null {
  if (isTwoKnownNames(word, context)) return null;
  if (isNational(word)) return bestOf(word, [{ end: 0, foreign: false }], context);
  const ends = prefixEnds(word, 0, context, false);
  // Most names are known ones; the rest is asked only about the others.
  for (const { end } of ends) {
    const base = word.slice(end);
    const prefix = word.slice(0, end);
    if (!context.lexicon.full.has(base) || kindOf(base, prefix, context) !== 'known') continue;
    return { prefix, base, kind: 'known', independent: isIndependent(prefix, base, 'known', context) };
  }
  const own = bestOf(word, ends, context);
  if (own && (own.kind === 'known' || hasKnownBody(own.base, context))) return own;
  return bestOf(word, prefixEnds(word, 0, context), context);
}

function hasKnownBody(base: string, context: NameContext): boolean {
  const branch = branchOf(base, context);
  return branch !== null && context.lexicon.full.has(branch.body);
}

function bestOf(word: string, ends: readonly PrefixEnd[], context: NameContext): NameReading | null {
  let best: NameReading | null = null;
  let bestRank = 0;
  for (const { end, foreign } of ends) {
    const base = word.slice(end);
    const prefix = word.slice(0, end);
    const kind = kindOf(base, prefix, context);
    if (kind === null) continue;
    // Of two readings as names known only by their ending the one with a prefix of the county's own is better.
    const body = kind === 'branch' && hasKnownBody(base, context) ? 4 : 0;
    const rank = body + RANK[kind] * 4 + (end > 0 ? (foreign ? 1 : 2) : kind === 'known' ? 3 : 0);
    if (rank > bestRank) {
      bestRank = rank;
      best = { prefix, base, kind, independent: isIndependent(prefix, base, kind, context) };
    }
  }
  return best;
}

function kindOf(base: string, prefix: string, context: NameContext): NameReading['kind'] | null {
  const { lexicon } = context;
  if (base.length === 0 || (prefix !== '' && base.length < 2 && !lexicon.party.has(base))) return null;
  if (lexicon.full.has(base)) {
    return GOVERNMENT_TOO.has(base) && !isPartyPrefix(prefix) ? null : 'known';
  }
  if (branchOf(base, context)) return 'branch';
  return isPlausible(base, prefix, context) ? 'plausible' : null;
}

/** Whether a prefix is that of a party committee: 县委, 地委, 巴楚县委. */
export function isPartyPrefix(prefix: string): boolean {
  return prefix.endsWith('委') || prefix.endsWith('党委');
}

/** A branch: the body (生态环境局), the place written (昭苏县, 昭苏 or nothing) and the ending. */
export interface Branch {
  readonly body: string;
  readonly place: string;
  readonly suffix: string;
}

/** Reads 生态环境局昭苏县分局, 国家开发银行巴楚县支行, 生态环境分局; null when the name is no branch. */
export function branchOf(base: string, context: NameContext): Branch | null {
  const suffix = BRANCH_SUFFIXES.find((candidate) => base.endsWith(candidate));
  if (suffix === undefined) return null;
  const stem = base.slice(0, base.length - suffix.length);
  if (stem.length < 2) return null;
  const body = bodyAt(stem, context);
  if (body === null) {
    return suffix === '分局' && context.lexicon.full.has(`${stem}局`)
      ? { body: `${stem}局`, place: '', suffix }
      : null;
  }
  const place = stem.slice(body.length);
  return isPlace(place, context) ? { body, place, suffix } : null;
}

/** The body that a branch's name begins with: the longest known name, else what ends in 局, 银行 or 公司. */
function bodyAt(stem: string, context: NameContext): string | null {
  const known = knownAt(stem, 0, context.lexicon);
  if (known !== null) return known;
  for (const suffix of ['局', '银行', '公司', '集团', '中心', '院']) {
    const at = stem.indexOf(suffix, 1);
    if (at < 2) continue;
    const body = stem.slice(0, at + suffix.length);
    return hasDutyWords(body) || holdsPrefixedName(body, context) ? null : body;
  }
  return null;
}

function isPlace(place: string, context: NameContext): boolean {
  if (place === '' || context.countyNames.includes(place)) return true;
  if (place.length > LONGEST_PLACE + 4) return false;
  for (const character of place) if (!isHan(character) || NOT_IN_PLACES.has(character)) return false;
  return true;
}

/** The longest known name that begins at an offset, or null. */
export function knownAt(text: string, at: number, lexicon: Lexicon): string | null {
  const names = lexicon.byFirst.get(text.charCodeAt(at));
  if (names === undefined) return null;
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    if (name !== undefined && text.startsWith(name, at)) return name;
  }
  return null;
}

/** Whether a stretch holds words that only a sentence holds, or begins as one does. */
export function hasDutyWords(text: string): boolean {
  const start = DUTY_STARTS.get(text.charAt(0));
  if (start && !start.some((lead) => text.startsWith(lead))) return true;
  for (let i = 0; i < text.length; i++) {
    if (!NOT_IN_NAMES.has(text.charAt(i))) continue;
    if (!NAME_WORDS.some((word) => text.startsWith(word, i - word.indexOf(text.charAt(i))))) return true;
  }
  return DUTY_WORDS.some((word) => text.includes(word));
}

/** Whether a name begins with a body that is not the county's own: 国家, 中国, 国网. */
export function isNational(name: string): boolean {
  return NATIONAL_LEADS.some((lead) => name.startsWith(lead));
}

/** Whether a name brings no prefix and takes none: a national body, a customs house (霍尔果斯海关), a field unit with a place (云浦供电局). */
export function takesNoPrefix(name: string): boolean {
  return isNational(name) || name.endsWith('海关') || isPlacedFieldUnit(name);
}

function isPlausible(base: string, prefix: string, context: NameContext): boolean {
  const { lexicon } = context;
  if (base.length < 2 || base.length > LONGEST_NAME) return false;
  const suffix = lexicon.suffixes.find((candidate) => base.endsWith(candidate));
  if (suffix === undefined) return false;
  if (base.length === suffix.length && (prefix === '' || suffix.length < 3)) return false;
  // 部, 会, 社 and the like end many words that name nobody; without a prefix only a clear ending will do.
  if (prefix === '' && suffix.length === 1 && !STRONG_SUFFIXES.includes(suffix) && !isPlacedFieldUnit(base))
    return false;
  if (prefix !== '' && base.length < 3 && !STRONG_SUFFIXES.includes(suffix)) return false;
  for (const character of base) if (!isHan(character)) return false;
  if (LOCAL_LEADS.some((lead) => base.startsWith(lead))) return false;
  if (hasDutyWords(base)) return false;
  return !holdsPrefixedName(base, context) && !isGlued(base, context);
}

/** Whether a known name with its prefix ends a longer stretch: 工作县教育局 is what stood before the name, and the name. */
function holdsPrefixedName(base: string, context: NameContext): boolean {
  if (isNational(base)) return false;
  for (let i = 1; i < base.length - 2; i++) {
    for (const unit of unitsAt(base, i, context)) {
      if (context.lexicon.full.has(base.slice(i + unit.length))) return true;
    }
  }
  return false;
}

/** Ends of a first name inside a longer stretch. */
const NAME_ENDS: ReadonlySet<string> = new Set('局委部办室会院社心行司府');

/** Endings of departments; what ends otherwise behind a name (公安局看守所) is a part of its body. */
const DEPARTMENT_END = /[局委办部会联]$/;

/** Whether two known names stand one behind the other, each with a prefix or without: 市监局卫健委, 县红十字会县卫健委. */
function isTwoKnownNames(word: string, context: NameContext): boolean {
  if (!DEPARTMENT_END.test(word)) return false;
  const { full } = context.lexicon;
  const bases = prefixEnds(word, 0, context, false).map(({ end }) => word.slice(end));
  if (bases.some((base) => full.has(base))) return false;
  return bases.some((base) => {
    for (let i = 1; i < base.length - 2; i++) {
      if (!NAME_ENDS.has(base.charAt(i)) || !full.has(base.slice(0, i + 1))) continue;
      const right = base.slice(i + 1);
      if (prefixEnds(right, 0, context, false).some(({ end }) => full.has(right.slice(end)))) return true;
    }
    return false;
  });
}

/** Whether two names stand in a stretch without a separator: 县教育局县民政局. A body's own part (公安局交警大队) is one name. */
export function isGlued(base: string, context: NameContext): boolean {
  const { lexicon } = context;
  for (let i = 1; i < base.length - 2; i++) {
    if (!NAME_ENDS.has(base.charAt(i))) continue;
    const left = base.slice(0, i + 1);
    const right = base.slice(i + 1);
    const leftKnown = lexicon.full.has(left);
    if (!leftKnown && !lexicon.suffixes.some((suffix) => left.endsWith(suffix))) continue;
    if (left.endsWith('总局') || isNational(base)) continue;
    const joined = CONNECTIVES.find((connective) => right.startsWith(connective));
    if (joined !== undefined && readName(right.slice(joined.length), context)) return true;
    const ends = prefixEnds(right, 0, context);
    const second = ends.find(({ end }) => lexicon.full.has(right.slice(end)));
    if (second && second.end < right.length) {
      const name = right.slice(second.end);
      // 地区烟草专卖局巴楚县烟草专卖局 repeats the body; 公安局看守所 names a part of it without a prefix.
      if (left.endsWith(name) && second.end > 2) continue;
      if (leftKnown || second.end > 0 || name.endsWith('局')) return true;
    }
    if (leftKnown && unitsAt(right, 0, context).length > 0) return true;
  }
  return false;
}

/** The Youth League's committee, whose place stands inside the name: 团县委. */
export const LEAGUE = /^团[县区市旗州]委$/;

function isIndependent(
  prefix: string,
  base: string,
  kind: NameReading['kind'],
  context: NameContext,
): boolean {
  if (prefix !== '') return false;
  if (takesNoPrefix(base) || LEAGUE.test(base)) return true;
  if (context.countyNames.some((county) => base.includes(county))) return true;
  return kind === 'branch' && (branchOf(base, context)?.place ?? '') !== '';
}
