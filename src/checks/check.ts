import type { ListDocument } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Localized } from '../model/format.ts';
import type { Span } from '../model/place.ts';
import type { Rule, RuleScope } from '../model/rule.ts';
import type { AcrossCheck } from './set/acrossTownships.ts';

/** One kind of check: what rules name in `check:`. */
export interface Check {
  readonly kind: string;
  /** JSON Schema (2020-12) of the options: closed, a description and a default on every key. */
  readonly options: object;
  /**
   * The messages that findings of this kind may ask for, each with the placeholders it can fill. A rule of
   * this kind gives a message for each of them, or `default` for those it leaves out.
   */
  readonly variants: Readonly<Record<string, readonly string[]>>;
  /** Wording of variants that a rule need not write itself, such as those of suggestions. */
  readonly messages?: Readonly<Record<string, Localized>>;
  /** Which keys of a rule's `on` it goes by; left out: `lists` and `column`. Others are refused. */
  readonly scope?: readonly (keyof RuleScope)[];
  /**
   * Loads what rules of this kind need beyond the code at hand (an engine for patterns, a compiler of schemas), or null when
   * this rule needs nothing. Awaited before `faults` and `run` for the rules of a user; built-in rules must do without.
   */
  load?(rule: Rule): Promise<void> | null;
  /** What is wrong with the options of a rule that their schema cannot tell; they fit the schema. */
  faults?(rule: Rule): readonly RuleFault[];
  /** The patterns, words or conditions of a rule that each can turn out never to match. */
  pieces?(rule: Rule): readonly RulePiece[];
  /**
   * The findings of a document, or why the rule has nothing to look at. Pure; no argument is changed.
   * @param used told of each of `pieces`, by its index, that matched something, reported or not
   * @param others for a check that runs `afterOthers`
   */
  run(
    document: ListDocument,
    rule: Rule,
    used?: (piece: number) => void,
    others?: OtherRules,
  ): readonly Finding[] | NotApplicable;
  /** Set for checks that compare the lists of several townships; `run` does it within one document. */
  readonly across?: AcrossCheck;
  /** Set for checks that are about what the other rules found. */
  readonly afterOthers?: true;
}

/** What a check that runs after the others knows of them. */
export interface OtherRules {
  /** The ids of all rules that there are, on or off. */
  readonly known: readonly string[];
  /** The rules that had something to look at. */
  readonly applied: ReadonlySet<string>;
  /** What they found: the rule, and where in the source it begins. */
  readonly found: readonly { readonly ruleId: string; readonly offset: number }[];
  /** Whether none of them failed. */
  readonly isComplete: boolean;
  /** Whether an ignore comment, with no rules for all of them, covers a finding. */
  readonly ignores: (
    comment: { readonly rules: readonly string[] | null; readonly covers: Span },
    ruleId: string,
    offset: number,
  ) => boolean;
}

/** Something wrong with a rule, below `options` or `on`. */
export interface RuleFault {
  /** `['options', 'patterns', 0, 'forbid']`. */
  readonly path: readonly (string | number)[];
  readonly message: Localized;
  /** The part of the text at `path` that is the reason, in UTF-16 code units. */
  readonly within?: { readonly at: number; readonly length: number };
  /** What may stand there. */
  readonly allowed?: readonly string[];
}

/** One pattern, word or condition of a rule. */
export interface RulePiece {
  /** Where it stands in the rule, as in `RuleFault`. */
  readonly path: readonly (string | number)[];
  /** What it looks for, as the rule has it. */
  readonly label: string;
}

/** Said in the report instead of `passed`: the document holds nothing that the rule could be applied to. */
export interface NotApplicable {
  readonly notApplicable: Localized;
}

/** The result of a check that had nothing to look at. */
export function notApplicable(zh: string, en: string): NotApplicable {
  return { notApplicable: { zh, en } };
}

/** Tells findings from the reason why there can be none. */
export function isNotApplicable(result: readonly Finding[] | NotApplicable): result is NotApplicable {
  return 'notApplicable' in result;
}
