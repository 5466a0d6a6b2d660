import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { emptyFolder } from './qingdan.ts';

/** A repository of git in a folder of its own. */
export interface Repository {
  readonly folder: string;
  /** Runs git; what it printed, without the line end. */
  git(...args: readonly string[]): string;
  /** Writes files, or removes those that are null. */
  write(files: Readonly<Record<string, string | null>>): void;
  /** Writes files and commits everything; the commit's name. */
  commit(files: Readonly<Record<string, string | null>>): string;
}

/** A new repository with one commit of these files, on the branch `main`; removed after the test. */
export function gitRepository(files: Readonly<Record<string, string>>): Repository {
  const repository = repositoryIn(emptyFolder());
  repository.git('init', '-q', '-b', 'main');
  repository.commit(files);
  return repository;
}

/** A repository that is there, a clone for example. */
export function repositoryIn(folder: string): Repository {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  };
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'core.autocrlf=false', ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trimEnd();
  const write: Repository['write'] = (contents) => {
    for (const [name, text] of Object.entries(contents)) {
      const path = join(folder, name);
      if (text === null) rmSync(path);
      else {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
    }
  };
  return {
    folder,
    git,
    write,
    commit(contents) {
      write(contents);
      git('add', '-A');
      git('commit', '-q', '--no-verify', '-m', 'x');
      return git('rev-parse', 'HEAD');
    },
  };
}
