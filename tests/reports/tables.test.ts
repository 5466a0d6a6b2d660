import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { FileReport } from '../../src/model/report.ts';
import { type ReportFormat, type ReportOptions, renderReport } from '../../src/reports/formats.ts';
import { cleanFile, failedFile, faultyFile, sampleFinding, sampleReport } from './sampleReport.ts';

const options: ReportOptions = { language: 'zh', color: false, width: 80, quiet: false };

function render(
  format: ReportFormat,
  files: readonly FileReport[],
  over: Partial<ReportOptions> = {},
): Promise<string> {
  return renderReport(format, sampleReport(files), { ...options, ...over });
}

/** The cells of a CSV report, headers first. */
async function cellsOf(files: readonly FileReport[], over: Partial<ReportOptions> = {}) {
  const rows: readonly (readonly string[])[] = parseCsv(await render('csv', files, over), { bom: true });
  return rows;
}

const suppressedFile: FileReport = {
  ...cleanFile,
  suppressed: [
    { by: 'ignore', reason: '经县编办核实', finding: sampleFinding() },
    { by: 'baseline', reason: null, finding: sampleFinding({ severity: 'warning' }) },
  ],
};

describe('the CSV report', () => {
  test('looks as it was designed', async () => {
    await expect(await render('csv', [faultyFile, suppressedFile, failedFile])).toMatchFileSnapshot(
      'golden/sample.csv',
    );
  });

  test('begins with a byte order mark and ends every row with CRLF', async () => {
    const text = await render('csv', [faultyFile]);
    expect(text.startsWith('\ufeff状态,文件,清单,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test('has its headers in the language of the run', async () => {
    expect((await cellsOf([cleanFile], { language: 'en' }))[0]).toEqual([
      ...['status', 'file', 'list', 'item', 'item name', 'column', 'severity', 'rule', 'message', 'excerpt'],
      ...['suggestion', 'line', 'line column', 'why it does not count'],
    ]);
  });

  test('marks what does not count and what could not be checked', async () => {
    const rows = await cellsOf([suppressedFile, failedFile]);
    expect(rows.slice(1).map((row) => [row[0], row[7], row.at(-1)])).toEqual([
      ['已忽略', 'department-named', '经县编办核实'],
      ['基线已有', 'department-named', ''],
      ['无法检查', 'file-checked', ''],
    ]);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1＋1', "'＝1＋1"],
    ['＠甲', "'＠甲"],
    [' =1', "' =1"],
    ['\u3000＋1', "'\u3000＋1"],
    ["'=1", "'=1"],
    ['县民政局', '县民政局'],
    ['1.受理申请，2.初审', '1.受理申请，2.初审'],
    ['a"b,c', 'a"b,c'],
  ])('lets a spreadsheet compute nothing: %j is %j', async (message, cell) => {
    const file = { ...cleanFile, findings: [sampleFinding({ message })] };
    expect((await cellsOf([file]))[1]?.[8]).toBe(cell);
  });

  test('cuts what a cell of Excel cannot hold', async () => {
    const file = { ...cleanFile, findings: [sampleFinding({ excerpt: '县'.repeat(40_000) })] };
    const cell = (await cellsOf([file]))[1]?.[9] ?? '';
    expect([cell.length, cell.at(-1)]).toEqual([32_001, '…']);
  });
});

describe('the checkstyle report', () => {
  test('looks as it was designed', async () => {
    await expect(await render('checkstyle', [faultyFile, cleanFile, failedFile])).toMatchFileSnapshot(
      'golden/sample.checkstyle.xml',
    );
  });
});

describe('the GitLab report', () => {
  test('looks as it was designed', async () => {
    await expect(await render('gitlab', [faultyFile, failedFile])).toMatchFileSnapshot(
      'golden/sample.gitlab.json',
    );
  });

  test('tells the same finding of two files, and of one file, apart', async () => {
    const findings = [sampleFinding(), sampleFinding()];
    const files = [
      { ...cleanFile, findings },
      { ...cleanFile, path: 'b.md', findings },
    ];
    const issues: readonly { fingerprint: string }[] = JSON.parse(await render('gitlab', files));
    expect(issues.map(({ fingerprint }) => fingerprint)).toEqual([
      'f1:lists/石桥乡.md',
      'f1:lists/石桥乡.md#2',
      'f1:b.md',
      'f1:b.md#2',
    ]);
  });

  test('keeps a fingerprint when other files come before it', async () => {
    const file = { ...cleanFile, findings: [sampleFinding()] };
    const alone = JSON.parse(await render('gitlab', [file]));
    const after = JSON.parse(await render('gitlab', [{ ...file, path: 'a.md' }, file]));
    expect(after[1]).toEqual(alone[0]);
  });
});

test('quiet leaves warnings and infos out of every table', async () => {
  const files = [faultyFile, suppressedFile];
  expect((await cellsOf(files, { quiet: true })).slice(1).map((row) => row[6])).toEqual([
    ...['错误', '错误', '错误', '错误', '错误'],
  ]);
  const issues: readonly { severity: string }[] = JSON.parse(await render('gitlab', files, { quiet: true }));
  expect(issues.map(({ severity }) => severity)).toEqual(['critical', 'critical', 'critical', 'critical']);
  const checkstyle = await render('checkstyle', files, { quiet: true });
  expect(checkstyle.match(/severity="(?!error)/)).toBeNull();
});
