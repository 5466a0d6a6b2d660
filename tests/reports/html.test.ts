import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileReport, Report } from '../../src/model/report.ts';
import { findingGroups } from '../../src/reports/findingGroups.ts';
import { htmlReport } from '../../src/reports/html/html.ts';
import { SCRIPT } from '../../src/reports/html/script.ts';
import { sha256Base64 } from '../../src/reports/html/sha256.ts';
import { STYLES } from '../../src/reports/html/styles.ts';
import { markedWords } from '../../src/reports/markedWords.ts';
import { quote } from '../../src/reports/quote.ts';
import { visible } from '../../src/reports/visible.ts';
import { waysOut } from '../../src/reports/waysOut.ts';
import { REPORT_WORDS } from '../../src/reports/words.ts';
import { hostileReport } from './hostileReport.ts';
import { attribute, elementsOf, readPage, select, textOf } from './htmlTree.ts';
import { cleanFile, failedFile, faultyFile, sampleFinding, sampleReport } from './sampleReport.ts';

const words = REPORT_WORDS.zh;
const everything = sampleReport([faultyFile, cleanFile, failedFile]);

function pageOf(report: Report, quiet = false) {
  return readPage(htmlReport(report, { language: 'zh', quiet })).root;
}

/** The page without what is the same in every page. */
function body(page: string): string {
  return page.slice(page.indexOf('<body>') + 7, page.indexOf('<script>'));
}

/** The findings that count, in the order of the page. */
function findingsOf(report: Report) {
  return report.files.flatMap((file) =>
    findingGroups(file, file.findings, words).flatMap(({ rows }) => rows.flatMap(({ findings }) => findings)),
  );
}

const TAGS = new Set(
  (
    'html head meta title style body a header p h1 h2 h3 h4 span dl div dt dd main section table thead tbody tr th td ' +
    'strong form fieldset legend label input select option output button article blockquote mark details summary code ' +
    'q ul li footer script'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'lang charset http-equiv content name id class href rel title scope open hidden disabled type value ' +
    'checked aria-label aria-labelledby aria-hidden aria-live data-s data-f data-l data-r data-words data-label'
  ).split(' '),
);

describe('the HTML report', () => {
  test('looks as it was designed, in Chinese', async () => {
    await expect(body(htmlReport(everything, { language: 'zh' }))).toMatchFileSnapshot('golden/zh.html');
  });

  test('looks as it was designed, in English', async () => {
    await expect(body(htmlReport(everything, { language: 'en' }))).toMatchFileSnapshot('golden/en.html');
  });

  test('is read by the standard without an error and holds no element but its own, whatever stands in the documents', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const { root, errors } = readPage(htmlReport(report, { language: 'zh' }));
        expect(errors).toEqual([]);
        const elements = elementsOf(root);
        expect(elements.map(({ tagName }) => tagName).filter((tag) => !TAGS.has(tag))).toEqual([]);
        const names = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
        expect(names.filter((name) => !ATTRIBUTES.has(name))).toEqual([]);
        const links = select(root, 'a').map((link) => attribute(link, 'href') ?? '');
        expect(
          links.filter(
            (link) =>
              !/^#[a-z0-9-]+$/.test(link) &&
              link !== 'https://github.com/qingdan-lint/qingdan-lint/blob/main/docs/rules/x.md',
          ),
        ).toEqual([]);
        expect(select(root, 'style').map(textOf)).toEqual([STYLES]);
        expect(select(root, 'script').map(textOf)).toEqual([SCRIPT]);
        const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        expect(links.filter((link) => link.startsWith('#') && !ids.includes(link.slice(1)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('says the words of the report unchanged, whatever stands in the documents', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const root = pageOf(report);
        const findings = findingsOf(report);
        const articles = select(root, 'article.finding').filter((one) => attribute(one, 'data-s') !== null);
        const told = articles.map((article) => ({
          severity: attribute(article, 'data-s'),
          list: attribute(article, 'data-l'),
          message: select(article, 'p.message').map(textOf).join(),
          quote: select(article, 'blockquote').map(textOf).join(),
          ways: select(article, 'span.way').map(textOf),
          rule: select(article, 'code').map(textOf),
        }));
        expect(told).toEqual(
          findings.map((finding) => {
            const shown = quote(finding, 320, words.empty);
            return {
              severity: finding.severity,
              list: finding.location.list ?? 'none',
              message: visible(finding.message),
              quote: shown.empty ? shown.words : shown.before + markedWords(shown.words) + shown.after,
              ways: waysOut(finding, words),
              rule: [visible(finding.ruleId)],
            };
          }),
        );
        const paths = select(root, 'h2').flatMap((heading) => select(heading, 'span.path').map(textOf));
        expect(paths).toEqual(report.files.map(({ path }) => visible(path)));
        const rules = select(root, 'div.entry').map((entry) => ({
          id: select(entry, 'code').map(textOf).join(),
          why: textOf(select(entry, 'p')[0] ?? entry),
        }));
        const used = [
          ...findings,
          ...report.files.flatMap((file) => file.suppressed.map(({ finding }) => finding)),
        ].map(({ ruleId }) => ruleId);
        expect(rules).toEqual(
          [...new Set(used)].sort().map((id) => ({
            id: visible(id),
            why: visible(report.rules.find((rule) => rule.id === id)?.why ?? ''),
          })),
        );
        const errors = select(root, 'div.bad').map((notice) => textOf(notice));
        expect(errors).toEqual(
          report.files.flatMap(({ error }) =>
            error === null ? [] : [`${words.notChecked} ${visible(error.message)}`],
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('loads nothing, and its policy allows no style and no script but its own', () => {
    const page = htmlReport(everything, { language: 'zh' });
    const { root } = readPage(page);
    const policy = select(root, 'meta').flatMap((meta) =>
      attribute(meta, 'http-equiv') === 'Content-Security-Policy' ? [attribute(meta, 'content')] : [],
    );
    const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
    expect(policy).toEqual([
      `default-src 'none'; style-src 'sha256-${hash(STYLES)}'; script-src 'sha256-${hash(SCRIPT)}'; base-uri 'none'; form-action 'none'`,
    ]);
    expect(STYLES).not.toMatch(/url\(|@import|@font-face/);
    expect(page).not.toMatch(/\ssrc=|<link|<img|<iframe/);
  });

  test('its own SHA-256 is that of the platform', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(sha256Base64(text)).toBe(createHash('sha256').update(text).digest('base64'));
      }),
    );
  });

  test('numbers the findings as they stand on the page, the document before its lists', () => {
    const ofDocument = sampleFinding({
      location: { ...sampleFinding().location, list: null, item: null, column: null },
      message: '最后',
    });
    const root = pageOf(sampleReport([{ ...faultyFile, findings: [sampleFinding(), ofDocument] }]));
    const articles = select(root, 'article.finding');
    expect(articles.map((one) => attribute(one, 'id'))).toEqual(['n1', 'n2']);
    expect(articles.map((one) => textOf(select(one, 'p.message')[0] ?? one))).toEqual([
      '最后',
      sampleFinding().message,
    ]);
    expect(select(root, 'h4').map(textOf)).toEqual([
      '全文高龄老人生活补贴的申请受理与初审',
      '第27项高龄老人生活补贴的申请受理与初审',
    ]);
  });

  test('offers filters by what there is, with counts that are those of the findings', () => {
    const root = pageOf(sampleReport([faultyFile, { ...faultyFile, path: 'lists/b.md' }, cleanFile]));
    const options = select(root, 'select').map((field) => [
      attribute(field, 'name'),
      select(field, 'option').map(textOf),
    ]);
    expect(options).toEqual([
      ['file', ['全部文件', 'lists/云溪镇.md（6处）', 'lists/b.md（6处）']],
      [
        'list',
        ['全部清单', '基本履职事项清单（4处）', '配合履职事项清单（4处）', '上级部门收回事项清单（4处）'],
      ],
      [
        'rule',
        [
          '全部规则',
          'clause-end（2处）',
          'department-form（2处）',
          'department-named（2处）',
          'required-columns（2处）',
          'sequential-numbering（2处）',
          'stated-count（2处）',
        ],
      ],
    ]);
    const [form] = select(root, 'form.filter');
    expect(form && attribute(form, 'hidden')).toBe('');
    const rule = select(root, 'option').find((option) => textOf(option) === 'department-form（2处）');
    const found = select(root, 'article.finding').filter(
      (article) => rule && attribute(article, 'data-r') === attribute(rule, 'value'),
    );
    expect(found.map((article) => textOf(select(article, 'p.message')[0] ?? article))).toEqual([
      '部门名称中间有换行',
      '部门名称中间有换行',
    ]);
  });

  test('has no filter where there is nothing to choose', () => {
    const one = { ...faultyFile, findings: [sampleFinding()] };
    expect(select(pageOf(sampleReport([one])), 'form')).toEqual([]);
  });

  test('shows what was checked in a clean file in the open', () => {
    const root = pageOf(sampleReport([cleanFile]));
    expect(select(root, 'h1').map(textOf)).toEqual(['没有发现问题']);
    const [checked] = select(root, 'details.checked');
    expect(checked && attribute(checked, 'open')).toBe('');
    expect(checked && select(checked, 'tr').map((row) => select(row, 'td').map(textOf))).toEqual([
      [],
      ['92', '2', '—'],
      ['50', '0', '1'],
      ['110', '1', '3'],
      [],
      ['92', '92', '是'],
    ]);
  });

  test.each<[string, string, Partial<FileReport>]>([
    ['unsure', '没有错误和警告，但有 1 处没有读懂', { unread: faultyFile.unread }],
    ['bad', '有 1 个文件无法检查', { error: { code: 'x', message: '读不了' } }],
    ['hints', '没有错误和警告，有 1 个提示供参考', { findings: [sampleFinding({ severity: 'info' })] }],
    ['unsure', '没有错误，有 1 个警告需要核对', { findings: [sampleFinding({ severity: 'warning' })] }],
  ])('says in its head %s: %s', (kind, sentence, over) => {
    const root = pageOf(sampleReport([{ ...cleanFile, ...over }]));
    expect(select(root, 'h1').map(textOf)).toEqual([sentence]);
    expect(select(root, `header.${kind}`).length).toBe(1);
  });

  test('shows errors only when quiet, says how many others there are, and does not call their file clean', () => {
    const warned = { ...cleanFile, path: 'b.md', findings: [sampleFinding({ severity: 'warning' })] };
    const root = pageOf(sampleReport([faultyFile, warned]), true);
    expect(select(root, 'article.finding').map((one) => attribute(one, 'data-s'))).toEqual(
      Array(4).fill('error'),
    );
    expect(select(root, 'p.hidden').map(textOf)).toEqual(['未显示：2 个警告，1 个提示（--quiet）']);
    expect(select(root, 'p.clean')).toEqual([]);
  });

  test('folds the findings that do not count, each with its reason', () => {
    const suppressed = [
      { by: 'ignore' as const, reason: '原文如此', finding: sampleFinding() },
      { by: 'baseline' as const, reason: null, finding: sampleFinding() },
    ];
    const root = pageOf(sampleReport([{ ...cleanFile, suppressed }]));
    const [folded] = select(root, 'details.suppressed');
    expect(folded && attribute(folded, 'open')).toBeNull();
    expect(folded && textOf(select(folded, 'summary')[0] ?? folded)).toBe(
      '另有 2 个问题不计：忽略注释 1 个，基线 1 个',
    );
    expect(folded && select(folded, 'p.by').map(textOf)).toEqual([
      '忽略注释：原文如此 department-named',
      '基线 department-named',
    ]);
    expect(select(root, 'h1').map(textOf)).toEqual(['没有要处理的问题（2 个不计）']);
  });

  test('takes less than 2 KB for a finding, so that 60 files with 100 each stay one page', () => {
    const findings = (): FileReport['findings'] => Array.from({ length: 100 }, () => sampleFinding());
    const files = Array.from({ length: 60 }, (_, i) => ({
      ...faultyFile,
      path: `lists/${i}.md`,
      findings: findings(),
    }));
    expect(Buffer.byteLength(htmlReport(sampleReport(files), { language: 'zh' }))).toBeLessThan(6000 * 2048);
  });
});
