import { isHan, isHanAt } from '../../grammar/punctuation.ts';
import type { ListDocument } from '../../model/document.ts';
import type { Rule } from '../../model/rule.ts';
import type { WordIndex } from '../../patterns/wordIndex.ts';
import { type CharacterSet, setsIn } from './characterSets.ts';
import { scopedTexts } from './scopedTexts.ts';
import { type TextUnit, unitsFor } from './texts.ts';

/**
 * Stands between two texts of a joined one, with a line feed on both sides, so that ^ and $ hold at the ends of each
 * text. No document has it: Unicode keeps it out of texts.
 */
export const TEXT_BREAK = '\uffff';
const BETWEEN = `\n${TEXT_BREAK}\n`;

/** All texts that a rule looks at, one behind the other: one search over them is far quicker than one over each. */
export interface JoinedTexts {
  readonly units: readonly TextUnit[];
  /** The texts with `TEXT_BREAK` before the first, between them and behind the last. */
  readonly text: string;
  /** Where each unit begins in `text`; one more for the end. */
  readonly starts: readonly number[];
}

const known = new WeakMap<readonly TextUnit[], JoinedTexts>();

/** The texts of a rule's scope, joined; made once for all rules of the same scope. */
export function joinedTexts(document: ListDocument, rule: Rule): JoinedTexts {
  const scope = unitsFor(document, rule);
  let joined = known.get(scope);
  if (!joined) {
    const units = scopedTexts(document, rule);
    const starts: number[] = [];
    let at = BETWEEN.length;
    for (const { text } of units) {
      starts.push(at);
      at += text.value.length + BETWEEN.length;
    }
    starts.push(at);
    const text = BETWEEN + units.map(({ text: { value } }) => value + BETWEEN).join('');
    joined = { units, text, starts };
    known.set(scope, joined);
  }
  return joined;
}

/**
 * The units in which a pattern may match: those that a match of it in the joined texts begins in. A match that begins
 * between two units, or goes on into the next one, counts for nothing there; each unit has its own chance.
 * @param pattern with the flag `g`
 */
export function unitsHolding({ units, text, starts }: JoinedTexts, pattern: RegExp): readonly TextUnit[] {
  const found: TextUnit[] = [];
  let index = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    while (index < units.length && (starts[index + 1] ?? 0) - BETWEEN.length < match.index) index++;
    // A pattern may begin with the break before a text.
    const unit = units[index];
    if (!unit) break;
    found.push(unit);
    index++;
    pattern.lastIndex = (starts[index] ?? text.length) - BETWEEN.length;
  }
  return found;
}

/**
 * Searches all units for the words of an index, in order, and asks at each place whether the word is meant (see `WordIndex.scan`).
 * @param accept gets the index of the word, the unit, and where the word stands in the words of the unit
 */
export function scanUnits(
  { units, text, starts }: JoinedTexts,
  index: WordIndex,
  accept: (word: number, unit: TextUnit, start: number, end: number) => boolean,
): void {
  let at = 0;
  index.scan(text, (word, start, end) => {
    while (at + 1 < units.length && (starts[at + 1] ?? 0) <= start) at++;
    const unit = units[at];
    const from = starts[at] ?? 0;
    // No word that a person writes stands over the end of a text.
    return (
      unit !== undefined &&
      end - from <= unit.text.value.length &&
      accept(word, unit, start - from, end - from)
    );
  });
}

const setsByTexts = new WeakMap<JoinedTexts, readonly CharacterSet[]>();

/** The sets of characters that each unit holds some of. */
function setsOf(joined: JoinedTexts): readonly CharacterSet[] {
  let sets = setsByTexts.get(joined);
  if (!sets) {
    const { units, text, starts } = joined;
    sets = units.map(({ text: { value } }, i) =>
      setsIn(text, starts[i] ?? 0, (starts[i] ?? 0) + value.length),
    );
    setsByTexts.set(joined, sets);
  }
  return sets;
}

/** The units that hold a character of one of some sets. */
export function unitsWith(joined: JoinedTexts, wanted: CharacterSet): readonly TextUnit[] {
  const sets = setsOf(joined);
  return joined.units.filter((_, i) => ((sets[i] ?? 0) & wanted) !== 0);
}

/** A text with the places of all that rules of typography look at: its characters that are neither Chinese nor digits. */
export interface MarkedText {
  readonly unit: TextUnit;
  /** The words of `unit.text`. */
  readonly value: string;
  /** Offsets in `value`, ascending. */
  readonly marks: readonly number[];
}

const marked = new WeakMap<TextUnit, MarkedText>();

/** The texts of a rule's scope in which a pattern may match, with their marks. */
export function markedTexts(document: ListDocument, rule: Rule, pattern: RegExp): readonly MarkedText[] {
  return unitsHolding(joinedTexts(document, rule), pattern).map(withMarks);
}

/** A text with its marks; found once for all rules. */
export function withMarks(unit: TextUnit): MarkedText {
  let text = marked.get(unit);
  if (!text) {
    const { value } = unit.text;
    text = { unit, value, marks: marksOf(value) };
    marked.set(unit, text);
  }
  return text;
}

function marksOf(value: string): readonly number[] {
  const marks: number[] = [];
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39)) continue;
    if (!isHanAt(value, i)) marks.push(i);
  }
  return marks;
}

const FULL_MARKS = new Set('，。；：、？！（）《》〈〉“”‘’【】「」『』〔〕');

/** Whether a character belongs to Chinese text: a Chinese character or one of its marks. The empty string: false. */
export function isChinese(character: string): boolean {
  return character !== '' && (isHan(character) || FULL_MARKS.has(character));
}
