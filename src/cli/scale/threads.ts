import { Worker } from 'node:worker_threads';
import { failedFile } from '../../engine/report.ts';
import type { FileReport } from '../../model/report.ts';
import type { Keep } from '../checkAll.ts';
import { type InputOptions, nameOf } from '../checkInput.ts';
import { checkOne } from '../checkOne.ts';
import type { CommandLine } from '../commandLine.ts';
import type { Input } from '../inputs/inputs.ts';
import type { Progress } from '../progress.ts';
import type { ThreadAnswer, ThreadTask } from './thread.ts';

/** How the threads are run. */
export interface ThreadsOptions {
  readonly jobs: number;
  /** The module that a thread runs: one that calls `serveChecks`. */
  readonly worker: URL;
  readonly line: CommandLine;
  readonly options: InputOptions;
  readonly progress: Progress;
  readonly keep: Keep;
  /** Told the system's code where the cache could not be written. */
  readonly onUnwritten: (code: string) => void;
}

/** A thread has its next file at hand while it checks one, so that it never waits. */
const AT_HAND = 2;

/**
 * Checks inputs in several threads; standard input is read in this one. A thread that dies makes the file it was at an error of
 * the tool (code `internal`), and another thread takes its place: every input has a report, in the order of the inputs.
 */
export async function checkInThreads(
  inputs: readonly Input[],
  run: ThreadsOptions,
): Promise<readonly FileReport[]> {
  const { options, line, progress, jobs } = run;
  const reports = new Map<number, FileReport>();
  const keep: Keeping = (index, report) => {
    reports.set(index, run.keep(report));
    const input = inputs[index];
    if (input) progress.step(reports.size - 1, nameOf(input, line.stdinFilename));
  };
  const waiting = inputs.flatMap((input, index) => (input.kind === 'file' ? [index] : []));
  const threads = Array.from({ length: jobs }, () => serve(waiting, inputs, run, keep));
  for (const [index, input] of inputs.entries())
    if (input.kind !== 'file') keep(index, (await checkOne(input, line, options)).report);
  await Promise.all(threads);
  return inputs.map((input, index) => reports.get(index) ?? lost(input, 'no answer', run));
}

type Keeping = (index: number, report: Parameters<Keep>[0]) => void;

/** Runs one thread after another until no input waits. */
async function serve(
  waiting: number[],
  inputs: readonly Input[],
  run: ThreadsOptions,
  keep: Keeping,
): Promise<void> {
  while (waiting.length > 0) {
    const { unanswered, reason } = await runThread(waiting, inputs, run, keep);
    const [first, ...others] = unanswered;
    const input = first === undefined ? undefined : inputs[first];
    if (first === undefined || !input) continue;
    keep(first, lost(input, reason, run));
    waiting.unshift(...others);
  }
}

interface ThreadEnd {
  /** Indexes of inputs that it was given and did not answer; it was at the first of them. */
  readonly unanswered: readonly number[];
  readonly reason: string;
}

/** Runs a thread until no input waits or it ends by itself. */
function runThread(
  waiting: number[],
  inputs: readonly Input[],
  { worker, line, options, onUnwritten }: ThreadsOptions,
  keep: Keeping,
): Promise<ThreadEnd> {
  return new Promise((resolve) => {
    const given: number[] = [];
    let reason = '';
    const { language } = options;
    const thread = new Worker(worker, { workerData: { qingdan: 'check', line, language } });
    const give = (): void => {
      while (given.length < AT_HAND) {
        const index = waiting.shift();
        const input = index === undefined ? undefined : inputs[index];
        if (index === undefined || !input) break;
        given.push(index);
        thread.postMessage({ index, input } satisfies ThreadTask);
      }
      if (given.length === 0) thread.postMessage(null);
    };
    thread.on('message', ({ index, report, unwritten }: ThreadAnswer) => {
      given.splice(given.indexOf(index), 1);
      if (unwritten !== null) onUnwritten(unwritten);
      keep(index, report);
      give();
    });
    thread.on('error', (error) => {
      options.onFailure(error);
      reason = error instanceof Error ? error.message : String(error);
    });
    thread.on('exit', (code) => {
      resolve({ unanswered: given, reason: reason === '' ? `thread ended with ${code}` : reason });
    });
    give();
  });
}

function lost(input: Input, reason: string, { options, line }: ThreadsOptions): FileReport {
  const name = nameOf(input, line.stdinFilename);
  return failedFile(name, 'internal', { where: 'thread', reason }, options.language);
}
