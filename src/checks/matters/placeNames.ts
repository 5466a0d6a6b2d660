import { squeeze, type Text } from '../../model/text.ts';

/** The levels of places that a title names, from the top: 伊犁州 昭苏县 昭苏镇. */
export const PLACE_LEVELS = ['prefecture', 'county', 'township'] as const;
export type PlaceLevel = (typeof PLACE_LEVELS)[number];

/** A place as a title names it. */
export interface PlaceName {
  readonly level: PlaceLevel;
  readonly name: string;
  /** Offsets in the value of the text. */
  readonly start: number;
  readonly end: number;
}

/** What names of places end with, by level; the longer ones first. */
const ENDS: readonly (readonly [PlaceLevel, RegExp])[] = [
  ['prefecture', /^.{0,12}?(?:特别行政区|自治区|省)/u],
  ['prefecture', /^.{2,12}?(?:自治州|地区|州|盟|市)(?=.{2,})/u],
  ['county', /^.{1,12}?(?:自治县|自治旗|县|旗|市|区)(?=.{2,})/u],
  ['township', /^.{1,8}?(?:民族乡|街道办事处|街道|苏木|镇|乡)/u],
];

/** What may stand before the first name: the number of an entry, 附件2：. */
const NUMBER =
  /^(?:附件?[0-9０-９一二三四五六七八九十]*[:：]?|[0-9０-９①-⑳.．、（）()]+|[一二三四五六七八九十]{1,3}[、.．])+/u;
/** A longer text is no title. */
const LONGEST = 60;
/** Words of the title itself, which no name of a place holds. */
const NO_NAME = /[《》“”：:，,。；;（）()、]|清单|事项|履职|职责/u;

/**
 * The places that the words before the name of a list or document enumerate, from the top; a level that is not
 * written is left out. A province is passed over: it is written or not as the title pleases.
 */
export function placesIn(text: Text): readonly PlaceName[] {
  const { value, at } = squeeze(text.value);
  if (value.length > LONGEST) return [];
  const found: { level: PlaceLevel; name: string; start: number; end: number }[] = [];
  let from = NUMBER.exec(value)?.[0].length ?? 0;
  for (const [index, [level, pattern]] of ENDS.entries()) {
    const name = pattern.exec(value.slice(from))?.[0];
    if (name === undefined || NO_NAME.test(name)) continue;
    if (index > 0)
      found.push({ level, name, start: at[from] ?? 0, end: (at[from + name.length - 1] ?? 0) + 1 });
    from += name.length;
  }
  const [first] = found;
  // A county-level city stands where another title may write its prefecture as well.
  if (first?.level === 'prefecture' && first.name.endsWith('市') && found[1]?.level !== 'county')
    first.level = 'county';
  return found;
}

/** What kind of place a name says it is, so that 自治州 and 州 are one. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/自治州$/u, '州'],
  [/自治县$/u, '县'],
  [/自治旗$/u, '旗'],
  [/民族乡$/u, '乡'],
  [/街道办事处$/u, '街道'],
];

/**
 * Whether two names of one level can be the same place: equal, or one the short form of the other (伊犁州 for
 * 伊犁哈萨克自治州).
 */
export function isSamePlace(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const kind = KINDS.find(([ending]) => ending.test(long));
  if (!kind) return false;
  const [ending, unit] = kind;
  const stem = short.endsWith(unit) ? short.slice(0, -unit.length) : '';
  return stem.length >= 2 && long.replace(ending, '').startsWith(stem);
}
