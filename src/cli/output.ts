const listened = new WeakSet<NodeJS.WriteStream>();

/**
 * Writes a text to standard output or error and waits until it was taken. A reader that went away (`| head`)
 * is no failure of the tool.
 */
export function writeStream(stream: NodeJS.WriteStream, text: string | Uint8Array): Promise<void> {
  // The error also comes as an event, which would end the process if nobody listened.
  if (!listened.has(stream)) stream.on('error', () => undefined);
  listened.add(stream);
  return new Promise((resolve, reject) => {
    stream.write(text, (error?: Error | null): void => {
      if (!error || GONE.has((error as NodeJS.ErrnoException).code)) resolve();
      else reject(error);
    });
  });
}

/** What writing to a reader that went away fails with: the first time, and from then on. */
const GONE: ReadonlySet<string | undefined> = new Set(['EPIPE', 'ERR_STREAM_DESTROYED']);
