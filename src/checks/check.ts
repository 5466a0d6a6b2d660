import type { ListDocument } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Localized } from '../model/format.ts';
import type { Rule } from '../model/rule.ts';

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
  /** The findings of a document, or why the rule has nothing to look at. Pure; neither argument is changed. */
  run(document: ListDocument, rule: Rule): readonly Finding[] | NotApplicable;
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
