import type { Rule } from '../model/rule.ts';
import type { RuleSetting } from './config.ts';
import { mergeOptions } from './mergeOptions.ts';

/** A rule with a setting laid over it. Options that the setting leaves out stay as they were; lists can be changed. */
export function applySetting(rule: Rule, setting: RuleSetting): Rule {
  return {
    ...rule,
    ...(setting.severity === undefined ? {} : { severity: setting.severity }),
    ...(setting.options === undefined ? {} : { options: mergeOptions(rule.options, setting.options) }),
    ...(setting.origin === undefined ? {} : { origins: [...(rule.origins ?? []), setting.origin] }),
  };
}
