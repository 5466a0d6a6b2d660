import { execFile } from 'node:child_process';
import { systemCode } from '../inputs/paths.ts';
import { gitProgram } from './gitProgram.ts';

/** The most that one git command may print: a listing of a large repository. */
const MAX_OUTPUT = 256 * 1024 * 1024;

/** What a git command left behind; `missing` where there is no git. */
export type GitResult =
  | { readonly ok: true; readonly stdout: Buffer }
  | { readonly ok: false; readonly missing: boolean; readonly stderr: string };

/**
 * Whatever the repository's own settings say: nothing of it is run, nothing is fetched, nothing is written, and no
 * path is a pattern.
 */
const GUARDS: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
  ...[
    'core.fsmonitor=false',
    `core.hooksPath=${process.platform === 'win32' ? 'NUL' : '/dev/null'}`,
    'core.pager=cat',
    'diff.external=',
    'safe.bareRepository=explicit',
    'protocol.allow=never',
  ].flatMap((setting) => ['-c', setting]),
];

/** Runs git in a folder, without a shell. Only plumbing is run with it: `git diff` and `git show` can run converters. */
export function git(folder: string, args: readonly string[]): Promise<GitResult> {
  const env = {
    ...process.env,
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
    LC_ALL: 'C',
  };
  const options = { cwd: folder, env, maxBuffer: MAX_OUTPUT, encoding: 'buffer' as const, windowsHide: true };
  const program = gitProgram();
  if (program === null) return Promise.resolve({ ok: false, missing: true, stderr: '' });
  return new Promise((resolve) => {
    execFile(program, [...GUARDS, ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve({ ok: true, stdout });
      else resolve({ ok: false, missing: systemCode(error) === 'ENOENT', stderr: stderr.toString('utf8') });
    });
  });
}
