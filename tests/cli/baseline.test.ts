import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { schemaErrors } from '../support/reportSchema.ts';
import { draftOf } from './documents.ts';
import { emptyFolder, type Result, run } from './qingdan.ts';

const OLD = draftOf([1, '管好村级场所,用好活动阵地'], [2, '受理高龄补贴申请'], [4, '组织村民体检,建立档案']);

async function check(cwd: string, ...args: readonly string[]): Promise<Result & { report: Report }> {
  const result = await run(['check', 'a.md', '-f', 'json=report.json', '-q', ...args], { cwd });
  const report = JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')) as Report;
  expect(schemaErrors(report)).toEqual([]);
  return { ...result, report };
}

const idsOf = ({ files }: Report): readonly string[] =>
  files.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId));

describe('--baseline', () => {
  it('lets old findings not count, and new ones do; renumbering and moving lines make none new', async () => {
    const cwd = emptyFolder({ 'a.md': OLD });
    const before = await check(cwd);
    expect(before.code).toBe(1);
    const made = await run(['check', 'a.md', '--update-baseline'], { cwd });
    expect(made.code).toBe(0);
    expect(made.stdout).toContain(
      `另有 ${idsOf(before.report).length} 个问题不计：基线 ${idsOf(before.report).length} 个`,
    );
    expect(made.stderr).toContain('基线已写入 qingdan.baseline.json');
    const quiet = await check(cwd, '--baseline', 'qingdan.baseline.json');
    expect({ code: quiet.code, found: idsOf(quiet.report) }).toEqual({ code: 0, found: [] });
    expect(quiet.report.summary.suppressed).toBe(idsOf(before.report).length);
    expect(quiet.report.baseline).toEqual({
      file: 'qingdan.baseline.json',
      known: idsOf(before.report).length,
      gone: [],
    });

    const moved = draftOf(
      [1, '发放惠农政策读本'],
      [2, '管好村级场所,用好活动阵地'],
      [3, '受理高龄补贴申请'],
      [5, '组织村民体检,建立档案'],
      [6, '排查化解矛盾,做好回访'],
    );
    writeFileSync(join(cwd, 'a.md'), `编制说明。\n\n${moved}`);
    const after = await check(cwd, '--baseline', 'qingdan.baseline.json');
    expect(idsOf(after.report)).toEqual(['fullwidth-punctuation']);
    expect(after.report.files[0]?.findings[0]?.location.item).toBe(6);
  });

  it('says what is gone, and drops it when it is updated', async () => {
    const cwd = emptyFolder({ 'a.md': OLD });
    await run(['check', 'a.md', '--baseline', 'known.json', '--update-baseline'], { cwd });
    writeFileSync(join(cwd, 'a.md'), OLD.replace('体检,', '体检，'));
    const { stderr, code } = await run(['check', 'a.md', '--baseline', 'known.json'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('基线 known.json 中有 1 个问题已经不在了');
    expect(stderr).toContain('a.md  fullwidth-punctuation  组织村民体检,建立档案');
    const lines = (): readonly string[] =>
      readFileSync(join(cwd, 'known.json'), 'utf8')
        .split('\n')
        .filter((line) => line.includes('fingerprint'))
        .map((line) => line.replace(/,$/, ''));
    const before = lines();
    const update = await run(['check', 'a.md', '--baseline', 'known.json', '--update-baseline'], { cwd });
    expect(update.stderr).toContain('新增 0 个，去掉 1 个');
    expect(before.filter((line) => !lines().includes(line))).toHaveLength(1);
    expect(lines().filter((line) => !before.includes(line))).toEqual([]);
  });

  it('follows a file that is renamed', async () => {
    const cwd = emptyFolder({ 'b.md': OLD });
    await run(['check', 'b.md', '--update-baseline'], { cwd });
    renameSync(join(cwd, 'b.md'), join(cwd, 'a.md'));
    const { code, report } = await check(cwd, '--baseline', 'qingdan.baseline.json');
    expect({ code, found: idsOf(report), gone: report.baseline?.gone }).toEqual({
      code: 0,
      found: [],
      gone: [],
    });
  });

  it('hides no file that cannot be read', async () => {
    const cwd = emptyFolder({ 'a.md': OLD });
    await run(['check', 'a.md', '--update-baseline'], { cwd });
    writeFileSync(join(cwd, 'a.md'), '');
    const { code, report } = await check(cwd, '--baseline', 'qingdan.baseline.json');
    expect({ code, failed: report.summary.failed, gone: report.baseline?.gone }).toEqual({
      code: 2,
      failed: 1,
      gone: [],
    });
    const kept = readFileSync(join(cwd, 'qingdan.baseline.json'), 'utf8');
    expect((await run(['check', 'a.md', '--update-baseline'], { cwd })).code).toBe(2);
    expect(readFileSync(join(cwd, 'qingdan.baseline.json'), 'utf8')).toBe(kept);
  });

  it.each([
    ['is not there', null, '找不到基线文件“known.json”'],
    ['is no JSON', '{', '不是 JSON'],
    ['is something else', '{"findings":[]}', '不是这个版本能用的基线文件'],
    ['is of another version', '{"schemaVersion":2,"findings":[]}', '/schemaVersion'],
    ['is broken', '{"schemaVersion":1,"findings":[{"path":1}]}', '/findings/0'],
    ['holds a merge conflict', '{\n<<<<<<< HEAD\n', '第 2 行还留着合并冲突的标记'],
  ])('is refused with exit code 2 when it %s', async (_, content, message) => {
    const cwd = emptyFolder({ 'a.md': OLD, ...(content === null ? {} : { 'known.json': content }) });
    const { code, stdout, stderr } = await run(['check', 'a.md', '--baseline', 'known.json'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    if (content === null) return;
    expect(
      (await run(['check', 'a.md', '--baseline', 'known.json', '--update-baseline'], { cwd })).code,
    ).toBe(2);
    expect(readFileSync(join(cwd, 'known.json'), 'utf8')).toBe(content);
  });
});

describe('--fail-on', () => {
  const WARNED = OLD.replace('| 4 |', '| 3 |');
  it.each([
    ['error', WARNED, 0],
    ['error', OLD, 1],
    ['warning', WARNED, 1],
    ['info', WARNED, 1],
    ['never', OLD, 0],
  ])('%s', async (level, text, expected) => {
    const cwd = emptyFolder({ 'a.md': text });
    expect((await run(['check', 'a.md', '--fail-on', level], { cwd })).code).toBe(expected);
  });

  it('says why it failed where there is no error', async () => {
    const cwd = emptyFolder({ 'a.md': WARNED });
    const { stderr } = await run(['check', 'a.md', '--fail-on', 'warning'], { cwd });
    expect(stderr).toContain('有达到 --fail-on warning 的问题');
  });

  it('never still fails where a file cannot be read', async () => {
    const cwd = emptyFolder({ 'a.md': '' });
    expect((await run(['check', 'a.md', '--fail-on', 'never'], { cwd })).code).toBe(2);
  });

  it('goes by the severities that the config sets for a rule, and for some files', async () => {
    const config = [
      'rules:',
      '  fullwidth-punctuation: error',
      'overrides:',
      '  - files: [old/**]',
      '    rules: { fullwidth-punctuation: info, required-lists: off }',
      '',
    ].join('\n');
    const cwd = emptyFolder({ 'qingdan.config.yaml': config, 'new/a.md': WARNED, 'old/a.md': WARNED });
    expect((await run(['check', 'new/a.md'], { cwd })).code).toBe(1);
    expect((await run(['check', 'old/a.md', '--fail-on', 'warning'], { cwd })).code).toBe(0);
    expect((await run(['check', 'old/a.md', '--fail-on', 'info'], { cwd })).code).toBe(1);
  });

  it('is refused for a level that does not exist', async () => {
    const { code, stderr } = await run(['check', 'a.md', '--fail-on', 'warn']);
    expect(code).toBe(2);
    expect(stderr).toContain('不能是“warn”');
    expect(stderr).toContain('warning');
  });
});
