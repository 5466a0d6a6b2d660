import { wellFormed } from './wellFormed.ts';

/** A file as a URI reference, percent-encoded. */
export interface FileUri {
  readonly uri: string;
  /** Whether it is told from the folder in which the command ran. */
  readonly relative: boolean;
}

/**
 * The URI reference of a path as reports name it, with `/` between folders (RFC 3986, RFC 8089). Absolute paths
 * become `file:` URIs, those of Windows with their drive or server.
 */
export function fileUri(path: string): FileUri {
  const encoded = path.split('/').map((part) => encodeURIComponent(wellFormed(part)));
  const [drive = '', ...rest] = path.split('/');
  if (/^[A-Za-z]:$/.test(drive) && rest.length > 0) {
    return { uri: `file:///${drive}/${encoded.slice(1).join('/')}`, relative: false };
  }
  if (/^\/\/[^/]/.test(path)) return { uri: `file:${encoded.join('/')}`, relative: false };
  if (path.startsWith('/')) return { uri: `file://${encoded.join('/')}`, relative: false };
  return { uri: encoded.join('/'), relative: true };
}
