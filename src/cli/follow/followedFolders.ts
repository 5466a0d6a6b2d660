import { type Dirent, existsSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Input } from '../inputs/inputs.ts';

/** Characters with which the part of a pattern begins that names no folder. */
const PATTERN = /[*?[\]{}!@+(]/;

/**
 * The folders in which a change can touch a run: those of the files, the folders that were named with all that are in them, and those of the
 * config, rules and formats.
 * @param others absolute paths of further files and folders
 */
export async function followedFolders(
  operands: readonly string[],
  inputs: readonly Input[],
  others: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const folders = new Set<string>([process.cwd()]);
  for (const input of inputs) {
    if (input.kind !== 'file') continue;
    folders.add(dirname(input.path));
    // A link: the file it leads to is the one that changes.
    folders.add(dirname(await realpath(input.path).catch(() => input.path)));
  }
  for (const operand of operands) {
    const named = resolve(operand);
    const root = existsSync(named) ? named : baseOf(named);
    folders.add(dirname(root));
    await addTree(root, folders);
  }
  for (const path of others) {
    folders.add(dirname(path));
    if ((await stat(path).catch(() => null))?.isDirectory()) await addTree(path, folders);
  }
  return folders;
}

/** The folder above the first part of a path that is a pattern or is not there. */
function baseOf(path: string): string {
  let base = path;
  while (PATTERN.test(base) || !existsSync(base)) {
    const parent = dirname(base);
    if (parent === base) return base;
    base = parent;
  }
  return base;
}

async function addTree(folder: string, folders: Set<string>): Promise<void> {
  const entries: readonly Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (entries.length > 0) folders.add(folder);
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    folders.add(join(folder, entry.name));
    await addTree(join(folder, entry.name), folders);
  }
}
