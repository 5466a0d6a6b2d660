import type { Localized } from '../model/format.ts';
import { positionAt, type Span } from '../model/place.ts';
import type { ConfigProblem, ConfigProblemCode, ProblemDetails } from './configError.ts';

/** A file by its text and where its lines begin. */
export interface Lines {
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** A problem at a stretch of a file; what goes beyond the first line is left out. */
export function problemAt(lines: Lines, span: Span, details: ProblemDetails): ConfigProblem {
  const { line, column } = positionAt(lines.lineStarts, span.start);
  const start = lines.lineStarts[line - 1] ?? 0;
  const source = lines.text.slice(start, lines.lineStarts[line] ?? lines.text.length).replace(/[\r\n]+$/, '');
  const length = Math.max(1, Math.min(span.end - span.start, source.length - (column - 1)));
  const { code, message, allowed, suggestion } = details;
  return {
    code,
    file: lines.file,
    line,
    column,
    length,
    source,
    message,
    ...(allowed ? { allowed } : {}),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** A problem that concerns a file as a whole, which could not be read. */
export function problemWithoutPlace(
  file: string,
  code: ConfigProblemCode,
  message: Localized,
): ConfigProblem {
  return { code, file, line: 0, column: 0, length: 0, source: '', message };
}
