import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { schemaErrors } from '../support/reportSchema.ts';
import { draftOf } from './documents.ts';
import { gitRepository, type Repository, repositoryIn } from './gitRepository.ts';
import { emptyFolder, type Result, run } from './qingdan.ts';

const ONE = [1, '管好村级场所,用好活动阵地'] as const;
const TWO = [2, '受理高龄补贴申请'] as const;
const SOUND = draftOf([1, '慰问困难群众'], TWO);
const FAULTY = draftOf(ONE, TWO);

interface Checked extends Result {
  readonly report: Report;
}

async function check(
  { folder }: Pick<Repository, 'folder'>,
  ref: string,
  paths: readonly string[] = ['.'],
  env: Readonly<Record<string, string>> = {},
): Promise<Checked> {
  const result = await run(
    ['check', ...paths, '--fail-on', 'warning', `--changed-since=${ref}`, '-q', '-f', 'json'],
    { cwd: folder, env },
  );
  const report = JSON.parse(result.stdout) as Report;
  expect(schemaErrors(report)).toEqual([]);
  return { ...result, report };
}

/** Findings that count, and how many are there from before, by file. */
function shown({ report }: Checked) {
  return report.files.map(({ path, findings, suppressed }) => [
    path,
    findings.map(({ ruleId, location }) => `${ruleId}:${location.item}`),
    suppressed.filter(({ by }) => by === 'unchanged').length,
  ]);
}

const COMMA = 'fullwidth-punctuation:';

describe('--changed-since', () => {
  it('lets only those findings count that the change brought in', async () => {
    const repository = gitRepository({ 'a.md': FAULTY, 'b.md': FAULTY });
    repository.git('checkout', '-q', '-b', 'work');
    repository.commit({
      'a.md': draftOf([1, '登记台账'], [2, ONE[1]], [3, TWO[1]], [4, '排查隐患,上报情况']),
    });
    const checked = await check(repository, 'main');
    expect(shown(checked)).toEqual([
      ['a.md', [`${COMMA}4`], 1],
      ['b.md', [], 1],
    ]);
    expect(checked.code).toBe(1);
    expect(checked.report.changedSince).toEqual({ ref: 'main', commit: repository.git('rev-parse', 'main') });
    repository.commit({
      'a.md': draftOf([1, '登记台账'], [2, ONE[1]], [3, TWO[1]], [4, '排查隐患，上报情况']),
    });
    const again = await check(repository, 'main');
    expect({ code: again.code, shown: shown(again).map(([, found]) => found) }).toEqual({
      code: 0,
      shown: [[], []],
    });
  });

  it('looks at what is not committed yet', async () => {
    const repository = gitRepository({ 'a.md': SOUND });
    repository.write({ 'a.md': FAULTY });
    expect(shown(await check(repository, 'HEAD'))[0]?.[1]).toEqual([`${COMMA}1`]);
  });

  it('counts everything in a new file, committed or not', async () => {
    const repository = gitRepository({ 'a.md': SOUND });
    repository.git('checkout', '-q', '-b', 'work');
    repository.commit({ 'b.md': FAULTY });
    repository.write({ 'c.md': FAULTY });
    const found = shown(await check(repository, 'main'));
    expect(found).toEqual([
      ['a.md', [], 0],
      ['b.md', [`${COMMA}1`], 0],
      ['c.md', [`${COMMA}1`], 0],
    ]);
  });

  it('follows a file that was renamed and changed', async () => {
    const repository = gitRepository({ '清单/甲.md': FAULTY });
    repository.git('checkout', '-q', '-b', 'work');
    repository.git('mv', '清单/甲.md', '乙.md');
    expect(shown(await check(repository, 'main'))[0]?.[1]).toEqual([]);
    repository.commit({ '乙.md': draftOf(ONE, [2, '受理补贴,初审']) });
    expect(shown(await check(repository, 'main'))).toEqual([['乙.md', [`${COMMA}2`], 1]]);
  });

  it('compares with where the branch began, not with what came to the other one later', async () => {
    const repository = gitRepository({ 'a.md': FAULTY });
    const start = repository.git('rev-parse', 'HEAD');
    repository.git('checkout', '-q', '-b', 'work');
    repository.commit({ 'b.md': SOUND });
    repository.git('checkout', '-q', 'main');
    repository.commit({ 'a.md': SOUND });
    repository.git('checkout', '-q', 'work');
    const checked = await check(repository, 'main', ['a.md']);
    expect(shown(checked)[0]?.[1]).toEqual([]);
    expect(checked.report.changedSince?.commit).toBe(start);
  });

  it('counts a finding whose ignore comment the change took away', async () => {
    const ignored = FAULTY.replace('| 1 |', '<!-- qingdan-ignore fullwidth-punctuation -->\n| 1 |');
    const repository = gitRepository({ 'a.md': ignored });
    repository.write({ 'a.md': FAULTY });
    expect(shown(await check(repository, 'HEAD'))[0]?.[1]).toEqual([`${COMMA}1`]);
  });

  it('works from a folder of the repository, on standard input, and with a baseline', async () => {
    const repository = gitRepository({ 'lists/a.md': FAULTY });
    const folder = join(repository.folder, 'lists');
    expect(shown(await check({ folder }, 'HEAD'))[0]?.[1]).toEqual([]);
    const args = ['check', '-', '--stdin-filename', 'lists/a.md', '--changed-since', 'HEAD', '-f', 'json'];
    const { stdout } = await run(args, { cwd: repository.folder, stdin: draftOf(ONE, [2, '受理补贴,初审']) });
    const [file] = (JSON.parse(stdout) as Report).files;
    expect(file?.findings.map(({ ruleId, location }) => `${ruleId}:${location.item}`)).toEqual([`${COMMA}2`]);
    await run(['check', 'lists', '--update-baseline'], { cwd: repository.folder });
    const both = await run(
      ['check', 'lists', '--baseline', 'qingdan.baseline.json', '--changed-since', 'HEAD', '-f', 'json'],
      { cwd: repository.folder },
    );
    const reasons = (JSON.parse(both.stdout) as Report).files.flatMap(({ suppressed }) =>
      suppressed.map(({ by }) => by),
    );
    expect(new Set(reasons)).toEqual(new Set(['baseline']));
  });

  it('lets no error of a file go', async () => {
    const repository = gitRepository({ 'a.md': '' });
    const checked = await check(repository, 'HEAD', ['a.md']);
    expect({ code: checked.code, failed: checked.report.summary.failed }).toEqual({ code: 2, failed: 1 });
  });
});

describe('--changed-since is refused with exit code 2', () => {
  const refused = async (
    cwd: string,
    ref: string,
    env: Readonly<Record<string, string>> = {},
  ): Promise<string> => {
    const { code, stdout, stderr } = await run(['check', '.', `--changed-since=${ref}`], { cwd, env });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    return stderr;
  };

  it('outside of a repository, and without git', async () => {
    const cwd = emptyFolder({ 'a.md': FAULTY });
    expect(await refused(cwd, 'main', { GIT_CEILING_DIRECTORIES: join(cwd, '..') })).toContain(
      '当前文件夹不在仓库里',
    );
    expect(await refused(cwd, 'main', { PATH: emptyFolder() })).toContain('没有找到这个程序');
  });

  it('for a ref that is not there or could be an option', async () => {
    const { folder } = gitRepository({ 'a.md': FAULTY });
    expect(await refused(folder, 'nowhere')).toContain('没有“nowhere”');
    expect(await refused(folder, 'HEAD:a.md')).toContain('没有“HEAD:a.md”');
    expect(await refused(folder, '--output=stolen')).toContain('不能是“--output=stolen”');
    expect(existsSync(join(folder, 'stolen'))).toBe(false);
  });

  it('where no history is shared', async () => {
    const repository = gitRepository({ 'a.md': FAULTY });
    repository.git('checkout', '-q', '--orphan', 'other');
    repository.commit({ 'b.md': SOUND });
    expect(await refused(repository.folder, 'main')).toContain('没有共同的历史');
  });

  it('in a clone that is too shallow, and says what to do', async () => {
    const origin = gitRepository({ 'a.md': FAULTY });
    const start = origin.git('rev-parse', 'HEAD');
    origin.git('checkout', '-q', '-b', 'work');
    origin.commit({ 'a.md': SOUND });
    const folder = join(emptyFolder(), 'clone');
    origin.git('clone', '-q', '--depth=1', '--no-single-branch', pathToFileURL(origin.folder).href, folder);
    const clone = repositoryIn(folder);
    clone.git('fetch', '-q', '--depth=1', 'origin', 'main');
    expect(await refused(folder, 'nowhere')).toContain('fetch-depth: 0');
    expect(
      await refused(
        folder,
        start.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      ),
    ).toContain('fetch-depth: 0');
    expect(await refused(folder, 'origin/main')).toContain('fetch-depth: 0');
    clone.git('fetch', '-q', '--unshallow');
    expect((await run(['check', '.', '--changed-since=origin/main', '-q'], { cwd: folder })).code).toBe(0);
  });
});

describe('a repository that nobody trusts', () => {
  it.skipIf(process.platform === 'win32')('runs none of its own commands', async () => {
    const repository = gitRepository({ 'a.md': FAULTY, '.gitattributes': '*.md diff=evil filter=evil\n' });
    const marker = join(emptyFolder(), 'ran');
    const script = join(repository.folder, '.git', 'evil.sh');
    repository.write({
      '.git/evil.sh': `#!/bin/sh\ntouch '${marker}'\ncat\n`,
      '.git/hooks/post-index-change': `#!/bin/sh\ntouch '${marker}'\n`,
    });
    chmodSync(script, 0o755);
    chmodSync(join(repository.folder, '.git/hooks/post-index-change'), 0o755);
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'pager.diff',
      'diff.external',
      'diff.evil.textconv',
      'diff.evil.command',
      'filter.evil.clean',
      'filter.evil.smudge',
      'core.sshCommand',
    ])
      repository.git('config', key, script);
    repository.write({ 'a.md': draftOf(ONE, [2, '受理补贴,初审']) });
    expect(shown(await check(repository, 'HEAD'))[0]?.[1]).toEqual([`${COMMA}2`]);
    expect(existsSync(marker)).toBe(false);
    expect(readFileSync(join(repository.folder, 'a.md'), 'utf8')).toContain('受理补贴,初审');
  });
});
