import type { FileReport, Report } from '../model/report.ts';
import { openBaseline } from './baselineFile.ts';
import type { CommandLine } from './commandLine.ts';
import type { Context } from './context.ts';

/** The files of a report with what does not count among the suppressed findings, and what the report says of it. */
export interface Filtered {
  readonly files: readonly FileReport[];
  readonly facts: Pick<Report, 'baseline'>;
}

/**
 * Makes ready the filters that the command line asks for, so that what is wrong with them is said before anything is
 * checked; the result filters the reports of the run. Throws UsageError.
 */
export async function openFilters(
  line: CommandLine,
  context: Context,
): Promise<(files: readonly FileReport[]) => Promise<Filtered>> {
  const baseline = await openBaseline(line, context);
  return async (files) => {
    if (baseline === null) return { files, facts: {} };
    const { files: filtered, use } = await baseline.apply(files);
    return { files: filtered, facts: { baseline: use } };
  };
}
