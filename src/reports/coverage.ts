import { LIST_KINDS, type ListKind } from '../model/format.ts';
import type { FileReport, Report } from '../model/report.ts';

/** Rules that did not apply to a file for one reason. */
export interface NotApplicableRules {
  readonly reason: string;
  readonly ids: readonly string[];
}

/** The rules that did not apply to a file, by reason. What kept the whole file from being checked is left out: it is said as its error. */
export function notApplicable(file: FileReport): readonly NotApplicableRules[] {
  const byReason = new Map<string, string[]>();
  for (const rule of file.rules) {
    if (rule.status !== 'notApplicable' || rule.reason === file.error?.message) continue;
    const ids = byReason.get(rule.reason);
    if (ids) ids.push(rule.id);
    else byReason.set(rule.reason, [rule.id]);
  }
  return [...byReason].map(([reason, ids]) => ({ reason, ids }));
}

/** In how many files of a run each rule did not apply, by rule id; rules that applied everywhere are left out. */
export function notApplicableInRun(report: Report): ReadonlyMap<string, number> {
  const files = new Map<string, number>();
  for (const file of report.files) {
    for (const rule of file.rules) {
      if (rule.status === 'notApplicable') files.set(rule.id, (files.get(rule.id) ?? 0) + 1);
    }
  }
  return files;
}

/** The lists of which a file holds none. */
export function missingKinds(file: FileReport): readonly ListKind[] {
  return LIST_KINDS.filter((kind) => !file.lists.some((list) => list.kind === kind));
}
