import type { Format } from './format.ts';
import type { Rule } from './rule.ts';

/** Everything a run needs to know beside the documents: rules and formats, loaded, extended and valid. */
export interface Ruleset {
  readonly rules: readonly Rule[];
  /** By id. `base` is always there. */
  readonly formats: ReadonlyMap<string, Format>;
}
