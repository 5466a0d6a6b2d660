import type { Format } from '../model/format.ts';
import { positionAt } from '../model/place.ts';
import type { Rule, RuleOrigin } from '../model/rule.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { applySetting } from './applySetting.ts';
import type { Config, Override, RuleSetting } from './config.ts';
import { ConfigError, type ConfigProblem } from './configError.ts';
import type { RuleSettings } from './configFile.ts';
import { idOf, resolveFormats } from './formatFiles.ts';
import type { Host } from './host.ts';
import { meantCounty, meantRule } from './meant.ts';
import { mergeOptions } from './mergeOptions.ts';
import { pathInWritten } from './optionPaths.ts';
import { completeOptions } from './options.ts';
import { folderOf } from './paths.ts';
import { problemAt } from './problemAt.ts';
import { texts } from './problemTexts.ts';
import { readFiles } from './readFiles.ts';
import { type Layer, RECOMMENDED, readLayers } from './readLayers.ts';
import { loadForRules, ruleFaultProblems, type WrittenRule } from './ruleFaults.ts';
import { optionKeys } from './ruleFile.ts';
import { resolveRules } from './ruleFiles.ts';
import type { DataPath, YamlFile } from './yamlFile.ts';

/** The group of rules that a user wrote. */
const USER_GROUP = 'custom';

/** What the settings of a config are checked against. */
interface Known {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly ruleIds: ReadonlySet<string>;
  readonly formatIds: ReadonlySet<string>;
  readonly formats: ReadonlyMap<string, Format>;
  /** Where rules go whose options were set, to be checked when what they need is loaded. */
  readonly written: WrittenRule[];
  readonly by: 'config' | 'override';
}

/**
 * Reads a config file with everything it extends and names, and checks all of it.
 * @throws ConfigError with every problem found
 */
export async function loadUserConfig(host: Host, file: string, builtin: Ruleset): Promise<Config> {
  const { layers, problems: layerProblems } = await readLayers(host, file);
  const problems = [...layerProblems];
  const formatFiles = await readFiles(host, layers, 'formats');
  const ruleFiles = await readFiles(host, layers, 'ruleFiles');
  const formats = resolveFormats(formatFiles.files, builtin.formats);
  const builtinRules = new Map(builtin.rules.map((rule) => [rule.id, rule]));
  const rules = resolveRules(
    ruleFiles.files.map((yaml) => ({ yaml, group: USER_GROUP })),
    builtinRules,
    { examples: host.requireExamples === true },
  );
  problems.push(...formatFiles.problems, ...formats.problems, ...ruleFiles.problems, ...rules.problems);

  // Built-in rules sleep until a set wakes them; a rule that the user wrote runs at its own severity.
  let state = new Map<string, Rule>();
  for (const [id, rule] of builtinRules) state.set(id, asleep(rule, file));
  for (const [id, rule] of rules.rules) state.set(id, rule);
  const written: WrittenRule[] = [...rules.written];
  const known = { ruleIds: rules.ids, formatIds: formats.ids, formats: formats.formats, written };
  let county: string | null = null;
  for (const layer of layers) {
    if (layer.type === 'set') {
      state = wake(state, builtinRules, rules.rules, layer.name);
      continue;
    }
    const settings = settingsOf(
      layer.yaml,
      ['rules'],
      layer.data.rules ?? {},
      { ...known, rules: state, by: 'config' },
      problems,
    );
    for (const setting of settings) {
      const rule = state.get(setting.id);
      if (rule) state.set(setting.id, applySetting(rule, setting));
    }
    county = countyOf(layer.yaml, ['county'], layer.data.county, known, problems) ?? county;
  }
  const overrides = overridesOf(layers, { ...known, rules: state, by: 'override' }, problems);
  await loadForRules(written);
  problems.push(...ruleFaultProblems(written));
  if (problems.length > 0) throw new ConfigError(sorted(problems));
  return {
    file,
    formats: formats.formats,
    rules: [...state.values()],
    county,
    overrides,
    ignore: ignoreOf(layers),
    declared: rules.rules,
    ruleSources: sourcesOf(ruleFiles.files),
    formatSources: sourcesOf(formatFiles.files),
  };
}

function sourcesOf(files: readonly YamlFile[]): ReadonlyMap<string, YamlFile> {
  return new Map(
    files.flatMap((yaml) => {
      const id = idOf(yaml.data);
      return id === null ? [] : [[id, yaml] as const];
    }),
  );
}

/** A built-in rule that no set has woken. */
function asleep(rule: Rule, file: string): Rule {
  const origin: RuleOrigin = { by: 'config', file, line: 0, keys: ['severity'] };
  return { ...rule, severity: 'off', origins: [...(rule.origins ?? []), origin] };
}

function wake(
  state: ReadonlyMap<string, Rule>,
  builtin: ReadonlyMap<string, Rule>,
  own: ReadonlyMap<string, Rule>,
  set: string,
): Map<string, Rule> {
  const woken = new Map(state);
  if (set !== RECOMMENDED) return woken;
  for (const [id, rule] of builtin) {
    const current = woken.get(id);
    if (!current || own.has(id)) continue;
    const origin: RuleOrigin = { by: 'set', file: set, line: 0, keys: ['severity'] };
    const before = current.origins?.filter(({ by, line }) => by !== 'config' || line > 0) ?? [];
    woken.set(id, { ...current, severity: rule.severity, origins: [...before, origin] });
  }
  return woken;
}

/** The settings of a `rules` map that are sound, with their options completed; the others become problems. */
function settingsOf(
  yaml: YamlFile,
  at: DataPath,
  written: RuleSettings,
  known: Known,
  problems: ConfigProblem[],
): readonly RuleSetting[] {
  return Object.entries(written).flatMap(([id, setting]): readonly RuleSetting[] => {
    if (!known.ruleIds.has(id)) {
      const allowed = [...known.ruleIds].sort();
      const details = { code: 'unknown-rule', message: texts.unknownRule(id), allowed } as const;
      const place = yaml.place([...at, id], 'key');
      problems.push(
        problemAt(yaml, place, { ...details, suggestion: meantRule(id, allowed, known.rules.values()) }),
      );
      return [];
    }
    const { line } = positionAt(yaml.lineStarts, yaml.place([...at, id], 'key').start);
    const origin = (keys: readonly string[]): RuleOrigin => ({ by: known.by, file: yaml.file, line, keys });
    if (typeof setting === 'string') return [{ id, severity: setting, origin: origin(['severity']) }];
    const severity = setting.severity === undefined ? {} : { severity: setting.severity };
    const keys = [...Object.keys(severity), ...optionKeys(setting.options)];
    const rule = known.rules.get(id);
    if (setting.options === undefined || !rule) return [{ id, ...severity, origin: origin(keys) }];
    const own = setting.options;
    const home = [...at, id];
    const together = mergeOptions(rule.options, own, (key, index, entry) => {
      const message = texts.nothingToRemoveOption(key, entry);
      const place = yaml.place([...home, 'options', key, 'remove', index], 'value');
      problems.push(problemAt(yaml, place, { code: 'nothing-to-remove', message }));
    });
    const inOptions = (path: DataPath): DataPath | null => pathInWritten(own, together, path);
    const complete = completeOptions(yaml, [...home, 'options'], rule, together, inOptions);
    problems.push(...complete.problems);
    if (complete.problems.length > 0) return [];
    known.written.push({
      rule: { ...rule, options: complete.options },
      parent: rule,
      yaml,
      locate: ([key, ...rest]) => {
        const inside = key === 'options' ? inOptions(rest) : null;
        return inside && [...home, 'options', ...inside];
      },
      home,
    });
    return [{ id, ...severity, options: own, origin: origin(keys) }];
  });
}

function countyOf(
  yaml: YamlFile,
  at: DataPath,
  county: string | null | undefined,
  { formatIds, formats }: Pick<Known, 'formatIds' | 'formats'>,
  problems: ConfigProblem[],
): string | null {
  if (county === undefined || county === null) return null;
  if (formatIds.has(county)) return county;
  const allowed = [...formatIds];
  const details = { code: 'unknown-county', message: texts.unknownCounty(county), allowed } as const;
  problems.push(
    problemAt(yaml, yaml.place(at, 'value'), {
      ...details,
      suggestion: meantCounty(county, allowed, formats),
    }),
  );
  return null;
}

function overridesOf(layers: readonly Layer[], known: Known, problems: ConfigProblem[]): readonly Override[] {
  return layers.flatMap((layer) => {
    if (layer.type !== 'file') return [];
    const { yaml, data } = layer;
    return (data.overrides ?? []).map((override, index): Override => {
      const at = ['overrides', index];
      return {
        files: {
          folder: folderOf(yaml.file),
          patterns: typeof override.files === 'string' ? [override.files] : override.files,
        },
        county: countyOf(yaml, [...at, 'county'], override.county, known, problems),
        rules: settingsOf(yaml, [...at, 'rules'], override.rules ?? {}, known, problems),
      };
    });
  });
}

function ignoreOf(layers: readonly Layer[]): Config['ignore'] {
  return layers.flatMap((layer) =>
    layer.type === 'file' && layer.data.ignore
      ? [{ folder: folderOf(layer.yaml.file), patterns: layer.data.ignore }]
      : [],
  );
}

/** Problems of one file stand together, files in the order in which they were met. */
function sorted(problems: readonly ConfigProblem[]): readonly ConfigProblem[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  return [...problems].sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}
