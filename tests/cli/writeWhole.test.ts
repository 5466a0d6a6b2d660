import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from '../../src/cli/writeWhole.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingdan-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a report takes the place of the old one and leaves nothing beside it', async () => {
  const file = join(folder, '报告.txt');
  writeFileSync(file, 'old');
  chmodSync(file, 0o640);
  await writeWhole(file, 'new');
  expect(readdirSync(folder)).toEqual(['报告.txt']);
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o640);
});

test('a link stays a link and its target is written', async () => {
  writeFileSync(join(folder, 'target.txt'), 'old');
  symlinkSync('target.txt', join(folder, 'link.txt'));
  await writeWhole(join(folder, 'link.txt'), 'new');
  expect(readFileSync(join(folder, 'target.txt'), 'utf8')).toBe('new');
  expect(readdirSync(folder).sort()).toEqual(['link.txt', 'target.txt']);
});

test('a device is written to and not replaced', async () => {
  await writeWhole('/dev/null', 'new');
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});

test('a folder that is missing or in the way is an error and leaves nothing behind', async () => {
  await expect(writeWhole(join(folder, 'none', 'x.txt'), 'new')).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(writeWhole(folder, 'new')).rejects.toMatchObject({ code: 'EISDIR' });
  expect(readdirSync(folder)).toEqual([]);
});
