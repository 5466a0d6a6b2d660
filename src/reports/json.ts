import type { FileReport, Report } from '../model/report.ts';

/** The report itself, two spaces deep, with a line feed at the end. Described by `schemas/report.schema.json`. */
export function jsonReport(report: Report): string {
  return [...jsonParts(report)].join('');
}

/**
 * The same text in parts, a file each, so that the whole of it never stands in memory.
 * @param whole gives the report of a file with what is kept elsewhere
 */
export function* jsonParts(
  report: Report,
  whole: (file: FileReport) => FileReport = (file) => file,
): Generator<string> {
  let before = '{';
  for (const [key, value] of Object.entries(report)) {
    if (value === undefined) continue;
    yield `${before}\n  ${JSON.stringify(key)}: `;
    before = ',';
    if (key !== 'files' || report.files.length === 0) {
      yield indented(value, '  ');
      continue;
    }
    for (const [index, file] of report.files.entries())
      yield `${index === 0 ? '[' : ','}\n    ${indented(whole(file), '    ')}`;
    yield '\n  ]';
  }
  yield '\n}\n';
}

/** No string of JSON holds a line feed. */
function indented(value: unknown, by: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
}
