import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Path of a file by its place beside this one. */
export const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Exports of TypeScript written against `src`, bundled in memory. */
export async function bundled(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here('..'), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** Median time of a call in milliseconds, after as many calls to warm up. */
export async function median(call, runs = 40) {
  const times = [];
  for (let i = 0; i < runs * 2; i++) {
    const start = performance.now();
    await call();
    if (i >= runs) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[runs >> 1];
}

/** The documents that benchmarks read when none is named: the founding documents where present, and the fixtures. */
export const seeds = process.env.QINGDAN_SEEDS ?? here('../../shared/seeds');
