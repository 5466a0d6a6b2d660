import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../cli/qingdan.ts';

const SCRIPT = readFileSync(new URL('../../.ci/releaseCheck.mjs', import.meta.url));

/** Runs the check of a tag in a project of that version and changelog: its exit code and what it prints. */
async function check(version: string, changelog: string, ...args: readonly string[]): Promise<string> {
  const folder = emptyFolder({
    '.ci/releaseCheck.mjs': SCRIPT,
    'package.json': JSON.stringify({ version }),
    'package-lock.json': JSON.stringify({ version }),
    'CHANGELOG.md': changelog,
  });
  const command = [join(folder, '.ci/releaseCheck.mjs'), ...args];
  return promisify(execFile)(process.execPath, command).then(
    ({ stdout }) => `0 ${stdout.trim()}`,
    (error: { code: number; stderr: string }) => `${error.code} ${error.stderr.trim()}`,
  );
}

describe('the check of a release', () => {
  const told =
    '# Changelog\n\n## Unreleased\n\n## 1.2.0 - 2026-11-22\n\n### Added\n\n- This.\n\n## 1.1.0 - 2026-01-01\n\n- That.\n';

  it('takes a tag that is the version and stands in the changelog, and prints what that says', async () => {
    expect(await check('1.2.0', told, 'v1.2.0')).toBe('0 ');
    expect(await check('1.2.0', told, 'v1.2.0', '--notes')).toBe('0 ### Added\n\n- This.');
  });

  it.each([
    ['1.2.0', told, 'v1.3.0', '1 release: the tag is v1.3.0, package.json says 1.2.0'],
    ['1.2.0', told, '1.2.0', '1 release: the tag is 1.2.0, package.json says 1.2.0'],
    ['1.3.0', told, 'v1.3.0', '1 release: CHANGELOG.md has no heading “## 1.3.0 - YYYY-MM-DD”'],
    [
      '1.2.0',
      '## 1.2.0\n\n- This.\n',
      'v1.2.0',
      '1 release: CHANGELOG.md has no heading “## 1.2.0 - YYYY-MM-DD”',
    ],
    [
      '1.2.0',
      '## 1.2.0 - 2026-11-22\n\n## 1.1.0 - 2026-01-01\n',
      'v1.2.0',
      '1 release: CHANGELOG.md says nothing of 1.2.0',
    ],
  ])('of %s refuses what does not fit', async (version, changelog, tag, said) => {
    expect(await check(version, changelog, tag)).toBe(said);
  });
});
