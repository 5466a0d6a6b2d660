import { acrossFiles, type FactSource } from '../../engine/acrossFiles.ts';
import { onlyChanged } from '../../engine/filters/unchanged.ts';
import { lint } from '../../engine/lint.ts';
import { ReadError } from '../../model/errors.ts';
import { comparePaths } from '../../model/pathOrder.ts';
import type { FileReport, RuleInfo } from '../../model/report.ts';
import { outline } from '../../outline/outline.ts';
import { read } from '../../readers/read.ts';
import { type InputOptions, pathOf } from '../checkInput.ts';
import type { Input } from '../inputs/inputs.ts';
import { shownPath } from '../inputs/paths.ts';
import { readBytes } from '../inputs/readBytes.ts';
import type { History, OldFile } from './gitHistory.ts';
import { removedDrafts } from './removedDrafts.ts';

/** The reports of a run, one for each input, in their order. */
export interface RunReports {
  /** With what was found across them, as far as it counts. */
  readonly files: readonly FileReport[];
  /** What was found in each by itself. */
  readonly single: readonly FileReport[];
  readonly rules: readonly RuleInfo[];
  readonly source: FactSource;
}

/** What the run looked at, and how. */
export interface RunScope {
  readonly inputs: readonly Input[];
  readonly operands: readonly string[];
  /** Whether files are compared with each other; parts of a run are not. */
  readonly comparing: boolean;
  readonly options: InputOptions;
}

/**
 * The reports of a run with the findings among the suppressed ones that were there at the commit of the history: its
 * files are checked by the same rules and compared with each other as they were, so that what a change of one file brings into
 * another one counts. A file that has not changed is not checked again.
 */
export async function findingsOfChange(
  { files, single, rules, source }: RunReports,
  scope: RunScope,
  history: History,
): Promise<readonly FileReport[]> {
  const { inputs, options } = scope;
  const comparing = scope.comparing && rules.some(({ across }) => across !== undefined);
  const old: (FileReport | null)[] = [];
  for (const [index, file] of files.entries()) {
    const input = inputs[index];
    const needed = input !== undefined && (comparing || file.findings.length > 0);
    old.push(needed ? await oldReport(input, single[index] ?? file, history, options) : null);
  }
  const before = comparing ? await compared(old, { rules, source }, scope, history) : old;
  return files.map((file, index) => onlyChanged(file, before[index] ?? null));
}

/** The old reports with what was found across them, at their places; drafts that are gone were among them. */
async function compared(
  old: readonly (FileReport | null)[],
  { rules, source }: Pick<RunReports, 'rules' | 'source'>,
  { operands, inputs, options }: RunScope,
  history: History,
): Promise<readonly (FileReport | null)[]> {
  const all = old.flatMap((report, index) => (report === null ? [] : [{ report, index }]));
  for (const { path, name } of await removedDrafts(operands, history, options.settings)) {
    const bytes = await history.contents(name);
    const report = bytes === null ? null : await check({ name: shownPath(path), bytes }, path, options);
    if (report === null) continue;
    // Which of two lists a finding stands in goes by their order.
    const behind = all.findIndex(({ index }) => comparePaths(report.path, nameOf(inputs[index])) < 0);
    all.splice(behind < 0 ? all.length : behind, 0, { report, index: -1 });
  }
  const reports = acrossFiles(
    all.map(({ report }) => report),
    rules,
    source,
  );
  const at = new Map(all.map(({ index }, i) => [index, reports[i] ?? null]));
  return old.map((_, index) => at.get(index) ?? null);
}

function nameOf(input: Input | undefined): string {
  return input === undefined || input.kind === 'stdin' ? '' : input.name;
}

/** What is found in the old file; null where there was none, or nothing of it could be read: then all is new. */
async function oldReport(
  input: Input,
  now: FileReport,
  history: History,
  options: InputOptions,
): Promise<FileReport | null> {
  const old = await oldFile(input, history, options);
  if (old.kind === 'none') return null;
  if (old.kind === 'same') return now;
  return check(old, pathOf(input, options.stdinFilename), options);
}

async function oldFile(input: Input, history: History, { stdinFilename }: InputOptions): Promise<OldFile> {
  if (input.kind === 'problem' || (input.kind === 'stdin' && stdinFilename === null)) return { kind: 'none' };
  const path = pathOf(input, stdinFilename);
  // Standard input has been read by now; that it is the same is found out by checking what it was.
  const bytes = input.kind === 'file' ? await readBytes(path).catch(() => null) : null;
  return history.before(path, bytes);
}

/** @param path whose settings hold, absolute */
async function check(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  path: string,
  { settings, language, onFailure }: InputOptions,
): Promise<FileReport | null> {
  try {
    const { rules, formats } = settings.rulesetFor(path);
    const source = await read(name, bytes);
    const report = lint(outline(source, formats, settings.countyFor(path)), rules, language, { onFailure });
    // Words cut out of a document would keep all of it in memory. The facts of the file as it is now are others.
    return structuredClone({ ...report, facts: report.facts ?? [] });
  } catch (error) {
    if (!(error instanceof ReadError)) onFailure(error);
    return null;
  }
}
