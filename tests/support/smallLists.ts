import { lint } from '../../src/engine/lint.ts';
import type { ListDocument } from '../../src/model/document.ts';
import { outline } from '../../src/outline/outline.ts';
import { read } from '../../src/readers/read.ts';
import { currentRuleset } from './builtins.ts';

const { rules, formats } = currentRuleset();

/** A text read as the command reads a file of that name. */
export async function documentOf(text: string, path = 'list.md'): Promise<ListDocument> {
  return outline(await read(path, new TextEncoder().encode(text)), formats);
}

/** `item rule message` of every finding of all rules at warning and above. */
export async function found(text: string, path?: string): Promise<readonly string[]> {
  const { findings } = lint(await documentOf(text, path), rules, 'zh');
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ ruleId, location, message }) => `${location.item ?? '-'} ${ruleId} ${message}`);
}

/** A coordinating list of a street: its header row and its other rows. */
export const coordinating = (headers: string, ...rows: readonly string[]): string =>
  `# 临河街道配合履职事项清单\n\n${headers}\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`;
