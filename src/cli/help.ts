import { displayWidth } from '../reports/displayWidth.ts';
import type { Language } from '../reports/words.ts';
import { hang, wrap } from '../reports/wrap.ts';
import type { Command } from './commandLine.ts';
import { COMMON, type HelpPage, PAGES } from './helpPages.ts';

/** Below this width, the explanation of an option stands under it. */
const NARROW = 60;

/** The help of a command, or of the tool. Ends with a line feed. */
export function helpText(command: Command | null, language: Language, width: number): string {
  const room = Math.min(width, 100);
  const page = PAGES[language][command ?? 'tool'];
  const lines = [...wrap(page.what, room), ''];
  const words = COMMON[language];
  lines.push(...hang(words.usage, page.usage, room, displayWidth(words.usage)));
  for (const { title, rows } of sections(page, language)) lines.push('', title, ...table(rows, room));
  for (const note of page.notes) lines.push('', ...wrap(note, room));
  return `${lines.join('\n')}\n`;
}

interface Section {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
}

function sections(page: HelpPage, language: Language): readonly Section[] {
  const common: Section = { title: COMMON[language].title, rows: COMMON[language].rows };
  return [...page.sections, common, ...page.after];
}

function table(rows: Section['rows'], width: number): readonly string[] {
  const left = Math.max(...rows.map(([name]) => displayWidth(name))) + 4;
  return rows.flatMap(([name, what]) => {
    if (width < NARROW) return [`  ${name}`, ...hang('      ', what, width, 6)];
    return hang(`  ${name}${' '.repeat(left - displayWidth(name) - 2)}`, what, width, left);
  });
}
