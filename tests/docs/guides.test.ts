import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMAND } from '../cli/qingdan.ts';
import { type GuideResult, isAsShown, partsOf, runPart, withResults } from '../support/guide.ts';

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const PAGES = [
  'new-county.md',
  'formats.md',
  'configuration.md',
  'writing-rules.md',
  'command-line.md',
  'reports.md',
  'ignoring.md',
  'fixing.md',
];

/** `UPDATE=1` writes what the commands print into the pages; read the difference before you commit it. */
const update = process.env.UPDATE === '1';

describe.each(PAGES.filter((page) => existsSync(`${docs}${page}`)))('what docs/%s shows', (name) => {
  const page = readFileSync(`${docs}${name}`, 'utf8');

  it('is what happens when somebody does it', async () => {
    const results = (await Promise.all(partsOf(page).map((part) => runPart(part, COMMAND)))).flat();
    if (update) {
      writeFileSync(`${docs}${name}`, withResults(page, results));
      return;
    }
    const wrong = results.filter((result) => !isAsShown(result));
    expect(wrong.map(({ command, printed }) => ({ command: command.command, printed }))).toEqual(
      wrong.map(({ command }) => ({ command: command.command, printed: command.expected })),
    );
  });
});

describe('the pages', () => {
  it('are all there', () => {
    expect(PAGES.filter((page) => !existsSync(`${docs}${page}`))).toEqual([]);
  });

  it('keep leaving out what they leave out when their outputs are written anew', () => {
    const page = '```console\n$ x\na\n…\nd 1\n```\n';
    const [command] = partsOf(page).flatMap(({ steps }) =>
      steps.flatMap((step) => (step.kind === 'console' ? step.commands : [])),
    );
    const results: GuideResult[] = command ? [{ command, printed: ['a', 'b', 'c', 'd 1', 'e'] }] : [];
    expect(withResults(page, results)).toBe('```console\n$ x\na\n…\nd 1\ne\n```\n');
  });

  it('tell a changed output from one that is as shown, lines left out included', () => {
    const result = (expected: string[], printed: string[]) => ({
      command: { command: 'x', expected, from: 0, to: 0 },
      printed,
    });
    expect(isAsShown(result(['a', '…', 'd', ''], ['a', 'b', 'c', 'd']))).toBe(true);
    expect(isAsShown(result(['a', '…', 'd'], ['a', 'b', 'c']))).toBe(false);
    expect(isAsShown(result(['a'], ['a', 'b']))).toBe(false);
    expect(isAsShown(result([''], []))).toBe(true);
    expect(isAsShown(result([''], ['a']))).toBe(false);
  });
});
