import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { demandOf } from '../../checks/general/schemaDemands.ts';
import type { NamedReport } from '../../engine/mergeReports.ts';
import { validateReport } from '../../engine/validateReport.generated.js';
import { compareNames } from '../../model/pathOrder.ts';
import type { Report } from '../../model/report.ts';
import type { Language } from '../../reports/words.ts';
import { globPaths } from '../inputs/globPaths.ts';
import { shownPath, slashed, systemCode } from '../inputs/paths.ts';
import { UsageError } from '../usageError.ts';

const command = 'merge';

/**
 * The absolute paths of the reports that the operands of `merge` stand for, each once: files, the `.json` files below
 * folders, and what patterns match. What folders and patterns find is left out when it is `notThese` (absolute paths):
 * the report to be written is none to be read. Throws UsageError for what leads to nothing.
 */
export async function findReports(
  operands: readonly string[],
  notThese: ReadonlySet<string>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const operand of operands) {
    const path = resolve(operand);
    const facts = await stat(path).catch(() => null);
    if (facts !== null && !facts.isDirectory()) {
      found.push(path);
      continue;
    }
    const below = facts === null ? await matching(operand) : await reportsBelow(path);
    const reports = below.filter((file) => !notThese.has(file));
    if (reports.length === 0) {
      const isPattern = facts !== null || /[*?[\]{}]/.test(operand);
      throw new UsageError(isPattern ? 'no-reports' : 'report-missing', {
        data: { path: operand, file: operand },
        command,
      });
    }
    found.push(...reports);
  }
  return [...new Set(found)];
}

async function matching(pattern: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const { path, isFolder } of await globPaths(slashed(pattern)))
    paths.push(...(isFolder ? await reportsBelow(path) : [path]));
  return paths;
}

/** In the order of names, files before the folders beside them. */
async function reportsBelow(folder: string): Promise<readonly string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    throw unreadable(folder, error);
  }
  const named = entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => compareNames(a.name, b.name));
  const files = named.filter((entry) => entry.isFile() && entry.name.endsWith('.json'));
  const found = files.map(({ name }) => join(folder, name));
  for (const entry of named)
    if (entry.isDirectory()) found.push(...(await reportsBelow(join(folder, entry.name))));
  return found;
}

/**
 * The report in a file, checked against its schema.
 * @param path absolute
 * @throws UsageError when it cannot be read, is no JSON or no report
 */
export async function readReport(path: string, language: Language): Promise<NamedReport> {
  const name = shownPath(path);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, error);
  });
  let data: unknown;
  try {
    data = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError('report-not-json', { data: { file: name, reason }, command });
  }
  const version = versionOf(data);
  if (version !== null && version > 1)
    throw new UsageError('report-of-newer-tool', { data: { file: name, version: `${version}` }, command });
  if (isReport(data)) return { name, report: data };
  throw new UsageError('not-a-report', { data: { file: name, reason: whyNot(language) }, command });
}

function versionOf(data: unknown): number | null {
  if (typeof data !== 'object' || data === null || !('schemaVersion' in data)) return null;
  return typeof data.schemaVersion === 'number' ? data.schemaVersion : null;
}

function isReport(data: unknown): data is Report {
  return validateReport(data);
}

/** The first thing that does not fit: where, as a path of keys, and what is asked for. */
function whyNot(language: Language): string {
  const [error] = validateReport.errors ?? [];
  if (!error) return '';
  const place = error.instancePath === '' ? '/' : error.instancePath;
  const demand = demandOf(error)[language];
  return `${place} ${demand}`;
}

function unreadable(path: string, error: unknown): UsageError {
  const data = { file: shownPath(path), reason: systemCode(error) };
  return new UsageError('report-unreadable', { data, command });
}
