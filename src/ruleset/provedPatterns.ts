import type { Rule } from '../model/rule.ts';
import { type ProvedPattern, provedPattern } from '../patterns/pattern.ts';

/** The patterns of rules of the kind `pattern`, which are sound, each with what its proof needs to be spared at run time. */
export function provedPatterns(rules: readonly Rule[]): readonly ProvedPattern[] {
  const sources = new Set(rules.flatMap((rule) => (rule.check === 'pattern' ? sourcesOf(rule) : [])));
  return [...sources].flatMap((source) => provedPattern(source) ?? []);
}

function sourcesOf({ options }: Rule): readonly string[] {
  const entries = Array.isArray(options.patterns)
    ? (options.patterns as readonly Readonly<Record<string, unknown>>[])
    : [];
  return entries.flatMap(({ forbid, demand }) =>
    [forbid, demand].filter((source): source is string => typeof source === 'string'),
  );
}
