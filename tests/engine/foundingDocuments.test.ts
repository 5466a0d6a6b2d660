import { describe, expect, it } from 'vitest';
import { lint } from '../../src/engine/lint.ts';
import { makeReport } from '../../src/engine/report.ts';
import type { FileReport } from '../../src/model/report.ts';
import { outline } from '../../src/outline/outline.ts';
import { read } from '../../src/readers/read.ts';
import { currentRuleset } from '../support/builtins.ts';
import { schemaErrors } from '../support/reportSchema.ts';
import { type SeedName, seedDocument, seedsPresent } from '../support/seeds.ts';

const { rules, formats } = currentRuleset();

async function reportOf(name: SeedName): Promise<{ readonly report: FileReport; readonly text: string }> {
  const { path, bytes } = seedDocument(name);
  const document = outline(await read(path, bytes), formats);
  return { report: lint(document, rules, 'zh'), text: document.source.text };
}

/** Rule, list, item and column of each finding at error level. */
function errors({ findings }: FileReport): readonly string[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(
      ({ ruleId, location }) =>
        `${ruleId} ${location.list ?? '-'} ${location.item ?? '-'} ${location.column ?? '-'}`,
    );
}

describe.skipIf(!seedsPresent)('the founding documents', () => {
  it('Zhaosu: the duty sentence in a department cell is an error, and nothing else', async () => {
    const { report } = await reportOf('zhaosu');
    expect(report.lists.map(({ kind, items, categories }) => [kind, items, categories.length])).toEqual([
      ['basic', 89, 20],
      ['coordinating', 128, 18],
      ['withdrawn', 52, 10],
    ]);
    expect(errors(report)).toEqual(['department-cell-clean coordinating 64 departments']);
  });

  it('Awati: the counts and names of the preamble that disagree are errors, and two clause numbers', async () => {
    const { report } = await reportOf('awati');
    expect(report.lists.map(({ kind, items, categories }) => [kind, items, categories.length])).toEqual([
      ['basic', 139, 20],
      ['coordinating', 109, 18],
      ['withdrawn', 44, 10],
    ]);
    expect(errors(report)).toEqual([
      'stated-count basic - -',
      'stated-count coordinating - -',
      'stated-count coordinating - -',
      'clause-numbering coordinating 30 townshipDuties',
      'clause-numbering coordinating 61 townshipDuties',
    ]);
    const [categories, name, departments] = report.findings.filter(({ ruleId }) => ruleId === 'stated-count');
    expect(categories).toMatchObject({ excerpt: '21', related: [{ excerpt: '人民武装' }] });
    expect(categories?.message).toMatch(/21个类别，实有20个：列出的“人民武装”/);
    expect(name?.message).toMatch(/“教育监管与培训”.*“教育培训监管”/);
    expect(departments).toMatchObject({ excerpt: '39' });
    expect(report.statedCounts.filter(({ stated, actual }) => stated === actual)).toHaveLength(6);
  });

  it.each(['zhaosu', 'awati'] as const)(
    '%s: numbers run on, and every list and column is there',
    async (name) => {
      const { report } = await reportOf(name);
      const passed = report.rules.filter(({ status }) => status === 'passed').map(({ id }) => id);
      expect(passed).toEqual(
        expect.arrayContaining([
          'sequential-numbering',
          'required-lists',
          'required-columns',
          'row-shape',
          'known-category',
        ]),
      );
    },
  );

  it.each(['zhaosu', 'awati'] as const)(
    '%s: the report fits its schema, and every place cuts out its excerpt',
    async (name) => {
      const { report, text } = await reportOf(name);
      expect(schemaErrors(makeReport([report], '0.1.0'))).toEqual([]);
      const all = report.findings.flatMap((finding) => [finding, ...finding.related]);
      expect(all.map(({ location }) => text.slice(location.start.offset, location.end.offset))).toEqual(
        all.map(({ excerpt }) => excerpt),
      );
    },
  );
});
