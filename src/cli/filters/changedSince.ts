import { onlyChanged } from '../../engine/filters/unchanged.ts';
import { lint } from '../../engine/lint.ts';
import { ReadError } from '../../model/errors.ts';
import type { FileReport } from '../../model/report.ts';
import { outline } from '../../outline/outline.ts';
import { read } from '../../readers/read.ts';
import { type InputOptions, pathOf } from '../checkInput.ts';
import type { Input } from '../inputs/inputs.ts';
import { readBytes } from '../inputs/readBytes.ts';
import type { History, OldFile } from './gitHistory.ts';

/**
 * The reports of a run with the findings among the suppressed ones that were there at the commit of the history: its
 * files are checked by the same rules. A file that has not changed is not checked again.
 *
 * @param files one for each input, in their order
 */
export async function findingsOfChange(
  files: readonly FileReport[],
  inputs: readonly Input[],
  history: History,
  options: InputOptions,
): Promise<readonly FileReport[]> {
  const filtered: FileReport[] = [];
  for (const [index, file] of files.entries()) {
    const input = inputs[index];
    const old = input && file.findings.length > 0 ? await oldFile(input, history, options) : null;
    filtered.push(
      old === null
        ? file
        : onlyChanged(file, await reportOf(file, old, pathOfInput(input, options), options)),
    );
  }
  return filtered;
}

function pathOfInput(input: Input | undefined, { stdinFilename }: InputOptions): string {
  return input ? pathOf(input, stdinFilename) : '';
}

async function oldFile(
  input: Input,
  history: History,
  { stdinFilename }: InputOptions,
): Promise<OldFile | null> {
  if (input.kind === 'problem' || (input.kind === 'stdin' && stdinFilename === null)) return null;
  const path = pathOf(input, stdinFilename);
  // Standard input has been read by now; that it is the same is found out by checking what it was.
  const bytes = input.kind === 'file' ? await readBytes(path).catch(() => null) : null;
  return history.before(path, bytes);
}

/** What is found in the old file; null where there was none, or nothing of it could be read: then all is new. */
async function reportOf(
  file: FileReport,
  old: OldFile,
  path: string,
  { settings, language, onFailure }: InputOptions,
): Promise<FileReport | null> {
  if (old.kind === 'none') return null;
  if (old.kind === 'same') return file;
  try {
    const { rules, formats } = settings.rulesetFor(path);
    const source = await read(old.name, old.bytes);
    return lint(outline(source, formats, settings.countyFor(path)), rules, language, { onFailure });
  } catch (error) {
    if (!(error instanceof ReadError)) onFailure(error);
    return null;
  }
}
