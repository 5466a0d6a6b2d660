import type { ConfigProblem } from './configError.ts';
import type { Host } from './host.ts';
import { problemAt } from './problemAt.ts';
import { texts } from './problemTexts.ts';
import type { Layer } from './readLayers.ts';
import { readYaml, type YamlFile } from './yamlFile.ts';

/**
 * The YAML files that the layers name under a key, folders opened, each file once, in order. What cannot be read
 * is a problem at the place that names it.
 */
export async function readFiles(
  host: Host,
  layers: readonly Layer[],
  key: 'formats' | 'ruleFiles',
): Promise<{ readonly files: readonly YamlFile[]; readonly problems: readonly ConfigProblem[] }> {
  const files: YamlFile[] = [];
  const problems: ConfigProblem[] = [];
  const seen = new Set<string>();
  for (const layer of layers) {
    if (layer.type !== 'file') continue;
    for (const [index, name] of (layer.data[key] ?? []).entries()) {
      const report = (code: 'missing-file' | 'empty-folder', message: ReturnType<typeof texts.missingFile>) =>
        problems.push(problemAt(layer.yaml, layer.yaml.place([key, index], 'value'), { code, message }));
      const path = host.resolve(layer.yaml.file, name);
      let paths: readonly string[] = [path];
      if (!isFile(path)) {
        const found = await host.listFiles(path).catch(() => null);
        if (found === null) {
          report('missing-file', texts.missingFolder(path));
          continue;
        }
        // Cases of `qingdan rules test` stand beside the rules they test.
        paths = found.filter((name) => isFile(name) && !isTestFile(name)).sort();
        if (paths.length === 0) report('empty-folder', texts.emptyFolder(path));
      }
      for (const one of paths.filter((candidate) => !seen.has(candidate))) {
        seen.add(one);
        const content = await host.readFile(one).catch(() => null);
        if (content === null) {
          report('missing-file', texts.missingFile(one));
          continue;
        }
        const yaml = readYaml(one, content);
        if ('problems' in yaml) problems.push(...yaml.problems);
        else files.push(yaml.file);
      }
    }
  }
  return { files, problems };
}

/** Whether a file holds cases for `qingdan rules test`. */
export function isTestFile(path: string): boolean {
  return /\.test\.ya?ml$/i.test(path);
}

function isFile(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}
