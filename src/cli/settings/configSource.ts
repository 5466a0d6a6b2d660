import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Host } from '../../ruleset/load.ts';
import { slashed } from '../inputs/paths.ts';

/** Where configs, rules and formats come from: the disk, or a commit that is not checked out. */
export interface ConfigSource {
  /** Paths are absolute with `/` between folders; what it rejects with has the system's `code` (`ENOENT`). */
  readonly host: Host;
  /** Whether there is such a file. `path` is absolute, as `node:path` makes it. */
  exists(path: string): boolean;
}

/** Whether a user's rule must have examples: in CI, where `CI` is set. */
export const REQUIRE_EXAMPLES =
  process.env.CI !== undefined && process.env.CI !== '' && process.env.CI !== 'false';

/** The disk, for loading configs, rules and formats. Paths have `/` between folders. */
const diskHost: Host = {
  async readFile(path) {
    const text = await readFile(path, 'utf8');
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  },
  async listFiles(folder) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => slashed(join(entry.parentPath ?? entry.path, entry.name)));
  },
  resolve: (from, to) => slashed(resolve(dirname(from), to)),
  requireExamples: REQUIRE_EXAMPLES,
};

/** Configs, rules and formats on the disk. */
export const diskConfigs: ConfigSource = { host: diskHost, exists: existsSync };
