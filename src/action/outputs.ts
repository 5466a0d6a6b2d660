import { resolve } from 'node:path';
import { setOutput } from '@actions/core';
import type { WantedReport } from './inputs.ts';
import type { Outcome } from './runCheck.ts';

/**
 * Sets the outputs of `action.yml`. Counts are empty where nothing was checked, so that nobody takes them for zero.
 * Throws when they cannot be written.
 * @param json the JSON report that is always written; null where there is none
 */
export function writeOutputs(outcome: Outcome, reports: readonly WantedReport[], json: string | null): void {
  const { code, report } = outcome;
  setOutput('conclusion', code === 0 ? 'success' : 'failure');
  setOutput('exit-code', code);
  for (const name of ['errors', 'warnings', 'infos', 'suppressed', 'files', 'failed'] as const) {
    setOutput(name, report?.summary[name] ?? '');
  }
  setOutput('json', fileOf(reports, 'json') || (json ?? ''));
  // The one that is made for GitHub is the one to upload.
  setOutput('sarif', fileOf(reports, 'sarif-github') || fileOf(reports, 'sarif'));
  setOutput('reports', reports.map(({ file }) => resolve(file)).join('\n'));
}

function fileOf(reports: readonly WantedReport[], format: string): string {
  const file = reports.find((report) => report.format === format)?.file;
  return file === undefined ? '' : resolve(file);
}
