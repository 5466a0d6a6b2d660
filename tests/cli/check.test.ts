import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { FAULTY, MISCOUNTED, NO_LIST, SOUND } from './documents.ts';
import { COMMAND, emptyFolder, run } from './qingdan.ts';

/** The files of a JSON report: path, findings or the code of the error. */
function outcome(stdout: string): readonly string[] {
  const report = JSON.parse(stdout) as Report;
  return report.files.map(({ path, error, findings }) => `${path} ${error?.code ?? findings.length}`);
}

const json = ['--format', 'json'];

describe('the exit code and the streams', () => {
  test('0 and a report that says what was checked, when nothing is wrong', async () => {
    const cwd = emptyFolder({ 'a.md': SOUND });
    const { code, stdout, stderr } = await run(['check', 'a.md'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('没有发现问题');
    expect(stdout).toContain('基本履职事项清单：4 个事项');
    expect(stdout.endsWith('0 个错误，0 个警告，0 个提示（1 个文件，7 个事项）\n')).toBe(true);
  });

  test('1 when there are errors', async () => {
    const { code, stdout, stderr } = await run(['check', 'a.md'], { cwd: emptyFolder({ 'a.md': FAULTY }) });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    await expect(stdout).toMatchFileSnapshot('golden/faulty.zh.txt');
  });

  test('1 and English words with --lang en', async () => {
    const cwd = emptyFolder({ 'a.md': FAULTY });
    const { code, stdout } = await run(['check', 'a.md', '--lang', 'en'], { cwd });
    expect(code).toBe(1);
    await expect(stdout).toMatchFileSnapshot('golden/faulty.en.txt');
  });

  test('0 for warnings, 1 when there are more than --max-warnings', async () => {
    const config = 'rules:\n  sequential-numbering: warning\n  department-named: warning\n';
    const cwd = emptyFolder({ 'a.md': FAULTY, 'qingdan.config.yaml': config });
    expect((await run(['check', 'a.md'], { cwd })).code).toBe(0);
    expect((await run(['check', 'a.md', '--max-warnings', '2'], { cwd })).code).toBe(0);
    const over = await run(['check', 'a.md', '--max-warnings', '1'], { cwd });
    expect({ code: over.code, stderr: over.stderr }).toEqual({
      code: 1,
      stderr: '警告 2 个，超过了 --max-warnings 允许的 1 个。\n',
    });
  });

  test('2 when a file is missing, and the others are still checked', async () => {
    const cwd = emptyFolder({ 'a.md': FAULTY, 'b.md': SOUND });
    const { code, stdout } = await run(['check', 'a.md', '没有.md', 'b.md', 'x/*.md', ...json], { cwd });
    expect(code).toBe(2);
    expect(outcome(stdout)).toEqual(['a.md 2', '没有.md not-found', 'b.md 0', 'x/*.md no-match']);
  });

  test('2 for every kind of file in which nothing could be checked', async () => {
    const cwd = emptyFolder({
      'empty.md': '',
      'blank.md': ' \n\n',
      'binary.md': new Uint8Array([0, 1, 2, 3, 0, 255, 0, 7]),
      'draft.docx': new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0]),
      'none.md': NO_LIST,
      'sound.md': SOUND,
    });
    const { code, stdout } = await run(['check', '.', ...json], { cwd });
    expect(code).toBe(2);
    expect(outcome(stdout)).toEqual([
      'binary.md binary',
      'blank.md empty',
      'draft.docx unsupported-format',
      'empty.md empty',
      'none.md no-list',
      'sound.md 0',
    ]);
  });

  test('2 and help on standard error when there is nothing to check', async () => {
    const { code, stdout, stderr } = await run(['check']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('用法：qingdan check 路径…');
  });
});

describe('what is checked', () => {
  test('standard input, by its own name or the one it is given', async () => {
    expect(outcome((await run(['check', '-', ...json], { stdin: SOUND })).stdout)).toEqual(['<stdin> 0']);
    const named = await run(['check', '-', ...json, '--stdin-filename', '清单/云溪.md'], { stdin: FAULTY });
    expect(named.code).toBe(1);
    expect(outcome(named.stdout)).toEqual(['清单/云溪.md 2']);
  });

  test('empty standard input is an error', async () => {
    const { code, stdout } = await run(['check', '-', ...json], { stdin: '' });
    expect({ code, files: outcome(stdout) }).toEqual({ code: 2, files: ['<stdin> empty'] });
  });

  test('the encodings of Chinese offices, with and without byte order mark and CRLF', async () => {
    const crlf = FAULTY.replaceAll('\n', '\r\n');
    const utf16 = Buffer.from(`\ufeff${crlf}`, 'utf16le');
    const gb18030 = spawnSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], { input: FAULTY }).stdout;
    const cwd = emptyFolder({
      'bom.md': `\ufeff${crlf}`,
      'plain.md': FAULTY,
      'utf16.md': utf16,
      ...(gb18030?.length > 0 && { 'gb.md': gb18030 }),
    });
    const { stdout } = await run(['check', '.', ...json], { cwd });
    const [first, ...others] = (JSON.parse(stdout) as Report).files.map((file) =>
      file.findings.map(({ message, excerpt }) => message + excerpt),
    );
    expect(first?.length).toBe(2);
    for (const other of others) expect(other).toEqual(first);
    if (gb18030?.length > 0) {
      const piped = await run(['check', '-', ...json], { stdin: gb18030 });
      expect({ code: piped.code, files: outcome(piped.stdout) }).toEqual({ code: 1, files: ['<stdin> 2'] });
    }
  });

  test('folders, without what .gitignore and the config leave out', async () => {
    const cwd = emptyFolder({
      '.gitignore': 'old/\n',
      'qingdan.config.yaml': 'ignore:\n  - "*.旧.md"\n',
      'a.md': SOUND,
      'b.旧.md': SOUND,
      'old/c.md': SOUND,
      'sub/d.txt': SOUND,
    });
    expect(outcome((await run(['check', '.', ...json], { cwd })).stdout)).toEqual(['a.md 0', 'sub/d.txt 0']);
    expect(outcome((await run(['check', '**/*.md', ...json], { cwd })).stdout)).toEqual(['a.md 0']);
    expect(outcome((await run(['check', '.', ...json, '--no-ignore'], { cwd })).stdout)).toEqual([
      ...['a.md 0', 'b.旧.md 0', 'old/c.md 0', 'sub/d.txt 0'],
    ]);
  });

  test('a link to nowhere and a folder in its place are told', async () => {
    const cwd = emptyFolder({ 'folder.md/a.md': SOUND });
    symlinkSync('nowhere', join(cwd, 'link.md'));
    const { code, stdout } = await run(['check', 'link.md', 'folder.md', ...json], { cwd });
    expect({ code, files: outcome(stdout) }).toEqual({
      code: 2,
      files: ['link.md not-found', 'folder.md/a.md 0'],
    });
  });

  test.runIf(process.getuid?.() === 0)('a file and a folder that may not be read are told', async () => {
    const cwd = emptyFolder({ 'shut.md': SOUND, 'open.md': SOUND, 'shut/a.md': SOUND });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'shut.md'), 0o000);
    chmodSync(join(cwd, 'shut'), 0o000);
    const { code, stdout, stderr } = await run(['check', 'shut.md', 'open.md', '.', ...json], {
      cwd,
      uid: 65534,
    });
    expect({ code, stderr, files: outcome(stdout) }).toEqual({
      code: 2,
      stderr: '',
      files: ['shut.md no-permission', 'open.md 0', 'shut no-permission'],
    });
  });

  test('a device that never ends is cut off', async () => {
    const { code, stdout } = await run(['check', '/dev/zero', ...json], { cwd: '/' });
    expect({ code, files: outcome(stdout) }).toEqual({ code: 2, files: ['dev/zero too-large'] });
  });
});

describe('the config', () => {
  test('is found above the working directory, and holds by path', async () => {
    const config = 'overrides:\n  - files: ["草稿/**"]\n    rules:\n      department-named: off\n';
    const folder = emptyFolder({
      'qingdan.config.yaml': config,
      '草稿/a.md': FAULTY,
      'b.md': FAULTY,
      '草稿/deep/x.txt': '',
    });
    const there = await run(['check', '../a.md', '../../b.md', ...json], { cwd: join(folder, '草稿/deep') });
    expect(outcome(there.stdout)).toEqual(['../a.md 1', '../../b.md 2']);
  });

  test('that is broken is shown with its line and nothing is checked', async () => {
    const cwd = emptyFolder({
      'qingdan.config.yaml': 'rules:\n  sequental-numbering: error\n  row-shap: error\n',
      'a.md': SOUND,
    });
    const { code, stdout, stderr } = await run(['check', 'a.md'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('配置有 2 处错误，没有开始检查：');
    expect(stderr).toContain('qingdan.config.yaml:2:3');
    expect(stderr).toContain('“sequential-numbering”');
    expect(stderr).toContain('qingdan.config.yaml:3:3');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr).not.toContain(cwd);
  });

  test('that is named and missing is a slip of the command line', async () => {
    const { code, stderr } = await run(['check', 'a.md', '--config', '没有.yaml']);
    expect(code).toBe(2);
    expect(stderr).toContain('找不到配置文件“没有.yaml”');
  });

  test('--county names a known format or is refused with the known ones', async () => {
    const cwd = emptyFolder({ 'a.md': SOUND });
    expect((await run(['check', 'a.md', '--county', 'zhaosu'], { cwd })).stdout).toContain('格式 zhaosu');
    const { code, stdout, stderr } = await run(['check', 'a.md', '--county', 'zhaosuu'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('没有“zhaosuu”这个格式');
    expect(stderr).toContain('是不是想写“zhaosu”？');
  });
});

describe('output', () => {
  test('goes whole to a file, and a summary to standard error', async () => {
    const cwd = emptyFolder({ 'a.md': FAULTY, 'r.json': 'old' });
    const { code, stdout, stderr } = await run(['check', 'a.md', ...json, '--output', 'r.json'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe('报告已写入 r.json\n2 个错误，0 个警告，0 个提示（1 个文件，7 个事项）\n');
    expect(outcome(readFileSync(join(cwd, 'r.json'), 'utf8'))).toEqual(['a.md 2']);
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'r.json']);
  });

  test('goes to several places in several formats', async () => {
    const cwd = emptyFolder({ 'a.md': FAULTY });
    const { stdout } = await run(['check', 'a.md', '--format', 'text', '--format', 'json=r.json'], { cwd });
    expect(stdout).toContain('× 错误');
    expect(outcome(readFileSync(join(cwd, 'r.json'), 'utf8'))).toEqual(['a.md 2']);
    const both = await run(['check', 'a.md', '--format', 'text', ...json], { cwd });
    expect({ code: both.code, stdout: both.stdout }).toEqual({ code: 2, stdout: '' });
    expect(both.stderr).toContain('只能有一种格式写到同一处');
  });

  test('never takes the place of a draft', async () => {
    const cwd = emptyFolder({ 'a.md': FAULTY });
    symlinkSync('a.md', join(cwd, 'link.md'));
    for (const name of ['a.md', './a.md', 'link.md']) {
      const { code, stderr } = await run(['check', 'a.md', '-o', name], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain('不能用作输出');
    }
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(FAULTY);
  });

  test('that cannot be written is told with the reason', async () => {
    const cwd = emptyFolder({ 'a.md': SOUND });
    const { code, stderr } = await run(['check', 'a.md', '-o', '没有/r.txt'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('无法写入“没有/r.txt”：所在文件夹不存在');
    expect(existsSync(join(cwd, '没有'))).toBe(false);
  });

  test('has colours when asked for, and none in pipes or with NO_COLOR', async () => {
    const cwd = emptyFolder({ 'a.md': FAULTY });
    const colored = async (args: string[], env: Record<string, string>): Promise<boolean> =>
      (await run(['check', 'a.md', ...args], { cwd, env })).stdout.includes('\u001b[');
    expect(await colored([], {})).toBe(false);
    expect(await colored([], { FORCE_COLOR: '1' })).toBe(true);
    expect(await colored([], { FORCE_COLOR: '0' })).toBe(false);
    expect(await colored([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(await colored(['--color'], { NO_COLOR: '1' })).toBe(true);
    expect(await colored(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
  });

  test('is complete in a pipe, however long', async () => {
    const row = '| 1 | 民生服务 | 组织村民参加健康体检 |\n';
    const long = SOUND.replace('| 4 | 民生服务 | 组织村民参加健康体检 |\n', row.repeat(1500));
    const cwd = emptyFolder({ 'a.md': long });
    const slow = `"${process.execPath}" "${COMMAND}" check a.md --format json | (sleep 0.5; cat)`;
    const { stdout } = spawnSync('sh', ['-c', slow], { cwd, maxBuffer: 1e9, encoding: 'utf8' });
    expect(stdout.length).toBeGreaterThan(200_000);
    expect((JSON.parse(stdout) as Report).summary.files).toBe(1);
  });

  test('into a pipe that is closed is no failure', () => {
    const cwd = emptyFolder({ 'a.md': FAULTY });
    const cut = `"${process.execPath}" "${COMMAND}" check a.md --format json 2>err | true; sleep 0.2; cat err`;
    const { stdout } = spawnSync('sh', ['-c', cut], { cwd, encoding: 'utf8' });
    expect(stdout).toBe('');
  });

  test('is quiet with --quiet', async () => {
    const config = 'rules:\n  sequential-numbering: warning\n';
    const cwd = emptyFolder({ 'a.md': FAULTY, 'qingdan.config.yaml': config });
    const { code, stdout } = await run(['check', 'a.md', '-q'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('department-named');
    expect(stdout).not.toContain('sequential-numbering');
    expect(stdout).toContain('未显示：1 个警告，0 个提示（--quiet）');
    expect(stdout).toContain('1 个错误，1 个警告，0 个提示（1 个文件，7 个事项）');
  });

  test('says what the document states wrongly about itself', async () => {
    const { stdout } = await run(['check', 'a.md'], { cwd: emptyFolder({ 'a.md': MISCOUNTED }) });
    expect(stdout).toContain('文中写明的数量：1 处，0 处相符');
    expect(stdout).toContain('基本履职事项清单的事项：写明 5，实有 4');
  });
});
