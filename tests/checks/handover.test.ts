import { describe, expect, it } from 'vitest';
import { documentOf } from '../support/document.ts';
import { findIn, shortFindings } from '../support/found.ts';
import { withHandovers } from './clauseCells.ts';

const SHAPE = 'handover-shape';
const DEPARTMENTS = 'handover-departments';

/** A withdrawn list with departments and manner in columns of their own. */
function inTwoColumns(...rows: readonly (readonly [string, string])[]) {
  return documentOf({
    lists: [
      {
        kind: 'withdrawn',
        columns: ['序号', '事项类别', '事项名称', '承接部门', '承接方式'],
        rows: rows.map(([who, how], i) => [String(i + 1), '民生服务', `第${i + 1}件事`, who, how]),
      },
    ],
  });
}

describe('the shape of a handover', () => {
  it('is sound with one label throughout, with none at all, and where nobody takes over', () => {
    const labelled = '承接部门：县民政局 工作方式：由县民政局办理。';
    expect(shortFindings(withHandovers(labelled, labelled, '不再开展此项工作。'), SHAPE)).toEqual([]);
    const bare = '县民政局 由县民政局办理。';
    expect(shortFindings(withHandovers(bare, bare), SHAPE)).toEqual([]);
    const byOnly = '由县民政局办理。';
    expect(shortFindings(withHandovers(byOnly, byOnly), SHAPE)).toEqual([]);
  });

  it('is told once for each label unlike the one used most', () => {
    const usual = '承接部门：县民政局 工作方式：由县民政局办理。';
    const odd = '承接部门：县民政局 承接方式：由县民政局办理。';
    expect(findIn(withHandovers(usual, odd, usual, odd, usual), SHAPE)).toMatchObject([
      { at: 'withdrawn 2 handover', excerpt: '承接方式', data: { found: '承接方式', expected: '工作方式' } },
      { at: 'withdrawn 4 handover', excerpt: '承接方式' },
    ]);
  });

  it('is told for a label that is missing, too many, or no label', () => {
    const usual = '县民政局 承接方式：由县民政局办理。';
    expect(
      shortFindings(
        withHandovers(
          usual,
          '县残联 由县残联办理。',
          usual,
          '承接部门：县民政局 承接方式：由县民政局办理。',
          '县民政局 承接方试：由县民政局办理。',
          usual,
        ),
        SHAPE,
      ),
    ).toEqual([
      'withdrawn 2 handover labelMissing “由”',
      'withdrawn 4 handover labelTooMany “承接部门”',
      'withdrawn 5 handover default “承接方试”',
    ]);
  });

  it('is told for the label that is missing before another pair', () => {
    const usual = '县民政局 承接方式：由县民政局办理。';
    const both = '县民政局 由民政局派人逐户核对名单。\n县残联 承接方式：由县残联评定。';
    expect(shortFindings(withHandovers(usual, usual, both), SHAPE)).toEqual([
      'withdrawn 3 handover labelMissing “由”',
    ]);
  });

  it('is told for a handover without department or without manner', () => {
    const usual = '县民政局 承接方式：由县民政局办理。';
    expect(
      findIn(
        withHandovers(usual, '县民政局', '承接方式：由县残联办理。', usual, '承接方式：另行通知。'),
        SHAPE,
      ),
    ).toMatchObject([
      { at: 'withdrawn 2 handover', variant: 'manner', data: { found: '县民政局' } },
      { at: 'withdrawn 3 handover', variant: 'departmentUnstated', excerpt: '县残联' },
      { at: 'withdrawn 5 handover', variant: 'department', excerpt: '承接方式：另行通知。' },
    ]);
  });

  it('is looked at in two columns', () => {
    expect(
      shortFindings(
        inTwoColumns(
          ['县民政局', '由县民政局办理。'],
          ['', '由县残联办理。'],
          ['县残联', ''],
          ['', '不再开展。'],
        ),
        SHAPE,
      ),
    ).toEqual(['withdrawn 2 handover department “”', 'withdrawn 3 handover manner “”']);
  });
});

describe('the department that takes over', () => {
  it('is the one that acts, in any of its written forms', () => {
    expect(
      shortFindings(
        withHandovers(
          '县民政局 承接方式：由县民政局办理。',
          '青石县人力资源和社会保障局 承接方式：改由县人社局办理。',
          '县民政局、县残联 承接方式：由县民政局认定，由县残联制证。',
          '县民政局 承接方式：由县民政局牵头，县公安局配合办理。',
        ),
        DEPARTMENTS,
      ),
    ).toEqual([]);
  });

  it('is told where another one acts, with the one listed related', () => {
    expect(findIn(withHandovers('县民政局 承接方式：由县公安局办理。'), DEPARTMENTS)).toEqual([
      {
        at: 'withdrawn 1 handover',
        variant: 'default',
        excerpt: '县公安局',
        data: { found: '县公安局', expected: '县民政局' },
        related: ['县民政局'],
      },
    ]);
  });

  it('is compared pair by pair, and in two columns', () => {
    expect(
      shortFindings(
        withHandovers('县民政局 承接方式：由县民政局办理。\n县残联 承接方式：由县教育局评定。'),
        DEPARTMENTS,
      ),
    ).toEqual(['withdrawn 1 handover default “县教育局”']);
    expect(shortFindings(inTwoColumns(['县民政局', '由县教育局办理。']), DEPARTMENTS)).toEqual([
      'withdrawn 1 handover default “县教育局”',
    ]);
  });

  it('may act through a body below it', () => {
    expect(
      shortFindings(withHandovers('县农业农村局 承接方式：由县农业综合行政执法大队立案查处。'), DEPARTMENTS),
    ).toEqual([]);
  });
});
