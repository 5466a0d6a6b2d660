import { relative, resolve } from 'node:path';
import { error, notice, warning } from '@actions/core';
import { slashed } from '../cli/inputs/paths.ts';
import type { Annotation } from './annotations.ts';

/**
 * Tells the runner of an annotation, as a workflow command on standard output.
 * @param root the folder that GitHub tells paths from, absolute
 */
export function markLine({ level, path, title, message, place }: Annotation, root: string): void {
  const file = slashed(relative(root, resolve(path)));
  const properties = { title, file, ...place };
  if (level === 'error') error(message, properties);
  else if (level === 'warning') warning(message, properties);
  else notice(message, properties);
}
