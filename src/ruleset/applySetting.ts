import type { Rule } from '../model/rule.ts';
import type { RuleSetting } from './config.ts';

/** A rule with a setting laid over it. Options that the setting leaves out stay as they were. */
export function applySetting(rule: Rule, setting: RuleSetting): Rule {
  return {
    ...rule,
    ...(setting.severity === undefined ? {} : { severity: setting.severity }),
    ...(setting.options === undefined ? {} : { options: { ...rule.options, ...setting.options } }),
  };
}
