import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Input } from './inputs.ts';

/**
 * The inputs with those refused that lie in a folder and are, or stand behind, links that lead out of it or into
 * its `.git`: whoever adds a link to a repository must not choose what else of the machine is read.
 * @param folder its real path
 */
export function confined(inputs: readonly Input[], folder: string): Promise<readonly Input[]> {
  return Promise.all(
    inputs.map(async (input) =>
      input.kind === 'file' && (await leadsOut(input.path, folder))
        ? { kind: 'problem', name: input.name, code: 'outside' }
        : input,
    ),
  );
}

/**
 * Whether a path that is written inside a folder is really somewhere else, or in a `.git`. What is written outside
 * was meant, and what is not there leads nowhere.
 * @param folder its real path
 */
export async function leadsOut(path: string, folder: string): Promise<boolean> {
  const file = resolve(path);
  return isWithin(file, folder) && !(await staysIn(file, folder));
}

/** Whether a path is really in a folder, and not in a `.git` there. `folder` is its real path. */
export async function staysIn(path: string, folder: string): Promise<boolean> {
  const file = resolve(path);
  const real = await realpath(file).catch(() => file);
  return isWithin(real, folder) && !relative(folder, real).split(sep).includes('.git');
}

/** Whether a path is written inside a folder, or is the folder. Both are absolute. */
export function isWithin(path: string, folder: string): boolean {
  const name = relative(folder, path);
  return name === '' || (name !== '..' && !name.startsWith(`..${sep}`) && !isAbsolute(name));
}
