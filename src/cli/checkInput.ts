import { resolve } from 'node:path';
import { fileError } from '../engine/fileErrors.ts';
import { type LintWatch, lint } from '../engine/lint.ts';
import { failedFile } from '../engine/report.ts';
import type { ListDocument } from '../model/document.ts';
import { ReadError } from '../model/errors.ts';
import type { FileError, FileReport } from '../model/report.ts';
import type { Rule } from '../model/rule.ts';
import { outline } from '../outline/outline.ts';
import { read } from '../readers/read.ts';
import type { Language } from '../reports/words.ts';
import { type Input, problemOf } from './inputs/inputs.ts';
import { slashed } from './inputs/paths.ts';
import { readBytes, readStdin } from './inputs/readBytes.ts';
import type { Settings } from './settings/settings.ts';

/** Everything that one or the other of two wants to know; the first hears of a document first. */
export function watchedBy(one: RunWatch = {}, other: RunWatch = {}): RunWatch {
  return {
    ...one,
    ...other,
    onDocument: (document, rules) => {
      one.onDocument?.(document, rules);
      other.onDocument?.(document, rules);
    },
  };
}

/** How standard input is called where `--stdin-filename` says nothing. */
const STDIN = '<stdin>';

/** What reading and checking need beside the input. */
export interface InputOptions {
  readonly settings: Settings;
  readonly language: Language;
  readonly stdinFilename: string | null;
  /** Told of the tool's own failures, for `--debug`. */
  readonly onFailure: (error: unknown) => void;
  /** Told of the run, for `--timing` and `--unused`. */
  readonly watch?: RunWatch;
}

/** Who wants to know more of a run than stands in its report. */
export interface RunWatch extends LintWatch {
  /** Told of the bytes of each file as they were read. */
  readonly onBytes?: (bytes: Uint8Array) => void;
  /** Told of each document before it is checked. */
  readonly onDocument?: (document: ListDocument, rules: readonly Rule[]) => void;
  /** Told how long reading a file took, in milliseconds, `outline` included. */
  readonly onRead?: (milliseconds: number) => void;
}

/** A document and the rules for it, or why there is none. */
export type ReadResult =
  | { readonly document: ListDocument; readonly rules: readonly Rule[] }
  | { readonly error: FileError };

/** Reads one input. Whatever goes wrong with it is a value, so that the others are still read. */
export async function readDocument(input: Input, options: InputOptions): Promise<ReadResult> {
  const { settings, language, onFailure } = options;
  if (input.kind === 'problem') return { error: fileError(input.code, {}, language) };
  const name = nameOf(input, options.stdinFilename);
  const path = pathOf(input, options.stdinFilename);
  try {
    const bytes = input.kind === 'file' ? await readBytes(path) : await readStdin();
    options.watch?.onBytes?.(bytes);
    const source = await read(name, bytes);
    const { rules, formats } = settings.rulesetFor(path);
    return { document: outline(source, formats, settings.countyFor(path)), rules };
  } catch (error) {
    return { error: readFailure(error, language, onFailure) };
  }
}

/** What went wrong while an input was read, as the error of its report. */
export function readFailure(
  error: unknown,
  language: Language,
  onFailure: InputOptions['onFailure'],
): FileError {
  if (error instanceof ReadError) return fileError(error.code, error.data, language);
  if (isSystemError(error)) return fileError(problemOf(error), {}, language);
  return toolError(error, 'read', language, onFailure);
}

/** Reads and checks one input. */
export async function checkInput(input: Input, options: InputOptions): Promise<FileReport> {
  const { language, onFailure } = options;
  const before = options.watch?.now?.() ?? 0;
  const result = await readDocument(input, options);
  if (options.watch?.now) options.watch.onRead?.(options.watch.now() - before);
  if ('document' in result) {
    options.watch?.onDocument?.(result.document, result.rules);
    try {
      return lint(result.document, result.rules, language, { ...options.watch, onFailure });
    } catch (error) {
      return failed(input, options, toolError(error, 'check', language, onFailure));
    }
  }
  return failed(input, options, result.error);
}

/** How an input is called in reports. */
export function nameOf(input: Input, stdinFilename: string | null): string {
  if (input.kind === 'stdin') return stdinFilename === null ? STDIN : slashed(stdinFilename);
  return input.name;
}

/** The absolute path that the config's globs are compared with. */
export function pathOf(input: Input, stdinFilename: string | null): string {
  return input.kind === 'file' ? input.path : resolve(nameOf(input, stdinFilename));
}

/** The report of an input that could not be read or checked. */
export function failed(
  input: Input,
  { stdinFilename, language }: InputOptions,
  error: FileError,
): FileReport {
  return { ...failedFile(nameOf(input, stdinFilename), 'internal', {}, language), error };
}

function toolError(
  error: unknown,
  where: string,
  language: Language,
  onFailure: InputOptions['onFailure'],
): FileError {
  onFailure(error);
  const reason = error instanceof Error ? error.message : String(error);
  return fileError('internal', { where, reason }, language);
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
