import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FAULTY, MISCOUNTED, SOUND } from './documents.ts';
import { COMMAND, emptyFolder, type Result, run, runCommand } from './qingdan.ts';

const FOLDER = '.qingdan-cache';

function entriesOf(cwd: string, folder = FOLDER): readonly string[] {
  return readdirSync(join(cwd, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(cwd, folder, name));
}

/** Makes every entry, its sums right, say that nothing was found: a run that says so believed it. */
function poison(cwd: string): void {
  for (const path of entriesOf(cwd)) {
    const [head = '', body = ''] = readFileSync(path, 'utf8').split('\n');
    const report = JSON.stringify({ ...(JSON.parse(body) as object), findings: [] });
    const sum = createHash('sha256').update(report).digest('hex');
    writeFileSync(path, `${JSON.stringify({ ...(JSON.parse(head) as object), sum })}\n${report}`);
  }
}

const OWN_RULE = `id: own-rule
check: pattern
severity: warning
title: { zh: 自有规则, en: own rule }
message: { zh: 甲, en: a }
why: { zh: 测试, en: test }
options: { patterns: [ { forbid: 群众活动 } ] }
`;
const FORMAT = `id: yunxi
extends: base
title: { zh: 云溪, en: Yunxi }
detect: [云溪乡]
`;

describe('qingdan check --cache', () => {
  const drafts = { 'a.md': SOUND, 'b.md': FAULTY, 'lists/c.md': MISCOUNTED };

  test('gives the report of a run without it, in one thread and in several, the second time from memory', async () => {
    const cwd = emptyFolder(drafts);
    const args = ['check', '.', 'gone.md', '-f', 'json'];
    const plain = await run(args, { cwd });
    expect(await run([...args, '--cache', '-j', '2'], { cwd })).toEqual(plain);
    expect(entriesOf(cwd)).toHaveLength(3);
    expect(await run([...args, '--cache'], { cwd })).toEqual(plain);
    poison(cwd);
    const { summary } = JSON.parse((await run([...args, '--cache'], { cwd })).stdout) as {
      summary: object;
    };
    expect(summary).toMatchObject({ files: 4, errors: 0, failed: 1 });
    expect(readFileSync(join(cwd, FOLDER, '.gitignore'), 'utf8')).toBe('*\n');
  });

  const settings = { 'qingdan.config.yaml': 'formats: [yunxi.yaml]\nruleFiles: [own.yaml]\n' };
  const write = (name: string, content: string) => (cwd: string) => {
    writeFileSync(join(cwd, name), content);
  };
  const config = (more: string) => write('qingdan.config.yaml', `${settings['qingdan.config.yaml']}${more}`);
  const nothing = () => undefined;

  test.each<[string, (cwd: string) => void, readonly string[]]>([
    ['the file', write('b.md', `${FAULTY}\n`), []],
    ['a severity', config('rules: { sequential-numbering: warning }\n'), []],
    ['an option', config('rules: { sequential-numbering: { options: { start: 0 } } }\n'), []],
    [
      'an override',
      config('overrides: [ { files: "*.md", rules: { sequential-numbering: warning } } ]\n'),
      [],
    ],
    ['a message of a rule', write('own.yaml', OWN_RULE.replace('zh: 甲', 'zh: 乙')), []],
    ['a pattern of a rule', write('own.yaml', OWN_RULE.replace('群众活动', '群众')), []],
    ['a format', write('yunxi.yaml', `${FORMAT}units: [乡]\n`), []],
    ['the county of the config', config('county: base\n'), []],
    ['the county of the command line', nothing, ['--county', 'base']],
    ['the language', nothing, ['--lang', 'en']],
  ])('checks again after a change of %s', async (_, change, more) => {
    const cwd = emptyFolder({ 'b.md': FAULTY, 'own.yaml': OWN_RULE, 'yunxi.yaml': FORMAT, ...settings });
    const args = ['check', 'b.md', '-f', 'json'];
    const before = await run([...args, '--cache'], { cwd });
    poison(cwd);
    // The poison works where nothing changed.
    expect((await run([...args, '--cache'], { cwd })).code).toBe(0);
    change(cwd);
    const plain = await run([...args, ...more], { cwd });
    expect(plain.code).toBeLessThan(2);
    expect(await run([...args, ...more, '--cache'], { cwd })).toEqual(plain);
    expect(before.code).toBe(1);
  });

  test('checks again with another build of the tool', async () => {
    const cwd = emptyFolder({ 'b.md': FAULTY });
    const tool = join(emptyFolder(), 'dist');
    cpSync(dirname(COMMAND), tool, { recursive: true });
    writeFileSync(join(dirname(tool), 'package.json'), '{ "type": "module" }');
    const check = (): Promise<Result> =>
      runCommand(join(tool, 'qingdan.js'), ['check', 'b.md', '-f', 'json', '--cache'], { cwd });
    const first = await check();
    expect(first.code).toBe(1);
    poison(cwd);
    expect((await check()).code).toBe(0);
    const files = readdirSync(tool, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.c?js$/.test(name),
    );
    const builds = files.flatMap((name) => {
      const code = readFileSync(join(tool, name), 'utf8');
      const build = /[0-9a-f]{64}/.exec(code)?.[0];
      if (build === undefined) return [];
      writeFileSync(
        join(tool, name),
        code.replaceAll(build, build === '0'.repeat(64) ? '1'.repeat(64) : '0'.repeat(64)),
      );
      return [build];
    });
    expect(builds.length).toBeGreaterThan(0);
    expect(await check()).toEqual(first);
  });

  test('sees through damaged entries, and says so', async () => {
    const cwd = emptyFolder({ 'b.md': FAULTY });
    const args = ['check', 'b.md', '-f', 'json'];
    const plain = await run(args, { cwd });
    await run([...args, '--cache'], { cwd });
    const [path = ''] = entriesOf(cwd);
    const sound = readFileSync(path, 'utf8');
    const damage = [sound.slice(0, 900), '', 'x\ny', sound.replace('"error"', '"warns"'), `{}\n${sound}`];
    for (const content of damage) {
      writeFileSync(path, content);
      expect(await run([...args, '--cache'], { cwd })).toEqual({
        ...plain,
        stderr: '缓存 .qingdan-cache 中有 1 条已损坏，相应的文件已重新检查。\n',
      });
      expect(readFileSync(path, 'utf8')).toBe(sound);
    }
  });

  test('forgets files that are gone, and keeps those that were not part of the run', async () => {
    const cwd = emptyFolder(drafts);
    await run(['check', '.', '--cache=memory', '-q'], { cwd });
    expect(entriesOf(cwd, 'memory')).toHaveLength(3);
    await run(['check', 'a.md', '--cache=memory', '-q'], { cwd });
    expect(entriesOf(cwd, 'memory')).toHaveLength(3);
    rmSync(join(cwd, 'b.md'));
    await run(['check', 'a.md', '--cache=memory', '-q'], { cwd });
    expect(entriesOf(cwd, 'memory')).toHaveLength(2);
    expect(existsSync(join(cwd, FOLDER))).toBe(false);
  });

  test('checks all the same where it cannot write, and says so', async () => {
    const cwd = emptyFolder({ 'b.md': FAULTY, taken: '' });
    const plain = await run(['check', 'b.md'], { cwd });
    const { code, stdout, stderr } = await run(['check', 'b.md', '--cache=taken'], { cwd });
    expect({ code, stdout }).toEqual({ code: plain.code, stdout: plain.stdout });
    expect(stderr).toMatch(/^缓存没有写入 taken（(?:EEXIST|ENOTDIR)），下次要重新检查。\n$/);
  });

  test('does not go with what counts while files are checked', async () => {
    const cwd = emptyFolder({ 'b.md': FAULTY });
    const { code, stderr } = await run(['check', 'b.md', '--cache', '--unused'], { cwd });
    expect({ code, first: stderr.split('\n')[0] }).toEqual({
      code: 2,
      first: '--unused 要检查每一份文件才能统计，不能和 --cache 一起用。请去掉其中一个。',
    });
  });
});
