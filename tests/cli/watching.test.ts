import { describe, expect, test } from 'vitest';
import { DRAFT, FILES } from './ownRules.ts';
import { emptyFolder, run } from './qingdan.ts';

describe('--unused', () => {
  test('names the patterns, terms and words of formats that never matched, with their lines', async () => {
    const { stdout, stderr } = await run(['check', 'draft.md', '--unused'], { cwd: emptyFolder(FILES) });
    expect(
      stderr
        .split('\n')
        .filter((line) => !line.includes('内置规则'))
        .join('\n'),
    ).toBe(`检查了 1 份文件，下列内容一次也没有匹配到：
  规则 our-names（rules/names.yaml）
    第8行  [（(]试行[）)]
  规则 our-words（rules/words.yaml）
    第7行  帐号
  格式 qinghe（qinghe.yaml）
    第4行  headers.name: 任务名称
    第4行  headers.name: 事项简称
    第6行  statements.items: 本清单列明{n}项
`);
    expect(stdout).not.toContain('没有匹配到');
  });

  test('looks at the whole run', async () => {
    const used = `${DRAFT}\n清河镇本清单列明2项。\n`
      .replaceAll('帐户', '帐号（试行）')
      .replace('事项名称', '任务名称');
    const cwd = emptyFolder({ ...FILES, 'b.md': used, 'c.md': DRAFT.replace('事项名称', '事项简称') });
    const { stderr } = await run(['check', 'draft.md', 'b.md', 'c.md', '--unused'], { cwd });
    expect(stderr).not.toMatch(/规则 our|格式 qinghe/);
  });

  test('says when a rule was never applicable and a format never used', async () => {
    const config = `${FILES['qingdan.config.yaml']?.replace('county: qinghe', 'county: base')}`;
    const names = `${FILES['rules/names.yaml']?.replace('column: name', 'column: handover')}`;
    const cwd = emptyFolder({ ...FILES, 'qingdan.config.yaml': config, 'rules/names.yaml': names });
    const { stderr } = await run(['check', 'draft.md', '--unused', '--lang', 'en'], { cwd });
    expect(stderr).toContain('  rule our-names (rules/names.yaml)\n    no file was one for this rule: ');
    expect(stderr).toContain('  format qinghe (qinghe.yaml)\n    no file follows this format\n');
  });
});

describe('--timing', () => {
  test('prints a table of the rules to standard error and leaves the report as it is', async () => {
    const cwd = emptyFolder(FILES);
    const plain = await run(['check', 'draft.md', '--format', 'json'], { cwd });
    const { stdout, stderr } = await run(['check', 'draft.md', '--format', 'json', '--timing'], { cwd });
    expect(stdout).toBe(plain.stdout);
    const rows = stderr.trimEnd().split('\n');
    expect(rows[0]).toMatch(/^规则 +毫秒 +占比$/);
    expect(rows.some((row) => /^our-words +\d+\.\d\d +\d+\.\d%$/.test(row))).toBe(true);
    expect(rows.at(-3)).toMatch(/^全部规则 +\d+\.\d\d$/);
    expect(rows.at(-1)).toMatch(/^读取文件 +\d+\.\d\d$/);
  });
});
