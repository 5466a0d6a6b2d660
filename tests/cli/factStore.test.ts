import { describe, expect, test } from 'vitest';
import { factStore, packed } from '../../src/cli/scale/factStore.ts';
import { factsInReports } from '../../src/engine/acrossFiles.ts';
import type { FileReport, Report } from '../../src/model/report.ts';
import { jsonParts } from '../../src/reports/json.ts';
import { emptyFolder, run } from './qingdan.ts';
import { townDraft } from './townDrafts.ts';

async function reportOf(...towns: readonly number[]): Promise<Report> {
  const drafts = towns.map((town) => [`${town}.md`, townDraft({ county: 0, town })] as const);
  const cwd = emptyFolder({ ...Object.fromEntries(drafts), 'empty.md': '' });
  return JSON.parse((await run(['check', '.', '-f', 'json'], { cwd })).stdout) as Report;
}

describe('the facts of a run', () => {
  test('come back from the store as they went in, and the report as it was', async () => {
    const report = await reportOf(0, 1);
    const store = factStore();
    const kept = report.files.map((file) => store.keep(packed(file)));
    expect(kept.map((file) => 'facts' in file)).toEqual([false, false, false]);
    expect(kept.map(store.facts)).toEqual(report.files.map(factsInReports.facts));
    expect(kept.map(store.names)).toEqual(
      report.files.map(({ facts = [] }) =>
        facts.map(({ prefecture, county, township }) => ({ prefecture, county, township })),
      ),
    );
    const parts = [...jsonParts({ ...report, files: kept }, store.whole)];
    expect(parts.join('')).toBe(`${JSON.stringify(report, null, 2)}\n`);
    expect(parts.length).toBeGreaterThan(report.files.length);
  });

  test('of a report that brings its own are those', () => {
    const store = factStore();
    const file = { path: 'a.md', rules: [], facts: [] } as unknown as FileReport;
    store.keep(packed({ ...file, facts: [{ township: '甲镇' }] } as unknown as FileReport));
    expect(store.facts(file)).toEqual([]);
  });
});
