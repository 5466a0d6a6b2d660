import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Span } from '../../model/place.ts';
import type { Block } from '../../model/source.ts';
import type { Text } from '../../model/text.ts';
import { REMARK_OVERHEAD } from '../limits.ts';
import { blocksOf, inlineText, type MdastReader } from './mdast.ts';
import type { NameDecoder } from './references.ts';

/*
 * The reference: Markdown as unified, remark-parse and remark-gfm read it. Loaded only when a document holds
 * something that the scanner is not sure of.
 */

/** Longest text that is parsed at once when it consists of many regions; remark's time grows faster than its input. */
const BATCH = 8000;

/** Between regions: ends whatever is open. */
const SEPARATOR = '\n\n***\n\n';

/** One tilde is no strikethrough: `3~5天、10~20天` are ranges, and would lose their tildes. */
const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();
withoutTransforms();

/**
 * remark-gfm looks for links once more in the finished tree and makes new nodes without a place. The words are the same, so
 * the search is left out.
 */
function withoutTransforms(): void {
  const data = processor.data() as { fromMarkdownExtensions?: unknown[] };
  for (const extension of (data.fromMarkdownExtensions ?? []).flat()) {
    const transforms = (extension as { transforms?: unknown[] }).transforms;
    if (transforms) transforms.length = 0;
  }
}

/** Decodes any name of the HTML standard. */
export const decodeName: NameDecoder = (name) => decodeNamedCharacterReference(name) || null;

/** Reads a stretch of the document by itself. */
export function readStretch(text: string, start: number, end: number): Block[] {
  return readBatch(text, [{ start, end }])[0] ?? [];
}

/** Reads stretches of whole lines, each by itself; as many results as stretches. */
export function readRegions(text: string, regions: readonly Span[]): Block[][] {
  return batches(regions).flatMap((batch) => readBatch(text, batch));
}

/** Reads the words of table cells, each by itself; as many results as cells. */
export function readCells(text: string, cells: readonly Span[]): Text[] {
  return batches(cells).flatMap((batch) => readCellBatch(text, batch));
}

function batches(spans: readonly Span[]): Span[][] {
  const result: Span[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const span of spans) {
    const own = span.end - span.start + REMARK_OVERHEAD;
    length += own;
    if (length > BATCH) {
      result.push([]);
      length = own;
    }
    result[result.length - 1]?.push(span);
  }
  return result;
}

interface Piece {
  /** Where it stands in what is parsed. */
  readonly at: number;
  readonly end: number;
  /** Where it stands in the document. */
  readonly from: number;
}

/** Stretches of the document put together for one parse. */
interface Batch {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

function join(text: string, spans: readonly Span[], before: string, between: string, after: string): Batch {
  const pieces: Piece[] = [];
  const words: string[] = [before];
  let at = before.length;
  for (const { start, end } of spans) {
    pieces.push({ at, end: at + end - start, from: start });
    words.push(text.slice(start, end), between);
    at += end - start + between.length;
  }
  words[words.length - 1] = after;
  return { text: words.join(''), pieces };
}

function readerOf(source: string, { text, pieces }: Batch): MdastReader {
  const at = (offset: number): number => {
    const piece = pieces[pieceAt(pieces, offset)];
    return piece ? piece.from + Math.min(Math.max(offset - piece.at, 0), piece.end - piece.at) : offset;
  };
  return { placed: { text, at }, source, decodeName, readCells: (cells) => readCells(source, cells) };
}

/** Index of the last piece that begins at or before the offset. */
function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function readBatch(source: string, spans: readonly Span[]): Block[][] {
  // The line feed keeps a U+FEFF at the start of a stretch from being taken for a byte order mark.
  const batch = join(source, spans, '\n', SEPARATOR, '\n');
  const nodes = spans.map((): RootContent[] => []);
  for (const node of parse(batch.text).children) {
    const start = node.position?.start.offset ?? 0;
    const index = pieceAt(batch.pieces, start);
    if (start < (batch.pieces[index]?.end ?? 0)) nodes[index]?.push(node);
  }
  const reader = readerOf(source, batch);
  return nodes.map((each) => blocksOf(each, reader));
}

function readCellBatch(source: string, spans: readonly Span[]): Text[] {
  const batch = join(source, spans, '|a|\n|-|\n| ', ' |\n| ', ' |\n');
  const reader = readerOf(source, batch);
  const table = parse(batch.text).children[0];
  const rows = table?.type === 'table' ? table.children.slice(1) : [];
  return spans.map((span, index) => inlineText(rows[index]?.children[0]?.children ?? [], reader, span.start));
}

function parse(text: string): Root {
  return processor.parse(text);
}
