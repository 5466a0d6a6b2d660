import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOf } from '../../src/cli/scale/shard.ts';
import { FAULTY, NO_LIST, SOUND } from './documents.ts';
import { emptyFolder, run } from './qingdan.ts';

const files = fc.uniqueArray(fc.record({ name: fc.string({ minLength: 1 }), size: fc.nat(300_000) }), {
  selector: ({ name }) => name,
  maxLength: 40,
});

describe('the parts of a run', () => {
  test('hold every file once, whatever order the files were found in', () => {
    fc.assert(
      fc.property(
        files,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 39 }),
        (all, count, by) => {
          const parts = partsOf(all, count);
          expect(parts.every((part) => part >= 1 && part <= count)).toBe(true);
          const turned = [...all.slice(by), ...all.slice(0, by)];
          const again = partsOf(turned, count);
          expect(all.map((file) => again[turned.indexOf(file)])).toEqual(parts);
        },
      ),
    );
  });

  test('differ by no more than the largest file', () => {
    fc.assert(
      fc.property(files, fc.integer({ min: 1, max: 9 }), (all, count) => {
        const parts = partsOf(all, count);
        const loads = Array.from({ length: count }, (_, i) =>
          all.reduce((sum, { size }, at) => (parts[at] === i + 1 ? sum + size + 4096 : sum), 0),
        );
        const largest = Math.max(0, ...all.map(({ size }) => size + 4096));
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(largest);
      }),
    );
  });
});

describe('qingdan check --shard', () => {
  const drafts = { 'a.md': SOUND, 'b.md': FAULTY, 'c/d.md': `${SOUND}\n${'　'.repeat(20)}`, 'e.md': NO_LIST };

  test('checks one part and says which', async () => {
    const cwd = emptyFolder(drafts);
    const args = ['check', '.', '--format', 'json', '--shard'];
    const one = await run([...args, '1/2'], { cwd });
    const two = await run([...args, '2/2'], { cwd });
    const paths = ({ stdout }: { stdout: string }) =>
      (JSON.parse(stdout) as { files: { path: string }[] }).files.map(({ path }) => path);
    // By size: b.md, then the sound ones and the notice.
    expect([...paths(one), ...paths(two)].sort()).toEqual(['a.md', 'b.md', 'c/d.md', 'e.md']);
    expect(paths(one)).toHaveLength(2);
    expect(one.stderr).toBe('第 1/2 份：共 4 个文件，这一份 2 个。\n');
  });

  test('says that a part without files has none, and is no failure', async () => {
    const cwd = emptyFolder({ 'a.md': FAULTY });
    expect(await run(['check', '.', '--shard', '2/2', '-q'], { cwd })).toEqual({
      code: 0,
      stdout: '0 个错误，0 个警告，0 个提示（0 个文件，0 个事项）\n',
      stderr: '第 2/2 份没有文件（共 1 个文件），什么也没有检查。\n',
    });
    expect((await run(['check', '.', '--shard', '1/2', '-q'], { cwd })).code).toBe(1);
  });

  test('refuses what is no part, and standard input', async () => {
    for (const value of ['0/4', '5/4', '2', '1/0', 'a/b', '1/2/3', '-1/4', '1.5/3']) {
      const { code, stderr } = await run(['check', 'a.md', `--shard=${value}`]);
      expect({ code, first: stderr.split('\n')[0] }).toEqual({
        code: 2,
        first: `--shard 要写成 第几份/共几份，例如 2/4，不能是“${value}”。`,
      });
    }
    const { code, stderr } = await run(['check', '-', '--shard', '1/2'], { stdin: SOUND });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        '--shard 不能用于标准输入：它没有大小，也没有别的部分。请给出文件或文件夹。\n用法见：qingdan check --help\n',
    });
  });
});
