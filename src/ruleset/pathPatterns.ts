import ignore from 'ignore';
import type { PathPatterns } from './config.ts';
import { within } from './paths.ts';

const compiled = new WeakMap<PathPatterns, (path: string) => boolean>();

/** Whether a path fits patterns as in .gitignore (`*`, `**`, `!`, a `/` that anchors); `{a,b}` stands for either. */
export function matches(patterns: PathPatterns, path: string): boolean {
  let test = compiled.get(patterns);
  if (!test) {
    const matcher = ignore().add(patterns.patterns.flatMap(alternatives));
    test = (relative) => ignore.isPathValid(relative) && matcher.ignores(relative);
    compiled.set(patterns, test);
  }
  const relative = within(patterns.folder, path);
  return relative !== null && test(relative);
}

/** `*.{md,txt}` as `*.md` and `*.txt`; braces without a comma stand for themselves. */
function alternatives(pattern: string): readonly string[] {
  // No brace inside: the innermost pair is written out first, so nesting needs no counting.
  const match = /\{([^{}]*,[^{}]*)\}/.exec(pattern);
  if (!match) return [pattern.replace(/^\.\//, '/')];
  const before = pattern.slice(0, match.index);
  const after = pattern.slice(match.index + match[0].length);
  return (match[1] ?? '').split(',').flatMap((choice) => alternatives(before + choice + after));
}
