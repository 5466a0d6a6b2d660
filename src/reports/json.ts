import type { Report } from '../model/report.ts';

/** The report itself, two spaces deep, with a line feed at the end. Described by `schemas/report.schema.json`. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
