import type { FactSource } from '../../engine/acrossFiles.ts';
import type { FileReport, Report, RuleInfo } from '../../model/report.ts';
import type { InputOptions } from '../checkInput.ts';
import type { CommandLine } from '../commandLine.ts';
import type { Context } from '../context.ts';
import type { Input } from '../inputs/inputs.ts';
import { openBaseline } from './baselineFile.ts';

/** The files of a report with what does not count among the suppressed findings, and what the report says of it. */
export interface Filtered {
  readonly files: readonly FileReport[];
  readonly facts: Pick<Report, 'baseline' | 'changedSince'>;
}

/** What a filter may need to know of a run beside its reports. */
export interface RunFacts {
  /** The reports before files were compared with each other. */
  readonly single: readonly FileReport[];
  readonly rules: readonly RuleInfo[];
  readonly source: FactSource;
}

/** Filters the reports of a run, one for each input. */
export type RunFilter = (files: readonly FileReport[], facts: RunFacts) => Promise<Filtered>;

/**
 * Makes ready the filters that the command line asks for, so that what is wrong with them is said before anything is
 * checked; the result filters the reports of the run: the baseline first, then what the change did not bring in. Throws
 * UsageError, as the result does.
 */
export async function openFilters(
  line: CommandLine,
  inputs: readonly Input[],
  options: InputOptions,
  context: Context,
): Promise<RunFilter> {
  const baseline = await openBaseline(line, context);
  const ref = line.changedSince;
  const history = ref === null ? null : await (await import('./gitHistory.ts')).openHistory(ref);
  return async (files, run) => {
    let filtered: Filtered = { files, facts: {} };
    if (baseline !== null) {
      const { files: counted, use } = await baseline.apply(files, run.rules);
      filtered = { files: counted, facts: { baseline: use } };
    }
    if (ref === null || history === null) return filtered;
    const { findingsOfChange } = await import('./changedSince.ts');
    const reports = { ...run, files: filtered.files };
    const scope = { inputs, operands: line.operands, comparing: line.shard === null, options };
    const changed = await findingsOfChange(reports, scope, history);
    return { files: changed, facts: { ...filtered.facts, changedSince: { ref, commit: history.commit } } };
  };
}
