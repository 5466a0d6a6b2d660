import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../cli/qingdan.ts';
import { townDraft } from '../cli/townDrafts.ts';
import { commitAll, git, pullRequest, repository, requestOf, runStep } from './step.ts';

const DEMO = readFileSync(new URL('../../fixtures/demo.md', import.meta.url), 'utf8');
const SOUND = readFileSync(new URL('../../fixtures/ok/wangchuan.md', import.meta.url), 'utf8');
/** One fault more, in line 14, and what was there before moved down by a line. */
const WORSE = DEMO.replace('\n## 编制说明', '\n\n## 编制说明').replace('制度，开好', '制度，，开好');
const NEW = ['warning lists/demo.md:14:24-26 Basic duties, item 1 · name (repeated-punctuation)'];
const ONLY = { paths: 'lists', 'changed-only': 'true', language: 'en' };

describe('changed-only: true', () => {
  it('counts what the pull request brought in, and not what was wrong before or moved', async () => {
    const folder = repository({ 'lists/demo.md': DEMO, 'lists/old.md': DEMO });
    const step = await runStep(folder, { ...pullRequest(folder, { 'lists/demo.md': WORSE }), inputs: ONLY });
    expect(step.annotations).toEqual(NEW);
    expect(step.outputs).toMatchObject({
      errors: '0',
      warnings: '1',
      suppressed: '18',
      conclusion: 'success',
    });
    const strict = await runStep(folder, {
      ...requestOf(
        git(folder, 'rev-parse', 'main'),
        git(folder, 'rev-parse', 'change'),
        git(folder, 'rev-parse', 'HEAD'),
      ),
      inputs: { ...ONLY, 'fail-on': 'warning' },
    });
    expect(strict.code).toBe(1);
  });

  it('does not count what came to the base meanwhile, where the head itself is checked out', async () => {
    const folder = repository({ 'lists/demo.md': DEMO, 'lists/other.md': SOUND });
    const request = pullRequest(folder, { 'lists/demo.md': WORSE });
    git(folder, 'checkout', '--quiet', 'main');
    writeFileSync(join(folder, 'lists/other.md'), DEMO);
    const base = commitAll(folder, 'meanwhile');
    git(folder, 'checkout', '--quiet', 'change');
    const head = git(folder, 'rev-parse', 'HEAD');
    const step = await runStep(folder, { ...request, ...requestOf(base, head, head), inputs: ONLY });
    expect(step.annotations).toEqual(NEW);
  });

  it('counts what a change of one list brings into another, at that one, and not what lists differed in before', async () => {
    const list = (town: number, name: string, note = '') =>
      townDraft({ county: 0, town }, (text) => text.replaceAll('住房和城乡建设局', name)) + note;
    const [long, short, note] = ['住房和城乡建设局', '住建局', '\n本清单自印发之日起施行。\n'];
    const lists = { 'lists/0.md': list(0, long), 'lists/1.md': list(1, long), 'lists/2.md': list(2, short) };
    const annotated = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      const folder = repository(lists);
      const step = await runStep(folder, { ...pullRequest(folder, files), inputs: ONLY });
      return step.annotations.map((words) => words.replace(/:\d.*\(/, ' ').replace(')', ''));
    };
    expect(await annotated({ 'lists/2.md': list(2, short, note) })).toEqual([]);
    expect(await annotated({ 'lists/1.md': list(1, short) })).toEqual([
      'warning lists/0.md same-county-departments',
    ]);
  });

  it('needs two commits of a shallow clone', async () => {
    const origin = repository({ 'lists/demo.md': DEMO });
    const request = pullRequest(origin, { 'lists/demo.md': WORSE });
    git(origin, 'branch', 'merged');
    const clone = (depth: string): string => {
      const folder = join(emptyFolder(), 'clone');
      git(
        origin,
        'clone',
        '--quiet',
        '--depth',
        depth,
        '--branch',
        'merged',
        pathToFileURL(origin).href,
        folder,
      );
      return folder;
    };
    expect((await runStep(clone('2'), { ...request, inputs: ONLY })).annotations).toEqual(NEW);
    const refused = await runStep(clone('1'), { ...request, inputs: ONLY });
    expect(refused.code).toBe(2);
    expect(refused.messages.join()).toContain('Set fetch-depth: 0 for actions/checkout');
  });

  it('compares with the commit before a push, or with the one that base names', async () => {
    const folder = repository({ 'lists/demo.md': DEMO });
    const before = git(folder, 'rev-parse', 'HEAD');
    writeFileSync(join(folder, 'lists/demo.md'), WORSE);
    commitAll(folder, 'pushed');
    const push = { name: 'push', payload: { before } };
    expect((await runStep(folder, { event: push, inputs: ONLY })).annotations).toEqual(NEW);
    const dispatch = { name: 'workflow_dispatch', payload: {} };
    const named = await runStep(folder, { event: dispatch, inputs: { ...ONLY, base: 'HEAD~1' } });
    expect(named.annotations).toEqual(NEW);
  });

  it('counts everything, and says so, where there is nothing to compare with', async () => {
    const folder = repository({ 'lists/demo.md': DEMO });
    for (const event of [
      { name: 'schedule', payload: {} },
      { name: 'push', payload: { before: '0'.repeat(40) } },
    ]) {
      const step = await runStep(folder, { event, inputs: ONLY });
      expect(step.code).toBe(1);
      expect(step.messages[0]).toContain(`The event “${event.name}” has no commit to compare with`);
    }
  });

  it('goes with the config of the base', async () => {
    const folder = repository({
      'lists/demo.md': DEMO,
      'qingdan.config.yaml': 'rules: { repeated-punctuation: error }\n',
    });
    const request = pullRequest(folder, { 'lists/demo.md': WORSE, 'qingdan.config.yaml': 'extends: []\n' });
    const step = await runStep(folder, { ...request, inputs: { ...ONLY, 'config-from': 'base' } });
    expect(step.annotations).toEqual(NEW.map((words) => words.replace('warning', 'error')));
    expect(step.code).toBe(1);
  });

  it.skipIf(process.platform === 'win32')('asks no repository that lies in the checked one', async () => {
    const folder = repository({ 'lists/demo.md': DEMO });
    git(folder, 'init', '--quiet', '--bare', 'lists');
    const program = join(emptyFolder(), 'run.sh');
    const trace = join(emptyFolder(), 'trace');
    writeFileSync(program, `#!/bin/sh\ntouch ${trace}\n`, { mode: 0o755 });
    for (const [name, value] of [
      ['core.fsmonitor', program],
      ['core.bare', 'false'],
      ['core.worktree', '.'],
      ['filter.x.smudge', program],
      ['diff.external', program],
    ] as const) {
      git(join(folder, 'lists'), 'config', name, value);
    }
    const event = { name: 'push', payload: { before: git(folder, 'rev-parse', 'HEAD') } };
    const inputs = { ...ONLY, 'working-directory': 'lists', paths: 'demo.md' };
    const step = await runStep(folder, { event, inputs });
    expect(existsSync(trace)).toBe(false);
    expect(step.outputs.conclusion).toBe('failure');
  });
});
