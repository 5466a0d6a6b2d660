import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { jobsFor } from '../../src/cli/checkAll.ts';
import { parseCommandLine } from '../../src/cli/commandLine.ts';
import { checkInThreads } from '../../src/cli/scale/threads.ts';
import { loadSettings } from '../../src/cli/settings/settings.ts';
import { FAULTY, MISCOUNTED, NO_LIST, SOUND } from './documents.ts';
import { emptyFolder, run } from './qingdan.ts';

describe('qingdan check --jobs', () => {
  test('gives the report of one thread, with several and where something cannot be checked', async () => {
    const cwd = emptyFolder({
      'a.md': SOUND,
      'b.md': FAULTY,
      'c.md': NO_LIST,
      'd.md': MISCOUNTED,
      'e.md': '',
      'qingdan.config.yaml': 'overrides:\n  - files: b.md\n    rules: { sequential-numbering: warning }\n',
    });
    const operands = ['d.md', 'gone.md', '-', 'a.md', 'c.md', 'e.md', 'b.md'];
    const check = (...args: string[]) =>
      run(['check', ...operands, '-f', 'json', ...args], { cwd, stdin: FAULTY });
    const one = await check('--jobs', '1');
    expect(one.code).toBe(2);
    expect(await check('--jobs', '2')).toEqual(one);
    expect(await check('-j', '9', '--lang', 'zh')).toEqual(one);
    expect(await check('-j', 'auto')).toEqual(one);
  });

  test('uses threads by itself only where there are many files', () => {
    const line = parseCommandLine(['check', 'a']);
    const worker = new URL('file:///x');
    expect(jobsFor(line, 1, { worker })).toBe(1);
    expect(jobsFor(line, 31, { worker })).toBe(1);
    expect(jobsFor(line, 10_000, {})).toBe(1);
    expect(jobsFor(parseCommandLine(['check', 'a', '--unused']), 10_000, { worker })).toBe(1);
    expect(jobsFor(parseCommandLine(['check', 'a', '-j', '4']), 3, { worker })).toBe(3);
  });

  test('refuses what is no number of threads, and to count in several', async () => {
    for (const value of ['0', '-1', '1.5', 'all', '1000']) {
      const { code, stderr } = await run(['check', 'a.md', `--jobs=${value}`]);
      expect({ code, first: stderr.split('\n')[0] }).toEqual({
        code: 2,
        first: `--jobs 要写一个 1 到 999 的整数，或者 auto，不能是“${value}”。`,
      });
    }
    const cwd = emptyFolder({ 'a.md': SOUND });
    const { code, stderr } = await run(['check', 'a.md', '-j', '2', '--timing', '--lang', 'en'], { cwd });
    expect({ code, first: stderr.split('\n')[0] }).toEqual({
      code: 2,
      first: '--timing counts in one thread and does not go with several --jobs. Leave one out.',
    });
  });
});

describe('a thread that dies', () => {
  test('makes its file an error of the tool and loses no other file', async () => {
    const folder = emptyFolder({
      // Answers at once; dies in three ways.
      'worker.mjs': `
        import { parentPort } from 'node:worker_threads';
        parentPort.on('message', (task) => {
          if (task === null) return parentPort.close();
          const { name } = task.input;
          if (name.startsWith('exit')) process.exit(5);
          if (name.startsWith('throw')) throw new Error('broken');
          if (name.startsWith('reject')) return Promise.reject(new Error('rejected'));
          const report = { report: { path: name }, packed: null };
          parentPort.postMessage({ index: task.index, report, unwritten: null });
        });`,
    });
    const names = ['a', 'exit1', 'b', 'throw1', 'exit2', 'reject1', 'c', 'd'];
    const inputs = names.map((name) => ({ kind: 'file' as const, path: join(folder, name), name }));
    const line = parseCommandLine(['check', folder]);
    const said: string[] = [];
    const checked = await checkInThreads(inputs, {
      jobs: 2,
      worker: pathToFileURL(join(folder, 'worker.mjs')),
      line,
      options: {
        settings: await loadSettings(line),
        language: 'zh',
        stdinFilename: null,
        onFailure: (error) => said.push(String(error)),
      },
      progress: { step: () => undefined, end: () => undefined },
      keep: (report) => ('report' in report ? report.report : report),
      onUnwritten: (code) => said.push(code),
    });
    const error = (reason: string) => expect.stringContaining(`工具自身出错（thread）：${reason}`);
    expect(checked.map(({ path, error }) => [path, error?.code ?? null, error?.message ?? null])).toEqual([
      ['a', null, null],
      ['exit1', 'internal', error('thread ended with 5')],
      ['b', null, null],
      ['throw1', 'internal', error('broken')],
      ['exit2', 'internal', error('thread ended with 5')],
      ['reject1', 'internal', error('rejected')],
      ['c', null, null],
      ['d', null, null],
    ]);
    expect(said.sort()).toEqual(['Error: broken', 'Error: rejected']);
  });
});
