import type { Command } from './commandLine.ts';
import type { NoteCode, UsageCode } from './messages.ts';

/** What goes with a usage error beside its sentence. */
export interface UsageErrorFacts {
  /** Words that the sentence holds. */
  readonly data: Readonly<Record<string, string>>;
  /** Whose `--help` to point at; null for that of the tool. */
  readonly command: Command | null;
  /** A word that is not among the known ones: `meant` is suggested, or where it is left out the nearest of them. */
  readonly unknown?: {
    readonly word: string;
    readonly known: readonly string[];
    readonly meant?: string | undefined;
  };
  /** What is said behind the suggestion: where all the known ones are listed. */
  readonly more?: NoteCode;
}

/** The command line, or something it names, cannot be used: exit code 2 and a sentence with the way out. */
export class UsageError extends Error {
  /** Which sentence of `messages.ts`. */
  readonly code: UsageCode;
  readonly facts: UsageErrorFacts;
  constructor(code: UsageCode, facts: UsageErrorFacts) {
    super(code);
    this.name = 'UsageError';
    this.code = code;
    this.facts = facts;
  }
}
