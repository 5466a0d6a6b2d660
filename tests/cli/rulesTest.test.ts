import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareFindings } from '../../src/cli/rules/expectations.ts';
import type { ReportedFinding } from '../../src/model/report.ts';
import { CASES, FILES } from './ownRules.ts';
import { emptyFolder, run } from './qingdan.ts';

describe('rules test', () => {
  test('tells missing, noisy and misplaced findings apart, each with its place, and exits with 1', async () => {
    const cwd = emptyFolder({ ...FILES, 'a.test.yaml': CASES });
    const { code, stdout, stderr } = await run(['rules', 'test'], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout.replace(/例子：.*/, '')).toBe(`× a.test.yaml:16  三种不对
    没有报告：第9项：没有的
    多报了：our-words · 基本履职事项清单 第1项 · 事项名称：“帐户”应为“账户”
    位置不对：our-words：“机井”应为“水井”
        应在 第3项
        实际在 基本履职事项清单 第2项 · 事项名称 · “机井”


用例：1 个文件，3 个，失败 1 个
`);
    expect(stdout).toMatch(/例子：\d+ 条规则，\d+ 个，失败 0 个/);
  });

  test('speaks English', async () => {
    const cwd = emptyFolder({ ...FILES, 'a.test.yaml': CASES });
    const { stdout } = await run(['rules', 'test', '--lang', 'en'], { cwd });
    expect(stdout).toContain('    not reported: No. 9: 没有的\n'.replace('No. 9', 'item 9'));
    expect(stdout).toMatch(/reported, not wanted: our-words/);
    expect(stdout).toMatch(/in the wrong place: our-words/);
    expect(stdout).toMatch(/cases: 3 in 1 files, 1 failed\n$/);
  });

  test('writes down what is found when told, keeps comments and what was right, and passes after that', async () => {
    const cwd = emptyFolder({ ...FILES, 'deep/er/a.test.yaml': CASES });
    const updated = await run(['rules', 'test', 'deep', '--update'], { cwd });
    expect(updated.code).toBe(0);
    expect(updated.stdout).toContain('已更新 deep/er/a.test.yaml\n');
    expect(updated.stdout).toContain('改写了 1 个用例的 findings。');
    const text = readFileSync(join(cwd, 'deep/er/a.test.yaml'), 'utf8');
    expect(text).toBe(
      CASES.replace(
        `      - { item: 3, message: 水井 } # 位置不对
      - { item: 9, message: 没有的 }
`,
        `      - { item: 2, message: 水井, list: basic, column: name } # 位置不对
      - list: basic
        item: 1
        column: name
        message: “帐户”应为“账户”
`,
      ),
    );
    expect((await run(['rules', 'test', 'deep'], { cwd })).code).toBe(0);
  });

  test('passes over the folder where there are no cases, and says so', async () => {
    const { code, stdout } = await run(['rules', 'test', '.'], { cwd: emptyFolder(FILES) });
    expect(code).toBe(0);
    expect(stdout).toContain('用例：. 里没有 *.test.yaml 文件');
  });

  test('fails on an example that does not show what it says, with its file and line', async () => {
    const words = FILES['rules/words.yaml']?.replace('item: 1, column: name', 'item: 4') ?? '';
    const cwd = emptyFolder({ ...FILES, 'rules/words.yaml': words });
    const { code, stdout } = await run(['rules', 'test'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('× our-words 有问题的例子 1  rules/words.yaml:19\n    位置不对：our-words');
    expect(stdout).toContain('失败 1 个');
  });

  test('runs a rule that is off, other counties, PDF text, and all rules where none is named', async () => {
    const cwd = emptyFolder({
      ...FILES,
      'old.test.yaml': `rules: [our-words, sequential-numbering]
county: base
cases:
  - reader: text
    text: |
      基本履职事项清单
      序号 事项类别 事项名称
      1 党的建设 公开村级帐户
      3 党的建设 修缮村级道路
    findings:
      - { rule: our-words, item: 1, excerpt: 帐户, severity: error }
      - { rule: sequential-numbering, item: 3 }
`,
      'all.test.yaml': `cases: [{ text: "没有清单" }]\n`,
    });
    const { code, stdout } = await run(['rules', 'test'], { cwd });
    expect(stdout).toContain('× all.test.yaml:1  用例 1\n    没有找到履职事项清单');
    expect(stdout).toContain('用例：2 个文件，2 个，失败 1 个');
    expect(code).toBe(1);
  });

  test('refuses test files that are not well formed, with line and column', async () => {
    const cwd = emptyFolder({
      ...FILES,
      'a.test.yaml': 'rule: our-word\ncases:\n  - text: 甲\n    findings: [{ rule: our-names }]\n',
      'b.test.yaml': 'county: nowhere\ncases:\n  - { text: 甲 }\n',
      'c.test.yaml': 'cases:\n  - { txt: 甲 }\n',
    });
    const { code, stdout, stderr } = await run(['rules', 'test'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('a.test.yaml:1:7 没有 “our-word” 这条规则');
    expect(stderr).toContain('是不是想写 “our-words”？');
    expect(stderr).toContain('b.test.yaml:1:9 没有 “nowhere” 这个县的格式');
    expect(stderr).toContain('c.test.yaml:2:7 不认识的键 “txt”');
  });

  test('is told what it cannot do', async () => {
    const cwd = emptyFolder(FILES);
    const missing = await run(['rules', 'test', '没有'], { cwd });
    expect([missing.code, missing.stderr.split('\n')[0]]).toEqual([
      2,
      '读不到“没有”（ENOENT）。请给出放有 *.test.yaml 的文件夹，或其中一个文件。',
    ]);
    const update = await run(['rules', 'list', '--update'], { cwd });
    expect([update.code, update.stderr.split('\n')[0]]).toEqual([2, '--update 要和 rules test 一起用。']);
  });
});

describe('findings compared with those that are wanted', () => {
  const finding = (item: number, message: string): ReportedFinding => ({
    ruleId: 'a',
    severity: 'error',
    message,
    location: {
      list: 'basic',
      item,
      column: null,
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 1, offset: 0 },
    },
    excerpt: '',
    context: { before: '', after: '' },
    subject: { listTitle: null, itemName: null },
    related: [],
    fix: null,
    suggestions: [],
    fingerprint: '',
  });

  test('fit in any order, and what asks for more chooses first', () => {
    const found = [finding(1, '甲'), finding(2, '甲')];
    expect(compareFindings([{ rule: 'a' }, { rule: 'a', item: 1 }], found)).toEqual({
      missing: [],
      noisy: [],
      misplaced: [],
      fitting: new Map([
        [1, found[0]],
        [0, found[1]],
      ]),
    });
  });

  test('are misplaced only when they say the same', () => {
    const found = [finding(1, '甲')];
    expect(compareFindings([{ item: 2, message: '甲' }], found).misplaced).toEqual([
      { wanted: 0, found: found[0] },
    ]);
    expect(compareFindings([{ item: 2, message: '乙' }], found)).toMatchObject({
      missing: [0],
      noisy: found,
    });
    expect(compareFindings([{ item: 1, severity: 'info' }], found)).toMatchObject({
      missing: [0],
      noisy: found,
    });
  });
});
