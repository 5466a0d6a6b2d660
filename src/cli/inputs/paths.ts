import { isAbsolute, relative, sep } from 'node:path';

/** A path with `/` between folders, whatever the system uses. */
export function slashed(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}

/** How a file is named in reports: relative to the working directory where that is possible, with `/`. */
export function shownPath(file: string): string {
  const name = relative(process.cwd(), file);
  return name === '' ? '.' : slashed(isAbsolute(name) ? file : name);
}

/** The system's code of a failure: `ENOENT`, `EACCES`; empty for what is no failure of the system. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
