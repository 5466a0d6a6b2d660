import type {
  BaselineFinding,
  BaselineUse,
  FileReport,
  ReportedFinding,
  SuppressedFinding,
} from '../../model/report.ts';
import { inOrder } from './ignored.ts';

/** What a baseline does to the reports of a run. */
export interface BaselineResult {
  /** The files with the known findings among the suppressed ones. */
  readonly files: readonly FileReport[];
  /** How many findings were known. */
  readonly known: number;
  /**
   * Those of the baseline that were not found in files that were checked, or whose file is not there any more; of
   * other files nothing is said.
   */
  readonly gone: readonly BaselineFinding[];
}

/**
 * Keeps known findings from counting, by path, rule and fingerprint. Two equal findings of a file have fingerprints of
 * their own, so one that is known stands for one. Errors of files are left alone.
 *
 * @param missing those paths of the baseline at which there is no file any more
 */
export function applyBaseline(
  files: readonly FileReport[],
  baseline: readonly BaselineFinding[],
  missing: ReadonlySet<string>,
): BaselineResult {
  const moved = movedFiles(files, baseline, missing);
  const entries = new Map(
    baseline.map((entry) => [keyOf(moved.get(entry.path) ?? entry.path, entry), entry] as const),
  );
  const met = new Set<BaselineFinding>();
  const filtered = files.map((file): FileReport => {
    const known = new Set<ReportedFinding>();
    for (const finding of file.findings) {
      const entry = entries.get(keyOf(file.path, finding));
      if (!entry) continue;
      known.add(finding);
      met.add(entry);
    }
    // What is ignored by now is still there: the comment may go again.
    for (const { finding } of file.suppressed) {
      const entry = entries.get(keyOf(file.path, finding));
      if (entry) met.add(entry);
    }
    if (known.size === 0) return file;
    const added = [...known].map((finding): SuppressedFinding => ({ by: 'baseline', reason: null, finding }));
    return {
      ...file,
      findings: file.findings.filter((finding) => !known.has(finding)),
      suppressed: inOrder([...file.suppressed, ...added]),
    };
  });
  const whole = new Set(files.flatMap(({ path, error }) => (error === null ? [path] : [])));
  const gone = baseline.filter(
    (entry) => !met.has(entry) && (whole.has(entry.path) || missing.has(entry.path)),
  );
  const known = filtered.reduce(
    (sum, file, i) => sum + (files[i]?.findings.length ?? 0) - file.findings.length,
    0,
  );
  return { files: filtered, known, gone };
}

/**
 * The baseline that knows every finding that counts now, in the order of its file. Entries of files that were not checked, or
 * not to the end, stay; those that are gone do not.
 */
export function updatedBaseline(
  files: readonly FileReport[],
  baseline: readonly BaselineFinding[],
  missing: ReadonlySet<string>,
): readonly BaselineFinding[] {
  const moved = movedFiles(files, baseline, missing);
  const whole = new Set(files.flatMap(({ path, error }) => (error === null ? [path] : [])));
  const entries = new Map<string, BaselineFinding>();
  const before = new Map(
    baseline.map((entry) => [keyOf(moved.get(entry.path) ?? entry.path, entry), entry] as const),
  );
  for (const entry of baseline) {
    if (!whole.has(entry.path) && !missing.has(entry.path)) entries.set(keyOf(entry.path, entry), entry);
  }
  for (const { path, findings } of files) {
    for (const finding of findings) {
      const { ruleId, fingerprint } = finding;
      const key = keyOf(path, finding);
      // A hint that is there stays, so that a number in it does not change the line.
      const hint = before.get(key)?.hint ?? hintOf(finding);
      entries.set(key, { path, ruleId, fingerprint, hint });
    }
  }
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, entry]) => entry);
}

/**
 * Files that were renamed, by their old path: a file of the baseline that is not there any more, and one that the
 * baseline does not know and in which at least half of its findings are found.
 */
function movedFiles(
  files: readonly FileReport[],
  baseline: readonly BaselineFinding[],
  missing: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const moved = new Map<string, string>();
  if (missing.size === 0) return moved;
  const known = new Set(baseline.map(({ path }) => path));
  const fresh = files.filter(({ path, findings }) => !known.has(path) && findings.length > 0);
  const keys = fresh.map(({ findings }) => new Set(findings.map((finding) => keyOf('', finding))));
  const taken = new Set<string>();
  for (const path of [...missing].sort()) {
    const entries = baseline.filter((entry) => entry.path === path);
    let best: string | null = null;
    let most = entries.length / 2;
    for (const [index, file] of fresh.entries()) {
      const found = entries.filter((entry) => keys[index]?.has(keyOf('', entry))).length;
      if (found < most || found === 0 || taken.has(file.path)) continue;
      if (best === null || found > most) best = file.path;
      most = found;
    }
    if (best === null) continue;
    taken.add(best);
    moved.set(path, best);
  }
  return moved;
}

/** A report whose findings count again that a baseline knew, and with `unchanged` those that were there before a change. */
export function withoutBaseline(
  file: FileReport,
  { unchanged }: { readonly unchanged: boolean },
): FileReport {
  const counts = ({ by }: SuppressedFinding): boolean =>
    by === 'baseline' || (unchanged && by === 'unchanged');
  const again = file.suppressed.filter(counts).map(({ finding }) => finding);
  if (again.length === 0) return file;
  const findings = [...file.findings, ...again].sort(
    (a, b) =>
      a.location.start.offset - b.location.start.offset || a.location.end.offset - b.location.end.offset,
  );
  return { ...file, findings, suppressed: file.suppressed.filter((one) => !counts(one)) };
}

/**
 * What the baselines of several runs did together; null where none had one. What is gone is said once. Of a file that none of
 * them checked all must say so: to one of them it was not there, to another one it was renamed.
 * @param checked the paths of all files that were checked
 */
export function joinBaselines(
  uses: readonly BaselineUse[],
  checked: ReadonlySet<string>,
): BaselineUse | null {
  const [first] = uses;
  if (!first) return null;
  const gone = new Map<string, BaselineFinding>();
  const times = new Map<string, number>();
  for (const entry of uses.flatMap((use) => use.gone)) {
    const key = keyOf(entry.path, entry);
    const count = (times.get(key) ?? 0) + 1;
    times.set(key, count);
    if (checked.has(entry.path) || count === uses.length) gone.set(key, entry);
  }
  return {
    file: first.file,
    known: uses.reduce((sum, { known }) => sum + known, 0),
    gone: [...gone.values()],
  };
}

function keyOf(
  path: string,
  { ruleId, fingerprint }: { readonly ruleId: string; readonly fingerprint: string },
): string {
  return `${path}\u0000${ruleId}\u0000${fingerprint}`;
}

/** Longest hint, in characters. */
const LONGEST_HINT = 80;

/** What a finding is about, for people who look through the file. */
function hintOf({ subject, message }: ReportedFinding): string {
  const about = subject.itemName ?? subject.listTitle;
  const words = [...(about === null ? message : `${about}：${message}`).replace(/\s+/g, ' ')];
  return words.length > LONGEST_HINT ? `${words.slice(0, LONGEST_HINT).join('')}…` : words.join('');
}

/** The text of a baseline file: a finding a line, so that changes of several people can be merged line by line. */
export function baselineText(findings: readonly BaselineFinding[]): string {
  const lines = findings.map(
    ({ path, ruleId, fingerprint, hint }) => `    ${JSON.stringify({ path, ruleId, fingerprint, hint })}`,
  );
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "schemaVersion": 1,\n  "findings": ${list}\n}\n`;
}
