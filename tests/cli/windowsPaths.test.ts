import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gitProgram } from '../../src/cli/filters/gitProgram.ts';
import { isWithin } from '../../src/cli/inputs/confined.ts';
import { shownPath, slashed } from '../../src/cli/inputs/paths.ts';
import { renameOver } from '../../src/cli/renameOver.ts';
import { fileUri } from '../../src/reports/fileUri.ts';
import { matches } from '../../src/ruleset/pathPatterns.ts';
import { folderOf, within } from '../../src/ruleset/paths.ts';

const { win32 } = await vi.importActual<typeof import('node:path')>('node:path');

vi.mock('node:path', async () => {
  const actual = await vi.importActual<typeof import('node:path')>('node:path');
  return { ...actual.win32, default: actual.win32 };
});

const HERE = 'C:\\清单库\\云溪乡';

beforeEach(() => {
  vi.spyOn(process, 'cwd').mockReturnValue(HERE);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** A drive, a server or a device. */
const root = fc.constantFrom('C:\\', 'c:\\', 'D:\\', '\\\\服务器\\共享\\', '\\\\srv\\c$\\');
const name = fc.constantFrom(
  '清单',
  '甲 乙',
  'a.md',
  'b[1]',
  '(试行)',
  '…',
  'x'.repeat(300),
  '~$a',
  '100%',
  '#1',
);
const names = fc.array(name, { minLength: 1, maxLength: 6 });

describe('on Windows', () => {
  test('a path in a report has / between its folders, and leads back to the file', () => {
    fc.assert(
      fc.property(root, names, (top, parts) => {
        const file = win32.join(top, ...parts);
        const shown = shownPath(file);
        expect(shown).not.toContain('\\');
        expect(win32.resolve(HERE, shown).toLowerCase()).toBe(file.toLowerCase());
        expect(slashed(file).split('/').join('\\')).toBe(file);
      }),
    );
    expect(shownPath('C:\\清单库\\云溪乡\\甲\\1.md')).toBe('甲/1.md');
    expect(shownPath('c:\\清单库\\云溪乡\\1.md')).toBe('1.md');
    expect(shownPath('C:\\清单库\\别的\\1.md')).toBe('../别的/1.md');
    expect(shownPath('D:\\1.md')).toBe('D:/1.md');
    expect(shownPath('\\\\服务器\\共享\\1.md')).toBe('//服务器/共享/1.md');
  });

  test('a file is in the folders above it and in no other', () => {
    fc.assert(
      fc.property(root, names, names, (top, above, below) => {
        const folder = win32.join(top, ...above);
        const file = win32.join(folder, ...below);
        expect([isWithin(file, folder), isWithin(folder, folder)]).toEqual([true, true]);
        expect([isWithin(folder, file), isWithin(`${folder}x\\a`, folder)]).toEqual([false, false]);
        expect(isWithin(file, 'E:\\')).toBe(false);
        expect(within(slashed(folder), slashed(file))).toBe(below.join('/'));
        expect(within(folderOf(`${slashed(folder)}/qingdan.config.yaml`), slashed(file))).toBe(
          below.join('/'),
        );
        expect(within(slashed(folder), slashed(`${folder}x\\a`))).toBeNull();
      }),
    );
  });

  test('patterns of a config hold however the drive and the slashes are written', () => {
    const patterns = { folder: folderOf('c:\\清单库\\qingdan.config.yaml'), patterns: ['甲/**', '/*.txt'] };
    const files = [
      'C:\\清单库\\甲\\1.md',
      'c:/清单库/甲/2/1.md',
      'C:/清单库/1.txt',
      'C:/清单库/2/1.txt',
      'D:/清单库/甲/1.md',
    ];
    expect(files.map((file) => matches(patterns, file))).toEqual([true, true, true, false, false]);
    expect(within(folderOf('/qingdan.config.yaml'), '/甲/1.md')).toBe('甲/1.md');
    expect(within(folderOf('//服务器/共享/qingdan.config.yaml'), '//服务器/共享/甲/1.md')).toBe('甲/1.md');
  });

  test('a path becomes an address that other programs take', () => {
    expect(fileUri(slashed('D:\\清单\\a b.md'))).toEqual({
      uri: 'file:///D:/%E6%B8%85%E5%8D%95/a%20b.md',
      relative: false,
    });
    expect(fileUri(slashed('\\\\srv\\共享\\a.md')).uri).toBe('file://srv/%E5%85%B1%E4%BA%AB/a.md');
  });

  test('git is taken from PATH and never from the folder that is checked', () => {
    const there = new Set([
      'git.exe',
      '.\\git.exe',
      'C:\\Git\\cmd\\git.exe',
      'D:\\git.exe',
      '\\tools\\git.exe',
    ]);
    const find = (path: string) => gitProgram('win32', path, (file) => there.has(file));
    expect(find('C:\\Windows;C:\\Git\\cmd;D:\\')).toBe('C:\\Git\\cmd\\git.exe');
    expect(find('.;;"C:\\Git\\cmd"')).toBe('C:\\Git\\cmd\\git.exe');
    expect(find('.;;\\tools;C:Git')).toBeNull();
    expect(gitProgram('linux', '', () => false)).toBe('git');
  });

  test('a file that somebody has open for a moment is renamed over when it is let go', async () => {
    let tries = 0;
    const busy = (code: string, times: number) => async () => {
      tries++;
      if (tries <= times) throw Object.assign(new Error(code), { code });
    };
    await renameOver('a', 'b', { platform: 'win32', move: busy('EPERM', 2) });
    expect(tries).toBe(3);
    tries = 0;
    await expect(renameOver('a', 'b', { platform: 'win32', move: busy('ENOENT', 9) })).rejects.toThrow(
      'ENOENT',
    );
    expect(tries).toBe(1);
    tries = 0;
    await expect(renameOver('a', 'b', { platform: 'linux', move: busy('EPERM', 9) })).rejects.toThrow(
      'EPERM',
    );
    expect(tries).toBe(1);
  });
});
