import type { ReportEdit } from '../model/report.ts';

/** A text as it came out of edits: stretches of the original, and words that were put in. In order. */
type Piece = { readonly from: number; readonly end: number } | { readonly words: string };

/** The text with edits applied; they are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly ReportEdit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: words } of edits) {
    result += text.slice(at, start) + words;
    at = end;
  }
  return result + text.slice(at);
}

/** The edit without what it leaves as it is at both ends, or null when it changes nothing. Surrogate pairs stay whole. */
export function minimalEdit(text: string, { start, end, text: words }: ReportEdit): ReportEdit | null {
  const old = text.slice(start, end);
  const most = Math.min(old.length, words.length);
  let head = 0;
  while (head < most && old.charCodeAt(head) === words.charCodeAt(head)) head++;
  if (head > 0 && isHighSurrogate(old.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (
    tail < most - head &&
    old.charCodeAt(old.length - 1 - tail) === words.charCodeAt(words.length - 1 - tail)
  )
    tail++;
  if (tail > 0 && isLowSurrogate(old.charCodeAt(old.length - tail))) tail--;
  if (head + tail === old.length && old.length === words.length) return null;
  return { start: start + head, end: end - tail, text: words.slice(head, words.length - tail) };
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/**
 * What edits that were applied one set after the other amount to, by the offsets of the original text; minimal, in order
 * and apart from each other.
 * @param passes the sets in the order in which they were applied; each is in order and without overlaps, and counts in the text
 *   that the ones before it left
 */
export function composeEdits(
  text: string,
  passes: readonly (readonly ReportEdit[])[],
): readonly ReportEdit[] {
  let pieces: readonly Piece[] = [{ from: 0, end: text.length }];
  for (const edits of passes) pieces = edited(pieces, edits);
  return editsOf(text, pieces);
}

function lengthOf(piece: Piece): number {
  return 'words' in piece ? piece.words.length : piece.end - piece.from;
}

function part(piece: Piece, start: number, end: number): Piece {
  return 'words' in piece
    ? { words: piece.words.slice(start, end) }
    : { from: piece.from + start, end: piece.from + end };
}

function edited(pieces: readonly Piece[], edits: readonly ReportEdit[]): readonly Piece[] {
  const result: Piece[] = [];
  let index = 0;
  /** How much of the piece at `index` is behind, and where that is in the text. */
  let inside = 0;
  let at = 0;
  const goTo = (offset: number, keep: boolean): void => {
    while (at < offset) {
      const piece = pieces[index];
      if (!piece) return;
      const step = Math.min(offset - at, lengthOf(piece) - inside);
      if (keep && step > 0) result.push(part(piece, inside, inside + step));
      at += step;
      inside += step;
      if (inside === lengthOf(piece)) {
        index++;
        inside = 0;
      }
    }
  };
  for (const { start, end, text } of edits) {
    goTo(start, true);
    goTo(end, false);
    if (text !== '') result.push({ words: text });
  }
  goTo(Number.POSITIVE_INFINITY, true);
  return result;
}

function editsOf(text: string, pieces: readonly Piece[]): readonly ReportEdit[] {
  const edits: ReportEdit[] = [];
  let at = 0;
  let words = '';
  const close = (next: number): void => {
    if (next > at || words !== '') {
      const edit = minimalEdit(text, { start: at, end: next, text: words });
      if (edit) edits.push(edit);
    }
    words = '';
  };
  for (const piece of pieces) {
    if ('words' in piece) {
      words += piece.words;
      continue;
    }
    close(piece.from);
    at = piece.end;
  }
  close(text.length);
  return edits;
}
