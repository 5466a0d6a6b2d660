import type { Text } from '../../model/text.ts';
import { referenceAt } from './references.ts';
import { plainText, type TextWriter, textWriter } from './textWriter.ts';

/** Characters that may be markup within a line, and line ends. Everything else stands for itself. */
const SPECIAL = /[*_~`[\\<&\n\r]/;
const EACH_SPECIAL = /[*_~`[\\<&\n\r]/g;

/** `<p>`, `</p>`, `<br>`, `<br/>`, `<br />`: line breaks; sticky. */
const BREAK_TAG = /<(?:\/?p|br ?\/?)>/iy;

/** An ignore comment as `prepare` leaves it in the middle of words; sticky. */
const PASSED_OVER = /<!--x+-->/y;

/** ASCII punctuation, which a backslash makes literal (CommonMark 0.31 §2.4). */
const PUNCTUATION = /[!-/:-@[-`{-~]/;

/** What may become a link by itself: inside it backslashes, references and marks stay as they are. */
const LITERAL_LINK = /:\/\/|www\.|@/i;

/**
 * Reads the words between two offsets where it is sure what remark would make of them: plain text, `<p>` and `<br>`
 * as line breaks, escapes, common character references, and marks that cannot be markup because they stand alone.
 * There must be no link reference definition in the document. Null when it is not sure.
 *
 * @param anchor where the text stands if it is empty
 */
export function readSureInline(source: string, start: number, end: number, anchor: number): Text | null {
  const words = source.slice(start, end);
  if (SPECIAL.test(words)) return readMarked(source, words, start, anchor);
  const text = plainText(source, start, end);
  return text.value === '' ? { ...text, anchor } : text;
}

function readMarked(source: string, words: string, start: number, anchor: number): Text | null {
  if (mayPair(words)) return null;
  const writer = textWriter(source);
  const state: State = { words, start, writer, closes: words.includes('>'), links: LITERAL_LINK.test(words) };
  let written = 0;
  EACH_SPECIAL.lastIndex = 0;
  for (let match = EACH_SPECIAL.exec(words); match; match = EACH_SPECIAL.exec(words)) {
    const next = readSpecial(state, words.charCodeAt(match.index), match.index, written);
    if (next < 0) return null;
    if (next === 0) continue;
    written = next;
    EACH_SPECIAL.lastIndex = next;
  }
  writer.line(start + written, start + words.length);
  return writer.finish(anchor);
}

/** Offsets are in `words`. */
interface State {
  readonly words: string;
  /** Where the words stand in the source. */
  readonly start: number;
  readonly writer: TextWriter;
  /** Whether a `>` occurs, without which no `<` opens anything. */
  readonly closes: boolean;
  readonly links: boolean;
}

/**
 * Reads what a special character begins: the offset behind it, 0 when the character stands for itself, -1 when it is
 * not sure. What was not written yet (from `written` on) is written first.
 */
function readSpecial(state: State, code: number, at: number, written: number): number {
  const { words, start, writer } = state;
  const next = words.charCodeAt(at + 1);
  switch (code) {
    case 10: // line feed
    case 13: // carriage return
      writer.line(start + written, start + at);
      writer.lineBreak();
      return at + 1;
    case 60: {
      BREAK_TAG.lastIndex = at;
      if (BREAK_TAG.test(words)) {
        const behind = BREAK_TAG.lastIndex;
        writer.line(start + written, start + at);
        writer.lineBreak();
        return behind;
      }
      PASSED_OVER.lastIndex = at;
      if (PASSED_OVER.test(words)) {
        const behind = PASSED_OVER.lastIndex;
        writer.line(start + written, start + at);
        return behind;
      }
      return !state.closes || !(next <= 127) || next === 32 ? 0 : -1;
    }
    case 92: {
      if (state.links || next === 10 || next === 13) return -1;
      const escaped = words.charAt(at + 1);
      if (!PUNCTUATION.test(escaped)) return 0;
      writer.line(start + written, start + at);
      writer.decoded(escaped, start + at, start + at + 2);
      return at + 2;
    }
    case 38: {
      const reference = state.links ? null : referenceAt(words, at);
      if (!reference) return next === 35 || /[a-z]/i.test(words.charAt(at + 1)) ? -1 : 0;
      writer.line(start + written, start + at);
      writer.decoded(reference.value, start + at, start + reference.end);
      return reference.end;
    }
    default:
      return 0;
  }
}

/** Whether a mark could open something that another one closes: two runs of the same character, or `](`. */
function mayPair(words: string): boolean {
  return (
    hasTwoRuns(words, '*') ||
    hasTwoRuns(words, '_') ||
    (words.includes('~~') && hasTwoRuns(words, '~')) ||
    hasTwoRuns(words, '`') ||
    words.includes('](')
  );
}

function hasTwoRuns(words: string, mark: string): boolean {
  let i = words.indexOf(mark);
  if (i < 0) return false;
  while (words.charAt(i) === mark) i++;
  return words.includes(mark, i);
}

/** Reads the words with all marks left in, `<p>` and `<br>` excepted: for what is too costly to be read as Markdown. */
export function readUnmarked(source: string, start: number, end: number, anchor: number): Text {
  const writer = textWriter(source);
  const words = source.slice(start, end);
  let written = 0;
  for (let i = words.indexOf('<'); i >= 0; i = words.indexOf('<', i + 1)) {
    BREAK_TAG.lastIndex = i;
    PASSED_OVER.lastIndex = i;
    const comment = PASSED_OVER.exec(words);
    const tag = comment ?? BREAK_TAG.exec(words);
    if (!tag) continue;
    writer.verbatim(start + written, start + i);
    if (!comment) writer.lineBreak();
    written = i + tag[0].length;
  }
  writer.verbatim(start + written, end);
  return writer.finish(anchor);
}
