import type { FileReport, SuppressedFinding } from '../../model/report.ts';
import { inOrder } from './ignored.ts';

/**
 * The report of a file with those findings among the suppressed ones that were there before a change.
 * @param before what was found in the file as it was and counted there; null where there was no such file
 */
export function onlyChanged(file: FileReport, before: FileReport | null): FileReport {
  if (before === null || file.findings.length === 0) return file;
  const known = new Set(before.findings.map(({ ruleId, fingerprint }) => `${ruleId}\u0000${fingerprint}`));
  const isKnown = new Map(
    file.findings.map((finding) => [finding, known.has(`${finding.ruleId}\u0000${finding.fingerprint}`)]),
  );
  const old = file.findings.filter((finding) => isKnown.get(finding));
  if (old.length === 0) return file;
  const added = old.map((finding): SuppressedFinding => ({ by: 'unchanged', reason: null, finding }));
  return {
    ...file,
    findings: file.findings.filter((finding) => !isKnown.get(finding)),
    suppressed: inOrder([...file.suppressed, ...added]),
  };
}
