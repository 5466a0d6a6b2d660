import type { Rule } from '../model/rule.ts';
import type { ConfigProblem } from './configError.ts';
import { schemaProblems } from './schemaProblems.ts';
import { optionValidators } from './validators.generated.js';
import type { DataPath, YamlFile } from './yamlFile.ts';

/** Options with every default filled in, or what is wrong with them. */
export interface CompleteOptions {
  readonly options: Readonly<Record<string, unknown>>;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Checks options against the schema of the rule's check and fills in the defaults.
 * @param at where the options that were written stand in `file`
 * @param locate the path below `at` of something in `options`, where the file changed lists
 */
export function completeOptions(
  file: YamlFile,
  at: DataPath,
  rule: Rule,
  options: Readonly<Record<string, unknown>>,
  locate: (path: DataPath) => DataPath | null = (path) => path,
): CompleteOptions {
  const validate = optionValidators[rule.check];
  if (!validate) return { options, problems: [] };
  const complete = structuredClone(options);
  if (validate(complete)) return { options: complete, problems: [] };
  return {
    options,
    problems: schemaProblems(file, validate.errors ?? [], { at, optionsOf: rule.id, locate }),
  };
}
