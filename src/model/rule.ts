import type { ColumnId, ListKind, Localized } from './format.ts';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The parts of a document that hold words: cells of items, and what stands around them. */
export const DOCUMENT_PARTS = ['cell', 'title', 'header', 'heading', 'paragraph', 'contents'] as const;
export type DocumentPart = (typeof DOCUMENT_PARTS)[number];

/** What a rule looks at. Nothing given means: wherever its check makes sense. */
export interface RuleScope {
  readonly lists?: readonly ListKind[];
  readonly column?: ColumnId;
  /** Only items of these categories; white space does not count. */
  readonly categories?: readonly string[];
  readonly parts?: readonly DocumentPart[];
}

/**
 * One step in which a rule became what it is: the file that declares it, a rule it extends, the set, config or override
 * that set something. Later ones hold.
 */
export interface RuleOrigin {
  readonly by: 'extends' | 'file' | 'set' | 'config' | 'override';
  /** The file, or the name of the set. */
  readonly file: string;
  /** 1-based; 0 where there is none. */
  readonly line: number;
  /** What it set: `severity`, `on.lists`, `options.start`, `message`… A list that was changed, not replaced, has a `+`: `options.entries+`. */
  readonly keys: readonly string[];
}

/** A rule as the engine runs it: its YAML file, inheritance and the user's config applied, options complete and valid. */
export interface Rule {
  readonly id: string;
  /** The kind of check, one file in `src/checks`. */
  readonly check: string;
  /** Folder of the rule below `rules/`: structure, departments, … Used for ordering and the index. */
  readonly group: string;
  readonly title: Localized;
  readonly severity: Severity | 'off';
  readonly on: RuleScope;
  readonly options: Readonly<Record<string, unknown>>;
  /** Message templates; `{name}` is filled from the finding's `data`. `default` is the one a check reports without naming a variant. */
  readonly messages: Readonly<Record<string, Localized>>;
  /** Why the rule exists, with its source (a standard, a law, the domain). */
  readonly why: Localized;
  readonly examples: RuleExamples;
  /** The file the rule was declared in, for error messages; `rules/…` for built-in ones. */
  readonly file: string;
  /** How it became what it is; left out where nobody asked. */
  readonly origins?: readonly RuleOrigin[];
}

export interface RuleExamples {
  /** Documents in Markdown in which the rule finds nothing. */
  readonly ok: readonly string[];
  readonly bad: readonly BadExample[];
}

export interface BadExample {
  readonly text: string;
  readonly findings: readonly ExpectedFinding[];
}

export interface ExpectedFinding {
  readonly list?: ListKind;
  readonly item?: number;
  readonly column?: ColumnId;
  /** Words that the message must contain. */
  readonly message?: string;
}
