import type { Rule, RuleOrigin } from '../../model/rule.ts';
import { shownPath } from '../inputs/paths.ts';
import type { RuleWords } from './ruleWords.ts';

/** One value of a rule with where it comes from, in words. */
export interface ValueOrigin {
  /** `severity`, `options.start`, `message`… */
  readonly key: string;
  readonly from: string;
}

/** Where each value of a rule comes from: the last that set it, and those that changed its list after that. */
export function valueOrigins(rule: Rule, words: RuleWords): readonly ValueOrigin[] {
  const origins = rule.origins ?? [];
  const keys = new Set(origins.flatMap(({ keys: own }) => own.map((key) => key.replace(/\+$/, ''))));
  return [...keys].map((key) => {
    const setting = origins.findLastIndex(({ keys: own }) => own.includes(key));
    const set = origins[setting];
    const changes = origins.slice(setting + 1).filter(({ keys: own }) => own.includes(`${key}+`));
    const by = set ? [originText(set, words)] : [];
    return {
      key,
      from: [...by, ...changes.map((change) => originText(change, words))].join(words.changedBy),
    };
  });
}

/** Who set the severity, in words. */
export function severityOrigin(rule: Rule, words: RuleWords): string {
  return valueOrigins(rule, words).find(({ key }) => key === 'severity')?.from ?? rule.file;
}

function originText({ by, file, line }: RuleOrigin, words: RuleWords): string {
  if (by === 'config' && line === 0) return words.asleep;
  const isPath = by !== 'set' && !file.startsWith('rules/');
  return words.by[by](isPath ? shownPath(file) : file, line);
}
