import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FAULTY, MISCOUNTED, NO_LIST, SOUND } from './documents.ts';
import { emptyFolder, type Result, run } from './qingdan.ts';

const DRAFTS = {
  '10.md': SOUND,
  '9.md': FAULTY,
  'county/a.md': MISCOUNTED,
  'county/b.md': NO_LIST,
  'z.md': FAULTY.replaceAll('云溪乡', '石桥镇'),
};

/** Checks a folder in parts; the reports are in `reports/`. */
async function checkInParts(cwd: string, operands: readonly string[], count: number): Promise<void> {
  for (let part = 1; part <= count; part++)
    await run(
      ['check', ...operands, '--shard', `${part}/${count}`, '-f', `json=../reports/${part}.json`, '-q'],
      {
        cwd,
      },
    );
}

function folders(drafts: Readonly<Record<string, string>>): { cwd: string; root: string } {
  const root = emptyFolder({
    'reports/keep.txt': '',
    ...Object.fromEntries(Object.entries(drafts).map(([name, text]) => [`lists/${name}`, text])),
  });
  return { root, cwd: join(root, 'lists') };
}

describe('qingdan merge', () => {
  test.each([
    ['.'],
    // An order that no sorting gives.
    ['z.md', 'county', '10.md', '9.md', 'gone.md'],
  ])('of all parts is the run without parts: check %s', async (...operands) => {
    const { cwd } = folders(DRAFTS);
    await checkInParts(cwd, operands, 4);
    for (const format of ['json', 'text']) {
      const whole = await run(['check', ...operands, '-f', format], { cwd });
      const merged = await run(['merge', '../reports', '-f', format], { cwd });
      expect(merged).toEqual(whole);
    }
  });

  test('takes the settings of each file with it', async () => {
    const { cwd } = folders({
      ...DRAFTS,
      'qingdan.config.yaml':
        'overrides:\n  - files: z.md\n    rules: { sequential-numbering: warning }\n  - files: 10.md\n    rules: { sequential-numbering: off }\n',
    });
    await checkInParts(cwd, ['.'], 3);
    const whole = await run(['check', '.', '-f', 'json'], { cwd });
    expect((await run(['merge', '../reports', '-f', 'json'], { cwd })).stdout).toBe(whole.stdout);
  });

  test('of complete reports puts the files in the order of a folder', async () => {
    const { cwd } = folders({ '10.md': SOUND, '9.md': SOUND, 'a/1.md': SOUND });
    await run(['check', 'a', '10.md', '-f', 'json=../reports/1.json', '-q'], { cwd });
    await run(['check', '9.md', '-f', 'json=../reports/2.json', '-q'], { cwd });
    const whole = await run(['check', '.', '-f', 'json'], { cwd });
    expect(await run(['merge', '../reports/*.json', '-f', 'json'], { cwd })).toEqual(whole);
  });

  test('judges as check does', async () => {
    const { cwd } = folders({
      'a.md': SOUND,
      'b.md': MISCOUNTED,
      'qingdan.config.yaml': 'rules: { stated-count: warning }\n',
    });
    await checkInParts(cwd, ['.'], 2);
    const code = async (...args: string[]) =>
      (await run(['merge', '../reports', '-q', ...args], { cwd })).code;
    const { summary } = JSON.parse((await run(['merge', '../reports', '-f', 'json'], { cwd })).stdout) as {
      summary: { errors: number; warnings: number };
    };
    expect(summary).toMatchObject({ errors: 0, warnings: 1 });
    expect([await code(), await code('--max-warnings', '1'), await code('--max-warnings', '0')]).toEqual([
      0, 0, 1,
    ]);
  });

  test('writes its report among the ones it reads, and does not read it the next time', async () => {
    const { cwd, root } = folders(DRAFTS);
    await checkInParts(cwd, ['.'], 2);
    const args = ['merge', '../reports', '-f', 'json=../reports/all.json', '-q'];
    expect((await run(args, { cwd })).code).toBe(2);
    const first = readFileSync(join(root, 'reports/all.json'), 'utf8');
    expect((await run(args, { cwd })).code).toBe(2);
    expect(readFileSync(join(root, 'reports/all.json'), 'utf8')).toBe(first);
    expect((await run(['merge', '../reports', '-q'], { cwd })).stderr).toMatch(/同时在.*会重复计数/);
  });
});

/** The first line of what a refused run says. */
function refusal({ code, stdout, stderr }: Result): string {
  return code === 2 && stdout === '' ? (stderr.split('\n')[0] ?? '') : `exit ${code}: ${stdout}`;
}

describe('qingdan merge refuses', () => {
  test('a run of which a part is missing, given twice, or of other files', async () => {
    const { cwd, root } = folders(DRAFTS);
    await checkInParts(cwd, ['.'], 4);
    const merge = async (...names: string[]) =>
      refusal(await run(['merge', ...names.map((name) => `../reports/${name}.json`), '-q'], { cwd }));
    expect(await merge('1', '3')).toBe(
      '缺少第 2/4、4/4 份的报告，没有合并：少了它就不是全部文件的结果。请补上再合并。',
    );
    writeFileSync(join(cwd, 'new.md'), SOUND);
    await run(['check', '.', '--shard', '2/4', '-f', 'json=../reports/2.json', '-q'], { cwd });
    expect(await merge('1', '2', '3', '4')).toMatch(/不是同一次分份检查的报告|会重复计数/);
    const report = readFileSync(join(root, 'reports/1.json'), 'utf8');
    writeFileSync(join(root, 'reports/again.json'), report.replace(/"path": "/g, '"path": "x'));
    expect(await merge('1', '3', '4', 'again')).toBe(
      '“../reports/1.json”和“../reports/again.json”都是第 1/4 份。请只给一份。',
    );
  });

  test('what is no report, and says what is wrong with it', async () => {
    const cwd = emptyFolder({ 'a.md': SOUND, 'empty/x.txt': '' });
    const { stdout } = await run(['check', 'a.md', '-f', 'json'], { cwd });
    const merge = async (content: string) => {
      writeFileSync(join(cwd, 'r.json'), content);
      return refusal(await run(['merge', 'r.json'], { cwd }));
    };
    expect(await merge(stdout.slice(0, 500))).toMatch(
      /^“r\.json”不是 JSON：.*报告可能没有写完，请重新生成。$/,
    );
    expect(await merge('{}')).toBe(
      '“r.json”不是 qingdan check --format json 写的报告：/ 里缺少 “schemaVersion”。',
    );
    expect(await merge(stdout.replace('"files": 1', '"files": -1'))).toMatch(/\/summary\/files /);
    expect(await merge(stdout.replace('"findings": [],', ''))).toBe(
      '“r.json”不是 qingdan check --format json 写的报告：/files/0 里缺少 “findings”。',
    );
    expect(await merge(stdout.replace('"schemaVersion": 1', '"schemaVersion": 2'))).toBe(
      '“r.json”的报告版本是 2，这里只认识 1。请用写它的那个版本来合并。',
    );
    expect(refusal(await run(['merge', 'gone.json'], { cwd }))).toBe('找不到报告“gone.json”。请检查路径。');
    expect(refusal(await run(['merge', 'empty'], { cwd }))).toMatch(/^“empty”里没有 JSON 报告/);
    expect(refusal(await run(['merge', 'r.json', '-f', 'json', '-o', 'r.json'], { cwd }))).toMatch(
      /^“r\.json”是/,
    );
  });

  test('nothing because of another version, language or ruleset, but says so', async () => {
    const cwd = emptyFolder({ 'a.md': SOUND, 'b.md': SOUND, 'c.md': SOUND });
    const one = (await run(['check', 'a.md', '-f', 'json'], { cwd })).stdout;
    const other = (await run(['check', 'b.md', '-f', 'json', '--lang', 'en'], { cwd })).stdout;
    writeFileSync(join(cwd, '1.json'), one);
    writeFileSync(join(cwd, '2.json'), other.replace(/"version": "[^"]+"/, '"version": "9.9.9"'));
    const { code, stderr } = await run(['merge', '1.json', '2.json', '-q'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^注意：报告由不同版本的工具写成（.*9\.9\.9），结果可能不一致。\n注意：各份报告里这些规则的说明不同/,
    );
    writeFileSync(join(cwd, 'rules.yaml'), 'rules: { stray-space: off }\n');
    const third = await run(['check', 'c.md', '-f', 'json=3.json', '-q', '-c', 'rules.yaml'], { cwd });
    expect(third.code).toBe(0);
    const { stderr: notes } = await run(['merge', '1.json', '3.json', '-q'], { cwd });
    expect(notes).toBe('注意：这些规则只在部分报告里启用：stray-space。\n');
  });
});
