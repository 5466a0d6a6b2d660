import type { Source } from '../model/source.ts';
import type { Decoded } from './decode.ts';
import { decodeFile } from './decodeFile.ts';
import { readDelimited } from './delimited.ts';
import { readMarkdown } from './markdown/read.ts';
import { delimiterCells } from './markdown/rows.ts';
import { readText } from './text.ts';

export { type Decoded, decode } from './decode.ts';

/**
 * Reads a file: finds its encoding, then the reader by what it holds: text with a pipe table or an HTML table is Markdown, cells
 * out of a spreadsheet are rows, all else lines (PDF text). In a file called `.md` or `.markdown` a single `|` or heading is enough.
 *
 * @param path as the user named it, with `/` between folders; `<stdin>` for standard input
 * @throws ReadError when it holds nothing that can be read
 */
export async function read(path: string, bytes: Uint8Array): Promise<Source> {
  return readDecoded(path, decodeFile(path, bytes));
}

/** `read` for a text that was decoded before, as `decode` gave it. */
export async function readDecoded(path: string, { text, encoding }: Decoded): Promise<Source> {
  // A draft saved as .md that holds no cell mark and no heading is text that somebody took out of a PDF.
  const markdown = /\.(?:md|markdown)$/i.test(path)
    ? /\||<table[\s>]|^#{1,6}[ \t]+\S/im.test(text)
    : hasTable(text);
  if (markdown) return readMarkdown(text, path, { encoding });
  const cells = /\.csv$/i.test(path) && !text.includes('\t') ? ',' : '\t';
  const delimited = text.includes(cells) ? readDelimited(text, cells, path, encoding) : null;
  return delimited ?? readText(text, path, encoding);
}

function hasTable(text: string): boolean {
  if (/<table[\s>]/i.test(text) || /^\+(?:[-=:]{2,}\+)+[ \t]*$/m.test(text)) return true;
  for (const match of text.matchAll(/^[ \t]*[|:-][ \t|:-]*$/gm)) {
    const line = match[0].trim();
    if (line.includes('|') && delimiterCells(line, 0, line.length) > 0) return true;
  }
  return false;
}
