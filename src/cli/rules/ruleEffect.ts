import { resolve } from 'node:path';
import type { FileReport } from '../../model/report.ts';
import type { Rule } from '../../model/rule.ts';
import { builtinRuleset } from '../../ruleset/load.ts';
import { checkInput } from '../checkInput.ts';
import type { Context } from '../context.ts';
import { shownPath } from '../inputs/paths.ts';
import type { LoadedSettings } from '../settings/settings.ts';
import { awake, checkText } from './checkText.ts';

/** What a rule does on one file. */
export interface RuleEffect {
  readonly path: string;
  /** Whether the config leaves the file out of folders and patterns. */
  readonly ignored: boolean;
  /** With this rule only. */
  readonly report: FileReport;
}

/** Checks a file with one rule, as the settings have it there. */
export async function effectOn(
  file: string,
  rule: Rule,
  settings: LoadedSettings,
  { language, onFailure }: Context,
): Promise<RuleEffect> {
  const path = resolve(file);
  const name = shownPath(path);
  const alone = {
    ...settings,
    rulesetFor: () => ({ rules: [rule], formats: settings.rulesetFor(path).formats }),
  };
  const report = await checkInput(
    { kind: 'file', path, name },
    { settings: alone, language, stdinFilename: null, onFailure },
  );
  return { path: name, ignored: settings.isIgnored(path), report };
}

/** The reports of a rule's examples: what the tool really says of each. */
export async function exampleReports(
  rule: Rule,
  settings: LoadedSettings,
  { language, onFailure }: Context,
): Promise<{ readonly ok: readonly FileReport[]; readonly bad: readonly FileReport[] }> {
  const declared = settings.declared.get(rule.id) ?? builtinRuleset().rules.find(({ id }) => id === rule.id);
  const { formats } = settings.rulesetFor(process.cwd());
  const check = (text: string): Promise<FileReport> =>
    checkText(text, {
      name: 'example.md',
      rules: [awake(rule, declared)],
      formats,
      county: undefined,
      language,
      onFailure,
    });
  const ok: FileReport[] = [];
  const bad: FileReport[] = [];
  for (const text of rule.examples.ok) ok.push(await check(text));
  for (const { text } of rule.examples.bad) bad.push(await check(text));
  return { ok, bad };
}
