import type { ListDocument } from '../../../src/model/document.ts';
import type { ColumnId, ListKind } from '../../../src/model/format.ts';
import type { Span } from '../../../src/model/place.ts';
import type { PlainDocument } from '../layouts/plain.ts';
import type { Random } from '../layouts/random.ts';

/** A way of writing documents in which defects are looked for. */
export interface Layout {
  readonly id: string;
  /** `pipes` and `html` are Markdown. */
  readonly family: 'pipes' | 'html' | 'pdf';
  /** `merged`: a cell over all items of a run. */
  readonly categories: 'column' | 'headings' | 'merged';
  /** Whether department and manner of a handover stand in two columns, without labels. */
  readonly splitHandover: boolean;
  /** What the township calls itself here, or null for what the document calls it. */
  readonly unit: string | null;
  readonly file: 'lists.md' | 'lists.txt';
  write(document: PlainDocument, unit: string, seed: number): string;
}

/** A sound document, written in one layout and read by the tool: what a defect is put into. */
export interface Sample {
  readonly name: string;
  readonly layout: Layout;
  readonly unit: string;
  readonly seed: number;
  readonly plain: PlainDocument;
  readonly text: string;
  readonly read: ListDocument;
}

/** Where a finding must stand to count: any of the lists, items and columns named. What is left out may be anything. */
export interface Place {
  readonly lists: readonly (ListKind | null)[];
  /** As printed in the damaged document; null for a finding about no item. */
  readonly items?: readonly (number | null)[];
  readonly columns?: readonly (ColumnId | null)[];
}

/** A change of the written document, offsets in `Sample.text`. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** One defect in one sample: the changed document, or changes of the text it was written as. */
export interface Injected {
  /** What was done, for the reader of a failure. */
  readonly what: string;
  readonly place: Place;
  readonly change: PlainDocument | readonly TextEdit[];
}

/** A kind of defect, as an editor makes it. */
export interface Defect {
  readonly id: string;
  /** A finding of any of these counts as found. */
  readonly rules: readonly string[];
  /** The layouts in which it makes sense; left out: all. */
  readonly layouts?: (layout: Layout) => boolean;
  /** The document is checked with a format whose registry holds the departments of the sound document. */
  readonly registry?: boolean;
  /** One defect, or null where the sample holds no place for it. */
  inject(sample: Sample, random: Random): Injected | null;
}
