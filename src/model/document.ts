import type { ColumnRole, Format, ListKind } from './format.ts';
import type { Span } from './place.ts';
import type { Block, Source, TableBlock, TableCell } from './source.ts';
import type { Text } from './text.ts';

/** A document as an editor thinks of it. Made by `outline`, read by checks, `inspect` and reports. */
export interface ListDocument {
  readonly source: Source;
  readonly format: Format;
  /** The title on the cover, or null. */
  readonly title: Text | null;
  /** The date on the cover as written: `2025 年 7 月`, or null. */
  readonly date: Text | null;
  /** Running text that belongs to no list: preamble, cover, what stands between the lists. */
  readonly paragraphs: readonly Text[];
  readonly contents: readonly ContentsEntry[];
  readonly lists: readonly DutyList[];
  readonly statedCounts: readonly StatedCount[];
  /** Blocks that look as if they held list data and fit no list: said in the report, never passed over. */
  readonly unread: readonly UnreadBlock[];
}

export interface UnreadBlock {
  readonly block: Block;
  readonly reason: 'unknown-table' | 'rows-before-header' | 'stray-text' | 'item-not-understood';
}

/** A line of the table of contents. */
export interface ContentsEntry {
  /** The words without number, leader and page. */
  readonly title: Text;
  readonly kind: ListKind | null;
  readonly page: number | null;
}

export interface DutyList {
  readonly kind: ListKind;
  /** 0-based: which township's document the list belongs to when one file holds several. */
  readonly part: number;
  readonly title: Text | null;
  /** The columns as the first header gives them, in table order. */
  readonly columns: readonly DutyColumn[];
  /** Every header of the list, one a page; the first is the one `columns` was read from. */
  readonly headers: readonly HeaderRow[];
  readonly items: readonly DutyItem[];
  /** Category headings or rows that stand above their items. Empty where categories live in a column. */
  readonly categoryHeadings: readonly CategoryHeading[];
  /** Where a finding about the list as a whole points: title, else first header. */
  readonly place: Text;
}

export interface DutyColumn {
  /** What the header word says. */
  readonly role: ColumnRole | 'unknown';
  readonly header: Text;
  /**
   * What the cells below are read as: `role`, or for an unknown header the role that is missing at its place
   * in the usual order (a renamed header must not hide the cells from the other rules); null for neither.
   */
  readonly readAs: ColumnRole | null;
}

export interface HeaderRow {
  readonly cells: readonly DutyColumn[];
  readonly span: Span;
}

export interface CategoryHeading {
  /** The name without number and count. */
  readonly name: Text;
  readonly whole: Text;
  /** The count it states, or null. */
  readonly stated: { readonly value: number; readonly text: Text } | null;
  /** Index of the first item below it. */
  readonly from: number;
}

export interface DutyItem {
  readonly kind: ListKind;
  /** 0-based position in the list. */
  readonly index: number;
  /** The number as printed; `value` is null when it is none. */
  readonly number: { readonly text: Text; readonly value: number | null };
  /** The category that holds for the item: of its cell, of a merged cell above, or of a heading. */
  readonly category: { readonly text: Text; readonly from: 'cell' | 'merged' | 'heading' } | null;
  /** Words of each column, by role. A column that the row lacks has no entry; an empty cell has an empty text. */
  readonly fields: Readonly<Partial<Record<ColumnRole, ItemField>>>;
  /** Cells beyond the header's columns, and cells under headers nobody knows; of PDF text the words of cells that a page break mixed. */
  readonly surplus: readonly ItemField[];
  /** How many cells the row has and how many its header asks for; equal in a sound row. Null where the file has no cells (PDF text). */
  readonly shape: { readonly cells: number; readonly columns: number } | null;
  /** From the first to the last character of the item. */
  readonly span: Span;
}

export interface ItemField {
  readonly text: Text;
  /** Where a finding about an empty field points: the cell with its padding, or an empty span. */
  readonly span: Span;
}

/** A count that the document states about itself. */
export interface StatedCount {
  readonly what: 'items' | 'categories' | 'departments' | 'itemsInCategory';
  /** The list it is about, or null when it is about all of them. */
  readonly list: ListKind | null;
  /** See `DutyList.part`. */
  readonly part: number;
  readonly stated: number;
  /** The digits (or Chinese numeral) that state it. */
  readonly number: Text;
  /** The whole phrase. */
  readonly phrase: Text;
  /** For `itemsInCategory` the category's name; else null. */
  readonly category: Text | null;
  /** The names that the statement enumerates; empty when it enumerates none. */
  readonly names: readonly Text[];
  /** Where it stands. */
  readonly in: 'text' | 'title' | 'heading';
  /** Set for the parts of a breakdown `共…193项，分为…28项、…24项`: index in `statedCounts` of the total. */
  readonly partOf: number | null;
}

export type { TableBlock, TableCell };
