import { readdir, readFile } from 'node:fs/promises';

/**
 * The YAML files of `rules/`, with their paths from the root.
 * @param {URL} root the root of the project
 */
export async function rulesetSources(root) {
  const names = await readdir(new URL('rules', root), { recursive: true });
  const paths = names
    .map((name) => `rules/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.yaml'));
  return Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(new URL(path, root), 'utf8') })),
  );
}
