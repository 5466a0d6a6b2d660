import type { Localized } from '../model/format.ts';

/** What kind of fault a configuration, rule or format file has; stable, for tests and for tools. */
export type ConfigProblemCode =
  | 'missing-file'
  | 'empty-folder'
  | 'not-utf8'
  | 'yaml-syntax'
  | 'duplicate-key'
  | 'tab'
  | 'colon'
  | 'quote-needed'
  | 'full-width'
  | 'not-closed'
  | 'not-text'
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'bad-value'
  | 'unknown-severity'
  | 'unknown-rule'
  | 'unknown-check'
  | 'unknown-option'
  | 'bad-option'
  | 'unknown-county'
  | 'unknown-extends'
  | 'extends-cycle'
  | 'duplicate-id'
  | 'placeholder'
  | 'unknown-variant'
  | 'no-examples'
  | 'nothing-to-remove'
  | 'header-twice'
  | 'unsupported-scope'
  | 'rule-fault';

/** One fault of a file, with its place and the way out. */
export interface ConfigProblem {
  readonly code: ConfigProblemCode;
  /** As the host names it; `rules/…` for built-in ones. */
  readonly file: string;
  /** 1-based; 0 when the fault has no place in the file (it could not be read). */
  readonly line: number;
  /** 1-based, in UTF-16 code units; 0 when the fault has no place. */
  readonly column: number;
  /** How many code units of `source` the fault covers, from `column` on; at least 1, and 0 when it has no place. */
  readonly length: number;
  /** The whole line it stands in, without its line break. */
  readonly source: string;
  readonly message: Localized;
  /** What may stand there instead. */
  readonly allowed?: readonly string[];
  /** The allowed value that was probably meant. */
  readonly suggestion?: string;
}

/** What a problem says beside its place. */
export interface ProblemDetails {
  readonly code: ConfigProblemCode;
  readonly message: Localized;
  readonly allowed?: readonly string[] | undefined;
  readonly suggestion?: string | undefined;
}

/** A configuration that cannot be used. `problems` holds at least one, in order of files and lines. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(
      problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message.en}`).join('\n'),
    );
    this.problems = problems;
  }
}
