import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What the outputs share. Chunks that only a dynamic import reaches stay files of their own and load when needed. */
const SHARED = {
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  write: false,
  // Saves a few milliseconds of every start; names stay, so that a stack trace can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'silent',
  chunkNames: 'chunks/[name]-[hash]',
};

/**
 * `yaml` names a CommonJS build for Node, which an ES module bundle can only reach through a `require` shim; its
 * browser build is the same code as ES modules.
 */
function yamlAsModules(root) {
  const path = fileURLToPath(new URL('node_modules/yaml/browser/index.js', root));
  return {
    name: 'yaml-as-modules',
    setup: (bundler) => bundler.onResolve({ filter: /^yaml$/ }, () => ({ path })),
  };
}

/** An import of Node in code that must run in a page ends the build and names the importer. */
const noNode = {
  name: 'no-node',
  setup(bundler) {
    bundler.onResolve({ filter: /^node:/ }, ({ path, importer }) => ({
      errors: [
        {
          text: `${relative(process.cwd(), importer)} imports ${path}, but src/index.ts must run in a browser`,
        },
      ],
    }));
  },
};

/**
 * Writes `dist/qingdan.js` (Node) and `dist/index.js` (anywhere) with their chunks.
 * @param {URL} root the root of the project
 * @param {string} version written in place of `__QINGDAN_VERSION__`
 * @returns {Promise<string[]>} entries that were skipped because their source does not exist
 */
export async function bundle(root, version) {
  const dist = fileURLToPath(new URL('dist', root));
  const entries = [
    { name: 'qingdan', source: 'src/cli/main.ts', platform: 'node', plugins: [] },
    { name: 'index', source: 'src/index.ts', platform: 'neutral', plugins: [noNode] },
  ];
  const skipped = entries.filter(({ source }) => !existsSync(new URL(source, root)));
  const outputs = await Promise.all(
    entries
      .filter((entry) => !skipped.includes(entry))
      .map(async ({ name, source, platform, plugins }) => {
        const result = await build({
          ...SHARED,
          absWorkingDir: fileURLToPath(root),
          entryPoints: { [name]: source },
          outdir: dist,
          platform,
          mainFields: ['module', 'main'],
          conditions: ['module', 'import'],
          chunkNames: `chunks/${name}-[name]-[hash]`,
          define: { __QINGDAN_VERSION__: JSON.stringify(version) },
          plugins: [...plugins, yamlAsModules(root)],
        });
        return result.outputFiles;
      }),
  );
  await rm(`${dist}/chunks`, { recursive: true, force: true });
  for (const file of outputs.flat()) {
    await mkdir(dirname(file.path), { recursive: true });
    if (file.path.endsWith('qingdan.js')) {
      await writeFile(
        file.path,
        file.text.startsWith('#!') ? file.text : `#!/usr/bin/env node\n${file.text}`,
      );
      await chmod(file.path, 0o755);
    } else await writeFile(file.path, file.contents);
  }
  return skipped.map(({ source }) => source);
}

/**
 * Bundles one TypeScript module of the project and imports it.
 * @param {URL} root the root of the project
 * @param {string} source path from the root
 */
export async function importTypeScript(root, source) {
  const result = await build({
    ...SHARED,
    splitting: false,
    absWorkingDir: fileURLToPath(root),
    entryPoints: [source],
    platform: 'node',
    plugins: [yamlAsModules(root)],
  });
  const code = Buffer.from(result.outputFiles[0]?.contents ?? []).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

/** The version in package.json. */
export async function readVersion(root) {
  return JSON.parse(await readFile(new URL('package.json', root), 'utf8')).version;
}
