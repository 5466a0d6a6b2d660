import { nearest } from '../grammar/nearest.ts';
import type { Rule } from '../model/rule.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { applySetting } from './applySetting.ts';
import type { Config, Override, RuleSetting } from './config.ts';
import { ConfigError, type ConfigProblem } from './configError.ts';
import type { RuleSettings } from './configFile.ts';
import { resolveFormats } from './formatFiles.ts';
import type { Host } from './host.ts';
import { completeOptions } from './options.ts';
import { folderOf } from './paths.ts';
import { texts } from './problemTexts.ts';
import { readFiles } from './readFiles.ts';
import { type Layer, RECOMMENDED, readLayers } from './readLayers.ts';
import { resolveRules } from './ruleFiles.ts';
import { type DataPath, problemAt, type YamlFile } from './yamlFile.ts';

/** The group of rules that a user wrote. */
const USER_GROUP = 'custom';

/** What the settings of a config are checked against. */
interface Known {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly ruleIds: ReadonlySet<string>;
  readonly formatIds: ReadonlySet<string>;
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
  for (const [id, rule] of builtinRules) state.set(id, { ...rule, severity: 'off' });
  for (const [id, rule] of rules.rules) state.set(id, rule);
  const known = { ruleIds: rules.ids, formatIds: formats.ids };
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
      { ...known, rules: state },
      problems,
    );
    for (const setting of settings) {
      const rule = state.get(setting.id);
      if (rule) state.set(setting.id, applySetting(rule, setting));
    }
    county = countyOf(layer.yaml, ['county'], layer.data.county, formats.ids, problems) ?? county;
  }
  const overrides = overridesOf(layers, { ...known, rules: state }, problems);
  if (problems.length > 0) throw new ConfigError(sorted(problems));
  return {
    file,
    formats: formats.formats,
    rules: [...state.values()],
    county,
    overrides,
    ignore: ignoreOf(layers),
  };
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
    if (current && !own.has(id)) woken.set(id, { ...current, severity: rule.severity });
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
      problems.push(problemAt(yaml, place, { ...details, suggestion: nearest(id, allowed)?.word }));
      return [];
    }
    if (typeof setting === 'string') return [{ id, severity: setting }];
    const severity = setting.severity === undefined ? {} : { severity: setting.severity };
    const rule = known.rules.get(id);
    if (setting.options === undefined || !rule) return [{ id, ...severity }];
    const together = { ...rule.options, ...setting.options };
    const complete = completeOptions(yaml, [...at, id, 'options'], rule, together);
    problems.push(...complete.problems);
    return complete.problems.length > 0 ? [] : [{ id, ...severity, options: setting.options }];
  });
}

function countyOf(
  yaml: YamlFile,
  at: DataPath,
  county: string | null | undefined,
  known: ReadonlySet<string>,
  problems: ConfigProblem[],
): string | null {
  if (county === undefined || county === null) return null;
  if (known.has(county)) return county;
  const allowed = [...known];
  const details = { code: 'unknown-county', message: texts.unknownCounty(county), allowed } as const;
  problems.push(
    problemAt(yaml, yaml.place(at, 'value'), { ...details, suggestion: nearest(county, known)?.word }),
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
        county: countyOf(yaml, [...at, 'county'], override.county, known.formatIds, problems),
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
