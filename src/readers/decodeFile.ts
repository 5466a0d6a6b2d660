import { type FileKind, ReadError } from '../model/errors.ts';
import { type Decoded, decode } from './decode.ts';

/** Kinds of files that are not read, by the end of their names. */
const KINDS: Readonly<Record<string, FileKind>> = {
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  doc: 'doc',
  dot: 'doc',
  wps: 'wps',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xls: 'xls',
  et: 'et',
  pptx: 'pptx',
  ppt: 'pptx',
  odt: 'odf',
  ods: 'odf',
  ofd: 'ofd',
  pdf: 'pdf',
  rtf: 'rtf',
};

/** What the container of a zip or OLE file says by itself, where nothing in it says which program wrote it. */
const UNKNOWN_CONTENT: readonly unknown[] = ['zip', 'ole'];

/**
 * `decode`, with the file's name to tell what a damaged file was: one that is called `.docx` and begins as a zip without holding a
 * Word document, or that holds bytes of nothing, was cut off on its way.
 *
 * @throws ReadError as `decode`; `unsupported-format` with `damaged` for such a file
 */
export function decodeFile(path: string, bytes: Uint8Array): Decoded {
  try {
    return decode(bytes);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const kind = KINDS[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''];
    const unknown = error.code === 'unsupported-format' && UNKNOWN_CONTENT.includes(error.data.kind);
    if (kind !== undefined && (unknown || error.code === 'binary' || error.code === 'encoding'))
      throw new ReadError('unsupported-format', { kind, damaged: 'yes' });
    throw error;
  }
}
