import type { ReportedFinding } from '../../model/report.ts';
import type { ExpectedFinding, Severity } from '../../model/rule.ts';

/** A finding that a test case wants. What is left out may be anything. */
export interface Expectation extends ExpectedFinding {
  readonly rule?: string;
  readonly excerpt?: string;
  readonly severity?: Severity;
}

/** How the findings of a document differ from those it should have. Nothing in it: they do not. */
export interface Difference {
  /** Wanted and not found, by index in the expectations. */
  readonly missing: readonly number[];
  /** Found and not wanted. */
  readonly noisy: readonly ReportedFinding[];
  /** The right rule in the wrong place, or about other words. */
  readonly misplaced: readonly { readonly wanted: number; readonly found: ReportedFinding }[];
  /** What fits: index of the expectation to finding. */
  readonly fitting: ReadonlyMap<number, ReportedFinding>;
}

/** Whether there is no difference. */
export function agrees({ missing, noisy, misplaced }: Difference): boolean {
  return missing.length === 0 && noisy.length === 0 && misplaced.length === 0;
}

/** Compares findings, in whatever order, with those that are wanted; each finding fits one expectation at most. */
export function compareFindings(
  wanted: readonly Expectation[],
  found: readonly ReportedFinding[],
): Difference {
  const open = new Set(found);
  const fitting = new Map<number, ReportedFinding>();
  // What asks for most chooses first, so that it does not find its finding taken.
  const order = wanted.map((_, index) => index).sort((a, b) => demands(wanted[b]) - demands(wanted[a]));
  const take = (index: number, fits: (one: Expectation, other: ReportedFinding) => boolean) => {
    const one = wanted[index];
    const match = one && [...open].find((finding) => fits(one, finding));
    if (match) open.delete(match);
    return match;
  };
  for (const index of order) {
    const match = take(index, fitsWholly);
    if (match) fitting.set(index, match);
  }
  const misplaced: { wanted: number; found: ReportedFinding }[] = [];
  const missing: number[] = [];
  for (const index of wanted.keys()) {
    if (fitting.has(index)) continue;
    const match = take(index, saysTheSame);
    if (match) misplaced.push({ wanted: index, found: match });
    else missing.push(index);
  }
  return { missing, noisy: [...open], misplaced, fitting };
}

function demands(expectation: Expectation | undefined): number {
  return Object.keys(expectation ?? {}).length;
}

function fitsWholly(one: Expectation, finding: ReportedFinding): boolean {
  const { list, item, column } = finding.location;
  return (
    saysTheSame(one, finding) &&
    (one.list === undefined || one.list === list) &&
    (one.item === undefined || one.item === item) &&
    (one.column === undefined || one.column === column) &&
    (one.excerpt === undefined || one.excerpt === finding.excerpt)
  );
}

/** The same fault, wherever it stands. */
function saysTheSame(one: Expectation, { ruleId, severity, message }: ReportedFinding): boolean {
  return (
    (one.rule === undefined || one.rule === ruleId) &&
    (one.severity === undefined || one.severity === severity) &&
    (one.message === undefined || message.includes(one.message))
  );
}
