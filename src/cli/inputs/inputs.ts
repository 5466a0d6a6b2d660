import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gitignoreFilter } from './ignoreFiles.ts';
import { shownPath, slashed, systemCode } from './paths.ts';
import { type Found, type WalkFilter, walk } from './walk.ts';

/** Something to check, or a name that led to nothing. */
export type Input =
  /** Standard input. */
  | { readonly kind: 'stdin' }
  /** `path` is absolute, `name` is how reports call it. */
  | { readonly kind: 'file'; readonly path: string; readonly name: string }
  /** `code` is one of the file errors of the engine. */
  | { readonly kind: 'problem'; readonly name: string; readonly code: PathProblem };

/** Why a name on the command line gives nothing to check. */
export type PathProblem = 'not-found' | 'no-match' | 'no-drafts' | 'no-permission' | 'unreadable' | 'outside';

/** Characters that make a name a pattern when no file is called so. */
const PATTERN = /[*?[\]{}!]|[@+]\(/;

/** Whether an operand at which there is no file stands for what it matches. */
export function isPattern(operand: string): boolean {
  return PATTERN.test(operand);
}

/**
 * What the operands stand for, in their order and each file once: `-` is standard input, a folder is searched, a
 * pattern expanded; anything else is a file, whatever its extension. A file that is named outright is checked
 * even where `.gitignore` or the configuration leaves it out.
 */
export async function findInputs(operands: readonly string[], filter: WalkFilter): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  for (const operand of operands) inputs.push(...(await findInput(operand, filter)));
  const seen = new Set<string>();
  return inputs.filter((input) => {
    const key = input.kind === 'stdin' ? '-' : input.kind === 'file' ? input.path : `?${input.name}`;
    return !seen.has(key) && seen.add(key);
  });
}

async function findInput(operand: string, filter: WalkFilter): Promise<readonly Input[]> {
  if (operand === '-') return [{ kind: 'stdin' }];
  const path = resolve(operand);
  try {
    const facts = await stat(path);
    if (!facts.isDirectory()) return [file(path)];
  } catch (error) {
    if (isPattern(operand)) return expand(operand, filter);
    return [problem(operand, error)];
  }
  return orNothing(shownPath(path), 'no-drafts', await walk(path, filter));
}

/** What a pattern matches: files whatever their extension, and the drafts in folders. */
async function expand(pattern: string, filter: WalkFilter): Promise<readonly Input[]> {
  const { globPaths } = await import('./globPaths.ts');
  const ignored = filter.gitignore ? gitignoreFilter() : async () => false;
  const found: Found[] = [];
  for (const { path, isFolder } of await globPaths(slashed(pattern))) {
    if (filter.ignored(path) || (await ignored(path))) continue;
    if (isFolder) found.push(...(await walk(path, filter)));
    else found.push({ path, error: null });
  }
  return orNothing(slashed(pattern), 'no-match', found);
}

function orNothing(name: string, code: PathProblem, found: readonly Found[]): readonly Input[] {
  if (found.length === 0) return [{ kind: 'problem', name, code }];
  return found.map(({ path, error }) => (error === null ? file(path) : problem(shownPath(path), error)));
}

function file(path: string): Input {
  return { kind: 'file', path, name: shownPath(path) };
}

function problem(name: string, error: unknown): Input {
  return { kind: 'problem', name: slashed(name), code: problemOf(error) };
}

/** Which file error a failure of the system is. */
export function problemOf(error: unknown): PathProblem {
  switch (systemCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'not-found';
    case 'EACCES':
    case 'EPERM':
      return 'no-permission';
    default:
      return 'unreadable';
  }
}
