import { resolve } from 'node:path';
import { acrossFiles, factsInReports } from '../../engine/acrossFiles.ts';
import { makeReport, ruleInfos } from '../../engine/report.ts';
import type { FileReport, Report, RuleInfo } from '../../model/report.ts';
import { visible } from '../../reports/visible.ts';
import { wantsFilters } from '../check.ts';
import { checkInput, type InputOptions, pathOf } from '../checkInput.ts';
import type { CommandLine } from '../commandLine.ts';
import type { Context } from '../context.ts';
import { describeFailure } from '../describeFailure.ts';
import type { Filtered } from '../filters/filters.ts';
import { findInputs, type Input } from '../inputs/inputs.ts';
import { writeStream } from '../output.ts';
import { diskConfigs } from '../settings/configSource.ts';
import { joinStamps, noticedConfigs, stampOf, stampOfAll } from '../settings/noticedConfigs.ts';
import { type LoadedSettings, loadSettings } from '../settings/settings.ts';
import { readTargets, type Target } from '../targets.ts';
import { UsageError } from '../usageError.ts';
import { VERSION } from '../version.ts';
import { refuseToOverwrite, writeReports } from '../writeReports.ts';
import { changeAlarm, LOOK_EVERY } from './changeAlarm.ts';
import { followedFolders } from './followedFolders.ts';
import { FOLLOW_WORDS } from './followWords.ts';

/** The config as it was loaded, with the files it was loaded from and the state they were in. */
interface Loaded {
  readonly settings: LoadedSettings | null;
  readonly noticed: ReadonlySet<string>;
  readonly stamp: string;
}

/** A checked file and the state it was in. */
interface Checked {
  readonly input: Input;
  readonly stamp: string;
  readonly report: FileReport;
}

/** Erases the screen and what was scrolled out of it, and goes to its first line. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/** Options that write into the drafts, or look at one run. */
const OTHERS = [
  ['fix', '--fix'],
  ['fixDryRun', '--fix-dry-run'],
  ['changedSince', '--changed-since'],
  ['timing', '--timing'],
  ['unused', '--unused'],
  ['updateBaseline', '--update-baseline'],
] as const satisfies readonly (readonly [keyof CommandLine, string])[];

/**
 * `qingdan check --watch`: checks, and stays to check what changes until it is interrupted; then the exit code is 0.
 * @throws UsageError, and ConfigError when the config cannot be used at the start; later that is said and waited out
 */
export async function follow(line: CommandLine, context: Context): Promise<number> {
  refuse(line);
  const { language } = context;
  const words = FOLLOW_WORDS[language];
  const targets = readTargets(line);
  const say = (sentence: string): Promise<void> => writeStream(process.stderr, `${visible(sentence)}\n`);
  const alarm = changeAlarm((code) => void say(words.polling(code, LOOK_EVERY)));
  process.once('SIGINT', () => alarm.stop());
  process.once('SIGTERM', () => alarm.stop());
  let loaded = await load(line, context, (error) => {
    throw error;
  });
  let checked: ReadonlyMap<string, Checked> = new Map();
  /** What was found across files in each of them when it was last shown. */
  let compared: ReadonlyMap<string, string> = new Map();
  let first = true;
  const baseline = line.baseline === null ? [] : [resolve(line.baseline)];
  let known = await stampOfAll(baseline);
  if (loaded.settings !== null) await filtered([], loaded.settings);
  do {
    if ((await stampOfAll(loaded.noticed)) !== loaded.stamp) {
      loaded = await load(line, context, async (error) => {
        await writeStream(process.stderr, (await describeFailure(error, context)).text);
        await say(words.waitingForConfig);
      });
      if (loaded.settings !== null) await say(words.settingsChanged);
      checked = new Map();
    }
    const { settings, noticed } = loaded;
    const inputs = settings === null ? [] : await inputsOf(line, targets, settings, context);
    await alarm.listenTo(await followedFolders(line.operands, inputs, [...noticed, ...baseline]));
    if (settings === null) continue;
    const round = await checkChanged(inputs, checked, settings, line, context);
    const gone = [...checked.keys()].filter((name) => !round.all.has(name));
    checked = round.all;
    const stamp = await stampOfAll(baseline);
    // Another baseline leaves other findings of every file.
    const changed = stamp === known ? round.changed : [...checked.values()];
    known = stamp;
    if (first || changed.length > 0 || gone.length > 0)
      await show([...checked.values()], changed, gone, settings);
    first = false;
  } while (await alarm.next());
  await say(words.ended);
  return 0;

  /** Compares the files, and leaves out what `--baseline` and the like do; opened anew each time, since their files change too. */
  async function filtered(all: readonly Checked[], settings: LoadedSettings): Promise<Filtered> {
    const single = all.map(({ report }) => report);
    const rules = rulesOf(all, settings, line, context);
    const files = acrossFiles(single, rules);
    if (!wantsFilters(line)) return { files, facts: {} };
    const filter = await (await import('../filters/filters.ts')).openFilters(
      line,
      all.map(({ input }) => input),
      optionsOf(settings, line, context),
      context,
    );
    return filter(files, { single, rules, source: factsInReports });
  }

  async function show(
    all: readonly Checked[],
    changed: readonly Checked[],
    gone: readonly string[],
    settings: LoadedSettings,
  ): Promise<void> {
    if (process.stdout.isTTY) await writeStream(process.stdout, CLEAR);
    for (const name of gone) await say(words.gone(name));
    try {
      const { files, facts } = await filtered(all, settings);
      const whole = reportOf(all, files, settings, line, context, facts);
      const names = new Set(changed.map(({ report }) => report.path));
      // A change of one file may bring findings into another one, or take them out.
      const now = findingsAcross(whole);
      const shown = all.filter(
        ({ report: { path } }) => names.has(path) || (compared.get(path) ?? '') !== (now.get(path) ?? ''),
      );
      compared = now;
      const paths = new Set(shown.map(({ report }) => report.path));
      const again = files.filter(({ path }) => paths.has(path));
      const here = targets.filter(({ file }) => file === null);
      const elsewhere = targets.filter(({ file }) => file !== null);
      if (again.length > 0 && here.length > 0)
        await writeReports(reportOf(shown, again, settings, line, context), here, line, context);
      if (elsewhere.length > 0) {
        const failure = await writeReports(whole, elsewhere, { ...line, quiet: true }, context);
        if (failure) throw failure;
      }
      await say(words.verdict(clock(), changed.length, whole.summary));
    } catch (error) {
      // A report that cannot be written, a baseline that cannot be read: it may be mended while we wait.
      await writeStream(process.stderr, (await describeFailure(error, context)).text);
    }
  }
}

function refuse(line: CommandLine): void {
  const { command } = line;
  if (line.operands.includes('-')) throw new UsageError('watch-stdin', { data: {}, command });
  const [, option] = OTHERS.find(([key]) => line[key]) ?? [];
  const together =
    option ?? (line.fixSuggestions.length > 0 ? '--fix-suggestions' : line.shard ? '--shard' : null);
  if (together !== null) throw new UsageError('watch-with', { data: { option: together }, command });
}

/** The config, or null when it cannot be used and `onFailure` makes do with that. */
async function load(
  line: CommandLine,
  context: Context,
  onFailure: (error: unknown) => void | Promise<void>,
): Promise<Loaded> {
  const { noticed, ...configs } = noticedConfigs(context.configs ?? diskConfigs);
  let settings: LoadedSettings | null = null;
  try {
    settings = await loadSettings(line, configs);
  } catch (error) {
    await onFailure(error);
  }
  return { settings, noticed: new Set(noticed.keys()), stamp: joinStamps(noticed) };
}

async function inputsOf(
  line: CommandLine,
  targets: readonly Target[],
  settings: LoadedSettings,
  context: Context,
): Promise<readonly Input[]> {
  const found = await findInputs(line.operands, {
    gitignore: line.ignore && context.gitignore !== false,
    ignored: (path) => settings.isIgnored(path),
  });
  const named = found.flatMap((input) =>
    input.kind === 'file' && line.operands.some((operand) => resolve(operand) === input.path)
      ? [input.path]
      : [],
  );
  await refuseToOverwrite(targets, named, line.command);
  // A report that is written into a folder that is checked is no draft.
  const reports = new Set(targets.flatMap(({ file }) => (file === null ? [] : [resolve(file)])));
  return found.filter((input) => input.kind !== 'file' || !reports.has(input.path));
}

/** Checks what is new or has changed, and keeps the reports of the rest. */
async function checkChanged(
  inputs: readonly Input[],
  before: ReadonlyMap<string, Checked>,
  settings: LoadedSettings,
  line: CommandLine,
  context: Context,
): Promise<{ readonly all: ReadonlyMap<string, Checked>; readonly changed: readonly Checked[] }> {
  const all = new Map<string, Checked>();
  const changed: Checked[] = [];
  for (const input of inputs) {
    if (input.kind === 'stdin') continue;
    const stamp = input.kind === 'file' ? await stampOf(input.path) : input.code;
    const known = before.get(input.name);
    if (known && known.stamp === stamp) {
      all.set(input.name, known);
      continue;
    }
    // Words cut out of a document would keep all of it in memory.
    const report = structuredClone(await checkInput(input, optionsOf(settings, line, context)));
    const checked = { input, stamp, report };
    all.set(input.name, checked);
    changed.push(checked);
  }
  return { all, changed };
}

function optionsOf(
  settings: LoadedSettings,
  { stdinFilename }: CommandLine,
  { language, onFailure }: Context,
): InputOptions {
  return { settings, language, stdinFilename, onFailure };
}

function reportOf(
  checked: readonly Checked[],
  files: readonly FileReport[],
  settings: LoadedSettings,
  line: CommandLine,
  context: Context,
  facts: Filtered['facts'] = {},
): Report {
  return { ...makeReport(files, VERSION, rulesOf(checked, settings, line, context)), ...facts };
}

function rulesOf(
  checked: readonly Checked[],
  settings: LoadedSettings,
  { stdinFilename }: CommandLine,
  { language }: Context,
): readonly RuleInfo[] {
  const rules = checked.flatMap(({ input }) => settings.rulesetFor(pathOf(input, stdinFilename)).rules);
  return ruleInfos(rules, language);
}

/** What rules that compare files say of each; files of which they say nothing are left out. */
function findingsAcross({ files, rules }: Report): ReadonlyMap<string, string> {
  const comparing = new Set(rules.flatMap(({ id, across }) => (across ? [id] : [])));
  return new Map(
    files.flatMap(({ path, findings }) => {
      const own = findings.filter(({ ruleId }) => comparing.has(ruleId));
      return own.length === 0
        ? []
        : [[path, JSON.stringify(own.map(({ message, excerpt }) => [excerpt, message]))]];
    }),
  );
}

/** `14:03:07`, by the clock of the machine. */
function clock(): string {
  return new Date().toTimeString().slice(0, 8);
}
