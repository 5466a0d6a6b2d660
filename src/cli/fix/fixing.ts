import { fileError } from '../../engine/fileErrors.ts';
import { type FixedText, fixText } from '../../engine/fixText.ts';
import { lint } from '../../engine/lint.ts';
import type { FileReport } from '../../model/report.ts';
import { outline } from '../../outline/outline.ts';
import { decodeFile } from '../../readers/decodeFile.ts';
import { spliceBytes } from '../../readers/encode.ts';
import { type Decoded, decode, readDecoded } from '../../readers/read.ts';
import { unifiedDiff } from '../../reports/unifiedDiff.ts';
import { visible } from '../../reports/visible.ts';
import type { Keep } from '../checkAll.ts';
import { failed, type InputOptions, nameOf, pathOf, readFailure } from '../checkInput.ts';
import type { CommandLine } from '../commandLine.ts';
import type { Input } from '../inputs/inputs.ts';
import { readBytes, readStdin } from '../inputs/readBytes.ts';
import { writeStream } from '../output.ts';
import { startProgress } from '../progress.ts';
import { unknownRule } from '../rules/unknownRule.ts';
import { readTargets } from '../targets.ts';
import { wantsColor } from '../terminal.ts';
import { UsageError } from '../usageError.ts';
import { diffHeading } from './diffHeading.ts';
import { FIX_WORDS, type Unfixed } from './fixWords.ts';
import { replaceFile } from './replaceFile.ts';

/** A run that fixes what it checks. */
export interface Fixing {
  /** Where the report may not go to standard output: the fixed text of standard input, or the diff, goes there. */
  readonly takesOutput: boolean;
  /** Whether the report is left out but for its last line, so that only the diff is seen. */
  readonly dryRun: boolean;
  /** Fixes every input, one after the other; the reports are those of the files as they are now, or would be. */
  fixAll(): Promise<readonly FileReport[]>;
  /** Writes diffs and fixed standard input, and says what was fixed. Called once, before the reports are written. */
  flush(): Promise<void>;
  /** Says what was fixed. Called once, behind the reports; whether everything could be written. */
  end(): Promise<boolean>;
}

/** What became of one input. */
interface Fixed {
  readonly name: string;
  readonly fixed: FixedText['fixed'];
  readonly stopped: FixedText['stopped'];
  readonly unfixed: Unfixed | null;
}

/** Starts a run with `--fix`, `--fix-suggestions` or `--fix-dry-run`. Throws UsageError. */
export function startFixing(
  line: CommandLine,
  inputs: readonly Input[],
  options: InputOptions,
  keep: Keep,
): Fixing {
  const suggestionRules = readRules(line, inputs, options);
  const dryRun = line.fixDryRun;
  refuseReportOnOutput(line, inputs, options.language);
  const takesOutput = dryRun || inputs.some(({ kind }) => kind === 'stdin');
  const words = FIX_WORDS[options.language];
  const done: Fixed[] = [];
  const output: (string | Uint8Array)[] = [];

  async function fix(input: Input): Promise<FileReport> {
    const { language, onFailure } = options;
    if (input.kind === 'problem') return failed(input, options, fileError(input.code, {}, language));
    const name = nameOf(input, options.stdinFilename);
    const path = pathOf(input, options.stdinFilename);
    let bytes: Uint8Array | null = null;
    try {
      bytes = input.kind === 'file' ? await readBytes(path) : await readStdin();
      const decoded = decodeFile(name, bytes);
      const result = await fixText(
        decoded.text,
        (text) => checked(name, path, { ...decoded, text }),
        suggestionRules,
      );
      const fixed = result.edits.length === 0 ? bytes : bytesOf(bytes, decoded, result);
      const unfixed = fixed instanceof Uint8Array ? await write(input, path, bytes, fixed) : fixed;
      if (dryRun && unfixed === null) output.push(diffOf(name, decoded.text, result));
      if (!dryRun && input.kind === 'stdin') output.push(fixed instanceof Uint8Array ? fixed : bytes);
      done.push({ name, fixed: result.fixed, stopped: result.stopped, unfixed });
      return unfixed === null ? result.after : result.before;
    } catch (error) {
      // What came in goes out, so that a pipe loses nothing.
      if (!dryRun && input.kind === 'stdin' && bytes) output.push(bytes);
      return failed(input, options, readFailure(error, language, onFailure));
    }
  }

  async function checked(name: string, path: string, decoded: Decoded): Promise<FileReport> {
    const { rules, formats } = options.settings.rulesetFor(path);
    const document = outline(await readDecoded(name, decoded), formats, options.settings.countyFor(path));
    return lint(document, rules, options.language, { ...options.watch, onFailure: options.onFailure });
  }

  async function write(
    input: Input,
    path: string,
    before: Uint8Array,
    after: Uint8Array,
  ): Promise<Unfixed | null> {
    if (dryRun || input.kind !== 'file' || after === before) return null;
    return replaceFile(path, before, after);
  }

  function diffOf(name: string, text: string, { edits, before }: FixedText): string {
    const color = wantsColor(line.color, process.stdout);
    const heading = diffHeading(before, options.language);
    return unifiedDiff(name, text, edits, { color, terminal: process.stdout.isTTY === true, heading });
  }

  async function say(sentence: string): Promise<void> {
    await writeStream(process.stderr, `${visible(sentence)}\n`);
  }

  return {
    takesOutput,
    dryRun,
    async fixAll() {
      const progress = startProgress(inputs.length, options.language);
      const files: FileReport[] = [];
      for (const input of inputs) {
        progress.step(files.length, nameOf(input, options.stdinFilename));
        files.push(keep(await fix(input)));
      }
      progress.end();
      return files;
    },
    async flush() {
      for (const part of output) await writeStream(process.stdout, part);
    },
    async end() {
      let count = 0;
      let files = 0;
      for (const { name, fixed, stopped, unfixed } of done) {
        if (stopped) await say(words.stopped(name, stopped));
        if (unfixed) await say(words.unfixed(name, unfixed));
        else if (fixed.size > 0) {
          const sum = [...fixed.values()].reduce((total, one) => total + one, 0);
          count += sum;
          files++;
          await say((dryRun ? words.wouldFix : words.fixed)(name, sum, [...fixed]));
        }
      }
      if (files > 1 || (dryRun && files > 0))
        await say((dryRun ? words.wouldTotal : words.total)(count, files));
      if (files === 0 && done.every(({ unfixed }) => unfixed === null)) await say(words.nothing);
      return done.every(({ unfixed }) => unfixed === null);
    },
  };
}

/** The new bytes of a file, read back before anything is written; or why there are none. */
function bytesOf(bytes: Uint8Array, { encoding }: Decoded, { text, edits }: FixedText): Uint8Array | Unfixed {
  const fixed = spliceBytes(bytes, encoding, edits);
  if ('unwritable' in fixed) return { ...fixed, encoding: encoding.name };
  try {
    const back = decode(fixed);
    const same =
      back.text === text && back.encoding.name === encoding.name && back.encoding.bom === encoding.bom;
    return same ? fixed : 'unsure';
  } catch {
    return 'unsure';
  }
}

/** Two things cannot both be on standard output. */
function refuseReportOnOutput(
  line: CommandLine,
  inputs: readonly Input[],
  language: InputOptions['language'],
): void {
  const stdin = inputs.some(({ kind }) => kind === 'stdin');
  if (!stdin && !line.fixDryRun) return;
  if (line.formats.length === 0) return;
  const target = readTargets(line).find(({ file }) => file === null);
  if (!target) return;
  const what = line.fixDryRun
    ? { zh: '改动（--fix-dry-run）', en: 'the diff (--fix-dry-run)' }
    : { zh: '改好的内容', en: 'the fixed text' };
  const data = { what: what[language], format: target.format };
  throw new UsageError('fix-output', { data, command: line.command });
}

/** The rules of `--fix-suggestions`, each of them one that the run knows. */
function readRules(line: CommandLine, inputs: readonly Input[], options: InputOptions): ReadonlySet<string> {
  const known = new Map(
    inputs.flatMap((input) =>
      options.settings
        .rulesetFor(pathOf(input, options.stdinFilename))
        .rules.map((rule) => [rule.id, rule] as const),
    ),
  );
  for (const rule of line.fixSuggestions)
    if (!known.has(rule)) throw unknownRule(rule, [...known.values()], line.command);
  return new Set(line.fixSuggestions);
}
