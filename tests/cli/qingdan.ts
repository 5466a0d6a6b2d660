import { type SpawnOptions, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The built command; `npm test` builds it first. */
export const COMMAND =
  process.env.QINGDAN_COMMAND ?? fileURLToPath(new URL('../../dist/qingdan.js', import.meta.url));

if (!existsSync(COMMAND)) throw new Error(`${COMMAND} is not there; run npm run build`);

/** What a run of the command left behind. */
export interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own for one test, removed after it. */
export function emptyFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'qingdan-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** What `run` gives the command beside its arguments. */
export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** Runs it as another user; only root can. */
  readonly uid?: number;
}

/** Runs another copy of the command. */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env = {}, stdin, uid }: Surroundings = {},
): Promise<Result> {
  const options: SpawnOptions = {
    cwd: cwd ?? emptyFolder(),
    env: { PATH: process.env.PATH, HOME: tmpdir(), ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  };
  return runScript([command, ...args], options, stdin);
}

/** Runs a script with Node to its end. */
export function runScript(
  script: readonly string[],
  options: SpawnOptions,
  stdin: string | Uint8Array = '',
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, script, { ...options, stdio: 'pipe' });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    // It may end before it has read what it is given.
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
}

/** Runs `qingdan` with pipes in place of a terminal and nothing of this process's environment that it looks at. */
export function run(args: readonly string[], surroundings: Surroundings = {}): Promise<Result> {
  return runCommand(COMMAND, args, surroundings);
}
