import { describe, expect, it } from 'vitest';
import { ReadError } from '../../src/model/errors.ts';
import { outline } from '../../src/outline/outline.ts';
import { read } from '../../src/readers/read.ts';
import { builtinRuleset } from '../../src/ruleset/load.ts';
import { type SideBySideOptions, sideBySideText } from '../support/layouts/sideBySide.ts';
import { plainDocument } from '../support/plainDocuments.ts';
import { differences, expectedLists, readLists } from '../support/readBack.ts';

const { formats } = builtinRuleset();
const SIZE = { basic: 24, coordinating: 16, withdrawn: 12 };
const WHOLE_ROW = {
  category: 8,
  name: 60,
  departments: 60,
  superiorDuties: 300,
  townshipDuties: 300,
  handover: 300,
};

async function told(text: string): Promise<unknown> {
  try {
    const document = outline(await read('清单.txt', new TextEncoder().encode(text)), formats, 'base');
    return document.lists.map(({ kind, items }) => [kind, items.length]);
  } catch (error) {
    if (error instanceof ReadError) return { [error.code]: error.data };
    throw error;
  }
}

/** 1-based; of a table that has more columns than the narrow layout can hold in one line. */
function headerLine(text: string): number {
  return text.split('\n').findIndex((line) => /^ *(?:序号|编号|事项类) {2,}\S+ {2,}\S/.test(line)) + 1;
}

const usual: SideBySideOptions = { widths: {}, centred: true, gap: 4, pageLines: null };

describe('tables with a piece of several cells in each line are refused at their first header', () => {
  const layouts: readonly (readonly [string, Partial<SideBySideOptions>])[] = [
    ['cells at the middle of their row', {}],
    ['cells at the top of their row', { centred: false }],
    ['pages', { pageLines: 30 }],
    ['pages, cells at the top', { pageLines: 24, centred: false }],
    ['narrow columns, a wrapped header', { widths: { category: 3, name: 6, departments: 4 }, gap: 2 }],
    ['wide columns of duties', { widths: { superiorDuties: 26, townshipDuties: 22 }, gap: 8 }],
    ['other header words', { wording: 1 }],
    ['other header words again', { wording: 2, centred: false, pageLines: 40 }],
  ];
  it.each(layouts)('%s', async (_name, options) => {
    for (const seed of [1, 2, 3]) {
      const text = sideBySideText(plainDocument(seed, SIZE), { ...usual, ...options });
      expect(await told(text)).toEqual({ 'side-by-side': { line: headerLine(text) } });
    }
  });

  it('a list of duties by itself, however short', async () => {
    const document = plainDocument(4, { basic: 0, coordinating: 3, withdrawn: 0 });
    const text = sideBySideText(document, usual);
    expect(await told(text)).toEqual({ 'side-by-side': { line: headerLine(text) } });
  });

  it('a basic list whose numbers stand beside the middle of wrapped names', async () => {
    const document = plainDocument(5, { basic: 20, coordinating: 0, withdrawn: 0 });
    const text = sideBySideText(document, { ...usual, widths: { category: 8, name: 8 } });
    expect(await told(text)).toEqual({ 'side-by-side': { line: headerLine(text) } });
  });
});

describe('text that was laid out by hand is read', () => {
  it('with a line a row, columns lined up with spaces', async () => {
    const document = plainDocument(6, SIZE);
    const text = sideBySideText(document, { ...usual, widths: WHOLE_ROW, gap: 2 });
    const source = await read('清单.txt', new TextEncoder().encode(text));
    expect(readLists(outline(source, formats, 'base')).map(({ items }) => items.length)).toEqual([
      24, 16, 12,
    ]);
  });

  it('with names that go on below their row', async () => {
    const document = plainDocument(7, { basic: 20, coordinating: 0, withdrawn: 0 });
    const text = sideBySideText(document, { ...usual, widths: { category: 8, name: 8 }, centred: false });
    const source = await read('清单.txt', new TextEncoder().encode(text));
    expect(differences(expectedLists(document), readLists(outline(source, formats, 'base')))).toEqual([]);
  });

  it('with departments listed in columns before and behind the list', async () => {
    const names = '县委组织部    县委宣传部    县委统战部\n'.repeat(14);
    const list =
      '柳河镇基本履职事项清单\n\n序号  事项类别  事项名称\n1  党的建设  做好村级后备干部培养\n2  党的建设  开展党员教育\n';
    expect(await told(`${names}\n${list}`)).toEqual([['basic', 2]]);
  });
});
