import type { Block, TableCell, TableRow } from '../../model/source.ts';
import type { Text } from '../../model/text.ts';
import { emptyText } from '../../model/text.ts';
import { checkParts } from '../limits.ts';
import { readSureInline, readUnmarked } from './inline.ts';
import { type Line, linesBetween } from './lines.ts';
import { delimiterCells, isBareRow, isBlank, isRepeatedDelimiter, splitRow } from './rows.ts';

/** A stretch of whole lines that remark has to read, parsed by itself. */
export interface Region {
  readonly type: 'region';
  readonly start: number;
  end: number;
  /** Whether indented lines behind it may still belong to it: it may end in a list. */
  readonly open: boolean;
}

/** A cell whose words remark has to read; `cell.text` is to be replaced. */
export interface UnsureCell {
  readonly cell: { text: Text };
  readonly start: number;
  readonly end: number;
}

/** What the scanner made of a document. */
export interface Scan {
  readonly blocks: (Block | Region)[];
  readonly cells: UnsureCell[];
  /** Cells of all tables. */
  cellCount: number;
}

/** The stretch to scan. `forced` reads everything without remark: marks that are not sure stay as words. */
export interface ScanTask {
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly forced: boolean;
}

/** A paragraph or table that is open: the lines from `from` on. */
interface OpenBlock {
  readonly type: 'paragraph' | 'table';
  readonly from: number;
  readonly rows: TableRow[];
}

interface Scanner extends ScanTask {
  readonly lines: readonly Line[];
  readonly scan: Scan;
  /** How many blocks there were before this stretch. */
  readonly blocksBefore: number;
  /** Where the comment end stands that was found last; text before it has been searched. */
  commentClose: number;
}

/** May begin something that goes on over blank lines. */
const SPANNING = /```|~~~|<[!?]|<(?:script|pre|style|textarea)/i;

/**
 * Reads pipe tables, plain paragraphs and headings between two offsets of a Markdown document, and marks as regions and
 * cells what it is not sure of. Linear in the length of the stretch.
 */
export function scanMarkdown(task: ScanTask, scan: Scan): void {
  const { text, lineStarts, start, end } = task;
  const lines = linesBetween(text, lineStarts, start, end);
  const scanner = { ...task, lines, scan, blocksBefore: scan.blocks.length, commentClose: -1 };
  for (let i = 0; i < lines.length; ) {
    const line = lines[i];
    if (!line || line.kind === 'blank') i++;
    else if (line.indented && openRegion(scanner)) i = addRegion(scanner, i, i);
    else i = scanChunk(scanner, i);
  }
}

/** Reads the lines from `first` to the next blank one; gives the index of the line to go on with. */
function scanChunk(scanner: Scanner, first: number): number {
  const { text, lines } = scanner;
  let open: OpenBlock | null = null;
  let i = first;
  for (let line = lines[i]; line && line.kind !== 'blank'; line = lines[i]) {
    const kind = kindIn(scanner, line, i, open);
    if (kind === 'unsure') return addRegion(scanner, open?.from ?? i, i);
    if (kind === 'words') {
      if (open?.type === 'table') addRow(scanner, open, line);
      else {
        const next = lines[i + 1];
        const header: 'yes' | 'no' | 'unsure' = isHeader(text, line, next);
        if (header === 'unsure' && !scanner.forced) return addRegion(scanner, open?.from ?? i, i);
        if (header === 'yes') {
          close(scanner, open, i);
          open = { type: 'table', from: i, rows: [] };
          addRow(scanner, open, line);
          i++;
        } else open ??= { type: 'paragraph', from: i, rows: [] };
      }
      i++;
      continue;
    }
    if (kind === 'underline' && open) addHeading(scanner, open, i);
    else {
      close(scanner, open, i);
      if (kind === 'heading') addAtxHeading(scanner, line);
      else if (kind !== 'break') {
        const next: number = kind === 'fence' ? fenceEnd(scanner, i) : commentEnd(scanner, line, i);
        if (next === 0) return addRegion(scanner, i, i);
        i = next - 1;
      }
    }
    open = null;
    i++;
  }
  close(scanner, open, i);
  return i;
}

type KindInContext = 'words' | 'heading' | 'break' | 'underline' | 'fence' | 'comment' | 'unsure';

/** What a line is, given what is open above it. */
function kindIn(scanner: Scanner, line: Line, index: number, open: OpenBlock | null): KindInContext {
  const { forced, text } = scanner;
  switch (line.kind) {
    case 'deep':
      return open?.type === 'paragraph' || forced ? 'words' : 'unsure';
    case 'underline': {
      if (open?.type === 'paragraph') return 'underline';
      const length = line.end - line.start;
      if (text.charCodeAt(line.start) !== 45 || length === 2) return 'words';
      return length > 2 ? 'break' : forced ? 'words' : 'unsure';
    }
    case 'plain':
    case 'blank':
      return 'words';
    case 'unsure':
    case 'fence':
      return forced ? 'words' : line.kind;
    case 'comment':
      return forced && commentEnd(scanner, line, index) === 0 ? 'words' : 'comment';
    default:
      return line.kind;
  }
}

/** Whether the line is the header of a table: a delimiter row with as many cells stands below it. */
function isHeader(text: string, line: Line, next: Line | undefined): 'yes' | 'no' | 'unsure' {
  if (!next || line.kind === 'deep' || next.kind === 'deep' || next.kind === 'blank') return 'no';
  const code = text.charCodeAt(next.start);
  if (code !== 124 && code !== 45 && code !== 58) return 'no';
  const cells = delimiterCells(text, next.start, next.end);
  if (cells === 0 || (line.end - line.start === 1 && text.charCodeAt(line.start) === 124)) return 'no';
  if (splitRow(text, line.start, line.end).length !== cells * 2) return 'no';
  // `- | -` is also a list item; which of them it is depends on what is open.
  return next.kind === 'plain' ? 'yes' : 'unsure';
}

function close(scanner: Scanner, open: OpenBlock | null, next: number): void {
  const first = scanner.lines[open?.from ?? 0];
  const last = scanner.lines[next - 1];
  if (!open || !first || !last) return;
  if (open.type === 'table')
    scanner.scan.blocks.push({ type: 'table', rows: open.rows, span: { start: first.start, end: last.end } });
  else if (!addBareRows(scanner, open.from, next))
    addWords(scanner, 0, first.start, last.end, first.start, last.end);
}

/** Reads a paragraph as a table when all its lines are rows; see `isBareRow`. */
function addBareRows(scanner: Scanner, from: number, next: number): boolean {
  const { lines, text, scan } = scanner;
  const rows = lines.slice(from, next);
  const first = rows[0];
  const last = rows[rows.length - 1];
  if (!first || !last || !rows.every(({ start, end }) => isBareRow(text, start, end))) return false;
  const table: OpenBlock = { type: 'table', from, rows: [] };
  for (const [index, row] of rows.entries()) {
    if (index < 2 && delimiterCells(text, row.start, row.end) > 0) continue;
    addRow(scanner, table, row);
  }
  if (table.rows.length > 0)
    scan.blocks.push({ type: 'table', rows: table.rows, span: { start: first.start, end: last.end } });
  return true;
}

function addRow(scanner: Scanner, table: OpenBlock, line: Line): void {
  const { text, scan, forced } = scanner;
  const { start, end } = line;
  if (table.rows.length > 0 && isRepeatedDelimiter(text, start, end)) return;
  const ranges = splitRow(text, start, end);
  const cells: TableCell[] = [];
  for (let i = 0; i < ranges.length; i += 2) {
    const from = ranges[i] ?? 0;
    const to = ranges[i + 1] ?? 0;
    const words =
      readSureInline(text, from, to, from) ?? (forced ? readUnmarked(text, from, to, from) : null);
    const cell = { text: words ?? emptyText(from), span: { start: from, end: to }, columns: 1, rows: 1 };
    if (!words) scan.cells.push({ cell, start: from, end: to });
    cells.push(cell);
  }
  scan.cellCount += cells.length;
  checkParts(scan.cellCount);
  table.rows.push({ cells, span: { start, end } });
}

/** A paragraph that is underlined. */
function addHeading(scanner: Scanner, open: OpenBlock, underline: number): void {
  const { lines, text } = scanner;
  const first = lines[open.from];
  const last = lines[underline - 1];
  const line = lines[underline];
  if (!first || !last || !line) return;
  const depth = text.charCodeAt(line.start) === 61 ? 1 : 2;
  addWords(scanner, depth, first.start, last.end, first.start, line.end);
}

/** `## words ##` (CommonMark 0.31 §4.2). */
function addAtxHeading(scanner: Scanner, line: Line): void {
  const { text } = scanner;
  let from = line.start;
  while (text.charCodeAt(from) === 35) from++;
  const depth = from - line.start;
  while (from < line.end && isBlank(text.charCodeAt(from))) from++;
  let to = line.end;
  while (to > from && text.charCodeAt(to - 1) === 35) to--;
  if (to > from && to < line.end && !isBlank(text.charCodeAt(to - 1))) to = line.end;
  addWords(scanner, depth, from, to, line.start, line.end);
}

/** A paragraph (depth 0) or heading with the words between two offsets, or the region from `start` to `end` when they are not sure. */
function addWords(
  scanner: Scanner,
  depth: number,
  from: number,
  to: number,
  start: number,
  end: number,
): void {
  const { text, scan, forced } = scanner;
  const words = readSureInline(text, from, to, from) ?? (forced ? readUnmarked(text, from, to, from) : null);
  if (!words) scan.blocks.push({ type: 'region', start, end, open: false });
  else if (words.value !== '') scan.blocks.push(wordsBlock(depth, words, start, end));
}

/** A heading, or with depth 0 a paragraph, which reaches from its first word to its last. */
export function wordsBlock(depth: number, text: Text, start: number, end: number): Block {
  if (depth > 0) return { type: 'heading', depth, text, span: { start, end } };
  const last = text.segments[text.segments.length - 1];
  const span = { start: text.anchor, end: last ? last.from + last.sourceLength : text.anchor };
  return { type: 'paragraph', text, span };
}

/** Makes the lines from `first` to the blank one behind `unsure` a region, or adds them to an open one right before; gives the line to go on with. */
function addRegion(scanner: Scanner, first: number, unsure: number): number {
  const { lines, text, scan } = scanner;
  let next = unsure;
  let spanning = false;
  for (let line = lines[next]; line && line.kind !== 'blank'; line = lines[next]) {
    spanning ||= mayGoOn(text.slice(line.start, line.end));
    next++;
  }
  if (spanning) next = lines.length;
  const start = lines[first]?.start ?? 0;
  let behind = next;
  while (behind > first + 1 && lines[behind - 1]?.kind === 'blank') behind--;
  const end = lines[behind - 1]?.end ?? start;
  const last = openRegion(scanner);
  if (last) last.end = end;
  else scan.blocks.push({ type: 'region', start: lineStart(text, start), end, open: true });
  return next;
}

/** The region right before, when what comes now may still belong to it. */
function openRegion({ scan, blocksBefore }: Scanner): Region | null {
  const last = scan.blocks[scan.blocks.length - 1];
  return scan.blocks.length > blocksBefore && last?.type === 'region' && last.open ? last : null;
}

function mayGoOn(line: string): boolean {
  return SPANNING.test(line.length < 1000 ? line.replace(/<!--.*?-->/g, '') : line);
}

/** The start of the line, so that remark sees its indentation. */
function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Makes fenced code a region; gives the line behind it. */
function fenceEnd(scanner: Scanner, opening: number): number {
  const { lines, text, scan } = scanner;
  const line = lines[opening];
  if (!line) return 0;
  const mark = text.charAt(line.start);
  let length = 0;
  while (text.charAt(line.start + length) === mark) length++;
  for (let i = opening + 1; i < lines.length; i++) {
    const closing = lines[i];
    if (!closing || closing.kind === 'deep' || closing.end - closing.start < length) continue;
    if (text.charAt(closing.start) !== mark || !isOnly(text, closing, mark)) continue;
    scan.blocks.push({ type: 'region', start: lineStart(text, line.start), end: closing.end, open: false });
    return i + 1;
  }
  return 0;
}

function isOnly(text: string, line: Line, mark: string): boolean {
  for (let i = line.start; i < line.end; i++) if (text.charAt(i) !== mark) return false;
  return true;
}

/** The line behind a comment that stands on lines of its own; 0 when it is not that plain. */
function commentEnd(scanner: Scanner, line: Line, index: number): number {
  const { lines, text, end } = scanner;
  if (/^<!--(?:>|->)/.test(text.slice(line.start, line.start + 6))) return 0;
  if (scanner.commentClose < line.start + 4) {
    const found = text.indexOf('-->', line.start + 4);
    scanner.commentClose = found < 0 ? text.length : found;
  }
  const close = scanner.commentClose + 3;
  if (close > end) return 0;
  let i = index;
  while ((lines[i]?.end ?? end) < close) i++;
  return lines[i]?.end === close ? i + 1 : 0;
}
