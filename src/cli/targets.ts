import { resolve } from 'node:path';
import { isReportFormat, REPORT_FORMATS, type ReportFormat } from '../reports/formats.ts';
import type { CommandLine } from './commandLine.ts';
import { UsageError } from './usageError.ts';

/** A report that was asked for and where it goes. */
export interface Target {
  readonly format: ReportFormat;
  /** As named, or null for standard output. */
  readonly file: string | null;
}

/**
 * The reports that `--format` and `--output` ask for, at most one to a place. `json=report.json` names its file;
 * the format without one goes to `--output`, else to standard output, and so does `-`.
 */
export function readTargets(line: CommandLine): readonly Target[] {
  const { command } = line;
  const asked = line.formats.length === 0 ? ['text'] : line.formats;
  const named = asked.map((word) => {
    const at = word.indexOf('=');
    const id = at < 0 ? word : word.slice(0, at);
    if (!isReportFormat(id)) {
      const known = REPORT_FORMATS;
      const data = { format: id, known: known.join(', ') };
      throw new UsageError('bad-format', { data, command, unknown: { word: id, known } });
    }
    if (word.endsWith('='))
      throw new UsageError('value-missing', { data: { option: `--format ${id}=` }, command });
    return { id, file: at < 0 ? null : word.slice(at + 1) };
  });
  // `-o all.txt -f json=all.json`: the text that -o is for was not named.
  if (line.output !== null && named.every(({ file }) => file !== null))
    named.push({ id: 'text', file: null });
  const targets = named.map(({ id, file }): Target => {
    const place = file ?? line.output;
    return { format: id, file: place === '-' ? null : place };
  });
  const places = targets.map(({ file }) => (file === null ? '-' : resolve(file)));
  if (new Set(places).size < places.length)
    throw new UsageError('formats-share-output', { data: {}, command });
  return targets;
}
