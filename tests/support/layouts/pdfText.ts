import type { PdfOptions, Widths } from './pdfOptions.ts';
import { AWATI_LIKE } from './pdfOptions.ts';
import type { Cell, Placed } from './pdfRow.ts';
import { columnHeader, cutCells, placeCells, rowHeight } from './pdfRow.ts';
import type { PlainDocument, PlainItem, PlainList, PlainRole } from './plain.ts';
import { categoryHeading, categoryRuns, cellOf, columnsOf } from './plain.ts';
import type { Random } from './random.ts';
import { randomFrom } from './random.ts';
import { widthOf, wrap } from './wrap.ts';

export type { PdfOptions, Widths } from './pdfOptions.ts';
export { AWATI_LIKE, randomPdfOptions } from './pdfOptions.ts';

/** What is printed between two page breaks: lines, `''` for a blank one. */
type Lines = string[];

interface Pages {
  readonly pages: Lines[];
  /** Lines that the current page still has room for. */
  room: number;
}

/** A row, or a heading that spans the table. */
type Entry =
  | { readonly type: 'item'; readonly cells: readonly Cell[] }
  | { readonly type: 'heading'; readonly text: string };

function entriesOf(list: PlainList, options: PdfOptions): readonly Entry[] {
  const widths: Widths = options.widths[list.kind];
  const roles = columnsOf(list.kind).filter((role) => role !== 'category' || options.categories === 'column');
  const item = (plain: PlainItem): Entry => ({
    type: 'item',
    cells: roles.map((role) => ({
      role,
      lines: wrap(cellOf(plain, role), widthFor(widths, role), options.kinsoku),
    })),
  });
  if (options.categories === 'column') return list.items.map(item);
  return categoryRuns(list.items).flatMap((run, index) => [
    {
      type: 'heading',
      text: categoryHeading(index, run[0]?.category ?? '', options.categoryCounts ? run.length : null),
    } satisfies Entry,
    ...run.map(item),
  ]);
}

function widthFor(widths: Widths, role: PlainRole): number {
  return role in widths ? widths[role as keyof Widths] : Number.POSITIVE_INFINITY;
}

/** Lines of a row on the page: pieces on one line joined by a space, a blank line where the place jumps. */
function rowLines(placed: readonly Placed[]): Lines {
  const lines: Lines = [];
  for (const piece of placed) {
    if (piece.before === 'space' && lines.length > 0) {
      lines[lines.length - 1] = `${lines[lines.length - 1] ?? ''} ${piece.text}`;
      continue;
    }
    if (piece.before === 'blank') lines.push('');
    lines.push(piece.text);
  }
  return lines;
}

const QUOTES = ['“', '"', '”', '‘'];

/** What stands between two pages: nothing, a garbage line, a page number. */
function pageEnd(options: PdfOptions, page: number, random: Random): Lines {
  const out: Lines = [];
  if (options.garbage && random.chance(0.3)) out.push('', random.pick(QUOTES).repeat(random.int(8, 36)));
  if (options.pageNumbers === 'dashes') out.push('', `— ${page} —`);
  if (options.pageNumbers === 'bare') out.push('', String(page));
  return out;
}

/** The header of a list for one page, or nothing when the layout leaves it out there. */
function pageHeader(list: PlainList, options: PdfOptions, first: boolean, random: Random): Lines {
  if (!first && options.headerOn === 'first') return [];
  if (!first && options.headerOn === 'sometimes' && random.chance(0.4)) return [];
  const lines = columnHeader(list.kind, options, random);
  if (first || !options.partialHeaders || lines.length < 4 || random.chance(0.6)) return lines;
  const cut = lines.map((line, i) => (line === '' ? i : -1)).filter((i) => i > 0);
  const at = random.pick(cut);
  return random.chance(0.5) ? lines.slice(0, at) : lines.slice(at + 1);
}

function listPages(list: PlainList, options: PdfOptions, firstPage: number, random: Random): Lines[] {
  const state: Pages = { pages: [], room: 0 };
  const page = (): Lines => {
    const last = state.pages[state.pages.length - 1];
    return last ?? newPage();
  };
  const newPage = (): Lines => {
    const header = pageHeader(list, options, state.pages.length === 0, random);
    const previous = state.pages[state.pages.length - 1];
    if (previous) previous.push(...pageEnd(options, firstPage + state.pages.length - 1, random));
    const lines: Lines = state.pages.length === 0 && options.titles ? [list.title, ''] : [];
    lines.push(...header);
    state.pages.push(lines);
    state.room = options.linesPerPage - 3;
    return lines;
  };
  const put = (lines: Lines, height: number): void => {
    const current = page();
    if (current.length > 0) current.push('');
    current.push(...lines);
    state.room -= height + 0.5;
  };
  newPage();
  for (const entry of entriesOf(list, options)) {
    if (entry.type === 'heading') {
      if (state.room < 2) newPage();
      put([entry.text], 1);
      continue;
    }
    let cells: readonly Cell[] = entry.cells;
    while (rowHeight(cells) > state.room) {
      const cut =
        options.cutRows === 'never' ? null : cutCells(cells, Math.floor(state.room), options.cutRows);
      // A row taller than a page that cannot be cut stands on a page of its own.
      if (!cut && state.room === options.linesPerPage - 3) break;
      if (cut) {
        put(rowLines(placeCells(cut.above, options, random)), rowHeight(cut.above));
        cells = cut.below;
      }
      newPage();
    }
    put(rowLines(placeCells(cells, options, random)), rowHeight(cells));
  }
  return state.pages;
}

/** Running text wrapped at the page's width, the first line of each paragraph indented. */
function preambleLines(document: PlainDocument, options: PdfOptions, random: Random): Lines {
  const lines: Lines = [];
  for (const paragraph of document.preamble) {
    const indent = ' '.repeat(random.int(4, 9));
    wrap(`　　${paragraph}`, options.preambleWidth, true).forEach((line, i) => {
      if (lines.length > 0 && (options.preambleBlankLines || i === 0)) lines.push('');
      lines.push(i === 0 ? indent + line.trimStart() : line);
    });
  }
  return lines;
}

function withTrailing(line: string, options: PdfOptions, random: Random): string {
  // Padding stands behind the clauses of the wide columns, seldom behind the words of the narrow ones.
  const rate = widthOf(line) > 12 ? 0.08 : 0.01;
  if (line === '' || options.trailing === 'none' || !random.chance(rate)) return line;
  const mark =
    options.trailing === 'mixed' ? random.pick([' ', '　']) : options.trailing === 'spaces' ? ' ' : '　';
  return line + mark.repeat(random.int(1, 24));
}

/** Pages one after the other. Without a header a page begins with a space, as in text taken out page by page. */
function joinPages(pages: readonly Lines[], options: PdfOptions, random: Random): string {
  let out = '';
  pages.forEach((lines, index) => {
    const text = lines.map((line) => withTrailing(line, options, random)).join('\n');
    if (index === 0) out += text;
    else if (options.pageMark === 'formFeed') out += `\n\n\f${text}`;
    else if (/^\d/.test(text) || random.chance(0.1)) out += `\n ${text}`;
    else out += `\n\n\n\n${text}`;
  });
  return `${out}\n`;
}

/** The document as text taken out of a PDF. Equal arguments give equal text. */
export function pdfText(document: PlainDocument, options: Partial<PdfOptions>, seed: number): string {
  const all: PdfOptions = { ...AWATI_LIKE, ...options };
  const random = randomFrom(seed);
  const front: Lines = [];
  if (all.cover) front.push(document.title, '', document.date, '');
  if (all.preamble) front.push(...preambleLines(document, all, random));
  const pages: Lines[] = front.length > 0 ? [front] : [];
  for (const list of document.lists) pages.push(...listPages(list, all, pages.length + 1, random));
  return joinPages(pages, all, random).replaceAll('\n', all.lineEnd);
}

/** The document as one file a list. The preamble stands in the first. */
export function pdfTextFiles(
  document: PlainDocument,
  options: Partial<PdfOptions>,
  seed: number,
): readonly string[] {
  return document.lists.map((list, index) =>
    pdfText(
      { ...document, preamble: index === 0 ? document.preamble : [], lists: [list] },
      options,
      seed + index,
    ),
  );
}
