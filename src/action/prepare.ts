import { lstat, mkdtemp, realpath, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { leadsOut } from '../cli/inputs/confined.ts';
import type { ConfigSource } from '../cli/settings/configSource.ts';
import { type Base, findBase } from './base.ts';
import { type CommitTree, commitTree } from './commitTree.ts';
import { confinedConfigs } from './confinedConfigs.ts';
import { type Git, gitIn, guardGit, repositoryOf } from './git.ts';
import { InputError } from './inputError.ts';
import type { Inputs } from './inputs.ts';
import type { ActionMessage } from './messages.ts';

/** What a run of the action works with. */
export interface Prepared {
  /** The arguments of `qingdan`: a check, or a merge. */
  readonly args: readonly string[];
  /** Where the JSON report goes, beside those that the inputs ask for. */
  readonly json: string;
  readonly configs: ConfigSource;
  /** Whether `configs` are those of the base branch. */
  readonly fromBase: boolean;
  /** Real path. */
  readonly workspace: string;
  /** The folder that paths of annotations are relative to: the top of the repository, else the workspace. */
  readonly root: string;
  /** What to say in the log before the check. */
  readonly notes: readonly {
    readonly code: ActionMessage;
    readonly data: Readonly<Record<string, string>>;
  }[];
}

/** Enters the working directory, looks up what the inputs need of git, and makes the command line. Throws InputError. */
export async function prepare(inputs: Inputs, environment: NodeJS.ProcessEnv): Promise<Prepared> {
  const workspace = await realpath(environment.GITHUB_WORKSPACE || process.cwd());
  const folder = await enter(workspace, inputs.workingDirectory);
  const root = repositoryOf(folder);
  guardGit(environment, root ?? folder);
  const temp = await mkdtemp(join(environment.RUNNER_TEMP || tmpdir(), 'qingdan-'));
  const repository = root === null ? null : { root, git: gitIn(root) };
  const event = environment.GITHUB_EVENT_NAME ?? '';
  const notes: { code: ActionMessage; data: Record<string, string> }[] = [];
  const need = async (input: string): Promise<{ git: Git; root: string; base: Base }> => {
    if (repository === null) throw new InputError('no-repository', { folder, input });
    const base = await findBase(repository.git, environment, inputs.base);
    if (base.kind === 'missing') throw new InputError('base-missing', { name: base.name, input });
    return { ...repository, base };
  };

  let tree: CommitTree | null = null;
  let baseline = inputs.baseline;
  if (baseline !== null && (await leadsOut(baseline, workspace))) {
    throw new InputError('baseline-outside', { file: baseline });
  }
  if (inputs.configFrom === 'base') {
    const { git, root, base } = await need('config-from: base');
    if (base.kind === 'found' && base.trusted) {
      const name = base.commit;
      tree = await commitTree(git, root, name);
      if (tree === null) throw new InputError('base-unreadable', { name, input: 'config-from: base' });
      baseline = baseline === null ? null : await baselineOf(tree, baseline, name, temp);
      notes.push({ code: 'config-of-base', data: { name } });
    } else if (BRANCH_EVENTS.has(event)) notes.push({ code: 'config-of-branch', data: { event } });
    else throw new InputError('no-base', { event, input: 'config-from: base' });
  }
  let since: string | null = null;
  if (inputs.changedOnly) {
    const { base } = await need('changed-only');
    if (base.kind !== 'found') notes.push({ code: 'nothing-to-compare', data: { event } });
    else if (base.since === null) throw new InputError('no-merge-base', { name: base.commit });
    else since = base.since;
  }
  for (const { file } of inputs.reports) await mayBeWritten(file, workspace);
  const json = join(temp, 'report.json');
  return {
    args: commandLine({ ...inputs, baseline }, json, since),
    json,
    configs: tree ?? confinedConfigs(workspace, inputs.config),
    fromBase: tree !== null,
    workspace,
    root: root ?? workspace,
    notes,
  };
}

/** Events of a branch itself: what is checked out has been accepted already. */
const BRANCH_EVENTS: ReadonlySet<string> = new Set(['push', 'schedule', 'workflow_dispatch', 'release']);

function commandLine(inputs: Inputs, json: string, since: string | null): readonly string[] {
  const option = (name: string, value: string | null): readonly string[] =>
    value === null ? [] : [`--${name}=${value}`];
  const merging = inputs.merge.length > 0;
  return [
    merging ? 'merge' : 'check',
    ...option('lang', inputs.language),
    ...option('format', 'text'),
    ...option('format', `json=${json}`),
    ...inputs.reports.flatMap(({ format, file }) => option('format', `${format}=${file}`)),
    ...option('config', inputs.config),
    ...option('county', inputs.county),
    ...option('fail-on', inputs.failOn),
    ...option('max-warnings', inputs.maxWarnings),
    ...option('baseline', inputs.baseline),
    ...option('changed-since', since),
    ...option('shard', inputs.shard),
    '--',
    ...(merging ? inputs.merge : inputs.paths),
  ];
}

async function enter(workspace: string, directory: string | null): Promise<string> {
  const folder = resolve(workspace, directory ?? '.');
  const there = (await stat(folder).catch(() => null))?.isDirectory() ?? false;
  if (!there || (await leadsOut(folder, workspace)))
    throw new InputError('bad-directory', { value: directory ?? '' });
  process.chdir(folder);
  return process.cwd();
}

/** The baseline of the base branch as a file. */
async function baselineOf(tree: CommitTree, file: string, name: string, temp: string): Promise<string> {
  const bytes = await tree.read(resolve(file));
  if (bytes === null) throw new InputError('baseline-not-in-base', { file, name });
  const copy = join(temp, basename(file));
  await writeFile(copy, bytes);
  return copy;
}

/** Whoever adds a link to the repository must not choose what a report is written over. Throws InputError. */
async function mayBeWritten(file: string, workspace: string): Promise<void> {
  const path = resolve(file);
  const linked = (await lstat(path).catch(() => null))?.isSymbolicLink() ?? false;
  if (linked || (await leadsOut(path, workspace)) || (await leadsOut(resolve(path, '..'), workspace))) {
    throw new InputError('report-outside', { file });
  }
}
