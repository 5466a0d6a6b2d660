/**
 * Why a file could not be read. Stable; messages for people are made from it elsewhere.
 *
 * - `empty`: no bytes, or white space only.
 * - `too-large`: over a stated limit.
 * - `binary`: NUL bytes or control characters, of no kind that is known.
 * - `unsupported-format`: a known kind of file that no reader takes.
 * - `encoding`: text in no encoding that is read, or damaged text.
 * - `side-by-side`: tables laid out with spaces, a piece of several cells in each line.
 */
export type ReadErrorCode =
  | 'empty'
  | 'too-large'
  | 'binary'
  | 'unsupported-format'
  | 'encoding'
  | 'side-by-side';

/** Kinds of files that are recognised by their first bytes, or by name when they are damaged, and not read: `data.kind` of a `ReadError`. */
export type FileKind =
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'odf'
  | 'ofd'
  | 'zip'
  | 'doc'
  | 'wps'
  | 'xls'
  | 'et'
  | 'ole'
  | 'pdf'
  | 'rtf'
  | 'image';

/**
 * A file cannot be read. `data` holds, by code:
 *
 * - `too-large`: `what` (`bytes`, or `parts` for lines, blocks and cells), `limit`, and for bytes `size`;
 * - `unsupported-format`: `kind`, a `FileKind`, and `damaged` (`yes`) for a file that is cut off or broken as well;
 * - `encoding`: `guess` (`utf-8`, `utf-16le`, `utf-16be`, `gb18030`, `unknown`: what the file most looks like), the
 *   first byte that does not fit as `byte` (`0xFF`), its 0-based `offset` in the file, and its `line` and
 *   `column`, 1-based, the column in UTF-16 code units. Where nothing is known of the encoding they are
 *   of the first byte that is no UTF-8;
 * - `side-by-side`: the 1-based `line` of the first header of such a table.
 */
export class ReadError extends Error {
  readonly code: ReadErrorCode;
  readonly data: Readonly<Record<string, string | number>>;

  constructor(code: ReadErrorCode, data: Readonly<Record<string, string | number>> = {}) {
    super(`cannot read: ${code} ${JSON.stringify(data)}`);
    this.name = 'ReadError';
    this.code = code;
    this.data = data;
  }
}
