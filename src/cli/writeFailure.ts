import type { Language } from '../reports/words.ts';
import type { Command } from './commandLine.ts';
import { systemCode } from './inputs/paths.ts';
import { type NoteCode, noteText } from './messages.ts';
import { UsageError } from './usageError.ts';

const REASONS: Readonly<Record<string, NoteCode>> = {
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
  EISDIR: 'is-folder',
  ENOSPC: 'disk-full',
  EROFS: 'read-only',
};

/** The failure to write a file as a usage error that says why. */
export function writeFailure(
  file: string,
  error: unknown,
  command: Command | null,
  language: Language,
): UsageError {
  const code = systemCode(error);
  if (code === '') throw error;
  const reason = REASONS[code];
  const data = { file, reason: reason === undefined ? code : noteText(reason, {}, language) };
  return new UsageError('output-not-written', { data, command });
}
