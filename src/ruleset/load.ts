import type { Rule } from '../model/rule.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { type ProvedPattern, trustPatterns } from '../patterns/pattern.ts';
import { applySetting } from './applySetting.ts';
import { builtinData } from './builtin.generated.ts';
import type { Config, Override } from './config.ts';
import type { Host } from './host.ts';
import { type PackedFormats, unpackFormats } from './packedFormats.ts';
import { matches } from './pathPatterns.ts';

export type { Config } from './config.ts';
export { ConfigError, type ConfigProblem, type ConfigProblemCode } from './configError.ts';
export type { Host } from './host.ts';

let builtin: Ruleset | undefined;

/** The rules and formats that come with the tool, compiled when it was built: no YAML is read and no schema compiled. */
export function builtinRuleset(): Ruleset {
  if (!builtin) {
    const data = JSON.parse(builtinData) as {
      readonly rules: readonly Rule[];
      readonly formats: PackedFormats;
      readonly patterns: readonly ProvedPattern[];
    };
    trustPatterns(data.patterns);
    builtin = {
      rules: data.rules,
      formats: new Map(unpackFormats(data.formats).map((format) => [format.id, format])),
    };
  }
  return builtin;
}

/**
 * A user's configuration with everything it extends. The YAML reader and the compiled schemas are loaded only here.
 * @throws ConfigError with every problem found, also when the file cannot be read
 */
export async function loadConfig(host: Host, file: string): Promise<Config> {
  const { loadUserConfig } = await import('./userConfig.ts');
  return loadUserConfig(host, file, builtinRuleset());
}

const combinations = new WeakMap<Config, Map<string, Ruleset>>();

/**
 * The rules and formats for one file, the overrides that fit its path applied; rules that are off are left in.
 * `path` must be written from the same place as the config's own (both absolute, or both relative to one folder).
 * Files to which the same overrides apply share one ruleset.
 */
export function rulesetFor(config: Config | null, path: string): Ruleset {
  if (!config) return builtinRuleset();
  const fitting = fittingOverrides(config, path);
  const key = fitting.map(({ index }) => index).join(',');
  let known = combinations.get(config);
  if (!known) {
    known = new Map();
    combinations.set(config, known);
  }
  let ruleset = known.get(key);
  if (!ruleset) {
    const settings = fitting.flatMap(({ override }) => override.rules);
    const rules = config.rules.map((rule) =>
      settings.filter(({ id }) => id === rule.id).reduce(applySetting, rule),
    );
    ruleset = { rules, formats: config.formats };
    known.set(key, ruleset);
  }
  return ruleset;
}

/** The county format that the config asks for in a file, or null when it is to be recognised. `path` as in `rulesetFor`. */
export function countyFor(config: Config | null, path: string): string | null {
  if (!config) return null;
  const fitting = fittingOverrides(config, path).filter(({ override }) => override.county !== null);
  return fitting[fitting.length - 1]?.override.county ?? config.county;
}

/** Whether the config leaves a file out. `path` as in `rulesetFor`. */
export function isIgnored(config: Config | null, path: string): boolean {
  return config?.ignore.some((patterns) => matches(patterns, path)) ?? false;
}

function fittingOverrides(
  config: Config,
  path: string,
): readonly { readonly override: Override; readonly index: number }[] {
  return config.overrides
    .map((override, index) => ({ override, index }))
    .filter(({ override }) => matches(override.files, path));
}
