import { visible } from '../../reports/visible.ts';
import type { Language } from '../../reports/words.ts';
import { ConfigError } from '../../ruleset/configError.ts';
import { formatProblem } from '../../ruleset/formatProblem.ts';
import { shownPath } from '../inputs/paths.ts';
import { noteText } from '../messages.ts';

/** The problems of a config as the user sees them, paths relative to the working directory; null for other errors. */
export function describeConfigError(error: unknown, language: Language): string | null {
  if (!(error instanceof ConfigError)) return null;
  const problems = error.problems.map((problem) => {
    const builtin = problem.file.startsWith('rules/');
    return formatProblem(builtin ? problem : { ...problem, file: shownPath(problem.file) }, language);
  });
  const shown = problems.map((problem) => problem.split('\n').map(visible).join('\n')).join('\n\n');
  const count = noteText('config-problems', { count: problems.length }, language);
  return `${count}\n\n${shown}\n`;
}
