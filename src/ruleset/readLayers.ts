import { nearest } from '../grammar/nearest.ts';
import type { ConfigProblem } from './configError.ts';
import type { ConfigFile } from './configFile.ts';
import type { Host } from './host.ts';
import { problemAt, problemWithoutPlace } from './problemAt.ts';
import { texts } from './problemTexts.ts';
import { pointerPath, schemaProblems } from './schemaProblems.ts';
import { validateConfig } from './validators.generated.js';
import { wordPaths, writtenWordProblems } from './writtenWords.ts';
import { type DataPath, readYaml, type YamlFile } from './yamlFile.ts';

/** The built-in set of every built-in rule at its own severity. */
export const RECOMMENDED = 'recommended';
const SETS = [RECOMMENDED];

/** What a configuration is made of, in the order in which it takes effect. */
export type Layer =
  | { readonly type: 'set'; readonly name: string }
  | { readonly type: 'file'; readonly yaml: YamlFile; readonly data: ConfigFile };

/** The layers of a config file, those of everything it extends before its own. */
export async function readLayers(
  host: Host,
  file: string,
): Promise<{ readonly layers: readonly Layer[]; readonly problems: readonly ConfigProblem[] }> {
  const layers: Layer[] = [];
  const problems: ConfigProblem[] = [];
  const read = async (
    path: string,
    chain: readonly string[],
    missing: () => ConfigProblem,
  ): Promise<void> => {
    const content = await host.readFile(path).catch(() => null);
    if (content === null) {
      problems.push(missing());
      return;
    }
    const yaml = readYaml(path, content);
    if ('problems' in yaml) {
      problems.push(...yaml.problems);
      return;
    }
    // An empty file, or one with comments only, asks for nothing.
    const data = soundConfig(yaml.file, yaml.file.data ?? {}, problems);
    for (const [index, name] of (data.extends ?? [RECOMMENDED]).entries()) {
      await extend(yaml.file, name, ['extends', index], [...chain, path]);
    }
    layers.push({ type: 'file', yaml: yaml.file, data });
  };
  const extend = async (
    yaml: YamlFile,
    name: string,
    at: DataPath,
    chain: readonly string[],
  ): Promise<void> => {
    if (SETS.includes(name)) {
      layers.push({ type: 'set', name });
      return;
    }
    const place = () => yaml.place(at, 'value');
    if (!isPath(name)) {
      const suggestion = nearest(name, SETS)?.word;
      const details = { code: 'unknown-extends', message: texts.unknownSet(name), allowed: SETS } as const;
      problems.push(problemAt(yaml, place(), { ...details, suggestion }));
      return;
    }
    const path = host.resolve(yaml.file, name);
    if (chain.includes(path)) {
      const circle = [...chain.slice(chain.indexOf(path)), path];
      problems.push(problemAt(yaml, place(), { code: 'extends-cycle', message: texts.cycle(circle) }));
      return;
    }
    await read(path, chain, () =>
      problemAt(yaml, place(), { code: 'missing-file', message: texts.missingFile(path) }),
    );
  };
  await read(file, [], () => problemWithoutPlace(file, 'missing-file', texts.missingConfig(file)));
  return { layers, problems };
}

/** Names of sets are bare words; a path has a folder or an ending. */
function isPath(name: string): boolean {
  return /[./\\]/.test(name);
}

/** The config, or what is left of it without what does not fit, so that the rest can still be checked. */
function soundConfig(yaml: YamlFile, data: unknown, problems: ConfigProblem[]): ConfigFile {
  if (isConfigFile(data)) {
    problems.push(...slipsIn(yaml, data));
    return data;
  }
  const errors = validateConfig.errors ?? [];
  problems.push(...schemaProblems(yaml, errors));
  if (typeof data !== 'object' || Array.isArray(data)) return {};
  const rest: unknown = structuredClone(data);
  for (const { instancePath, params } of errors) {
    const path = pointerPath(instancePath);
    const rules = path.lastIndexOf('rules');
    // One wrong setting does not hide the faults of the others, nor that its rule is unknown; anything else
    // goes with its whole key.
    if (rules >= 0 && path.length > rules + 1) replace(rest, path.slice(0, rules + 2), {});
    else replace(rest, [path[0] ?? String(params.additionalProperty)], undefined);
  }
  return rest as ConfigFile;
}

/** Patterns that can fit no file, because a mark from a Chinese keyboard became part of them. */
function slipsIn(yaml: YamlFile, { ignore, overrides }: ConfigFile): readonly ConfigProblem[] {
  return writtenWordProblems(yaml, [
    ...wordPaths(ignore, ['ignore']),
    ...(overrides ?? []).flatMap(({ files }, index) => wordPaths(files, ['overrides', index, 'files'])),
  ]);
}

function replace(data: unknown, path: DataPath, value: object | undefined): void {
  let parent = data as Record<string, unknown> | undefined;
  for (const step of path.slice(0, -1)) parent = parent?.[step] as Record<string, unknown> | undefined;
  if (parent) parent[path[path.length - 1] ?? ''] = value;
}

function isConfigFile(data: unknown): data is ConfigFile {
  return validateConfig(data);
}
