import type { FileReport, ReportEdit } from '../model/report.ts';
import { minimalEdit } from './fixEdits.ts';

/** A change that a finding asks for: all of its edits or none. */
export interface Fix {
  readonly ruleId: string;
  /** In order, without overlaps, each of them changing something. */
  readonly edits: readonly ReportEdit[];
}

/** The changes of one pass. */
export interface FixPass {
  /** Those to apply now: none touches another one. */
  readonly now: readonly Fix[];
  /** Whether others wait for the next pass, because they touch one of these. */
  readonly waiting: boolean;
}

/**
 * The fixes of the findings that count, and for the rules named the first of their suggestions too.
 * @param text the text that the report is about
 */
export function fixesOf(
  text: string,
  { findings }: FileReport,
  suggestionRules: ReadonlySet<string>,
): readonly Fix[] {
  return findings.flatMap(({ ruleId, fix, suggestions }): readonly Fix[] => {
    const edits = fix?.edits ?? (suggestionRules.has(ruleId) ? suggestions[0]?.edits : undefined);
    const sound = edits === undefined ? null : soundEdits(text, edits);
    return sound === null ? [] : [{ ruleId, edits: sound }];
  });
}

/**
 * The edits in order and at their smallest; null when there is nothing to change, when two of them are about the same
 * characters, or when one of them would swallow a line break. Words that were wrapped over lines are put together by the
 * reader, and a page header can stand between their halves; what is between them is no part of the words and must stay.
 */
function soundEdits(text: string, edits: readonly ReportEdit[]): readonly ReportEdit[] | null {
  const minimal = edits.flatMap((edit) => minimalEdit(text, edit) ?? []);
  const ordered = [...minimal].sort((a, b) => a.start - b.start || a.end - b.end);
  let last = -1;
  for (const { start, end, text: words } of ordered) {
    if (start < last || start < 0 || end > text.length || start > end) return null;
    if (/[\n\r\f]/.test(text.slice(start, end)) && !/[\n\r\f]/.test(words)) return null;
    last = end;
  }
  return ordered.length === 0 ? null : ordered;
}

/**
 * Which fixes to apply together. The first by place goes first; one that touches what an earlier one changes or spans waits,
 * since it was thought out for words that are other ones by then.
 */
export function nextPass(fixes: readonly Fix[]): FixPass {
  const startOf = ({ edits }: Fix): number => edits[0]?.start ?? 0;
  const endOf = ({ edits }: Fix): number => edits[edits.length - 1]?.end ?? 0;
  const ordered = [...fixes].sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b));
  const now: Fix[] = [];
  let last = -1;
  for (const fix of ordered) {
    if (startOf(fix) <= last) continue;
    now.push(fix);
    last = endOf(fix);
  }
  return { now, waiting: now.length < fixes.length };
}
