import type { Localized } from '../model/format.ts';
import type { Rule, RuleExamples, RuleScope } from '../model/rule.ts';

/** A rule file as its schema lets it be. Without `extends`, the keys that say what a rule is are all there. */
export interface RuleFile {
  readonly id: string;
  readonly extends?: string;
  readonly check?: string;
  readonly severity?: Rule['severity'];
  readonly title?: Localized;
  readonly on?: RuleScope;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly message?: Localized;
  readonly messages?: Readonly<Record<string, Localized>>;
  readonly why?: Localized;
  readonly examples?: RuleExamples;
}

/** What a rule is before anything is said about it; a rule without `extends` builds on it. */
export const EMPTY_RULE: Rule = {
  id: '',
  check: '',
  group: '',
  title: { zh: '', en: '' },
  severity: 'off',
  on: {},
  options: {},
  messages: {},
  why: { zh: '', en: '' },
  examples: { ok: [], bad: [] },
  file: '',
};

/**
 * A rule file laid over the rule it extends: scope, options and messages key by key, everything else as a
 * whole. Examples are not inherited; they show the rule with its own options.
 */
export function mergeRule(parent: Rule, file: RuleFile, group: string, path: string): Rule {
  return {
    id: file.id,
    check: file.check ?? parent.check,
    group,
    title: file.title ?? parent.title,
    severity: file.severity ?? parent.severity,
    on: { ...parent.on, ...file.on },
    options: { ...parent.options, ...file.options },
    messages: { ...parent.messages, ...(file.message ? { default: file.message } : {}), ...file.messages },
    why: file.why ?? parent.why,
    examples: file.examples ?? EMPTY_RULE.examples,
    file: path,
  };
}
