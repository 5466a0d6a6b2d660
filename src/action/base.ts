import { readFile } from 'node:fs/promises';
import { type Git, line } from './git.ts';

/** What a pull request is compared with. */
export type Base =
  /** `commit` is the tip of the branch that is merged into, `since` where the change branched off. */
  | {
      readonly kind: 'found';
      readonly commit: string;
      readonly since: string | null;
      readonly trusted: boolean;
    }
  /** The event is about no change: a schedule, a dispatch. */
  | { readonly kind: 'none' }
  /** `name` is the commit or ref that the clone does not hold. */
  | { readonly kind: 'missing'; readonly name: string };

/** The parts of an event's payload that are looked at. */
interface Payload {
  readonly pull_request?: {
    readonly base?: { readonly sha?: unknown };
    readonly head?: { readonly sha?: unknown };
  };
  readonly merge_group?: { readonly base_sha?: unknown };
  readonly before?: unknown;
}

/**
 * Finds the base of the checked out commit.
 * @param named the input `base`, or null: what the event says
 */
export async function findBase(
  git: Git,
  environment: NodeJS.ProcessEnv,
  named: string | null,
): Promise<Base> {
  const payload = await readPayload(environment.GITHUB_EVENT_PATH);
  if (named !== null) return found(git, await commitOf(git, named), named, true);
  const request = payload.pull_request;
  if (request !== undefined) {
    const sha = hash(request.base?.sha);
    const name = sha ?? environment.GITHUB_BASE_REF ?? 'base';
    const there = sha === null ? null : await commitOf(git, sha);
    return found(git, there ?? (await mergedInto(git, environment, hash(request.head?.sha))), name, true);
  }
  const group = hash(payload.merge_group?.base_sha);
  if (group !== null) return found(git, await commitOf(git, group), group, true);
  const before = hash(payload.before);
  // A push may be a force push of anything: good to compare with, nothing to take rules from.
  if (before !== null && !/^0+$/.test(before)) return found(git, await commitOf(git, before), before, false);
  return { kind: 'none' };
}

async function found(git: Git, commit: string | null, name: string, trusted: boolean): Promise<Base> {
  if (commit === null) return { kind: 'missing', name };
  return { kind: 'found', commit, since: await line(git('merge-base', commit, 'HEAD')), trusted };
}

/**
 * The base in a clone of two commits: the first parent of the merge commit that GitHub made for the pull request,
 * and only of that one. Of any other commit the parents are what its author chose.
 */
async function mergedInto(
  git: Git,
  environment: NodeJS.ProcessEnv,
  head: string | null,
): Promise<string | null> {
  const [checkedOut, second] = [await commitOf(git, 'HEAD'), await commitOf(git, 'HEAD^2')];
  if (head === null || second !== head || checkedOut !== hash(environment.GITHUB_SHA)) return null;
  return commitOf(git, 'HEAD^1');
}

function commitOf(git: Git, name: string): Promise<string | null> {
  return line(git('rev-parse', '--verify', '--quiet', `${name}^{commit}`));
}

async function readPayload(path: string | undefined): Promise<Payload> {
  if (!path) return {};
  try {
    const payload: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof payload === 'object' && payload !== null ? payload : {};
  } catch {
    return {};
  }
}

function hash(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value) ? value : null;
}
