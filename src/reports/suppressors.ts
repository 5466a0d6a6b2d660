import type { FileReport, Suppressor } from '../model/report.ts';

/** How many findings of files each suppressor keeps from counting. */
export function suppressorCounts(files: readonly FileReport[]): Readonly<Record<Suppressor, number>> {
  const counts = { ignore: 0, baseline: 0, unchanged: 0 };
  for (const { suppressed } of files) for (const { by } of suppressed) counts[by]++;
  return counts;
}
