import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/checks/check.ts';
import { lint, lintWith } from '../../src/engine/lint.ts';
import { makeReport } from '../../src/engine/report.ts';
import type { Finding } from '../../src/model/finding.ts';
import { documentOf, rowsNumbered, testFormat, testRule } from '../support/document.ts';
import { schemaErrors } from '../support/reportSchema.ts';

const document = documentOf({
  title: '青石县柳河镇履职事项清单',
  statements: [{ phrase: '共有基本履职事项3项', what: 'items', list: 'basic', stated: 3 }],
  lists: [
    { kind: 'basic', title: '柳河镇\n基本履职事项清单', rows: rowsNumbered(['1', '3', '4']) },
    {
      kind: 'coordinating',
      rows: [
        ['1', '民生服务', '残疾人证\n换发', '县残联、民政局，县残联', '负责复核。', '负责收集。'],
        ['2', '民生服务', '临时救助', '县民政局', '负责审批。', '负责受理。'],
      ],
    },
  ],
  unread: [{ words: '此处  盖章', reason: 'stray-text' }],
});
const sequence = testRule('sequence', {
  id: 'sequential-numbering',
  messages: {
    default: { zh: '应为{expected}', en: '{expected} is due' },
    gap: { zh: '“{found}”之前缺少{missing}', en: '{missing} is missing before “{found}”' },
  },
});

/** A check that does what a test wants. */
function checkThat(run: Check['run']): ReadonlyMap<string, Check> {
  return new Map([['made', { kind: 'made', options: {}, variants: { default: [] }, run }]]);
}
const nowhere = { list: null, listIndex: null, item: null, itemIndex: null, column: null };

describe('the report of a file', () => {
  const report = lint(document, [sequence], 'zh');

  it('says what was found, where, and in which words', () => {
    const start = document.source.text.indexOf('3|');
    const line = document.source.text.slice(0, start).split('\n').length;
    expect(report.findings).toEqual([
      {
        ruleId: 'sequential-numbering',
        severity: 'error',
        message: '“3”之前缺少2',
        location: {
          list: 'basic',
          item: 3,
          column: 'number',
          start: { line, column: 1, offset: start },
          end: { line, column: 2, offset: start + 1 },
        },
        excerpt: '3',
        context: { before: '', after: '' },
        subject: { listTitle: '柳河镇 基本履职事项清单', itemName: '走访第1组住户' },
        related: [],
        fix: null,
        suggestions: [],
        fingerprint: expect.stringMatching(/^[0-9a-z]{11}$/),
      },
    ]);
    expect(report.rules).toEqual([{ id: 'sequential-numbering', status: 'failed', findings: 1 }]);
    expect(report.error).toBeNull();
  });

  it('says what is in each list, and counts what the document states', () => {
    expect(report.lists).toEqual([
      {
        kind: 'basic',
        title: '柳河镇 基本履职事项清单',
        items: 3,
        categories: [{ name: '党的建设', items: 3 }],
        departments: [],
      },
      {
        kind: 'coordinating',
        title: null,
        items: 2,
        categories: [{ name: '民生服务', items: 2 }],
        departments: ['县残联', '县民政局'],
      },
    ]);
    expect(report.statedCounts).toEqual([
      { list: 'basic', what: 'items', category: null, stated: 3, actual: 3 },
    ]);
  });

  it('says what was not read', () => {
    const start = document.source.text.indexOf('此处');
    expect(report.unread).toEqual([
      {
        reason: '清单中间夹有不属于任何事项的文字',
        start: { line: 11, column: 1, offset: start },
        end: { line: 11, column: 7, offset: start + 6 },
        excerpt: '此处 盖章',
      },
    ]);
  });

  it('speaks the language it is asked for', () => {
    expect(lint(document, [sequence], 'en').findings[0]?.message).toBe('2 is missing before “3”');
  });

  it('leaves out rules that are off and says of the others whether they passed or why they were not applied', () => {
    const rules = [
      { ...sequence, severity: 'off' as const },
      testRule('grouping', { id: 'category-grouping' }),
      testRule('departments', { id: 'department-named', on: { lists: ['withdrawn'] } }),
    ];
    expect(lint(document, rules, 'zh').rules).toEqual([
      { id: 'category-grouping', status: 'passed' },
      { id: 'department-named', status: 'notApplicable', reason: '文中没有带部门一栏的配合履职事项清单' },
    ]);
  });

  it('orders findings by place, whichever rule they come from', () => {
    const at = (start: number): Finding => ({ ...nowhere, span: { start, end: start + 1 } });
    const kinds = new Map([
      ...checkThat(() => [at(9), at(2)]),
      [
        'other',
        { kind: 'other', options: {}, variants: { default: [] }, run: () => [at(5)] } satisfies Check,
      ] as const,
    ]);
    const rules = [testRule('made', { id: 'one' }), testRule('other', { id: 'two' })];
    expect(
      lintWith(kinds, document, rules, 'zh').findings.map((finding) => [
        finding.ruleId,
        finding.location.start.offset,
      ]),
    ).toEqual([
      ['one', 2],
      ['two', 5],
      ['one', 9],
    ]);
  });

  it('fits its schema', () => {
    expect(schemaErrors(makeReport([report], '1.2.3'))).toEqual([]);
  });
});

describe('a rule that fails', () => {
  it('makes the file an error and lets the other rules run', () => {
    const kinds = new Map([
      ...checkThat(() => {
        throw new Error('boom');
      }),
      ['fine', { kind: 'fine', options: {}, variants: {}, run: () => [] } satisfies Check] as const,
    ]);
    const report = lintWith(
      kinds,
      document,
      [testRule('made', { id: 'broken' }), testRule('fine', { id: 'sound' })],
      'en',
    );
    expect(report.error).toMatchObject({ code: 'internal', message: expect.stringContaining('broken') });
    expect(report.error?.message).toContain('boom');
    expect(report.rules).toMatchObject([
      { id: 'broken', status: 'notApplicable' },
      { id: 'sound', status: 'passed' },
    ]);
  });

  it('is one whose message asks for a value that its check does not give', () => {
    const kinds = checkThat(() => [{ ...nowhere, span: { start: 0, end: 1 } }]);
    const rule = testRule('made', { messages: { default: { zh: '{what}', en: '{what}' } } });
    const report = lintWith(kinds, document, [rule], 'en');
    expect(report.error?.code).toBe('internal');
    expect(report.error?.message).toContain('{what}');
    expect(report.findings).toEqual([]);
  });

  it('is one whose check does not exist', () => {
    expect(lintWith(new Map(), document, [testRule('made')], 'zh').error?.code).toBe('internal');
  });
});

describe('a file with nothing to check', () => {
  it('is an error when no list was recognised, and no rule passes', () => {
    const report = lint(documentOf({ paragraphs: ['会议通知'], lists: [] }), [sequence], 'zh');
    expect(report.error?.code).toBe('no-list');
    expect(report.error?.message).toMatch(/“基本履职事项清单”、“配合履职事项清单”、“上级部门.+清单”/);
    expect(report.rules).toMatchObject([{ id: 'sequential-numbering', status: 'notApplicable' }]);
    expect(schemaErrors(makeReport([report], '1.2.3'))).toEqual([]);
  });

  it('is an error when the lists hold no items', () => {
    const report = lint(documentOf({ lists: [{ kind: 'basic', rows: [] }] }), [sequence], 'zh');
    expect(report.error?.code).toBe('no-items');
    expect(report.error?.message).toContain('“基本履职事项清单”');
  });
});

describe('suggestions', () => {
  const span = { start: 0, end: 2 };
  const suggesting = checkThat(() => [
    {
      ...nowhere,
      span,
      fix: [{ span, text: '甲' }],
      suggestions: [{ variant: 'replace', data: { near: '乙' }, edits: [{ span, text: '乙' }] }],
    },
  ]);

  it('are reported with their message and edits, beside the fix', () => {
    const rule = testRule('made', {
      messages: { default: { zh: '错', en: 'wrong' }, replace: { zh: '改为“{near}”', en: 'use “{near}”' } },
    });
    const report = lintWith(suggesting, document, [rule], 'zh');
    expect(report.findings[0]).toMatchObject({
      fix: { edits: [{ start: 0, end: 2, text: '甲' }] },
      suggestions: [{ message: '改为“乙”', edits: [{ start: 0, end: 2, text: '乙' }] }],
    });
    expect(makeReport([report], '1').summary.fixable).toBe(1);
  });

  it('are not offered by a rule that has no words for them', () => {
    expect(lintWith(suggesting, document, [testRule('made')], 'zh').findings[0]?.suggestions).toEqual([]);
  });
});

describe('the context of a finding', () => {
  it('is the rest of its cell, a wrapped line without the break', () => {
    const start = document.source.text.indexOf('民政局');
    const kinds = checkThat(() => [
      {
        span: { start, end: start + 3 },
        list: 'coordinating',
        listIndex: 1,
        item: 1,
        itemIndex: 0,
        column: 'departments',
      },
    ]);
    const report = lintWith(kinds, document, [testRule('made')], 'zh');
    expect(report.findings[0]).toMatchObject({
      excerpt: '民政局',
      context: { before: '县残联、', after: '，县残联' },
      subject: { listTitle: null, itemName: '残疾人证换发' },
    });
  });

  it('is cut to thirty characters on either side', () => {
    const words = '为民服务办实事'.repeat(10);
    const long = documentOf({
      format: testFormat,
      lists: [{ kind: 'basic', rows: [['1', '党的建设', words]] }],
    });
    const start = long.source.text.indexOf(words) + 35;
    const kinds = checkThat(() => [
      { ...nowhere, listIndex: 0, itemIndex: 0, span: { start, end: start + 2 } },
    ]);
    const { context } = lintWith(kinds, long, [testRule('made')], 'zh').findings[0] ?? expect.fail();
    expect(context).toEqual({ before: words.slice(5, 35), after: words.slice(37, 67) });
  });
});
