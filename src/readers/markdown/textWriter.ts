import type { Segment, Text } from '../../model/text.ts';
import { emptyText } from '../../model/text.ts';
import { skipWhiteSpace, trimEndOffset } from '../whitespace.ts';

/**
 * Collects the words of a cell or paragraph piece by piece. Line breaks become one `\n` with the white space around
 * them, however many come together, and none stands at either end; every other character keeps its place.
 * The scanner and the remark adapter both write through it, so that equal words give equal segments.
 */
export interface TextWriter {
  /** Source characters as they stand; line breaks among them count as such. */
  readonly verbatim: (start: number, end: number) => void;
  /** Source characters without a line break among them, as they stand. */
  readonly line: (start: number, end: number) => void;
  /** `value` for the source characters of the range, which is mapped as a whole; line breaks at its ends count as such. */
  readonly decoded: (value: string, start: number, end: number) => void;
  readonly lineBreak: () => void;
  /** The text; `anchor` is where it stands if it is empty. */
  readonly finish: (anchor: number) => Text;
}

/** A stretch of the source; `value` is null where it is read as it stands. */
interface Piece {
  from: number;
  to: number;
  readonly value: string | null;
}

/** A writer of texts whose places are in `source`. */
export function textWriter(source: string): TextWriter {
  const pieces: Piece[] = [];
  let broken = false;

  const trimEnd = (): void => {
    for (let last = pieces[pieces.length - 1]; last; last = pieces[pieces.length - 1]) {
      if (last.value !== null) {
        if (last.value.trim() !== '') return;
      } else {
        last.to = trimEndOffset(source, last.from, last.to);
        if (last.to > last.from) return;
      }
      pieces.pop();
    }
  };

  const add = (from: number, to: number, value: string | null): void => {
    let last = pieces[pieces.length - 1];
    if (broken && last) {
      const lineFeed = from === last.to + 1 && source.charCodeAt(last.to) === 10;
      // A lone CR is one character read as another, which equal lengths would call verbatim: it is passed over instead.
      const end = !lineFeed && from <= last.to + 1 ? last.to : from;
      if (lineFeed && last.value === null) last.to = from;
      else {
        last = { from: last.to, to: end, value: lineFeed ? null : '\n' };
        pieces.push(last);
      }
    }
    broken = false;
    if (value === null && last && last.value === null && last.to === from) last.to = to;
    else pieces.push({ from, to, value });
  };

  const line = (start: number, end: number): void => {
    const from = broken || pieces.length === 0 ? skipWhiteSpace(source, start, end) : start;
    if (from < end) add(from, end, null);
  };

  const lineBreak = (): void => {
    if (broken) return;
    trimEnd();
    broken = pieces.length > 0;
  };

  return {
    verbatim(start, end) {
      let from = start;
      for (let i = start; i < end; i++) {
        const code = source.charCodeAt(i);
        if (code !== 10 && code !== 13) continue;
        line(from, i);
        lineBreak();
        from = i + 1;
      }
      line(from, end);
    },
    line,
    decoded(value, start, end) {
      const lines = value.split(/\s*[\n\r]\s*/);
      if (lines[0] === '' && value !== '') lineBreak();
      const words = lines.filter((each) => each !== '').join('\n');
      if (words !== '' && !((broken || pieces.length === 0) && words.trim() === '')) {
        // Equal lengths would say that the characters stand in the source as they are.
        const equal = end - start === words.length && source.slice(start, end) !== words;
        add(start, equal ? end - 1 : end, words);
      }
      if (lines.length > 1 && lines[lines.length - 1] === '') lineBreak();
    },
    lineBreak,
    finish(anchor) {
      trimEnd();
      return assemble(source, pieces, anchor);
    },
  };
}

function assemble(source: string, pieces: readonly Piece[], anchor: number): Text {
  const first = pieces[0];
  if (!first) return emptyText(anchor);
  const segments: Segment[] = [];
  const words: string[] = [];
  let at = 0;
  for (const { from, to, value } of pieces) {
    const word = value ?? source.slice(from, to);
    segments.push({ at, length: word.length, from, sourceLength: to - from });
    words.push(word);
    at += word.length;
  }
  return { value: words.join(''), segments, anchor: first.from };
}

/** The source between two offsets without white space at its ends; there is no line break in it. */
export function plainText(source: string, start: number, end: number): Text {
  const from = skipWhiteSpace(source, start, end);
  const to = trimEndOffset(source, from, end);
  if (from === to) return emptyText(start);
  const length = to - from;
  return {
    value: source.slice(from, to),
    segments: [{ at: 0, length, from, sourceLength: length }],
    anchor: from,
  };
}
