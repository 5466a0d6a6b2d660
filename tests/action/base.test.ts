import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, run } from '../cli/qingdan.ts';
import { commitAll, git, pullRequest, repository, requestOf, runStep } from './step.ts';

const DEMO = readFileSync(new URL('../../fixtures/demo.md', import.meta.url), 'utf8');
const SOUND = readFileSync(new URL('../../fixtures/ok/wangchuan.md', import.meta.url), 'utf8');
const BASE = { 'config-from': 'base', language: 'en' };

/** A rule of one's own that finds one item of the demonstration. */
const rule = (severity: string): string => `id: no-loans
check: pattern
severity: ${severity}
title: { zh: 不写失业, en: no unemployment }
on: { lists: [basic], column: name }
options: { patterns: [{ forbid: 失业 }] }
message:
  zh: 不写“{found}”
  en: not “{found}”
why: { zh: 试验, en: a test }
examples:
  ok: ["# 基本履职事项清单\\n\\n| 序号 | 事项类别 | 事项名称 |\\n|---|---|---|\\n| 1 | 党的建设 | 管护 |\\n"]
  bad:
    - text: "# 基本履职事项清单\\n\\n| 序号 | 事项类别 | 事项名称 |\\n|---|---|---|\\n| 1 | 党的建设 | 失业 |\\n"
      findings: [{ item: 1, column: name }]
`;

describe('config-from: base', () => {
  it('checks a pull request by the config of the branch that it goes into', async () => {
    const folder = repository({
      'list.md': SOUND,
      'qingdan.config.yaml': 'rules: { category-order: off }\n',
    });
    const request = pullRequest(folder, {
      'list.md': DEMO,
      'qingdan.config.yaml': 'extends: []\n',
      '.gitignore': '*.md\n',
    });
    const head = await runStep(folder, { ...request, inputs: { paths: 'list.md' } });
    expect(head.outputs).toMatchObject({ errors: '0', warnings: '0', conclusion: 'success' });
    const base = await runStep(folder, { ...request, inputs: BASE });
    expect(base.code).toBe(1);
    expect(base.outputs).toMatchObject({ errors: '4', warnings: '4', infos: '1' });
    expect(base.stdout).toMatch(
      /Config, rules, formats and baseline are those of the base branch \(commit [0-9a-f]{40}\)/,
    );
  });

  it('takes what the config extends, and folders of rules, from there too', async () => {
    const folder = repository({
      'lists/list.md': SOUND,
      'qingdan.config.yaml':
        'extends: [recommended, shared/office.yaml]\nignore: [archive/]\n' +
        'overrides:\n  - { files: "lists/**", rules: { clause-ending: off } }\n',
      'shared/office.yaml': 'rules: { department-named: warning }\nruleFiles: [rules]\n',
      'shared/rules/no-loans.yaml': rule('error'),
      'archive/old.md': DEMO,
    });
    const request = pullRequest(folder, {
      'lists/list.md': DEMO,
      'shared/office.yaml': 'rules: { department-named: off }\n',
      'shared/rules/no-loans.yaml': null,
    });
    const step = await runStep(folder, { ...request, inputs: BASE });
    // Of 4 errors and 4 warnings: department-named is a warning, clause-ending off, and one rule more finds an error.
    expect(step.outputs).toMatchObject({ files: '1', errors: '4', warnings: '4', infos: '1' });
    expect(step.annotations).toContain('error lists/list.md:16:16-18 Basic duties, item 3 · name (no-loans)');
  });

  it('finds no config where the base has none, whatever the pull request adds', async () => {
    const folder = repository({ 'list.md': SOUND });
    const request = pullRequest(folder, { 'list.md': DEMO, 'qingdan.config.yaml': 'extends: []\n' });
    expect((await runStep(folder, { ...request, inputs: BASE })).outputs.errors).toBe('4');
    const named = await runStep(folder, { ...request, inputs: { ...BASE, config: 'qingdan.config.yaml' } });
    expect(named.code).toBe(2);
    expect(named.messages.join()).toContain('There is no config file “qingdan.config.yaml”');
  });

  it('shows where a config of the base is wrong', async () => {
    const folder = repository({ 'list.md': SOUND, 'qingdan.config.yaml': 'rules: { stated-cout: off }\n' });
    const request = pullRequest(folder, { 'qingdan.config.yaml': 'rules: { stated-count: off }\n' });
    const step = await runStep(folder, { ...request, inputs: BASE });
    expect(step.code).toBe(2);
    expect(step.messages.join()).toContain('qingdan.config.yaml:1:10');
  });

  it('follows links inside the base, and none that leads out of it', async () => {
    if (process.platform === 'win32') return;
    const folder = repository({ 'list.md': SOUND, 'shared/own.yaml': 'rules: { stated-count: off }\n' });
    execFileSync('ln', ['-s', 'shared/own.yaml', join(folder, 'qingdan.config.yaml')]);
    execFileSync('ln', ['-s', '/etc/hostname', join(folder, 'other.yaml')]);
    commitAll(folder, 'links');
    const request = pullRequest(folder, { 'list.md': DEMO });
    expect((await runStep(folder, { ...request, inputs: BASE })).outputs.errors).toBe('3');
    expect((await runStep(folder, { ...request, inputs: { ...BASE, config: 'other.yaml' } })).code).toBe(2);
  });

  it('takes the baseline from there too, so that a pull request cannot bring one along', async () => {
    const folder = repository({ 'lists/a.md': DEMO, 'lists/b.md': SOUND });
    const update = ['check', 'lists', '--baseline', 'known.json', '--update-baseline'];
    expect((await run(update, { cwd: folder })).code).toBe(0);
    const known = readFileSync(join(folder, 'known.json'), 'utf8');
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--amend', '--no-edit');
    const worse = SOUND.replace('| 2 | 党的建设 |', '| 7 | 党的建设 |');
    writeFileSync(join(folder, 'lists/b.md'), worse);
    await run(update, { cwd: folder });
    const own = readFileSync(join(folder, 'known.json'), 'utf8');
    expect(own).not.toBe(known);
    git(folder, 'checkout', '--quiet', '.');
    const request = pullRequest(folder, { 'lists/b.md': worse, 'known.json': own });
    const inputs = { paths: 'lists', baseline: 'known.json', language: 'en' };
    expect((await runStep(folder, { ...request, inputs })).outputs).toMatchObject({
      errors: '0',
      suppressed: '10',
    });
    const strict = await runStep(folder, { ...request, inputs: { ...inputs, 'config-from': 'base' } });
    expect(strict.outputs).toMatchObject({ errors: '1', suppressed: '9' });
    expect(strict.code).toBe(1);
    const none = { ...inputs, baseline: 'other.json', 'config-from': 'base' };
    expect((await runStep(folder, { ...request, inputs: none })).messages.join()).toContain(
      'has no baseline “other.json”',
    );
  });

  it('takes the config that is checked out on a push or a schedule', async () => {
    const folder = repository({ 'list.md': DEMO, 'qingdan.config.yaml': 'extends: []\n' });
    const first = git(folder, 'rev-parse', 'HEAD');
    for (const event of [
      { name: 'push', payload: { before: first } },
      { name: 'schedule', payload: {} },
    ]) {
      expect((await runStep(folder, { event, inputs: BASE })).outputs).toMatchObject({ errors: '0' });
    }
  });

  it('trusts nothing where an event names no branch, until base does', async () => {
    const folder = repository({ 'list.md': DEMO });
    const event = { name: 'issue_comment', payload: { issue: {} } };
    const step = await runStep(folder, { event, inputs: BASE });
    expect(step.code).toBe(2);
    expect(step.messages.join()).toContain(
      'The event “issue_comment” names no branch to compare with or to trust',
    );
    expect((await runStep(folder, { event, inputs: { ...BASE, base: 'main' } })).outputs.errors).toBe('4');
    const wrong = await runStep(folder, { event, inputs: { ...BASE, base: 'gone' } });
    expect(wrong.messages.join()).toContain('The clone does not hold the commit to compare with, gone');
  });
});

describe('a shallow clone', () => {
  /** A clone of so many commits, with the merge of the pull request checked out. */
  function shallow(depth: number): {
    readonly folder: string;
    readonly request: ReturnType<typeof requestOf>;
  } {
    const origin = repository({
      'list.md': SOUND,
      'qingdan.config.yaml': 'rules: { department-named: off }\n',
    });
    commitAll(origin, 'later');
    const request = pullRequest(origin, { 'list.md': DEMO, 'qingdan.config.yaml': 'extends: []\n' });
    git(origin, 'branch', 'merged');
    const folder = join(emptyFolder(), 'clone');
    git(
      origin,
      'clone',
      '--quiet',
      '--depth',
      String(depth),
      '--branch',
      'merged',
      pathToFileURL(origin).href,
      folder,
    );
    return { folder, request };
  }

  it('of two commits is enough', async () => {
    const { folder, request } = shallow(2);
    expect((await runStep(folder, { ...request, inputs: BASE })).outputs).toMatchObject({ errors: '3' });
  });

  it('of one commit is refused, with the way out', async () => {
    const { folder, request } = shallow(1);
    for (const inputs of [BASE, { 'changed-only': 'true', language: 'en' }]) {
      const step = await runStep(folder, { ...request, inputs });
      expect(step.code).toBe(2);
      expect(step.messages.join()).toContain('Set fetch-depth: 0 for actions/checkout');
    }
  });

  it('takes no parent for the base but that of the merge that GitHub made', async () => {
    const folder = repository({ 'list.md': DEMO, 'qingdan.config.yaml': 'extends: []\n' });
    const attacker = git(folder, 'rev-parse', 'HEAD');
    git(folder, 'checkout', '--quiet', '-b', 'other');
    commitAll(folder, 'other');
    git(folder, 'checkout', '--quiet', 'main');
    git(folder, 'merge', '--quiet', '--no-ff', '-m', 'merge', 'other');
    // The head is a merge of the stranger's own, and the base is not in the clone.
    const request = requestOf(
      '0123456789012345678901234567890123456789',
      git(folder, 'rev-parse', 'HEAD'),
      attacker,
    );
    const step = await runStep(folder, { ...request, inputs: BASE });
    expect(step.code).toBe(2);
    expect(step.messages.join()).toContain('The clone does not hold the commit to compare with, 0123456789');
  });
});
