import { parentPort, workerData } from 'node:worker_threads';
import type { Language } from '../../reports/words.ts';
import type { InputOptions } from '../checkInput.ts';
import { checkOne } from '../checkOne.ts';
import type { CommandLine } from '../commandLine.ts';
import type { Input } from '../inputs/inputs.ts';
import { loadSettings } from '../settings/settings.ts';
import type { PackedReport } from './factStore.ts';

/** A file for a thread to check. */
export interface ThreadTask {
  readonly index: number;
  readonly input: Input;
}

/** Its report. */
export interface ThreadAnswer {
  readonly index: number;
  readonly report: PackedReport;
  /** The system's code where the report could not be remembered (`--cache`). */
  readonly unwritten: string | null;
}

/** What a thread is started with. */
interface ThreadData {
  readonly qingdan: 'check';
  readonly line: CommandLine;
  readonly language: Language;
}

/** Whether this is a thread that `checkInThreads` started, and not the command itself. */
export function isCheckThread(): boolean {
  const data: unknown = workerData;
  return parentPort !== null && typeof data === 'object' && data !== null && 'qingdan' in data;
}

/** Checks the files it is told to, one after the other, until it is told `null`. The config is loaded anew: it cannot be sent. */
export async function serveChecks(): Promise<void> {
  const port = parentPort;
  if (port === null) return;
  const { line, language } = workerData as ThreadData;
  const { packed } = await import('./factStore.ts');
  // Tasks that come before the config is read wait in the port.
  const options: InputOptions = {
    settings: await loadSettings(line),
    language,
    stdinFilename: line.stdinFilename,
    onFailure: (error) => {
      if (line.debug) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    },
  };
  let last = Promise.resolve();
  port.on('message', (task: ThreadTask | null) => {
    last = last.then(async () => {
      if (task === null) {
        port.close();
        return;
      }
      const { index, input } = task;
      const { report, unwritten } = await checkOne(input, line, options);
      port.postMessage({ index, report: packed(report), unwritten } satisfies ThreadAnswer);
    });
  });
}
