import type { Format } from '../model/format.ts';
import type { Rule } from '../model/rule.ts';
import { ConfigError, type ConfigProblem } from '../ruleset/configError.ts';
import { resolveFormats } from '../ruleset/formatFiles.ts';
import { formatProblem } from '../ruleset/formatProblem.ts';
import { packFormats } from '../ruleset/packedFormats.ts';
import { provedPatterns } from '../ruleset/provedPatterns.ts';
import { ruleFaultProblems } from '../ruleset/ruleFaults.ts';
import { resolveRules } from '../ruleset/ruleFiles.ts';
import { readYaml, type YamlFile } from '../ruleset/yamlFile.ts';

export { packFormats };

/** A file of `rules/`, with its path from the root of the project: `rules/structure/row-shape.yaml`. */
export interface RulesetSource {
  readonly path: string;
  readonly text: string;
}

/** What the built command holds in place of YAML: everything extended, completed and checked. */
export interface Builtins {
  /** By group, then by id. */
  readonly rules: readonly Rule[];
  /** `base` first, then by id. */
  readonly formats: readonly Format[];
  /** Of the rules, so that no run has to prove them again. */
  readonly patterns: ReturnType<typeof provedPatterns>;
}

const FORMATS = 'rules/formats/';

/**
 * The built-in rules and formats as data. Unlike a user's, a built-in rule must have examples.
 * @throws ConfigError with every problem of every file
 */
export function compileBuiltins(sources: readonly RulesetSource[]): Builtins {
  const problems: ConfigProblem[] = [];
  const read = (wanted: readonly RulesetSource[]): readonly YamlFile[] =>
    [...wanted]
      .sort((a, b) => compare(a.path, b.path))
      .flatMap(({ path, text }) => {
        const yaml = readYaml(path, text);
        if ('file' in yaml) return [yaml.file];
        problems.push(...yaml.problems);
        return [];
      });
  const formatFiles = read(sources.filter(({ path }) => path.startsWith(FORMATS)));
  const ruleFiles = read(sources.filter(({ path }) => !path.startsWith(FORMATS)));
  const formats = resolveFormats(formatFiles, new Map());
  const rules = resolveRules(
    ruleFiles.map((yaml) => ({ yaml, group: groupOf(yaml.file) })),
    new Map(),
    { examples: true },
  );
  problems.push(...formats.problems, ...rules.problems, ...ruleFaultProblems(rules.written));
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    patterns: provedPatterns([...rules.rules.values()]),
    rules: [...rules.rules.values()].sort((a, b) => compare(a.group, b.group) || compare(a.id, b.id)),
    formats: [...formats.formats.values()].sort(
      (a, b) => Number(b.id === 'base') - Number(a.id === 'base') || compare(a.id, b.id),
    ),
  };
}

/** `rules/structure/row-shape.yaml` belongs to `structure`. */
function groupOf(path: string): string {
  return path.split('/').slice(1, -1).join('/');
}

/** By code units, so that every machine sorts alike. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The problems as the person who builds reads them. */
export function describeProblems(error: ConfigError): string {
  return [
    'built-in rules or formats are not valid',
    ...error.problems.map((one) => formatProblem(one, 'en')),
  ].join('\n');
}
