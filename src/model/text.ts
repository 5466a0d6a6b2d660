import type { Span } from './place.ts';

/**
 * A stretch of a text and the stretch of the source it was read from.
 * Where `length === sourceLength` the characters stand in the source as they are; otherwise the
 * stretch was decoded (an entity, a tag read as a line break) and is mapped as a whole.
 */
export interface Segment {
  /** Offset in `Text.value`, 0-based. */
  readonly at: number;
  /** Length in `Text.value`; never 0. */
  readonly length: number;
  /** Offset in `Source.text`, 0-based. */
  readonly from: number;
  /** Length in `Source.text`. */
  readonly sourceLength: number;
}

/** Words of a document, every character of which knows its place in the source. Segments are in order and cover `value`. */
export interface Text {
  readonly value: string;
  readonly segments: readonly Segment[];
  /** Where an empty text stands in the source; for a text that is not empty, where its first character stands. */
  readonly anchor: number;
}

/** The empty text at an offset of the source. */
export function emptyText(anchor: number): Text {
  return { value: '', segments: [], anchor };
}

/** The source between two offsets as it stands. */
export function verbatim(source: string, start: number, end: number): Text {
  if (end <= start) return emptyText(start);
  const length = end - start;
  return {
    value: source.slice(start, end),
    segments: [{ at: 0, length, from: start, sourceLength: length }],
    anchor: start,
  };
}

/** A value that was read from a stretch of the source in other characters: `&lt;` read as `<`, `<br>` read as a line feed. */
export function decoded(value: string, from: number, sourceLength: number): Text {
  if (value === '') return emptyText(from);
  return { value, segments: [{ at: 0, length: value.length, from, sourceLength }], anchor: from };
}

/** Texts one after the other, nothing between them. `anchor` places the result when all parts are empty. */
export function concat(parts: readonly Text[], anchor = parts[0]?.anchor ?? 0): Text {
  if (parts.length === 1 && parts[0]) return parts[0];
  let value = '';
  const segments: Segment[] = [];
  for (const part of parts) {
    for (const segment of part.segments) {
      const at = value.length + segment.at;
      const last = segments[segments.length - 1];
      if (
        last &&
        last.length === last.sourceLength &&
        segment.length === segment.sourceLength &&
        last.at + last.length === at &&
        last.from + last.sourceLength === segment.from
      ) {
        const length = last.length + segment.length;
        segments[segments.length - 1] = { at: last.at, length, from: last.from, sourceLength: length };
      } else {
        segments.push({ ...segment, at });
      }
    }
    value += part.value;
  }
  return { value, segments, anchor: segments[0]?.from ?? anchor };
}

/** Index of the segment that holds the character at `offset` of the value, or of the last one. */
function segmentIndex(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The stretch of the source from which `value.slice(start, end)` was read. It runs from the first
 * character's place to the last one's, so what stands between them in the source (a line break, a tag)
 * is inside. An empty stretch stands before the character at `start`.
 */
export function spanOf(text: Text, start = 0, end = text.value.length): Span {
  const first = text.segments[segmentIndex(text.segments, start)];
  if (!first) return { start: text.anchor, end: text.anchor };
  if (end <= start) {
    const point = sourceOffset(first, start);
    return { start: point, end: point };
  }
  const last = text.segments[segmentIndex(text.segments, end - 1)] ?? first;
  const whole = last.length !== last.sourceLength || end >= last.at + last.length;
  return {
    start: sourceOffset(first, start),
    end: whole ? last.from + last.sourceLength : last.from + (end - last.at),
  };
}

function sourceOffset(segment: Segment, offset: number): number {
  if (offset >= segment.at + segment.length) return segment.from + segment.sourceLength;
  return segment.length === segment.sourceLength ? segment.from + (offset - segment.at) : segment.from;
}

/** `value.slice(start, end)` with its places. */
export function sliceText(text: Text, start: number, end = text.value.length): Text {
  if (start <= 0 && end >= text.value.length) return text;
  if (end <= start) return emptyText(spanOf(text, start, start).start);
  const segments: Segment[] = [];
  for (let i = segmentIndex(text.segments, start); i < text.segments.length; i++) {
    const segment = text.segments[i];
    if (!segment || segment.at >= end) break;
    const from = Math.max(segment.at, start);
    const to = Math.min(segment.at + segment.length, end);
    if (to <= from) continue;
    const verbatimSegment = segment.length === segment.sourceLength;
    segments.push({
      at: from - start,
      length: to - from,
      from: verbatimSegment ? segment.from + (from - segment.at) : segment.from,
      sourceLength: verbatimSegment ? to - from : segment.sourceLength,
    });
  }
  return { value: text.value.slice(start, end), segments, anchor: segments[0]?.from ?? text.anchor };
}

/** The text without white space (Unicode, so U+3000 as well) at both ends. */
export function trimText(text: Text): Text {
  const { value } = text;
  const start = value.length - value.trimStart().length;
  return sliceText(text, start, Math.max(start, value.trimEnd().length));
}

/** A text without its white space, for comparing words that were wrapped; `at[i]` is where character `i` stands in `text.value`. */
export interface Squeezed {
  readonly value: string;
  /** As long as `value` at least. */
  readonly at: readonly number[];
}

const identity: number[] = [];

/** Leaves out every white space character and remembers where the others stood. */
export function squeeze(value: string): Squeezed {
  if (!/\s/.test(value)) {
    for (let i = identity.length; i < value.length; i++) identity.push(i);
    return { value, at: identity };
  }
  const at: number[] = [];
  for (let i = 0; i < value.length; i++) {
    if (!isWhiteSpace(value.charCodeAt(i))) at.push(i);
  }
  return { value: value.replace(/\s+/g, ''), at };
}

/** A text without its white space: `squeeze(value).value`, where nobody asks for places. */
export function unspaced(value: string): string {
  return /\s/.test(value) ? value.replace(/\s+/g, '') : value;
}

/** As `\s` and `trim` see it: the same set in ECMAScript. */
function isWhiteSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return (code < 0x3001 || code === 0xfeff) && /\s/.test(String.fromCharCode(code));
}

/**
 * The same words as a string of their own. A piece of a long string is kept as a place in it, so that it keeps all of it
 * in memory: what outlives a document must not hold words cut out of it.
 */
export function ownWords(words: string): string {
  return ` ${words}`.slice(1);
}
