import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { slashed } from './paths.ts';

/** The `.gitignore` rules that hold in a folder, from the repository's root down to it; the last one decides. */
export type IgnoreRules = readonly { readonly folder: string; readonly patterns: Ignore }[];

/** The rules above a folder: of its ancestors up to the one that holds `.git`. None where there is no repository. */
export async function rulesAbove(folder: string): Promise<IgnoreRules> {
  const ancestors: string[] = [];
  let current = folder;
  while (!existsSync(join(current, '.git'))) {
    const parent = dirname(current);
    if (parent === current) return [];
    ancestors.unshift(parent);
    current = parent;
  }
  let rules: IgnoreRules = [];
  for (const ancestor of ancestors) rules = await rulesIn(ancestor, rules);
  // A folder that someone names is meant, even where the repository ignores it: then only its own rules hold.
  return isIgnored(rules, folder, true) ? [] : rules;
}

/** The rules inside a folder: those above it and those of its own `.gitignore`. */
export async function rulesIn(folder: string, above: IgnoreRules): Promise<IgnoreRules> {
  const file = join(folder, '.gitignore');
  if (!existsSync(file)) return above;
  const text = await readFile(file, 'utf8').catch(() => '');
  return [...above, { folder, patterns: ignore().add(text) }];
}

/** Whether the rules leave a file or folder out. Its parents are taken as not ignored. */
export function isIgnored(rules: IgnoreRules, path: string, isFolder: boolean): boolean {
  for (let i = rules.length - 1; i >= 0; i--) {
    const rule = rules[i];
    if (!rule) continue;
    const name = slashed(relative(rule.folder, path));
    if (name === '' || name.startsWith('../')) continue;
    const { ignored, unignored } = rule.patterns.test(isFolder ? `${name}/` : name);
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}

/**
 * Tells for files anywhere below the working directory, one after the other, whether `.gitignore` leaves them or a
 * folder above them out. Every folder's rules are read once.
 */
export function gitignoreFilter(): (file: string) => Promise<boolean> {
  const base = process.cwd();
  const known = new Map<string, Promise<IgnoreRules | null>>();
  /** Null where the whole folder is left out. */
  const rulesOf = (folder: string): Promise<IgnoreRules | null> => {
    const cached = known.get(folder) ?? readRules(folder);
    known.set(folder, cached);
    return cached;
  };
  const readRules = async (folder: string): Promise<IgnoreRules | null> => {
    if (!folder.startsWith(base + sep)) return rulesIn(folder, await rulesAbove(folder));
    const above = await rulesOf(dirname(folder));
    return above === null || isIgnored(above, folder, true) ? null : rulesIn(folder, above);
  };
  return async (file) => {
    const rules = await rulesOf(dirname(file));
    return rules === null || isIgnored(rules, file, false);
  };
}
