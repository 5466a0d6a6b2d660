import { getInput } from '@actions/core';
import type { Language } from '../reports/words.ts';
import { InputError } from './inputError.ts';

/** GitHub shows ten annotations of each level for a step and drops the others. */
export const MAX_ANNOTATIONS = 10;

/** A report to write: `format` is for the command line to judge. */
export interface WantedReport {
  readonly format: string;
  readonly file: string;
}

/** The inputs of `action.yml`, understood. Texts that were left empty are null. */
export interface Inputs {
  readonly paths: readonly string[];
  readonly config: string | null;
  readonly configFrom: 'head' | 'base';
  readonly county: string | null;
  readonly failOn: string | null;
  readonly maxWarnings: string | null;
  readonly baseline: string | null;
  /** `2/4`, for the command line to judge. */
  readonly shard: string | null;
  /** JSON reports to join in place of checking; empty: check. */
  readonly merge: readonly string[];
  readonly changedOnly: boolean;
  readonly base: string | null;
  readonly reports: readonly WantedReport[];
  readonly language: Language;
  /** Of each level, at most. */
  readonly annotations: number;
  readonly workingDirectory: string | null;
}

/** The language, before anything else is read, so that what is wrong with the rest can be said in it. */
export function readLanguage(): Language {
  return getInput('language') === 'en' ? 'en' : 'zh';
}

/** Reads `INPUT_…` of the environment. Throws InputError for a value that means nothing. */
export function readInputs(): Inputs {
  const text = (name: string): string | null => getInput(name) || null;
  const base = text('base');
  if (base?.startsWith('-')) throw new InputError('bad-base', { value: base });
  const inputs: Inputs = {
    paths: readPaths(getInput('paths')),
    config: text('config'),
    configFrom: oneOf('config-from', ['head', 'base'], 'head'),
    county: text('county'),
    failOn: text('fail-on'),
    maxWarnings: text('max-warnings'),
    baseline: text('baseline'),
    shard: text('shard'),
    merge: linesOf(getInput('merge')),
    changedOnly: oneOf('changed-only', ['true', 'false'], 'false') === 'true',
    base,
    reports: readReports(getInput('reports')),
    language: oneOf('language', ['zh', 'en'], 'zh'),
    annotations: readAnnotations(getInput('annotations')),
    workingDirectory: text('working-directory'),
  };
  refuseBesideMerge(inputs);
  return inputs;
}

/** What only a check can do would be passed over in silence. */
function refuseBesideMerge(inputs: Inputs): void {
  if (inputs.merge.length === 0) return;
  const others = {
    shard: inputs.shard,
    baseline: inputs.baseline,
    'changed-only': inputs.changedOnly || null,
    'config-from': inputs.configFrom === 'base' || null,
    config: inputs.config,
    county: inputs.county,
  };
  for (const [name, value] of Object.entries(others)) {
    if (value !== null) throw new InputError('not-with-merge', { name });
  }
}

/** One path a line: names may hold spaces. */
function readPaths(text: string): readonly string[] {
  const paths = linesOf(text);
  if (paths.includes('-')) throw new InputError('no-stdin', {});
  return paths.length === 0 ? ['.'] : paths;
}

/** `sarif=out.sarif html=报告.html`; a file whose name holds a space stands in a line of its own. */
function readReports(text: string): readonly WantedReport[] {
  return linesOf(text)
    .flatMap((line) => (/^\S+(?:\s+[\w-]+=\S+)+$/.test(line) ? line.split(/\s+/) : [line]))
    .map((word) => {
      const at = word.indexOf('=');
      const [format, file] = [word.slice(0, Math.max(0, at)), word.slice(at + 1)];
      if (format === '' || file === '' || file === '-') throw new InputError('bad-report', { value: word });
      return { format, file };
    });
}

function readAnnotations(text: string): number {
  if (text === '' || text === 'true') return MAX_ANNOTATIONS;
  if (text === 'false') return 0;
  const count = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  if (!(count <= MAX_ANNOTATIONS)) throw new InputError('bad-annotations', { value: text });
  return count;
}

function oneOf<Word extends string>(name: string, words: readonly Word[], usual: Word): Word {
  const value = getInput(name);
  if (value === '') return usual;
  const word = words.find((known) => known === value);
  if (word === undefined) throw new InputError('bad-value', { name, value, known: words.join(', ') });
  return word;
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
