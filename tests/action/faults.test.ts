import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../cli/qingdan.ts';
import { runStep } from './step.ts';

const DEMO = readFileSync(new URL('../../fixtures/demo.md', import.meta.url), 'utf8');
const SOUND = readFileSync(new URL('../../fixtures/ok/wangchuan.md', import.meta.url), 'utf8');

/** What may go wrong beside the check, each with the words of its warning; null where nobody need be told. */
const FAULTS: readonly [string, () => Readonly<Record<string, string | null>>, RegExp | null][] = [
  ['no place for a summary', () => ({ GITHUB_STEP_SUMMARY: null }), /job summary could not be written/],
  [
    'a summary file that is gone',
    () => ({ GITHUB_STEP_SUMMARY: join(emptyFolder(), 'gone') }),
    /job summary/,
  ],
  ['a folder in place of the summary', () => ({ GITHUB_STEP_SUMMARY: emptyFolder() }), /job summary/],
  [
    'a summary that is full',
    () => ({ GITHUB_STEP_SUMMARY: full() }),
    /job summary .* more than 1048576 bytes/,
  ],
  [
    'an output file that is gone',
    () => ({ GITHUB_OUTPUT: join(emptyFolder(), 'gone') }),
    /outputs could not be/,
  ],
  ['no output file', () => ({ GITHUB_OUTPUT: null }), null],
  ['no event', () => ({ GITHUB_EVENT_PATH: null, GITHUB_EVENT_NAME: null }), null],
  ['no temporary folder named', () => ({ RUNNER_TEMP: null }), null],
  ['no workspace named', () => ({ GITHUB_WORKSPACE: null }), null],
];

function full(): string {
  const file = join(emptyFolder(), 'summary');
  writeFileSync(file, 'x'.repeat(1024 * 1024));
  return file;
}

describe('what goes wrong beside the check', () => {
  it.each(FAULTS)('%s changes no result, and is said', async (_, env, warning) => {
    for (const [text, code] of [
      [DEMO, 1],
      [SOUND, 0],
    ] as const) {
      const step = await runStep(emptyFolder({ 'list.md': text }), {
        env: env(),
        inputs: { language: 'en' },
      });
      expect(step.code).toBe(code);
      expect(step.annotations).toHaveLength(code === 1 ? 9 : 0);
      const told = step.messages.filter((message) => message.startsWith('warning'));
      if (warning === null) expect(told).toEqual([]);
      else expect(told).toEqual([expect.stringMatching(warning)]);
    }
  });

  it('a report that cannot be written fails the step, and its findings are still shown', async () => {
    for (const [text, findings] of [
      [DEMO, 9],
      [SOUND, 0],
    ] as const) {
      const folder = emptyFolder({ 'list.md': text });
      const step = await runStep(folder, {
        inputs: { language: 'en', reports: 'json=no/such/folder/r.json' },
      });
      expect(step.code).toBe(2);
      expect(step.annotations).toHaveLength(findings);
      expect(step.messages.join('\n')).toContain('“no/such/folder/r.json” cannot be written');
      expect(step.outputs.conclusion).toBe('failure');
    }
  });

  it.skipIf(process.getuid?.() === 0)(
    'a temporary folder that cannot be written to fails the step',
    async () => {
      const temp = emptyFolder();
      chmodSync(temp, 0o500);
      const step = await runStep(emptyFolder({ 'list.md': SOUND }), { env: { RUNNER_TEMP: temp } });
      chmodSync(temp, 0o700);
      expect(step.code).toBe(3);
    },
  );

  it('a temporary folder that is not there fails the step', async () => {
    const step = await runStep(emptyFolder({ 'list.md': SOUND }), {
      env: { RUNNER_TEMP: join(emptyFolder(), 'no') },
    });
    expect(step.code).toBe(3);
    expect(step.outputs).toMatchObject({ conclusion: 'failure', errors: '' });
  });

  it('a summary that does not fit into what is left of it is cut short, and the findings that are left out are counted', async () => {
    const row = (i: number): string => `| ${i * 2} | 党的建设 | 管护第${i}处场所并登记，，及时上报 |`;
    const rows = Array.from({ length: 60 }, (_, i) => row(i + 1)).join('\n');
    const list = `# 甲乡基本履职事项清单\n\n| 序号 | 事项类别 | 事项名称 |\n|---|---|---|\n${rows}\n`;
    const written = 'x'.repeat(1_000_000);
    const file = join(emptyFolder({ summary: written }), 'summary');
    const step = await runStep(emptyFolder({ '1.md': list, '2.md': list, '3.md': list }), {
      inputs: { annotations: 'false' },
      env: { GITHUB_STEP_SUMMARY: file },
    });
    expect(step.code).toBe(1);
    expect(step.messages.filter((message) => message.startsWith('warning'))).toEqual([]);
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith(written)).toBe(true);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
    expect(text).toContain('3.md');
    const [, listed, left] = /只列出最严重的 (\d+) 个问题，还有 (\d+) 个没有列出/.exec(text) ?? [];
    const { errors, warnings, infos } = step.outputs;
    expect(Number(listed)).toBeGreaterThan(20);
    expect(Number(listed) + Number(left)).toBe(Number(errors) + Number(warnings) + Number(infos));
  });
});

describe('a checkout that is odd', () => {
  it('an empty one is no pass', async () => {
    const step = await runStep(emptyFolder(), { inputs: { language: 'en' } });
    expect(step.code).toBe(2);
    expect(step.outputs.conclusion).toBe('failure');
    expect(step.messages[0]).toContain('the folder holds no file to check');
  });

  it('a folder that is called like a list is searched, not read', async () => {
    const folder = emptyFolder({ 'list.md/real.md': SOUND });
    mkdirSync(join(folder, 'empty.md'));
    expect((await runStep(folder)).outputs).toMatchObject({ files: '1', conclusion: 'success' });
  });
});
