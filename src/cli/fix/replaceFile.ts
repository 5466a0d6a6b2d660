import { randomBytes } from 'node:crypto';
import { access, chmod, chown, constants, open, readFile, realpath, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { systemCode } from '../inputs/paths.ts';
import { renameOver } from '../renameOver.ts';

/** Why a file was left as it is. */
export type ReplaceFailure =
  | 'changed'
  | 'read-only-file'
  | 'no-permission'
  | 'in-use'
  | 'disk-full'
  | 'read-only'
  | 'not-regular'
  | { readonly system: string };

const FAILURES: Readonly<Record<string, ReplaceFailure>> = {
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EBUSY: 'in-use',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  // Somebody took the file away.
  ENOENT: 'changed',
};

/**
 * Puts other bytes into a file, in one step: they are written beside it, brought to the disk, and renamed over it. At any moment the
 * file is the old one or the new one, whole. Its mode, and its owner where the system lets us, stay. A link stays a link: the file it
 * leads to is replaced.
 * @param before what was read from the file; when it holds anything else by now, it is left alone
 * @returns null, or why the file was left as it is
 */
export async function replaceFile(
  path: string,
  before: Uint8Array,
  after: Uint8Array,
): Promise<ReplaceFailure | null> {
  let beside: string | null = null;
  try {
    const target = await realpath(path);
    const facts = await stat(target);
    if (!facts.isFile()) return 'not-regular';
    // Renaming would succeed; but who took the right to write away meant it.
    if ((facts.mode & 0o222) === 0 || !(await isWritable(target))) return 'read-only-file';
    const name = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
    const handle = await open(name, 'wx', facts.mode);
    beside = name;
    try {
      await handle.writeFile(after);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await chown(name, facts.uid, facts.gid).catch(() => undefined);
    // The mask of the process took bits away, and so did a change of owner.
    await chmod(name, facts.mode);
    if (!isSame(await readFile(target), before)) return 'changed';
    await renameOver(name, target);
    beside = null;
    return null;
  } catch (error) {
    const code = systemCode(error);
    if (code === '') throw error;
    return FAILURES[code] ?? { system: code };
  } finally {
    if (beside !== null) await unlink(beside).catch(() => undefined);
  }
}

async function isWritable(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && Buffer.compare(one, other) === 0;
}
