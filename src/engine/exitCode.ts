import type { Report } from '../model/report.ts';
import { SEVERITIES, type Severity } from '../model/rule.ts';

/** From which level on findings fail a run. */
export type FailOn = Severity | 'never';

/** The values of `--fail-on`. */
export const FAIL_ON: readonly FailOn[] = [...SEVERITIES, 'never'];

/**
 * The exit code of a run, the highest of what applies: 3 the tool failed, 2 a file failed, 1 findings at or above
 * `failOn` or more warnings than `maxWarnings`, 0. Findings that do not count do not fail; files always do.
 */
export function exitCode(
  report: Report,
  maxWarnings: number | null,
  failOn: FailOn = 'error',
): 0 | 1 | 2 | 3 {
  const codes = report.files.map((file) => file.error?.code);
  if (codes.includes('internal')) return 3;
  const { failed, errors, warnings, infos } = report.summary;
  if (failed > 0) return 2;
  const counts: Readonly<Record<FailOn, number>> = {
    never: 0,
    error: errors,
    warning: errors + warnings,
    info: errors + warnings + infos,
  };
  return counts[failOn] > 0 || (maxWarnings !== null && warnings > maxWarnings) ? 1 : 0;
}
