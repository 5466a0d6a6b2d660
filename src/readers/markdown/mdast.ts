import type { Nodes, Parents, PhrasingContent, RootContent, Table } from 'mdast';
import type { Span } from '../../model/place.ts';
import type { Block, TableCell, TableRow } from '../../model/source.ts';
import { emptyText, type Text } from '../../model/text.ts';
import { lineRanges, type Placed, placeLines, writeCode, writeStretch, writeValue } from './align.ts';
import { inlineHtmlEffect } from './html.ts';
import { readHtml } from './htmlBlocks.ts';
import type { NameDecoder } from './references.ts';
import { delimiterCells, isBareRow, isBlank, isEscaped, isRepeatedDelimiter, splitRow } from './rows.ts';
import { wordsBlock } from './scan.ts';
import { type TextWriter, textWriter } from './textWriter.ts';

/** What is needed to turn syntax trees into blocks. */
export interface MdastReader {
  /** What remark parsed, and its places. */
  readonly placed: Placed;
  /** The document in which the places are. */
  readonly source: string;
  readonly decodeName: NameDecoder;
  /** Reads cells of the source, each by itself. */
  readonly readCells: (cells: readonly Span[]) => Text[];
}

interface Walk extends MdastReader {
  readonly blocks: Block[];
  /** List numbers (`1.`) that stand before the block to come. */
  numbers: { readonly start: number; readonly end: number }[];
}

/**
 * Turns syntax trees into blocks: tables, headings, and paragraphs for all else, in the order of the source. Lists and quotes
 * give one paragraph for each of theirs, the number of a list item (`1.`) before its words as it stands in the source; a bullet is a
 * mark of Markdown, and left out. Definitions are paragraphs as they stand.
 */
export function blocksOf(nodes: readonly RootContent[], reader: MdastReader): Block[] {
  const walk: Walk = { ...reader, blocks: [], numbers: [] };
  for (const node of nodes) readBlock(node, walk);
  return walk.blocks;
}

/** The words of a table cell or paragraph. */
export function inlineText(nodes: readonly PhrasingContent[], reader: MdastReader, anchor: number): Text {
  const writer = textWriter(reader.source);
  for (const node of nodes) writeInline(node, writer, reader);
  return writer.finish(anchor);
}

function readBlock(node: Nodes, walk: Walk): void {
  const { placed, source, blocks, decodeName } = walk;
  const [start, end] = range(node);
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const rows =
        node.type === 'paragraph' && walk.numbers.length === 0 ? readBareRows(start, end, walk) : null;
      if (rows) {
        blocks.push(...rows);
        return;
      }
      const writer = textWriter(source);
      const first = writeNumbers(writer, walk, start) ?? placed.at(start);
      for (const child of node.children) writeInline(child, writer, walk);
      const text = writer.finish(first);
      if (text.value !== '')
        blocks.push(
          wordsBlock(node.type === 'heading' ? node.depth : 0, text, first, trimmedEnd(placed, end)),
        );
      return;
    }
    case 'table':
      flushNumbers(walk);
      blocks.push(readTable(node, walk));
      return;
    case 'html':
      flushNumbers(walk);
      blocks.push(
        ...readHtml(
          { value: node.value, at: placeLines(placed, start, end, node.value, 0) },
          source,
          decodeName,
        ),
      );
      return;
    case 'code': {
      flushNumbers(walk);
      const writer = textWriter(source);
      const fenced = /^[ \t]*(`{3,}|~{3,})([^\r\n]*)/.exec(placed.text.slice(start, end));
      // Words behind a fence name a language; Chinese ones are words of the document.
      if (fenced?.[2] && /[^\t\x20-\x7e]/.test(fenced[2])) {
        const from = start + fenced[0].length - fenced[2].length;
        writeStretch(writer, placed, from, from + fenced[2].length);
        writer.lineBreak();
      }
      const at = placeLines(placed, start, end, node.value, fenced ? 1 : 0);
      writeStretch(writer, { text: node.value, at }, 0, node.value.length);
      const text = writer.finish(placed.at(start));
      if (text.value !== '') blocks.push(wordsBlock(0, text, start, end));
      return;
    }
    case 'thematicBreak':
      return;
    case 'listItem': {
      const number = /^\d{1,9}[.)]/.exec(placed.text.slice(start, Math.min(end, start + 12)));
      if (number) walk.numbers.push({ start, end: start + number[0].length });
      for (const child of node.children) readBlock(child, walk);
      flushNumbers(walk);
      return;
    }
    case 'root':
    case 'list':
    case 'blockquote':
    case 'footnoteDefinition':
      for (const child of node.children) readBlock(child, walk);
      return;
    default: {
      flushNumbers(walk);
      const writer = textWriter(source);
      writeStretch(writer, placed, start, end);
      const text = writer.finish(placed.at(start));
      if (text.value !== '') blocks.push(wordsBlock(0, text, start, end));
    }
  }
}

/** Writes the numbers that stand before a paragraph; gives the place of the first. */
function writeNumbers(writer: TextWriter, walk: Walk, start: number): number | null {
  const { placed, numbers } = walk;
  const first = numbers[0];
  if (!first) return null;
  for (const [index, number] of numbers.entries()) {
    writeStretch(writer, placed, number.start, number.end);
    const next = numbers[index + 1]?.start ?? start;
    const gap = placed.text.slice(number.end, next);
    if (/^[ \t]*$/.test(gap)) writeStretch(writer, placed, number.end, next);
    else if (/[\r\n]/.test(gap)) writer.lineBreak();
    else if (gap !== '') writer.decoded(' ', placed.at(number.end), placed.at(next - 1) + 1);
  }
  walk.numbers = [];
  return placed.at(first.start);
}

/** Numbers of list items that begin with no paragraph are paragraphs of their own. */
function flushNumbers(walk: Walk): void {
  const last = walk.numbers[walk.numbers.length - 1];
  if (!last) return;
  const writer = textWriter(walk.source);
  const first = writeNumbers(writer, walk, last.end) ?? 0;
  const text = writer.finish(first);
  walk.blocks.push(wordsBlock(0, text, first, first));
}

function readTable(table: Table, walk: Walk): Block {
  const { placed } = walk;
  const rows: TableRow[] = [];
  for (const [index, row] of table.children.entries()) {
    const [start, untrimmed] = range(row);
    const end = trimBlanks(placed.text, start, untrimmed);
    if (index > 0 && isRepeatedDelimiter(placed.text, start, end)) continue;
    const cells: TableCell[] = [];
    for (const cell of row.children) {
      const span = cellSpan(placed, range(cell), end);
      cells.push({ text: inlineText(cell.children, walk, span.start), span, columns: 1, rows: 1 });
    }
    rows.push({ cells, span: { start: placed.at(start), end: placed.at(end - 1) + 1 } });
  }
  const [start, end] = range(table);
  return { type: 'table', rows, span: { start: placed.at(start), end: trimmedEnd(placed, end) } };
}

/** A paragraph all lines of which are rows as a table; see `isBareRow`. Null when it is none. */
function readBareRows(start: number, end: number, walk: Walk): Block[] | null {
  const { placed, readCells } = walk;
  const { text, at } = placed;
  if (text.charAt(start) !== '|') return null;
  const lines = lineRanges(text.slice(start, end)).map((line) =>
    trimmed(text, start + line.start, start + line.end),
  );
  if (!lines.every((line) => isBareRow(text, line.start, line.end))) return null;
  const kept = lines.filter(({ start: from, end: to }, index) =>
    index < 2 ? delimiterCells(text, from, to) === 0 : !isRepeatedDelimiter(text, from, to),
  );
  const rows = kept.map((line): TableRow => {
    const ranges = splitRow(text, line.start, line.end);
    const spans: Span[] = [];
    for (let i = 0; i < ranges.length; i += 2) {
      const from = at((ranges[i] ?? 1) - 1) + 1;
      spans.push({ start: from, end: from + (ranges[i + 1] ?? 0) - (ranges[i] ?? 0) });
    }
    const texts = readCells(spans);
    const cells = spans.map((span, i) => ({
      text: texts[i] ?? emptyText(span.start),
      span,
      columns: 1,
      rows: 1,
    }));
    return { cells, span: { start: at(line.start), end: at(line.end - 1) + 1 } };
  });
  if (rows.length === 0) return [];
  return [{ type: 'table', rows, span: { start: at(start), end: trimmedEnd(placed, end) } }];
}

function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  while (from < end && isBlank(text.charCodeAt(from))) from++;
  return { start: from, end: trimBlanks(text, from, end) };
}

/** A cell of remark holds the pipe before it, and the last one of a row the pipe behind it. */
function cellSpan(
  placed: Placed,
  cell: readonly [number, number],
  rowEnd: number,
): { start: number; end: number } {
  const { text, at } = placed;
  const piped = text.charAt(cell[0]) === '|';
  const start = piped ? cell[0] + 1 : cell[0];
  let end = Math.min(cell[1], rowEnd);
  if (end > start && end === rowEnd && text.charAt(end - 1) === '|' && !isEscaped(text, end - 1)) end--;
  const from = piped ? at(cell[0]) + 1 : at(start);
  return { start: from, end: from + Math.max(0, end - start) };
}

function writeInline(node: PhrasingContent, writer: TextWriter, reader: MdastReader): void {
  const { placed, decodeName } = reader;
  const [start, end] = range(node);
  switch (node.type) {
    case 'text':
      writeValue(writer, placed, start, end, node.value, decodeName);
      return;
    case 'inlineCode':
      writeCode(writer, placed, start, end, node.value);
      return;
    case 'break':
      writer.lineBreak();
      return;
    case 'html': {
      const effect = inlineHtmlEffect(node.value);
      if (effect === 'break') writer.lineBreak();
      else if (effect === 'words') writeStretch(writer, placed, start, end);
      return;
    }
    case 'image':
    case 'imageReference':
      if (node.alt) writeValue(writer, placed, start + 2, end, node.alt, decodeName);
      return;
    case 'footnoteReference':
      return;
    case 'link':
      // `[甲](乙)` with words instead of an address was meant as it stands.
      if (/^(?![a-z][a-z0-9+.-]*:|[/.#?]).*[^\0-\x7f]/i.test(node.url)) {
        writeStretch(writer, placed, start, end);
        return;
      }
      for (const child of node.children) writeInline(child, writer, reader);
      return;
    default:
      if ('children' in node)
        for (const child of (node as Parents).children) writeInline(child as PhrasingContent, writer, reader);
      else writeStretch(writer, placed, start, end);
  }
}

function range(node: Nodes): readonly [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

function trimBlanks(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && (text.charCodeAt(i - 1) === 32 || text.charCodeAt(i - 1) === 9)) i--;
  return i;
}

/** The source offset behind the last character before `end` that is no space or tab. */
function trimmedEnd(placed: Placed, end: number): number {
  const last = trimBlanks(placed.text, 1, end);
  return placed.at(last - 1) + 1;
}
