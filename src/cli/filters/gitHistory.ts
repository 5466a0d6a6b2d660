import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { slashed } from '../inputs/paths.ts';
import { UsageError } from '../usageError.ts';
import { type GitResult, git } from './gitCommand.ts';

/** A file as it was at the commit that is compared with. */
export type OldFile =
  /** There was none. */
  | { readonly kind: 'none' }
  /** It holds the same bytes under the same name. */
  | { readonly kind: 'same' }
  /** `name` is its path then, from the top of the repository. */
  | { readonly kind: 'other'; readonly name: string; readonly bytes: Uint8Array };

/** The state of a repository at the commit from which the work in it started. */
export interface History {
  /** Its full name. */
  readonly commit: string;
  /** The top of the repository: absolute, a real path. */
  readonly root: string;
  /**
   * The file that a path was at that time, also under an old name. `bytes` are those that it holds now, null where
   * that does not matter. Throws UsageError when git cannot give it.
   */
  before(path: string, bytes: Uint8Array | null): Promise<OldFile>;
  /** The files that were there, from the top of the repository, without those that have another name now. */
  names(): readonly string[];
  /** What a file held, by its name then; null where there was none. Throws UsageError when git cannot give it. */
  contents(name: string): Promise<Uint8Array | null>;
}

const command = 'check';

/**
 * The history of the repository that the working directory is in, at the commit where `HEAD` and the ref parted (their merge
 * base): what came to the ref later is no part of the change.
 * @throws UsageError when there is no git, repository, ref or common commit
 */
export async function openHistory(ref: string): Promise<History> {
  if (ref.startsWith('-') || /[\0\r\n]/.test(ref)) throw failure('bad-ref', { ref });
  const folder = process.cwd();
  const top = await git(folder, ['rev-parse', '--show-toplevel']);
  if (!top.ok) throw noRepository(top);
  const root = await realpath(oneLine(top.stdout));
  const named = await git(root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  const shallow = async (): Promise<boolean> => {
    const answer = await git(root, ['rev-parse', '--is-shallow-repository']);
    return answer.ok && oneLine(answer.stdout) === 'true';
  };
  if (!named.ok) throw failure((await shallow()) ? 'ref-unknown-shallow' : 'ref-unknown', { ref });
  const base = await git(root, ['merge-base', oneLine(named.stdout), 'HEAD']);
  if (!base.ok) throw failure((await shallow()) ? 'history-shallow' : 'no-common-commit', { ref });
  const commit = oneLine(base.stdout);
  const files = await filesAt(root, commit);
  const renames = await renamesSince(root, commit);
  const contentsOf = async (object: string): Promise<Uint8Array> => {
    const blob = await git(root, ['cat-file', 'blob', object]);
    if (!blob.ok) throw gitFailed(blob);
    return blob.stdout;
  };
  return {
    commit,
    root,
    names() {
      const renamed = new Set(renames.values());
      return [...files.keys()].filter((name) => !renamed.has(name));
    },
    async contents(name) {
      const object = files.get(name);
      return object === undefined ? null : contentsOf(object);
    },
    async before(path, bytes) {
      const name = await nameIn(root, path);
      if (name === null) return { kind: 'none' };
      const old = files.has(name) ? name : (renames.get(name) ?? name.normalize('NFC'));
      const object = files.get(old);
      if (object === undefined) return { kind: 'none' };
      if (old === name && bytes !== null && objectOf(bytes, object.length) === object)
        return { kind: 'same' };
      return { kind: 'other', name: old, bytes: await contentsOf(object) };
    },
  };
}

/** The objects of the files of a commit, by path. */
async function filesAt(root: string, commit: string): Promise<ReadonlyMap<string, string>> {
  const listing = await git(root, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (!listing.ok) throw gitFailed(listing);
  const files = new Map<string, string>();
  for (const row of listing.stdout.toString('utf8').split('\0')) {
    const tab = row.indexOf('\t');
    const [, type, object] = row.slice(0, Math.max(tab, 0)).split(' ');
    if (type === 'blob' && object !== undefined) files.set(row.slice(tab + 1), object);
  }
  return files;
}

/**
 * Old names by new ones, of files that were renamed between the commit and what is committed or staged. The index is
 * asked, not the files: to look at those git would run the filters that the repository sets.
 */
async function renamesSince(root: string, commit: string): Promise<ReadonlyMap<string, string>> {
  const changes = await git(root, [
    'diff-index',
    ...[
      '--cached',
      '--find-renames',
      '--diff-filter=R',
      '--name-status',
      '-z',
      '--no-ext-diff',
      '--no-textconv',
    ],
    commit,
    '--',
  ]);
  if (!changes.ok) throw gitFailed(changes);
  const words = changes.stdout.toString('utf8').split('\0');
  const renames = new Map<string, string>();
  for (let i = 0; i + 2 < words.length; i += 3) {
    const [, old = '', now = ''] = words.slice(i, i + 3);
    renames.set(now, old);
  }
  return renames;
}

/** A path from the top of the repository, or null outside of it. */
async function nameIn(root: string, path: string): Promise<string | null> {
  const real = await realpath(path).catch(async () => {
    const folder = await realpath(resolve(path, '..')).catch(() => resolve(path, '..'));
    return resolve(folder, relative(resolve(path, '..'), path));
  });
  const name = relative(root, real);
  return name === '' || isAbsolute(name) || slashed(name).startsWith('../') ? null : slashed(name);
}

/** The name that git gives to contents: SHA-1, or SHA-256 where names are that long. */
function objectOf(bytes: Uint8Array, length: number): string {
  const hash = createHash(length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function oneLine(output: Buffer): string {
  return output.toString('utf8').replace(/\r?\n$/, '');
}

type HistoryProblem =
  | 'bad-ref'
  | 'ref-unknown'
  | 'ref-unknown-shallow'
  | 'history-shallow'
  | 'no-common-commit'
  | 'no-git'
  | 'no-repository';

function failure(code: HistoryProblem, data: Readonly<Record<string, string>>): UsageError {
  return new UsageError(code, { data, command });
}

function noRepository(result: GitResult & { readonly ok: false }): UsageError {
  if (result.missing) return failure('no-git', {});
  if (/not a git repository|must be run in a work tree/.test(result.stderr))
    return failure('no-repository', {});
  return gitFailed(result);
}

function gitFailed({ stderr }: GitResult & { readonly ok: false }): UsageError {
  const reason = stderr.trim().split('\n')[0] ?? '';
  return new UsageError('git-failed', { data: { reason }, command });
}
