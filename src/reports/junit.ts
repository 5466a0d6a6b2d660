import type { FileReport, Report, ReportedFinding, SuppressedFinding } from '../model/report.ts';
import { SEVERITIES, type Severity } from '../model/rule.ts';
import { DATA_WORDS, type DataWords, FILE_CHECKED } from './dataWords.ts';
import type { ReportOptions } from './formats.ts';
import { listed } from './listed.ts';
import { findingPlace } from './placeName.ts';
import { visible, visibleExcerpt } from './visible.ts';
import { waysOut } from './waysOut.ts';
import { REPORT_WORDS, type ReportWords } from './words.ts';
import { xmlDocument, xmlElement, xmlTextElement } from './xml.ts';

/** How a test of one rule on one file came out, with what stands inside its `testcase`. */
interface TestCase {
  readonly name: string;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly children: readonly string[];
}

/** What the tests are written with. */
interface Page {
  readonly report: ReportWords;
  readonly data: DataWords;
  readonly quiet: boolean;
  readonly failOn: Severity | 'never';
}

/**
 * The report as JUnit XML: a test suite a file, a test a rule. A rule fails when it has findings that fail the run, so
 * that the tests are red when the exit code is; its other findings are its output. A rule that could not apply is
 * skipped, a file that could not be checked is an error. There are no times: the same findings make the same file.
 */
export function junitReport(report: Report, options: ReportOptions): string {
  const { language, quiet, failOn = 'error' } = options;
  const page = { report: REPORT_WORDS[language], data: DATA_WORDS[language], quiet, failOn };
  const suites = report.files.map((file) => ({ file, tests: testsOf(file, page) }));
  const all = suites.flatMap(({ tests }) => tests);
  const children = suites.flatMap(({ file, tests }) =>
    xmlElement(
      'testsuite',
      { name: file.path, ...counts(tests), skipped: count(tests, 'skipped') },
      tests.flatMap((test) => testCase(file, test)),
    ),
  );
  return xmlDocument(xmlElement('testsuites', { name: 'qingdan-lint', ...counts(all) }, children));
}

function count(tests: readonly TestCase[], outcome: TestCase['outcome']): number {
  return tests.filter((test) => test.outcome === outcome).length;
}

function counts(tests: readonly TestCase[]): Readonly<Record<string, number>> {
  return { tests: tests.length, failures: count(tests, 'failure'), errors: count(tests, 'error') };
}

function testCase(file: FileReport, { name, children }: TestCase): readonly string[] {
  return xmlElement('testcase', { name, classname: file.path }, children);
}

/** One test for the file itself, one for every rule, and one for what reports findings without being a rule of the run. */
function testsOf(file: FileReport, page: Page): readonly TestCase[] {
  const suppressed = file.suppressed.filter(({ finding }) => listed([finding], page.quiet).length > 0);
  const ids = new Set([
    ...file.rules.map(({ id }) => id),
    ...file.findings.map(({ ruleId }) => ruleId),
    ...suppressed.map(({ finding }) => finding.ruleId),
  ]);
  const skipped = new Map(
    file.rules.flatMap((rule) => (rule.status === 'notApplicable' ? [[rule.id, rule.reason]] : [])),
  );
  const rules = [...ids].map((id): TestCase => {
    const findings = file.findings.filter(({ ruleId }) => ruleId === id);
    const hidden = suppressed.filter(({ finding }) => finding.ruleId === id);
    const reason = skipped.get(id);
    if (reason !== undefined && findings.length + hidden.length === 0) {
      const children = xmlElement('skipped', { message: visible(reason) });
      return { name: visible(id), outcome: 'skipped', children };
    }
    return ruleTest(file, id, findings, hidden, page);
  });
  return [fileTest(file, page), ...rules];
}

function fileTest({ error }: FileReport, { report }: Page): TestCase {
  if (error === null) return { name: FILE_CHECKED, outcome: 'passed', children: [] };
  const message = visible(error.message);
  const child = xmlTextElement(
    'error',
    { type: error.code, message: `${report.notChecked}${report.colon}${message}` },
    message,
  );
  return { name: FILE_CHECKED, outcome: 'error', children: [child] };
}

function ruleTest(
  file: FileReport,
  id: string,
  findings: readonly ReportedFinding[],
  suppressed: readonly SuppressedFinding[],
  page: Page,
): TestCase {
  const { data } = page;
  const limit = page.failOn === 'never' ? -1 : SEVERITIES.indexOf(page.failOn);
  const failing = findings.filter(({ severity }) => SEVERITIES.indexOf(severity) <= limit);
  // Nothing is left out that fails the run, or the tests would be green.
  const below = listed(findings, page.quiet).filter(({ severity }) => SEVERITIES.indexOf(severity) > limit);
  const children: string[] = [];
  const [first] = failing;
  if (first) {
    const message = failing.length === 1 ? sentence(file, first, page) : data.findings(failing.length);
    const text = failing.map((finding) => describe(file, finding, page)).join('\n\n');
    children.push(xmlTextElement('failure', { type: first.severity, message }, text));
  }
  const output = [
    ...(below.length === 0 ? [] : [data.below, ...below.map((finding) => describe(file, finding, page))]),
    ...(suppressed.length === 0 ? [] : [data.notCounted]),
    ...suppressed.map(({ by, reason, finding }) => {
      const why = [data.suppressed[by], ...(reason === null ? [] : [visible(reason)])];
      return `${describe(file, finding, page)}\n    (${why.join(page.report.colon)})`;
    }),
  ];
  if (output.length > 0) children.push(xmlTextElement('system-out', {}, output.join('\n\n')));
  return { name: visible(id), outcome: first ? 'failure' : 'passed', children };
}

function sentence(file: FileReport, finding: ReportedFinding, { report }: Page): string {
  return `${findingPlace(file, finding, report)}${report.colon}${visible(finding.message)}`;
}

/** A finding in a few lines: where it is in the file, what is wrong, the words, the ways out. */
function describe(file: FileReport, finding: ReportedFinding, page: Page): string {
  const { line, column } = finding.location.start;
  const { excerpt } = finding;
  return [
    `${visible(file.path)}:${line}:${column} ${page.report.severities[finding.severity]}`,
    sentence(file, finding, page),
    ...(excerpt === '' ? [] : [`    │ ${visibleExcerpt(excerpt)}`]),
    ...waysOut(finding, page.report).map((way) => `    → ${way}`),
  ].join('\n');
}
