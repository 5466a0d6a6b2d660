import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { matches } from '../../ruleset/pathPatterns.ts';
import { isWithin } from '../inputs/confined.ts';
import { isPattern } from '../inputs/inputs.ts';
import { slashed } from '../inputs/paths.ts';
import { isDraft } from '../inputs/walk.ts';
import type { Settings } from '../settings/settings.ts';
import type { History } from './gitHistory.ts';

/** A draft that was there at the commit of a history and is not there any more, under no other name either. */
export interface RemovedDraft {
  /** Where it stood, absolute. */
  readonly path: string;
  /** From the top of the repository, with `/`. */
  readonly name: string;
}

/** The drafts that the operands would have stood for at the commit, and that are gone, in the order of git. */
export async function removedDrafts(
  operands: readonly string[],
  history: History,
  { isIgnored }: Pick<Settings, 'isIgnored'>,
): Promise<readonly RemovedDraft[]> {
  const wanted = operands.map(operandTest);
  return history.names().flatMap((name) => {
    const path = join(history.root, ...name.split('/'));
    const meant = isDraft(name) && wanted.some((test) => test(path)) && !isIgnored(path);
    return meant && !existsSync(path) ? [{ path, name }] : [];
  });
}

/** Whether a path that is not there any more is what an operand stands for, as `findInputs` does for those that are. */
function operandTest(operand: string): (path: string) => boolean {
  const folder = resolve(operand);
  if (!existsSync(folder) && isPattern(operand)) {
    const pattern = slashed(operand).replace(/^(?:\.\/)+/, '');
    const patterns = { folder: slashed(process.cwd()), patterns: [`/${pattern}`] };
    return (path) => matches(patterns, slashed(path)) && isVisible(relative(process.cwd(), path));
  }
  return (path) => isWithin(path, folder) && isVisible(relative(folder, path));
}

/** Whether a search of folders would not pass it over. */
function isVisible(name: string): boolean {
  return name.split(sep).every((part) => !/^(?:\.|~\$)/.test(part) && part !== 'node_modules');
}
