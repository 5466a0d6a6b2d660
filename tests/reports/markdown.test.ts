import fc from 'fast-check';
import type { Nodes, Root, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import type { Report, ReportedFinding } from '../../src/model/report.ts';
import { cutEnd } from '../../src/reports/displayWidth.ts';
import { findingGroups } from '../../src/reports/findingGroups.ts';
import {
  COMMENT,
  JOB_SUMMARY,
  type MarkdownLimit,
  markdownComment,
  markdownReport,
} from '../../src/reports/markdown/markdown.ts';
import { markedWords } from '../../src/reports/markedWords.ts';
import { relatedName } from '../../src/reports/placeName.ts';
import { quote } from '../../src/reports/quote.ts';
import { visible, visibleExcerpt } from '../../src/reports/visible.ts';
import { waysOut } from '../../src/reports/waysOut.ts';
import { REPORT_WORDS } from '../../src/reports/words.ts';
import { hostileReport } from './hostileReport.ts';
import { cleanFile, failedFile, faultyFile, sampleFinding, sampleReport } from './sampleReport.ts';

const words = REPORT_WORDS.zh;
const everything = sampleReport([faultyFile, cleanFile, failedFile]);

function parse(markdown: string): Root {
  return unified().use(remarkParse).use(remarkGfm).parse(markdown);
}

function nodesOf(node: Nodes): readonly Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])];
}

/** What a person reads of a node: the report's own tags gone, spaces without width too. */
function textOf(node: Nodes): string {
  if (node.type === 'html') return node.value === '<br>' ? '\n' : '';
  if ('value' in node) return node.value.replaceAll('\u200b', '');
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The rows of the tables of findings, cell by cell. */
function findingRows(markdown: string): readonly (readonly string[])[] {
  return nodesOf(parse(markdown))
    .filter((node): node is Table => node.type === 'table' && textOf(node).startsWith('项栏目级别'))
    .flatMap((table) =>
      table.children.slice(1).map((row) => row.children.map((cell) => textOf(cell).trim())),
    );
}

/** What the row of a finding must say, by the words of the report and nothing of how Markdown writes them. */
function expectedRow(report: Report, finding: ReportedFinding): readonly string[] {
  const file = report.files.find(({ findings }) => findings.includes(finding));
  if (!file) throw new Error('the finding is of the report');
  const { item, column, start } = finding.location;
  const related = finding.related.slice(0, 3).map((place) => {
    const excerpt = cutEnd(visibleExcerpt(place.excerpt), 60);
    return visible(relatedName(file, place.location, words) + (excerpt === '' ? '' : `：${excerpt}`));
  });
  const shown = quote(finding, 160, words.empty);
  return [
    item === null ? `第${start.line}行` : String(item),
    column === null ? '' : words.columns[column],
    `${{ error: '🔴', warning: '🟡', info: '🔵' }[finding.severity]} ${words.severities[finding.severity]}`,
    [visible(finding.message), ...related].join('\n'),
    shown.empty ? shown.words : shown.before + markedWords(shown.words) + shown.after,
    waysOut(finding, words).join('\n'),
    visible(finding.ruleId),
  ].map((cell) => cell.trim());
}

describe('the Markdown report', () => {
  test('looks as it was designed, in Chinese', async () => {
    await expect(markdownReport(everything, { language: 'zh' })).toMatchFileSnapshot('golden/zh.md');
  });

  test('looks as it was designed, in English', async () => {
    await expect(markdownReport(everything, { language: 'en' })).toMatchFileSnapshot('golden/en.md');
  });

  test('says of a clean file what was checked', async () => {
    await expect(markdownReport(sampleReport([cleanFile]), { language: 'zh' })).toMatchFileSnapshot(
      'golden/clean.zh.md',
    );
  });

  test('is read back from Markdown cell by cell, whatever stands in the documents', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const expected = report.files.flatMap((file) =>
          findingGroups(file, file.findings, words).flatMap(({ rows }) =>
            rows.flatMap(({ findings }) => findings.map((finding) => expectedRow(report, finding))),
          ),
        );
        expect(findingRows(markdownReport(report, { language: 'zh' }))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('holds no markup, link, picture, mention or reference that came from a document', () => {
    const kinds = new Set(
      'root heading paragraph table tableRow tableCell text strong html link list listItem'.split(' '),
    );
    const ownTags =
      /^(?:<\/?(?:mark|code)>|<br>|<\/details>|<details><summary>(?:<b>[^<>]*<\/b>)?[^<>]*<\/summary>)$/;
    fc.assert(
      fc.property(hostileReport, (report) => {
        const nodes = nodesOf(parse(markdownReport(report, { language: 'zh' })));
        expect(nodes.map(({ type }) => type).filter((type) => !kinds.has(type))).toEqual([]);
        expect(nodes.filter((node) => node.type === 'html' && !ownTags.test(node.value))).toEqual([]);
        expect(
          nodes.filter(
            (node) =>
              node.type === 'link' &&
              node.url !== 'https://github.com/qingdan-lint/qingdan-lint/blob/main/docs/rules/x.md',
          ),
        ).toEqual([]);
        const texts = nodes.flatMap((node) =>
          node.type === 'text' || node.type === 'html'
            ? [node.value.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))]
            : [],
        );
        const acting = /@\w|#\d|GH-\d|:\/\/|\bwww\.|:[a-z]+:|\b[0-9a-f]{7,40}\b/i;
        expect(texts.filter((text) => acting.test(text))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('never grows over its limit, shows the most serious first and counts what it leaves out', () => {
    const rank = { '🔴 错误': 0, '🟡 警告': 1, '🔵 提示': 2 } as const;
    const limits = fc.record({
      size: fc.integer({ min: 1500, max: 12_000 }),
      unit: fc.constantFrom<MarkdownLimit['unit']>('bytes', 'characters'),
    });
    fc.assert(
      fc.property(hostileReport, limits, (report, limit) => {
        const markdown = markdownReport(report, { language: 'zh', limit });
        const size = limit.unit === 'bytes' ? Buffer.byteLength(markdown) : markdown.length;
        expect(size).toBeLessThanOrEqual(limit.size);
        const rows = findingRows(markdown);
        const all = report.files.flatMap((file) => file.findings);
        const cut = Number(/还有 (\d+) 个没有列出/.exec(markdown)?.[1] ?? 0);
        expect(rows.length + cut).toBe(all.length);
        const shown = rows.map((row) => rank[row[2] as keyof typeof rank]).sort();
        const ranks = all.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity)).sort();
        expect(shown).toEqual(ranks.slice(0, shown.length));
      }),
      { numRuns: 60 },
    );
  });

  test('shares a limit between the table of files and the findings, and uses it up', () => {
    const findings = (): readonly ReportedFinding[] =>
      Array.from({ length: 10 }, (_, i) => sampleFinding({ severity: i === 9 ? 'error' : 'warning' }));
    const report = sampleReport(
      Array.from({ length: 300 }, (_, i) => ({ ...faultyFile, path: `lists/${i}.md`, findings: findings() })),
    );
    const comment = markdownReport(report, { language: 'zh', limit: { size: 20_000, unit: 'characters' } });
    const summary = markdownReport(report, { language: 'zh', limit: { size: 300_000, unit: 'bytes' } });
    expect(20_000 - comment.length).toBeLessThan(1000);
    expect(300_000 - Buffer.byteLength(summary)).toBeLessThan(1000);
    const errorsOf = (markdown: string): number =>
      findingRows(markdown).filter((row) => row[2] === '🔴 错误').length;
    expect(errorsOf(comment)).toBeGreaterThan(20);
    expect(errorsOf(summary)).toBe(300);
    expect(comment).toMatch(/\n还有 \d+ 个文件没有列出。\n/);
    expect(summary).not.toContain('个文件没有列出');
    expect(comment).toMatch(
      /^✂️ 篇幅所限，只列出最严重的 \d+ 个问题，还有 \d+ 个没有列出（\d+ 个错误，2700 个警告）。$/m,
    );
  });

  test('keeps within what GitHub takes: 1 MiB in a job summary, 65,536 characters in a comment', () => {
    expect([JOB_SUMMARY, COMMENT]).toEqual([
      { size: 1_048_576, unit: 'bytes' },
      { size: 65_536, unit: 'characters' },
    ]);
    const findings = Array.from({ length: 5000 }, () => sampleFinding());
    const markdown = markdownReport(sampleReport([{ ...faultyFile, findings }]), { language: 'zh' });
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(1_048_576);
    expect(Buffer.byteLength(markdown)).toBeGreaterThan(1_047_000);
    const comment = markdownComment(sampleReport([{ ...faultyFile, findings }]), { language: 'zh' });
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment.length).toBeGreaterThan(65_000);
  });

  test('says of a file without findings what was not read, and does not call the run clean', () => {
    const half = { ...cleanFile, lists: cleanFile.lists.slice(0, 1), unread: faultyFile.unread };
    const markdown = markdownReport(sampleReport([half]), { language: 'zh' });
    expect(markdown).toContain('## ⚠️ 履职事项清单检查报告：没有错误和警告，但有 1 处没有读懂');
    expect(markdown).toContain('⚠️ 没有读到：配合履职事项清单、上级部门收回事项清单');
    expect(markdown).toContain('- 第300–304行没有读懂（表格不属于任何清单）：&#124; 附件');
  });

  test('counts the findings that do not count, by what keeps them from it', () => {
    const suppressed = (['ignore', 'baseline', 'baseline', 'unchanged'] as const).map((by) => ({
      by,
      reason: null,
      finding: sampleFinding(),
    }));
    const markdown = markdownReport(sampleReport([{ ...cleanFile, suppressed }]), { language: 'zh' });
    expect(markdown).toContain('另有 4 个问题不计：忽略注释 1 个，基线 2 个，改动之前已有 1 个');
  });

  test('folds a table of more than 20 findings', () => {
    const findings = Array.from({ length: 21 }, () => sampleFinding());
    const long = markdownReport(sampleReport([{ ...faultyFile, findings }]), { language: 'zh' });
    expect(long).toContain('<details><summary><b>配合履职事项清单</b>：21 个错误</summary>\n\n| 项 |');
    const short = { ...faultyFile, findings: findings.slice(1) };
    expect(markdownReport(sampleReport([short]), { language: 'zh' })).toContain(
      '#### 配合履职事项清单：20 个错误\n\n| 项 |',
    );
  });
});
