import { dirname, join, resolve } from 'node:path';
import { slashed } from '../cli/inputs/paths.ts';
import { type ConfigSource, REQUIRE_EXAMPLES } from '../cli/settings/configSource.ts';
import type { Git } from './git.ts';

/** The files of a commit that is not checked out, by the path that each would have if it were. */
export interface CommitTree extends ConfigSource {
  /** The bytes of a file, or null when the commit has none. `path` is absolute. */
  read(path: string): Promise<Buffer | null>;
}

interface Entry {
  readonly mode: string;
  readonly object: string;
}

/** Links that lead to links, at most. */
const MAX_LINKS = 8;

/**
 * Reads the listing of a commit; null when git cannot.
 * @param root the top folder of the repository, absolute
 */
export async function commitTree(git: Git, root: string, commit: string): Promise<CommitTree | null> {
  const listing = await git('ls-tree', '-r', '-z', '--full-tree', commit);
  if (listing === null) return null;
  const entries = readListing(listing.toString('utf8'), slashed(root));
  const read = async (path: string): Promise<Buffer | null> => {
    let name = slashed(path);
    for (let links = 0; links <= MAX_LINKS; links++) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      // Plumbing, because `git show` may run a text converter.
      const bytes = await git('cat-file', 'blob', entry.object);
      if (bytes === null || entry.mode !== LINK) return bytes;
      name = slashed(resolve(dirname(name), bytes.toString('utf8')));
    }
    return null;
  };
  return {
    read,
    exists: (path) => entries.has(slashed(path)),
    host: {
      async readFile(path) {
        const bytes = await read(path);
        if (bytes === null) throw notThere(path);
        const text = bytes.toString('utf8');
        return text.startsWith('\ufeff') ? text.slice(1) : text;
      },
      async listFiles(folder) {
        const inside = [...entries].filter(
          ([path, { mode }]) => path.startsWith(`${folder}/`) && mode !== LINK,
        );
        if (inside.length === 0) throw notThere(folder);
        return inside.map(([path]) => path);
      },
      resolve: (from, to) => slashed(join(from, '..', to)),
      requireExamples: REQUIRE_EXAMPLES,
    },
  };
}

/** Modes of git: a symbolic link, and a submodule, which has no file. */
const LINK = '120000';
const SUBMODULE = '160000';

function readListing(listing: string, root: string): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const row of listing.split('\0')) {
    const tab = row.indexOf('\t');
    const [mode = '', , object = ''] = row.slice(0, Math.max(0, tab)).split(' ');
    if (tab < 0 || mode === SUBMODULE) continue;
    entries.set(`${root}/${row.slice(tab + 1)}`, { mode, object });
  }
  return entries;
}

/** As the system says it, so that those who look at the code of an error need not know where files come from. */
function notThere(path: string): Error {
  return Object.assign(new Error(`${path} is not in the commit`), { code: 'ENOENT' });
}
