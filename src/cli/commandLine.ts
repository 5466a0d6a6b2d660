import { parseArgs } from 'node:util';
import { FAIL_ON, type FailOn } from '../engine/exitCode.ts';
import type { Language } from '../reports/words.ts';
import { CACHE_FOLDER } from './scale/cacheFolder.ts';
import type { Shard } from './scale/shard.ts';
import { UsageError } from './usageError.ts';

/** The commands of `qingdan`. */
export const COMMANDS = ['check', 'merge', 'inspect', 'rules', 'init'] as const;
export type Command = (typeof COMMANDS)[number];

interface OptionShape {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** A flag that may bring a value behind `=`; a word behind it is none, it would swallow a path. */
  readonly mayHaveValue?: true;
  readonly commands: readonly Command[];
}

/** Every option: what it takes and which commands know it. One table, so that an option means the same everywhere. */
const OPTIONS = {
  help: { type: 'boolean', short: 'h', commands: COMMANDS },
  version: { type: 'boolean', short: 'V', commands: COMMANDS },
  lang: { type: 'string', commands: COMMANDS },
  debug: { type: 'boolean', commands: COMMANDS },
  county: { type: 'string', commands: ['check', 'inspect', 'init'] },
  config: { type: 'string', short: 'c', commands: ['check', 'inspect', 'rules'] },
  format: { type: 'string', short: 'f', commands: ['check', 'merge', 'rules'] },
  output: { type: 'string', short: 'o', commands: ['check', 'merge', 'inspect', 'init'] },
  quiet: { type: 'boolean', short: 'q', commands: ['check', 'merge'] },
  'fail-on': { type: 'string', commands: ['check', 'merge'] },
  baseline: { type: 'string', commands: ['check', 'merge'] },
  'changed-since': { type: 'string', commands: ['check'] },
  'update-baseline': { type: 'boolean', commands: ['check', 'merge'] },
  'max-warnings': { type: 'string', commands: ['check', 'merge'] },
  color: { type: 'boolean', commands: ['check', 'merge', 'rules'] },
  'no-color': { type: 'boolean', commands: ['check', 'merge', 'rules'] },
  'no-ignore': { type: 'boolean', commands: ['check'] },
  cache: { type: 'boolean', mayHaveValue: true, commands: ['check'] },
  jobs: { type: 'string', short: 'j', commands: ['check'] },
  shard: { type: 'string', commands: ['check'] },
  fix: { type: 'boolean', commands: ['check'] },
  'fix-suggestions': { type: 'string', commands: ['check'] },
  'fix-dry-run': { type: 'boolean', commands: ['check'] },
  watch: { type: 'boolean', commands: ['check'] },
  timing: { type: 'boolean', commands: ['check'] },
  unused: { type: 'boolean', commands: ['check'] },
  update: { type: 'boolean', commands: ['rules'] },
  'stdin-filename': { type: 'string', commands: ['check', 'inspect', 'init'] },
  from: { type: 'string', commands: ['init'] },
} as const satisfies Readonly<Record<string, OptionShape>>;

type OptionName = keyof typeof OPTIONS;

/** A command line, understood. */
export interface CommandLine {
  /** Null when none was given. */
  readonly command: Command | null;
  /** What stands after the command. */
  readonly operands: readonly string[];
  readonly help: boolean;
  readonly lang: Language | null;
  readonly version: boolean;
  readonly debug: boolean;
  readonly quiet: boolean;
  readonly ignore: boolean;
  /** Null: as the terminal and the environment say. */
  readonly color: boolean | null;
  readonly county: string | null;
  readonly config: string | null;
  /** As given: `json`, `json=report.json`. */
  readonly formats: readonly string[];
  readonly output: string | null;
  readonly maxWarnings: number | null;
  readonly failOn: FailOn;
  /** A file of known findings. */
  readonly baseline: string | null;
  /** Whether the baseline is to be written anew. */
  readonly updateBaseline: boolean;
  /** A git ref: only findings count that were not there where the work parted from it. */
  readonly changedSince: string | null;
  readonly stdinFilename: string | null;
  /** The folder in which reports are remembered; null for none. */
  readonly cache: string | null;
  /** How many threads check the files; null as `auto`. */
  readonly jobs: number | 'auto' | null;
  /** The part of the files to check; null for all. */
  readonly shard: Shard | null;
  /** Whether safe fixes are written into the files. */
  readonly fix: boolean;
  /** Rules whose suggestions are applied as well. */
  readonly fixSuggestions: readonly string[];
  /** Whether fixes are only shown. */
  readonly fixDryRun: boolean;
  /** Whether to stay and check what changes. */
  readonly watch: boolean;
  /** Whether to say how long each rule took. */
  readonly timing: boolean;
  /** Whether to say what never matched. */
  readonly unused: boolean;
  /** Whether `rules test` writes down what it finds. */
  readonly update: boolean;
  /** The document that `init` learns a format from. */
  readonly from: string | null;
}

/** Reads the arguments after `qingdan`. Throws `UsageError` for what no command understands. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const command = readCommand(words);
  const help =
    words[0] === 'help' || tokens.some((token) => token.kind === 'option' && token.name === 'help');
  // Someone who asks for help gets it, whatever else is wrong with the line.
  const given = help
    ? []
    : tokens.flatMap((token) => (token.kind === 'option' ? [readOption(token, command)] : []));
  const flag = (name: OptionName): boolean => given.some((option) => option.name === name);
  const values = (name: OptionName): readonly string[] =>
    given.flatMap((option) => (option.name === name && option.value !== null ? [option.value] : []));
  const last = (name: OptionName): string | null => values(name).at(-1) ?? null;
  const colors = given.filter(({ name }) => name === 'color' || name === 'no-color');
  return {
    command,
    operands: words.slice(1),
    help,
    lang: readLanguage(last('lang'), command),
    version: flag('version'),
    debug: flag('debug'),
    quiet: flag('quiet'),
    ignore: !flag('no-ignore'),
    color: colors.length === 0 ? null : colors.at(-1)?.name === 'color',
    county: last('county'),
    config: last('config'),
    formats: values('format'),
    output: last('output'),
    maxWarnings: readCount(last('max-warnings'), command),
    failOn: readFailOn(last('fail-on'), command),
    baseline: last('baseline'),
    updateBaseline: flag('update-baseline'),
    changedSince: last('changed-since'),
    stdinFilename: last('stdin-filename'),
    cache: flag('cache') ? (last('cache') ?? CACHE_FOLDER) : null,
    jobs: readJobs(last('jobs'), command),
    shard: readShard(last('shard'), command),
    fix: flag('fix'),
    fixSuggestions: values('fix-suggestions')
      .flatMap((rules) => rules.split(/[,，]/))
      .map((rule) => rule.trim())
      .filter((rule) => rule !== ''),
    fixDryRun: flag('fix-dry-run'),
    watch: flag('watch'),
    timing: flag('timing'),
    unused: flag('unused'),
    update: flag('update'),
    from: last('from'),
  };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function readOption(
  { name, rawName, value, inlineValue }: OptionToken,
  command: Command | null,
): { readonly name: OptionName; readonly value: string | null } {
  if (!isOption(name)) throw unknownOption(rawName, command);
  if (command !== null && !knows(command, name)) {
    throw new UsageError('option-of-other-command', { data: { option: rawName, command }, command });
  }
  if (OPTIONS[name].type === 'boolean') {
    if (value === undefined) return { name, value: null };
    if ('mayHaveValue' in OPTIONS[name] && value !== '') return { name, value };
    throw new UsageError('value-not-wanted', { data: { option: rawName, value }, command });
  }
  // `--config --quiet`: the next option was taken for the value.
  if (value === undefined || value === '' || (!inlineValue && /^-./.test(value))) {
    throw new UsageError('value-missing', { data: { option: rawName }, command });
  }
  return { name, value };
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

function knows(command: Command, name: OptionName): boolean {
  return (OPTIONS[name].commands as readonly Command[]).includes(command);
}

function isCommand(word: string): word is Command {
  return (COMMANDS as readonly string[]).includes(word);
}

function readCommand(words: readonly string[]): Command | null {
  const word = words[0] === 'help' ? words[1] : words[0];
  if (word === undefined || isCommand(word)) return word ?? null;
  throw new UsageError('unknown-command', {
    data: { command: word },
    command: null,
    unknown: { word, known: COMMANDS },
  });
}

function unknownOption(option: string, command: Command | null): UsageError {
  const known = Object.keys(OPTIONS)
    .filter(isOption)
    .filter((name) => command === null || knows(command, name))
    .map((name) => `--${name}`);
  return new UsageError('unknown-option', { data: { option }, command, unknown: { word: option, known } });
}

function readCount(value: string | null, command: Command | null): number | null {
  if (value === null) return null;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError('bad-max-warnings', { data: { value }, command });
  return Number(value);
}

function readJobs(value: string | null, command: Command | null): number | 'auto' | null {
  if (value === null || value === 'auto') return value;
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new UsageError('bad-jobs', { data: { value }, command });
  return Number(value);
}

/** `2/4`: part 2 of 4. */
function readShard(value: string | null, command: Command | null): Shard | null {
  if (value === null) return null;
  const [index = 0, count = 0] = /^\d{1,4}\/\d{1,4}$/.test(value) ? value.split('/').map(Number) : [];
  if (index < 1 || index > count) throw new UsageError('bad-shard', { data: { value }, command });
  return { index, count };
}

function readFailOn(value: string | null, command: Command | null): FailOn {
  if (value === null) return 'error';
  const known = FAIL_ON.find((one) => one === value);
  if (known !== undefined) return known;
  const unknown = { word: value, known: FAIL_ON };
  throw new UsageError('bad-fail-on', { data: { value }, command, unknown });
}

function readLanguage(value: string | null, command: Command | null): Language | null {
  if (value === null || value === 'zh' || value === 'en') return value;
  throw new UsageError('bad-lang', { data: { value }, command });
}
