import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { FileReport, Report } from '../model/report.ts';
import { reportParts } from '../reports/formats.ts';
import { REPORT_WORDS } from '../reports/words.ts';
import type { Command, CommandLine } from './commandLine.ts';
import type { Context } from './context.ts';
import { noteText } from './messages.ts';
import { writeStream } from './output.ts';
import type { Target } from './targets.ts';
import { wantsColor, widthOf } from './terminal.ts';
import { UsageError } from './usageError.ts';
import { writeFailure } from './writeFailure.ts';
import { writeWhole } from './writeWhole.ts';

/** What is read (`inputs`, absolute paths) and given as output would be lost. Throws UsageError. */
export async function refuseToOverwrite(
  targets: readonly Target[],
  inputs: readonly string[],
  command: Command | null,
): Promise<void> {
  const real = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
  const sources = new Set<string>();
  if (targets.every(({ file }) => file === null)) return;
  for (const path of inputs) sources.add(await real(path));
  for (const { file } of targets) {
    if (file !== null && sources.has(await real(resolve(file)))) {
      throw new UsageError('output-is-input', { data: { file }, command });
    }
  }
}

/** Where reports come from and go. */
export interface Writing {
  /** Where those go that name no file; standard output when left out. */
  readonly output?: NodeJS.WriteStream;
  /** Gives the report of a file with what is kept elsewhere. */
  readonly whole?: ((file: FileReport) => FileReport) | undefined;
}

/** Writes every report that can be written; the error is about the first that cannot. */
export async function writeReports(
  report: Report,
  targets: readonly Target[],
  line: CommandLine,
  { language }: Context,
  { output = process.stdout, whole }: Writing = {},
): Promise<UsageError | null> {
  const { stderr } = process;
  let failure: UsageError | null = null;
  for (const { format, file } of targets) {
    const color = file === null ? wantsColor(line.color, output) : line.color === true;
    const width = widthOf(file === null ? output : {});
    const options = { language, color, width, quiet: line.quiet, failOn: line.failOn };
    const parts = await reportParts(format, report, options, whole);
    if (file === null) {
      for (const part of parts) await writeStream(output, part);
      continue;
    }
    try {
      await writeWhole(resolve(file), parts);
      if (!line.quiet) await writeStream(stderr, `${noteText('report-written', { file }, language)}\n`);
    } catch (error) {
      failure ??= writeFailure(file, error, line.command, language);
    }
  }
  // Someone who sends the report to a file still sees how it went.
  if (!line.quiet && targets.every(({ file }) => file !== null)) {
    await writeStream(stderr, `${REPORT_WORDS[language].closing(report.summary)}\n`);
  }
  return failure;
}
