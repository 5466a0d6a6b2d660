import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { sarifErrors } from '../reports/sarifSchema.ts';
import { readCommands } from '../reports/workflowCommands.ts';
import { childrenOf, parseXml } from '../reports/xmlTree.ts';
import { FAULTY, SOUND } from './documents.ts';
import { emptyFolder, run } from './qingdan.ts';

const MISSING = '没有 这份.md';
const PATH = '清单/云溪 乡,100%.md';

/** The paths that each format names, by the format. */
async function pathsIn(cwd: string, args: readonly string[]): Promise<Readonly<Record<string, string[]>>> {
  const formats = ['sarif', 'github', 'junit', 'checkstyle', 'gitlab', 'csv'];
  await run(['check', ...args, ...formats.flatMap((id) => ['--format', `${id}=${id}.out`])], { cwd });
  const text = (id: string) => readFileSync(join(cwd, `${id}.out`), 'utf8');
  const log: Log = JSON.parse(text('sarif'));
  expect(sarifErrors(log)).toEqual([]);
  const once = (paths: readonly (string | undefined)[]) => [...new Set(paths.map((path) => path ?? '?'))];
  const issues: readonly { location: { path: string } }[] = JSON.parse(text('gitlab'));
  const rows: readonly (readonly string[])[] = parseCsv(text('csv'), { bom: true });
  return {
    sarif: once(
      (log.runs[0]?.results ?? []).map(({ locations }) =>
        decodeURIComponent(locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? ''),
      ),
    ),
    github: once(readCommands(text('github')).map(({ properties }) => properties.file)),
    junit: childrenOf(parseXml(text('junit')), 'testsuite').map(({ attributes }) => attributes.name ?? '?'),
    checkstyle: childrenOf(parseXml(text('checkstyle')), 'file').map(
      ({ attributes }) => attributes.name ?? '?',
    ),
    gitlab: once(issues.map(({ location }) => location.path)),
    csv: once(rows.slice(1).map((row) => row[1])),
  };
}

describe('reports in several formats', () => {
  test('are written in one run, text to the screen, and the exit code is that of the run', async () => {
    const cwd = emptyFolder({ [PATH]: FAULTY });
    const { code, stdout, stderr } = await run(
      ['check', PATH, '--format', 'text', '--format', 'sarif=r/out.sarif', '-f', 'junit=out.xml'],
      { cwd: emptyFolder({ [PATH]: FAULTY, 'r/keep': '' }) },
    );
    expect(code).toBe(1);
    expect(stdout).toContain('2 个错误，0 个警告，0 个提示');
    expect(stderr).toBe('报告已写入 r/out.sarif\n报告已写入 out.xml\n');
    expect(await run(['check', PATH, '-f', 'gitlab', '-f', 'csv'], { cwd })).toMatchObject({
      code: 2,
      stdout: '',
    });
  });

  test('name a file with spaces, commas, percent signs and Chinese as it is called, and one that is missing', async () => {
    const paths = await pathsIn(emptyFolder({ [PATH]: FAULTY }), [PATH, MISSING]);
    const both = [PATH, MISSING];
    expect({ ...paths, github: [...(paths.github ?? [])].sort() }).toEqual({
      sarif: both,
      github: [...both].sort(),
      junit: both,
      checkstyle: both,
      gitlab: both,
      csv: both,
    });
  });

  test('call standard input by the name that was given for it', async () => {
    const cwd = emptyFolder();
    const named = await run(['check', '-', '--stdin-filename', '清单/a.md', '-f', 'gitlab'], {
      cwd,
      stdin: FAULTY,
    });
    expect(JSON.parse(named.stdout)[0].location.path).toBe('清单/a.md');
    const { stdout } = await run(['check', '-', '-f', 'github'], { cwd, stdin: FAULTY });
    expect(readCommands(stdout)[0]?.properties.file).toBe('<stdin>');
  });

  test.each(['sarif', 'github', 'junit', 'checkstyle', 'gitlab', 'csv', 'markdown'])(
    '%s never looks clean when a file could not be checked, and exits with 2',
    async (format) => {
      const cwd = emptyFolder({ 'a.md': SOUND });
      const clean = await run(['check', 'a.md', '-f', format, '-q'], { cwd });
      const failed = await run(['check', 'a.md', MISSING, '-f', format, '-q'], { cwd });
      expect([clean.code, failed.code]).toEqual([0, 2]);
      expect(clean.stdout).not.toContain('找不到这个文件');
      expect(failed.stdout).toContain('找不到这个文件');
    },
  );

  test('have red tests when --fail-on fails the run, hidden by --quiet or not', async () => {
    const config = 'rules:\n  sequential-numbering: warning\n  department-named: warning\n';
    const cwd = emptyFolder({ 'a.md': FAULTY, 'qingdan.config.yaml': config });
    const failures = async (...args: readonly string[]) => {
      const { code, stdout } = await run(['check', 'a.md', '-f', 'junit', ...args], { cwd });
      return [code, parseXml(stdout).attributes.failures];
    };
    expect(await failures()).toEqual([0, '0']);
    expect(await failures('--fail-on', 'warning', '-q')).toEqual([1, '2']);
  });

  test('are the same for the same findings', async () => {
    const cwd = emptyFolder({ 'a.md': FAULTY });
    for (const format of ['sarif', 'junit', 'gitlab', 'csv']) {
      const runs = [1, 2].map(() => run(['check', 'a.md', '-f', format], { cwd }));
      const [one, two] = await Promise.all(runs);
      expect(one).toEqual(two);
    }
  });
});
