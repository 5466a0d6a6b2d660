import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareNames } from '../../model/pathOrder.ts';
import { positionAt } from '../../model/place.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { ConfigError, type ConfigProblem } from '../../ruleset/configError.ts';
import { meantCounty, meantRule } from '../../ruleset/meant.ts';
import { problemAt } from '../../ruleset/problemAt.ts';
import { texts } from '../../ruleset/problemTexts.ts';
import { isTestFile } from '../../ruleset/readFiles.ts';
import { schemaProblems } from '../../ruleset/schemaProblems.ts';
import { validateTest } from '../../ruleset/validators.generated.js';
import { type DataPath, readYaml, type YamlFile } from '../../ruleset/yamlFile.ts';
import { slashed } from '../inputs/paths.ts';
import type { Expectation } from './expectations.ts';

/** One document of a test file with what must be found in it. */
export interface TestCase {
  readonly name: string | null;
  readonly text: string;
  readonly reader: 'markdown' | 'text';
  readonly findings: readonly Expectation[];
  /** 1-based line of the case in its file. */
  readonly line: number;
}

/** A `*.test.yaml` file. */
export interface TestFile {
  /** Absolute. */
  readonly path: string;
  readonly yaml: YamlFile;
  /** The rules it is about; null for all that are on. */
  readonly rules: readonly string[] | null;
  readonly county: string | null;
  readonly cases: readonly TestCase[];
}

interface Written {
  readonly rule?: string;
  readonly rules?: readonly string[];
  readonly county?: string;
  readonly cases: readonly {
    readonly name?: string;
    readonly text: string;
    readonly reader?: 'markdown' | 'text';
    readonly findings?: readonly Expectation[] | null;
  }[];
}

/** The test files below a folder, or the one that is named, by their names. Rejects when there is no such place. */
export async function findTestFiles(place: string): Promise<readonly string[]> {
  if (!(await stat(place)).isDirectory()) return [place];
  const found: string[] = [];
  const search = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    entries.sort((a, b) => compareNames(a.name, b.name));
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await search(path);
      else if (isTestFile(entry.name)) found.push(path);
    }
  };
  await search(place);
  return found;
}

/**
 * Reads test files and checks them against the rules and formats there are.
 * @throws ConfigError with every problem found
 */
export async function readTestFiles(
  paths: readonly string[],
  ruleset: Ruleset,
): Promise<readonly TestFile[]> {
  const problems: ConfigProblem[] = [];
  const files: TestFile[] = [];
  for (const path of paths) {
    const read = readYaml(slashed(path), await readFile(path, 'utf8'));
    if ('problems' in read) {
      problems.push(...read.problems);
      continue;
    }
    const { file: yaml } = read;
    if (!isWritten(yaml.data)) {
      problems.push(...schemaProblems(yaml, validateTest.errors ?? []));
      continue;
    }
    const { data } = yaml;
    problems.push(...unknownNames(yaml, data, ruleset));
    files.push(testFile(path, yaml, data));
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return files;
}

function isWritten(data: unknown): data is Written {
  return validateTest(data);
}

function testFile(path: string, yaml: YamlFile, data: Written): TestFile {
  const rules = [...(data.rule === undefined ? [] : [data.rule]), ...(data.rules ?? [])];
  return {
    path,
    yaml,
    rules: rules.length === 0 ? null : rules,
    county: data.county ?? null,
    cases: data.cases.map((one, index) => ({
      name: one.name ?? null,
      text: one.text,
      reader: one.reader ?? 'markdown',
      findings: one.findings ?? [],
      line: positionAt(yaml.lineStarts, yaml.place(['cases', index], 'value').start).line,
    })),
  };
}

function unknownNames(yaml: YamlFile, data: Written, { rules, formats }: Ruleset): readonly ConfigProblem[] {
  const ids = rules.map(({ id }) => id);
  const counties = [...formats.keys()];
  const named: readonly (readonly [DataPath, string | undefined])[] = [
    [['rule'], data.rule],
    ...(data.rules ?? []).map((id, index) => [['rules', index], id] as const),
    ...data.cases.flatMap(({ findings }, at) =>
      (findings ?? []).map(({ rule }, index) => [['cases', at, 'findings', index, 'rule'], rule] as const),
    ),
  ];
  const unknownRules = named.flatMap(([path, id]): readonly ConfigProblem[] => {
    if (id === undefined || ids.includes(id)) return [];
    const details = { code: 'unknown-rule', message: texts.unknownRule(id), allowed: ids } as const;
    return [
      problemAt(yaml, yaml.place(path, 'value'), { ...details, suggestion: meantRule(id, ids, rules) }),
    ];
  });
  const { county } = data;
  if (county === undefined || counties.includes(county)) return unknownRules;
  const details = {
    code: 'unknown-county',
    message: texts.unknownCounty(county),
    allowed: counties,
  } as const;
  const place = yaml.place(['county'], 'value');
  return [
    ...unknownRules,
    problemAt(yaml, place, { ...details, suggestion: meantCounty(county, counties, formats) }),
  ];
}
