import { rmdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exitCode } from '../../src/engine/exitCode.ts';
import type { FileReport } from '../../src/model/report.ts';
import { cleanFile, failedFile, faultyFile, sampleReport } from '../reports/sampleReport.ts';
import { emptyFolder, run } from './qingdan.ts';

const broken: FileReport = { ...cleanFile, error: { code: 'internal', message: 'a rule failed' } };

test('the exit code is the highest that applies', () => {
  const code = (files: readonly FileReport[], maxWarnings: number | null = null): number =>
    exitCode(sampleReport(files), maxWarnings);
  expect(code([cleanFile])).toBe(0);
  expect(code([cleanFile, faultyFile])).toBe(1);
  expect(code([failedFile, faultyFile])).toBe(2);
  expect(code([failedFile, faultyFile, broken])).toBe(3);
  const warned = {
    ...faultyFile,
    findings: faultyFile.findings.filter(({ severity }) => severity !== 'error'),
  };
  expect([code([warned]), code([warned], 1), code([warned], 0)]).toEqual([0, 0, 1]);
  expect(code([warned, failedFile], 0)).toBe(2);
});

test('a failure of the tool ends with 3 and shows its stack only with --debug', async () => {
  for (const debug of [false, true]) {
    const cwd = emptyFolder();
    // A working directory that is removed under the tool is nothing it is prepared for.
    const result = run(['check', 'a.md', ...(debug ? ['--debug'] : [])], { cwd });
    rmdirSync(cwd);
    const { code, stdout, stderr } = await result;
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('工具自身出错');
    expect(/\n\s+at /.test(stderr)).toBe(debug);
  }
});
