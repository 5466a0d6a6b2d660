import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ACTION_BUNDLE, bundleAction, readVersion } from '../../src/build/bundle.mjs';
import { emptyFolder } from '../cli/qingdan.ts';
import { ACTION, BUNDLE, runStep } from './step.ts';

const root = new URL('../../', import.meta.url);
const DEMO = readFileSync(new URL('fixtures/demo.md', root), 'utf8');

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

  it('needs nothing beside it but package.json', async () => {
    const folder = emptyFolder({
      'package.json': readFileSync(new URL('package.json', root)),
      [ACTION_BUNDLE]: readFileSync(BUNDLE),
    });
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`lists/${i}.md`, DEMO]));
    const lists = emptyFolder({ ...files, 'qingdan.config.yaml': 'rules: { stated-count: off }\n' });
    const inputs = { paths: 'lists/*.md', reports: 'sarif=a.sarif html=a.html markdown=a.md junit=a.xml' };
    const step = await runStep(lists, { inputs, bundle: join(folder, ACTION_BUNDLE) });
    expect(step.outputs).toMatchObject({ files: '40', errors: '120', failed: '0' });
    expect(step.stderr).toBe('');
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
