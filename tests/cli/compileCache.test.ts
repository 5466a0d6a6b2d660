import { execFile } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMAND, emptyFolder } from './qingdan.ts';

const fixture = fileURLToPath(new URL('../../fixtures/demo.md', import.meta.url));

/** The built command in a folder of its own, where nothing was compiled yet. */
function installed(): string {
  const folder = emptyFolder({ 'package.json': '{ "type": "module" }' });
  for (const name of ['qingdan.js', 'qingdan.cjs', 'chunks'])
    cpSync(join(dirname(COMMAND), name), join(folder, 'dist', name), { recursive: true });
  return join(folder, 'dist');
}

function start(
  dist: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(dist, 'qingdan.js'), ...args],
      { cwd: emptyFolder(), env: { PATH: process.env.PATH, ...env } },
      (error, stdout, stderr) =>
        resolve({ code: error ? Number((error as { code?: unknown }).code) : 0, stdout, stderr }),
    );
  });
}

const check = (dist: string, env?: Readonly<Record<string, string>>) => start(dist, ['check', fixture], env);
const kept = (dist: string): readonly string[] =>
  existsSync(join(dist, 'compiled')) ? readdirSync(join(dist, 'compiled')) : [];

describe('the compiled form of the code', () => {
  it('is kept by the first check and changes nothing of what a run says', async () => {
    const dist = installed();
    const first = await check(dist);
    expect(first.code).toBe(1);
    const [name = '', ...others] = kept(dist);
    expect([name, others]).toEqual([expect.stringMatching(/^[0-9a-f]{16}-[0-9a-z]+\.bin$/), []]);
    const { mtimeMs } = statSync(join(dist, 'compiled', name));
    expect(await check(dist)).toEqual(first);
    expect(kept(dist)).toEqual([name]);
    expect(statSync(join(dist, 'compiled', name)).mtimeMs).toBe(mtimeMs);
  });

  it('is made anew where what lies there is no compiled form', async () => {
    const dist = installed();
    const first = await check(dist);
    const [name = ''] = kept(dist);
    const path = join(dist, 'compiled', name);
    const bytes = readFileSync(path);
    for (const broken of [Buffer.alloc(0), Buffer.from('no code'), bytes.subarray(0, 1000)]) {
      writeFileSync(path, broken);
      expect(await check(dist)).toEqual(first);
      expect(readFileSync(path).length).toBeGreaterThan(1000);
    }
  });

  it('is kept by the threads that did the checking, not by the command that waited for them', async () => {
    const [alone, threads] = [installed(), installed()];
    await check(alone);
    await start(threads, ['check', fixture, fixture.replace('demo.md', 'ok'), '--jobs', '2']);
    const size = (dist: string): number => statSync(join(dist, 'compiled', kept(dist)[0] ?? '')).size;
    expect(size(threads)).toBeGreaterThan(size(alone) * 0.9);
  });

  it('is not written by other commands, by a run that failed, in CI, or where someone wants none', async () => {
    const dist = installed();
    await start(dist, ['--version']);
    await start(dist, ['check', 'nowhere.md']);
    await check(dist, { CI: 'true' });
    await check(dist, { NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(kept(dist)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('is done without where it cannot be written', async () => {
    const dist = installed();
    writeFileSync(join(dist, 'compiled'), 'a file where the folder should be');
    chmodSync(join(dist, 'compiled'), 0o444);
    const { code, stderr } = await check(dist);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });
});
