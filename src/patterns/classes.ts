import {
  type CharSet,
  complement,
  DIGITS,
  EMPTY_SET,
  propertySet,
  SPACES,
  single,
  union,
  WORD,
} from './charSet.ts';
import { type Cursor, fail, syntax } from './cursor.ts';
import { faultTexts } from './faultTexts.ts';

/** Characters with a meaning; a backslash takes it away (ECMA-262, SyntaxCharacter and `/`). */
const SYNTAX = '^$\\.*+?()[]{}|/';
const CONTROLS: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, f: 12, v: 11 };
const CLASSES: Readonly<Record<string, CharSet>> = { d: DIGITS, s: SPACES, w: WORD };

/** What an escape stands for; `one` is its character where it is a single one. */
interface Escape {
  readonly set: CharSet;
  readonly one: number | null;
}

/** Reads the escape the cursor stands before, in a class or outside of one. */
export function escapeAt(cursor: Cursor, inClass = false): Escape {
  const { source, at } = cursor;
  const letter = source.charAt(at + 1);
  const take = (length: number, one: number): Escape => {
    cursor.at += length;
    return { set: single(one), one };
  };
  const lower = letter.toLowerCase();
  const known = CLASSES[lower];
  if (known) {
    cursor.at += 2;
    return { set: letter === lower ? known : complement(known), one: null };
  }
  if (lower === 'p') return property(cursor);
  const control = CONTROLS[letter];
  if (control !== undefined) return take(2, control);
  if (inClass && letter === 'b') return take(2, 8);
  if (letter === '0' && !/\d/.test(source.charAt(at + 2))) return take(2, 0);
  if (/[0-9]/.test(letter) || (letter === 'k' && !inClass)) {
    const written = /^\\(?:\d+|k(?:<[^>]*>)?)/.exec(source.slice(at))?.[0] ?? `\\${letter}`;
    fail('not-linear', at, written.length, faultTexts.backreference(written));
  }
  const coded = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]+)\}|c([A-Za-z]))/.exec(
    source.slice(at, at + 16),
  );
  if (coded) return numbered(cursor, coded);
  if (letter !== '' && (SYNTAX.includes(letter) || (inClass && letter === '-'))) {
    return take(2, letter.charCodeAt(0));
  }
  const whole = String.fromCodePoint(source.codePointAt(at + 1) ?? 32);
  return syntax(cursor, 1 + whole.length, faultTexts.badEscape(letter === '' ? '\\' : `\\${whole}`));
}

function numbered(cursor: Cursor, [written, x, u, braced, letter]: RegExpExecArray): Escape {
  const one = letter ? letter.charCodeAt(0) % 32 : Number.parseInt(x ?? u ?? braced ?? '', 16);
  if (one > 0x10ffff) syntax(cursor, written.length, faultTexts.badEscape(written));
  // Two escapes in a row that make one character: 𠮷.
  const next = /^\\u([dD][c-fC-F][0-9a-fA-F]{2})/.exec(cursor.source.slice(cursor.at + written.length));
  if (u && next && one >= 0xd800 && one <= 0xdbff) {
    const low = Number.parseInt(next[1] ?? '', 16);
    cursor.at += written.length + 6;
    const whole = (one - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
    return { set: single(whole), one: whole };
  }
  cursor.at += written.length;
  return { set: single(one), one };
}

function property(cursor: Cursor): Escape {
  const { source, at } = cursor;
  const match = /^\\([pP])\{([^}]*)\}/.exec(source.slice(at, at + 80));
  if (!match) return syntax(cursor, 2, faultTexts.badEscape(source.slice(at, at + 2)));
  const [written, letter, name = ''] = match;
  const set = propertySet(name);
  if (!set) return syntax(cursor, written.length, faultTexts.unknownProperty(name));
  cursor.at += written.length;
  return { set: letter === 'P' ? complement(set) : set, one: null };
}

/** Reads the class `[…]` the cursor stands before. */
export function classAt(cursor: Cursor): CharSet {
  const { source } = cursor;
  const start = cursor.at;
  cursor.at++;
  const negated = source[cursor.at] === '^';
  if (negated) cursor.at++;
  let members: CharSet = EMPTY_SET;
  while (source[cursor.at] !== ']') {
    if (cursor.at >= source.length) fail('syntax', start, 1, faultTexts.unclosed('['));
    const from = cursor.at;
    const first = memberAt(cursor);
    const isRange =
      source[cursor.at] === '-' && cursor.at + 1 < source.length && source[cursor.at + 1] !== ']';
    if (!isRange) {
      members = union(members, first.set);
      continue;
    }
    cursor.at++;
    const last = memberAt(cursor);
    if (first.one === null || last.one === null || first.one > last.one) {
      fail('syntax', from, cursor.at - from, faultTexts.badRange(source.slice(from, cursor.at)));
    }
    members = union(members, [[first.one, last.one]]);
  }
  cursor.at++;
  return negated ? complement(members) : members;
}

function memberAt(cursor: Cursor): Escape {
  const { source, at } = cursor;
  if (source[at] === '\\') return escapeAt(cursor, true);
  const one = source.codePointAt(at) ?? 0;
  cursor.at += one > 0xffff ? 2 : 1;
  return { set: single(one), one };
}
