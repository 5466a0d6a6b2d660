import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type FactSource, factsInReports, type TownshipName } from '../../engine/acrossFiles.ts';
import type { FileReport, RuleOutcome, TownshipFacts } from '../../model/report.ts';

/** A report whose facts stand beside it, written small. */
export interface PackedReport {
  /** Without `facts`. */
  readonly report: FileReport;
  /** Null where there are none. */
  readonly packed: PackedFacts | null;
}

/** The facts of one file: a hundredth of a large list's size where they take nearly as much as the list itself when read. */
export interface PackedFacts {
  readonly names: readonly TownshipName[];
  readonly bytes: Uint8Array;
}

/** The facts of a run's files, packed until somebody asks for those of a file: what is kept of each file should be little. */
export interface FactStore extends FactSource {
  /** Keeps the facts of a report; the report without them. */
  keep(report: PackedReport): FileReport;
  /** The report with its facts, as `schemas/report.schema.json` describes it. */
  whole(file: FileReport): FileReport;
}

/** Takes the facts out of a report. The rest shares no words with the document any more, which would stay in memory with them. */
export function packed({ facts, ...report }: FileReport): PackedReport {
  if (facts === undefined) return { report: structuredClone(report), packed: null };
  const names = facts.map(({ prefecture, county, township }) => ({ prefecture, county, township }));
  const bytes = deflateRawSync(JSON.stringify(facts), { level: 1 });
  // A copy: a small buffer is cut out of a large one that many share.
  return structuredClone({ report, packed: { names, bytes: Uint8Array.from(bytes) } });
}

/** A store that holds nothing yet. Files are told apart by the names they have in reports. */
export function factStore(): FactStore {
  const kept = new Map<string, PackedFacts>();
  // Nearly all rules have the same outcome in nearly all files.
  const outcomes = new Map<string, RuleOutcome>();
  const shared = (outcome: RuleOutcome): RuleOutcome => {
    const { id, status } = outcome;
    const key = `${id} ${status === 'failed' ? outcome.findings : status === 'passed' ? '' : outcome.reason}`;
    const known = outcomes.get(key);
    if (known === undefined) outcomes.set(key, outcome);
    return known ?? outcome;
  };
  const unpacked = (path: string): readonly TownshipFacts[] | undefined => {
    const bytes = kept.get(path)?.bytes;
    return bytes && (JSON.parse(inflateRawSync(bytes).toString('utf8')) as readonly TownshipFacts[]);
  };
  return {
    keep({ report, packed }) {
      if (packed) kept.set(report.path, packed);
      return { ...report, rules: report.rules.map(shared) };
    },
    whole(file) {
      const facts = file.facts ?? unpacked(file.path);
      return facts ? { ...file, facts } : file;
    },
    names: (file) => (file.facts ? factsInReports.names(file) : (kept.get(file.path)?.names ?? [])),
    facts: (file) => file.facts ?? unpacked(file.path) ?? [],
  };
}
