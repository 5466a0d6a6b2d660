import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

type Parser = typeof import('@actions/workflow-parser') &
  Pick<typeof import('@actions/workflow-parser/actions/action-parser'), 'parseAction'>;

/** GitHub's own parser of workflows and of `action.yml`. It imports JSON in a way that only bundlers take. */
export async function githubParser(): Promise<Parser> {
  const result = await build({
    stdin: {
      contents:
        "export * from '@actions/workflow-parser'; export { parseAction } from '@actions/workflow-parser/actions/action-parser';",
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['module', 'import'],
    write: false,
    logLevel: 'silent',
  });
  const code = Buffer.from(result.outputFiles[0]?.contents ?? []).toString('base64');
  return import(/* @vite-ignore */ `data:text/javascript;base64,${code}`) as Promise<Parser>;
}
