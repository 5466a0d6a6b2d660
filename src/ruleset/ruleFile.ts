import type { Check } from '../checks/check.ts';
import type { Localized } from '../model/format.ts';
import type { Rule, RuleExamples, RuleOrigin, RuleScope } from '../model/rule.ts';
import { isListChange, mergeOptions, type OnAbsentEntry } from './mergeOptions.ts';

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
 * A rule file laid over the rule it extends: scope, options and messages key by key, lists of options changed where the file
 * says `{ add: […], remove: […] }`, everything else as a whole. Examples are not inherited; they show the rule with
 * its own options. What a check says by itself stands where neither has a message.
 */
export function mergeRule(
  parent: Rule,
  file: RuleFile,
  from: {
    readonly group: string;
    readonly path: string;
    readonly check: Check;
    readonly onAbsent?: OnAbsentEntry;
  },
): Rule {
  return {
    id: file.id,
    check: file.check ?? parent.check,
    group: from.group,
    title: file.title ?? parent.title,
    severity: file.severity ?? parent.severity,
    on: { ...parent.on, ...file.on },
    options: mergeOptions(parent.options, file.options ?? {}, from.onAbsent),
    messages: {
      ...from.check.messages,
      ...parent.messages,
      ...(file.message ? { default: file.message } : {}),
      ...file.messages,
    },
    why: file.why ?? parent.why,
    examples: file.examples ?? EMPTY_RULE.examples,
    file: from.path,
    origins: [
      ...(parent.origins ?? []).map((origin) => ({
        ...origin,
        by: 'extends' as const,
        keys: origin.keys.filter((key) => key !== 'examples'),
      })),
      { by: 'file', file: from.path, line: 1, keys: keysOf(file) },
    ],
  };
}

const WHOLE_KEYS = ['check', 'severity', 'title', 'message', 'why', 'examples'] as const;

/** What a rule file sets, as `RuleOrigin.keys` has it. */
function keysOf(file: RuleFile): RuleOrigin['keys'] {
  return [
    ...WHOLE_KEYS.filter((key) => file[key] !== undefined),
    ...Object.keys(file.on ?? {}).map((key) => `on.${key}`),
    ...optionKeys(file.options),
    ...Object.keys(file.messages ?? {}).map((variant) => `messages.${variant}`),
  ];
}

/** The options that are set or changed, as `RuleOrigin.keys` has them. */
export function optionKeys(options: RuleFile['options']): RuleOrigin['keys'] {
  return Object.entries(options ?? {}).map(
    ([key, value]) => `options.${key}${isListChange(value) ? '+' : ''}`,
  );
}
