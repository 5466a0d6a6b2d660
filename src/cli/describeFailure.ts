import { existsSync } from 'node:fs';
import { nearest } from '../grammar/nearest.ts';
import { visible } from '../reports/visible.ts';
import type { Context } from './context.ts';
import { noteText, usageText } from './messages.ts';
import { UsageError } from './usageError.ts';

/** What a failed command says, with a line break at the end, and its exit code: 2 usage or config, 3 the tool itself. */
export async function describeFailure(
  error: unknown,
  context: Context,
): Promise<{ readonly code: 2 | 3; readonly text: string }> {
  if (error instanceof UsageError) return { code: 2, text: describeUsageError(error, context) };
  const { describeConfigError } = await import('./settings/describeConfigError.ts');
  const problems = describeConfigError(error, context.language);
  if (problems !== null) return { code: 2, text: problems };
  context.onFailure(error);
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 3, text: `${noteText('internal-error', { reason }, context.language)}\n` };
}

function describeUsageError({ code, facts }: UsageError, { language }: Context): string {
  const { unknown, command, more } = facts;
  const meant = unknown ? (unknown.meant ?? nearest(unknown.word, unknown.known)?.word) : undefined;
  // `qingdan draft.md`: the command was left out.
  const isPath = code === 'unknown-command' && meant === undefined && existsSync(unknown?.word ?? '');
  const lines = [usageText(isPath ? 'unknown-command-path' : code, facts.data, language)];
  if (meant !== undefined) lines.push(noteText('did-you-mean', { word: meant }, language));
  if (more) lines.push(noteText(more, {}, language));
  const tool = command === null ? 'qingdan' : `qingdan ${command}`;
  lines.push(noteText('see-help', { command: tool }, language));
  return lines.map((line) => `${visible(line)}\n`).join('');
}
