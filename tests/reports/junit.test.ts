import { describe, expect, test } from 'vitest';
import type { FileReport } from '../../src/model/report.ts';
import { type ReportOptions, renderReport } from '../../src/reports/formats.ts';
import { cleanFile, failedFile, faultyFile, sampleFinding, sampleReport } from './sampleReport.ts';
import { childrenOf, parseXml } from './xmlTree.ts';

const options: ReportOptions = { language: 'zh', color: false, width: 80, quiet: false };

function junit(files: readonly FileReport[], over: Partial<ReportOptions> = {}): Promise<string> {
  return renderReport('junit', sampleReport(files), { ...options, ...over });
}

/** The tests of the first suite with what stands in them: `rule failure system-out`. */
async function outcomes(file: FileReport, over: Partial<ReportOptions> = {}): Promise<readonly string[]> {
  const [suite] = childrenOf(parseXml(await junit([file], over)), 'testsuite');
  return (suite?.children ?? []).map(({ attributes, children }) =>
    [attributes.name, ...children.map(({ name }) => name)].join(' '),
  );
}

const mixed: FileReport = {
  ...cleanFile,
  rules: [
    { id: 'a', status: 'failed', findings: 2 },
    { id: 'b', status: 'failed', findings: 1 },
    { id: 'c', status: 'failed', findings: 1 },
    { id: 'd', status: 'passed' },
    { id: 'e', status: 'notApplicable', reason: '文中没有目录' },
  ],
  findings: [
    sampleFinding({ ruleId: 'a' }),
    sampleFinding({ ruleId: 'a', severity: 'warning' }),
    sampleFinding({ ruleId: 'b', severity: 'warning' }),
    sampleFinding({ ruleId: 'c', severity: 'info' }),
  ],
  suppressed: [{ by: 'ignore', reason: '已核实', finding: sampleFinding({ ruleId: 'd' }) }],
};

describe('the JUnit report', () => {
  test('looks as it was designed', async () => {
    await expect(await junit([faultyFile, failedFile])).toMatchFileSnapshot('golden/sample.junit.xml');
  });

  test('fails the tests that fail the run and no others', async () => {
    expect(await outcomes(mixed)).toEqual([
      'file-checked',
      'a failure system-out',
      'b system-out',
      'c system-out',
      'd system-out',
      'e skipped',
    ]);
    expect(await outcomes(mixed, { failOn: 'warning' })).toEqual([
      'file-checked',
      'a failure',
      'b failure',
      'c system-out',
      'd system-out',
      'e skipped',
    ]);
    expect((await outcomes(mixed, { failOn: 'never' })).filter((test) => test.includes('failure'))).toEqual(
      [],
    );
    expect(await outcomes(mixed, { failOn: 'info', quiet: true })).toEqual([
      'file-checked',
      'a failure',
      'b failure',
      'c failure',
      'd system-out',
      'e skipped',
    ]);
  });

  test('leaves warnings and infos out when quiet', async () => {
    expect(await outcomes(mixed, { quiet: true })).toEqual([
      'file-checked',
      'a failure',
      'b',
      'c',
      'd system-out',
      'e skipped',
    ]);
  });

  test('has a test for findings of a rule that the file does not name', async () => {
    const file = { ...cleanFile, rules: [], findings: [sampleFinding({ ruleId: 'unused-ignore' })] };
    expect(await outcomes(file)).toEqual(['file-checked', 'unused-ignore failure']);
  });

  test('names a single failure and counts several', async () => {
    const messages = async (count: number) => {
      const findings = Array.from({ length: count }, () => sampleFinding({ ruleId: 'a' }));
      const suite = childrenOf(
        parseXml(await junit([{ ...mixed, findings, suppressed: [] }])),
        'testsuite',
      )[0];
      return suite?.children
        .flatMap((test) => childrenOf(test, 'failure'))
        .map(({ attributes }) => attributes.message);
    };
    expect(await messages(1)).toEqual([
      '配合履职事项清单 第27项 · 对应上级部门：“相关部门”没有指明任何部门，出了问题无人负责',
    ]);
    expect(await messages(2)).toEqual(['2 个问题']);
  });
});
