import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { systemCode } from '../inputs/paths.ts';

/** Tells that something in some folders may have changed; what it was is for the listener to find out. */
export interface ChangeAlarm {
  /** Listens to these folders, without the folders in them, from now on and to no others. Those that are not there are passed over. */
  listenTo(folders: Iterable<string>): Promise<void>;
  /** Waits for a change, and until it has been quiet for a moment; true, or false when `stop` was called. */
  next(): Promise<boolean>;
  stop(): void;
}

/** Editors write a file in several steps: milliseconds of silence that end a change, and how long to wait for them at most. */
const QUIET = 120;
const LONGEST = 1000;
/** Seconds between two looks where the system tells nothing. */
export const LOOK_EVERY = 2;

interface Ear {
  readonly watcher: FSWatcher;
  /** A folder that was deleted and made anew has another one. */
  readonly inode: number;
}

/**
 * An alarm by `fs.watch`. Folders are watched and not files: an editor that saves by renaming leaves the watcher of the file with the
 * old one. Where the system has no watchers (left) it rings every `LOOK_EVERY` seconds.
 * @param onPolling told once, with the system's code, when it comes to that
 */
export function changeAlarm(onPolling: (code: string) => void): ChangeAlarm {
  const ears = new Map<string, Ear>();
  let rung = false;
  let stopped = false;
  let polling: NodeJS.Timeout | null = null;
  let wake: () => void = () => undefined;

  function ring(): void {
    rung = true;
    wake();
  }

  function close(folder: string): void {
    ears.get(folder)?.watcher.close();
    ears.delete(folder);
  }

  function poll(code: string): void {
    if (polling !== null || stopped) return;
    for (const folder of [...ears.keys()]) close(folder);
    polling = setInterval(ring, LOOK_EVERY * 1000);
    onPolling(code);
  }

  /** Whether the folder was not listened to before. */
  async function listen(folder: string): Promise<boolean> {
    const inode = (await stat(folder).catch(() => null))?.ino;
    const known = ears.get(folder)?.inode;
    if (known !== undefined && known === inode) return false;
    close(folder);
    if (inode === undefined) return false;
    try {
      const watcher = watch(folder, { persistent: true }, ring);
      watcher.on('error', () => {
        // The folder was deleted; the next round finds out whether it is back.
        close(folder);
        ring();
      });
      ears.set(folder, { watcher, inode });
      return true;
    } catch (error) {
      const code = systemCode(error);
      if (code !== 'ENOENT' && code !== 'ENOTDIR') poll(code === '' ? String(error) : code);
      return false;
    }
  }

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  return {
    async listenTo(folders) {
      const wanted = new Set(folders);
      for (const folder of [...ears.keys()]) if (!wanted.has(folder)) close(folder);
      let added = false;
      for (const folder of wanted) if (polling === null) added = (await listen(folder)) || added;
      // What changed there before somebody listened is found by another look.
      if (added) ring();
    },
    async next() {
      if (!rung && !stopped)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const since = Date.now();
      while (rung && !stopped) {
        rung = false;
        await pause(QUIET);
        if (Date.now() - since > LONGEST) break;
      }
      rung = false;
      return !stopped;
    },
    stop() {
      stopped = true;
      if (polling !== null) clearInterval(polling);
      for (const folder of [...ears.keys()]) close(folder);
      wake();
    },
  };
}
