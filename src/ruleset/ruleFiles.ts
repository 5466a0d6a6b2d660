import { checks } from '../checks/index.ts';
import type { Rule, RuleScope } from '../model/rule.ts';
import type { ConfigProblem, ProblemDetails } from './configError.ts';
import { idOf } from './formatFiles.ts';
import { meantRule, meantValue } from './meant.ts';
import { messageFaults } from './messageFaults.ts';
import { pathInWritten } from './optionPaths.ts';
import { completeOptions } from './options.ts';
import { problemAt } from './problemAt.ts';
import { texts } from './problemTexts.ts';
import type { WrittenRule } from './ruleFaults.ts';
import { EMPTY_RULE, mergeRule, type RuleFile } from './ruleFile.ts';
import { schemaProblems } from './schemaProblems.ts';
import { validateRule } from './validators.generated.js';
import type { DataPath, YamlFile } from './yamlFile.ts';

/** Rules with the problems of their files. */
export interface ResolvedRules {
  /** The files' rules by id, in order of the files. A rule whose file has problems is left out. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** Every id that some file claims, sound or not, and those of `known`: what a config may name. */
  readonly ids: ReadonlySet<string>;
  readonly problems: readonly ConfigProblem[];
  /** The rules with their files, for `ruleFaultProblems`. */
  readonly written: readonly WrittenRule[];
}

/** The kinds of check that rules of one's own are mostly made of. */
const GENERAL = [
  'pattern',
  'terms',
  'consistent',
  'required',
  'vocabulary',
  'unique',
  'sequence',
  'count',
  'length',
  'when',
  'schema',
];

/** A rule file with the group its rule belongs to. */
export interface GroupedFile {
  readonly yaml: YamlFile;
  readonly group: string;
}

/**
 * Rules read from files, each laid over the one it extends, its options complete and valid. A file may take the
 * place of a known rule by taking its id, and build on it by naming that same id in `extends`.
 */
export function resolveRules(
  files: readonly GroupedFile[],
  known: ReadonlyMap<string, Rule>,
  demands: { readonly examples: boolean },
): ResolvedRules {
  const problems: ConfigProblem[] = [];
  const written: WrittenRule[] = [];
  const ids = new Set(known.keys());
  const sound = new Map<string, GroupedFile & { readonly data: RuleFile }>();
  for (const { yaml, group } of files) {
    const { data } = yaml;
    const id = idOf(data);
    if (id !== null) ids.add(id);
    if (!isRuleFile(data)) {
      problems.push(...schemaProblems(yaml, validateRule.errors ?? []));
      continue;
    }
    const other = sound.get(data.id);
    if (other) {
      const message = texts.duplicateId(data.id, other.yaml.file);
      problems.push(problemAt(yaml, yaml.place(['id'], 'value'), { code: 'duplicate-id', message }));
    } else sound.set(data.id, { yaml, group, data });
  }

  const done = new Map<string, Rule | null>();
  const resolve = (id: string, chain: readonly string[]): Rule | null => {
    const finished = done.get(id);
    if (finished !== undefined) return finished;
    const entry = sound.get(id);
    if (!entry) return known.get(id) ?? null;
    const found: ConfigProblem[] = [];
    const rule = build(entry, chain, (path, part, details) =>
      found.push(problemAt(entry.yaml, entry.yaml.place(path, part), details)),
    );
    problems.push(...found);
    done.set(id, found.length === 0 ? rule : null);
    return found.length === 0 ? rule : null;
  };
  const build = (
    entry: GroupedFile & { readonly data: RuleFile },
    chain: readonly string[],
    report: Report,
  ) => {
    const { data, yaml } = entry;
    const parent = data.extends === undefined ? EMPTY_RULE : parentOf(data.id, data.extends, chain, report);
    if (!parent) return null;
    const check = data.check ?? parent.check;
    const kind = checks.get(check);
    if (!kind) {
      const allowed = [...GENERAL, ...[...checks.keys()].filter((other) => !GENERAL.includes(other))];
      const details = { code: 'unknown-check', message: texts.unknownCheck(check), allowed } as const;
      report(['check'], 'value', { ...details, suggestion: meantValue(check, allowed) });
      return null;
    }
    if (parent !== EMPTY_RULE && check !== parent.check) {
      const message = texts.otherCheck(parent.id, parent.check);
      report(['check'], 'value', { code: 'bad-value', message, allowed: [parent.check] });
      return null;
    }
    const rule = mergeRule(parent, data, {
      group: entry.group,
      path: yaml.file,
      check: kind,
      onAbsent: (key, index, missing) =>
        report(['options', key, 'remove', index], 'value', {
          code: 'nothing-to-remove',
          message: texts.nothingToRemoveOption(key, missing),
        }),
    });
    const own = data.options ?? {};
    const inOptions = (path: DataPath): DataPath | null => pathInWritten(own, rule.options, path);
    const options = completeOptions(yaml, ['options'], rule, rule.options, inOptions);
    for (const problem of options.problems) problems.push(problem);
    if (options.problems.length > 0) return null;
    for (const { path, details } of messageFaults(kind, rule, data)) report(path, 'value', details);
    if (demands.examples && !data.examples) {
      report([], 'key', { code: 'no-examples', message: texts.noExamples(data.id) });
    }
    const complete = { ...rule, options: options.options };
    written.push({
      rule: complete,
      parent: parent === EMPTY_RULE ? null : parent,
      yaml,
      locate: (path) => locateIn(data, inOptions, path),
      home: [],
    });
    return complete;
  };
  const parentOf = (id: string, wanted: string, chain: readonly string[], report: Report): Rule | null => {
    const replaced = wanted === id ? known.get(id) : undefined;
    if (replaced) return replaced;
    if (wanted === id || chain.includes(wanted)) {
      const circle = [
        ...chain.slice(chain.includes(wanted) ? chain.indexOf(wanted) : chain.length),
        id,
        wanted,
      ];
      report(['extends'], 'value', { code: 'extends-cycle', message: texts.cycle(circle) });
      return null;
    }
    if (!ids.has(wanted)) {
      report(['extends'], 'value', {
        code: 'unknown-rule',
        message: texts.unknownRule(wanted),
        allowed: [...ids].filter((other) => other !== id),
        suggestion: meantRule(wanted, ids, known.values()),
      });
      return null;
    }
    return resolve(wanted, [...chain, id]);
  };
  const rules = new Map<string, Rule>();
  for (const id of sound.keys()) {
    const rule = resolve(id, []);
    if (rule) rules.set(id, rule);
  }
  return { rules, ids, problems, written };
}

/** Where the file wrote what a fault is about: its own scope and options are its own faults only. */
function locateIn(
  data: RuleFile,
  inOptions: (path: DataPath) => DataPath | null,
  path: DataPath,
): DataPath | null {
  const [key, ...rest] = path;
  if (key === 'options' && rest.length > 0) {
    const inside = inOptions(rest);
    return inside && ['options', ...inside];
  }
  if (key === 'on') {
    const inside = rest[0] === undefined ? data.on : data.on?.[rest[0] as keyof RuleScope];
    return inside === undefined ? null : path;
  }
  return key === 'options' && data.options !== undefined ? path : null;
}

type Report = (path: DataPath, part: 'key' | 'value', details: ProblemDetails) => void;

function isRuleFile(data: unknown): data is RuleFile {
  return validateRule(data);
}
