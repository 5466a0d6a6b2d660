import type { Block, TableCell, TableRow } from '../../model/source.ts';
import type { Text } from '../../model/text.ts';
import { htmlTokens, spanAttribute, tagEffect } from './html.ts';
import { type NameDecoder, referenceAt } from './references.ts';
import { type TextWriter, textWriter } from './textWriter.ts';

/** HTML and where its characters stand in the source: `at(i)` is the source offset of `value[i]`. */
export interface PlacedHtml {
  readonly value: string;
  readonly at: (offset: number) => number;
}

interface OpenCell {
  readonly writer: TextWriter;
  readonly start: number;
  readonly columns: number;
  readonly rows: number;
}

interface OpenRow {
  readonly cells: TableCell[];
  readonly start: number;
  end: number;
}

interface OpenTable {
  readonly rows: TableRow[];
  row: OpenRow | null;
  cell: OpenCell | null;
  inCaption: boolean;
  /** How many tables are open inside the cell; their words are words of the cell. */
  nested: number;
}

interface OpenText {
  readonly writer: TextWriter;
  readonly start: number;
  end: number;
}

/**
 * Reads HTML as blocks: tables with their spans, headings, and everything else as paragraphs, one an element that stands
 * by itself. End tags may be missing. Words of a table outside its cells are a cell of their own, a caption a paragraph before
 * the table, so that nothing is lost.
 *
 * @param source the document, in which the places are
 * @param decodeName decodes named character references
 */
export function readHtml(html: PlacedHtml, source: string, decodeName: NameDecoder): Block[] {
  const { value, at } = html;
  const blocks: Block[] = [];
  let text: OpenText | null = null;
  let depth = 0;
  let table: OpenTable | null = null;
  const behind = (offset: number): number => (offset > 0 ? at(offset - 1) + 1 : at(0));

  const flushText = (): void => {
    if (text) {
      const words = text.writer.finish(at(text.start));
      const span = wordsSpan(words);
      if (span && depth > 0) blocks.push({ type: 'heading', depth, text: words, span });
      else if (span) blocks.push({ type: 'paragraph', text: words, span });
    }
    text = null;
    depth = 0;
  };

  const closeCell = (open: OpenTable, end: number): void => {
    if (!open.cell || !open.row) return;
    const { writer, start, columns, rows } = open.cell;
    const span = { start: at(start), end: Math.max(at(start), behind(end)) };
    open.row.cells.push({ text: writer.finish(span.start), span, columns, rows });
    open.row.end = Math.max(open.row.end, end);
    open.cell = null;
  };

  const closeRow = (open: OpenTable, end: number): void => {
    closeCell(open, end);
    if (open.row && open.row.cells.length > 0)
      open.rows.push({
        cells: open.row.cells,
        span: { start: at(open.row.start), end: behind(open.row.end) },
      });
    open.row = null;
  };

  const closeTable = (open: OpenTable, end: number): void => {
    closeRow(open, end);
    flushText();
    const first = open.rows[0];
    const last = open.rows[open.rows.length - 1];
    if (first && last)
      blocks.push({
        type: 'table',
        rows: open.rows,
        span: { start: first.span.start, end: last.span.end },
      });
    table = null;
  };

  const openCell = (open: OpenTable, start: number, contents: number, tag: string): OpenCell => {
    closeCell(open, start);
    open.row ??= { cells: [], start, end: start };
    open.cell = {
      writer: textWriter(source),
      start: contents,
      columns: spanAttribute(tag, 'colspan'),
      rows: spanAttribute(tag, 'rowspan'),
    };
    return open.cell;
  };

  const write = (writer: TextWriter, start: number, end: number): void => {
    let from = start;
    for (let i = start; i < end; i++) {
      const code = value.charCodeAt(i);
      const reference = code === 38 ? referenceAt(value, i, decodeName) : null;
      if (code !== 10 && code !== 13 && !reference) continue;
      if (from < i) writer.verbatim(at(from), behind(i));
      if (!reference) writer.lineBreak();
      else writer.decoded(reference.value, at(i), behind(reference.end));
      from = reference ? reference.end : i + 1;
      i = from - 1;
    }
    if (from < end) writer.verbatim(at(from), behind(end));
  };

  const readWords = (start: number, end: number): void => {
    const blank = value.slice(start, end).trim() === '';
    if (table && !table.inCaption) {
      const cell = table.cell ?? (blank ? null : openCell(table, start, start, ''));
      if (cell) write(cell.writer, start, end);
      return;
    }
    if (!text) {
      if (blank) return;
      text = { writer: textWriter(source), start, end };
    }
    write(text.writer, start, end);
  };

  const readTableTag = (
    open: OpenTable,
    name: string,
    closing: boolean,
    start: number,
    end: number,
  ): void => {
    if (name === 'table') {
      if (open.nested > 0 || (open.cell && !closing)) {
        open.nested += closing ? -1 : 1;
        open.cell?.writer.lineBreak();
      } else {
        closeTable(open, start);
        if (!closing) table = newTable();
      }
    } else if (open.nested > 0) {
      if (tagEffect(name) === 'break') open.cell?.writer.lineBreak();
    } else if (name === 'td' || name === 'th') {
      if (closing) closeCell(open, start);
      else openCell(open, start, end, value.slice(start, end));
      if (open.row && closing) open.row.end = end;
    } else if (name === 'tr') {
      closeRow(open, start);
      if (!closing) open.row = { cells: [], start, end };
    } else if (name === 'caption') {
      closeRow(open, start);
      flushText();
      open.inCaption = !closing;
    } else if (/^(thead|tbody|tfoot|colgroup|col)$/.test(name)) {
      closeRow(open, start);
    } else if (tagEffect(name) === 'break') {
      if (open.inCaption) text?.writer.lineBreak();
      else open.cell?.writer.lineBreak();
    }
    if (name !== 'caption') open.inCaption &&= tagEffect(name) === 'none' || name === 'br' || name === 'p';
  };

  for (const token of htmlTokens(value)) {
    if (token.type === 'words') readWords(token.start, token.end);
    else if (table) readTableTag(table, token.name, token.closing, token.start, token.end);
    else if (token.name === 'br') (text as OpenText | null)?.writer.lineBreak();
    else if (tagEffect(token.name) === 'break') {
      flushText();
      if (token.closing) continue;
      if (token.name === 'table') table = newTable();
      else if (/^h[1-6]$/.test(token.name)) depth = Number(token.name.charAt(1));
    }
  }
  if (table) closeTable(table, value.length);
  flushText();
  return blocks;
}

function newTable(): OpenTable {
  return { rows: [], row: null, cell: null, inCaption: false, nested: 0 };
}

function wordsSpan(words: Text): { start: number; end: number } | null {
  const last = words.segments[words.segments.length - 1];
  return last ? { start: words.anchor, end: last.from + last.sourceLength } : null;
}
