import { cutEnd } from '../reports/displayWidth.ts';
import { visible } from '../reports/visible.ts';
import type { Language } from '../reports/words.ts';
import { noteText } from './messages.ts';

/** A line on a terminal that says how far the run is. */
export interface Progress {
  /** `done` files are behind, `path` comes now. */
  step(done: number, path: string): void;
  /** Wipes the line. */
  end(): void;
}

/** Runs over fewer files are over before anyone would look. */
const FEW_FILES = 4;
/** Milliseconds between two changes of the line. */
const PAUSE = 80;

const SILENT: Progress = { step: () => undefined, end: () => undefined };

/** Progress on standard error, or nothing where that is no terminal or the files are few. */
export function startProgress(all: number, language: Language): Progress {
  const { stderr } = process;
  if (!stderr.isTTY || all < FEW_FILES) return SILENT;
  let last = 0;
  let shown = false;
  return {
    step(done, path) {
      const now = Date.now();
      if (now - last < PAUSE) return;
      last = now;
      const line = noteText('checking', { done: done + 1, all, path: visible(path) }, language);
      stderr.write(`\r\u001b[2K${cutEnd(line, (stderr.columns || 80) - 1)}`);
      shown = true;
    },
    end() {
      if (shown) stderr.write('\r\u001b[2K');
      shown = false;
    },
  };
}
