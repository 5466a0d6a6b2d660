import type { Span } from '../../model/place.ts';
import { lineStartsOf } from '../../model/place.ts';
import type { Block, Encoding, Source } from '../../model/source.ts';
import { checkParts, MAX_REMARK_COST, MAX_REMARK_LENGTH, REMARK_OVERHEAD } from '../limits.ts';
import { remarkCost } from './cost.ts';
import { readGridTable } from './gridTable.ts';
import { readHtml } from './htmlBlocks.ts';
import { readUnmarked } from './inline.ts';
import { type Part, type Prepared, prepare } from './prepare.ts';
import { commonName } from './references.ts';
import { type Region, type Scan, scanMarkdown, type UnsureCell, wordsBlock } from './scan.ts';
import { textWriter } from './textWriter.ts';

/**
 * Who reads: `scanner` reads what it is sure of and leaves the rest to remark, `remark` reads everything by remark.
 * Both give the same blocks; tests hold them to it.
 */
export type MarkdownEngine = 'scanner' | 'remark';

export interface MarkdownOptions {
  readonly engine?: MarkdownEngine;
  readonly encoding?: Encoding;
}

/**
 * Reads Markdown with GFM tables and HTML tables.
 *
 * @param text the decoded file without byte order mark
 * @throws ReadError `too-large` when there are more blocks and cells than are read
 */
export async function readMarkdown(
  text: string,
  path: string,
  options: MarkdownOptions = {},
): Promise<Source> {
  const { engine = 'scanner', encoding = { name: 'utf-8', bom: false } } = options;
  const lineStarts = lineStartsOf(text);
  const prepared = prepare(text);
  const preparedLines = prepared.text === text ? lineStarts : lineStartsOf(prepared.text);
  const reading: Reading = { prepared, lineStarts: preparedLines, remark: null, budget: newBudget() };
  const blocks = frontMatter(text, prepared);
  for (const part of prepared.parts) {
    for (const block of await readPart(reading, part, engine)) blocks.push(block);
  }
  checkParts(countParts(blocks));
  return { path, reader: 'markdown', encoding, text, lineStarts, blocks, ignores: prepared.ignores };
}

type Remark = typeof import('./remark.ts');

/** What is left of what remark may be given. */
interface Budget {
  length: number;
  cost: number;
}

interface Reading {
  readonly prepared: Prepared;
  /** Of the prepared text, in which fewer lines may begin than in the source. */
  readonly lineStarts: readonly number[];
  remark: Remark | null;
  readonly budget: Budget;
}

function newBudget(): Budget {
  return { length: MAX_REMARK_LENGTH, cost: MAX_REMARK_COST };
}

async function loadRemark(reading: Reading): Promise<Remark> {
  reading.remark ??= await import('./remark.ts');
  return reading.remark;
}

async function readPart(reading: Reading, part: Part, engine: MarkdownEngine): Promise<Block[]> {
  const { text } = reading.prepared;
  if (part.type === 'html') return readHtmlPart(reading, part);
  if (part.type === 'grid') return [readGridTable(text, { start: part.start, end: part.end })];
  // Definitions give meaning to brackets anywhere else; `]:` is in every one of them.
  const defined = text.slice(part.start, part.end).includes(']:');
  if (engine === 'remark' || (defined && withinBudget(reading, part))) {
    const { readStretch } = await loadRemark(reading);
    return attempt(() => readStretch(text, part.start, part.end)) ?? forced(reading, part);
  }
  const scan = newScan();
  scanMarkdown(
    { ...reading.prepared, lineStarts: reading.lineStarts, start: part.start, end: part.end, forced: false },
    scan,
  );
  checkParts(scan.cellCount + scan.blocks.length);
  await fillCells(reading, scan.cells);
  return fillRegions(reading, scan);
}

async function readHtmlPart(reading: Reading, { start, end }: Part): Promise<Block[]> {
  const { text } = reading.prepared;
  const value = text.slice(start, end);
  const common = !/&(?!(?:nbsp|amp|lt|gt|quot);)[a-zA-Z]/.test(value);
  const decodeName = common ? commonName : (await loadRemark(reading)).decodeName;
  return readHtml({ value, at: (offset) => start + offset }, text, decodeName);
}

async function fillCells(reading: Reading, cells: readonly UnsureCell[]): Promise<void> {
  if (cells.length === 0) return;
  const { text } = reading.prepared;
  const within = cells.filter((cell) => {
    if (withinBudget(reading, cell)) return true;
    cell.cell.text = readUnmarked(text, cell.start, cell.end, cell.start);
    return false;
  });
  if (within.length === 0) return;
  const { readCells } = await loadRemark(reading);
  const texts = attempt(() => readCells(text, within));
  for (const [index, { cell, start, end }] of within.entries())
    cell.text = texts?.[index] ?? readUnmarked(text, start, end, start);
}

async function fillRegions(reading: Reading, scan: Scan): Promise<Block[]> {
  const { text } = reading.prepared;
  const regions = scan.blocks.filter((block): block is Region => block.type === 'region');
  if (regions.length === 0) return scan.blocks as Block[];
  const within = regions.filter((region) => withinBudget(reading, region));
  const read = new Map<Region, Block[]>();
  if (within.length > 0) {
    const { readRegions } = await loadRemark(reading);
    const found = attempt(() => readRegions(text, within)) ?? [];
    for (const [index, blocks] of found.entries()) {
      const region = within[index];
      if (region) read.set(region, blocks);
    }
  }
  const blocks: Block[] = [];
  for (const block of scan.blocks) {
    if (block.type !== 'region') blocks.push(block);
    else for (const each of read.get(block) ?? forced(reading, block)) blocks.push(each);
  }
  return blocks;
}

/** Reads a stretch without remark. */
function forced(reading: Reading, { start, end }: Span): Block[] {
  const { prepared, lineStarts } = reading;
  const scan = newScan();
  scanMarkdown({ text: prepared.text, lineStarts, start, end, forced: true }, scan);
  checkParts(scan.cellCount + scan.blocks.length);
  return scan.blocks.filter((block): block is Block => block.type !== 'region');
}

/** Takes a stretch off the budget, if it still has room. */
function withinBudget({ prepared, budget }: Reading, { start, end }: Span): boolean {
  const length = end - start + REMARK_OVERHEAD;
  if (length > budget.length) return false;
  const cost = remarkCost(prepared.text, start, end);
  if (cost > budget.cost) return false;
  budget.length -= length;
  budget.cost -= cost;
  return true;
}

/** remark walks nested nodes by recursion: too deep a nesting overflows the stack, and is then read without it. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function newScan(): Scan {
  return { blocks: [], cells: [], cellCount: 0 };
}

function frontMatter(text: string, { frontMatter: found }: Prepared): Block[] {
  if (!found) return [];
  const writer = textWriter(text);
  writer.verbatim(found.contents.start, found.contents.end);
  const words = writer.finish(found.contents.start);
  return words.value === '' ? [] : [wordsBlock(0, words, found.span.start, found.span.end)];
}

function countParts(blocks: readonly Block[]): number {
  let count = blocks.length;
  for (const block of blocks)
    if (block.type === 'table') for (const row of block.rows) count += row.cells.length;
  return count;
}
