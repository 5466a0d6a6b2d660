import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SOUND } from './documents.ts';
import { emptyFolder, run } from './qingdan.ts';

const version = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

describe('help', () => {
  test('of the tool and every command, in both languages, on standard output', async () => {
    for (const command of [[], ['check'], ['inspect'], ['rules'], ['init']]) {
      const zh = await run([...command, '--help']);
      expect({ code: zh.code, stderr: zh.stderr }).toEqual({ code: 0, stderr: '' });
      expect(zh.stdout).toContain(`用法：qingdan ${command[0] ?? '<命令>'}`);
      const en = await run(['--lang', 'en', 'help', ...command]);
      expect({ code: en.code, stderr: en.stderr }).toEqual({ code: 0, stderr: '' });
      expect(en.stdout).toContain(`Usage: qingdan ${command[0] ?? '<command>'}`);
      expect(en.stdout).not.toMatch(/\p{Script=Han}/u);
    }
  });

  test('of check names every option that check knows', async () => {
    const { stdout } = await run(['check', '--help']);
    const options = ['county', 'config', 'format', 'output', 'quiet', 'max-warnings', 'color', 'no-color'];
    for (const option of [
      ...options,
      'no-ignore',
      'stdin-filename',
      'timing',
      'unused',
      'lang',
      'help',
      'version',
      'debug',
    ]) {
      expect(stdout).toContain(`--${option}`);
    }
  });

  test('in place of a command is a usage error', async () => {
    const { code, stdout, stderr } = await run([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('用法：qingdan <命令>');
  });
});

test('the version is that of the package', async () => {
  expect(await run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

describe('a command line that cannot be used', () => {
  test('is told in a sentence, with what was meant and where to look', async () => {
    expect(await run(['check', 'a.md', '--confg', 'x'])).toEqual({
      code: 2,
      stdout: '',
      stderr: '没有 --confg 这个选项。\n是不是想写“--config”？\n用法见：qingdan check --help\n',
    });
    expect(await run(['chekc', '--lang', 'en'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'There is no command “chekc”.\nDid you mean “check”?\nSee: qingdan --help\n',
    });
    expect(await run(['check', 'a.md', '--format', 'jsn'])).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /^没有“jsn”这种输出格式。可以用：text, json.*。\n是不是想写“json”？\n用法见：qingdan check --help\n$/,
      ),
    });
  });

  test('in which the command was left out says so', async () => {
    const { code, stderr } = await run(['a.md'], { cwd: emptyFolder({ 'a.md': SOUND }) });
    expect(code).toBe(2);
    expect(stderr).toContain('要检查这个文件，请用：qingdan check a.md');
  });

  test('speaks the language of QINGDAN_LANG unless --lang says otherwise', async () => {
    const env = { QINGDAN_LANG: 'en' };
    expect((await run(['chekc'], { env })).stderr).toContain('There is no command');
    expect((await run(['chekc', '--lang', 'zh'], { env })).stderr).toContain('没有“chekc”这个命令');
    const checked = await run(['check', 'a.md'], { env, cwd: emptyFolder({ 'a.md': SOUND }) });
    expect(checked.stdout).toContain('0 errors, 0 warnings, 0 infos (1 file, 7 items)');
  });

  test('cannot smuggle escapes onto the terminal', async () => {
    const { stderr } = await run(['\u001b[2J\u0007']);
    expect(stderr).toContain('<U+001B>[2J<U+0007>');
    expect(stderr).not.toContain('\u001b');
  });
});

describe('init', () => {
  test('writes a config that can be used as it is, once', async () => {
    const cwd = emptyFolder({ 'a.md': SOUND });
    const first = await run(['init'], { cwd });
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' });
    expect(first.stdout).toContain('已写入 qingdan.config.yaml');
    const text = readFileSync(join(cwd, 'qingdan.config.yaml'), 'utf8');
    expect(text).toContain('#  sequential-numbering: error');
    expect((await run(['check', 'a.md'], { cwd })).code).toBe(0);
    const second = await run(['init', '--lang', 'en'], { cwd });
    expect(second.code).toBe(2);
    expect(second.stderr).toContain('“qingdan.config.yaml” is already there');
    expect(readFileSync(join(cwd, 'qingdan.config.yaml'), 'utf8')).toBe(text);
  });

  test('writes settings that all work when their # is taken away', async () => {
    for (const lang of ['zh', 'en']) {
      const cwd = emptyFolder({ 'a.md': SOUND });
      await run(['init', '--lang', lang], { cwd });
      const text = readFileSync(join(cwd, 'qingdan.config.yaml'), 'utf8');
      const used = text.replace(/^#(?! \S)/gm, '').replace(/^(?:formats|ruleFiles):.*$/gm, '');
      expect(used).toMatch(/^rules:\n {2}\S/m);
      const folder = emptyFolder({ 'a.md': SOUND, 'qingdan.config.yaml': used });
      expect(await run(['check', 'a.md'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    }
  });
});

describe('rules', () => {
  test('list shows id, severity and title under the groups', async () => {
    const { code, stdout } = await run(['rules', 'list']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^structure\n(?: {2}.*\n)* {2}sequential-numbering +错误 {2}序号连续\n/m);
  });

  test('list as JSON and with the severities of the config', async () => {
    const cwd = emptyFolder({ 'qingdan.config.yaml': 'rules:\n  sequential-numbering: off\n' });
    const { stdout } = await run(['rules', 'list', '--format', 'json'], { cwd });
    const rules = JSON.parse(stdout) as { id: string; severity: string; check: string; group: string }[];
    expect(rules.find(({ id }) => id === 'sequential-numbering')).toMatchObject({
      severity: 'off',
      check: 'sequence',
      group: 'structure',
    });
  });

  test('explain says what, why, options, messages and examples', async () => {
    const { code, stdout } = await run(['rules', 'explain', 'sequential-numbering']);
    expect(code).toBe(0);
    for (const words of ['序号连续', '级别：错误 (error)', '为什么', 'GB/T', '选项', 'restart = "format"']) {
      expect(stdout).toContain(words);
    }
    for (const words of ['提示语', '没有问题的例子', '有问题的例子', '各项设置的来源'])
      expect(stdout).toContain(words);
  });

  test('explain of an unknown rule suggests the nearest', async () => {
    expect(await run(['rules', 'explain', 'sequental-numbering'])).toEqual({
      code: 2,
      stdout: '',
      stderr:
        '没有“sequental-numbering”这条规则。\n' +
        '是不是想写“sequential-numbering”？\n全部规则：qingdan rules list\n用法见：qingdan rules --help\n',
    });
  });

  test('list shows the built-in rules although the config is broken, and says that it is', async () => {
    const cwd = emptyFolder({ 'qingdan.config.yaml': 'rules:\n  xyz: off\n' });
    const { code, stdout, stderr } = await run(['rules', 'list'], { cwd });
    expect({ code, stdout: stdout.includes('  sequential-numbering '), stderr }).toEqual({
      code: 2,
      stdout: true,
      stderr:
        '配置有 1 处错误，没有开始检查：\n\nqingdan.config.yaml:2:3 没有 “xyz” 这条规则\n' +
        '  2 │   xyz: off\n    │   ^^^\n    全部规则：qingdan rules list\n',
    });
  });
});

describe('inspect', () => {
  test('prints the document as JSON', async () => {
    const { code, stdout, stderr } = await run(['inspect', 'a.md'], { cwd: emptyFolder({ 'a.md': SOUND }) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { lists } = JSON.parse(stdout) as { lists: { kind: string; items: { name: string }[] }[] };
    expect(lists.map(({ kind, items }) => [kind, items.length])).toEqual([
      ['basic', 4],
      ['coordinating', 2],
      ['withdrawn', 1],
    ]);
    expect(stdout.endsWith('}\n')).toBe(true);
  });

  test('reads standard input', async () => {
    const { stdout } = await run(['inspect', '-', '--stdin-filename', 'x.md'], { stdin: SOUND });
    expect((JSON.parse(stdout) as { path: string }).path).toBe('x.md');
  });

  test('ends with 2 and a reason for what is no list, no file, or several', async () => {
    const cwd = emptyFolder({ 'a.md': '# 通知\n\n请报送材料。\n', 'd/b.md': SOUND });
    const none = await run(['inspect', 'a.md'], { cwd });
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('a.md: 没有找到履职事项清单');
    expect((JSON.parse(none.stdout) as { lists: unknown[] }).lists).toEqual([]);
    expect(await run(['inspect', '没有.md'], { cwd })).toMatchObject({ code: 2, stdout: '' });
    expect((await run(['inspect', 'd'], { cwd })).stderr).toContain('“d”是文件夹');
    expect((await run(['inspect', 'a.md', 'd/b.md'], { cwd })).stderr).toContain('一次读一份文件');
  });
});
