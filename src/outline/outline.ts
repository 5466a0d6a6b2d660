import { findStatedCounts } from '../grammar/statedCounts.ts';
import type { ListDocument } from '../model/document.ts';
import { ReadError } from '../model/errors.ts';
import type { Format } from '../model/format.ts';
import { withoutIgnoreComments } from '../model/ignoreComment.ts';
import { positionAt } from '../model/place.ts';
import type { LineBlock, Source } from '../model/source.ts';
import { unspaced, verbatim } from '../model/text.ts';
import { createAssembler } from './assemble.ts';
import { chooseFormat } from './formats.ts';
import { readHeaderLines } from './headerLines.ts';
import { readLines } from './lines.ts';
import { numberedListAt, readNumberedList } from './numberedList.ts';
import { withPlaces } from './places.ts';
import { sideBySide } from './sideBySide.ts';
import { readStatedCounts } from './statements.ts';
import { readTable } from './tables.ts';

const LONGEST_CATEGORY = 16;

/**
 * Reads a source as duty lists: which table or which lines are which list, which column is which, what the
 * document states about itself. Nothing of the source is passed over silently: what fits no list is in `unread`.
 * @param county id of a format, or nothing to have it detected
 * @throws UnknownCountyError when `county` names no format; ReadError `side-by-side` for text whose columns cannot be told apart
 */
export function outline(source: Source, formats: ReadonlyMap<string, Format>, county?: string): ListDocument {
  const format = withPlaces(chooseFormat(source, formats, county), withoutIgnoreComments(source));
  const assembler = createAssembler(format);
  const lines: LineBlock[] = [];
  const { blocks } = source;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) break;
    if (block.type === 'line') lines.push(block);
    else if (block.type === 'table') readTable(format, block, assembler);
    else {
      const numbered = numberedListAt(format, blocks, i);
      assembler.text(block.text, block);
      if (!numbered) continue;
      readNumberedList(format, numbered, assembler);
      i = numbered.to - 1;
    }
  }
  if (lines.length > 0) refuseSideBySide(source, format, lines);
  if (lines.length > 0) readLines(format, lines, statedCategories(format, lines), assembler);
  const { title, date, paragraphs, contents, lists, unread } = assembler.finish();
  return {
    source,
    format,
    title,
    date,
    paragraphs: paragraphs.map((paragraph) => paragraph.text),
    contents,
    lists,
    statedCounts: readStatedCounts(format, paragraphs, lists),
    unread,
  };
}

function refuseSideBySide({ lineStarts }: Source, format: Format, lines: readonly LineBlock[]): void {
  const header = sideBySide(format, lines);
  if (header) throw new ReadError('side-by-side', { line: positionAt(lineStarts, header.span.start).line });
}

/** Categories that the preamble enumerates: vocabulary for telling the rows of wrapped text apart. */
function statedCategories(format: Format, lines: readonly LineBlock[]): readonly string[] {
  const first = lines.findIndex((_, at) => readHeaderLines(format, lines, at) !== null);
  const value = lines
    .slice(0, Math.max(first, 0))
    .map((line) => line.text.value)
    .join('');
  // Only the words are wanted here, so their places do not matter.
  const names = findStatedCounts(verbatim(value, 0, value.length), format.statements).flatMap((match) =>
    match.what === 'categories' ? match.names.map((name) => unspaced(name.value)) : [],
  );
  return [...new Set(names)].filter((name) => name.length <= LONGEST_CATEGORY);
}
