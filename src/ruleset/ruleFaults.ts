import type { Check, RuleFault } from '../checks/check.ts';
import { checks } from '../checks/index.ts';
import type { Rule, RuleScope } from '../model/rule.ts';
import type { ConfigProblem } from './configError.ts';
import { problemAt } from './problemAt.ts';
import { texts } from './problemTexts.ts';
import type { DataPath, YamlFile } from './yamlFile.ts';

/** A rule as some file wrote it or set its options, for telling its faults in that file. */
export interface WrittenRule {
  readonly rule: Rule;
  readonly yaml: YamlFile;
  /** What it was before the file, whose faults are told elsewhere; null for a rule that is all the file's own. */
  readonly parent: Rule | null;
  /** The path in the file of `['options', …]` or `['on', …]`, or null where the file did not write it. */
  locate(path: DataPath): DataPath | null;
  /** Where in the file a fault stands that no single value of it has. */
  readonly home: DataPath;
}

const USUAL_SCOPE: readonly (keyof RuleScope)[] = ['lists', 'column'];

/** Loads what the rules need beyond the code at hand: engines for patterns, compilers of schemas. */
export async function loadForRules(rules: readonly WrittenRule[]): Promise<void> {
  await Promise.all(rules.map(({ rule }) => checks.get(rule.check)?.load?.(rule)));
}

/**
 * What is wrong with rules that no schema can tell: patterns that cannot run, words that can never be found, scopes that
 * their check does not go by. Where a fault was inherited as it is, the file it comes from tells it.
 */
export function ruleFaultProblems(written: readonly WrittenRule[]): readonly ConfigProblem[] {
  return written.flatMap(({ rule, parent, yaml, locate, home }) => {
    const check = checks.get(rule.check);
    if (!check) return [];
    const inherited = new Set((parent ? faultsOf(check, parent) : []).map((fault) => JSON.stringify(fault)));
    return faultsOf(check, rule)
      .filter((fault) => !inherited.has(JSON.stringify(fault)))
      .map(({ code, path, message, within, allowed }): ConfigProblem => {
        const own = locate(path);
        const place = !own
          ? yaml.place(home, 'key')
          : within
            ? yaml.placeWithin(own, within.at, within.length)
            : yaml.place(own, code === 'unsupported-scope' ? 'key' : 'value');
        return problemAt(yaml, place, { code, message, allowed });
      });
  });
}

type CodedFault = RuleFault & { readonly code: 'unsupported-scope' | 'rule-fault' };

function faultsOf(check: Check, rule: Rule): readonly CodedFault[] {
  const known = check.scope ?? USUAL_SCOPE;
  const scope = (Object.keys(rule.on) as (keyof RuleScope)[]).filter((key) => !known.includes(key));
  return [
    ...scope.map((key) => ({
      code: 'unsupported-scope' as const,
      path: ['on', key],
      message: texts.unsupportedScope(rule.check, key),
      allowed: known,
    })),
    ...(check.faults?.(rule) ?? []).map((fault) => ({ ...fault, code: 'rule-fault' as const })),
  ];
}
