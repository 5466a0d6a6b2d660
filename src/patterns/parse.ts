import { type CharSet, complement, LINE_ENDS, single } from './charSet.ts';
import { classAt, escapeAt } from './classes.ts';
import { type Cursor, fail, syntax } from './cursor.ts';
import { faultTexts } from './faultTexts.ts';
import type { Edge, ParsedPattern, PatternNode } from './nodes.ts';

/** As RE2 has it; also what keeps a short pattern from standing for an endless one. */
const MOST_REPEATS = 1000;
const DEEPEST = 100;
const LONGEST = 5000;
const ANY: CharSet = complement(LINE_ENDS);
const QUANTIFIER = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})/;
const GROUP_NAME = /^\?<([\p{ID_Start}_][\p{ID_Continue}]*)>/u;

/**
 * A regular expression in the notation of JavaScript in Unicode mode, without what cannot be matched in linear time:
 * back references and look-around. `^` and `$` stand for the ends of a line.
 * @throws PatternError that says what is wrong and where
 */
export function parsePattern(source: string): ParsedPattern {
  const cursor: Cursor = { source, at: 0, groups: 0, names: new Map() };
  if (source === '') fail('syntax', 0, 0, faultTexts.noPattern());
  if (source.length > LONGEST) fail('too-large', 0, source.length, faultTexts.tooLong(LONGEST));
  const root = choice(cursor, 0);
  if (cursor.at < source.length) syntax(cursor, 1, faultTexts.unpaired(source.charAt(cursor.at)));
  refuseTooLarge(root, 1);
  const reason = nativeFault(source);
  if (reason !== null) fail('syntax', 0, source.length, faultTexts.invalid(reason));
  return { source, root, groups: cursor.groups, names: cursor.names };
}

/** What the engine itself has against the pattern: a safety net, for the parser above says more. */
function nativeFault(source: string): string | null {
  try {
    new RegExp(source, 'gmu');
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function choice(cursor: Cursor, depth: number): PatternNode {
  const start = cursor.at;
  if (depth > DEEPEST) syntax(cursor, 1, faultTexts.tooDeep(), 'too-large');
  const options = [sequence(cursor, depth)];
  while (cursor.source[cursor.at] === '|') {
    cursor.at++;
    options.push(sequence(cursor, depth));
  }
  const [only] = options;
  return only && options.length === 1 ? only : { type: 'choice', options, at: start, end: cursor.at };
}

function sequence(cursor: Cursor, depth: number): PatternNode {
  const start = cursor.at;
  const parts: PatternNode[] = [];
  while (cursor.at < cursor.source.length && !'|)'.includes(cursor.source.charAt(cursor.at))) {
    parts.push(repeated(cursor, atom(cursor, depth)));
  }
  const [only] = parts;
  return only && parts.length === 1 ? only : { type: 'sequence', parts, at: start, end: cursor.at };
}

function repeated(cursor: Cursor, node: PatternNode): PatternNode {
  const match = QUANTIFIER.exec(cursor.source.slice(cursor.at, cursor.at + 24));
  if (!match) return node;
  const [written, from, comma, to] = match;
  if (node.type === 'edge') syntax(cursor, written.length, faultTexts.nothingToRepeat(written.charAt(0)));
  let min = written === '+' ? 1 : 0;
  let max = written === '?' ? 1 : Number.POSITIVE_INFINITY;
  if (from !== undefined) {
    min = Number(from);
    max = comma === undefined ? min : to ? Number(to) : Number.POSITIVE_INFINITY;
    if (min > max) syntax(cursor, written.length, faultTexts.badRepeat(written));
    if (min > MOST_REPEATS || (max > MOST_REPEATS && max !== Number.POSITIVE_INFINITY)) {
      syntax(cursor, written.length, faultTexts.tooLarge(MOST_REPEATS), 'too-large');
    }
  }
  cursor.at += written.length;
  const lazy = cursor.source[cursor.at] === '?';
  if (lazy) cursor.at++;
  const again = QUANTIFIER.exec(cursor.source.slice(cursor.at, cursor.at + 24));
  if (again) syntax(cursor, again[0].length, faultTexts.nothingToRepeat(again[0].charAt(0)));
  return { type: 'repeat', node, min, max, lazy, at: node.at, end: cursor.at };
}

function atom(cursor: Cursor, depth: number): PatternNode {
  const { source, at } = cursor;
  const character = source.charAt(at);
  switch (character) {
    case '(':
      return group(cursor, depth);
    case '[':
      return set(classAt(cursor), at, cursor);
    case '.':
      cursor.at++;
      return set(ANY, at, cursor);
    case '^':
      return edge(cursor, 'lineStart', 1);
    case '$':
      return edge(cursor, 'lineEnd', 1);
    case '*':
    case '+':
    case '?':
      return syntax(cursor, 1, faultTexts.nothingToRepeat(character));
    case '{':
      return syntax(
        cursor,
        1,
        QUANTIFIER.test(source.slice(at, at + 24))
          ? faultTexts.nothingToRepeat('{')
          : faultTexts.unclosed('{'),
      );
    case ')':
    case ']':
    case '}':
      return syntax(cursor, 1, faultTexts.unpaired(character));
    case '\\':
      if (source[at + 1] === 'b') return edge(cursor, 'word', 2);
      if (source[at + 1] === 'B') return edge(cursor, 'notWord', 2);
      return set(escapeAt(cursor).set, at, cursor);
    default: {
      const codePoint = source.codePointAt(at) ?? 0;
      cursor.at += codePoint > 0xffff ? 2 : 1;
      return set(single(codePoint), at, cursor);
    }
  }
}

function set(members: CharSet, at: number, cursor: Cursor): PatternNode {
  return { type: 'set', set: members, at, end: cursor.at };
}

function edge(cursor: Cursor, which: Edge, length: number): PatternNode {
  const { at } = cursor;
  cursor.at += length;
  return { type: 'edge', edge: which, at, end: cursor.at };
}

function group(cursor: Cursor, depth: number): PatternNode {
  const { source, at } = cursor;
  const rest = source.slice(at + 1, at + 40);
  const look = /^\?(?:=|!|<=|<!)/.exec(rest)?.[0];
  if (look) fail('not-linear', at, look.length + 1, faultTexts.lookaround(`(${look}`));
  const name = GROUP_NAME.exec(rest)?.[1] ?? null;
  let index: number | null = null;
  if (name !== null) {
    if (cursor.names.has(name)) syntax(cursor, name.length + 4, faultTexts.groupTwice(name));
    index = ++cursor.groups;
    cursor.names.set(name, index);
    cursor.at += name.length + 4;
  } else if (rest.startsWith('?:')) cursor.at += 3;
  else if (rest.startsWith('?')) syntax(cursor, 3, faultTexts.badGroup(`(${rest.slice(0, 2)}`));
  else {
    index = ++cursor.groups;
    cursor.at++;
  }
  const node = choice(cursor, depth + 1);
  if (cursor.source[cursor.at] !== ')') fail('syntax', at, 1, faultTexts.unclosed('('));
  cursor.at++;
  return { type: 'group', node, index, name, at, end: cursor.at };
}

/** Counted repeats are written out when they are compiled: their product is what counts. */
function refuseTooLarge(node: PatternNode, times: number): void {
  if (node.type === 'repeat') {
    const own = Number.isFinite(node.max) ? node.max : node.min;
    const product = times * Math.max(1, own);
    if (product > MOST_REPEATS) {
      fail('too-large', node.at, node.end - node.at, faultTexts.tooLarge(MOST_REPEATS));
    }
    refuseTooLarge(node.node, product);
  } else if (node.type === 'group') refuseTooLarge(node.node, times);
  else if (node.type === 'sequence') for (const part of node.parts) refuseTooLarge(part, times);
  else if (node.type === 'choice') for (const option of node.options) refuseTooLarge(option, times);
}
