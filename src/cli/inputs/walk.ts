import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { compareNames } from '../../model/pathOrder.ts';
import { type IgnoreRules, isIgnored, rulesAbove, rulesIn } from './ignoreFiles.ts';

/** What a folder is searched for. */
const DRAFTS = new Set(['.md', '.markdown', '.txt', '.csv']);
/** Kinds of documents that drafts come in and that cannot be read: named in the report, not passed over. */
const UNSUPPORTED = new Set([
  ...['.docx', '.docm', '.doc', '.wps', '.rtf', '.odt'],
  ...['.xlsx', '.xlsm', '.xls', '.et', '.ods', '.pdf', '.ofd'],
]);

/** A file found in a folder, or a folder that could not be searched. */
export interface Found {
  readonly path: string;
  /** The system's error for a folder that could not be listed; null for a file. */
  readonly error: unknown;
}

/** Which files a folder walk leaves out. */
export interface WalkFilter {
  /** Whether `.gitignore` files hold. */
  readonly gitignore: boolean;
  /** Whether the configuration leaves a path out. */
  readonly ignored: (path: string) => boolean;
}

/** Whether a folder walk would look at a file of this name. */
export function isDraft(path: string): boolean {
  const extension = extname(path).toLowerCase();
  return DRAFTS.has(extension) || UNSUPPORTED.has(extension);
}

/**
 * The drafts below a folder, in the order of their names, files before the folders beside them. Folders that begin
 * with a dot and `node_modules` are left out, and so are links to folders: they could lead round in a circle.
 */
export async function walk(folder: string, filter: WalkFilter): Promise<readonly Found[]> {
  const rules = filter.gitignore ? await rulesAbove(folder) : [];
  const found: Found[] = [];
  await walkInto(folder, rules, filter, found);
  return found;
}

async function walkInto(
  folder: string,
  above: IgnoreRules,
  filter: WalkFilter,
  found: Found[],
): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    found.push({ path: folder, error });
    return;
  }
  const rules = filter.gitignore ? await rulesIn(folder, above) : above;
  entries.sort((a, b) => compareNames(a.name, b.name));
  const folders: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const isFolder = entry.isDirectory();
    // `~$` begins the lock files of Word and Excel.
    if (entry.name.startsWith('.') || entry.name.startsWith('~$') || entry.name === 'node_modules') continue;
    if (!isFolder && !isDraft(entry.name)) continue;
    if (isIgnored(rules, path, isFolder) || filter.ignored(path)) continue;
    if (isFolder) folders.push(path);
    else if (entry.isFile() || (entry.isSymbolicLink() && !(await leadsToFolder(path)))) {
      found.push({ path, error: null });
    }
  }
  for (const path of folders) await walkInto(path, rules, filter, found);
}

/** A link that leads nowhere counts as a file, so that reading it says so. */
async function leadsToFolder(link: string): Promise<boolean> {
  return (await stat(link).catch(() => null))?.isDirectory() ?? false;
}
