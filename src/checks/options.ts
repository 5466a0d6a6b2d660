import type { Rule } from '../model/rule.ts';

/**
 * Options arrive checked against the schema of their check; these read one of them with its type, and give the
 * schema's default where a rule leaves it out.
 */
export function numberOption(rule: Rule, key: string, otherwise: number): number {
  const value = rule.options[key];
  return typeof value === 'number' ? value : otherwise;
}

/** A true or false option; `false` is a value. */
export function booleanOption(rule: Rule, key: string, otherwise: boolean): boolean {
  const value = rule.options[key];
  return typeof value === 'boolean' ? value : otherwise;
}

/** An option that is one of some words. */
export function wordOption<W extends string>(rule: Rule, key: string, words: readonly W[], otherwise: W): W {
  const value = rule.options[key];
  return words.find((word) => word === value) ?? otherwise;
}

/** The schema of an option that is a set of some words, and all of them where a rule leaves it out. */
export function wordsSchema(description: string, words: readonly string[]): object {
  return {
    description,
    type: 'array',
    minItems: 1,
    uniqueItems: true,
    items: { enum: words },
    default: words,
  };
}

/** An option that is a set of words, all of them where a rule leaves it out; words that are none of `words` are left out. */
export function wordsOption<W extends string>(
  rule: Rule,
  key: string,
  words: readonly W[],
  otherwise: readonly W[] = words,
): ReadonlySet<W> {
  const value = rule.options[key];
  if (!Array.isArray(value)) return new Set(otherwise);
  return new Set(words.filter((word) => value.includes(word)));
}

/** An option that is a list of any words. */
export function stringsOption(rule: Rule, key: string, otherwise: readonly string[]): readonly string[] {
  const value = rule.options[key];
  return Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string') : otherwise;
}
