import type { Language } from '../reports/words.ts';

/** What every command gets beside its command line. */
export interface Context {
  readonly language: Language;
  /** Told of a failure of the tool that is reported in other words; shows its stack with `--debug`. */
  readonly onFailure: (error: unknown) => void;
}
