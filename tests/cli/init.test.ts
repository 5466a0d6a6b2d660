import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { okFixture } from '../support/okFixtures.ts';
import { OTHER_WORDS } from '../support/otherWords.ts';
import { NO_LIST, SOUND } from './documents.ts';
import { emptyFolder, run } from './qingdan.ts';

describe('init --from', () => {
  test('writes a format that reads a county the tool could not read, and checks it in silence', async () => {
    const cwd = emptyFolder({ 'a.md': OTHER_WORDS });
    expect((await run(['check', 'a.md'], { cwd })).code).not.toBe(0);
    const learned = await run(['init', '--from', 'a.md', '--county', 'shaling', '-o', 'shaling.yaml'], {
      cwd,
    });
    expect({ code: learned.code, stdout: learned.stdout }).toEqual({ code: 0, stdout: '' });
    expect(learned.stderr).toContain('已从 a.md 学得格式 shaling：3 份清单，14 项。');
    expect(learned.stderr).toContain('用这个格式检查样本，没有发现问题。');
    const folder = emptyFolder({
      'a.md': OTHER_WORDS,
      'shaling.yaml': readFileSync(join(cwd, 'shaling.yaml')),
      'qingdan.config.yaml': 'formats: [shaling.yaml]\n',
    });
    const checked = await run(['check', 'a.md', '--format', 'json'], { cwd: folder });
    const report = JSON.parse(checked.stdout) as {
      files: { format: string; findings: object[]; lists: { items: number }[] }[];
    };
    expect(checked.code).toBe(0);
    expect(report.files.map(({ format, findings }) => ({ format, findings }))).toEqual([
      { format: 'shaling', findings: [] },
    ]);
    expect(report.files[0]?.lists.map(({ items }) => items)).toEqual([6, 5, 3]);
  });

  test('prints the format where no output is given, and the doubts beside it', async () => {
    const cwd = emptyFolder({ 'a.md': SOUND });
    const { code, stdout, stderr } = await run(['init', '--from', 'a.md'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^id: county$/m);
    expect(stdout).toMatch(/^ {4}- 县民政局 # 只出现 1 次$/m);
    expect(stderr).toContain('格式暂名 county。');
    expect(stderr).toContain('- categories.closed：只认这 3 个类别');
  });

  test('lists the county’s departments as the sample writes them, none by a name it made up', async () => {
    const { stdout } = await run(['init', '--from', 'shiqiao.txt'], {
      cwd: emptyFolder({ 'shiqiao.txt': okFixture('shiqiao.txt') }),
    });
    const registry = stdout.slice(stdout.indexOf('  registry:'));
    const sample = new TextDecoder().decode(okFixture('shiqiao.txt')).replace(/\s+/g, '');
    const names = [...registry.matchAll(/^ +- (\S+)/gm)].map(([, name = '']) => name);
    expect(names.filter((name) => !sample.includes(name.replace(/^县委?/, '')))).toEqual([]);
    expect(names).toContain('县消防救援大队');
    expect(names.filter((name) => name.endsWith('分局'))).toEqual([]);
    expect(registry).not.toContain('文中写作');
  });

  test('says last how the format comes into use, and nothing of half a category', async () => {
    const cwd = emptyFolder({ 'a.txt': okFixture('shiqiao.txt') });
    const { stderr } = await run(['init', '--from', 'a.txt'], { cwd });
    const lines = stderr.trimEnd().split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '已从 a.txt 学得格式 county：3 份清单，252 项。',
      '格式只显示在屏幕上。请存成 county.yaml，或者加上 -o county.yaml 重新运行。',
      '格式暂名 county。请把其中的 id 改成本县名称的拼音，或者加上 --county 拼音 重新生成。',
    ]);
    expect(lines.slice(-2)).toEqual([
      '核对以后，在 qingdan.config.yaml 里加一行 formats: [county.yaml]（还没有这个文件的，新建一个），qingdan check 就会用它。',
      '用这个格式检查样本，没有发现问题。',
    ]);
    expect(stderr).not.toContain('民政工');
  });

  test('speaks English when asked, in the file too', async () => {
    const cwd = emptyFolder({ 'a.md': SOUND });
    const { stdout, stderr } = await run(['init', '--from', 'a.md', '--lang', 'en'], { cwd });
    const words = stdout.match(/^ *# .*$/gm) ?? [];
    expect(words.length).toBeGreaterThan(5);
    expect(words.filter((line) => /[一-鿿]{2}.*(?:请|样本|格式)/.test(line))).toEqual([]);
    expect(stderr).toContain('Learned the format county from a.md: 3 lists, 7 items.');
  });

  test('reads the sample from standard input', async () => {
    const { code, stderr } = await run(['init', '--from', '-', '--stdin-filename', 'b.md'], { stdin: SOUND });
    expect(code).toBe(0);
    expect(stderr).toContain('已从 b.md 学得格式');
  });

  test('names the schema of an installed tool for YAML editors only', async () => {
    const { stdout } = await run(['init', '--from', 'a.md'], { cwd: emptyFolder({ 'a.md': SOUND }) });
    expect(stdout).not.toContain('$schema');
  });

  test('writes over no file, and nothing for a document without a list', async () => {
    const cwd = emptyFolder({ 'a.md': SOUND, 'b.md': NO_LIST, 'mine.yaml': 'id: mine\n' });
    const taken = await run(['init', '--from', 'a.md', '-o', 'mine.yaml'], { cwd });
    expect(taken.code).toBe(2);
    expect(taken.stderr).toContain('“mine.yaml”已经存在，没有改动');
    expect(readFileSync(join(cwd, 'mine.yaml'), 'utf8')).toBe('id: mine\n');
    const nothing = await run(['init', '--from', 'b.md', '-o', 'new.yaml'], { cwd });
    expect({ code: nothing.code, stdout: nothing.stdout }).toEqual({ code: 2, stdout: '' });
    expect(nothing.stderr).toContain('没有学到格式');
    expect(existsSync(join(cwd, 'new.yaml'))).toBe(false);
  });

  test('refuses names that are none, and options that need --from', async () => {
    for (const id of ['Shaling', '沙岭', 'base', '1a']) {
      const { code, stderr } = await run(['init', '--from', 'a.md', '--county', id]);
      expect({ code, id: stderr.includes(`“${id}”不能作格式的名称`) }).toEqual({ code: 2, id: true });
    }
    const { code, stderr } = await run(['init', '--county', 'shaling']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        '--county 要和 --from 样本 一起用：init 只在从样本学习格式时需要它。\n用法见：qingdan init --help\n',
    });
  });

  test('says which sample cannot be read', async () => {
    const { code, stderr } = await run(['init', '--from', 'gone.md']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'gone.md: 找不到这个文件。请检查路径和文件名\n',
    });
  });
});
