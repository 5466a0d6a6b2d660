import type { IgnoreComment } from './ignoreComment.ts';
import type { Span } from './place.ts';
import type { Text } from './text.ts';

/** The readers; the id stands in the report and in `inspect`. */
export type ReaderId = 'markdown' | 'text' | 'docx' | 'xlsx' | 'pdf';

/** How the bytes of a file were read. A byte order mark is no part of `Source.text`. */
export interface Encoding {
  readonly name: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
  readonly bom: boolean;
}

/** What a reader makes of a file: blocks of text and tables, every character with its place. */
export interface Source {
  /** As the user named it, with `/` between folders; `<stdin>` for standard input. */
  readonly path: string;
  readonly reader: ReaderId;
  readonly encoding: Encoding;
  /** The decoded file without byte order mark; every offset of the document counts in it. */
  readonly text: string;
  /** See `lineStartsOf`. */
  readonly lineStarts: readonly number[];
  /** In the order of the source, without overlaps. */
  readonly blocks: readonly Block[];
  /** In the order of the source; no block holds any of their words. */
  readonly ignores: readonly IgnoreComment[];
}

export type Block = HeadingBlock | ParagraphBlock | TableBlock | LineBlock;

export interface HeadingBlock {
  readonly type: 'heading';
  /** 1 to 6. */
  readonly depth: number;
  readonly text: Text;
  readonly span: Span;
}

/** Running text; line breaks of the source are kept as `\n` in the value. Front matter, code and HTML that is no table are paragraphs too. */
export interface ParagraphBlock {
  readonly type: 'paragraph';
  readonly text: Text;
  readonly span: Span;
}

export interface TableBlock {
  readonly type: 'table';
  /** Every row but a delimiter row, the header row first when the format of the file has one. */
  readonly rows: readonly TableRow[];
  readonly span: Span;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** From the first character of the row to the end of its last cell, without the line break. */
  readonly span: Span;
}

export interface TableCell {
  /** Trimmed. `<p>` and `<br>` are `\n` (a run of them one), other markup is gone, entities are decoded. */
  readonly text: Text;
  /** From delimiter to delimiter, padding included; where a finding about an empty cell points. */
  readonly span: Span;
  /** How many columns the cell covers; 1 unless an HTML table or a spreadsheet says otherwise. */
  readonly columns: number;
  /** How many rows the cell covers. */
  readonly rows: number;
}

/** One line of a file that has no table marks (PDF text), as the reader found it; the outline puts the rows together. */
export interface LineBlock {
  readonly type: 'line';
  /** Without white space at both ends; never empty. */
  readonly text: Text;
  readonly span: Span;
  /** How many blank lines, or page breaks, stand before it. */
  readonly blankBefore: number;
  /** How many columns of white space stood before the text. */
  readonly indent: number;
  /** Set where a form feed stands before it: it is the first line of a page. */
  readonly opensPage?: true;
}
