import type { Block, Source } from '../../../src/model/source.ts';
import { type MarkdownEngine, readMarkdown } from '../../../src/readers/markdown/read.ts';

/** A block without its places: a table as its cells' words, a cell over several columns or rows as `words ↔2 ↕3`; a heading as `# words`. */
export type Shown = string | readonly (readonly string[])[];

/** What a Markdown text is read as, without places. */
export async function shown(text: string, engine: MarkdownEngine = 'scanner'): Promise<readonly Shown[]> {
  return (await readMarkdown(text, 'list.md', { engine })).blocks.map(show);
}

function show(block: Block): Shown {
  if (block.type === 'heading') return `${'#'.repeat(block.depth)} ${block.text.value}`;
  if (block.type !== 'table') return block.text.value;
  return block.rows.map((row) =>
    row.cells.map(({ text, columns, rows }) => {
      const span = `${columns > 1 ? ` ↔${columns}` : ''}${rows > 1 ? ` ↕${rows}` : ''}`;
      return text.value + span;
    }),
  );
}

/** The source under every span of a document, in order: blocks, rows, cells. */
export function spansOf(source: Source): readonly string[] {
  const under = ({ start, end }: { start: number; end: number }) => source.text.slice(start, end);
  return source.blocks.flatMap((block) => [
    under(block.span),
    ...(block.type === 'table'
      ? block.rows.flatMap((row) => [under(row.span), ...row.cells.map((cell) => under(cell.span))])
      : []),
  ]);
}
