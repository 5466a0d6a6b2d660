import { availableParallelism } from 'node:os';
import type { FileReport } from '../model/report.ts';
import { checkInput, type InputOptions, nameOf } from './checkInput.ts';
import type { CommandLine } from './commandLine.ts';
import type { Context } from './context.ts';
import type { Input } from './inputs.ts';
import { startProgress } from './progress.ts';
import { UsageError } from './usageError.ts';

/**
 * With so many files for each thread, threads pay: a new one takes as long to load and warm up as checking ten files does.
 */
const FILES_PER_JOB = 16;
/** More threads than this take more memory than they save time, unless they are asked for. */
const MOST_JOBS = 8;

/**
 * How many threads check the files. Threads are not used for few files, nor where something is counted over the run.
 * @throws UsageError when both are asked for
 */
export function jobsFor(line: CommandLine, files: number, { worker }: Pick<Context, 'worker'>): number {
  const counting = line.timing ? '--timing' : line.unused ? '--unused' : null;
  if (typeof line.jobs === 'number' && line.jobs > 1 && counting !== null)
    throw new UsageError('jobs-with-counting', { data: { option: counting }, command: line.command });
  if (worker === undefined || counting !== null) return 1;
  if (line.jobs !== null && line.jobs !== 'auto') return Math.min(line.jobs, Math.max(files, 1));
  return Math.max(1, Math.min(availableParallelism(), MOST_JOBS, Math.floor(files / FILES_PER_JOB)));
}

/** Checks every input, in one thread or in several. The reports stand in the order of the inputs. */
export async function checkAll(
  inputs: readonly Input[],
  line: CommandLine,
  options: InputOptions,
  context: Context,
): Promise<readonly FileReport[]> {
  const jobs = jobsFor(line, inputs.filter(({ kind }) => kind === 'file').length, context);
  const progress = startProgress(inputs.length, context.language);
  try {
    if (jobs > 1 && context.worker !== undefined) {
      const { checkInThreads } = await import('./threads.ts');
      const { worker } = context;
      return await checkInThreads(inputs, { jobs, worker, line, options, progress });
    }
    const files: FileReport[] = [];
    for (const input of inputs) {
      progress.step(files.length, nameOf(input, line.stdinFilename));
      files.push(released(await checkInput(input, options)));
    }
    return files;
  } finally {
    progress.end();
  }
}

/** A report of its own: words cut out of a document would keep the whole document in memory as long as they live. */
function released(report: FileReport): FileReport {
  return structuredClone(report);
}
