import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/engine/lint.ts';
import type { FileReport } from '../src/model/report.ts';
import { outline } from '../src/outline/outline.ts';
import { read } from '../src/readers/read.ts';
import { currentRuleset } from './support/builtins.ts';
import { okFixture, okFixtureNames } from './support/okFixtures.ts';

const { rules, formats } = currentRuleset();
const bad = new URL('../fixtures/bad/', import.meta.url);

async function check(path: string, bytes: Uint8Array): Promise<FileReport> {
  const report = lint(outline(await read(path, bytes), formats), rules, 'zh');
  expect(report.error).toBeNull();
  return report;
}

/** A finding as `*.expected.json` writes it. */
interface Expected {
  readonly rule: string;
  readonly list: string | null;
  readonly item: number | null;
  readonly column: string | null;
  readonly message: string;
  /** `line:column`, as an editor shows it. */
  readonly start: string;
  readonly end: string;
}

function findingsOf({ findings }: FileReport): readonly Expected[] {
  return findings.map(({ ruleId, message, location: { list, item, column, start, end } }) => ({
    rule: ruleId,
    list,
    item,
    column,
    message,
    start: `${start.line}:${start.column}`,
    end: `${end.line}:${end.column}`,
  }));
}

/** `rule/case.md` of every case. */
const cases = readdirSync(bad, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(new URL(`${name}/`, bad))
      .filter((file) => /\.(md|txt)$/.test(file))
      .map((file) => ({ rule: name, file })),
  );

describe('a faulty document of fixtures/bad gives just the findings that stand beside it', () => {
  for (const { rule, file } of cases) {
    it(`${rule}/${file}`, async () => {
      const bytes = new Uint8Array(readFileSync(new URL(`${rule}/${file}`, bad)));
      const found = findingsOf(await check(file, bytes));
      const expected = new URL(`${rule}/${file.replace(/\.(md|txt)$/, '.expected.json')}`, bad);
      if (process.env.UPDATE) writeFileSync(expected, `${JSON.stringify(found, null, 2)}\n`);
      expect(existsSync(expected), 'run with UPDATE=1 and read what it wrote').toBe(true);
      expect(found).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
      expect(found.map((finding) => finding.rule)).toContain(rule);
    });
  }

  it('and there is one for every rule, and none for anything else', () => {
    const ids = rules.filter(({ severity }) => severity !== 'off').map(({ id }) => id);
    expect([...new Set(cases.map(({ rule }) => rule))].sort()).toEqual(ids.sort());
  });

  it('and no expectation is left without its document', () => {
    const left = readdirSync(bad, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.expected.json'))
      .filter(
        (name) =>
          !cases.some(({ rule, file }) => `${rule}/${file.replace(/\.\w+$/, '')}.expected.json` === name),
      );
    expect(left).toEqual([]);
  });
});

describe('a sound document of fixtures/ok gives no finding at any level', () => {
  for (const name of okFixtureNames()) {
    it(name, async () => {
      expect(findingsOf(await check(name, okFixture(name)))).toEqual([]);
    });
  }
});
