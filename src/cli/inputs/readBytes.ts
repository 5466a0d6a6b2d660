import { type FileHandle, open } from 'node:fs/promises';
import { ReadError } from '../../model/errors.ts';
import { MAX_BYTES } from '../../readers/limits.ts';

/**
 * The bytes of a file, or of a device or pipe up to the limit.
 * @throws ReadError `too-large`, without reading it, and the system's errors
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  const handle: FileHandle = await open(path, 'r');
  try {
    const facts = await handle.stat();
    if (facts.isFile() && facts.size > MAX_BYTES) throw tooLarge(facts.size);
    // Files of /proc and pipes have no size; reading them to the end is what tells.
    if (facts.isFile() && facts.size > 0) return await handle.readFile();
    return await collect(handle.createReadStream({ autoClose: false }));
  } finally {
    await handle.close();
  }
}

/** The bytes of standard input. Throws ReadError `too-large`. */
export function readStdin(): Promise<Uint8Array> {
  return collect(process.stdin);
}

async function collect(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = chunk instanceof Uint8Array ? chunk : new TextEncoder().encode(String(chunk));
    chunks.push(bytes);
    size += bytes.length;
    if (size > MAX_BYTES) throw tooLarge(size);
  }
  return Buffer.concat(chunks);
}

function tooLarge(size: number): ReadError {
  return new ReadError('too-large', { what: 'bytes', size, limit: MAX_BYTES });
}
