import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { replaceFile } from '../../src/cli/fix/replaceFile.ts';
import { bytes, toGb18030, toUtf8, toUtf16 } from '../readers/encode.ts';
import { emptyFolder, run } from './qingdan.ts';

const FAULTY = `# 云溪乡基本履职事项清单

| 序号 | 事项类别 | 事项名称 |
|---|---|---|
| 1 | 党的建设 | 管好用好村级党群活动场所 |
| 2 | 民生服务 | 受理高龄老人生活补贴申请,完成 初审 |
`;
const FIXED = FAULTY.replace('申请,完成 初审', '申请，完成初审');
const DIFF = `--- a/云溪.md
+++ b/云溪.md
@@ -5,2 +5,2 @@ 云溪乡基本履职事项清单 第2项
 | 1 | 党的建设 | 管好用好村级党群活动场所 |
-| 2 | 民生服务 | 受理高龄老人生活补贴申请,完成 初审 |
+| 2 | 民生服务 | 受理高龄老人生活补贴申请，完成初审 |
`;
const ONLY = ['--fix'];
/** Of a draft with one list only nothing but words is checked here. */
const CONFIG = 'rules:\n  required-lists: off\n';

function folderWith(name: string, content: string | Uint8Array): string {
  return emptyFolder({ [name]: content, 'qingdan.config.yaml': CONFIG });
}

describe('--fix', () => {
  it('writes the fixes, reports what is left, and says what was fixed in which file', async () => {
    const cwd = folderWith('云溪.md', FAULTY);
    const { code, stdout, stderr } = await run(['check', '云溪.md', ...ONLY], { cwd });
    expect(readFileSync(join(cwd, '云溪.md'), 'utf8')).toBe(FIXED);
    expect(stdout).toContain('0 个错误，0 个警告，0 个提示（1 个文件，2 个事项）');
    expect([code, stderr]).toEqual([0, '已改 云溪.md：2 处（fullwidth-punctuation、stray-space）\n']);
    expect(readdirSync(cwd).sort()).toEqual(['qingdan.config.yaml', '云溪.md']);
  });

  it('exits by what is left', async () => {
    const cwd = folderWith('云溪.md', FAULTY.replace('| 2 |', '| 3 |'));
    const { code, stdout } = await run(['check', '云溪.md', '--fix', '--lang', 'en'], { cwd });
    expect([code, stdout.includes('1 error, 0 warnings')]).toEqual([1, true]);
  });

  it('leaves alone what an ignore comment keeps from counting', async () => {
    const ignored = FAULTY.replace('| 2 |', '| 2 <!-- qingdan-ignore fullwidth-punctuation --> |');
    const cwd = folderWith('云溪.md', ignored);
    await run(['check', '云溪.md', '--fix'], { cwd });
    expect(readFileSync(join(cwd, '云溪.md'), 'utf8')).toBe(ignored.replace('完成 初审', '完成初审'));
  });

  it('says so when there is nothing to fix, and does not touch the file', async () => {
    const cwd = folderWith('云溪.md', FIXED);
    const before = statSync(join(cwd, '云溪.md'));
    const { code, stderr } = await run(['check', '云溪.md', '--fix', '--lang', 'en'], { cwd });
    expect([code, stderr]).toEqual([0, 'nothing that can be fixed safely\n']);
    const after = statSync(join(cwd, '云溪.md'));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  it.each([
    ['UTF-8 with mark', (text: string) => bytes([0xef, 0xbb, 0xbf], toUtf8(text))],
    ['GB18030', toGb18030],
    ['UTF-16 LE', (text: string) => bytes([0xff, 0xfe], toUtf16(text, 'le'))],
    ['UTF-16 BE without mark', (text: string) => toUtf16(text, 'be')],
  ] as const)('keeps encoding and line ends: %s', async (_, write) => {
    const crlf = (text: string) => write(text.replaceAll('\n', '\r\n'));
    const cwd = folderWith('云溪.md', crlf(FAULTY));
    expect((await run(['check', '.', '--fix'], { cwd })).code).toBe(0);
    expect(new Uint8Array(readFileSync(join(cwd, '云溪.md')))).toEqual(crlf(FIXED));
  });

  it('keeps mode and link', async () => {
    const cwd = folderWith('下/云溪.md', FAULTY);
    chmodSync(join(cwd, '下/云溪.md'), 0o640);
    symlinkSync('下/云溪.md', join(cwd, '链接.md'));
    await run(['check', '链接.md', '--fix'], { cwd });
    expect(lstatSync(join(cwd, '链接.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, '下/云溪.md'), 'utf8')).toBe(FIXED);
    expect(statSync(join(cwd, '下/云溪.md')).mode & 0o777).toBe(0o640);
  });

  it('leaves a read-only file alone and says so', async () => {
    const cwd = folderWith('云溪.md', FAULTY);
    chmodSync(join(cwd, '云溪.md'), 0o444);
    const { code, stdout, stderr } = await run(['check', '云溪.md', '--fix'], { cwd });
    expect([code, stderr]).toEqual([2, '没有改 云溪.md：文件是只读的，请先去掉只读属性。\n']);
    expect(stdout).toContain('2 个警告');
    expect(readFileSync(join(cwd, '云溪.md'), 'utf8')).toBe(FAULTY);
  });

  it('fixes several files, and those that cannot be read do not stop it', async () => {
    const cwd = emptyFolder({ 'a.md': FAULTY, 'b.md': FAULTY, 'c.md': '', 'qingdan.config.yaml': CONFIG });
    const { code, stderr } = await run(['check', '.', '--fix', '--lang', 'en'], { cwd });
    expect([code, stderr.split('\n')]).toEqual([
      2,
      [
        'fixed a.md: 2 (fullwidth-punctuation, stray-space)',
        'fixed b.md: 2 (fullwidth-punctuation, stray-space)',
        '4 fixed in 2 files',
        '',
      ],
    ]);
  });

  it('puts fixed standard input on standard output, in its encoding, and the report beside it', async () => {
    const cwd = folderWith('x.md', FIXED);
    const { code, stdout, stderr } = await run(['check', '-', '--fix'], { cwd, stdin: FAULTY });
    expect([code, stdout]).toEqual([0, FIXED]);
    expect(stderr).toContain('检查内容');
    expect(stderr).toContain('已改 <stdin>：2 处');
  });

  it('passes standard input on as it is when it cannot be checked', async () => {
    const { code, stdout } = await run(['check', '-', '--fix'], { stdin: '没有清单\n' });
    expect([code, stdout]).toEqual([2, '没有清单\n']);
  });
});

describe('--fix-dry-run', () => {
  it('shows a diff that git can apply, and writes nothing', async () => {
    const cwd = folderWith('云溪.md', FAULTY);
    const { code, stdout, stderr } = await run(['check', '云溪.md', '--fix-dry-run'], { cwd });
    expect([code, stdout]).toEqual([0, DIFF]);
    expect(stderr).toBe(
      `0 个错误，0 个警告，0 个提示（1 个文件，2 个事项）
可改 云溪.md：2 处（fullwidth-punctuation、stray-space）
可改 1 个文件，2 处；没有写入。写入请去掉 --fix-dry-run，改用 --fix。
`,
    );
    expect(readFileSync(join(cwd, '云溪.md'), 'utf8')).toBe(FAULTY);
    execFileSync('git', ['apply', '-'], { cwd, input: stdout });
    expect(readFileSync(join(cwd, '云溪.md'), 'utf8')).toBe(FIXED);
  });

  it('writes the report of what would be left where it is told to', async () => {
    const cwd = folderWith('云溪.md', FAULTY);
    await run(['check', '云溪.md', '--fix-dry-run', '-f', 'json=left.json'], { cwd });
    const report = JSON.parse(readFileSync(join(cwd, 'left.json'), 'utf8'));
    expect(report.summary).toMatchObject({ warnings: 0, fixable: 0 });
  });

  it('does not share standard output with a report', async () => {
    const cwd = folderWith('云溪.md', FAULTY);
    const args = ['check', '云溪.md', '--fix-dry-run', '-f', 'json', '--lang', 'en'];
    const { code, stdout, stderr } = await run(args, { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Name a file for json: --format json=FILE.');
  });
});

describe('--fix-suggestions', () => {
  it('applies the suggestions of the rules named and the safe fixes of all', async () => {
    const cwd = folderWith('云溪.md', FAULTY.replace('初审', '初审初审'));
    const { code, stderr } = await run(['check', '.', '--fix-suggestions', 'repeated-words,date-plausible'], {
      cwd,
    });
    expect(readFileSync(join(cwd, '云溪.md'), 'utf8')).toBe(FIXED);
    expect([code, stderr]).toEqual([
      0,
      '已改 云溪.md：3 处（fullwidth-punctuation、stray-space、repeated-words）\n',
    ]);
  });

  it('knows the names of rules', async () => {
    const cwd = folderWith('云溪.md', FAULTY);
    const { code, stderr } = await run(['check', '.', '--fix-suggestions', 'repeated-word'], { cwd });
    expect([code, stderr]).toEqual([
      2,
      `没有“repeated-word”这条规则。
是不是想写“repeated-words”？
全部规则：qingdan rules list
用法见：qingdan check --help
`,
    ]);
  });

  it('takes rules whose fixes undo each other for what they are', async () => {
    const cwd = emptyFolder({
      '云溪.md': FIXED,
      'qingdan.config.yaml': 'rules:\n  required-lists: off\nruleFiles: [own]\n',
    });
    mkdirSync(join(cwd, 'own'));
    const rule = (id: string, found: string, instead: string) =>
      writeFileSync(
        join(cwd, `own/${id}.yaml`),
        `id: ${id}
check: pattern
severity: warning
options: { patterns: [{ forbid: ${found}, replace: ${instead}, fix: true }] }
title: { zh: 用词, en: words }
message: { zh: '不写“{found}”', en: 'not “{found}”' }
why: { zh: 试验, en: a trial }
`,
      );
    rule('there', '场所', '场地');
    rule('back', '场地', '场所');
    const { stderr } = await run(['check', '.', '--fix'], { cwd });
    expect(stderr).toContain('规则 there、back 的改法互相抵消');
    expect(readFileSync(join(cwd, '云溪.md'), 'utf8')).toBe(FIXED);
  });
});

describe('a file that is replaced', () => {
  const before = toUtf8('旧');
  const after = toUtf8('新');

  test('while another program writes to it is left alone, and nothing stays beside it', async () => {
    const folder = emptyFolder({ 'a.md': '别人写的' });
    expect(await replaceFile(join(folder, 'a.md'), before, after)).toBe('changed');
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('别人写的');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test('that vanished does not come back', async () => {
    const folder = emptyFolder();
    expect(await replaceFile(join(folder, 'a.md'), before, after)).toBe('changed');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is no folder and no device', async () => {
    expect(await replaceFile(emptyFolder(), before, after)).toBe('not-regular');
    expect(await replaceFile('/dev/null', before, after)).toBe('not-regular');
  });
});
