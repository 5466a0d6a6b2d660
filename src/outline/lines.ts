import type { ItemField } from '../model/document.ts';
import type { ColumnRole, Format } from '../model/format.ts';
import type { LineBlock } from '../model/source.ts';
import { concat, decoded, emptyText, sliceText, type Text, trimText } from '../model/text.ts';
import type { Assembler } from './assemble.ts';
import { readCategoryHeading } from './categoryHeadings.ts';
import { readHeaderLines } from './headerLines.ts';
import { kindOfColumns } from './headers.ts';
import { numberedListAt, readNumberedList } from './numberedList.ts';
import { findPageNumbers, looksLikePageNumber } from './pageNumbers.ts';
import {
  type CategoryWords,
  categoryWords,
  learnCategories,
  type RowContext,
  type RowStart,
  readRowStart,
} from './rowStarts.ts';
import type { Range } from './rowWords.ts';
import { splitCoordinatingRow, splitWithdrawnRow } from './splitRow.ts';
import { isContentsHeading, isDate, listTitled, readContentsLine } from './titles.ts';

/** A title in running text only counts when a header follows within so many lines. */
const TITLE_REACH = 10;
/** The same character over and over, no word among them: what is left of an ornament or a broken font. */
const GARBAGE = /^(\P{L})\1{3,}$/u;

/** So many rows show how the numbers of a list stand. */
const LEAST_ROWS = 3;

interface OpenRow {
  readonly start: RowStart;
  /** Lines of the row after number and category, with what stands before each of them. */
  readonly parts: { readonly text: Text; readonly before: 'nothing' | 'line' | 'blank' | 'page' }[];
}

/**
 * Puts the rows of a file without table marks together: finds headers (also in the middle of rows), row
 * starts, and tells the cells of each row apart by category vocabulary and department grammar.
 */
export function readLines(
  format: Format,
  lines: readonly LineBlock[],
  statedCategories: readonly string[],
  assembler: Assembler,
): void {
  const categories = categoryWords([
    ...format.categories.names,
    ...statedCategories,
    ...learnCategories(lines),
  ]);
  const pages = findPageNumbers(lines);
  let row: OpenRow | null = null;
  let paragraph: Text[] = [];
  let pageBreak = false;
  let fresh = false;
  let numbersAlone = 0;

  const endRow = () => {
    if (row) closeRow(format, row, assembler);
    row = null;
  };
  const endParagraph = () => {
    if (paragraph.length > 0) assembler.text(joinLines(paragraph.map((text) => ({ text, before: 'line' }))));
    paragraph = [];
  };

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    const header = readHeaderLines(format, lines, i);
    if (header) {
      endParagraph();
      const open = assembler.current();
      const next = nextRow(
        format,
        lines,
        header.to,
        contextOf(assembler, categories, row, true),
        open === null,
      );
      const guess = kindOfColumns(header.header.cells);
      const another = open !== null && guess.certain && guess.kind !== 'basic' && guess.kind !== open.kind;
      if (row && !another && !next) pageBreak = true;
      else endRow();
      const known = header.header.cells.every((column) => column.role !== 'unknown');
      assembler.header(header.header, next?.value ?? null, known);
      fresh = row === null;
      i = header.to - 1;
      continue;
    }
    const numbered = row ? null : numberedListAt(format, lines, i);
    if (numbered) {
      endParagraph();
      assembler.title('basic', line.text);
      readNumberedList(format, numbered, assembler);
      i = numbered.to - 1;
      continue;
    }
    const open = assembler.current();
    if (GARBAGE.test(line.text.value)) {
      assembler.unread(line, 'stray-text');
      continue;
    }
    const kind = listTitled(format, line.text);
    if (kind && standsAlone(format, lines, i) && (!row || headerFollows(format, lines, i))) {
      endParagraph();
      endRow();
      assembler.title(kind, line.text);
      continue;
    }
    if (!open) {
      const single =
        isContentsHeading(line.text) || isDate(line.text) || readContentsLine(format, line.text) !== null;
      if (single || startsParagraph(line, lines[i - 1])) endParagraph();
      if (looksLikePageNumber(line)) continue;
      paragraph.push(line.text);
      if (single) endParagraph();
      continue;
    }
    const context = contextOf(assembler, categories, row, fresh);
    if (isPageNumber(format, lines, i, pages, context, numbersAlone > 0)) {
      pageBreak = row !== null;
      continue;
    }
    const start = readRowStart(lines, i, context);
    if (start) {
      endRow();
      if (start.number.value.length === line.text.value.length) numbersAlone++;
      row = { start, parts: [] };
      fresh = false;
      pageBreak = false;
      const rest = lines[start.line];
      const last = start.category?.at(-1);
      const sameLine = last ? start.offset > 0 : start.line === i;
      if (rest && sameLine) row.parts.push({ text: sliceText(rest.text, start.offset), before: 'nothing' });
      i = sameLine ? start.line : start.line - 1;
      continue;
    }
    const heading = open.hasCategoryColumn ? null : readCategoryHeading(format, line.text, true);
    if (
      heading &&
      (heading.stated || rowFollows(format, lines, i + 1, contextOf(assembler, categories, row, true)))
    ) {
      endRow();
      assembler.category(heading);
      fresh = true;
      continue;
    }
    if (!row) {
      assembler.unread(line, 'rows-before-header');
      continue;
    }
    const blank = line.blankBefore > 0;
    row.parts.push({
      text: line.text,
      before: pageBreak || line.opensPage ? 'page' : blank ? 'blank' : 'line',
    });
    pageBreak = false;
  }
  endParagraph();
  endRow();
}

function contextOf(
  assembler: Assembler,
  categories: CategoryWords,
  row: OpenRow | null,
  fresh: boolean,
): RowContext {
  const open = assembler.current();
  const last = row?.start.value ?? open?.items.at(-1)?.number.value ?? 0;
  return { hasCategory: open?.hasCategoryColumn ?? true, categories, expected: last + 1, fresh };
}

/** The row that begins right below a header, or null when the header stands in the middle of one. */
function nextRow(
  format: Format,
  lines: readonly LineBlock[],
  at: number,
  context: RowContext,
  first: boolean,
): RowStart | null {
  const line = lines[at];
  if (!line) return null;
  if (!context.hasCategory || first) {
    const headed = readCategoryHeading(format, line.text, true) !== null;
    const start = readRowStart(lines, headed ? at + 1 : at, { ...context, hasCategory: false });
    if (start) return start;
  }
  return context.hasCategory ? readRowStart(lines, at, context) : null;
}

/** A row begins at a line, or after the page number and header there. */
function rowFollows(format: Format, lines: readonly LineBlock[], at: number, context: RowContext): boolean {
  const first = lines[at];
  let next = first && looksLikePageNumber(first) && !readRowStart(lines, at, context) ? at + 1 : at;
  while (GARBAGE.test(lines[next]?.text.value ?? '')) next++;
  next = readHeaderLines(format, lines, next)?.to ?? next;
  return readRowStart(lines, next, context) !== null;
}

/** A title stands by itself: no sentence runs into it or on from it. */
function standsAlone(format: Format, lines: readonly LineBlock[], at: number): boolean {
  const below = lines[at + 1];
  return below === undefined || below.blankBefore > 0 || headerFollows(format, lines, at);
}

function headerFollows(format: Format, lines: readonly LineBlock[], at: number): boolean {
  for (let i = at + 1; i < Math.min(lines.length, at + 1 + TITLE_REACH); i++) {
    if (readHeaderLines(format, lines, i)) return true;
  }
  return false;
}

/**
 * A page number of the file's sequence, or a number alone on its line right before a header, that opens no row. Where the
 * number of no row has stood alone on its line so far (`numbersAlone`), one of the sequence opens none.
 */
function isPageNumber(
  format: Format,
  lines: readonly LineBlock[],
  at: number,
  pages: ReadonlySet<LineBlock>,
  context: RowContext,
  numbersAlone: boolean,
): boolean {
  const line = lines[at];
  if (!line || !looksLikePageNumber(line)) return false;
  if (pages.has(line) && !numbersAlone && context.expected > LEAST_ROWS) return true;
  const page = pages.has(line) || at + 1 >= lines.length || readHeaderLines(format, lines, at + 1) !== null;
  return page && (context.expected !== Number(line.text.value) || readRowStart(lines, at, context) === null);
}

/** Preambles come out of a PDF with an indented first line; the lines after it may have blank lines between them. */
function startsParagraph(line: LineBlock, above: LineBlock | undefined): boolean {
  if (!above || line.indent >= 2) return true;
  const ended = /[。：；]$/.test(above.text.value);
  return ended || (line.blankBefore > 0 && above.text.value.length < 25);
}

/** Lines as one text: a line break between lines, two at a blank line, a form feed at a page break. */
function joinLines(parts: OpenRow['parts']): Text {
  const joined: Text[] = [];
  let end = 0;
  for (const { text, before } of parts) {
    if (text.value === '') continue;
    if (joined.length > 0 && before !== 'nothing') {
      const mark = before === 'page' ? '\f' : before === 'blank' ? '\n\n' : '\n';
      joined.push(decoded(mark, end, text.anchor - end));
    }
    joined.push(text);
    const last = text.segments.at(-1);
    end = last ? last.from + last.sourceLength : text.anchor;
  }
  return concat(joined);
}

function closeRow(format: Format, row: OpenRow, assembler: Assembler): void {
  const open = assembler.current();
  if (!open) return;
  const words = joinLines(row.parts);
  const end = words.segments.at(-1);
  const span = {
    start: row.start.number.anchor,
    end: end ? end.from + end.sourceLength : row.start.number.anchor + row.start.number.value.length,
  };
  const field = (ranges: readonly Range[]): ItemField => {
    const pieces = ranges
      .map(([a, b]) => trimText(sliceText(words, a, b)))
      .filter((text) => text.value !== '');
    const text =
      pieces.length === 0
        ? emptyText(span.end)
        : joinLines(pieces.map((piece, i) => ({ text: piece, before: i === 0 ? 'nothing' : 'line' })));
    return { text, span: spanOfField(text) };
  };
  const fields: Partial<Record<ColumnRole, ItemField>> = {
    number: { text: row.start.number, span: spanOfField(row.start.number) },
  };
  if (row.start.category) {
    const text = joinLines(row.start.category.map((piece) => ({ text: piece, before: 'line' })));
    fields.category = { text, span: spanOfField(text) };
  }
  const surplus: ItemField[] = [];
  if (open.kind === 'basic') fields.name = field([[0, words.value.length]]);
  else if (open.kind === 'withdrawn') {
    const cells = splitWithdrawnRow(words.value, format);
    fields.name = field([cells.name]);
    fields.handover = field([cells.handover]);
  } else {
    const cells = splitCoordinatingRow(words.value, format);
    const { name, departments, superiorDuties, townshipDuties } = cells;
    // Where not even the department cell was recognised, the page break may have mixed name and departments as well.
    const named = cells.certain || !words.value.includes('\f');
    if (named) {
      fields.name = field(name);
      fields.departments = field(departments);
    }
    if (named && cells.told) {
      fields.superiorDuties = field(superiorDuties);
      fields.townshipDuties = field(townshipDuties);
    } else {
      const duties = [...superiorDuties, ...townshipDuties];
      const mixed = named ? duties : [...name, ...departments, ...duties];
      surplus.push(field(mixed.toSorted(([a], [b]) => a - b)));
    }
  }
  assembler.item({ fields, surplus, covering: null, shape: null, span });
}

function spanOfField(text: Text): ItemField['span'] {
  const first = text.segments[0];
  const last = text.segments.at(-1);
  return first && last
    ? { start: first.from, end: last.from + last.sourceLength }
    : { start: text.anchor, end: text.anchor };
}
