import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/readers/decode.ts';
import { readMarkdown } from '../../../src/readers/markdown/read.ts';
import { seedDocument, seedsPresent } from '../../support/seeds.ts';
import { anything, htmlTable } from './documents.ts';

/** Cases of each property; more with QINGDAN_FUZZ. */
const RUNS = Number(process.env.QINGDAN_FUZZ ?? 200);

async function bothEngines(text: string): Promise<void> {
  const scanner = await readMarkdown(text, 'a.md', { engine: 'scanner' });
  const remark = await readMarkdown(text, 'a.md', { engine: 'remark' });
  expect(scanner).toEqual(remark);
}

const fixtures = fileURLToPath(new URL('../../../fixtures', import.meta.url));
const documents = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(?:md|txt)$/.test(name),
);

describe('the scanner and remark', () => {
  it.each(documents)('read the same from %s', async (name) => {
    await bothEngines(decode(readFileSync(`${fixtures}/${name}`)).text);
  });

  it.skipIf(!seedsPresent).each(['zhaosu', 'awati'] as const)(
    'read the same from the founding document %s',
    async (name) => {
      await bothEngines(decode(seedDocument(name).bytes).text);
    },
  );

  it('read the same from lines in any order', async () => {
    await fc.assert(fc.asyncProperty(anything.soup, bothEngines), { numRuns: RUNS });
  });

  it('read the same from tables with any cells', async () => {
    await fc.assert(fc.asyncProperty(anything.table, bothEngines), { numRuns: RUNS });
  });

  it('read the same from documents of tables and lines', async () => {
    await fc.assert(fc.asyncProperty(anything.document, bothEngines), { numRuns: RUNS });
  });

  it('read the same around HTML tables', async () => {
    const around = fc.tuple(anything.soup, htmlTable, anything.soup).map((parts) => parts.join('\n'));
    await fc.assert(fc.asyncProperty(around, bothEngines), { numRuns: RUNS });
  });

  // Found by the properties above at some time.
  it.each([
    '===\t=',
    '~~~*\t',
    '||*|',
    '* <!--\n\t',
    '\n---|\n<!-- c -->\n | ',
    '党的建设\n|-|',
    '| a |\n- | -\n',
    'a\n- | -\n',
  ])('read the same from %j', bothEngines);
});
