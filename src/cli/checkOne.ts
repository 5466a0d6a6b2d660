import type { FileReport } from '../model/report.ts';
import { checkInput, type InputOptions } from './checkInput.ts';
import type { CommandLine } from './commandLine.ts';
import type { Input } from './inputs/inputs.ts';

/** A file's report, and the system's code where `--cache` could not remember it. */
export interface CheckedFile {
  readonly report: FileReport;
  readonly unwritten: string | null;
}

/** Checks one input, and with `--cache` remembers its report. */
export async function checkOne(input: Input, line: CommandLine, options: InputOptions): Promise<CheckedFile> {
  if (line.cache === null || input.kind !== 'file')
    return { report: await checkInput(input, options), unwritten: null };
  const { checkAndRemember } = await import('./scale/cache.ts');
  let unwritten: string | null = null;
  const report = await checkAndRemember(line.cache, input, options, (code) => {
    unwritten = code;
  });
  return { report, unwritten };
}
