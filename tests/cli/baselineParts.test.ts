import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { emptyFolder, run } from './qingdan.ts';
import { townDraft } from './townDrafts.ts';

const FORMS = ['住房和城乡建设局', '住房和城乡建设局', '住房和城乡建设局', '住建局'];

/** Four lists of a county: faults of their own in each, and one that differs from the others. */
function county(): string {
  const drafts = FORMS.map((form, town) => [
    `${town}.md`,
    townDraft({ county: 0, town }, (text) =>
      text
        .replaceAll('住房和城乡建设局', form)
        .replace(/^(\| 2 \| [^|]+ \| )/m, `$1做好${'甲乙丙丁'[town]},`),
    ),
  ]);
  return emptyFolder({ ...Object.fromEntries(drafts), '.gitignore': 'part*\n' });
}

const FILE = 'qingdan.baseline.json';
const WITH = ['--baseline', FILE] as const;

async function parts(cwd: string, ...args: readonly string[]): Promise<string> {
  let said = '';
  for (const part of ['1', '2', '3']) {
    const to = ['-f', `json=part${part}.json`, '-o', 'part.txt', '--shard', `${part}/3`, '--lang', 'en'];
    said += (await run(['check', '.', ...to, ...args], { cwd })).stderr;
  }
  return said;
}

const merged = (cwd: string, ...args: readonly string[]) =>
  run(['merge', 'part1.json', 'part2.json', 'part3.json', '-f', 'json', '--lang', 'en', ...args], { cwd });
const whole = (cwd: string, ...args: readonly string[]) =>
  run(['check', '.', '-f', 'json', '--lang', 'en', ...args], { cwd });
const known = (cwd: string) => readFileSync(join(cwd, FILE), 'utf8');

describe('a baseline and the parts of a run', () => {
  test('is written anew from the parts as from one run, also where they used the old one', async () => {
    const cwd = county();
    await whole(cwd, '--update-baseline');
    const one = known(cwd);
    expect(one).toContain('same-county-departments');
    rmSync(join(cwd, FILE));
    await parts(cwd);
    const made = await merged(cwd, '--update-baseline');
    expect(known(cwd)).toBe(one);
    expect(made.stderr).toContain('4 added, 0 removed'.replace('4', `${one.match(/"path"/g)?.length}`));
    expect(made.code).toBe(0);
    // One fault is mended and another one comes; the parts know the old file.
    const mended = readFileSync(join(cwd, '1.md'), 'utf8').replace('做好乙,', '做好乙');
    writeFileSync(join(cwd, '1.md'), mended.replace(/^(\| 3 \| [^|]+ \| )/m, '$1会同,'));
    await parts(cwd, ...WITH);
    await merged(cwd, '--update-baseline');
    const updated = known(cwd);
    writeFileSync(join(cwd, FILE), one);
    await whole(cwd, '--update-baseline');
    expect(updated).toBe(known(cwd));
    expect(updated).not.toBe(one);
  });

  test('says of findings across files, and of files that are gone, no more than a part can know', async () => {
    const cwd = county();
    await whole(cwd, '--update-baseline');
    renameSync(join(cwd, '2.md'), join(cwd, '9.md'));
    rmSync(join(cwd, '0.md'));
    expect(await parts(cwd, ...WITH)).not.toContain('are gone');
    const one = await whole(cwd, ...WITH);
    const { baseline, summary } = JSON.parse(one.stdout) as Report;
    expect(new Set(baseline?.gone.map(({ path }) => path))).toEqual(new Set(['0.md']));
    expect(summary).toMatchObject({ errors: 0, warnings: 0 });
    expect((await merged(cwd)).stdout).toBe(one.stdout);
    // The parts need not know of it.
    await parts(cwd);
    const late = await merged(cwd, ...WITH);
    expect(late.stdout).toBe(one.stdout);
    expect(late.stderr).toBe(one.stderr);
    expect((await merged(cwd, '-q')).code).toBe(0);
    expect((await merged(cwd, '--fail-on', 'warning')).code).toBe(1);
    expect((await merged(cwd, '--fail-on', 'warning', ...WITH)).code).toBe(0);
  });

  test('is not written by a part', async () => {
    const cwd = county();
    const { code } = await run(['check', '.', '--shard', '1/3', '--update-baseline'], { cwd });
    expect(code).toBe(2);
    const missing = await parts(cwd).then(() => merged(cwd, '--baseline', 'none.json'));
    expect([missing.code, missing.stdout]).toEqual([2, '']);
    expect(missing.stderr).toContain('There is no baseline “none.json”');
  });
});
