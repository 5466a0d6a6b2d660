import type { Rule } from '../model/rule.ts';

type Severity = Rule['severity'];

/** Rule id to severity, or to severity and options. */
export type RuleSettings = Readonly<
  Record<
    string,
    Severity | { readonly severity?: Severity; readonly options?: Readonly<Record<string, unknown>> }
  >
>;

/** A config file as its schema lets it be. A key with nothing after it counts as left out. */
export interface ConfigFile {
  readonly extends?: readonly string[] | null;
  readonly county?: string | null;
  readonly rules?: RuleSettings | null;
  readonly formats?: readonly string[] | null;
  readonly ruleFiles?: readonly string[] | null;
  readonly overrides?:
    | readonly {
        readonly files: string | readonly string[];
        readonly county?: string | null;
        readonly rules?: RuleSettings | null;
      }[]
    | null;
  readonly ignore?: readonly string[] | null;
}
