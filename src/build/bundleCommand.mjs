import { createHash } from 'node:crypto';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Chinese is written as escapes: a file of single bytes is read and kept in half the time and room. */
const SHARED = {
  bundle: true,
  target: 'es2022',
  platform: 'node',
  charset: 'ascii',
  write: false,
  // Names stay, so that a stack trace can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'silent',
};

/** What few runs need and what imports nothing of ours stands in files of its own, loaded where it is met. */
const APART = [
  { name: 're2js', import: /^re2js$/ },
  { name: 'yaml', import: /^yaml$/ },
  { name: 'ajv', import: /^ajv\/dist\/2020\.js$/ },
  {
    name: 'validators',
    import: /\/validators\.generated\.js$/,
    source: 'src/ruleset/validators.generated.js',
  },
  {
    name: 'validateReport',
    import: /\/validateReport\.generated\.js$/,
    source: 'src/engine/validateReport.generated.js',
  },
];

const apart = {
  name: 'apart',
  setup(bundler) {
    for (const { name, import: filter } of APART)
      bundler.onResolve({ filter }, () => ({ path: `./chunks/${name}.cjs`, external: true }));
  },
};

/**
 * Writes the command to a folder: `qingdan.js`, which starts it, `qingdan.cjs`, all of it as one script, whose compiled
 * form can be kept (see src/cli/launch.ts), and `chunks/`, loaded by need.
 * @param {URL} root the root of the project
 * @param {string} folder path of `dist`
 * @param {string} version written in place of `__QINGDAN_VERSION__`
 */
export async function bundleCommand(root, folder, version) {
  const settings = { ...SHARED, absWorkingDir: fileURLToPath(root) };
  const text = ({ outputFiles }) => inSingleBytes(outputFiles[0].text);
  const script = text(
    await build({
      ...settings,
      entryPoints: ['src/cli/main.ts'],
      format: 'cjs',
      mainFields: ['module', 'main'],
      conditions: ['module', 'import'],
      // `import()` becomes `require`: a script has no other way to what stands beside it.
      supported: { 'dynamic-import': false },
      define: {
        __QINGDAN_VERSION__: JSON.stringify(version),
        __QINGDAN_BUILD__: JSON.stringify(BUILD_PLACE),
        'import.meta.url': '__qingdanUrl',
      },
      plugins: [apart],
    }),
  );
  const launcher = text(
    await build({
      ...settings,
      entryPoints: ['src/cli/launch.ts'],
      format: 'esm',
      define: { __QINGDAN_BUILD__: JSON.stringify(BUILD_PLACE) },
    }),
  );
  const chunks = await Promise.all(
    APART.map(async ({ name, source }) => {
      const entry = source ?? packageEntry(root, name);
      return {
        path: `chunks/${name}.cjs`,
        text: text(await build({ ...settings, entryPoints: [entry], format: 'cjs' })),
      };
    }),
  );
  await mkdir(`${folder}/chunks`, { recursive: true });
  const files = [{ path: 'qingdan.cjs', text: script }, { path: 'qingdan.js', text: launcher }, ...chunks];
  await Promise.all(signed(files).map((file) => writeFile(`${folder}/${file.path}`, file.text)));
  await chmod(`${folder}/qingdan.js`, 0o755);
}

/** What the bundler leaves as it is stands in regular expressions, where an escape means the same. */
function inSingleBytes(text) {
  return text.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Stands in the bundle until its hash is known. */
const BUILD_PLACE = '@@qingdan-build@@';

/** The files of a bundle with their common hash put in: what was kept by another build is not used by this one. */
function signed(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.text);
  const build = hash.digest('hex');
  return files.map(({ path, text }) => ({ path, text: text.replaceAll(BUILD_PLACE, build) }));
}

/** Main file of a package as ES modules where it has one. */
function packageEntry(root, name) {
  const require = createRequire(new URL('package.json', root));
  if (name === 'ajv') return require.resolve('ajv/dist/2020.js');
  // `yaml` names a CommonJS build for Node; its browser build is the same code as ES modules.
  if (name === 'yaml') return fileURLToPath(new URL('node_modules/yaml/browser/index.js', root));
  return basename(name);
}
