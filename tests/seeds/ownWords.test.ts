import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { seedDocument, seedsPresent } from '../support/seeds.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The founding documents are others' texts. Names and titles may coincide with theirs; so many characters on end are a copy. */
const LONGEST = 25;

/** Han characters only: a copy stays one in other layouts, with other punctuation and other numbers. */
const han = (text: string): string => text.replace(/[^\u3400-\u4dbf\u4e00-\u9fff]/g, '');

function runsOf(text: string): readonly string[] {
  const length = LONGEST + 1;
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) =>
    text.slice(at, at + length),
  );
}

/** The first run of each stretch of the text that is also one of theirs. */
function copied(text: string, theirs: ReadonlySet<string>): readonly string[] {
  const runs = runsOf(han(text));
  return runs.filter((run, i) => theirs.has(run) && !theirs.has(runs[i - 1] ?? ''));
}

/** Files that are kept in the repository, or would be by `git add`. */
function keptFiles(): readonly string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const names = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 }).split('\0');
  return names.filter((name) => name !== '' && existsSync(`${root}${name}`));
}

describe.skipIf(!seedsPresent || !existsSync(`${root}.git`))('the words of the repository', () => {
  const documents = (['zhaosu', 'awati'] as const).map((name) =>
    new TextDecoder().decode(seedDocument(name).bytes),
  );
  const theirs = new Set(documents.flatMap((text) => runsOf(han(text))));

  it('are its own: no file holds a sentence of a founding document', () => {
    const found = keptFiles().flatMap((name) =>
      copied(readFileSync(`${root}${name}`, 'utf8'), theirs).map((run) => `${name}: ${run}`),
    );
    expect(found).toEqual([]);
  });

  it('would be caught copying, with other marks and numbers between', () => {
    const [first = ''] = documents;
    const middle = han(first).slice(2000, 2000 + 2 * LONGEST);
    expect(copied(`前言：${[...middle].join('，1 ')}。`, theirs)).toEqual([middle.slice(0, LONGEST + 1)]);
    expect(copied(middle.slice(0, LONGEST), theirs)).toEqual([]);
  });
});
