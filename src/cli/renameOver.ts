import { rename } from 'node:fs/promises';
import { systemCode } from './inputs/paths.ts';

/** What Windows answers while somebody has the file open for a moment: a virus scanner, an indexer, a preview. */
const IN_USE: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** Milliseconds between the tries; about a second in all. */
const PAUSES = [10, 30, 60, 100, 200, 300, 400];

/**
 * Renames a file over another one. On Windows that fails while the other one is open, so it is tried for a second there.
 * Throws the system's error.
 */
export async function renameOver(
  from: string,
  to: string,
  {
    platform = process.platform,
    move = rename,
  }: { readonly platform?: string; readonly move?: typeof rename } = {},
): Promise<void> {
  for (const pause of platform === 'win32' ? PAUSES : []) {
    try {
      await move(from, to);
      return;
    } catch (error) {
      if (!IN_USE.has(systemCode(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  await move(from, to);
}
