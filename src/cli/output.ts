/**
 * Writes a text to standard output or error and waits until it was taken. A reader that went away (`| head`)
 * is no failure of the tool.
 */
export function writeStream(stream: NodeJS.WriteStream, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null): void => {
      if (!error || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve();
      else reject(error);
    };
    // The error also comes as an event, which would end the process if nobody listened.
    stream.on('error', settle);
    stream.write(text, settle);
  });
}
