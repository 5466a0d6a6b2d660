import type { ReportedFinding } from '../model/report.ts';

/**
 * The findings that a report lists: all of them, or with `--quiet` those of severity `error`. The counts of a report
 * stay whole, and so does the JSON report, which other commands read.
 */
export function listed<T extends ReportedFinding>(findings: readonly T[], quiet: boolean): readonly T[] {
  return quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
}
