import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../../src/model/source.ts';
import type { Text } from '../../../src/model/text.ts';
import { type MarkdownEngine, readMarkdown } from '../../../src/readers/markdown/read.ts';
import { anything, htmlTable, keeping } from './documents.ts';

const RUNS = Number(process.env.QINGDAN_FUZZ ?? 150);
const ENGINES: readonly MarkdownEngine[] = ['scanner', 'remark'];

function textsOf(source: Source): readonly Text[] {
  return source.blocks.flatMap((block) =>
    block.type === 'table' ? block.rows.flatMap((row) => row.cells.map((cell) => cell.text)) : [block.text],
  );
}

/** For each source character how many texts hold it. */
function heldBy(source: Source): readonly number[] {
  const held = new Array<number>(source.text.length).fill(0);
  for (const { segments } of textsOf(source))
    for (const { from, sourceLength } of segments)
      for (let i = from; i < from + sourceLength; i++) held[i] = (held[i] ?? 0) + 1;
  return held;
}

/** The Chinese characters of the source that not exactly one text holds. */
function misreadCharacters(source: Source): string {
  const held = heldBy(source);
  return [...source.text.matchAll(/[\u4e00-\u9fff]/g)]
    .filter(({ index }) => held[index] !== 1)
    .map(([character]) => character)
    .join('');
}

describe.each(ENGINES)('places as %s reads them', (engine) => {
  it('cut the words of a verbatim segment out of the source', async () => {
    await fc.assert(
      fc.asyncProperty(anything.document, async (text) => {
        for (const { value, segments } of textsOf(await readMarkdown(text, 'a.md', { engine })))
          for (const { at, length, from, sourceLength } of segments)
            if (length === sourceLength)
              expect(text.slice(from, from + length)).toBe(value.slice(at, at + length));
      }),
      { numRuns: RUNS },
    );
  });

  it('are segments in order that cover the value, without white space at its ends or around its line breaks', async () => {
    await fc.assert(
      fc.asyncProperty(anything.document, async (text) => {
        for (const { value, segments, anchor } of textsOf(await readMarkdown(text, 'a.md', { engine }))) {
          expect(segments.reduce((sum, segment) => sum + segment.length, 0)).toBe(value.length);
          segments.forEach(({ at, length, from }, index) => {
            const before = segments[index - 1];
            expect(length).toBeGreaterThan(0);
            expect(at).toBe(before ? before.at + before.length : 0);
            expect(from).toBeGreaterThanOrEqual(before ? before.from + before.sourceLength : anchor);
          });
          expect(value).toBe(
            value
              .split('\n')
              .map((line) => line.trim())
              .join('\n')
              .trim(),
          );
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('have blocks, rows and cells in order and without overlaps, each text inside its block', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything.document, htmlTable), async (text) => {
        let end = 0;
        const inOrder = (span: { start: number; end: number }, from: number) => {
          expect(span.start).toBeGreaterThanOrEqual(from);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
        };
        for (const block of (await readMarkdown(text, 'a.md', { engine })).blocks) {
          inOrder(block.span, end);
          end = block.span.end;
          if (block.type !== 'table') continue;
          let rowEnd = block.span.start;
          for (const row of block.rows) {
            inOrder(row.span, rowEnd);
            rowEnd = row.span.end;
            let cellEnd = row.span.start;
            for (const cell of row.cells) {
              inOrder(cell.span, cellEnd);
              cellEnd = cell.span.end;
            }
            expect(cellEnd).toBeLessThanOrEqual(rowEnd);
          }
          expect(rowEnd).toBeLessThanOrEqual(end);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('lose no Chinese character and read none twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(keeping.document, htmlTable), async (text) => {
        expect(misreadCharacters(await readMarkdown(text, 'a.md', { engine }))).toBe('');
      }),
      { numRuns: RUNS },
    );
  });

  it('lose no character at all of text and tables without marks', async () => {
    const word = fc.constantFrom(
      '党的建设',
      '，',
      '（1）',
      '；',
      'ab',
      '2025',
      '　',
      ' ',
      '𠮷',
      '%',
      '"',
      "'",
      '/',
      '.',
      '%',
    );
    const words = fc.array(word, { maxLength: 6 }).map((parts) => parts.join(''));
    const rows = fc.array(fc.tuple(words, words, words), { minLength: 1, maxLength: 5 });
    const document = fc.tuple(words, rows, words).map(([above, cells, below]) => {
      const [header = ['', '', ''], ...body] = cells;
      const row = (each: readonly string[]) => `| ${each.join(' | ')} |`;
      return [`县${above}`, '', row(header), '|---|---|---|', ...body.map(row), '', `县${below}`].join('\n');
    });
    await fc.assert(
      fc.asyncProperty(document, async (text) => {
        const held = heldBy(await readMarkdown(text, 'a.md', { engine }));
        for (let i = 0; i < text.length; i++)
          if (!/[\s|-]/.test(text.charAt(i))) expect([text.charAt(i), held[i]]).toEqual([text.charAt(i), 1]);
      }),
      { numRuns: RUNS },
    );
  });
});
