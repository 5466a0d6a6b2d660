import { access, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { demandOf } from '../../checks/general/schemaDemands.ts';
import { applyBaseline, baselineText, updatedBaseline } from '../../engine/filters/baseline.ts';
import type { BaselineFinding, BaselineUse, FileReport, RuleInfo } from '../../model/report.ts';
import type { Language } from '../../reports/words.ts';
import { validateBaseline } from '../../ruleset/validators.generated.js';
import type { Command, CommandLine } from '../commandLine.ts';
import type { Context } from '../context.ts';
import { systemCode } from '../inputs/paths.ts';
import { noteText } from '../messages.ts';
import { writeStream } from '../output.ts';
import { UsageError } from '../usageError.ts';
import { writeFailure } from '../writeFailure.ts';
import { writeWhole } from '../writeWhole.ts';

/** Where `--update-baseline` writes when `--baseline` names no file; from the working directory. */
const DEFAULT_NAME = 'qingdan.baseline.json';
/** So many of the findings that are gone are named; the report holds them all. */
const MOST_NAMED = 5;

/** A baseline that was read, waiting for the findings of the run. */
export interface Baseline {
  /** Filters the reports of a run, and writes the file anew where that was asked for; `rules` are those of the run. Throws UsageError. */
  apply(
    files: readonly FileReport[],
    rules: readonly RuleInfo[],
  ): Promise<{ readonly files: readonly FileReport[]; readonly use: BaselineUse }>;
}

/**
 * Reads the baseline that the command line asks for, before anything is checked; null when it asks for none.
 * @throws UsageError when it is not there or no baseline
 */
export async function openBaseline(line: CommandLine, context: Context): Promise<Baseline | null> {
  if (line.baseline === null && !line.updateBaseline) return null;
  const { command } = line;
  if (line.updateBaseline && line.shard !== null)
    throw new UsageError('not-together', { data: { one: '--update-baseline', other: '--shard' }, command });
  const file = line.baseline ?? DEFAULT_NAME;
  const entries = await readBaseline(file, line, context.language);
  return {
    async apply(files, rules) {
      const missing = await missingPaths(entries, files);
      if (!line.updateBaseline) {
        const { files: filtered, known, gone } = applyBaseline(files, entries, missing);
        // A file that is not there may have been renamed to one of another part; and a part compares nothing across files.
        const comparing = new Set(rules.flatMap(({ id, across }) => (across ? [id] : [])));
        const isSure = ({ path, ruleId }: BaselineFinding): boolean =>
          line.shard === null || !(missing.has(path) || comparing.has(ruleId));
        if (!line.quiet && gone.some(isSure)) await sayGone(file, gone.filter(isSure), context);
        return { files: filtered, use: { file, known, gone } };
      }
      const updated = updatedBaseline(files, entries, missing);
      await writeBaseline(file, updated, command, context.language);
      const keys = (findings: readonly BaselineFinding[]): ReadonlySet<string> =>
        new Set(findings.map(({ path, fingerprint }) => `${path}\u0000${fingerprint}`));
      const [before, after] = [keys(entries), keys(updated)];
      const added = [...after].filter((key) => !before.has(key)).length;
      const removed = [...before].filter((key) => !after.has(key)).length;
      if (!line.quiet) {
        const data = { file, count: updated.length, added, removed };
        await writeStream(process.stderr, `${noteText('baseline-written', data, context.language)}\n`);
      }
      const { files: filtered, known } = applyBaseline(files, updated, missing);
      return { files: filtered, use: { file, known, gone: [] } };
    },
  };
}

async function readBaseline(
  file: string,
  { command, updateBaseline: mayBeMissing }: CommandLine,
  language: Language,
): Promise<readonly BaselineFinding[]> {
  let text: string;
  try {
    text = await readFile(resolve(file), 'utf8');
  } catch (error) {
    const reason = systemCode(error);
    if (reason !== 'ENOENT') throw new UsageError('baseline-unreadable', { data: { file, reason }, command });
    if (mayBeMissing) return [];
    throw new UsageError('baseline-missing', { data: { file }, command });
  }
  const lines = text.split('\n');
  const conflict = lines.findIndex((line) => /^(?:<{7}|={7}|>{7})(?: |\r?$)/.test(line));
  if (conflict >= 0) {
    throw new UsageError('baseline-conflict', { data: { file, line: String(conflict + 1) }, command });
  }
  let data: unknown;
  try {
    data = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError('baseline-not-json', { data: { file, reason }, command });
  }
  if (isBaseline(data)) return data.findings;
  throw new UsageError('not-a-baseline', { data: { file, reason: whyNot(language) }, command });
}

function isBaseline(data: unknown): data is { readonly findings: readonly BaselineFinding[] } {
  return validateBaseline(data);
}

/** The first thing that does not fit: where, as a path of keys, and what is asked for. */
function whyNot(language: Language): string {
  const [error] = validateBaseline.errors ?? [];
  if (!error) return '';
  return `${error.instancePath === '' ? '/' : error.instancePath} ${demandOf(error)[language]}`;
}

/** Those paths of a baseline that were not checked because there is no file. */
async function missingPaths(
  entries: readonly BaselineFinding[],
  files: readonly FileReport[],
): Promise<ReadonlySet<string>> {
  const checked = new Set(files.flatMap(({ path, error }) => (error?.code === 'not-found' ? [] : [path])));
  const missing = new Set<string>();
  for (const path of new Set(entries.map((entry) => entry.path))) {
    if (checked.has(path)) continue;
    const code = await access(resolve(path)).then(() => '', systemCode);
    if (code === 'ENOENT' || code === 'ENOTDIR') missing.add(path);
  }
  return missing;
}

async function writeBaseline(
  file: string,
  findings: readonly BaselineFinding[],
  command: Command | null,
  language: Language,
): Promise<void> {
  try {
    await writeWhole(resolve(file), baselineText(findings));
  } catch (error) {
    throw writeFailure(file, error, command, language);
  }
}

async function sayGone(file: string, gone: readonly BaselineFinding[], { language }: Context): Promise<void> {
  const lines = [noteText('baseline-gone', { file, count: gone.length }, language)];
  for (const { path, ruleId, hint } of gone.slice(0, MOST_NAMED)) lines.push(`  ${path}  ${ruleId}  ${hint}`);
  if (gone.length > MOST_NAMED) lines.push('  …');
  await writeStream(process.stderr, lines.map((each) => `${each}\n`).join(''));
}
