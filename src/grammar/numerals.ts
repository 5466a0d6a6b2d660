const DIGITS: ReadonlyMap<string, number> = new Map(
  Object.entries({ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }),
);

const UNITS: ReadonlyMap<string, number> = new Map(Object.entries({ 十: 10, 百: 100, 千: 1000 }));

/** The value of a half-width or full-width digit, or -1. */
export function digitValue(character: string): number {
  const code = character.charCodeAt(0);
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return -1;
}

/** `digitValue` of the character at an offset; -1 outside the text. Makes no string of it. */
export function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

/** Whether a character can stand in a Chinese numeral. */
export function isChineseNumeral(character: string): boolean {
  return DIGITS.has(character) || UNITS.has(character) || character === '万';
}

const NUMERAL_CODES: ReadonlySet<number> = new Set(
  [...DIGITS.keys(), ...UNITS.keys(), '万'].map((character) => character.charCodeAt(0)),
);

/** `isChineseNumeral` of the character at an offset; false outside the text. Makes no string of it. */
export function isChineseNumeralAt(text: string, at: number): boolean {
  return NUMERAL_CODES.has(text.charCodeAt(at));
}

/**
 * The number that a word writes, or null when it writes none: Arabic digits (27, ２７) or Chinese ones
 * (二十七, 两百零三, 一百一, 二〇二五). Whole numbers without sign, mark or white space only; up to 九千九百九十九万….
 */
export function parseNumeral(word: string): number | null {
  if (word === '' || word.length > 12) return null;
  return digitValue(word.charAt(0)) >= 0 ? parseArabic(word) : parseChinese(word);
}

function parseArabic(word: string): number | null {
  let value = 0;
  for (const character of word) {
    const digit = digitValue(character);
    if (digit < 0) return null;
    value = value * 10 + digit;
  }
  return value;
}

function parseChinese(word: string): number | null {
  const split = word.indexOf('万');
  if (split >= 0) {
    const high = parseSection(word.slice(0, split));
    const low = split === word.length - 1 ? 0 : parseSection(word.slice(split + 1));
    return high === null || high === 0 || low === null ? null : high * 10_000 + low;
  }
  return parseSection(word);
}

/** A number below ten thousand, with units (三百二十) or digit by digit (二〇二五). */
function parseSection(word: string): number | null {
  if (word === '') return null;
  if (![...word].some((character) => UNITS.has(character))) return parseDigits(word);
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 10_000;
  let zero = false;
  for (const character of word) {
    const unit = UNITS.get(character);
    if (unit !== undefined) {
      // 十二 and 一百十二 leave out the 一 before 十; no other unit stands without its digit.
      if (digit === null && unit !== 10) return null;
      if (digit === 0 || unit >= lastUnit) return null;
      total += (digit ?? 1) * unit;
      lastUnit = unit;
      digit = null;
      zero = false;
      continue;
    }
    const value = DIGITS.get(character);
    if (value === undefined || digit !== null) return null;
    if (value === 0) {
      if (zero || total === 0) return null;
      zero = true;
    } else {
      digit = value;
    }
  }
  if (digit === null) return zero ? null : total;
  // 一百一 is 110, 一百零一 is 101.
  return total + (zero || lastUnit === 10 ? digit : digit * (lastUnit / 10));
}

function parseDigits(word: string): number | null {
  if (word.length > 4) return null;
  let value = 0;
  for (const character of word) {
    const digit = DIGITS.get(character);
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}
