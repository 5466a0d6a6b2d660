import { stat } from 'node:fs/promises';
import type { ReportShard } from '../../model/report.ts';
import type { Input } from '../inputs/inputs.ts';

/** A part of a run, as `--shard 2/4` asks for it. */
export interface Shard {
  /** 1-based. */
  readonly index: number;
  readonly count: number;
}

/** The inputs of one part, in their order, and what its report says of it. */
export interface ShardInputs {
  readonly inputs: readonly Input[];
  readonly shard: ReportShard;
}

/** What a file costs beside its length, in bytes: opening it, and telling that it holds no list. */
const BYTES_PER_FILE = 4096;

/**
 * The inputs of one part. The largest file goes first, each to the part that has least so far; files of one size by their
 * names. So the parts are the same on every machine that has the same files, and about equal in bytes.
 */
export async function inputsOfShard(inputs: readonly Input[], shard: Shard): Promise<ShardInputs> {
  const sizes = await Promise.all(inputs.map(sizeOf));
  const parts = partsOf(
    inputs.map((input, i) => ({ name: nameOf(input), size: sizes[i] ?? 0 })),
    shard.count,
  );
  const positions = inputs.flatMap((_, i) => (parts[i] === shard.index ? [i] : []));
  return {
    inputs: positions.flatMap((position) => inputs[position] ?? []),
    shard: { ...shard, files: inputs.length, positions },
  };
}

/** For each file the 1-based part it belongs to. Sizes in bytes. */
export function partsOf(
  files: readonly { readonly name: string; readonly size: number }[],
  count: number,
): readonly number[] {
  const order = files
    .map((file, index) => ({ ...file, index }))
    .sort((a, b) => b.size - a.size || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const loads = Array.from({ length: count }, () => 0);
  const parts = Array.from({ length: files.length }, () => 1);
  for (const { size, index } of order) {
    const lightest = loads.indexOf(Math.min(...loads));
    loads[lightest] = (loads[lightest] ?? 0) + size + BYTES_PER_FILE;
    parts[index] = lightest + 1;
  }
  return parts;
}

function nameOf(input: Input): string {
  return input.kind === 'stdin' ? '-' : input.name;
}

/** A file that is not there is told when it is read. */
async function sizeOf(input: Input): Promise<number> {
  if (input.kind !== 'file') return 0;
  return (await stat(input.path).catch(() => null))?.size ?? 0;
}
