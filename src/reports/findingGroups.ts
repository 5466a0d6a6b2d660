import type { ListKind } from '../model/format.ts';
import type { FileReport, ReportedFinding } from '../model/report.ts';
import { SEVERITIES, type Severity } from '../model/rule.ts';
import { listName } from './placeName.ts';
import type { ReportWords } from './words.ts';

/** The findings of one row; or those of no row, such as a stated count. */
export interface RowFindings {
  readonly item: number | null;
  readonly itemName: string | null;
  readonly findings: readonly ReportedFinding[];
}

/** The findings of one list, or those of the document where `kind` is null. */
export interface ListFindings {
  readonly kind: ListKind | null;
  /** Safe to print. */
  readonly name: string;
  readonly count: number;
  readonly rows: readonly RowFindings[];
}

/** Findings by list and row: the document first, the lists as they stand in the file, rows in the order of the report. */
export function findingGroups(
  file: FileReport,
  findings: readonly ReportedFinding[],
  words: ReportWords,
): readonly ListFindings[] {
  const groups = new Map<string, { readonly kind: ListKind | null; readonly found: ReportedFinding[] }>();
  for (const finding of findings) {
    const name = listName(file, finding.location.list, finding.subject.listTitle, words);
    const group = groups.get(name);
    if (group) group.found.push(finding);
    else groups.set(name, { kind: finding.location.list, found: [finding] });
  }
  const order = file.lists.map((list) => listName(file, list.kind, list.title, words));
  const rank = (name: string, kind: ListKind | null): number => {
    const at = order.indexOf(name);
    return kind === null ? -1 : at < 0 ? order.length : at;
  };
  return [...groups]
    .sort(([a, { kind }], [b, other]) => rank(a, kind) - rank(b, other.kind))
    .map(([name, { kind, found }]) => ({ kind, name, count: found.length, rows: rowsOf(found) }));
}

/** Neighbours of one row together. */
function rowsOf(findings: readonly ReportedFinding[]): readonly RowFindings[] {
  const rows: { item: number | null; itemName: string | null; findings: ReportedFinding[] }[] = [];
  for (const finding of findings) {
    const { item } = finding.location;
    const { itemName } = finding.subject;
    const last = rows.at(-1);
    if (last && last.item === item && last.itemName === itemName) last.findings.push(finding);
    else rows.push({ item, itemName, findings: [finding] });
  }
  return rows;
}

/** How many findings of each severity. */
export function countBySeverity(findings: readonly ReportedFinding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

/** The worst severity among findings; null when there are none. */
export function worstOf(findings: readonly ReportedFinding[]): Severity | null {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null;
}
