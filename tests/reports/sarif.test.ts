import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Log, Region, Replacement, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { lint } from '../../src/engine/lint.ts';
import { makeReport, ruleInfos } from '../../src/engine/report.ts';
import type { FileReport, Report } from '../../src/model/report.ts';
import { outline } from '../../src/outline/outline.ts';
import { read } from '../../src/readers/read.ts';
import { type ReportOptions, renderReport } from '../../src/reports/formats.ts';
import { currentRuleset } from '../support/builtins.ts';
import { cleanFile, failedFile, faultyFile, sampleFinding, sampleReport } from './sampleReport.ts';
import { sarifErrors } from './sarifSchema.ts';

const options: ReportOptions = { language: 'zh', color: false, width: 80, quiet: false };

async function runOf(
  report: Report,
  format: 'sarif' | 'sarif-github' = 'sarif',
  over: Partial<ReportOptions> = {},
): Promise<Run> {
  const log: Log = JSON.parse(await renderReport(format, report, { ...options, ...over }));
  expect(sarifErrors(log)).toEqual([]);
  const [run] = log.runs;
  if (!run) throw new Error('a log has a run');
  return run;
}

const suppressedFile: FileReport = {
  ...cleanFile,
  path: '清单/新 建.md',
  suppressed: [
    { by: 'ignore', reason: '经县编办核实', finding: sampleFinding({ fingerprint: 's1' }) },
    { by: 'baseline', reason: null, finding: sampleFinding({ fingerprint: 's2', severity: 'warning' }) },
    { by: 'unchanged', reason: null, finding: sampleFinding({ fingerprint: 's3', severity: 'info' }) },
  ],
};

describe('the SARIF report', () => {
  test('looks as it was designed', async () => {
    const report = sampleReport([faultyFile, suppressedFile, failedFile]);
    const rules: Report['rules'] = [
      {
        id: 'department-named',
        group: 'departments',
        severity: 'error',
        title: '写明部门',
        why: '没有部门的事项，出了问题无人负责。{见}[例](x)',
        url: 'https://github.com/qingdan-lint/qingdan-lint/blob/main/docs/rules/department-named.md',
      },
    ];
    const text = await renderReport('sarif', { ...report, rules }, options);
    expect(sarifErrors(JSON.parse(text))).toEqual([]);
    await expect(text).toMatchFileSnapshot('golden/sample.sarif');
  });

  test('says why findings do not count, as SARIF says it', async () => {
    const { results = [] } = await runOf(sampleReport([suppressedFile]));
    expect(results.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'inSource', status: 'accepted', justification: '经县编办核实' }],
      [{ kind: 'external', status: 'accepted', justification: '基线已有' }],
      [{ kind: 'external', status: 'accepted', justification: '改动之前已有' }],
    ]);
  });

  test('is no success when a file could not be checked, and shows it among the results', async () => {
    const { results = [], invocations = [] } = await runOf(sampleReport([cleanFile, failedFile]));
    expect(results.map(({ ruleId, level, message }) => [ruleId, level, message.text])).toEqual([
      ['file-checked', 'error', `无法检查：${failedFile.error?.message}`],
    ]);
    expect(invocations[0]?.executionSuccessful).toBe(false);
    expect(invocations[0]?.toolExecutionNotifications).toEqual([
      {
        descriptor: { id: 'unsupported-format' },
        level: 'error',
        message: { text: `无法检查：${failedFile.error?.message}` },
        locations: [
          {
            physicalLocation: {
              artifactLocation: {
                uri: `lists/${encodeURIComponent('扫描件')}.pdf`,
                uriBaseId: '%SRCROOT%',
                index: 1,
              },
            },
          },
        ],
      },
    ]);
  });

  test('names a rule that could not apply once, with its reason and all its files', async () => {
    const other: FileReport = { ...faultyFile, path: 'b.md' };
    const { invocations = [] } = await runOf(sampleReport([faultyFile, other]));
    const notes = invocations[0]?.toolConfigurationNotifications ?? [];
    expect(
      notes.map(({ associatedRule, message, locations = [] }) => [
        associatedRule?.id,
        message.text,
        locations.map(({ physicalLocation }) => physicalLocation?.artifactLocation?.index),
      ]),
    ).toEqual([['category-grouping', '格式没有规定类别的次序', [0, 1]]]);
  });

  test('lists errors only when quiet, suppressed ones too, and keeps the files that failed', async () => {
    const report = sampleReport([faultyFile, suppressedFile, failedFile]);
    const { results = [] } = await runOf(report, 'sarif', { quiet: true });
    expect(results.map(({ level }) => level)).toEqual(['error', 'error', 'error', 'error', 'error', 'error']);
    expect(results.at(-1)?.ruleId).toBe('file-checked');
  });

  test('doubles braces and makes no links of words in brackets', async () => {
    const finding = sampleFinding({ message: '把“{0}”改为[这里](1)或［那里］[3]', suggestions: [] });
    const { results = [] } = await runOf(sampleReport([{ ...cleanFile, findings: [finding] }]));
    expect(results[0]?.message.text).toBe(
      '配合履职事项清单 第27项 · 对应上级部门：把“{{0}}”改为\\[这里\\](1)或［那里］[3]',
    );
  });
});

describe('the SARIF report for GitHub', () => {
  test('leaves out what does not count, because GitHub would open alerts for it', async () => {
    const { results = [] } = await runOf(sampleReport([suppressedFile, failedFile]), 'sarif-github');
    expect(results.map(({ ruleId }) => ruleId)).toEqual(['file-checked']);
  });

  test('keeps the most serious of more results than GitHub takes, and says how many are missing', async () => {
    const many = (severity: 'error' | 'warning' | 'info', count: number) =>
      Array.from({ length: count }, (_, i) =>
        sampleFinding({ severity, fingerprint: `${severity}${i}`, suggestions: [] }),
      );
    const findings = [...many('info', 2), ...many('warning', 24_999), ...many('error', 3)];
    const text = await renderReport('sarif-github', sampleReport([{ ...cleanFile, findings }]), options);
    const [run]: Run[] = JSON.parse(text).runs;
    const levels = (run?.results ?? []).map(({ level }) => level);
    expect(levels.length).toBe(25_000);
    expect(levels.filter((level) => level === 'error').length).toBe(3);
    expect(levels.filter((level) => level === 'warning').length).toBe(24_997);
    expect(run?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(
      '另有 4 个问题没有列出：GitHub 一次最多接受 25000 个',
    );
  });
});

describe('places and fixes of the SARIF report', () => {
  const demo = readFileSync(fileURLToPath(new URL('../../fixtures/demo.md', import.meta.url)), 'utf8');

  /** The text of a region as a reader of SARIF finds it: by lines and columns where there are any, else by characters. */
  function rangeOf(text: string, region: Region): readonly [number, number] {
    const { startLine, startColumn = 1, endLine = startLine, endColumn = 1 } = region;
    const byCharacters = [
      region.charOffset ?? 0,
      (region.charOffset ?? 0) + (region.charLength ?? 0),
    ] as const;
    if (startLine === undefined) return byCharacters;
    const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
    const at = (line = 1, column = 1) => (starts[line - 1] ?? 0) + column - 1;
    const byLines = [at(startLine, startColumn), at(endLine, endColumn)] as const;
    expect(byLines).toEqual(byCharacters);
    return byLines;
  }

  function applied(text: string, replacements: readonly Replacement[]): string {
    return [...replacements]
      .sort((a, b) => rangeOf(text, b.deletedRegion)[0] - rangeOf(text, a.deletedRegion)[0])
      .reduce((result, { deletedRegion, insertedContent }) => {
        const [start, end] = rangeOf(text, deletedRegion);
        return result.slice(0, start) + (insertedContent?.text ?? '') + result.slice(end);
      }, text);
  }

  test.each([
    ['LF', demo],
    ['CRLF', demo.replaceAll('\n', '\r\n')],
    ['CRLF and a byte order mark', `\ufeff${demo.replaceAll('\n', '\r\n')}`],
  ])('are where the words are, and change what the edits change, with %s', async (_, bytes) => {
    const { rules, formats } = currentRuleset();
    const document = outline(await read('demo.md', new TextEncoder().encode(bytes)), formats);
    const { text } = document.source;
    const file = lint(document, rules, 'zh');
    const { results = [] } = await runOf(makeReport([file], '0.1.0', ruleInfos(rules, 'zh')));
    expect(results.length).toBe(9);
    file.findings.forEach((finding, i) => {
      const result = results[i];
      const region = result?.locations?.[0]?.physicalLocation?.region ?? {};
      expect(text.slice(...rangeOf(text, region))).toBe(finding.excerpt);
      const changes = [...(finding.fix === null ? [] : [finding.fix]), ...finding.suggestions].filter(
        ({ edits }) => edits.length > 0,
      );
      const byEdits = changes.map(({ edits }) =>
        [...edits]
          .sort((a, b) => b.start - a.start)
          .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text),
      );
      const byFixes = (result?.fixes ?? []).map(({ artifactChanges }) =>
        applied(text, artifactChanges[0]?.replacements ?? []),
      );
      expect(byFixes).toEqual(byEdits);
    });
  });
});
