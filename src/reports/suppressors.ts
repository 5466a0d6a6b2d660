import type { SuppressedFinding, Suppressor } from '../model/report.ts';
import type { PageWords } from './pageWords.ts';
import type { ReportWords } from './words.ts';

/** `忽略注释 1、基线 2`: how many findings each suppressor keeps from counting. */
export function suppressorCounts(
  suppressed: readonly SuppressedFinding[],
  words: ReportWords,
  pageWords: PageWords,
): string {
  const counts = new Map<Suppressor, number>();
  for (const { by } of suppressed) counts.set(by, (counts.get(by) ?? 0) + 1);
  return [...counts].map(([by, count]) => `${pageWords.suppressedBy[by]} ${count}`).join(words.pause);
}
