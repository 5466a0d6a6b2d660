import { type NameDecoder, referenceAt } from './references.ts';
import { isBlank } from './rows.ts';
import type { TextWriter } from './textWriter.ts';

/** A stretch of Markdown as remark saw it, and where its characters stand in the source. */
export interface Placed {
  /** What remark parsed. */
  readonly text: string;
  /** The source offset of `text[offset]`. */
  readonly at: (offset: number) => number;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;

/** Writes `text.slice(start, end)` as it stands; line breaks in it count as such. */
export function writeStretch(writer: TextWriter, placed: Placed, start: number, end: number): void {
  const { text, at } = placed;
  let from = start;
  for (let i = start; i <= end; i++) {
    const code = i < end ? text.charCodeAt(i) : 10;
    if (code !== 10 && code !== 13) continue;
    if (from < i) writer.verbatim(at(from), at(i - 1) + 1);
    if (i < end) writer.lineBreak();
    from = i + 1;
  }
}

/**
 * Writes the value of a text node from its stretch: escapes and character references are found again, and white space that
 * Markdown drops at line ends is passed over. A value that does not fit is written as a whole.
 */
export function writeValue(
  writer: TextWriter,
  placed: Placed,
  start: number,
  end: number,
  value: string,
  decodeName: NameDecoder,
): void {
  const { text, at } = placed;
  if (value.length === end - start && text.startsWith(value, start)) {
    writeStretch(writer, placed, start, end);
    return;
  }
  const steps = align(placed.text, start, end, value, decodeName);
  if (!steps) {
    if (value !== '') writer.decoded(value, at(start), at(end - 1) + 1);
    return;
  }
  for (const step of steps) {
    if (step.value === null) writeStretch(writer, placed, step.start, step.end);
    else writer.decoded(step.value, at(step.start), at(step.end - 1) + 1);
  }
}

interface Step {
  readonly start: number;
  end: number;
  readonly value: string | null;
}

function align(
  text: string,
  start: number,
  end: number,
  value: string,
  decodeName: NameDecoder,
): Step[] | null {
  const steps: Step[] = [];
  let i = start;
  let done = 0;
  while (done < value.length) {
    if (i >= end) return null;
    const code = text.charCodeAt(i);
    if (code === 92 && PUNCTUATION.test(text.charAt(i + 1)) && value.charAt(done) === text.charAt(i + 1)) {
      steps.push({ start: i, end: i + 2, value: value.charAt(done) });
      i += 2;
      done++;
      continue;
    }
    const reference = code === 38 ? referenceAt(text, i, decodeName) : null;
    if (reference && value.startsWith(reference.value, done)) {
      steps.push({ start: i, end: reference.end, value: reference.value });
      i = reference.end;
      done += reference.value.length;
      continue;
    }
    if (code === value.charCodeAt(done)) {
      const last = steps[steps.length - 1];
      if (last && last.value === null && last.end === i) last.end = i + 1;
      else steps.push({ start: i, end: i + 1, value: null });
      done++;
      // Markdown drops the indentation of a paragraph's lines; a tab written as a reference is none.
      if (code === 10 || code === 13) while (i + 1 < end && isBlank(text.charCodeAt(i + 1))) i++;
    } else if (text.charAt(i).trim() !== '' && code !== 62) return null;
    i++;
  }
  return steps;
}

/**
 * Writes the value of inline code from its stretch, fences included: the fence, one space at both ends and the backslash before an
 * escaped pipe are passed over.
 */
export function writeCode(
  writer: TextWriter,
  placed: Placed,
  start: number,
  end: number,
  value: string,
): void {
  const { text, at } = placed;
  let fence = 0;
  while (text.charAt(start + fence) === '`') fence++;
  let i = start + fence;
  let done = 0;
  const stop = end - fence;
  while (done < value.length && i < stop) {
    const character = text.charAt(i);
    const wanted = value.charAt(done);
    if (character === wanted) {
      writer.verbatim(at(i), at(i) + 1);
      done++;
    } else if (wanted === '|' && character === '\\' && text.charAt(i + 1) === '|') {
      writer.decoded('|', at(i), at(i + 1) + 1);
      done++;
      i++;
    } else if (wanted === ' ' && (character === '\n' || character === '\r')) {
      writer.lineBreak();
      if (character === '\r' && text.charAt(i + 1) === '\n') i++;
      done++;
    } else if (character.trim() !== '' && character !== '>') break;
    i++;
  }
  if (done < value.length) writer.decoded(value.slice(done), at(Math.min(i, end - 1)), at(end - 1) + 1);
}

/**
 * Where the characters of a block's value stand, when each of its lines is the end of a line of its stretch (code, HTML inside
 * lists and quotes). `at` gives source offsets by offsets in the value.
 *
 * @param skipped lines of the stretch that stand before the first line of the value
 */
export function placeLines(
  placed: Placed,
  start: number,
  end: number,
  value: string,
  skipped: number,
): (offset: number) => number {
  const { text, at } = placed;
  const starts: number[] = [];
  const places: { readonly first: number; readonly shift: number }[] = [];
  const lines = lineRanges(text.slice(start, end)).slice(skipped);
  for (const [index, line] of lineRanges(value).entries()) {
    const found = lines[index] ?? { start: end - start, end: end - start };
    starts.push(line.start);
    // A tab of which the list took some columns is more characters in the value than in the source.
    places.push({ first: start + found.start, shift: start + found.end - line.end });
  }
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const place = places[low] ?? { first: start, shift: 0 };
    return at(Math.min(Math.max(place.first, offset + place.shift), Math.max(start, end - 1)));
  };
}

/** The lines of a text without their line ends. */
export function lineRanges(text: string): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    ranges.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  ranges.push({ start, end: text.length });
  return ranges;
}
