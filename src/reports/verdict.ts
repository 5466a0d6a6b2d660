import type { Report } from '../model/report.ts';
import type { PageWords } from './pageWords.ts';
import type { ReportWords } from './words.ts';

/** What a run comes to, for the head of a page. */
export interface Verdict {
  /** `bad`: errors, or files that could not be checked; `unsure`: warnings, or nothing found where something was not read. */
  readonly kind: 'bad' | 'unsure' | 'hints' | 'good';
  readonly sentence: string;
}

/** The worst of what a run found, in one sentence. Never `good` when a file or a stretch of one was not read. */
export function verdictOf(
  report: Report,
  page: { readonly words: ReportWords; readonly pageWords: PageWords },
): Verdict {
  const { pageWords: words } = page;
  const { failed, errors, warnings, infos, suppressed } = report.summary;
  const unread = report.files.reduce((sum, file) => sum + file.unread.length, 0);
  if (report.files.length === 0) return { kind: 'unsure', sentence: words.noFiles };
  if (failed > 0) return { kind: 'bad', sentence: words.someFailed(failed, errors) };
  if (errors > 0) return { kind: 'bad', sentence: words.someErrors(errors) };
  if (warnings > 0) return { kind: 'unsure', sentence: words.someWarnings(warnings) };
  if (unread > 0) return { kind: 'unsure', sentence: words.nothingButUnread(unread, infos) };
  if (infos > 0) return { kind: 'hints', sentence: words.someInfos(infos) };
  if (suppressed > 0) return { kind: 'good', sentence: page.words.nothingCounts(suppressed) };
  return { kind: 'good', sentence: page.words.nothingFound };
}
