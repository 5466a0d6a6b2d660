import type { Rule } from '../../model/rule.ts';
import { meantRule } from '../../ruleset/meant.ts';
import type { Command } from '../commandLine.ts';
import { UsageError } from '../usageError.ts';

/** The error for a rule that is named on the command line and is not there. */
export function unknownRule(word: string, rules: readonly Rule[], command: Command | null): UsageError {
  const known = rules.map(({ id }) => id);
  return new UsageError('unknown-rule', {
    data: { rule: word },
    command,
    unknown: { word, known, meant: meantRule(word, known, rules) },
    more: 'rules-listed',
  });
}
