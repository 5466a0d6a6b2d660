import { exitCode } from '../engine/exitCode.ts';
import type { Report } from '../model/report.ts';
import type { CommandLine } from './commandLine.ts';
import type { Context } from './context.ts';
import { noteText } from './messages.ts';
import { writeStream } from './output.ts';

/** The exit code of a run; why it is 1 although there are no errors is said. */
export async function judge(
  report: Report,
  { maxWarnings, failOn }: CommandLine,
  { language }: Context,
): Promise<number> {
  const { errors, warnings } = report.summary;
  const say = (note: string): Promise<void> => writeStream(process.stderr, `${note}\n`);
  if (maxWarnings !== null && warnings > maxWarnings)
    await say(noteText('too-many-warnings', { warnings, max: maxWarnings }, language));
  else if (errors === 0 && exitCode(report, null, failOn) === 1)
    await say(noteText('too-serious', { level: failOn }, language));
  return exitCode(report, maxWarnings, failOn);
}
