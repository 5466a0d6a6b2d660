import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/readers/markdown/read.ts';
import { document, soup, table } from './documents.ts';

const RUNS = Number(process.env.QINGDAN_FUZZ ?? 300);

async function bothEngines(text: string): Promise<void> {
  const scanner = await readMarkdown(text, 'a.md', { engine: 'scanner' });
  const remark = await readMarkdown(text, 'a.md', { engine: 'remark' });
  expect(scanner).toEqual(remark);
}

describe('the scanner and remark', () => {
  it('read the same from lines in any order', async () => {
    await fc.assert(fc.asyncProperty(soup, bothEngines), { numRuns: RUNS });
  });
  it('read the same from tables with any cells', async () => {
    await fc.assert(fc.asyncProperty(table, bothEngines), { numRuns: RUNS });
  });
  it('read the same from documents of tables and lines', async () => {
    await fc.assert(fc.asyncProperty(document, bothEngines), { numRuns: RUNS });
  });
});
