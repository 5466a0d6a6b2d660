import type { ItemField } from '../model/document.ts';
import type { Format } from '../model/format.ts';
import type { Block, LineBlock } from '../model/source.ts';
import { sliceText, spanOf, type Text, trimText } from '../model/text.ts';
import type { Assembler } from './assemble.ts';
import { readCategoryHeading } from './categoryHeadings.ts';
import { readHeaderLines } from './headerLines.ts';
import { readHeader } from './headers.ts';
import { looksLikePageNumber } from './pageNumbers.ts';
import { listTitled, readContentsLine } from './titles.ts';

/** A basic list without a table: its items are numbered paragraphs below its title, under headings of categories. */
export interface NumberedList {
  /** Index of the first block behind the list. */
  readonly to: number;
  readonly lines: readonly NumberedLine[];
}

interface NumberedLine {
  readonly block: Block;
  readonly text: Text;
}

const NUMBER = /^(?:([0-9]{1,3})\s*[.．、]|[（(]\s*([0-9]{1,3})\s*[）)])\s*(?=\S)/;
/** A decimal or a date begins no item. */
const NO_ITEM = /^[0-9]{1,3}[.．][0-9]/;
/** Fewer numbered lines are no list. */
const LEAST_ITEMS = 3;
/** A line of this length may go on in the next one. */
const LEAST_WRAPPED = 20;

/**
 * The numbered paragraphs or lines below the title that `blocks[at]` is, up to the title of another list; null when a table
 * or a header follows, when nothing there counts from 1, or when the title is not that of a basic list.
 */
export function numberedListAt(format: Format, blocks: readonly Block[], at: number): NumberedList | null {
  const title = blocks[at];
  if (!title || title.type === 'table' || listTitled(format, title.text) !== 'basic') return null;
  const lines: NumberedLine[] = [];
  let to = at + 1;
  for (let block = blocks[to]; block; block = blocks[++to]) {
    if (block.type === 'table') {
      if (block.rows[0] && readHeader(format, textsOf(block.rows[0].cells), block.span)) return null;
      break;
    }
    const kind = listTitled(format, block.text);
    if (kind === 'basic') continue;
    if (kind) break;
    for (const text of linesOf(block.text)) lines.push({ block, text });
  }
  const items = lines.filter(({ text }) => readContentsLine(format, text) === null);
  if (!counts(items.flatMap(({ text }) => numberOf(text)?.value ?? []))) return null;
  return headed(format, blocks, at, to) ? null : { to, lines };
}

/** Hands the items of a numbered list to the assembler, whose title has been told before. */
export function readNumberedList(format: Format, list: NumberedList, assembler: Assembler): void {
  let open: Text | null = null;
  let above: Block | null = null;
  let begun = false;
  for (const { block, text } of list.lines) {
    const number = numberOf(text);
    if (number) {
      if (!begun) assembler.numbered('basic', spanOf(text));
      begun = true;
      const name = trimText(sliceText(text, number.end));
      assembler.item({
        fields: {
          number: fieldOf(sliceText(text, number.start, number.start + number.length)),
          name: fieldOf(name),
        },
        surplus: [],
        covering: null,
        shape: null,
        span: spanOf(text),
      });
      open = name;
    } else if (!(block.type === 'line' && looksLikePageNumber(block))) {
      const goesOn: boolean = open !== null && isWrapped(open, block, above);
      const heading = goesOn ? null : readCategoryHeading(format, text, true);
      if (heading) assembler.category(heading);
      else if (goesOn) assembler.continuation({ name: fieldOf(text) }, spanOf(text));
      else assembler.text(text, begun ? block : undefined);
      open = goesOn ? text : null;
    }
    above = block;
  }
}

/** Whether a line goes on with the item above: in the same paragraph, or right below a full line. */
function isWrapped(above: Text, block: Block, before: Block | null): boolean {
  if (/[。；]$/.test(above.value) || above.value.length < LEAST_WRAPPED) return false;
  return block === before || (block.type === 'line' && block.blankBefore === 0);
}

function numberOf(
  text: Text,
): { readonly value: number; readonly start: number; readonly length: number; readonly end: number } | null {
  const match = NUMBER.exec(text.value);
  const digits = match?.[1] ?? match?.[2];
  if (!match || digits === undefined || NO_ITEM.test(text.value)) return null;
  return {
    value: Number(digits),
    start: match[0].indexOf(digits),
    length: digits.length,
    end: match[0].length,
  };
}

/** Whether numbers count up from 1, through the list or anew in each category, but for slips. */
function counts(numbers: readonly number[]): boolean {
  if (numbers.length < LEAST_ITEMS || numbers[0] !== 1) return false;
  const next = numbers.filter((number, i) => i > 0 && (number === (numbers[i - 1] ?? 0) + 1 || number === 1));
  return next.length * 3 >= (numbers.length - 1) * 2;
}

/** Whether a header made of lines stands between two blocks: then the numbers are those of its rows. */
function headed(format: Format, blocks: readonly Block[], from: number, to: number): boolean {
  const lines = blocks.slice(from, to).filter((block): block is LineBlock => block.type === 'line');
  return lines.some((_, at) => readHeaderLines(format, lines, at) !== null);
}

function linesOf(text: Text): readonly Text[] {
  if (!text.value.includes('\n')) return [text];
  const lines: Text[] = [];
  let start = 0;
  for (const line of text.value.split('\n')) {
    const piece = trimText(sliceText(text, start, start + line.length));
    if (piece.value !== '') lines.push(piece);
    start += line.length + 1;
  }
  return lines;
}

function textsOf(cells: readonly { readonly text: Text }[]): readonly Text[] {
  return cells.map((cell) => cell.text);
}

function fieldOf(text: Text): ItemField {
  return { text, span: spanOf(text) };
}
