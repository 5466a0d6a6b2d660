import { acrossFiles, factsInReports } from '../engine/acrossFiles.ts';
import { makeReport, ruleInfos } from '../engine/report.ts';
import type { ReportShard } from '../model/report.ts';
import { checkAll, keeperFor } from './checkAll.ts';
import { pathOf, watchedBy } from './checkInput.ts';
import type { CommandLine } from './commandLine.ts';
import type { Context } from './context.ts';
import { findInputs, type Input } from './inputs/inputs.ts';
import { judge } from './judge.ts';
import { noteText } from './messages.ts';
import { writeStream } from './output.ts';
import { watchUse } from './rules/unused.ts';
import { loadSettings, type Settings } from './settings/settings.ts';
import { readTargets } from './targets.ts';
import { startTiming } from './timing.ts';
import { UsageError } from './usageError.ts';
import { VERSION } from './version.ts';
import { refuseToOverwrite, writeReports } from './writeReports.ts';

/** `qingdan check`: the exit code (architecture.md, Command line). Throws UsageError and ConfigError. */
export async function check(line: CommandLine, context: Context): Promise<number> {
  const { language } = context;
  const targets = readTargets(line);
  const settings = await loadSettings(line, context.configs);
  const { inputs, shard } = await inputsOf(line, settings, context);
  if (process.stdin.isTTY && inputs.some(({ kind }) => kind === 'stdin')) {
    await writeStream(process.stderr, `${noteText('reading-stdin', {}, language)}\n`);
  }
  const timing = line.timing ? startTiming() : null;
  const unused = line.unused ? watchUse(settings.sources) : null;
  const options = {
    settings,
    language,
    stdinFilename: line.stdinFilename,
    onFailure: context.onFailure,
    watch: watchedBy(unused?.watch, timing?.watch),
  };
  const store = inputs.length > 1 ? (await import('./scale/factStore.ts')).factStore() : null;
  const filter = wantsFilters(line)
    ? await (await import('./filters/filters.ts')).openFilters(line, inputs, options, context)
    : null;
  const fixing = wantsFixing(line)
    ? (await import('./fix/fixing.ts')).startFixing(line, inputs, options, await keeperFor(store))
    : null;
  const checked = await (fixing?.fixAll() ?? checkAll(inputs, line, options, context, store));
  await fixing?.flush();
  const rules = inputs.flatMap((input) => settings.rulesetFor(pathOf(input, line.stdinFilename)).rules);
  const infos = ruleInfos(rules, language);
  const source = store ?? factsInReports;
  // The parts of a run are compared where their reports are joined.
  const compared = shard ? checked : acrossFiles(checked, infos, source);
  const { files, facts } = (await filter?.(compared, { single: checked, rules: infos, source })) ?? {
    files: compared,
    facts: {},
  };
  const report = { ...makeReport(files, VERSION, infos), ...facts, ...(shard && { shard }) };
  // The diff of a dry run, or the fixed text of standard input, has the output for itself.
  const shown = fixing?.dryRun ? targets.filter(({ file }) => file !== null) : targets;
  const output = fixing?.takesOutput ? process.stderr : process.stdout;
  const unwritten = await writeReports(report, shown, line, context, { output, whole: store?.whole });
  const allFixed = (await fixing?.end()) ?? true;
  if (unwritten) throw unwritten;
  if (unused) await writeStream(process.stderr, unused.list(files, language));
  if (timing) await writeStream(process.stderr, timing.table(language));
  return Math.max(await judge(report, line, context), allFixed ? 0 : 2);
}

/** Whether findings are to be kept from counting. */
export function wantsFilters(line: CommandLine): boolean {
  return line.baseline !== null || line.updateBaseline || line.changedSince !== null;
}

/** Whether files are to be fixed, or shown as they would be. */
function wantsFixing(line: CommandLine): boolean {
  return line.fix || line.fixDryRun || line.fixSuggestions.length > 0;
}

/** What is to be checked: all of it, or the part that `--shard` asks for. */
async function inputsOf(
  line: CommandLine,
  settings: Settings,
  context: Context,
): Promise<{ readonly inputs: readonly Input[]; readonly shard: ReportShard | null }> {
  const found = await findInputs(line.operands, {
    gitignore: line.ignore && context.gitignore !== false,
    ignored: (path) => settings.isIgnored(path),
  });
  const inputs = await withoutLinksOut(found, context);
  await refuseToOverwrite(
    readTargets(line),
    inputs.flatMap((input) => (input.kind === 'file' ? [input.path] : [])),
    line.command,
  );
  if (line.shard === null) return { inputs, shard: null };
  if (inputs.some(({ kind }) => kind === 'stdin'))
    throw new UsageError('shard-with-stdin', { data: {}, command: line.command });
  const { inputsOfShard } = await import('./scale/shard.ts');
  const part = await inputsOfShard(inputs, line.shard);
  const words = { ...line.shard, files: part.inputs.length, all: inputs.length };
  const empty = part.inputs.length === 0;
  if (empty || !line.quiet)
    await writeStream(
      process.stderr,
      `${noteText(empty ? 'shard-empty' : 'shard-part', words, context.language)}\n`,
    );
  return part;
}

/** Only an edge that checks what strangers wrote asks for it. */
async function withoutLinksOut(inputs: readonly Input[], { confinedTo }: Context): Promise<readonly Input[]> {
  if (confinedTo === undefined) return inputs;
  const { confined } = await import('./inputs/confined.ts');
  return confined(inputs, confinedTo);
}
