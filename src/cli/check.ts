import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { makeReport, ruleInfos } from '../engine/report.ts';
import type { FileReport, Report } from '../model/report.ts';
import { renderReport } from '../reports/formats.ts';
import { REPORT_WORDS } from '../reports/words.ts';
import { checkInput, nameOf, pathOf, watchedBy } from './checkInput.ts';
import type { CommandLine } from './commandLine.ts';
import type { Context } from './context.ts';
import { findInputs, type Input } from './inputs.ts';
import { noteText } from './messages.ts';
import { writeStream } from './output.ts';
import { slashed } from './paths.ts';
import { startProgress } from './progress.ts';
import { loadSettings } from './settings.ts';
import { readTargets, type Target } from './targets.ts';
import { wantsColor, widthOf } from './terminal.ts';
import { startTiming } from './timing.ts';
import { watchUse } from './unused.ts';
import { UsageError } from './usageError.ts';
import { VERSION } from './version.ts';
import { writeFailure } from './writeFailure.ts';
import { writeWhole } from './writeWhole.ts';

/** `qingdan check`: the exit code (architecture.md, Command line). Throws UsageError and ConfigError. */
export async function check(line: CommandLine, context: Context): Promise<number> {
  const { language } = context;
  const targets = readTargets(line);
  const settings = await loadSettings(line, context.configs);
  const found = await findInputs(line.operands, {
    gitignore: line.ignore && context.gitignore !== false,
    ignored: (path) => settings.isIgnored(path),
  });
  const inputs = await withoutLinksOut(found, context);
  await refuseToOverwrite(targets, inputs);
  if (process.stdin.isTTY && inputs.some(({ kind }) => kind === 'stdin')) {
    await writeStream(process.stderr, `${noteText('reading-stdin', {}, language)}\n`);
  }
  const progress = startProgress(inputs.length, language);
  const timing = line.timing ? startTiming() : null;
  const unused = line.unused ? watchUse(settings.sources) : null;
  const options = {
    settings,
    language,
    stdinFilename: line.stdinFilename,
    onFailure: context.onFailure,
    watch: watchedBy(unused?.watch, timing?.watch),
  };
  const files: FileReport[] = [];
  for (const input of inputs) {
    progress.step(files.length, nameOf(input, line.stdinFilename));
    files.push(await checkInput(input, options));
  }
  progress.end();
  const rules = inputs.flatMap((input) => settings.rulesetFor(pathOf(input, line.stdinFilename)).rules);
  const report = makeReport(files, VERSION, ruleInfos(rules, language));
  const unwritten = await writeReports(report, targets, line, context);
  if (unwritten) throw unwritten;
  if (unused) await writeStream(process.stderr, unused.list(files, language));
  if (timing) await writeStream(process.stderr, timing.table(language));
  const { warnings } = report.summary;
  if (line.maxWarnings !== null && warnings > line.maxWarnings) {
    const note = noteText('too-many-warnings', { warnings, max: line.maxWarnings }, language);
    await writeStream(process.stderr, `${note}\n`);
  }
  return exitCode(report, line.maxWarnings);
}

/** The highest of what applies: 3 the tool failed, 2 a file failed, 1 errors or too many warnings, 0. */
export function exitCode(report: Report, maxWarnings: number | null): number {
  const codes = report.files.map((file) => file.error?.code);
  if (codes.includes('internal')) return 3;
  const { failed, errors, warnings } = report.summary;
  if (failed > 0) return 2;
  return errors > 0 || (maxWarnings !== null && warnings > maxWarnings) ? 1 : 0;
}

/** Only an edge that checks what strangers wrote asks for it. */
async function withoutLinksOut(inputs: readonly Input[], { confinedTo }: Context): Promise<readonly Input[]> {
  if (confinedTo === undefined) return inputs;
  const { confined } = await import('./confined.ts');
  return confined(inputs, confinedTo);
}

/** A draft that is given as output would be lost. */
async function refuseToOverwrite(targets: readonly Target[], inputs: readonly Input[]): Promise<void> {
  const real = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
  const sources = new Set<string>();
  if (targets.every(({ file }) => file === null)) return;
  for (const input of inputs) if (input.kind === 'file') sources.add(await real(input.path));
  for (const { file } of targets) {
    if (file !== null && sources.has(await real(resolve(file)))) {
      throw new UsageError('output-is-input', { data: { file }, command: 'check' });
    }
  }
}

/** Writes every report that can be written; the error is about the first that cannot. */
async function writeReports(
  report: Report,
  targets: readonly Target[],
  line: CommandLine,
  { language }: Context,
): Promise<UsageError | null> {
  const { stdout, stderr } = process;
  let failure: UsageError | null = null;
  for (const { format, file } of targets) {
    const color = file === null ? wantsColor(line.color, stdout) : line.color === true;
    const width = widthOf(file === null ? stdout : {});
    const options = { language, color, width, quiet: line.quiet, root: slashed(process.cwd()) };
    const text = await renderReport(format, report, options);
    if (file === null) {
      await writeStream(stdout, text);
      continue;
    }
    try {
      await writeWhole(resolve(file), text);
      if (!line.quiet) await writeStream(stderr, `${noteText('report-written', { file }, language)}\n`);
    } catch (error) {
      failure ??= writeFailure(file, error, line.command, language);
    }
  }
  // Someone who sends the report to a file still sees how it went.
  if (!line.quiet && targets.every(({ file }) => file !== null)) {
    await writeStream(stderr, `${REPORT_WORDS[language].closing(report.summary)}\n`);
  }
  return failure;
}
