import { describe, expect, test } from 'vitest';
import { FILES } from './ownRules.ts';
import { emptyFolder, run } from './qingdan.ts';

const explain = async (...args: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await run(['rules', 'explain', ...args], { cwd: emptyFolder(FILES) });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

describe('rules explain', () => {
  test('says where each value comes from', async () => {
    const page = await explain('our-words');
    expect(page).toContain('\n  severity：rules/words.yaml\n');
    expect(page).toContain('\n  options.entries：rules/words.yaml，增减：qingdan.config.yaml:5\n');
    const builtin = await explain('sequential-numbering', '--lang', 'en');
    expect(builtin).toContain('\n  severity: the set recommended\n');
    expect(builtin).toContain('\n  options.start: rules/structure/sequential-numbering.yaml\n');
  });

  test('shows what the tool really says of the examples', async () => {
    const page = await explain('our-words');
    expect(page).toContain('  → 没有报告。\n');
    expect(page).toMatch(
      /× 错误 {2}“帐户”应为“账户”\n.*公开帐户\n.*\^{4}\n {6}→ 改为“账户”\n {6}example\.md:5:16/,
    );
  });

  test('says of a file that the rule is on, by whom, and what it finds there', async () => {
    const page = await explain('our-words', 'draft.md');
    expect(page).toContain('\n对 draft.md\n  启用，级别为错误。← rules/words.yaml\n  发现 2 处：\n');
    expect(page).toContain('draft.md:6:16  our-words');
    expect(await explain('our-names', 'draft.md')).toContain('\n  检查过，没有发现问题。\n');
    expect(await explain('handover-shape', 'draft.md')).toMatch(/\n {2}用不上：.*\n/);
  });

  test('says of a file that the rule is off, by whom, and that the file is ignored', async () => {
    const page = await explain('our-words', 'old.md');
    expect(page).toContain(
      '\n对 old.md\n  关闭，不检查。← qingdan.config.yaml:8（overrides）\n  配置的 ignore 略过这份文件',
    );
    const asleep = await run(['rules', 'explain', 'sequential-numbering', 'a.md', '--lang', 'en'], {
      cwd: emptyFolder({ 'qingdan.config.yaml': 'extends: []\n', 'a.md': FILES['draft.md'] ?? '' }),
    });
    expect(asleep.stdout).toContain(
      '  Off; not checked. ← extends of the config does not have the set recommended\n',
    );
  });

  test('gives origins and effect as JSON', async () => {
    const rule: unknown = JSON.parse(await explain('our-words', 'draft.md', '--format', 'json'));
    expect(rule).toMatchObject({
      id: 'our-words',
      origins: [{ by: 'file' }, { by: 'config', line: 5, keys: ['options.entries+'] }],
      onFile: { path: 'draft.md', ignored: false, report: { rules: [{ status: 'failed', findings: 2 }] } },
    });
  });

  test('exits with 2 for a file that cannot be read', async () => {
    const { code, stdout } = await run(['rules', 'explain', 'our-words', '没有.md'], {
      cwd: emptyFolder(FILES),
    });
    expect(code).toBe(2);
    expect(stdout).toContain('找不到这个文件');
  });
});
