import { statSync } from 'node:fs';
import { summary } from '@actions/core';
import type { Report } from '../model/report.ts';
import type { Language } from '../reports/words.ts';

/** GitHub drops a summary of more bytes than this, all of it. */
const MAX_BYTES = 1024 * 1024;
/** Kept free for the line breaks that are added. */
const SPARE = 1024;

/** How many bytes the summary of this step may still take. */
export function summaryRoom(environment: NodeJS.ProcessEnv): number {
  const file = environment.GITHUB_STEP_SUMMARY;
  const written = file === undefined ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  return Math.max(0, MAX_BYTES - SPARE - written);
}

/**
 * Appends Markdown to the job summary; `instead` where it does not fit. Throws when neither can be written.
 * @param room bytes, from `summaryRoom`
 */
export async function writeSummary(markdown: string, instead: string, room: number): Promise<void> {
  const text = [markdown, instead].find((candidate) => Buffer.byteLength(candidate) <= room);
  if (text === undefined) throw new Error(`more than ${MAX_BYTES} bytes`);
  await summary.addRaw(text, true).write();
}

/** A text as a block of code that nothing in it can end. */
export function codeBlock(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.trimEnd()}\n${fence}\n`;
}

/** A report as Markdown of at most `room` bytes, where its head fits. */
export async function summaryOf(report: Report, language: Language, room: number): Promise<string> {
  const { markdownReport } = await import('../reports/markdown/markdown.ts');
  return markdownReport(report, { language, limit: { size: room, unit: 'bytes' } });
}
