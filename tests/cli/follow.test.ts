import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { COMMAND, emptyFolder, run } from './qingdan.ts';
import { townDraft } from './townDrafts.ts';

const LIST = `# 云溪乡基本履职事项清单

| 序号 | 事项类别 | 事项名称 |
|---|---|---|
| 1 | 党的建设 | 管好用好村级党群活动场所 |
| 2 | 民生服务 | 受理高龄老人生活补贴申请 |
`;
const FAULTY = LIST.replace('| 2 |', '| 3 |');
const CONFIG = 'rules:\n  required-lists: off\n';

/** A command that stays, and what it has said so far. */
interface Following {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<number | null>;
  readonly stdout: () => string;
  /** Waits for the next verdict line behind those seen before, without its time; and gives what was said with it. */
  next(): Promise<readonly string[]>;
}

function following(cwd: string, ...args: readonly string[]): Following {
  const child = spawn(process.execPath, [COMMAND, 'check', ...args, '--watch', '--lang', 'en'], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd },
    stdio: 'pipe',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  let said = '';
  let seen = 0;
  let wake: () => void = () => undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    wake();
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    child,
    ended,
    stdout: () => stdout,
    async next() {
      for (;;) {
        const end = said.indexOf('Ctrl+C ends it.\n', seen);
        if (end >= 0) {
          const lines = said.slice(seen, end).trim().split('\n');
          seen = end + 'Ctrl+C ends it.\n'.length;
          return lines.map((line) => line.replace(/^\[\d\d:\d\d:\d\d\] /, ''));
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

function verdict(checked: number, files: number, errors: number, rest = ''): string {
  return `${checked} checked. All ${files} files: ${errors} errors, 0 warnings, 0 infos${rest}. Waiting for changes;`;
}

describe('--watch', () => {
  it('checks what changed, what came and what went, however it was saved; Ctrl+C ends it well', async () => {
    const cwd = emptyFolder({ 'lists/a.md': FAULTY, 'lists/b.md': LIST, 'qingdan.config.yaml': CONFIG });
    const watch = following(cwd, 'lists');
    expect(await watch.next()).toEqual([verdict(2, 2, 1)]);
    // Written in place.
    writeFileSync(join(cwd, 'lists/a.md'), LIST);
    expect(await watch.next()).toEqual([verdict(1, 2, 0)]);
    // Written beside and renamed, as many editors do.
    writeFileSync(join(cwd, 'lists/.a.md.tmp'), FAULTY);
    renameSync(join(cwd, 'lists/.a.md.tmp'), join(cwd, 'lists/a.md'));
    expect(await watch.next()).toEqual([verdict(1, 2, 1)]);
    rmSync(join(cwd, 'lists/a.md'));
    expect(await watch.next()).toEqual(['lists/a.md is gone and no longer checked', verdict(0, 1, 0)]);
    mkdirSync(join(cwd, 'lists/new'));
    writeFileSync(join(cwd, 'lists/new/c.md'), FAULTY);
    expect(await watch.next()).toEqual([verdict(1, 2, 1)]);
    expect(watch.stdout().match(/^lists\/\S+\.md$/gm)).toEqual([
      'lists/a.md',
      'lists/b.md',
      'lists/a.md',
      'lists/a.md',
      'lists/new/c.md',
    ]);
    // No terminal, no clearing of the screen.
    expect(watch.stdout()).not.toContain('\u001b');
    watch.child.kill('SIGINT');
    expect(await watch.ended).toBe(process.platform === 'win32' ? null : 0);
  });

  it('checks everything again when config or rules change, and waits while the config is broken', async () => {
    const rules = (severity: string) => `${CONFIG}  sequential-numbering: ${severity}\n`;
    const cwd = emptyFolder({ 'a.md': FAULTY, 'b.md': FAULTY, 'qingdan.config.yaml': CONFIG });
    const watch = following(cwd, 'a.md', 'b.md');
    expect(await watch.next()).toEqual([verdict(2, 2, 2)]);
    const again = 'config, rules or formats changed: checking everything again';
    writeFileSync(join(cwd, 'qingdan.config.yaml'), rules('off'));
    expect(await watch.next()).toEqual([again, verdict(2, 2, 0)]);
    writeFileSync(join(cwd, 'qingdan.config.yaml'), rules('of'));
    const broken = await watch.next();
    expect(broken.at(-1)).toBe('This goes on when the config is mended and saved;');
    expect(broken.join('\n')).toContain('qingdan.config.yaml:3:');
    writeFileSync(join(cwd, 'qingdan.config.yaml'), rules('error'));
    expect(await watch.next()).toEqual([again, verdict(2, 2, 2)]);
  });

  it('writes reports of all files where it is told to, and does not take them for drafts', async () => {
    const cwd = emptyFolder({ 'a.md': FAULTY, 'b.md': FAULTY, 'qingdan.config.yaml': CONFIG });
    const watch = following(cwd, '.', '--format', 'json=report.json', '--output', 'report.txt');
    expect(await watch.next()).toEqual([verdict(2, 2, 2)]);
    writeFileSync(join(cwd, 'a.md'), LIST);
    expect(await watch.next()).toEqual([verdict(1, 2, 1)]);
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')).summary).toMatchObject({
      files: 2,
      errors: 1,
    });
    expect(readFileSync(join(cwd, 'report.txt'), 'utf8')).toContain('1 error, 0 warnings, 0 infos (2 files');
  });

  it('leaves out what the baseline knows, and looks again when the baseline changes', async () => {
    const cwd = emptyFolder({ 'a.md': FAULTY, 'qingdan.config.yaml': CONFIG });
    await run(['check', 'a.md', '--baseline', 'known.json', '--update-baseline'], { cwd });
    const known = readFileSync(join(cwd, 'known.json'), 'utf8');
    const watch = following(cwd, 'a.md', '--baseline', 'known.json');
    expect(await watch.next()).toEqual([verdict(1, 1, 0)]);
    writeFileSync(join(cwd, 'a.md'), LIST);
    expect((await watch.next()).at(-1)).toBe(verdict(1, 1, 0));
    await run(['check', 'a.md', '--baseline', 'known.json', '--update-baseline'], { cwd });
    expect(readFileSync(join(cwd, 'known.json'), 'utf8')).not.toBe(known);
    expect((await watch.next()).at(-1)).toBe(verdict(1, 1, 0));
    writeFileSync(join(cwd, 'a.md'), FAULTY);
    expect((await watch.next()).at(-1)).toBe(verdict(1, 1, 1));
  });

  it('compares the lists of a county: a change of one file is told in the one it makes differ', async () => {
    const draft = (town: number, name = '住房和城乡建设局') =>
      townDraft({ county: 0, town }, (text) => text.replaceAll('住房和城乡建设局', name));
    const drafts = Object.fromEntries([0, 1, 2].map((town) => [`${town}.md`, draft(town)]));
    const cwd = emptyFolder({ ...drafts, '2.md': draft(2, '住建局') });
    const args = ['.', '--format', 'text', '--format', 'json=report.json'];
    const watch = following(cwd, ...args);
    const told = async (): Promise<readonly string[]> => {
      await watch.next();
      const { files } = JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')) as Report;
      return files.flatMap(({ path, findings }) =>
        findings.filter(({ ruleId }) => ruleId === 'same-county-departments').map(() => path),
      );
    };
    expect(await told()).toEqual(['2.md']);
    const once = watch.stdout();
    // Nobody touched 0.md, and it is the odd one now; 2.md was, and is mended.
    writeFileSync(join(cwd, '1.md'), draft(1, '住建局'));
    expect(await told()).toEqual(['0.md']);
    const twice = watch.stdout();
    const names = twice.slice(once.length).match(/^\d\.md$/gm);
    expect(names).toEqual(['0.md', '1.md', '2.md']);
    const whole = await run(['check', ...args, '--lang', 'en', '--format', 'json=whole.json'], { cwd });
    expect(whole.code).toBe(0);
    expect(readFileSync(join(cwd, 'report.json'), 'utf8')).toBe(
      readFileSync(join(cwd, 'whole.json'), 'utf8'),
    );
    rmSync(join(cwd, '0.md'));
    expect(await told()).toEqual([]);
  });

  it('outlives a file that is not there yet', async () => {
    const cwd = emptyFolder({ 'qingdan.config.yaml': CONFIG });
    const watch = following(cwd, 'a.md');
    expect(await watch.next()).toEqual([verdict(1, 1, 0, ', 1 not checked')]);
    writeFileSync(join(cwd, 'a.md'), LIST);
    expect(await watch.next()).toEqual([verdict(1, 1, 0)]);
  });

  it.each([
    ['standard input', ['-'], '--watch cannot follow standard input'],
    ['--fix', ['.', '--fix'], '--watch does not go with --fix'],
    ['--timing', ['.', '--timing'], '--watch does not go with --timing'],
    ['--shard', ['.', '--shard', '1/2'], '--watch does not go with --shard'],
  ] as const)('does not go with %s', async (_, args, sentence) => {
    const { code, stderr } = await run(['check', ...args, '--watch', '--lang', 'en']);
    expect([code, stderr.startsWith(sentence)]).toEqual([2, true]);
  });
});
