import { realpath } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
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
 * Whether a path that is written inside a folder is really somewhere else. What is written outside was meant, and
 * what is not there leads nowhere.
 * @param folder its real path
 */
export async function leadsOut(path: string, folder: string): Promise<boolean> {
  const file = resolve(path);
  if (!within(file, folder)) return false;
  const real = await realpath(file).catch(() => file);
  return !within(real, folder) || within(real, resolve(folder, '.git'));
}

function within(path: string, folder: string): boolean {
  const name = relative(folder, path);
  return name === '' || (name !== '..' && !name.startsWith(`..${sep}`) && resolve(folder, name) === path);
}
