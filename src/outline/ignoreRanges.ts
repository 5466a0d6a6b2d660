import type { DutyItem, ListDocument } from '../model/document.ts';
import type { IgnoreComment } from '../model/ignoreComment.ts';
import type { Span } from '../model/place.ts';
import { spanOf, type Text } from '../model/text.ts';

/** An ignore comment and the part of the document that it covers. */
export interface IgnoreRange {
  readonly comment: IgnoreComment;
  /** Both ends belong to it: a finding about something missing may stand at the end. */
  readonly covers: Span;
}

/** What is wrong with a comment as such; it covers nothing. */
export interface IgnoreFault {
  readonly comment: IgnoreComment;
  readonly fault:
    | 'unknown-word'
    | 'not-closed'
    | 'end-without-start'
    | 'start-without-end'
    | 'nothing-follows';
}

/** What the ignore comments of a document cover. */
export interface IgnoreRanges {
  /** In the order of the comments; a start stands for its end as well. */
  readonly ranges: readonly IgnoreRange[];
  readonly faults: readonly IgnoreFault[];
}

/** The words that may stand behind `qingdan-`. */
export const IGNORE_WORDS = ['ignore', 'ignore-start', 'ignore-end', 'ignore-file'] as const;

/**
 * What each ignore comment covers: `ignore` the row, paragraph or heading that follows, or the one it stands in;
 * `ignore-start` what stands before its `ignore-end`; `ignore-file` everything.
 */
export function ignoreRanges(document: ListDocument): IgnoreRanges {
  const { source } = document;
  if (source.ignores.length === 0) return { ranges: [], faults: [] };
  const units = unitsOf(document);
  const ranges: IgnoreRange[] = [];
  const faults: IgnoreFault[] = [];
  const open: IgnoreComment[] = [];
  for (const comment of source.ignores) {
    if (!comment.closed) {
      faults.push({ comment, fault: 'not-closed' });
      continue;
    }
    switch (comment.word) {
      case 'ignore': {
        const covers = unitFor(document, units, comment);
        if (covers) ranges.push({ comment, covers });
        else faults.push({ comment, fault: 'nothing-follows' });
        break;
      }
      case 'ignore-file':
        ranges.push({ comment, covers: { start: 0, end: source.text.length } });
        break;
      case 'ignore-start':
        open.push(comment);
        break;
      case 'ignore-end': {
        const at = open.findLastIndex((start) => closes(comment, start));
        const start = open[at];
        if (!start) faults.push({ comment, fault: 'end-without-start' });
        else {
          open.splice(at, 1);
          ranges.push({ comment: start, covers: { start: start.span.end, end: comment.span.start } });
        }
        break;
      }
      default:
        faults.push({ comment, fault: 'unknown-word' });
    }
  }
  for (const comment of open) faults.push({ comment, fault: 'start-without-end' });
  const byPlace = (a: { comment: IgnoreComment }, b: { comment: IgnoreComment }): number =>
    a.comment.span.start - b.comment.span.start;
  return { ranges: ranges.sort(byPlace), faults: faults.sort(byPlace) };
}

/** An end without rules closes the last start; one with rules the last start with the same ones. */
function closes(end: IgnoreComment, start: IgnoreComment): boolean {
  if (end.rules.length === 0) return true;
  const ids = (comment: IgnoreComment): string =>
    comment.rules
      .map(({ id }) => id)
      .sort()
      .join(' ');
  return ids(end) === ids(start);
}

/** The rows, paragraphs and headings of a document in order; an item that goes on in other rows is one. */
function unitsOf(document: ListDocument): readonly Span[] {
  const items = new Map<number, DutyItem>();
  for (const list of document.lists) for (const item of list.items) items.set(item.span.start, item);
  const wide = (span: Span): Span => {
    const item = items.get(span.start);
    return item ? { start: span.start, end: Math.max(span.end, item.span.end) } : span;
  };
  const units = document.source.blocks.some(({ type }) => type === 'line')
    ? lineUnits(document)
    : document.source.blocks.flatMap((block) =>
        block.type === 'table' ? block.rows.map(({ span }) => wide(span)) : [block.span],
      );
  return [...units].sort((a, b) => a.start - b.start);
}

/** Where the file has no marks, what the outline made of its lines; a line that became nothing stands for itself. */
function lineUnits({
  lists,
  paragraphs,
  contents,
  title,
  date,
  unread,
  source,
}: ListDocument): readonly Span[] {
  const texts: (Text | null)[] = [title, date, ...paragraphs, ...contents.map((entry) => entry.title)];
  const spans: Span[] = [];
  for (const list of lists) {
    texts.push(list.title, ...list.categoryHeadings.map(({ whole }) => whole));
    // A header in the middle of a row is none that somebody would want to ignore.
    for (const { span } of list.headers)
      if (!list.items.some((item) => inside(span, item.span))) spans.push(span);
    for (const item of list.items) spans.push(item.span);
  }
  for (const { block } of unread) spans.push(block.span);
  for (const text of texts) if (text && text.value !== '') spans.push(spanOf(text));
  spans.sort((a, b) => a.start - b.start);
  const lines: Span[] = [];
  let at = 0;
  let end = -1;
  for (const { span } of source.blocks) {
    for (let next = spans[at]; next && next.start < span.end; next = spans[++at])
      end = Math.max(end, next.end);
    if (span.start >= end) lines.push(span);
  }
  return [...spans, ...lines];
}

function inside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What a comment stands in, or on lines of its own above; null where there is nothing. */
function unitFor(
  { source }: ListDocument,
  units: readonly Span[],
  { span, alone }: IgnoreComment,
): Span | null {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle]?.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const next = units[low] ?? null;
  const before = units[low - 1];
  if (before && before.end > span.start) return before;
  if (alone) return next;
  if (before && !/[\r\n]/.test(source.text.slice(Math.min(before.end, span.start), span.start)))
    return before;
  return next && !/[\r\n]/.test(source.text.slice(span.end, next.start)) ? next : null;
}
