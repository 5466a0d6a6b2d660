import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { lint } from '../engine/lint.ts';
import { inspectDocument } from '../outline/inspect.ts';
import { visible } from '../reports/visible.ts';
import { nameOf, readDocument } from './checkInput.ts';
import type { CommandLine } from './commandLine.ts';
import type { Context } from './context.ts';
import type { Input } from './inputs/inputs.ts';
import { shownPath } from './inputs/paths.ts';
import { writeStream } from './output.ts';
import { loadSettings } from './settings/settings.ts';
import { UsageError } from './usageError.ts';
import { writeFailure } from './writeFailure.ts';
import { writeWhole } from './writeWhole.ts';

/**
 * `qingdan inspect`: prints one document as JSON. Exit code 2 when it cannot be read or holds no list; what was
 * read is printed all the same.
 */
export async function inspect(line: CommandLine, context: Context): Promise<number> {
  const { language } = context;
  const [operand = '-', ...others] = line.operands;
  if (others.length > 0) {
    const data = { count: String(line.operands.length) };
    throw new UsageError('one-document', { data, command: 'inspect' });
  }
  const input = await inputOf(operand, 'inspect');
  const settings = await loadSettings(line);
  const options = { settings, language, stdinFilename: line.stdinFilename, onFailure: context.onFailure };
  const name = nameOf(input, line.stdinFilename);
  const found = await readDocument(input, options);
  const error = 'error' in found ? found.error : lint(found.document, [], language).error;
  if (!('error' in found)) {
    const json = `${JSON.stringify(inspectDocument(found.document), null, 2)}\n`;
    if (line.output === null || line.output === '-') await writeStream(process.stdout, json);
    else {
      if (input.kind === 'file' && resolve(line.output) === input.path) {
        throw new UsageError('output-is-input', { data: { file: line.output }, command: 'inspect' });
      }
      await writeWhole(resolve(line.output), json).catch((failure: unknown) => {
        throw writeFailure(line.output ?? '', failure, 'inspect', language);
      });
    }
  }
  if (error === null) return 0;
  await writeStream(process.stderr, `${visible(`${name}: ${error.message}`)}\n`);
  return error.code === 'internal' ? 3 : 2;
}

/** The one document that an operand names; `-` is standard input. */
export async function inputOf(operand: string, command: 'inspect' | 'init'): Promise<Input> {
  if (operand === '-') return { kind: 'stdin' };
  const path = resolve(operand);
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() ?? false;
  if (isFolder) throw new UsageError('not-a-document', { data: { path: operand, command }, command });
  return { kind: 'file', path, name: shownPath(path) };
}
