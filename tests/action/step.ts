import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { emptyFolder, runScript } from '../cli/qingdan.ts';

/** The bundle that `action.yml` runs; `npm test` builds it first. */
export const BUNDLE = fileURLToPath(new URL('../../action/index.js', import.meta.url));

/** `action.yml`, as far as tests look at it. */
export interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export const ACTION: ActionFile = parse(
  readFileSync(fileURLToPath(new URL('../../action.yml', import.meta.url)), 'utf8'),
);

/** A workflow command that a runner would obey. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** What a step left behind, as the runner sees it. */
export interface StepResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The commands of the log, in their order, without those that mark parts of it. */
  readonly commands: readonly Command[];
  /** `error file:line:column-endColumn title`, of commands about a file. */
  readonly annotations: readonly string[];
  /** Errors, warnings and notices about no file. */
  readonly messages: readonly string[];
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** What a step is given. */
export interface Step {
  /** The inputs of `action.yml` that the workflow sets; the others have their defaults, as the runner passes them. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: { readonly name: string; readonly payload: unknown };
  /** Set beside what a runner sets, or taken away with null. */
  readonly env?: Readonly<Record<string, string | null>>;
  /** The bundle, where it is not the one of the project. */
  readonly bundle?: string;
}

/** Runs the bundle in a workspace as a runner would, with files of their own for outputs and summary. */
export async function runStep(
  workspace: string,
  { inputs = {}, event, env = {}, bundle = BUNDLE }: Step = {},
): Promise<StepResult> {
  const files = emptyFolder({ output: '', summary: '', 'event.json': JSON.stringify(event?.payload ?? {}) });
  const temp = emptyFolder();
  const given: Record<string, string | null> = {
    PATH: process.env.PATH ?? '',
    // Programs on Windows do not start without it.
    SystemRoot: process.env.SystemRoot ?? null,
    HOME: tmpdir(),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: event?.name ?? 'push',
    GITHUB_EVENT_PATH: join(files, 'event.json'),
    GITHUB_OUTPUT: join(files, 'output'),
    GITHUB_STEP_SUMMARY: join(files, 'summary'),
    RUNNER_TEMP: temp,
    ...Object.fromEntries(
      Object.entries(ACTION.inputs).map(([name, input]) => [
        `INPUT_${name.toUpperCase()}`,
        inputs[name] ?? input.default ?? '',
      ]),
    ),
    ...env,
  };
  const set = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== null);
  const { code, stdout, stderr } = await runScript([bundle], {
    cwd: workspace,
    env: Object.fromEntries(set),
  });
  const read = (name: string): string =>
    existsSync(join(files, name)) ? readFileSync(join(files, name), 'utf8') : '';
  const commands = commandsOf(stdout);
  const told = commands.filter(({ name }) => name === 'error' || name === 'warning' || name === 'notice');
  return {
    code,
    stdout,
    stderr,
    commands,
    annotations: told.flatMap((command) => (command.properties.file === undefined ? [] : [placeOf(command)])),
    messages: told.flatMap(({ name, properties, message }) =>
      properties.file === undefined ? [`${name}: ${message}`] : [],
    ),
    summary: read('summary'),
    outputs: outputsOf(read('output')),
  };
}

function placeOf({ name, properties }: Command): string {
  const { file, line, col, endColumn, title } = properties;
  const columns = col === undefined ? '' : `:${col}-${endColumn}`;
  return `${name} ${file}${line === undefined ? '' : `:${line}`}${columns} ${title}`;
}

/** Reads a log as the runner does: `::name key=value::message` at the start of a line or `##[name]` anywhere in it. */
export function commandsOf(log: string): readonly Command[] {
  const commands: Command[] = [];
  let stopped: string | null = null;
  for (const line of log.split('\n')) {
    const text = line.trimStart();
    if (stopped !== null) {
      if (text.trim() === `::${stopped}::`) stopped = null;
      continue;
    }
    const match =
      /^::([\w-]+)(?: ([^:]*?))?::(.*)$/.exec(text) ?? /##\[([\w-]+)(?: ([^\]]*))?\](.*)$/.exec(text);
    const [, name, properties = '', message = ''] = match ?? [];
    if (name === undefined) continue;
    if (name === 'stop-commands') stopped = message;
    else if (name !== 'group' && name !== 'endgroup') {
      commands.push({ name, properties: readProperties(properties), message: unescaped(message) });
    }
  }
  return commands;
}

function readProperties(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text
      .split(',')
      .filter((part) => part !== '')
      .map((part) => {
        const at = part.indexOf('=');
        return [
          part.slice(0, at),
          unescaped(part.slice(at + 1))
            .replaceAll('%3A', ':')
            .replaceAll('%2C', ','),
        ];
      }),
  );
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function outputsOf(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const [, name, end] = /^([\w-]+)<<(.+)$/.exec(lines[i] ?? '') ?? [];
    if (name === undefined) continue;
    const last = lines.indexOf(end ?? '', i + 1);
    outputs[name] = lines.slice(i + 1, last).join('\n');
    i = last;
  }
  return outputs;
}

/** Runs git in a folder and gives the trimmed output. */
export function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'init.defaultBranch=main'];
  return execFileSync(
    'git',
    [...identity, '-c', 'commit.gpgsign=false', '-c', 'core.autocrlf=false', ...args],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  ).trim();
}

/** A repository whose first commit holds the files, in a folder of its own. */
export function repository(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = emptyFolder(files);
  git(folder, 'init', '--quiet');
  commitAll(folder, 'base');
  return folder;
}

export function commitAll(folder: string, message: string): string {
  git(folder, 'add', '--all', '--force');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', message);
  return git(folder, 'rev-parse', 'HEAD');
}

/**
 * Makes a branch off the commit that is checked out, changes files in it, and checks out the merge of both, as
 * `actions/checkout` does for a pull request. Null takes a file away.
 */
export function pullRequest(
  folder: string,
  changes: Readonly<Record<string, string | null>>,
): { readonly event: NonNullable<Step['event']>; readonly env: Readonly<Record<string, string>> } {
  const base = git(folder, 'rev-parse', 'HEAD');
  git(folder, 'checkout', '--quiet', '-b', 'change');
  for (const [name, content] of Object.entries(changes)) {
    if (content === null) git(folder, 'rm', '--quiet', '--', name);
    else writeFileSync(join(folder, name), content);
  }
  const head = commitAll(folder, 'change');
  git(folder, 'checkout', '--quiet', '--detach', base);
  git(folder, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'change');
  return requestOf(base, head, git(folder, 'rev-parse', 'HEAD'));
}

/** The event of a pull request and what the runner sets with it. */
export function requestOf(
  base: string,
  head: string,
  merge: string,
): { readonly event: NonNullable<Step['event']>; readonly env: Readonly<Record<string, string>> } {
  return {
    event: { name: 'pull_request', payload: { pull_request: { base: { sha: base }, head: { sha: head } } } },
    env: { GITHUB_BASE_REF: 'main', GITHUB_SHA: merge },
  };
}
