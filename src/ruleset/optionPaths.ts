import type { Rule } from '../model/rule.ts';
import { isListChange } from './mergeOptions.ts';
import type { DataPath } from './yamlFile.ts';

/**
 * The path, in the file that wrote them, of something in merged options: an entry that `add` put at the end of a list stands
 * under `add`. Null when the file did not write it.
 * @param written the options of the file
 * @param merged the options they became part of, before defaults
 */
export function pathInWritten(
  written: Rule['options'],
  merged: Rule['options'],
  path: DataPath,
): DataPath | null {
  const [key, index, ...rest] = path;
  if (typeof key !== 'string') return path;
  if (!Object.hasOwn(written, key)) return null;
  const own = written[key];
  const list = merged[key];
  if (!isListChange(own) || !Array.isArray(list) || index === undefined) return path;
  const added = (own.add ?? []).indexOf(list[Number(index)]);
  return added < 0 ? null : [key, 'add', added, ...rest];
}
