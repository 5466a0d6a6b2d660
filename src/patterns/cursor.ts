import type { Localized } from '../model/format.ts';
import { PatternError, type PatternFaultCode } from './fault.ts';

/** Where the parser stands in a pattern, and what it has met. */
export interface Cursor {
  readonly source: string;
  /** The next character, in UTF-16 code units. */
  at: number;
  /** Capturing groups so far. */
  groups: number;
  readonly names: Map<string, number>;
}

/** Refuses a pattern for a stretch of its source. */
export function fail(code: PatternFaultCode, at: number, length: number, message: Localized): never {
  throw new PatternError({ code, at, length, message });
}

/** Refuses a pattern for the `length` characters the parser stands before. */
export function syntax(
  { source, at }: Cursor,
  length: number,
  message: Localized,
  code: PatternFaultCode = 'syntax',
): never {
  return fail(code, at, Math.max(1, Math.min(length, source.length - at)), message);
}
