import { existsSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../cli/qingdan.ts';
import { BUNDLE, git, runStep } from './step.ts';

const DEMO = readFileSync(new URL('../../fixtures/demo.md', import.meta.url), 'utf8');
const SOUND = readFileSync(new URL('../../fixtures/ok/wangchuan.md', import.meta.url), 'utf8');
const SECRET = '不能给人看的内容';
const SECRET_LIST = `# 甲乡基本履职事项清单\n\n| 序号 | 事项类别 | 事项名称 |\n|---|---|---|\n| 1 | ${SECRET} | ${SECRET}，，${SECRET} |\n`;

/** Everything that the step shows or leaves behind. */
const everything = (step: Awaited<ReturnType<typeof runStep>>): string =>
  [
    step.stdout,
    step.stderr,
    step.summary,
    JSON.stringify(step.outputs),
    readFileSync(step.outputs.json || BUNDLE, 'utf8'),
  ].join('\n');

describe('what strangers wrote', () => {
  it.skipIf(process.platform === 'win32')(
    'gives the runner no command, whatever files are called',
    async () => {
      const names = [
        '::error file=x.md,line=1::forged.md',
        'a\n::set-output name=errors::0\n.md',
        '##[add-mask]清单.md',
        'b,line=99,title=forged.md',
        'c%0A::warning::forged.md',
        '```\n# forged.md',
      ];
      const step = await runStep(emptyFolder(Object.fromEntries(names.map((name) => [name, DEMO]))));
      expect(step.outputs).toMatchObject({ errors: '24', files: '6', conclusion: 'failure' });
      expect(new Set(step.commands.map(({ name }) => name))).toEqual(new Set(['error', 'warning', 'notice']));
      const files = new Set(step.commands.flatMap(({ properties }) => properties.file ?? []));
      expect(files).toEqual(new Set(names));
      expect(step.messages).toHaveLength(1);
    },
  );

  it('gives the runner no command, whatever documents hold', async () => {
    const hostile =
      '::error::forged ##[add-mask]1 ##[error]forged ::stop-commands::x ::set-output name=errors::0';
    const row = (n: number, name: string): string => `| ${n} | 党的建设 | ${name} |`;
    const list = [
      `# ${hostile}基本履职事项清单`,
      '',
      hostile,
      '',
      '| 序号 | 事项类别 | 事项名称 |',
      '|---|---|---|',
      row(1, hostile),
      row(3, `${hostile}，，管护`),
      '',
      `| ${hostile} |`,
      '|---|',
      `| ${hostile} |`,
    ].join('\n');
    const config = `rules:\n  # ${hostile}\n  "${hostile}": error\n`;
    for (const files of [{ 'a.md': list }, { 'a.md': list, 'qingdan.config.yaml': config }]) {
      const step = await runStep(emptyFolder(files), { inputs: { language: 'en' } });
      expect(step.code).toBeGreaterThan(0);
      expect(step.outputs.conclusion).toBe('failure');
      expect(step.commands.filter(({ name }) => !['error', 'warning', 'notice'].includes(name))).toEqual([]);
      expect(
        step.commands.filter(({ message }) => message === 'forged' || message.startsWith('forged')),
      ).toEqual([]);
    }
  });

  it.skipIf(process.platform === 'win32')('is not followed out of the workspace, nor into .git', async () => {
    const outside = emptyFolder({ 'secret.md': SECRET_LIST, 'lists/secret.md': SECRET_LIST });
    const folder = emptyFolder({ 'sound.md': SOUND, '.git/secret.md': SECRET_LIST });
    symlinkSync(join(outside, 'secret.md'), join(folder, 'link.md'));
    symlinkSync('link.md', join(folder, 'link-to-link.md'));
    symlinkSync(join(outside, 'lists'), join(folder, 'lists'));
    symlinkSync('.git/secret.md', join(folder, 'inside.md'));
    symlinkSync('sound.md', join(folder, 'harmless.md'));
    const step = await runStep(folder, { inputs: { language: 'en', paths: '.\nlists' } });
    expect(step.code).toBe(2);
    expect(step.annotations).toEqual(
      ['inside.md', 'link-to-link.md', 'link.md', 'lists/secret.md'].map(
        (name) => `error ${name} not checked (outside)`,
      ),
    );
    expect(step.outputs).toMatchObject({ files: '6', failed: '4' });
    expect(everything(step)).not.toContain(SECRET);
  });

  it.skipIf(process.platform === 'win32')('reads no config from elsewhere', async () => {
    const outside = emptyFolder({ 'own.yaml': `rules: { ${SECRET}: error }\n` });
    for (const make of [
      (folder: string) => symlinkSync(join(outside, 'own.yaml'), join(folder, 'qingdan.config.yaml')),
      (folder: string) =>
        writeFileSync(join(folder, 'qingdan.config.yaml'), `extends: [${join(outside, 'own.yaml')}]\n`),
      (folder: string) => {
        symlinkSync(outside, join(folder, 'rules'));
        writeFileSync(join(folder, 'qingdan.config.yaml'), 'ruleFiles: [rules]\n');
      },
    ]) {
      const folder = emptyFolder({ 'sound.md': SOUND });
      make(folder);
      const step = await runStep(folder);
      expect(step.code).toBeGreaterThan(1);
      expect(everything(step)).not.toContain(SECRET);
    }
  });

  it.skipIf(process.platform === 'win32')('has no report written over what a link leads to', async () => {
    const outside = emptyFolder({ 'target.txt': 'as it was' });
    for (const make of [
      (folder: string) => symlinkSync(join(outside, 'target.txt'), join(folder, 'out.json')),
      (folder: string) => symlinkSync(join(outside, 'new.txt'), join(folder, 'out.json')),
    ]) {
      const folder = emptyFolder({ 'sound.md': SOUND });
      make(folder);
      const step = await runStep(folder, { inputs: { language: 'en', reports: 'json=out.json' } });
      expect(step.code).toBe(2);
      expect(step.messages.join()).toContain('No report is written to “out.json”');
    }
    const folder = emptyFolder({ 'sound.md': SOUND });
    symlinkSync(outside, join(folder, 'reports'));
    expect((await runStep(folder, { inputs: { reports: 'json=reports/new.json' } })).code).toBe(2);
    expect(readFileSync(join(outside, 'target.txt'), 'utf8')).toBe('as it was');
    expect(existsSync(join(outside, 'new.txt'))).toBe(false);
    expect(existsSync(join(outside, 'new.json'))).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('has no baseline read from elsewhere', async () => {
    const outside = emptyFolder({ 'secret.md': SECRET_LIST });
    const folder = emptyFolder({ 'sound.md': SOUND });
    symlinkSync(join(outside, 'secret.md'), join(folder, 'baseline.json'));
    const step = await runStep(folder, { inputs: { baseline: 'baseline.json' } });
    expect(step.code).toBe(2);
    expect(everything(step)).not.toContain(SECRET.slice(0, 4));
  });

  it('a file of a gigabyte is refused without being read, and the others are checked', async () => {
    const folder = emptyFolder({ 'demo.md': DEMO, 'huge.md': '' });
    truncateSync(join(folder, 'huge.md'), 2 ** 30);
    const step = await runStep(folder, { inputs: { language: 'en' } });
    expect(step.code).toBe(2);
    expect(step.annotations.filter((words) => words.includes('huge.md'))).toEqual([
      'error huge.md not checked (too-large)',
    ]);
    expect(step.outputs.errors).toBe('4');
  });

  it.skipIf(process.platform === 'win32')(
    'runs no program of a repository that lies in the checked one',
    async () => {
      const folder = emptyFolder({ 'sound.md': SOUND, 'lists/sound.md': SOUND });
      git(folder, 'init', '--quiet');
      git(folder, 'add', '.');
      git(folder, 'commit', '--quiet', '-m', 'base');
      git(folder, 'init', '--quiet', '--bare', 'lists');
      const program = join(emptyFolder(), 'run.sh');
      const trace = join(emptyFolder(), 'trace');
      writeFileSync(program, `#!/bin/sh\ntouch ${trace}\n`, { mode: 0o755 });
      git(join(folder, 'lists'), 'config', 'core.fsmonitor', program);
      git(join(folder, 'lists'), 'config', 'core.bare', 'false');
      git(join(folder, 'lists'), 'config', 'core.worktree', '.');
      const event = { name: 'push', payload: { before: git(folder, 'rev-parse', 'HEAD') } };
      for (const inputs of [{}, { 'config-from': 'base', base: 'HEAD' }]) {
        await runStep(folder, {
          event,
          inputs: { 'working-directory': 'lists', paths: 'sound.md', ...inputs },
        });
      }
      expect(existsSync(trace)).toBe(false);
    },
  );
});

describe('the bundle', () => {
  it('holds nothing that opens a connection', () => {
    const code = readFileSync(BUNDLE, 'utf8');
    const imported = new Set(
      [...code.matchAll(/\bfrom ?"([a-z:/_]+)"/g)].map((match) => match[1]?.replace('node:', '')),
    );
    expect(
      [...imported].filter((name) => /^(?:https?|http2|net|tls|dgram|dns|undici)/.test(name ?? '')),
    ).toEqual([]);
    expect(code).not.toMatch(/\b(?:fetch|WebSocket|XMLHttpRequest|EventSource)\s*\(/);
    expect(code).not.toMatch(/ACTIONS_ID_TOKEN|undici/);
  });
});
