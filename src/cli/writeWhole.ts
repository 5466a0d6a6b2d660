import { realpath, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { renameOver } from './renameOver.ts';

/**
 * Writes a whole file: beside it first, then renamed over it, so that a reader never sees half a report and a
 * failure leaves the old one. What is no regular file (`/dev/null`, a pipe) is written to. Throws the system's error.
 */
export async function writeWhole(file: string, text: string | Iterable<string>): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const existing = await stat(target).catch(() => null);
  if (existing !== null && !existing.isFile()) {
    await writeFile(target, text);
    return;
  }
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    await writeFile(beside, text, { flag: 'wx', ...(existing && { mode: existing.mode }) });
    await renameOver(beside, target);
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    throw error;
  }
}
