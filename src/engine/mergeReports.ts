import { comparePaths } from '../model/pathOrder.ts';
import type { BaselineUse, FileReport, Report, RuleInfo } from '../model/report.ts';
import { SEVERITIES } from '../model/rule.ts';
import { acrossFiles } from './acrossFiles.ts';
import { applyBaseline, joinBaselines } from './filters/baseline.ts';
import { makeReport } from './report.ts';

/** A report with the name it goes by in messages. */
export interface NamedReport {
  readonly name: string;
  readonly report: Report;
}

/** Why reports cannot be joined. Joining them all the same would count files twice or leave some out. */
export type MergeProblem =
  | {
      readonly code: 'file-in-two-reports';
      readonly path: string;
      readonly one: string;
      readonly other: string;
    }
  /** Parts of runs over other files, or cut in another number of parts. */
  | { readonly code: 'parts-of-other-runs'; readonly one: string; readonly other: string }
  | { readonly code: 'part-twice'; readonly part: string; readonly one: string; readonly other: string }
  /** `missing` as on the command line: `3/4`. */
  | { readonly code: 'parts-missing'; readonly missing: readonly string[] };

/** What a reader of the joined report should know. */
export type MergeNote =
  | { readonly code: 'versions-differ'; readonly versions: readonly string[] }
  /** Rules that have other words in other reports: another language, or other rule files. */
  | { readonly code: 'rules-differ'; readonly rules: readonly string[] }
  | { readonly code: 'rules-in-some'; readonly rules: readonly string[] };

/** Reports joined into one, or why they cannot be. */
export type Merged =
  | { readonly report: Report; readonly notes: readonly MergeNote[] }
  | { readonly problem: MergeProblem };

/**
 * Joins reports as if one run had made them. Files of the parts of one run stand in the order of that run, others in the
 * order in which a folder is walked. Townships are compared across all of them. `version` is that of the tool, for reports of different versions.
 */
export function mergeReports(reports: readonly NamedReport[], version: string): Merged {
  const parts = reports.filter(({ report }) => report.shard !== undefined);
  const problem = fileTwice(reports) ?? unfitPart(parts) ?? missingParts(parts);
  if (problem) return { problem };
  const files = parts.length === reports.length ? inRunOrder(reports) : inPathOrder(reports);
  const versions = [...new Set(reports.map(({ report }) => report.tool.version))];
  const [only] = versions;
  const rules = mergedRules(reports);
  const tool = versions.length === 1 && only !== undefined ? only : version;
  const used = joinBaselines(
    reports.flatMap(({ report }) => report.baseline ?? []),
    new Set(files.map(({ path }) => path)),
  );
  const compared = withBaseline(acrossFiles(files, rules), rules, used);
  const merged = makeReport(compared.files, tool, rules);
  const { baseline } = compared;
  return { report: { ...merged, ...(baseline && { baseline }) }, notes: notesOn(reports, versions) };
}

/**
 * Findings across files that the baseline of the runs knows do not count: to a part by itself they looked gone, for it had
 * nothing to compare with.
 */
function withBaseline(
  files: readonly FileReport[],
  rules: readonly RuleInfo[],
  used: BaselineUse | null,
): { readonly files: readonly FileReport[]; readonly baseline: BaselineUse | null } {
  if (used === null) return { files, baseline: null };
  const comparing = new Set(rules.flatMap(({ id, across }) => (across ? [id] : [])));
  const awaited = used.gone.filter(({ ruleId }) => comparing.has(ruleId));
  const result = applyBaseline(files, awaited, new Set());
  const gone = new Set(result.gone);
  return {
    files: result.files,
    baseline: {
      ...used,
      known: used.known + result.known,
      gone: used.gone.filter((entry) => !comparing.has(entry.ruleId) || gone.has(entry)),
    },
  };
}

function fileTwice(reports: readonly NamedReport[]): MergeProblem | null {
  const seen = new Map<string, string>();
  for (const { name, report } of reports) {
    for (const { path } of report.files) {
      const one = seen.get(path);
      if (one !== undefined) return { code: 'file-in-two-reports', path, one, other: name };
      seen.set(path, name);
    }
  }
  return null;
}

function unfitPart(parts: readonly NamedReport[]): MergeProblem | null {
  const [first] = parts;
  const indexes = new Map<number, string>();
  for (const { name, report } of parts) {
    const { shard } = report;
    if (!shard || !first?.report.shard) continue;
    const { count, files } = first.report.shard;
    const isWhole =
      shard.positions.length === report.files.length && shard.positions.every((at) => at < shard.files);
    if (shard.count !== count || shard.files !== files || shard.index > count || !isWhole)
      return { code: 'parts-of-other-runs', one: first.name, other: name };
    const one = indexes.get(shard.index);
    if (one !== undefined) return { code: 'part-twice', part: `${shard.index}/${count}`, one, other: name };
    indexes.set(shard.index, name);
  }
  return null;
}

function missingParts(parts: readonly NamedReport[]): MergeProblem | null {
  const [shard] = parts.flatMap(({ report }) => report.shard ?? []);
  if (!shard) return null;
  const there = new Set(parts.map(({ report }) => report.shard?.index));
  const missing = Array.from({ length: shard.count }, (_, i) => i + 1).filter((index) => !there.has(index));
  if (missing.length > 0)
    return { code: 'parts-missing', missing: missing.map((index) => `${index}/${shard.count}`) };
  // All parts are there and each file has its place, or the files changed between their runs.
  const places = new Set(parts.flatMap(({ report }) => report.shard?.positions ?? []));
  const [one, other] = [parts[0]?.name ?? '', parts.at(-1)?.name ?? ''];
  return places.size === shard.files ? null : { code: 'parts-of-other-runs', one, other };
}

function inRunOrder(parts: readonly NamedReport[]): readonly FileReport[] {
  return parts
    .flatMap(({ report }) =>
      report.files.map((file, i) => ({ file, position: report.shard?.positions[i] ?? 0 })),
    )
    .sort((a, b) => a.position - b.position)
    .map(({ file }) => file);
}

function inPathOrder(reports: readonly NamedReport[]): readonly FileReport[] {
  return reports.flatMap(({ report }) => report.files).sort((a, b) => comparePaths(a.path, b.path));
}

/** Each rule once, at the most serious level it has anywhere, as one run over all files would say. */
function mergedRules(reports: readonly NamedReport[]): readonly RuleInfo[] {
  const rules = new Map<string, RuleInfo>();
  for (const rule of reports.flatMap(({ report }) => report.rules)) {
    const known = rules.get(rule.id);
    if (!known || SEVERITIES.indexOf(rule.severity) < SEVERITIES.indexOf(known.severity))
      rules.set(rule.id, known ? { ...known, severity: rule.severity } : rule);
  }
  return [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function notesOn(reports: readonly NamedReport[], versions: readonly string[]): readonly MergeNote[] {
  const notes: MergeNote[] = [];
  if (versions.length > 1) notes.push({ code: 'versions-differ', versions });
  const checked = reports.filter(({ report }) => report.files.some(({ rules }) => rules.length > 0));
  const words = new Map<string, Set<string>>();
  const holders = new Map<string, number>();
  for (const { title, why, url, group, id } of checked.flatMap(({ report }) => report.rules)) {
    words.set(id, (words.get(id) ?? new Set()).add(JSON.stringify([title, why, url, group])));
    holders.set(id, (holders.get(id) ?? 0) + 1);
  }
  const different = [...words].filter(([, forms]) => forms.size > 1).map(([id]) => id);
  const some = [...holders].filter(([, count]) => count < checked.length).map(([id]) => id);
  if (different.length > 0) notes.push({ code: 'rules-differ', rules: different.sort() });
  if (some.length > 0) notes.push({ code: 'rules-in-some', rules: some.sort() });
  return notes;
}
