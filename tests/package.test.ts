import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { emptyFolder } from './cli/qingdan.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const exec = promisify(execFile);
const fixture = join(root, 'fixtures/demo.md');

/** The packed package, unpacked alone in a folder: what an office without internet is given. */
async function unpacked(): Promise<string> {
  const folder = emptyFolder();
  const shell = process.platform === 'win32';
  await exec('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root, shell });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  await exec('tar', ['-xzf', `qingdan-lint-${version}.tgz`], { cwd: folder });
  return join(folder, 'package');
}

test('the package runs alone: nothing is installed beside it', async () => {
  const folder = await unpacked();
  expect(existsSync(join(folder, 'node_modules'))).toBe(false);

  const command = [join(folder, 'dist/qingdan.js'), 'check', fixture, '--format', 'json'];
  const { code, stdout } = await exec(process.execPath, command, { cwd: folder }).then(
    (done) => ({ code: 0, ...done }),
    (failed: { code: number; stdout: string }) => failed,
  );
  expect({ code, errors: JSON.parse(stdout).summary.errors }).toEqual({ code: 1, errors: 4 });

  const program = `
    import { builtinRuleset, lint, makeReport, outline, read } from './dist/index.js';
    import { readFileSync } from 'node:fs';
    const { rules, formats } = builtinRuleset();
    const document = outline(await read('demo.md', readFileSync(process.argv[1])), formats);
    console.log(makeReport([lint(document, rules, 'zh')], '').summary.errors);`;
  const library = await exec(process.execPath, ['--input-type=module', '--eval', program, fixture], {
    cwd: folder,
  });
  expect(library.stdout.trim()).toBe('4');
  const types = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).exports['.'].types;
  expect(existsSync(join(folder, types))).toBe(true);
});
