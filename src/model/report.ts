import type { ColumnId, ListKind } from './format.ts';
import type { Position } from './place.ts';
import type { Severity } from './rule.ts';
import type { ReaderId } from './source.ts';

/** The report of a run: the contract that `schemas/report.schema.json` describes. Every output is a view of it. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'qingdan-lint'; readonly version: string };
  /** Only in the report of a part of a run: which part it is. */
  readonly shard?: ReportShard;
  /** Only where a baseline was used: what it did. */
  readonly baseline?: BaselineUse;
  /** Only where findings from before a change do not count: the ref as it was named, and the commit that the files were compared with. */
  readonly changedSince?: { readonly ref: string; readonly commit: string };
  readonly summary: Summary;
  /** The rules that were on in any file, by id, in the language of the run. */
  readonly rules: readonly RuleInfo[];
  readonly files: readonly FileReport[];
}

/** Which part of a run a report is of (`--shard 2/4`), so that the parts can be joined without loss. */
export interface ReportShard {
  /** 1-based. */
  readonly index: number;
  /** How many parts there are. */
  readonly count: number;
  /** How many files all parts have together. */
  readonly files: number;
  /** For each file of this report its place among the files of all parts, 0-based. */
  readonly positions: readonly number[];
}

/** What a baseline did in a run. */
export interface BaselineUse {
  /** As it was named. */
  readonly file: string;
  /** How many findings were known. */
  readonly known: number;
  /** Findings of the baseline that are not there any more, of files that were checked or are gone themselves. */
  readonly gone: readonly BaselineFinding[];
}

/** A finding that a baseline knows. */
export interface BaselineFinding {
  /** Of the file, as reports name it. */
  readonly path: string;
  readonly ruleId: string;
  readonly fingerprint: string;
  /** What it is about, for people. */
  readonly hint: string;
}

/** What a person must know of a rule to understand its findings. */
export interface RuleInfo {
  readonly id: string;
  readonly group: string;
  readonly severity: Severity;
  readonly title: string;
  /** Why the rule exists, with its source. */
  readonly why: string;
  /** Its page; null for a rule of the user's own. */
  readonly url: string | null;
  /** Only of rules that compare townships: what running them again needs where reports are joined. */
  readonly across?: RuleAcross;
}

/** A rule that compares townships, as it was set in the run. */
export interface RuleAcross {
  /** The kind of check. */
  readonly check: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Message templates by variant, in `language`. */
  readonly messages: Readonly<Record<string, string>>;
  readonly language: 'zh' | 'en';
}

export interface Summary {
  readonly files: number;
  readonly items: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly fixable: number;
  /** Findings that do not count; not among the ones above. */
  readonly suppressed: number;
  /** Files that could not be read, or in which nothing could be checked. */
  readonly failed: number;
}

export interface FileReport {
  readonly path: string;
  /** Null when the file could not be read. */
  readonly reader: ReaderId | null;
  readonly format: string | null;
  readonly lists: readonly ListSummary[];
  readonly statedCounts: readonly StatedCountSummary[];
  readonly rules: readonly RuleOutcome[];
  /** What was seen and not understood: a table that fits no list, text where an item was expected. */
  readonly unread: readonly UnreadPlace[];
  /** The ignore comments that cover something, in the order of the file; a start stands for its end as well. */
  readonly ignores: readonly ReportedIgnore[];
  /** Findings that count, in the order of the file. */
  readonly findings: readonly ReportedFinding[];
  /** Findings that were made and do not count, in the order of the file. */
  readonly suppressed: readonly SuppressedFinding[];
  readonly error: FileError | null;
  /** What comparing it with other townships' lists needs; left out where no rule compares or nothing can be compared. */
  readonly facts?: readonly TownshipFacts[];
}

/** What the lists of one township say that its neighbours' lists say as well. */
export interface TownshipFacts {
  /** Null where no title names it. */
  readonly prefecture: string | null;
  readonly county: string;
  readonly township: string;
  /** Title of the coordinating list, in which all places are. */
  readonly listTitle: string | null;
  readonly items: readonly {
    /** Without white space. */
    readonly name: string;
    /** Canonical names, sorted, joined by 、. */
    readonly departments: string;
    readonly place: FactPlace;
  }[];
  /** The county's departments, each in the form used most. */
  readonly departments: readonly {
    readonly department: string;
    readonly form: string;
    readonly short: boolean;
    readonly place: FactPlace;
  }[];
}

/** A place in the department column of the coordinating list, written short: there are some hundred in each file. */
export interface FactPlace {
  readonly item: number | null;
  /** Name of the item; left out where the fact is the item itself, or the item has no name. */
  readonly itemName?: string;
  /** `line:column:offset-line:column:offset`, as in `Position`. */
  readonly at: string;
  readonly excerpt: string;
  /** Words of the cell on either side of the excerpt, left out where there are none. */
  readonly before?: string;
  readonly after?: string;
}

/** An ignore comment, and which findings it keeps from counting: those of its rules that begin in what it covers. */
export interface ReportedIgnore {
  /** The ids of rules that it names; null for all rules. Findings about ignore comments are only ignored by name. */
  readonly rules: readonly string[] | null;
  readonly reason: string | null;
  /** Where the comment stands. */
  readonly start: Position;
  readonly end: Position;
  /** What it covers, by offsets in the decoded file, 0-based, both ends inside. */
  readonly covers: { readonly start: number; readonly end: number };
}

/** Why a finding does not count: an ignore comment, a baseline, or it was there before the change. */
export type Suppressor = 'ignore' | 'baseline' | 'unchanged';

export interface SuppressedFinding {
  readonly by: Suppressor;
  /** The words that the ignore comment gives; else null. */
  readonly reason: string | null;
  readonly finding: ReportedFinding;
}

export interface ListSummary {
  readonly kind: ListKind;
  readonly title: string | null;
  readonly items: number;
  readonly categories: readonly { readonly name: string; readonly items: number }[];
  readonly departments: readonly string[];
}

export interface StatedCountSummary {
  readonly list: ListKind | null;
  readonly what: 'items' | 'categories' | 'departments' | 'itemsInCategory';
  /** The category, for `itemsInCategory`; else null. */
  readonly category: string | null;
  readonly stated: number;
  /** Null when it could not be counted. */
  readonly actual: number | null;
}

export type RuleOutcome =
  | { readonly id: string; readonly status: 'passed' }
  | { readonly id: string; readonly status: 'failed'; readonly findings: number }
  | { readonly id: string; readonly status: 'notApplicable'; readonly reason: string };

export interface UnreadPlace {
  readonly reason: string;
  readonly start: Position;
  readonly end: Position;
  /** The first characters of it. */
  readonly excerpt: string;
}

/** Why a file could not be checked. `code` is stable, `message` is in the user's language and names the way out. */
export interface FileError {
  readonly code: string;
  readonly message: string;
}

export interface ReportLocation {
  readonly list: ListKind | null;
  readonly item: number | null;
  readonly column: ColumnId | null;
  readonly start: Position;
  readonly end: Position;
}

/** A change by offsets in the decoded file, 0-based, `end` exclusive. */
export interface ReportEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The most characters of the sentence (code points) that stand on either side of an excerpt. */
export const CONTEXT_LENGTH = 30;

export interface ReportedFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly location: ReportLocation;
  /** Exactly the source between `location.start` and `location.end`. */
  readonly excerpt: string;
  /**
   * Words of the same cell or paragraph on either side, for showing the excerpt in its sentence. White space folded, no
   * more than `CONTEXT_LENGTH` characters: as long as that, it was probably cut.
   */
  readonly context: { readonly before: string; readonly after: string };
  /** Title of the list and name of the item, for people; null where there is none. */
  readonly subject: { readonly listTitle: string | null; readonly itemName: string | null };
  readonly related: readonly { readonly location: ReportLocation; readonly excerpt: string }[];
  readonly fix: { readonly edits: readonly ReportEdit[] } | null;
  readonly suggestions: readonly { readonly message: string; readonly edits: readonly ReportEdit[] }[];
  /** Stable when other lines move: made of rule, list, the item's name and the words found, not of line or number. */
  readonly fingerprint: string;
}
