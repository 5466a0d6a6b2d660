import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findInputs } from '../../src/cli/inputs/inputs.ts';

let folder = '';
const before = process.cwd();

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'qingdan-')));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

const nothing: (path: string) => boolean = () => false;

/** Writes files by path; the content is what stands behind the colon, else nothing. */
function files(...names: string[]): void {
  for (const name of names) {
    const [path = '', content = ''] = name.split(':');
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

async function found(operands: string[], { gitignore = true, ignored = nothing } = {}): Promise<string[]> {
  const inputs = await findInputs(operands, { gitignore, ignored });
  return inputs.map((input) =>
    input.kind === 'stdin' ? '-' : input.kind === 'file' ? input.name : `${input.code}: ${input.name}`,
  );
}

describe('paths', () => {
  test('are taken whatever their extension, in the order given and once', async () => {
    files('b.list', 'a.md');
    expect(await found(['b.list', 'a.md', './b.list', '-', '-'])).toEqual(['b.list', 'a.md', '-']);
  });

  test('that do not exist are named, and the others still found', async () => {
    files('a.md');
    expect(await found(['没有.md', 'a.md', 'a.md/x'])).toEqual([
      'not-found: 没有.md',
      'a.md',
      'not-found: a.md/x',
    ]);
  });

  test('outside the working directory are named from it', async () => {
    files('here/x.md', 'there/a.md');
    process.chdir(join(folder, 'here'));
    expect(await found(['../there/a.md', '..'])).toEqual(['../there/a.md', 'x.md']);
  });

  test('are checked even where they are ignored', async () => {
    files('.gitignore:a.md', 'a.md');
    mkdirSync('.git');
    expect(await found(['a.md'], { ignored: () => true })).toEqual(['a.md']);
  });

  test('with the characters of a pattern are files when there is such a file', async () => {
    files('清单[终稿].md', '清单终.md');
    expect(await found(['清单[终稿].md'])).toEqual(['清单[终稿].md']);
  });
});

describe('folders', () => {
  test('give their drafts in the order of names, and documents that cannot be read', async () => {
    files('d/b.md', 'd/a.txt', 'd/c.markdown', 'd/B.MD', 'd/x.docx', 'd/y.PDF', 'd/pic.png', 'd/notes.json');
    files('d/sub/z.md', 'd/~$x.docx', 'd/.hidden.md', 'd/.git/HEAD.md', 'd/node_modules/p/readme.md');
    expect(await found(['d'])).toEqual([
      ...['d/B.MD', 'd/a.txt', 'd/b.md', 'd/c.markdown', 'd/x.docx', 'd/y.PDF'],
      'd/sub/z.md',
    ]);
  });

  test('are read in the order of numbers in names', async () => {
    files('d/10.md', 'd/2.md', 'd/1.md', 'd/01.md', 'd/清单10-2.md', 'd/清单9-10.md');
    const order = ['d/01.md', 'd/1.md', 'd/2.md', 'd/10.md', 'd/清单9-10.md', 'd/清单10-2.md'];
    expect(await found(['d'])).toEqual(order);
    expect(await found(['d/*.md'])).toEqual(order);
  });

  test('that hold nothing to check are named', async () => {
    files('d/pic.png');
    mkdirSync('empty');
    expect(await found(['d', 'empty'])).toEqual(['no-drafts: d', 'no-drafts: empty']);
  });

  test('may be called like a file', async () => {
    files('d/odd.md/a.md');
    expect(await found(['d', 'd/odd.md'])).toEqual(['d/odd.md/a.md']);
  });

  test('that are links are not gone into, and a link to itself ends', async () => {
    files('d/a.md', 'other/b.md');
    symlinkSync(join(folder, 'd'), join(folder, 'd/loop'));
    symlinkSync(join(folder, 'other'), join(folder, 'd/other'));
    symlinkSync(join(folder, 'd/self.md'), join(folder, 'd/self.md'));
    symlinkSync(join(folder, 'other/b.md'), join(folder, 'd/linked.md'));
    expect(await found(['d'])).toEqual(['d/a.md', 'd/linked.md', 'd/self.md']);
  });

  test('leave out what .gitignore names, nested ones and exceptions included', async () => {
    mkdirSync('.git');
    files(
      '.gitignore:*.tmp.md\n/d/old/\n',
      'd/.gitignore:!keep.tmp.md\ndraft.md',
      'd/draft.md',
      'd/sub/draft.md',
    );
    files('d/a.tmp.md', 'd/keep.tmp.md', 'd/old/x.md', 'd/sub/old/y.md');
    expect(await found(['d'])).toEqual(['d/keep.tmp.md', 'd/sub/old/y.md']);
    expect(await found(['d'], { gitignore: false })).toEqual([
      ...['d/a.tmp.md', 'd/draft.md', 'd/keep.tmp.md', 'd/old/x.md', 'd/sub/draft.md', 'd/sub/old/y.md'],
    ]);
  });

  test('that are ignored themselves are searched when they are named', async () => {
    mkdirSync('.git');
    files('.gitignore:out/', 'out/a.md', 'b.md');
    expect(await found(['.'])).toEqual(['b.md']);
    expect(await found(['out'])).toEqual(['out/a.md']);
  });

  test('leave out what the config names', async () => {
    files('d/a.md', 'd/b.md');
    expect(await found(['d'], { ignored: (path) => path.endsWith('b.md') })).toEqual(['d/a.md']);
  });
});

describe('patterns', () => {
  test('give what they match, sorted, without node_modules and hidden files', async () => {
    files('d/b.md', 'd/a.md', 'd/c.txt', 'd/sub/e.md', 'd/.h.md', 'd/node_modules/p/r.md');
    expect(await found(['d/**/*.md'])).toEqual(['d/a.md', 'd/b.md', 'd/sub/e.md']);
    expect(await found(['d/{a,c}.*'])).toEqual(['d/a.md', 'd/c.txt']);
  });

  test('that match nothing are named', async () => {
    files('a.md');
    expect(await found(['d/*.md', 'a.md', '['])).toEqual(['no-match: d/*.md', 'a.md', 'no-match: [']);
  });

  test('leave out what .gitignore and the config name', async () => {
    mkdirSync('.git');
    files('.gitignore:old/', 'd/old/x.md', 'd/a.md', 'd/b.md', 'd/sub/.gitignore:c.md', 'd/sub/c.md');
    expect(await found(['d/**/*.md'], { ignored: (path) => path.endsWith('b.md') })).toEqual(['d/a.md']);
  });

  test('see linked files, and are not led round by linked folders', async () => {
    files('d/a.md', 'other/b.md');
    symlinkSync(join(folder, 'd'), join(folder, 'd/loop'));
    symlinkSync(join(folder, 'other/b.md'), join(folder, 'd/linked.md'));
    expect(await found(['d/**/*.md'])).toEqual(['d/a.md', 'd/linked.md']);
  });
});
