// Writes the generated pages: `npm run docs`. Needs a build before it (the generated validators).
// rules/ → docs/rules/*.md and the tables of the READMEs; schemas/ → the tables of docs/formats.md and docs/configuration.md;
// src/checks → the tables of docs/writing-rules.md. A page whose rule is gone is deleted.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { importTypeScript } from './bundle.mjs';
import { rulesetSources } from './rulesetSources.mjs';

const root = new URL('../../', import.meta.url);

async function textOf(path) {
  const url = new URL(path, root);
  return existsSync(url) ? readFile(url, 'utf8') : null;
}

try {
  const { docsOf, SHOWN_DOCUMENTS, WRITTEN_FILES } = await importTypeScript(root, 'src/build/docs.ts');
  const schemas = {
    format: JSON.parse(await textOf('schemas/format.schema.json')),
    config: JSON.parse(await textOf('schemas/config.schema.json')),
  };
  const written = Object.fromEntries(
    await Promise.all(WRITTEN_FILES.map(async (path) => [path, await textOf(path)])),
  );
  const documents = {};
  for (const path of SHOWN_DOCUMENTS) {
    const text = await textOf(path);
    if (text !== null) documents[path] = text;
  }
  const files = await docsOf(await rulesetSources(root), { schemas, written, documents });
  await mkdir(new URL('docs/rules', root), { recursive: true });
  for (const name of await readdir(new URL('docs/rules', root))) {
    if (!files.has(`docs/rules/${name}`)) await rm(new URL(`docs/rules/${name}`, root));
  }
  for (const [path, text] of files) {
    if ((await textOf(path)) !== text) await writeFile(new URL(path, root), text);
  }
} catch (error) {
  // The stack names a module that holds the whole tool.
  console.error(`docs failed: ${error.message}`);
  process.exitCode = 1;
}
