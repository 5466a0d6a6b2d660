import type { ReportEdit } from '../model/report.ts';
import { type Paint, painter } from './paint.ts';
import { visible } from './visible.ts';

/** How a diff is written. */
export interface DiffOptions {
  readonly color: boolean;
  /**
   * For a terminal: long lines are cut down to what changed, and characters that would act on it are written as their codes. Without
   * it the diff is exact and `patch` or `git apply` can use it.
   */
  readonly terminal: boolean;
  /** Words behind the line numbers of a hunk that starts with a change in this line, 1-based; null for none. */
  readonly heading?: (line: number) => string | null;
}

/** Lines around a change. A row of a table is a line, and rows are long. */
const CONTEXT = 1;
/** On a terminal: characters left on either side of a change. */
const AROUND = 16;

interface Line {
  readonly text: string;
  /** Stretches of `text` that the other side does not have, in order. */
  readonly changed: readonly { readonly start: number; readonly end: number }[];
}

/** Lines that become others. */
interface Block {
  /** 0-based, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly old: readonly Line[];
  readonly new: readonly Line[];
}

/**
 * A unified diff of a file, or the empty text when nothing changes.
 * @param path as the report names the file
 * @param text the text before
 * @param edits in order and without overlaps, offsets in `text`
 */
export function unifiedDiff(
  path: string,
  text: string,
  edits: readonly ReportEdit[],
  { color, terminal, heading }: DiffOptions,
): string {
  if (edits.length === 0) return '';
  const paint = painter(color);
  const starts = lineStarts(text);
  const lineAt = (line: number): string =>
    text.slice(starts[line] ?? text.length, starts[line + 1] ?? text.length);
  const lines = starts.length - (starts[starts.length - 1] === text.length ? 1 : 0);
  const blocks = blocksOf(text, starts, edits);
  const shown = (name: string): string => (terminal ? visible(name) : name);
  const out = [paint(`--- a/${shown(path)}`, 'bold'), paint(`+++ b/${shown(path)}`, 'bold')];
  let moved = 0;
  for (const hunk of hunksOf(blocks)) {
    const first = hunk[0];
    const last = hunk[hunk.length - 1];
    if (!first || !last) continue;
    const from = Math.max(0, first.start - CONTEXT);
    const to = Math.min(lines, last.end + CONTEXT);
    const grown = hunk.reduce((sum, block) => sum + block.new.length - (block.end - block.start), 0);
    const words = heading?.(first.start + 1) ?? null;
    const place = `@@ -${range(from, to - from)} +${range(from + moved, to - from + grown)} @@`;
    out.push(`${paint(place, 'cyan')}${words === null ? '' : ` ${shown(words)}`}`);
    moved += grown;
    let at = from;
    const context = (end: number): void => {
      for (; at < end; at++) out.push(written(' ', { text: lineAt(at), changed: [] }, terminal, paint));
    };
    for (const block of hunk) {
      context(block.start);
      for (const line of block.old) out.push(written('-', line, terminal, paint));
      for (const line of block.new) out.push(written('+', line, terminal, paint));
      at = block.end;
    }
    context(to);
  }
  return `${out.join('\n')}\n`;
}

/** Offsets at which lines start, as `diff` sees them: behind each line feed. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function blocksOf(text: string, starts: readonly number[], edits: readonly ReportEdit[]): readonly Block[] {
  const groups: { start: number; end: number; edits: ReportEdit[] }[] = [];
  for (const edit of edits) {
    const start = lineOf(starts, edit.start);
    const end = lineOf(starts, edit.end) + 1;
    const last = groups[groups.length - 1];
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else groups.push({ start, end, edits: [edit] });
  }
  return groups.map((group) => {
    const from = starts[group.start] ?? text.length;
    const to = starts[group.end] ?? text.length;
    let words = '';
    let at = from;
    const removed: Stretch[] = [];
    const added: Stretch[] = [];
    for (const edit of group.edits) {
      words += text.slice(at, edit.start);
      removed.push({ start: edit.start - from, end: edit.end - from });
      added.push({ start: words.length, end: words.length + edit.text.length });
      words += edit.text;
      at = edit.end;
    }
    words += text.slice(at, to);
    return {
      start: group.start,
      end: group.end,
      old: linesOf(text.slice(from, to), removed),
      new: linesOf(words, added),
    };
  });
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function linesOf(text: string, changed: readonly Stretch[]): readonly Line[] {
  if (text === '') return [];
  const starts = lineStarts(text).filter((start) => start < text.length);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? text.length;
    return {
      text: text.slice(start, end),
      changed: changed
        .filter((stretch) => stretch.end > start && stretch.start < end)
        .map((stretch) => ({
          start: Math.max(0, stretch.start - start),
          end: Math.min(end, stretch.end) - start,
        })),
    };
  });
}

/** Blocks whose context would meet stand in one hunk. */
function hunksOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const hunks: Block[][] = [];
  for (const block of blocks) {
    const hunk = hunks[hunks.length - 1];
    const last = hunk?.[hunk.length - 1];
    if (hunk && last && block.start - last.end <= 2 * CONTEXT) hunk.push(block);
    else hunks.push([block]);
  }
  return hunks;
}

function range(start: number, length: number): string {
  if (length === 1) return String(start + 1);
  return `${length === 0 ? start : start + 1},${length}`;
}

function written(sign: ' ' | '-' | '+', line: Line, terminal: boolean, paint: Paint): string {
  const ended = line.text.endsWith('\n');
  const text = ended ? line.text.slice(0, -1) : line.text;
  const tail = ended ? '' : '\n\\ No newline at end of file';
  const words = terminal
    ? shortened(text, line.changed, sign, paint)
    : marked(text, line.changed, sign, paint);
  return (sign === ' ' ? ` ${words}` : `${coloured(sign, paint)}${words}`) + tail;
}

function coloured(words: string, paint: Paint, sign = words): string {
  return paint(words, sign === '-' ? 'red' : 'green');
}

function marked(text: string, changed: readonly Stretch[], sign: ' ' | '-' | '+', paint: Paint): string {
  if (sign === ' ') return text;
  let result = '';
  let at = 0;
  for (const { start, end } of changed) {
    result += coloured(text.slice(at, start), paint, sign);
    result += paint(text.slice(start, end), 'underline', sign === '-' ? 'red' : 'green');
    at = end;
  }
  return result + coloured(text.slice(at), paint, sign);
}

/** What changed with a few characters on either side; of a line without change its beginning. */
function shortened(text: string, changed: readonly Stretch[], sign: ' ' | '-' | '+', paint: Paint): string {
  if (sign === ' ' || changed.length === 0) {
    const cut = text.length > 4 * AROUND;
    const words = visible(cut ? `${text.slice(0, 4 * AROUND)}…` : text);
    return sign === ' ' ? paint(words, 'dim') : coloured(words, paint, sign);
  }
  let result = '';
  let at = 0;
  for (const [index, { start, end }] of changed.entries()) {
    const from = Math.max(at, start - AROUND);
    const gap = index === 0 ? from > 0 : from > at;
    result += coloured(`${gap ? '…' : ''}${visible(text.slice(from, start))}`, paint, sign);
    result += paint(visible(text.slice(start, end)), 'underline', sign === '-' ? 'red' : 'green');
    const next = changed[index + 1]?.start ?? text.length;
    at = Math.min(next, end + AROUND);
    result += coloured(visible(text.slice(end, at)), paint, sign);
  }
  return result + coloured(at < text.replace(/\r$/, '').length ? '…' : '', paint, sign);
}
