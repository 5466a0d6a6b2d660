import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { gitRepository, type Repository } from './gitRepository.ts';
import { run } from './qingdan.ts';
import { townDraft } from './townDrafts.ts';

const LONG = '住房和城乡建设局';
const SHORT = '住建局';

/** A township's list with the department written in one way or the other; `note` changes another place of it. */
function draft(town: number, form: string, note = ''): string {
  return `${townDraft({ county: 0, town }, (text) => text.replaceAll(LONG, form))}${note}`;
}

/** Three lists, of which the last is the odd one. */
const THREE = { 'a/0.md': draft(0, LONG), 'a/1.md': draft(1, LONG), 'b/2.md': draft(2, SHORT) };
const NOTE = '\n本清单自印发之日起施行。\n';

/** Files in which the finding counts, and in which it was there before. */
async function told({ folder }: Repository, ref: string, ...operands: readonly string[]) {
  const args = ['check', ...operands, `--changed-since=${ref}`, '-f', 'json', '-q'];
  const { stdout, stderr } = await run(args, { cwd: folder });
  expect(stderr).toBe('');
  const isIt = ({ ruleId }: { readonly ruleId: string }): boolean => ruleId === 'same-county-departments';
  const { files } = JSON.parse(stdout) as Report;
  return {
    counts: files.filter(({ findings }) => findings.some(isIt)).map(({ path }) => path),
    before: files
      .filter(({ suppressed }) => suppressed.some(({ by, finding }) => by === 'unchanged' && isIt(finding)))
      .map(({ path }) => path),
  };
}

describe('--changed-since and the lists of one county', () => {
  test('a finding in a file that nobody touched counts when a change of another one brought it in', async () => {
    const repository = gitRepository(THREE);
    repository.write({ 'a/1.md': draft(1, SHORT) });
    expect(await told(repository, 'HEAD', '.')).toEqual({ counts: ['a/0.md'], before: [] });
  });

  test('one that was there before does not, whichever of the files the change touched', async () => {
    const repository = gitRepository(THREE);
    const old = { counts: [], before: ['b/2.md'] };
    expect(await told(repository, 'HEAD', '.')).toEqual(old);
    repository.write({ 'b/2.md': draft(2, SHORT, NOTE) });
    expect(await told(repository, 'HEAD', '.')).toEqual(old);
    repository.write({ 'a/0.md': draft(0, LONG, NOTE), 'a/3.md': draft(3, LONG) });
    expect(await told(repository, 'HEAD', '.')).toEqual(old);
    // A new list that is the odd one is what the change brought in.
    repository.write({ 'a/4.md': draft(4, SHORT) });
    expect(await told(repository, 'HEAD', '.')).toEqual({ counts: ['a/4.md'], before: ['b/2.md'] });
  });

  test('a renamed file is what it was, and a deleted one was there', async () => {
    const repository = gitRepository({ ...THREE, 'b/3.md': draft(3, SHORT), 'b/4.md': draft(4, SHORT) });
    // The long form was in the minority and is the usual one now.
    expect(await told(repository, 'HEAD', '.')).toEqual({ counts: [], before: ['a/0.md', 'a/1.md'] });
    repository.git('mv', 'b/2.md', 'b/9.md');
    expect((await told(repository, 'HEAD', '.')).counts).toEqual([]);
    for (const name of ['3', '4']) rmSync(join(repository.folder, `b/${name}.md`));
    const gone = { counts: ['b/9.md'], before: [] };
    expect(await told(repository, 'HEAD', '.')).toEqual(gone);
    expect(await told(repository, 'HEAD', '*/*.md')).toEqual(gone);
    expect(await told(repository, 'HEAD', 'a', 'b')).toEqual(gone);
  });

  test('only the files of the run are compared, as they were too', async () => {
    const repository = gitRepository({ ...THREE, 'b/3.md': draft(3, SHORT) });
    // The run looks at a and b/2.md: there the short form was odd already. b/3.md is no part of it, deleted or not.
    expect(await told(repository, 'HEAD', 'a', 'b/2.md')).toEqual({ counts: [], before: ['b/2.md'] });
    rmSync(join(repository.folder, 'b/3.md'));
    expect(await told(repository, 'HEAD', 'a', 'b/2.md')).toEqual({ counts: [], before: ['b/2.md'] });
  });
});
