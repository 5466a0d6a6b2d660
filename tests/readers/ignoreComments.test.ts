import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { squeeze } from '../../src/model/text.ts';
import { inspectDocument } from '../../src/outline/inspect.ts';
import { outline } from '../../src/outline/outline.ts';
import { readMarkdown } from '../../src/readers/markdown/read.ts';
import { read } from '../../src/readers/read.ts';
import { readText } from '../../src/readers/text.ts';
import { builtinRuleset } from '../../src/ruleset/load.ts';
import { markdown, pdfText, randomMarkdownOptions, randomPdfOptions } from '../support/layouts.ts';
import { plainDocument } from '../support/plainDocuments.ts';

const { formats } = builtinRuleset();
const UTF8 = { name: 'utf-8', bom: false } as const;
const COMMENT = '<!-- qingdan-ignore stated-count -- 昭苏县|核过 1.*党的建设* -->';

/** Everything that is read, without the places. */
async function readingOf(text: string, path: string): Promise<unknown> {
  const { lists, contents, paragraphs, unread, ...rest } = outline(
    await read(path, new TextEncoder().encode(text)),
    formats,
  );
  const shown = inspectDocument({ lists, contents, paragraphs, unread, ...rest });
  return JSON.parse(
    JSON.stringify({
      ...shown,
      paragraphs: paragraphs.map(({ value }) => squeeze(value).value),
      contents: contents.map(({ title }) => title.value),
      unread: unread.map(({ reason }) => reason),
    }),
    (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value),
  );
}

/** The text with a comment line above some of its lines. */
function withLines(text: string, above: readonly number[]): string {
  const lines = text.split(/(?<=\n)/);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const places = new Set(above.map((at) => at % (lines.length + 1)));
  return [...lines, ''].map((line, i) => (places.has(i) ? `${COMMENT}${lineEnd}${line}` : line)).join('');
}

describe('lines of ignore comments', () => {
  it('change nothing of what is read in Markdown, wherever they stand', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 500 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        async (seed, above) => {
          const text = markdown(plainDocument(seed), randomMarkdownOptions(seed), seed);
          expect(await readingOf(withLines(text, above), 'lists.md')).toEqual(
            await readingOf(text, 'lists.md'),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('change nothing of what is read in PDF text, wherever they stand', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 500 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        async (seed, above) => {
          const text = pdfText(plainDocument(seed), randomPdfOptions(seed), seed);
          expect(await readingOf(withLines(text, above), 'lists.txt')).toEqual(
            await readingOf(text, 'lists.txt'),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('change nothing above every line of a document', async () => {
    for (const seed of [1, 2, 3]) {
      const every = Array.from({ length: 3000 }, (_, i) => i);
      const table = markdown(plainDocument(seed), {}, seed);
      expect(await readingOf(withLines(table, every), 'lists.md')).toEqual(
        await readingOf(table, 'lists.md'),
      );
      const lines = pdfText(plainDocument(seed), {}, seed);
      expect(await readingOf(withLines(lines, every), 'lists.txt')).toEqual(
        await readingOf(lines, 'lists.txt'),
      );
    }
  });
});

async function cellsOf(text: string, engine: 'scanner' | 'remark' = 'scanner'): Promise<readonly string[][]> {
  const { blocks } = await readMarkdown(text, 'a.md', { engine });
  return blocks.flatMap((block) =>
    block.type === 'table'
      ? block.rows.map((row) => row.cells.map((cell) => cell.text.value))
      : [[block.text.value]],
  );
}

describe('an ignore comment in a line of Markdown', () => {
  const row = (line: string): string => `| a | b |\n|---|---|\n${line}\n| 2 | 乙 |\n`;
  const READ = [
    ['a', 'b'],
    ['1', '甲'],
    ['2', '乙'],
  ];

  it.each([
    ['in the first cell', `| 1 ${COMMENT} | 甲 |`],
    ['in the last cell', `| 1 | 甲 ${COMMENT} |`],
    ['at the start of a cell', `| 1 | ${COMMENT}甲 |`],
    ['behind the last pipe', `| 1 | 甲 | ${COMMENT}`],
    ['before the first pipe', `${COMMENT} | 1 | 甲 |`],
    ['over two lines', `| 1 | 甲 | <!-- qingdan-ignore stated-count\n-- 核过 -->`],
  ])('%s is no part of it', async (_, line) => {
    expect(await cellsOf(row(line))).toEqual(READ);
    expect(await cellsOf(row(line), 'remark')).toEqual(READ);
  });

  it('in the middle of words is no part of them, and the places of the others stay', async () => {
    const text = row(`| 1 | 甲${COMMENT}丙 |`);
    expect(await cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '甲丙'],
      ['2', '乙'],
    ]);
    expect(await cellsOf(text, 'remark')).toEqual([
      ['a', 'b'],
      ['1', '甲丙'],
      ['2', '乙'],
    ]);
    const [table] = (await readMarkdown(text, 'a.md')).blocks;
    const cell = table?.type === 'table' ? table.rows[1]?.cells[1]?.text : undefined;
    expect(cell?.segments.map(({ from, sourceLength }) => text.slice(from, from + sourceLength))).toEqual([
      '甲',
      '丙',
    ]);
  });

  it('is an example of one where it stands in code or in another comment', async () => {
    const text = [
      '```',
      COMMENT,
      '```',
      `\`${COMMENT}\``,
      `<!-- 旧的 ${COMMENT.slice(0, -3)}-->`,
      '',
      '<!--',
      COMMENT.slice(0, -3),
      '-->',
      '',
    ].join('\n');
    expect((await readMarkdown(text, 'a.md')).ignores).toEqual([]);
  });

  it('may stand before front matter', async () => {
    const source = await readMarkdown('<!-- qingdan-ignore-file -->\n---\ntitle: 甲\n---\n\n乙\n', 'a.md');
    expect(source.blocks.map((block) => block.type !== 'table' && block.text.value)).toEqual([
      'title: 甲',
      '乙',
    ]);
  });

  it('leaves other comments alone', async () => {
    expect((await readMarkdown('<!-- qingdanignore a -->\n\n<!-- ignore -->\n', 'a.md')).ignores).toEqual([]);
  });
});

describe('the words of an ignore comment', () => {
  const wordsOf = (text: string) =>
    readText(text, 'a.txt', UTF8).ignores.map(({ word, rules, reason, closed, alone }) => ({
      word,
      rules: rules.map(({ id }) => id),
      reason,
      closed,
      alone,
    }));

  it.each([
    ['<!-- qingdan-ignore -->', 'ignore', [], null],
    ['<!--qingdan-ignore a-->', 'ignore', ['a'], null],
    ['<!-- qingdan-ignore a-b c -- 已经 -- 核过 -->', 'ignore', ['a-b', 'c'], '已经 -- 核过'],
    ['<!-- qingdan-ignore a-b，c、d——已经核过 -->', 'ignore', ['a-b', 'c', 'd'], '已经核过'],
    ['<!-- qingdan-ignore — 已经核过 -->', 'ignore', [], '已经核过'],
    ['<!-- qingdan-ignore-start a -->', 'ignore-start', ['a'], null],
    ['<!-- qingdan-ignore-file -- 旧稿 -->', 'ignore-file', [], '旧稿'],
    ['<!-- qingdan-disable a -->', 'disable', ['a'], null],
  ])('%s', (text, word, rules, reason) => {
    expect(wordsOf(text)).toEqual([{ word, rules, reason, closed: true, alone: true }]);
  });

  it('end with the line where the comment is not closed, and the rest is still read', () => {
    const text = '甲\n<!-- qingdan-ignore a\n乙\n';
    expect(wordsOf(text)).toEqual([
      { word: 'ignore', rules: ['a'], reason: null, closed: false, alone: true },
    ]);
    expect(
      readText(text, 'a.txt', UTF8).blocks.map((block) => block.type === 'line' && block.text.value),
    ).toEqual(['甲', '乙']);
  });

  it('are no part of a line of text, and leave its words in place', () => {
    const text = '  甲 <!-- qingdan-ignore a -->乙\n';
    const source = readText(text, 'a.txt', UTF8);
    expect(source.blocks).toMatchObject([{ text: { value: '甲 乙' }, indent: 2 }]);
    expect(wordsOf(text)).toMatchObject([{ alone: false }]);
  });

  it('are found in time that grows with the length, whatever they hold', () => {
    const count = (piece: string): number => readText(piece.repeat(40_000), 'a.txt', UTF8).ignores.length;
    expect(count('<!-- qingdan-ignore ')).toBe(1);
    expect(count('<!-- qingdan-ignore a -->')).toBe(40_000);
    expect(count('<!-- <!-- qingdan-ignore -- ')).toBe(0);
  });
});

describe('an ignore comment among cells of a spreadsheet', () => {
  it.each([
    ['tabs', '\t', 'a.txt'],
    ['commas', ',', 'a.csv'],
  ])('is read past between %s', async (_, mark, path) => {
    const row = (...cells: readonly string[]): string => `${cells.join(mark)}\n`;
    const comment = '<!-- qingdan-ignore stated-count, x -- 核过 -->';
    const head = row('序号', '事项类别', '事项名称');
    const one = row('1', '党的建设', '"管好用好"');
    const two = row('2', '民生服务', '受理补贴');
    const plain = await readingOf(head + one + two, path);
    expect(
      await readingOf(`${comment}\n${head}${comment}\n${one}${comment}\n${two}${comment}`, path),
    ).toEqual(plain);
    expect(await readingOf(`${head}${one}${two.trimEnd()}${mark}${comment}\n`, path)).toEqual(plain);
  });
});

describe('ignore comments anywhere in Markdown', () => {
  const COMMENTS = [COMMENT, '<!-- qingdan-ignore -->', '<!-- qingdan-ignore\n-->', '<!-- qingdan-ignore'];

  it('are read by the scanner as by remark', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 500 }),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...COMMENTS)), { minLength: 1, maxLength: 6 }),
        async (seed, inserted) => {
          const plan = { basic: 4, coordinating: 3, withdrawn: 2 };
          let text = markdown(plainDocument(seed, plan), randomMarkdownOptions(seed), seed);
          for (const [place, comment] of inserted) {
            const at = place % (text.length + 1);
            text = text.slice(0, at) + comment + text.slice(at);
          }
          const { blocks } = await readMarkdown(text, 'a.md', { engine: 'remark' });
          expect((await readMarkdown(text, 'a.md')).blocks).toEqual(blocks);
        },
      ),
      { numRuns: 40 },
    );
  });
});
