import type { ColumnRole, ListKind, StatementPhrases } from '../../model/format.ts';

/**
 * What a sample shows of the way its county writes, beyond the format it was read with. Lists that are called `added`
 * go to those of the other format; the rest takes their place.
 */
export interface LearnedFormat {
  /** Name of the county with its unit (青屿县), or null where the sample does not tell. */
  readonly county: string | null;
  readonly detect: readonly string[];
  /** All of them, as they stand before departments. */
  readonly countyNames: readonly string[];
  readonly units: { readonly added: readonly string[]; readonly seen: readonly string[] };
  readonly titles: Readonly<Record<ListKind, readonly string[]>>;
  /** Columns that the sample lacks although they are required. */
  readonly missing: Readonly<Record<ListKind, readonly ColumnRole[]>>;
  /** Columns that the sample often leaves empty. */
  readonly mayBeEmpty: Readonly<Record<ListKind, readonly ColumnRole[]>>;
  readonly headers: Readonly<Partial<Record<ColumnRole, readonly string[]>>>;
  /** Null where the sample does not tell. */
  readonly numbering: 'list' | 'category' | null;
  /** In order; empty where the sample has none. */
  readonly categories: readonly string[];
  readonly departments: LearnedDepartments;
  readonly handover: {
    readonly departmentLabels: readonly string[];
    readonly mannerLabels: readonly string[];
  };
  readonly statements: Readonly<Record<keyof StatementPhrases, readonly string[]>>;
}

export interface LearnedDepartments {
  /** Added: places that stand before bodies above the county (澜州). */
  readonly prefixes: readonly string[];
  /** Added: names that no ending tells. */
  readonly names: readonly string[];
  /** All departments that the sample names. */
  readonly registry: readonly RegisteredDepartment[];
}

export interface RegisteredDepartment {
  /** With the unit before it, in full where the sample writes it so: 县人力资源和社会保障局. */
  readonly name: string;
  /** As the sample writes it, the most used form first; empty where it writes the name, with the county's own name or without. */
  readonly written: readonly { readonly form: string; readonly count: number }[];
}

/** What the sample shows and the format has no key for: said in comments. */
export interface SampleFacts {
  readonly lists: readonly ListFacts[];
  /** Phrases for counts that the sample uses, known ones included. */
  readonly phrases: readonly string[];
}

export interface ListFacts {
  readonly kind: ListKind;
  readonly items: number;
  readonly categories: number;
  readonly categoriesIn: 'column' | 'headings' | 'nowhere';
  /** Header words of the first header, in table order. */
  readonly header: readonly string[];
}

/** Something a person should look at before relying on the format. */
export interface Doubt {
  readonly code: DoubtCode;
  /** Path of the key in the format file that it is about; empty for the format as a whole. */
  readonly at: readonly string[];
  /** The words in the list at `at` that it is about. */
  readonly words: readonly string[];
  /** For the sentence. Lists of words are joined by 、. */
  readonly data: Readonly<Record<string, string | number>>;
}

export type DoubtCode =
  | 'county-unknown'
  | 'county-guessed'
  | 'not-detected'
  | 'list-missing'
  | 'title-new'
  | 'header-by-place'
  | 'header-by-content'
  | 'header-note'
  | 'header-conflict'
  | 'unit-new'
  | 'column-missing'
  | 'column-empty'
  | 'numbering-unclear'
  | 'categories-closed'
  | 'category-once'
  | 'category-slip'
  | 'category-order'
  | 'category-row'
  | 'department-once'
  | 'department-slip'
  | 'department-forms'
  | 'department-short-only'
  | 'department-same'
  | 'department-new'
  | 'department-unread'
  | 'label-new'
  | 'phrase-new'
  | 'unread';

const MOST_WORDS = 8;

/** A list of words for a sentence, a long one cut. */
export function joined(words: readonly string[]): string {
  return words.slice(0, MOST_WORDS).join('、') + (words.length > MOST_WORDS ? '……' : '');
}
