import type { Artifact, Log, Result, Run } from 'sarif';
import type { FileReport, Report } from '../../model/report.ts';
import { SEVERITIES } from '../../model/rule.ts';
import { DATA_WORDS } from '../dataWords.ts';
import type { ReportOptions } from '../formats.ts';
import { jsonText } from '../wellFormed.ts';
import { REPORT_WORDS } from '../words.ts';
import { configurationNotifications, executionNotifications, leftOutNotification } from './notifications.ts';
import { fileResults, type SarifFile, type SarifPage, sarifFile } from './results.ts';
import { driverRules } from './rules.ts';

const HOME = 'https://github.com/qingdan-lint/qingdan-lint';

/** GitHub refuses a run with more results. */
const GITHUB_RESULTS = 25_000;

/** A log with more results is written on one line. */
const MOST_INDENTED = 5_000;

/**
 * The report as SARIF 2.1.0 (OASIS): rules with their help, results with regions, fixes, fingerprints and, for findings
 * that do not count, suppressions. Files that could not be checked are notifications and results of the rule
 * `file-checked`.
 */
export function sarifReport(report: Report, options: ReportOptions): string {
  return logText(logOf(report, options, false));
}

/**
 * The same for GitHub's code scanning, which takes suppressed results for open ones and refuses large runs: only what
 * counts, and no more than it takes, the most serious first.
 */
export function sarifForGithub(report: Report, options: ReportOptions): string {
  const counting = report.files.map((file): FileReport => ({ ...file, suppressed: [] }));
  return logText(logOf({ ...report, files: counting }, options, true));
}

/** Indented for people while people may read it; a run over a thousand files would be half indentation. */
function logText(log: Log): string {
  return jsonText(log, (log.runs[0]?.results?.length ?? 0) > MOST_INDENTED);
}

function logOf(report: Report, options: ReportOptions, github: boolean): Log {
  const { language, quiet } = options;
  const rules = driverRules(report, language);
  const page: SarifPage = {
    report: REPORT_WORDS[language],
    data: DATA_WORDS[language],
    quiet,
    ruleIndex: new Map(rules.map(({ id }, i) => [id, i])),
  };
  const files = report.files.map(sarifFile);
  const results = files.flatMap((file) => fileResults(file, page));
  const kept = github ? mostSerious(results, GITHUB_RESULTS) : results;
  const notes = executionNotifications(files, page);
  const surplus = results.length - kept.length;
  const run: Run = {
    tool: {
      driver: {
        name: report.tool.name,
        version: report.tool.version,
        semanticVersion: report.tool.version,
        informationUri: HOME,
        language: language === 'zh' ? 'zh-CN' : 'en-US',
        rules: [...rules],
      },
    },
    language: language === 'zh' ? 'zh-CN' : 'en-US',
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: page.data.root } } },
    invocations: [
      {
        executionSuccessful: report.summary.failed === 0,
        toolExecutionNotifications: [
          ...(surplus === 0 ? [] : [leftOutNotification(surplus, GITHUB_RESULTS, page)]),
          ...notes,
        ],
        toolConfigurationNotifications: [...configurationNotifications(files, page)],
      },
    ],
    artifacts: files.map(artifactOf),
    results: [...kept],
  };
  return { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
}

/** What was read of each file: a run without results says here what it checked. */
function artifactOf({ file, artifact }: SarifFile): Artifact {
  const { index, ...location } = artifact;
  return {
    location,
    roles: ['analysisTarget'],
    properties: {
      reader: file.reader,
      format: file.format,
      lists: file.lists.map(({ kind, items }) => ({ kind, items })),
    },
  };
}

/** The results that stay within a limit, in their order. */
function mostSerious(results: readonly Result[], limit: number): readonly Result[] {
  if (results.length <= limit) return results;
  const levels = ['error', 'warning', 'note'] satisfies Result.level[];
  const order = SEVERITIES.flatMap((_, i) =>
    results.flatMap((result, at) => (result.level === levels[i] ? [at] : [])),
  );
  const kept = new Set(order.slice(0, limit));
  return results.filter((_, at) => kept.has(at));
}
