import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FileReport } from '../../model/report.ts';
import type { Rule } from '../../model/rule.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { checkInput, type InputOptions } from '../checkInput.ts';
import type { Input } from '../inputs/inputs.ts';
import { systemCode } from '../inputs/paths.ts';
import { readBytes } from '../inputs/readBytes.ts';
import { BUILD } from '../version.ts';
import { writeWhole } from '../writeWhole.ts';

/** A file on the disk among the inputs. */
type FileInput = Extract<Input, { readonly kind: 'file' }>;

/** What is remembered of one file: a line of JSON, and the report of the file as a second one. */
interface EntryHead {
  /** Absolute path of the file. */
  readonly file: string;
  /** Hash of everything that the report depends on. */
  readonly key: string;
  /** Hash of the second line. */
  readonly sum: string;
}

/** What came of looking a file up: its report, that it has to be checked, or that its entry is damaged. */
export type CacheAnswer = FileReport | 'absent' | 'damaged';

/**
 * The report of a file from an earlier run, if everything that it depends on is as it was: the bytes of the file and its
 * name, the rules with their options and severities, the formats, the county asked for, the language, the tool (its own
 * bytes, not its version number) and Node. A file that cannot be read is absent.
 */
export async function lookUp(folder: string, input: FileInput, options: InputOptions): Promise<CacheAnswer> {
  const entry = await readFile(entryOf(folder, input), 'utf8').catch(() => null);
  if (entry === null) return 'absent';
  const head = headOf(entry);
  const body = entry.slice(entry.indexOf('\n') + 1);
  if (head === null || sha256(body) !== head.sum) return 'damaged';
  const bytes = await readBytes(input.path).catch(() => null);
  if (bytes === null || head.key !== keyOf(input, bytes, options)) return 'absent';
  return JSON.parse(body) as FileReport;
}

/**
 * Checks a file and remembers its report, under the bytes that were checked. Failures of the tool and of reading are not
 * remembered. That the entry cannot be written is told to `onUnwritten` with the system's code; it is no failure.
 */
export async function checkAndRemember(
  folder: string,
  input: FileInput,
  options: InputOptions,
  onUnwritten: (code: string) => void,
): Promise<FileReport> {
  let key: string | null = null;
  const report = await checkInput(input, {
    ...options,
    watch: {
      ...options.watch,
      onBytes: (bytes) => {
        key = keyOf(input, bytes, options);
      },
    },
  });
  if (key === null || report.reader === null || report.error?.code === 'internal') return report;
  const body = JSON.stringify(report);
  const head: EntryHead = { file: input.path, key, sum: sha256(body) };
  try {
    await writeWhole(entryOf(folder, input), `${JSON.stringify(head)}\n${body}`);
  } catch (error) {
    onUnwritten(systemCode(error));
  }
  return report;
}

/** Makes the folder, marked so that neither git nor backups take it in. Gives the system's code when that is not possible. */
export async function openCache(folder: string): Promise<string | null> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch(ignoreExisting);
    const tag =
      'Signature: 8a477f597d28d172789f06886806bc55\n# Cache of qingdan check. It may be deleted at any time.\n';
    await writeFile(join(folder, 'CACHEDIR.TAG'), tag, { flag: 'wx' }).catch(ignoreExisting);
    return null;
  } catch (error) {
    return systemCode(error) || String(error);
  }
}

function ignoreExisting(error: unknown): void {
  if (systemCode(error) !== 'EEXIST') throw error;
}

const ENTRY = /^[0-9a-f]{40}\.json$/;
/** Entries of files outside the run that are looked at, beside one for each file of the run. */
const LOOKED_AT = 100;
/** Milliseconds after which a file that a stopped run left half written is of no use to anyone. */
const LEFT_OVER = 3_600_000;

/**
 * Removes entries of files that are no more. Only so many are looked at in one run that it costs less than the run itself;
 * where they begin is drawn, so that each has its turn.
 */
export async function prune(folder: string, inputs: readonly Input[]): Promise<void> {
  const own = new Set(inputs.flatMap((input) => (input.kind === 'file' ? [nameOf(input.name)] : [])));
  const names = await readdir(folder).catch(() => []);
  const others = names.filter((name) => ENTRY.test(name) && !own.has(name));
  const start = Math.floor(Math.random() * others.length);
  const count = Math.min(others.length, inputs.length + LOOKED_AT);
  for (let i = 0; i < count; i++) {
    const path = join(folder, others[(start + i) % others.length] ?? '');
    const head = headOf(await readFile(path, 'utf8').catch(() => ''));
    if (head === null || (await isGone(head.file))) await unlink(path).catch(() => undefined);
  }
  for (const name of names.filter((name) => name.startsWith('.') && name.endsWith('.tmp'))) {
    const facts = await stat(join(folder, name)).catch(() => null);
    if (facts !== null && Date.now() - facts.mtimeMs > LEFT_OVER)
      await unlink(join(folder, name)).catch(() => undefined);
  }
}

async function isGone(file: string): Promise<boolean> {
  return stat(file).then(
    () => false,
    (error: unknown) => ['ENOENT', 'ENOTDIR'].includes(systemCode(error)),
  );
}

function entryOf(folder: string, input: FileInput): string {
  return join(resolve(folder), nameOf(input.name));
}

function nameOf(inputName: string): string {
  return `${sha256(inputName).slice(0, 40)}.json`;
}

function headOf(entry: string): EntryHead | null {
  try {
    const head: unknown = JSON.parse(entry.slice(0, Math.max(0, entry.indexOf('\n'))));
    if (typeof head !== 'object' || head === null) return null;
    const { file, key, sum } = head as Partial<EntryHead>;
    return file === undefined || key === undefined || sum === undefined ? null : { file, key, sum };
  } catch {
    return null;
  }
}

function keyOf(input: FileInput, bytes: Uint8Array, { settings, language }: InputOptions): string {
  const hash = createHash('sha256');
  const ruleset = rulesetHash(settings.rulesetFor(input.path));
  const county = settings.countyFor(input.path) ?? '';
  hash.update(JSON.stringify([BUILD, process.version, language, input.name, county, ruleset]));
  return hash.update(bytes).digest('hex');
}

const rulesetHashes = new WeakMap<readonly Rule[], string>();

function rulesetHash({ rules, formats }: Ruleset): string {
  const known = rulesetHashes.get(rules);
  if (known !== undefined) return known;
  // What of a rule reaches the report of a file, in the order in which rules run.
  const used = rules.map(({ id, check, severity, on, options, messages }) => ({
    ...{ id, check, severity, on, options, messages },
  }));
  const hash = sha256(JSON.stringify([used, [...formats]]));
  rulesetHashes.set(rules, hash);
  return hash;
}

function sha256(words: string): string {
  return createHash('sha256').update(words).digest('hex');
}
