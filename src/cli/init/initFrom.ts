import { existsSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lint } from '../../engine/lint.ts';
import { inspectDocument } from '../../outline/inspect.ts';
import { type Learning, learnFormat } from '../../outline/learnFormat.ts';
import { outline } from '../../outline/outline.ts';
import { visible } from '../../reports/visible.ts';
import { REPORT_WORDS } from '../../reports/words.ts';
import { resolveFormats } from '../../ruleset/formatFiles.ts';
import { builtinRuleset } from '../../ruleset/load.ts';
import { readYaml } from '../../ruleset/yamlFile.ts';
import { nameOf, readDocument } from '../checkInput.ts';
import type { CommandLine } from '../commandLine.ts';
import type { Context } from '../context.ts';
import { slashed } from '../inputs/paths.ts';
import { inputOf } from '../inspect.ts';
import { noteText } from '../messages.ts';
import { writeStream } from '../output.ts';
import type { Settings } from '../settings/settings.ts';
import { UsageError } from '../usageError.ts';
import { writeFailure } from '../writeFailure.ts';
import { writeWhole } from '../writeWhole.ts';
import { doubtText, formatYaml } from './formatYaml.ts';

/** The id of a format nobody named. A county's name has none in ASCII without knowing how it is read. */
const NO_ID = 'county';
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/**
 * `qingdan init --from SAMPLE`: learns a format from a document, writes it as YAML, and says on standard error what it
 * was unsure of. Nothing is written when the sample holds no list, and no file that is there is written over.
 */
export async function initFrom(sample: string, line: CommandLine, context: Context): Promise<number> {
  const { language } = context;
  const id = line.county ?? NO_ID;
  if (!ID.test(id) || id === 'base') throw new UsageError('bad-format-id', { data: { id }, command: 'init' });
  const output = line.output === null || line.output === '-' ? null : line.output;
  if (output !== null && existsSync(resolve(output)))
    throw new UsageError('output-exists', { data: { file: output }, command: 'init' });
  const input = await inputOf(sample, 'init');
  const options = {
    settings: BASE_ONLY,
    language,
    stdinFilename: line.stdinFilename,
    onFailure: context.onFailure,
  };
  const name = nameOf(input, line.stdinFilename);
  const found = await readDocument(input, options);
  if ('error' in found) return failed(`${name}: ${found.error.message}`, found.error.code);
  const { formats, rules } = builtinRuleset();
  const base = formats.get('base');
  if (!base) throw new Error('the base format is missing');
  const learning = learnFormat(found.document.source, base);
  const nothing = lint(learning.document, [], language).error;
  if (nothing !== null)
    return failed(`${name}: ${nothing.message}\n${noteText('nothing-learned', {}, language)}`, nothing.code);
  const yaml = formatYaml(learning, { id, sample: basename(name), schema: schemaFor(output), language });
  const { findings } = lint(readAgain(yaml, learning, id), rules, language);
  if (output === null) await writeStream(process.stdout, yaml);
  else
    await writeWhole(resolve(output), yaml).catch((error: unknown) => {
      throw writeFailure(output, error, 'init', language);
    });
  await writeStream(
    process.stderr,
    visibleLines(summary(learning, findings.length, { id, name, output, language })),
  );
  return 0;
}

const BASE_ONLY: Settings = {
  rulesetFor: () => builtinRuleset(),
  countyFor: () => 'base',
  isIgnored: () => false,
};

async function failed(message: string, code: string): Promise<number> {
  await writeStream(process.stderr, visibleLines([message]));
  return code === 'internal' ? 3 : 2;
}

/** The sample read with the format as its file gives it: what was learned must survive being written down. */
function readAgain(yaml: string, { document }: Learning, id: string) {
  const file = readYaml(`${id}.yaml`, yaml);
  if ('problems' in file) throw new Error('the learned format is no YAML');
  const { formats, problems } = resolveFormats([file.file], builtinRuleset().formats);
  const [problem] = problems;
  if (problem) throw new Error(`the learned format cannot be loaded: ${problem.message.en}`);
  const again = outline(document.source, formats, id);
  const [first, second] = [document, again].map((one) =>
    JSON.stringify({ ...inspectDocument(one), format: '' }),
  );
  if (first !== second) throw new Error('the learned format reads the sample otherwise than it was learned');
  return again;
}

/** The schema that came with the command, where it is installed beside or below the format; an editor follows no other path. */
function schemaFor(output: string | null): string | null {
  const schema = fileURLToPath(new URL('../schemas/format.schema.json', import.meta.url));
  const from = output === null ? process.cwd() : dirname(resolve(output));
  const path = slashed(relative(process.cwd(), schema));
  return existsSync(schema) && path.startsWith('node_modules/') ? slashed(relative(from, schema)) : null;
}

interface Written {
  readonly id: string;
  readonly name: string;
  readonly output: string | null;
  readonly language: Context['language'];
}

function summary(
  { document, doubts }: Learning,
  findings: number,
  { id, name, output, language }: Written,
): readonly string[] {
  const items = document.lists.reduce((sum, list) => sum + list.items.length, 0);
  const data = { id, sample: name, lists: document.lists.length, items };
  const file = output ?? `${id}.yaml`;

  const asked = doubts.map((doubt) => {
    const place = doubt.at.length > 0 ? `${doubt.at.join('.')}${REPORT_WORDS[language].colon}` : '';
    return `- ${place}${doubtText(doubt, language)}`;
  });
  return [
    noteText('format-learned', data, language),
    noteText(output === null ? 'format-unsaved' : 'format-written', { file }, language),
    ...(id === NO_ID ? [noteText('format-unnamed', { id }, language)] : []),
    ...(asked.length > 0 ? [noteText('to-check', { count: asked.length }, language), ...asked] : []),
    noteText('format-use', { file }, language),
    // Last, for the command it names knows the format only when the config does.
    noteText(
      findings === 0 ? 'sample-silent' : 'sample-findings',
      { count: findings, id, sample: name },
      language,
    ),
  ];
}

function visibleLines(lines: readonly string[]): string {
  return lines.map((line) => `${line.split('\n').map(visible).join('\n')}\n`).join('');
}
