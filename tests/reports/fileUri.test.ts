import { expect, test } from 'vitest';
import { fileUri } from '../../src/reports/fileUri.ts';

test.each([
  ['lists/a.md', 'lists/a.md', true],
  ['清单/昭苏 镇.md', '%E6%B8%85%E5%8D%95/%E6%98%AD%E8%8B%8F%20%E9%95%87.md', true],
  ['../a.md', '../a.md', true],
  ['<stdin>', '%3Cstdin%3E', true],
  ['a#1?b%20.md', 'a%231%3Fb%2520.md', true],
  ['2025:07.md', '2025%3A07.md', true],
  ['a\\b.md', 'a%5Cb.md', true],
  ['/data/清单.md', 'file:///data/%E6%B8%85%E5%8D%95.md', false],
  ['C:/清单/a b.md', 'file:///C:/%E6%B8%85%E5%8D%95/a%20b.md', false],
  ['//server/share/a.md', 'file://server/share/a.md', false],
  ['a\ud800.md', 'a%EF%BF%BD.md', true],
])('%j is %s', (path, uri, relative) => {
  expect(fileUri(path)).toEqual({ uri, relative });
});
