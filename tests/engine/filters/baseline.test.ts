import { describe, expect, it } from 'vitest';
import { applyBaseline, baselineText, updatedBaseline } from '../../../src/engine/filters/baseline.ts';
import type { BaselineFinding, FileReport } from '../../../src/model/report.ts';
import { cleanFile, failedFile, faultyFile } from '../../reports/sampleReport.ts';

const NONE: ReadonlySet<string> = new Set();
const named = (path: string, file: FileReport): FileReport => ({ ...file, path });
const some = named('b.md', faultyFile);
const all = updatedBaseline([some], [], NONE);

function counted(files: readonly FileReport[]): readonly (readonly [string, number, number])[] {
  return files.map(({ path, findings, suppressed }) => [path, findings.length, suppressed.length]);
}

describe('a baseline', () => {
  it('knows every finding of the run it was made from, and changes nothing else of the report', () => {
    const { files, known, gone } = applyBaseline([some], all, NONE);
    expect({ known, gone }).toEqual({ known: some.findings.length, gone: [] });
    expect(files).toEqual([
      {
        ...some,
        findings: [],
        suppressed: some.findings.map((finding) => ({ by: 'baseline', reason: null, finding })),
      },
    ]);
  });

  it('lets a second finding of the same kind count', () => {
    const [first] = some.findings;
    if (!first) throw new Error('the sample has no findings');
    const another = { ...first, fingerprint: `${first.fingerprint}2` };
    const { files } = applyBaseline([{ ...some, findings: [first, another] }], all, NONE);
    expect(files[0]?.findings).toEqual([another]);
  });

  it('knows a finding only in its own file', () => {
    const { files, gone } = applyBaseline([named('b.md', cleanFile), named('c.md', faultyFile)], all, NONE);
    expect(counted(files)).toEqual([
      ['b.md', 0, 0],
      ['c.md', some.findings.length, 0],
    ]);
    expect(gone).toEqual(all);
  });

  it('follows a file that was renamed', () => {
    const { files, gone } = applyBaseline([named('new.md', faultyFile)], all, new Set(['b.md']));
    expect(counted(files)).toEqual([['new.md', 0, some.findings.length]]);
    expect(gone).toEqual([]);
    expect(updatedBaseline([named('new.md', faultyFile)], all, new Set(['b.md']))).toEqual(
      all.map((entry) => ({ ...entry, path: 'new.md' })),
    );
  });

  it('does not take a file with other findings for a renamed one', () => {
    const other = {
      ...faultyFile,
      path: 'new.md',
      findings: faultyFile.findings.map((finding, i) =>
        i === 0 ? finding : { ...finding, fingerprint: `x${i}` },
      ),
    };
    const { files, gone } = applyBaseline([other], all, new Set(['b.md']));
    expect(counted(files)).toEqual([['new.md', other.findings.length, 0]]);
    expect(gone).toEqual(all);
  });

  it('says nothing of files that were not checked, or not to the end', () => {
    const broken = { ...named('b.md', cleanFile), error: { code: 'internal', message: 'a rule failed' } };
    expect(applyBaseline([named('a.md', cleanFile)], all, NONE).gone).toEqual([]);
    expect(applyBaseline([broken], all, NONE).gone).toEqual([]);
    expect(updatedBaseline([broken], all, NONE)).toEqual(all);
    expect(updatedBaseline([named('a.md', cleanFile)], all, NONE)).toEqual(all);
  });

  it('never hides that a file could not be checked', () => {
    const { files } = applyBaseline([failedFile], all, NONE);
    expect(files).toEqual([failedFile]);
  });

  it('drops what is gone, keeps the hints there are, and is the same again when written twice', () => {
    const kept = { ...some, findings: some.findings.slice(1) };
    const worded = all.map((entry) => ({ ...entry, hint: 'as it was' }));
    const updated = updatedBaseline([kept], worded, NONE);
    expect(updated).toHaveLength(some.findings.length - 1);
    expect(new Set(updated.map(({ hint }) => hint))).toEqual(new Set(['as it was']));
    expect(updatedBaseline([kept], updated, NONE)).toEqual(updated);
  });

  it('is written a finding a line, sorted', () => {
    const entry = (path: string, fingerprint: string): BaselineFinding => ({
      path,
      ruleId: 'stated-count',
      fingerprint,
      hint: '“甲”\n',
    });
    const [one, two] = [named('b.md', faultyFile), named('a.md', faultyFile)];
    const paths = updatedBaseline([one, two], [entry('0.md', 'z'), entry('0.md', 'a')], NONE).map(
      ({ path, fingerprint }) => (path === '0.md' ? fingerprint : path),
    );
    expect([...new Set(paths)]).toEqual(['a', 'z', 'a.md', 'b.md']);
    expect(baselineText([entry('0.md', 'a'), entry('0.md', 'z')])).toBe(
      [
        '{',
        '  "schemaVersion": 1,',
        '  "findings": [',
        '    {"path":"0.md","ruleId":"stated-count","fingerprint":"a","hint":"“甲”\\n"},',
        '    {"path":"0.md","ruleId":"stated-count","fingerprint":"z","hint":"“甲”\\n"}',
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
    expect(JSON.parse(baselineText([]))).toEqual({ schemaVersion: 1, findings: [] });
  });
});
