import { ReadError } from '../model/errors.ts';

/** Largest file that is read, in bytes. The founding documents have 150 KB; a county's hundred lists in one file stay below. */
export const MAX_BYTES = 20 * 1024 * 1024;

/** Most lines, blocks and table cells that a document may have: what memory holds when every byte is a mark. */
export const MAX_PARTS = 500_000;

/** Most cells of one table row. What follows the last one stays in it. */
export const MAX_ROW_CELLS = 1000;

/** Most characters (UTF-16 code units) of one document that are handed to remark; what is over is read with its marks as plain words. */
export const MAX_REMARK_LENGTH = 300_000;

/** What each stretch counts beyond its length: parsing many short ones takes longer than one long one. */
export const REMARK_OVERHEAD = 20;

/**
 * Most work of one document that is handed to remark, in the unit of `remarkCost`: remark's time grows with the square of
 * some counts (emphasis marks of a paragraph, block quotes, setext headings), and this is some seconds.
 */
export const MAX_REMARK_COST = 30_000_000;

/** Throws `too-large` when a document has more parts than are read. */
export function checkParts(count: number): void {
  if (count > MAX_PARTS) throw new ReadError('too-large', { what: 'parts', limit: MAX_PARTS });
}
