import type { Format } from '../model/format.ts';
import type { Rule, RuleOrigin } from '../model/rule.ts';
import type { YamlFile } from './yamlFile.ts';

/** Patterns of one config file, as in .gitignore, relative to the folder it stands in. */
export interface PathPatterns {
  /** With `/` between folders and none at the end; empty for the folder the paths of the run are relative to. */
  readonly folder: string;
  readonly patterns: readonly string[];
}

/** What a config sets a rule to; what is left out stays as it was. Checked against the rule when the config is loaded. */
export interface RuleSetting {
  readonly id: string;
  readonly severity?: Rule['severity'];
  /** `{ add: […], remove: […] }` changes a list. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly origin?: RuleOrigin;
}

/** Settings for some of the files. */
export interface Override {
  readonly files: PathPatterns;
  readonly county: string | null;
  readonly rules: readonly RuleSetting[];
}

/** A configuration, everything it extends taken in, checked as a whole. */
export interface Config {
  /** As it was asked for. */
  readonly file: string;
  /** By id: built-in ones and the user's. */
  readonly formats: ReadonlyMap<string, Format>;
  /** Every rule with its severity and options before overrides, those that are off included. */
  readonly rules: readonly Rule[];
  /** Id of the format for all documents, or null when it is to be recognised. */
  readonly county: string | null;
  /** Later ones hold. */
  readonly overrides: readonly Override[];
  readonly ignore: readonly PathPatterns[];
  /** The user's own rules by id, as their files declare them, whatever the config sets. */
  readonly declared: ReadonlyMap<string, Rule>;
  /** The files of the user's own rules and formats, by id. */
  readonly ruleSources: ReadonlyMap<string, YamlFile>;
  readonly formatSources: ReadonlyMap<string, YamlFile>;
}
