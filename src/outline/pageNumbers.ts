import type { LineBlock } from '../model/source.ts';

const DASHED =
  /^(?:[-—–－·]\s*[0-9]{1,4}\s*[-—–－·]|第\s*[0-9]{1,4}\s*页(?:\s*[，,/]?\s*共\s*[0-9]{1,4}\s*页)?)$/;
const BARE = /^[0-9]{1,4}$/;
/** So many numbers in a row make a sequence of pages; two could be anything. */
const LEAST_PAGES = 3;
/** The first page and a page without a number of its own may be skipped. */
const MOST_SKIPPED = 3;

/** Whether a line can be a page number at all. */
export function looksLikePageNumber(line: LineBlock): boolean {
  return DASHED.test(line.text.value) || BARE.test(line.text.value);
}

/**
 * The lines that are page numbers: those between dashes, and numbers alone on their line with a blank line
 * before or after them that count the pages up through the whole file.
 */
export function findPageNumbers(lines: readonly LineBlock[]): ReadonlySet<LineBlock> {
  const pages = new Set<LineBlock>();
  const counted: LineBlock[] = [];
  let last = 0;
  for (const [i, line] of lines.entries()) {
    if (DASHED.test(line.text.value)) pages.add(line);
    if (!BARE.test(line.text.value)) continue;
    const value = Number(line.text.value);
    const apart = line.blankBefore > 0 || (lines[i + 1]?.blankBefore ?? 1) > 0;
    if (!apart || value <= last || value > last + MOST_SKIPPED) continue;
    counted.push(line);
    last = value;
  }
  if (counted.length >= LEAST_PAGES) for (const line of counted) pages.add(line);
  return pages;
}
