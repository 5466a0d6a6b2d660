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

/** The order of names for people: numbers by value, so that `2.md` stands before `10.md`; the rest by code unit. */
export function compareNames(a: string, b: string): number {
  const left = a.split(NUMBERS);
  const right = b.split(NUMBERS);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [one = '', other = ''] = [left[i], right[i]];
    if (one === other) continue;
    // Every second part is a run of digits.
    const byValue = i % 2 === 1 ? Number(one) - Number(other) : 0;
    if (byValue !== 0) return byValue;
    return one < other ? -1 : 1;
  }
  return left.length - right.length;
}

const NUMBERS = /([0-9]+)/;
