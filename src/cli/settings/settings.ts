import { dirname, join, resolve } from 'node:path';
import type { Rule } from '../../model/rule.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { type Config, countyFor, isIgnored, loadConfig, rulesetFor } from '../../ruleset/load.ts';
import { meantCounty } from '../../ruleset/meant.ts';
import type { YamlFile } from '../../ruleset/yamlFile.ts';
import type { CommandLine } from '../commandLine.ts';
import { slashed, systemCode } from '../inputs/paths.ts';
import { UsageError } from '../usageError.ts';
import { type ConfigSource, diskConfigs } from './configSource.ts';

/** Names of the config file, the first one found in a folder holds. */
export const CONFIG_NAMES = ['qingdan.config.yaml', 'qingdan.config.yml'] as const;

/** What the config and the command line ask for. Paths are absolute, as `node:path` makes them. */
export interface Settings {
  /** The rules and formats for a file. */
  rulesetFor(path: string): Ruleset;
  /** The county format asked for in a file, or undefined when it is to be recognised. */
  countyFor(path: string): string | undefined;
  /** Whether the config leaves a file out of folders and patterns. */
  isIgnored(path: string): boolean;
}

/** Settings with what they were made from. */
export interface LoadedSettings extends Settings {
  /** The user's rules as their files declare them, whatever the config sets. */
  readonly declared: ReadonlyMap<string, Rule>;
  /** The files of the user's own rules and formats, by id. */
  readonly sources: {
    readonly rules: ReadonlyMap<string, YamlFile>;
    readonly formats: ReadonlyMap<string, YamlFile>;
  };
  /** The config file, or null. */
  readonly file: string | null;
}

/**
 * Finds and loads the config: that of `--config`, else the nearest one above the working directory, else none.
 * @throws ConfigError when the config cannot be used, UsageError when it or the county is not there
 */
export async function loadSettings(
  line: CommandLine,
  configs: ConfigSource = diskConfigs,
): Promise<LoadedSettings> {
  const file = line.config === null ? findConfig(process.cwd(), configs) : resolve(line.config);
  if (file !== null && line.config !== null) await mustBeReadable(file, line, configs);
  const config: Config | null = file === null ? null : await loadConfig(configs.host, slashed(file));
  const { county } = line;
  if (county !== null) {
    const { formats } = rulesetFor(config, '');
    const known = [...formats.keys()];
    if (!known.includes(county)) {
      const data = { county, known: known.join(', ') };
      throw new UsageError('unknown-county', {
        data,
        command: line.command,
        unknown: { word: county, known, meant: meantCounty(county, known, formats) },
      });
    }
  }
  return {
    rulesetFor: (path) => rulesetFor(config, slashed(path)),
    countyFor: (path) => county ?? countyFor(config, slashed(path)) ?? undefined,
    isIgnored: (path) => line.ignore && isIgnored(config, slashed(path)),
    declared: config?.declared ?? new Map(),
    sources: { rules: config?.ruleSources ?? new Map(), formats: config?.formatSources ?? new Map() },
    file,
  };
}

function findConfig(folder: string, configs: ConfigSource): string | null {
  const name = CONFIG_NAMES.find((candidate) => configs.exists(join(folder, candidate)));
  if (name !== undefined) return join(folder, name);
  const parent = dirname(folder);
  return parent === folder ? null : findConfig(parent, configs);
}

/** A config that someone names and that is not there is a slip of the command line. */
async function mustBeReadable(file: string, line: CommandLine, { host }: ConfigSource): Promise<void> {
  try {
    await host.readFile(slashed(file));
  } catch (error) {
    const code = systemCode(error);
    const data = { file: line.config ?? file, reason: code };
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    throw new UsageError(missing ? 'config-missing' : 'config-unreadable', { data, command: line.command });
  }
}
