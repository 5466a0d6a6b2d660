import { resolve } from 'node:path';
import { positionAt } from '../../model/place.ts';
import type { FileReport } from '../../model/report.ts';
import type { Rule } from '../../model/rule.ts';
import { painter } from '../../reports/paint.ts';
import { visible } from '../../reports/visible.ts';
import { builtinRuleset } from '../../ruleset/load.ts';
import type { YamlFile } from '../../ruleset/yamlFile.ts';
import type { CommandLine } from '../commandLine.ts';
import type { Context } from '../context.ts';
import { shownPath, slashed, systemCode } from '../inputs/paths.ts';
import { writeStream } from '../output.ts';
import { type LoadedSettings, loadSettings } from '../settings/settings.ts';
import { wantsColor } from '../terminal.ts';
import { UsageError } from '../usageError.ts';
import { writeFailure } from '../writeFailure.ts';
import { writeWhole } from '../writeWhole.ts';
import { awake, checkText, type TextOptions } from './checkText.ts';
import { agrees, compareFindings, type Difference, type Expectation } from './expectations.ts';
import { findTestFiles, readTestFiles, type TestFile } from './testFiles.ts';
import { differenceLines, TEST_WORDS, type TestPage } from './testOutput.ts';

/** A document that was checked against what it should show. */
interface Outcome {
  /** Where it stands: `rules/a.yaml:12 有问题的例子 1`. */
  readonly title: string;
  readonly wanted: readonly Expectation[];
  readonly difference: Difference;
  readonly error: string | null;
}

/**
 * `qingdan rules test [DIR]`: runs the examples of all rules, as their files declare them, and the cases of `*.test.yaml`
 * files below a folder with the rules as the config sets them. Exit code 1 when anything differs from what is wanted.
 */
export async function rulesTest(
  line: CommandLine,
  place: string | undefined,
  context: Context,
): Promise<number> {
  const { language } = context;
  const settings = await loadSettings(line);
  const paint = painter(wantsColor(line.color, process.stdout));
  const page: TestPage = { language, paint };
  const words = TEST_WORDS[language];
  const files = await testFilesIn(place, settings);
  const rules = [
    ...builtinRuleset().rules.filter(({ id }) => !settings.declared.has(id)),
    ...settings.declared.values(),
  ];
  const examples: Outcome[] = [];
  for (const rule of rules) examples.push(...(await exampleOutcomes(rule, settings, context)));
  const lines: string[] = [];
  const failures = (outcomes: readonly Outcome[]): readonly Outcome[] =>
    outcomes.filter(({ difference, error }) => error !== null || !agrees(difference));
  const show = (outcomes: readonly Outcome[]): void => {
    for (const { title, wanted, difference, error } of failures(outcomes)) {
      lines.push(`${paint('×', 'red', 'bold')} ${paint(visible(title), 'bold')}`);
      if (error !== null) lines.push(`    ${visible(error)}`);
      lines.push(...differenceLines(wanted, difference, page), '');
    }
  };
  show(examples);
  const cases: Outcome[] = [];
  let written = 0;
  for (const file of files) {
    const outcomes = await caseOutcomes(file, settings, context);
    const failed = failures(outcomes);
    if (line.update && failed.some(({ error }) => error === null)) {
      await update(file, outcomes, context);
      written += failed.filter(({ error }) => error === null).length;
      lines.push(words.updated(shownPath(file.path)));
      cases.push(...outcomes.map((outcome) => (outcome.error === null ? passed(outcome) : outcome)));
      show(outcomes.filter(({ error }) => error !== null));
    } else {
      cases.push(...outcomes);
      show(outcomes);
    }
  }
  const failed = failures([...examples, ...cases]).length;
  lines.push(words.examples(rules.length, examples.length, failures(examples).length));
  lines.push(
    files.length === 0
      ? words.noCases(place ?? '.')
      : words.cases(files.length, cases.length, failures(cases).length),
  );
  if (written > 0) lines.push(words.written(written));
  await writeStream(process.stdout, `${lines.join('\n')}\n`);
  return failed > 0 ? 1 : 0;
}

async function testFilesIn(
  place: string | undefined,
  settings: LoadedSettings,
): Promise<readonly TestFile[]> {
  const folder = resolve(place ?? '.');
  try {
    return await readTestFiles(await findTestFiles(folder), settings.rulesetFor(folder));
  } catch (error) {
    const code = systemCode(error);
    if (code === '') throw error;
    const data = { path: place ?? '.', reason: code };
    throw new UsageError('tests-unreadable', { data, command: 'rules' });
  }
}

/** The examples show a rule as its file has it, whatever a config makes of it. */
async function exampleOutcomes(
  rule: Rule,
  settings: LoadedSettings,
  { language, onFailure }: Context,
): Promise<readonly Outcome[]> {
  const words = TEST_WORDS[language];
  const { formats } = settings.rulesetFor(process.cwd());
  const options = {
    rules: [awake(rule, rule)],
    formats,
    county: undefined,
    language: 'zh',
    onFailure,
  } as const;
  const yaml = settings.sources.rules.get(rule.id);
  const at = (kind: 'ok' | 'bad', index: number): string => {
    const place = placeOf(rule, yaml, ['examples', kind, index]);
    return `${rule.id} ${kind === 'ok' ? words.good(index + 1) : words.bad(index + 1)}  ${place}`;
  };
  const outcomes: Outcome[] = [];
  for (const [index, text] of rule.examples.ok.entries()) {
    outcomes.push(outcome(at('ok', index), [], await checkText(text, { ...options, name: 'example.md' })));
  }
  for (const [index, { text, findings }] of rule.examples.bad.entries()) {
    outcomes.push(
      outcome(at('bad', index), findings, await checkText(text, { ...options, name: 'example.md' })),
    );
  }
  return outcomes;
}

function placeOf({ file }: Rule, yaml: YamlFile | undefined, path: readonly (string | number)[]): string {
  if (!yaml) return file;
  return `${shownPath(file)}:${positionAt(yaml.lineStarts, yaml.place(path, 'value').start).line}`;
}

async function caseOutcomes(
  file: TestFile,
  settings: LoadedSettings,
  { language, onFailure }: Context,
): Promise<readonly Outcome[]> {
  const { rules: all, formats } = settings.rulesetFor(file.path);
  const declared = new Map([
    ...builtinRuleset().rules.map((rule) => [rule.id, rule] as const),
    ...settings.declared,
  ]);
  const rules = file.rules
    ? all.filter(({ id }) => file.rules?.includes(id)).map((rule) => awake(rule, declared.get(rule.id)))
    : all;
  const county = file.county ?? settings.countyFor(file.path);
  const outcomes: Outcome[] = [];
  for (const [index, one] of file.cases.entries()) {
    const options: TextOptions = {
      name: one.reader === 'text' ? 'case.txt' : 'case.md',
      rules,
      formats,
      county,
      language: 'zh',
      onFailure,
    };
    const name = one.name ?? TEST_WORDS[language].unnamed(index + 1);
    const title = `${shownPath(slashed(file.path))}:${one.line}  ${name}`;
    outcomes.push(outcome(title, one.findings, await checkText(one.text, options)));
  }
  return outcomes;
}

function outcome(title: string, wanted: readonly Expectation[], { findings, error }: FileReport): Outcome {
  return {
    title,
    wanted,
    difference: compareFindings(wanted, findings),
    error: error === null ? null : error.message,
  };
}

function passed(outcome: Outcome): Outcome {
  return { ...outcome, difference: compareFindings([], []) };
}

async function update(file: TestFile, outcomes: readonly Outcome[], { language }: Context): Promise<void> {
  const { withSnapshots } = await import('./testSnapshots.ts');
  const differing = outcomes.flatMap(({ difference, error }, index) =>
    error === null && !agrees(difference) ? [[index, difference] as const] : [],
  );
  await writeWhole(file.path, withSnapshots(file, new Map(differing))).catch((error: unknown) => {
    throw writeFailure(shownPath(file.path), error, 'rules', language);
  });
}
