import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ACTION_BUNDLE, bundleAction, readVersion } from '../../src/build/bundle.mjs';
import { ACTION, BUNDLE } from './step.ts';

const root = new URL('../../', import.meta.url);

/** What git says, or null where it fails: also where this is no repository. */
function git(...args: readonly string[]): string | null {
  try {
    return execFileSync('git', [...args], { cwd: fileURLToPath(root), encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return null;
  }
}

describe('the bundle that action.yml runs', () => {
  it('is what the sources make, byte for byte each time', async () => {
    const [once, again] = [await readVersion(root), await readVersion(root)].map((version) =>
      bundleAction(root, version),
    );
    const built = await once;
    expect(built === (await again)).toBe(true);
    expect(built === readFileSync(BUNDLE, 'utf8')).toBe(true);
    expect(ACTION.runs.main).toBe(ACTION_BUNDLE);
  });

  // `npm test` has just built it; on a contributor's machine what is not committed yet is no fault.
  it.runIf(process.env.CI)('is committed as it was built', () => {
    if (git('rev-parse', '--git-dir') === null || git('check-ignore', ACTION_BUNDLE) !== null) return;
    expect(git('ls-files', ACTION_BUNDLE)?.trim()).toBe(ACTION_BUNDLE);
    expect(git('diff', '--stat', '--', ACTION_BUNDLE)).toBe('');
  });

  it('is marked as generated', () => {
    expect(readFileSync(new URL('.gitattributes', root), 'utf8').split('\n')).toContain(
      `${ACTION_BUNDLE} linguist-generated -diff`,
    );
  });
});
