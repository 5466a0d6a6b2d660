import type { ColumnId, ListKind, Localized } from './format.ts';
import type { Span } from './place.ts';

/** One change of the source: the characters of `span` become `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Values for the placeholders of a message: the same in both languages, or one for each. */
export type FindingData = Readonly<Record<string, string | number | Localized>>;

/** What a check reports. The engine adds rule, severity, message, excerpt and fingerprint. */
export interface Finding {
  /** The stretch of the source it is about; empty where something is missing. */
  readonly span: Span;
  readonly list: ListKind | null;
  /** 0-based index of the list in `ListDocument.lists`, or null for the document as a whole. */
  readonly listIndex: number | null;
  /** The item as printed; null when the place is no item or its number is none. */
  readonly item: number | null;
  /** 0-based index of the item in its list, for ordering and context. */
  readonly itemIndex: number | null;
  readonly column: ColumnId | null;
  /** Which of the rule's messages; `default` when left out. */
  readonly variant?: string;
  /** Values for the placeholders of the message. */
  readonly data?: FindingData;
  /** Other places that belong to it: the first of two equal numbers. */
  readonly related?: readonly RelatedPlace[];
  /** Safe to apply by itself. */
  readonly fix?: readonly Edit[];
  /** For a person to choose from. `variant` names the message as above. */
  readonly suggestions?: readonly {
    readonly variant: string;
    readonly data?: FindingData;
    readonly edits: readonly Edit[];
  }[];
}

export interface RelatedPlace {
  readonly span: Span;
  readonly list: ListKind | null;
  readonly item: number | null;
  readonly column: ColumnId | null;
}
