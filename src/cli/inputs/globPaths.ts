import { type Dirent, readdir, type Stats, stat } from 'node:fs';
import { resolve } from 'node:path';
import { type GlobOptions, glob } from 'tinyglobby';
import { compareNames } from '../../model/pathOrder.ts';

/** A file or folder that a pattern matches. `path` is absolute. */
export interface Match {
  readonly path: string;
  readonly isFolder: boolean;
}

/**
 * What a pattern (with `/` between folders) matches below the working directory, in the order of the names. Names
 * that begin with a dot and `node_modules` are left out. Links to folders are not followed, they could lead round
 * in a circle; links to files are files.
 */
export async function globPaths(pattern: string): Promise<readonly Match[]> {
  const names = await glob(pattern, {
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    onlyFiles: false,
    ignore: ['**/node_modules'],
    fs: { readdir: readdirSeeingLinkedFiles as unknown as Readdir },
  });
  return names.sort(compareNames).map((name) => ({ path: resolve(name), isFolder: name.endsWith('/') }));
}

type Readdir = NonNullable<NonNullable<GlobOptions['fs']>['readdir']>;
type Listed = (error: NodeJS.ErrnoException | null, entries: readonly Pick<Dirent, 'name'>[]) => void;

/** `fs.readdir` to which a link to a file is a file; tinyglobby would pass it over. */
function readdirSeeingLinkedFiles(folder: string, options: { withFileTypes: true }, done: Listed): void {
  readdir(folder, options, (error, entries) => {
    const links = (entries ?? []).filter((entry) => entry.isSymbolicLink());
    if (error || links.length === 0) {
      done(error, entries);
      return;
    }
    let waiting = links.length;
    const files = new Set<Dirent>();
    for (const link of links) {
      stat(resolve(folder, link.name), (failure: Error | null, facts?: Stats) => {
        if (failure || !facts?.isDirectory()) files.add(link);
        waiting--;
        if (waiting === 0)
          done(
            null,
            entries.map((entry) => (files.has(entry) ? asFile(entry) : entry)),
          );
      });
    }
  });
}

function asFile(entry: Dirent): Pick<Dirent, 'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink'> {
  return { name: entry.name, isFile: () => true, isDirectory: () => false, isSymbolicLink: () => false };
}
