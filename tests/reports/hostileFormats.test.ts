import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { FileReport, Report, ReportedFinding } from '../../src/model/report.ts';
import { type ReportFormat, type ReportOptions, renderReport } from '../../src/reports/formats.ts';
import { visible, visibleExcerpt } from '../../src/reports/visible.ts';
import { hostileReport } from './hostileReport.ts';
import { sarifErrors } from './sarifSchema.ts';
import { readCommands } from './workflowCommands.ts';
import { childrenOf, parseXml, type XmlNode } from './xmlTree.ts';

const options: ReportOptions = { language: 'zh', color: false, width: 80, quiet: false };
const RUNS = { numRuns: 60 };

/** Places as a reader makes them: columns from 1, the end not before the start, as long as the words. */
function soundPlaces(report: Report): Report {
  const place = (finding: ReportedFinding): ReportedFinding => {
    const { start } = finding.location;
    const sound = { line: start.line, column: start.column + 1, offset: start.offset };
    const { length } = finding.excerpt;
    const end = { ...sound, column: sound.column + length, offset: sound.offset + length };
    return {
      ...finding,
      location: { ...finding.location, start: sound, end },
      related: finding.related.map((one) => ({ ...one, location: { ...one.location, start: sound, end } })),
      fix: finding.fix && { edits: ordered(finding.fix.edits) },
      suggestions: finding.suggestions.map((one) => ({ ...one, edits: ordered(one.edits) })),
    };
  };
  return {
    ...report,
    files: report.files.map((file) => ({
      ...file,
      unread: file.unread.map((one) => ({
        ...one,
        start: { ...one.start, column: one.start.column + 1 },
        end: { line: one.start.line + 1, column: 1, offset: one.start.offset + 1 },
      })),
      findings: file.findings.map(place),
      suppressed: file.suppressed.map((one) => ({ ...one, finding: place(one.finding) })),
    })),
  };
}

function ordered<T extends { readonly start: number; readonly end: number }>(edits: readonly T[]): T[] {
  return edits.map((edit) => ({
    ...edit,
    start: Math.min(edit.start, edit.end),
    end: Math.max(edit.start, edit.end),
  }));
}

const reports = hostileReport.map(soundPlaces);

/** Checks what a format makes of hostile reports. */
async function everyReport(
  format: ReportFormat,
  check: (text: string, report: Report) => void,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(reports, async (report) => check(await renderReport(format, report, options), report)),
    RUNS,
  );
}

/** As UTF-8 carries it. */
function utf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** As XML 1.0 can carry it: what it has no way to write stands as its code. */
function legal(text: string): string {
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const allowed =
        code === 9 ||
        code === 10 ||
        code === 13 ||
        (code >= 0x20 && code <= 0xd7ff) ||
        (code >= 0xe000 && code <= 0xfffd) ||
        code >= 0x10000;
      return allowed ? character : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
    })
    .join('');
}

/** What stands in a file: that it failed, then the findings that count. */
function listedIn({ error, findings }: FileReport): readonly (readonly [rule: string, message: string])[] {
  return [
    ...(error === null ? [] : [['file-checked', visible(error.message)] as const]),
    ...findings.map(({ ruleId, message }) => [ruleId, visible(message)] as const),
  ];
}

describe('text from documents breaks no format:', () => {
  test('sarif is valid, and every file error, finding and suppression is in it', () =>
    everyReport('sarif', (text, report) => {
      const log: Log = JSON.parse(text);
      expect(sarifErrors(log)).toEqual([]);
      const [run] = log.runs;
      const found = (run?.results ?? []).map((result) => {
        const place = result.locations?.[0]?.physicalLocation;
        const { uri = '' } = place?.artifactLocation ?? {};
        return {
          file: uri.startsWith('file:') ? 'absolute' : decodeURIComponent(uri),
          rule: result.ruleId,
          index: run?.tool.driver.rules?.[result.ruleIndex ?? -1]?.id,
          level: result.level,
          excerpt: place?.region?.snippet?.text ?? '',
          by: result.suppressions?.map(({ kind }) => kind) ?? [],
        };
      });
      const expected = report.files.flatMap((file) => {
        const path = file.path.startsWith('/') ? 'absolute' : utf8(file.path);
        const one = (finding: ReportedFinding, by: readonly string[]) => ({
          file: path,
          rule: utf8(finding.ruleId),
          index: utf8(finding.ruleId),
          level: finding.severity === 'info' ? 'note' : finding.severity,
          excerpt: utf8(finding.excerpt),
          by,
        });
        const failure = {
          file: path,
          rule: 'file-checked',
          index: 'file-checked',
          level: 'error',
          excerpt: '',
          by: [],
        };
        return [
          ...(file.error === null ? [] : [failure]),
          ...file.findings.map((finding) => one(finding, [])),
          ...file.suppressed.map(({ by, finding }) =>
            one(finding, [by === 'ignore' ? 'inSource' : 'external']),
          ),
        ];
      });
      expect(found).toEqual(expected);
      expect(run?.invocations?.[0]?.executionSuccessful).toBe(report.summary.failed === 0);
    }));

  test('github commands are read by the runner as they were meant', () =>
    everyReport('github', (text, report) => {
      const commands = readCommands(text).map(({ name, properties, message }) => ({
        name,
        file: properties.file,
        line: properties.line,
        keys: Object.keys(properties).sort().join(),
        message: message.split('\n→ ')[0],
      }));
      const failures = report.files.flatMap(({ path, error }) =>
        error === null
          ? []
          : [
              {
                name: 'error',
                file: path,
                line: undefined,
                keys: 'file,title',
                message: visible(error.message),
              },
            ],
      );
      const findings = report.files.flatMap(({ path, findings }) =>
        findings.map(({ severity, message, location }) => ({
          name: severity === 'info' ? 'notice' : severity,
          file: path,
          line: String(location.start.line),
          keys: 'col,endColumn,endLine,file,line,title',
          message: visible(message),
        })),
      );
      expect(commands).toEqual([...failures, ...findings]);
      // One line a command, and the counts.
      expect(text.split('\n').length).toBe(commands.length + 2);
    }));

  test('checkstyle is XML with every file, file error and finding', () =>
    everyReport('checkstyle', (text, report) => {
      const found = childrenOf(parseXml(text), 'file').map(({ attributes, children }) => ({
        file: attributes.name,
        errors: children.map((error) => ({
          rule: error.attributes.source ?? '',
          message: error.attributes.message ?? '',
        })),
      }));
      expect(found.map(({ file }) => file)).toEqual(report.files.map(({ path }) => legal(path)));
      report.files.forEach((file, i) => {
        const errors = found[i]?.errors ?? [];
        const listed = listedIn(file);
        expect(errors.length).toBe(listed.length);
        listed.forEach(([rule, message], at) => {
          expect(errors[at]?.rule.endsWith(`.${legal(rule)}`)).toBe(true);
          expect(errors[at]?.message.endsWith(`：${message}`)).toBe(true);
        });
      });
    }));

  test('junit is XML whose counts are those of its tests, with every file error, reason and finding', () =>
    everyReport('junit', (text, report) => {
      const root = parseXml(text);
      const suites = childrenOf(root, 'testsuite');
      expect(suites.map(({ attributes }) => attributes.name)).toEqual(
        report.files.map(({ path }) => legal(path)),
      );
      const count = (nodes: readonly XmlNode[], name: string) =>
        String(nodes.filter((node) => childrenOf(node, name).length > 0).length);
      for (const node of [root, ...suites]) {
        const tests = node === root ? suites.flatMap((suite) => suite.children) : node.children;
        const { tests: all, failures, errors, skipped } = node.attributes;
        expect(all).toBe(String(tests.length));
        expect(failures).toBe(count(tests, 'failure'));
        expect(errors).toBe(count(tests, 'error'));
        if (node !== root) expect(skipped).toBe(count(tests, 'skipped'));
      }
      report.files.forEach((file, i) => {
        const tests = suites[i]?.children ?? [];
        const words = (id: string) =>
          tests
            .filter(({ attributes }) => attributes.name === visible(id))
            .flatMap(({ children }) => children.map((child) => child.text))
            .join('\n');
        const findings = [...file.findings, ...file.suppressed.map(({ finding }) => finding)];
        for (const { ruleId, message } of findings) expect(words(ruleId)).toContain(`：${visible(message)}`);
        if (file.error !== null) expect(words('file-checked')).toContain(visible(file.error.message));
        expect(tests.some((test) => childrenOf(test, 'failure').length > 0)).toBe(
          file.findings.some(({ severity }) => severity === 'error'),
        );
      });
    }));

  test('gitlab is JSON with every file error and finding under a fingerprint of its own', () =>
    everyReport('gitlab', (text, report) => {
      const issues: readonly Record<string, unknown>[] = JSON.parse(text);
      const expected = report.files.flatMap((file) =>
        listedIn(file).map(([rule, message]) => ({ rule: utf8(rule), message, path: utf8(file.path) })),
      );
      expect(issues.length).toBe(expected.length);
      expected.forEach(({ rule, message, path }, i) => {
        const { check_name, description, location } = issues[i] ?? {};
        expect(check_name).toBe(rule);
        expect(String(description).endsWith(`：${message}`)).toBe(true);
        expect(location).toMatchObject({ path });
      });
      expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    }));

  test('csv is a table with every file error, finding and suppression, and no formula', () =>
    everyReport('csv', (text, report) => {
      expect(text.startsWith('\ufeff状态,文件,')).toBe(true);
      const rows: readonly (readonly string[])[] = parseCsv(text, { bom: true, recordDelimiter: '\r\n' });
      const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
      expect(rows.flat().filter((cell) => formula.test(cell))).toEqual([]);
      const plain = (cell = '') => (cell.startsWith("'") ? cell.slice(1) : cell);
      const found = rows.slice(1).map((row) => [row[1], row[7], row[8], row[9]].map(plain));
      const one = (file: FileReport, rule: string, message: string, excerpt: string) =>
        [file.path, rule, message]
          .map(visible)
          .concat(excerpt === '' ? '' : visibleExcerpt(excerpt))
          .map(plain);
      const expected = report.files.flatMap((file) => [
        ...(file.error === null ? [] : [one(file, 'file-checked', file.error.message, '')]),
        ...[...file.findings, ...file.suppressed.map(({ finding }) => finding)].map((finding) =>
          one(file, finding.ruleId, finding.message, finding.excerpt),
        ),
      ]);
      expect(found).toEqual(expected);
    }));
});
