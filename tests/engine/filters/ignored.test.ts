import { describe, expect, it } from 'vitest';
import { withoutIgnored } from '../../../src/engine/filters/ignored.ts';
import { lint } from '../../../src/engine/lint.ts';
import type { FileReport, ReportedFinding } from '../../../src/model/report.ts';
import { outline } from '../../../src/outline/outline.ts';
import { read } from '../../../src/readers/read.ts';
import { currentRuleset } from '../../support/builtins.ts';

const { rules, formats } = currentRuleset();
const RULES = [
  'sequential-numbering',
  'fullwidth-punctuation',
  'stated-count',
  'ignore-comment',
  'unused-ignore',
];

async function check(text: string, path = 'list.md', ids: readonly string[] = RULES): Promise<FileReport> {
  const document = outline(await read(path, new TextEncoder().encode(text)), formats, 'base');
  return lint(
    document,
    rules.filter(({ id }) => ids.includes(id)),
    'zh',
  );
}

/** What counts and what does not, each by rule and line. */
function shownBy({ findings, suppressed }: FileReport) {
  const name = ({ ruleId, location }: ReportedFinding): string => `${ruleId}:${location.start.line}`;
  return { counts: findings.map(name), ignored: suppressed.map(({ finding }) => name(finding)) };
}

/** A list with a wrong count in its title (line 1), a jump (line 6) and a half-width comma (lines 5 and 6). */
const DRAFT = [
  '# 云溪乡基本履职事项清单（共3项）',
  '',
  '| 序号 | 事项类别 | 事项名称 |',
  '|---|---|---|',
  '| 1 | 党的建设 | 管好村级场所,用好活动阵地 |',
  '| 3 | 民生服务 | 受理补贴申请,完成初审 |',
  '',
].join('\n');
const ALL = [
  'stated-count:1',
  'fullwidth-punctuation:5',
  'sequential-numbering:6',
  'fullwidth-punctuation:6',
];

/** The draft with lines put in: before line 1, 2, … */
function draft(lines: Readonly<Record<number, string>>): string {
  return DRAFT.split('\n')
    .flatMap((line, i) => [...(lines[i + 1] === undefined ? [] : [lines[i + 1] ?? '']), line])
    .join('\n');
}

describe('an ignore comment', () => {
  it('is not needed where nothing is found', async () => {
    expect(shownBy(await check(DRAFT))).toEqual({ counts: ALL, ignored: [] });
  });

  it('above a row covers the findings of its rules in that row, and says why', async () => {
    const report = await check(draft({ 6: '<!-- qingdan-ignore sequential-numbering -- 第2项待批 -->' }));
    expect(shownBy(report)).toEqual({
      counts: ['stated-count:1', 'fullwidth-punctuation:5', 'fullwidth-punctuation:7'],
      ignored: ['sequential-numbering:7'],
    });
    expect(report.suppressed[0]).toMatchObject({ by: 'ignore', reason: '第2项待批' });
    expect(report.ignores).toMatchObject([
      { rules: ['sequential-numbering'], reason: '第2项待批', start: { line: 6, column: 1 } },
    ]);
  });

  it('without rules covers all of them', async () => {
    expect(shownBy(await check(draft({ 6: '<!-- qingdan-ignore -->' })))).toEqual({
      counts: ['stated-count:1', 'fullwidth-punctuation:5'],
      ignored: ['sequential-numbering:7', 'fullwidth-punctuation:7'],
    });
  });

  it('in a row or behind it covers that row', async () => {
    const inside = DRAFT.replace('| 3 |', '| 3 <!-- qingdan-ignore sequential-numbering -->|');
    const behind = DRAFT.replace('初审 |', '初审 | <!-- qingdan-ignore sequential-numbering —— 待批 -->');
    for (const text of [inside, behind])
      expect(shownBy(await check(text)).ignored).toEqual(['sequential-numbering:6']);
  });

  it('above a title covers what is found about it', async () => {
    expect(shownBy(await check(draft({ 1: '<!-- qingdan-ignore stated-count -->' }))).ignored).toEqual([
      'stated-count:2',
    ]);
  });

  it('covers a region, or the file', async () => {
    const region = {
      5: '<!-- qingdan-ignore-start fullwidth-punctuation -->',
      7: '<!-- qingdan-ignore-end -->',
    };
    expect(shownBy(await check(draft(region)))).toEqual({
      counts: ['stated-count:1', 'sequential-numbering:7'],
      ignored: ['fullwidth-punctuation:6', 'fullwidth-punctuation:7'],
    });
    const file = { 7: '<!-- qingdan-ignore-file stated-count fullwidth-punctuation -->' };
    expect(shownBy(await check(draft(file))).counts).toEqual(['sequential-numbering:6']);
  });

  it('closes regions by their rules where it names them', async () => {
    const text = draft({
      5: '<!-- qingdan-ignore-start fullwidth-punctuation -->\n<!-- qingdan-ignore-start sequential-numbering -->',
      6: '<!-- qingdan-ignore-end fullwidth-punctuation -->',
      7: '<!-- qingdan-ignore-end sequential-numbering -->',
    });
    expect(shownBy(await check(text))).toEqual({
      counts: ['stated-count:1', 'fullwidth-punctuation:9'],
      ignored: ['fullwidth-punctuation:7', 'sequential-numbering:9'],
    });
  });

  it('covers the row that follows in text without table marks', async () => {
    const text = [
      '云溪乡基本履职事项清单',
      '',
      '序号 事项类别 事项名称',
      '1 党的建设 管好村级场所,用好活动阵地',
      '<!-- qingdan-ignore sequential-numbering -- 待批 -->',
      '3 民生服务 受理补贴申请,完成初审',
      '',
    ].join('\n');
    expect(shownBy(await check(text, 'list.txt'))).toEqual({
      counts: ['fullwidth-punctuation:4', 'fullwidth-punctuation:6'],
      ignored: ['sequential-numbering:6'],
    });
  });
});

describe('an ignore comment that does nothing', () => {
  it('is reported, with what to do', async () => {
    const report = await check(draft({ 5: '<!-- qingdan-ignore sequential-numbering -->' }));
    const [found] = report.findings.filter(({ ruleId }) => ruleId === 'unused-ignore');
    expect(found).toMatchObject({
      severity: 'warning',
      location: { start: { line: 5, column: 1 } },
      fix: null,
      suggestions: [{ message: '删去这条注释' }],
    });
    const edit = found?.suggestions[0]?.edits[0];
    const text = draft({ 5: '<!-- qingdan-ignore sequential-numbering -->' });
    expect(text.slice(0, edit?.start) + text.slice(edit?.end)).toBe(DRAFT);
  });

  it('is taken out of its row by a safe fix', async () => {
    const text = DRAFT.replace('阵地 |', '阵地 <!-- qingdan-ignore sequential-numbering -->|');
    const report = await check(text);
    const edit = report.findings.find(({ ruleId }) => ruleId === 'unused-ignore')?.fix?.edits[0];
    expect(text.slice(0, edit?.start) + text.slice(edit?.end)).toBe(DRAFT.replace('阵地 |', '阵地|'));
  });

  it('is reported rule by rule where one of them is used', async () => {
    const text = draft({ 6: '<!-- qingdan-ignore stated-count sequential-numbering -- 待批 -->' });
    const [found] = (await check(text)).findings.filter(({ ruleId }) => ruleId === 'unused-ignore');
    expect(found).toMatchObject({ excerpt: 'stated-count' });
    const edit = found?.fix?.edits[0];
    expect(text.slice(0, edit?.start) + text.slice(edit?.end)).toContain(
      '<!-- qingdan-ignore sequential-numbering -- 待批 -->',
    );
  });

  it('is not said to be unused where its rule did not run', async () => {
    const text = draft({ 5: '<!-- qingdan-ignore sequential-numbering -->' });
    const report = await check(text, 'list.md', ['stated-count', 'ignore-comment', 'unused-ignore']);
    expect(shownBy(report).counts).toEqual(['stated-count:1']);
  });

  it.each([
    [
      'an unknown rule',
      { 6: '<!-- qingdan-ignore sequential-number -->' },
      '是不是想写“sequential-numbering”',
    ],
    ['a reason without dashes', { 6: '<!-- qingdan-ignore 待批 -->' }, '没有“待批”这条规则'],
    [
      'an unknown word',
      { 6: '<!-- qingdan-ignore-begin stated-count -->' },
      '没有“qingdan-ignore-begin”这种注释',
    ],
    ['an end without a start', { 6: '<!-- qingdan-ignore-end -->' }, '没有与它成对的'],
    ['a start without an end', { 1: '<!-- qingdan-ignore-start -->' }, '没有 qingdan-ignore-end'],
    ['no end of the comment', { 6: '<!-- qingdan-ignore stated-count' }, '没有结束'],
    ['nothing below', { 7: '<!-- qingdan-ignore -->' }, '下面没有事项或段落'],
  ])('with %s hides nothing and is told', async (_, lines: Record<number, string>, message) => {
    const report = await check(draft(lines));
    const { counts, ignored } = shownBy(report);
    expect(ignored).toEqual([]);
    expect(counts.filter((name) => !name.startsWith('ignore-comment'))).toHaveLength(ALL.length);
    const told = report.findings.filter(({ ruleId }) => ruleId === 'ignore-comment');
    expect(told.map((finding) => finding.message.includes(message))).toEqual([true]);
  });

  it('is not hidden by a comment that names no rule', async () => {
    const text = draft({ 1: '<!-- qingdan-ignore-file -->', 5: '<!-- qingdan-ignore stated-count -->' });
    expect(shownBy(await check(text)).counts).toEqual(['unused-ignore:6']);
    const named = draft({
      1: '<!-- qingdan-ignore-file unused-ignore -->',
      5: '<!-- qingdan-ignore stated-count -->',
    });
    expect(shownBy(await check(named)).ignored).toEqual(['unused-ignore:6']);
  });
});

describe('findings that are added later', () => {
  it('are ignored as well, and their comment is then no longer unused', async () => {
    const text = DRAFT.replaceAll(',', '，').replace('| 3 |', '| 2 |').replace('共3项', '共2项');
    const report = await check(`<!-- qingdan-ignore-file -- 与邻乡一致 -->\n${text}`);
    expect(shownBy(report)).toEqual({ counts: ['unused-ignore:1'], ignored: [] });
    const [unused] = report.findings;
    if (!unused) throw new Error('nothing found');
    const later = {
      ...unused,
      ruleId: 'same-item-differs',
      location: { ...unused.location, start: unused.location.end },
    };
    const again = withoutIgnored({ ...report, findings: [...report.findings, later] });
    expect({ findings: again.findings, suppressed: again.suppressed }).toEqual({
      findings: [],
      suppressed: [{ by: 'ignore', reason: '与邻乡一致', finding: later }],
    });
    expect(withoutIgnored(again)).toEqual(again);
  });
});
