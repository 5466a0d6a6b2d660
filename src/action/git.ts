import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gitProgram } from '../cli/filters/gitProgram.ts';

/** The most that one git command may print: a ruleset or a listing of a large repository. */
const MAX_OUTPUT = 256 * 1024 * 1024;

/** Runs git in the repository: what it printed, or null when it failed, whatever the reason. */
export type Git = (...args: readonly string[]) => Promise<Buffer | null>;

/** Git in a repository. `root` is its top folder. */
export function gitIn(root: string): Git {
  const program = gitProgram();
  return (...args) =>
    new Promise((resolve) => {
      if (program === null) {
        resolve(null);
        return;
      }
      const options = { cwd: root, maxBuffer: MAX_OUTPUT, encoding: 'buffer' as const, windowsHide: true };
      execFile(program, [...args], options, (error, stdout) => resolve(error ? null : stdout));
    });
}

/** The one line that git printed, or null when it failed or printed nothing. */
export async function line(printed: Promise<Buffer | null>): Promise<string | null> {
  return (await printed)?.toString('utf8').trim() || null;
}

/** The top folder of the repository that a folder is in, or null. Git tracks nothing called `.git`, so it cannot be faked. */
export function repositoryOf(folder: string): string | null {
  if (existsSync(join(folder, '.git'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? null : repositoryOf(parent);
}

/**
 * Makes every git that this process starts, by whatever part of it, run nothing that the checked tree holds: no file
 * system monitor or hook of a bare repository that lies in it, nothing fetched.
 * The runner's user need not own the folder (jobs in containers).
 */
export function guardGit(environment: NodeJS.ProcessEnv, root: string): void {
  const settings = [
    ['safe.bareRepository', 'explicit'],
    ['safe.directory', root],
    ['core.fsmonitor', 'false'],
    ['core.hooksPath', process.platform === 'win32' ? 'NUL' : '/dev/null'],
  ] as const;
  const before = Number(environment.GIT_CONFIG_COUNT ?? 0) || 0;
  for (const [index, [key, value]] of settings.entries()) {
    environment[`GIT_CONFIG_KEY_${before + index}`] = key;
    environment[`GIT_CONFIG_VALUE_${before + index}`] = value;
  }
  environment.GIT_CONFIG_COUNT = String(before + settings.length);
  environment.GIT_NO_LAZY_FETCH = '1';
  environment.GIT_OPTIONAL_LOCKS = '0';
  environment.GIT_TERMINAL_PROMPT = '0';
}
