import type { Language } from '../reports/words.ts';
import type { ConfigSource } from './settings/configSource.ts';

/** What every command gets beside its command line. */
export interface Context {
  readonly language: Language;
  /** Told of a failure of the tool that is reported in other words; shows its stack with `--debug`. */
  readonly onFailure: (error: unknown) => void;
  /** Where config, rules and formats are read; the disk when left out. */
  readonly configs?: ConfigSource;
  /** The module that threads of `--jobs` run, see `isCheckThread`; left out, all is done in one thread. */
  readonly worker?: URL;
  /** Whether `.gitignore` files hold when folders are searched; they do when left out. */
  readonly gitignore?: boolean;
  /** A folder (real path) whose drafts may be no links that lead out of it; links are followed when left out. */
  readonly confinedTo?: string;
}
