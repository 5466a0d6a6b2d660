import { availableParallelism } from 'node:os';
import type { FileReport } from '../model/report.ts';
import { type InputOptions, nameOf } from './checkInput.ts';
import { checkOne } from './checkOne.ts';
import type { CommandLine } from './commandLine.ts';
import type { Context } from './context.ts';
import type { Input } from './inputs/inputs.ts';
import { noteText } from './messages.ts';
import { writeStream } from './output.ts';
import { type Progress, startProgress } from './progress.ts';
import type { FactStore, PackedReport } from './scale/factStore.ts';
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
  const counting = countingOf(line);
  if (typeof line.jobs === 'number' && line.jobs > 1 && counting !== null)
    throw new UsageError('jobs-with-counting', { data: { option: counting }, command: line.command });
  if (worker === undefined || counting !== null) return 1;
  if (line.jobs !== null && line.jobs !== 'auto') return Math.min(line.jobs, Math.max(files, 1));
  return Math.max(1, Math.min(availableParallelism(), MOST_JOBS, Math.floor(files / FILES_PER_JOB)));
}

/** The option that needs every file to be checked, in this thread; null when none was given. */
function countingOf(line: CommandLine): string | null {
  if (line.timing) return '--timing';
  return line.unused ? '--unused' : null;
}

/**
 * Checks every input: those that `--cache` does not know, in one thread or in several. The reports stand in the order of the
 * inputs; with a store their facts go there. Throws UsageError.
 */
export async function checkAll(
  inputs: readonly Input[],
  line: CommandLine,
  options: InputOptions,
  context: Context,
  store: FactStore | null,
): Promise<readonly FileReport[]> {
  const progress = startProgress(inputs.length, context.language);
  const run = { line, options, context, progress, keep: await keeperFor(store) };
  try {
    if (line.cache === null) return await checkThese(inputs, run, () => undefined);
    return await checkWithCache(inputs, line.cache, run);
  } finally {
    progress.end();
  }
}

/** What a run keeps of a report. */
export type Keep = (report: FileReport | PackedReport) => FileReport;

/** With a store, its facts go there, and it has no words in common with the document: they would keep all of it in memory. */
export async function keeperFor(store: FactStore | null): Promise<Keep> {
  if (store === null) return (report) => ('report' in report ? report.report : report);
  const { packed } = await import('./scale/factStore.ts');
  return (report) => store.keep('report' in report ? report : packed(report));
}

interface Run {
  readonly line: CommandLine;
  readonly options: InputOptions;
  readonly context: Context;
  readonly progress: Progress;
  readonly keep: Keep;
}

/** @param onUnwritten told the system's code where the cache could not be written */
async function checkThese(
  inputs: readonly Input[],
  { line, options, context, progress, keep }: Run,
  onUnwritten: (code: string) => void,
): Promise<readonly FileReport[]> {
  const jobs = jobsFor(line, inputs.filter(({ kind }) => kind === 'file').length, context);
  if (jobs > 1 && context.worker !== undefined) {
    const { checkInThreads } = await import('./scale/threads.ts');
    const { worker } = context;
    const run = { jobs, worker, line, options, progress, keep, onUnwritten };
    return checkInThreads(inputs, run);
  }
  const files: FileReport[] = [];
  for (const input of inputs) {
    progress.step(files.length, nameOf(input, line.stdinFilename));
    const { report, unwritten } = await checkOne(input, line, options);
    if (unwritten !== null) onUnwritten(unwritten);
    files.push(keep(report));
  }
  return files;
}

async function checkWithCache(
  inputs: readonly Input[],
  folder: string,
  run: Run,
): Promise<readonly FileReport[]> {
  const { line, options, context, progress, keep } = run;
  const counting = countingOf(line);
  if (counting !== null)
    throw new UsageError('cache-with-counting', { data: { option: counting }, command: line.command });
  const { lookUp, openCache, prune } = await import('./scale/cache.ts');
  let unwritten = await openCache(folder);
  let damaged = 0;
  const known = new Map<Input, FileReport>();
  for (const input of inputs) {
    if (input.kind !== 'file') continue;
    progress.step(known.size, input.name);
    const answer = await lookUp(folder, input, options);
    if (answer === 'damaged') damaged++;
    else if (answer !== 'absent') known.set(input, keep(answer));
  }
  const changed = inputs.filter((input) => !known.has(input));
  const checked = await checkThese(changed, run, (code) => {
    unwritten ??= code;
  });
  for (const [i, input] of changed.entries()) {
    const report = checked[i];
    if (report) known.set(input, report);
  }
  if (unwritten === null) await prune(folder, inputs);
  const tell = (text: string): Promise<void> => writeStream(process.stderr, `${text}\n`);
  if (damaged > 0) await tell(noteText('cache-damaged', { folder, count: damaged }, context.language));
  if (unwritten !== null)
    await tell(noteText('cache-unwritten', { folder, reason: unwritten }, context.language));
  return inputs.flatMap((input) => known.get(input) ?? []);
}
