import { describe, expect, test } from 'vitest';
import { parseHandover } from '../../src/grammar/handover.ts';
import type { Span } from '../../src/model/place.ts';
import { county, handoverWords, vocabulary } from './vocabulary.ts';

/** A handover in words: `names | label | label | manner | by`. */
function read(value: string): { pairs: string[]; stopped: string | null } {
  const cut = (span: Span | null) => (span ? value.slice(span.start, span.end).replace(/\s+/gu, '') : '-');
  const { pairs, stopped } = parseHandover(value, handoverWords, vocabulary, county);
  return {
    pairs: pairs.map((pair) =>
      [
        pair.departments.names.map((name) => cut(name)).join('、'),
        cut(pair.departmentLabel),
        cut(pair.mannerLabel),
        cut(pair.manner),
        pair.by.map((name) => name.canonical).join('、'),
      ].join(' | '),
    ),
    stopped: stopped && cut(stopped),
  };
}

describe('a handover', () => {
  test.each<[string, string, string[]]>([
    [
      'with a label for the manner only',
      '县水利局 承接方式：由县水利局开展巡查',
      ['县水利局 | - | 承接方式 | 由县水利局开展巡查 | 县水利局'],
    ],
    [
      'with both labels',
      '承接部门：云岭县教育局\n工作方式：由县教育局会同民政、残联等部门办理。',
      ['云岭县教育局 | 承接部门 | 工作方式 | 由县教育局会同民政、残联等部门办理。 | 县教育局'],
    ],
    [
      'with half-width colons on one line',
      '承接部门:县教育局;承接方式:由县教育局办理',
      ['县教育局 | 承接部门 | 承接方式 | 由县教育局办理 | 县教育局'],
    ],
    [
      'without 由',
      '县应急局 承接方式：县应急局开展检查',
      ['县应急局 | - | 承接方式 | 县应急局开展检查 | 县应急管理局'],
    ],
    [
      'with several pairs',
      '承接部门：县应急局\n工作方式：由县应急局检查。\n承接部门：县公安局\n工作方式：由县公安局查处。',
      [
        '县应急局 | 承接部门 | 工作方式 | 由县应急局检查。 | 县应急管理局',
        '县公安局 | 承接部门 | 工作方式 | 由县公安局查处。 | 县公安局',
      ],
    ],
    [
      'with several pairs without a label for the departments',
      '县应急局 承接方式：由县应急局检查。县公安局 承接方式：由县公安局查处。',
      [
        '县应急局 | - | 承接方式 | 由县应急局检查。 | 县应急管理局',
        '县公安局 | - | 承接方式 | 由县公安局查处。 | 县公安局',
      ],
    ],
    [
      'with a manner of numbered clauses',
      '承接部门：县财政局\n工作方式：1.村民提出申请；\n2.县财政局审核。',
      ['县财政局 | 承接部门 | 工作方式 | 1.村民提出申请；2.县财政局审核。 | 县财政局'],
    ],
    [
      'with another department behind 由',
      '承接部门：县水利局 承接方式：由县农业农村局负责',
      ['县水利局 | 承接部门 | 承接方式 | 由县农业农村局负责 | 县农业农村局'],
    ],
    [
      'with names wrapped over lines',
      '承接部门：云岭县应\n急管理局\n工作方\n式：由县应急管理局负责',
      ['云岭县应急管理局 | 承接部门 | 工作方式 | 由县应急管理局负责 | 县应急管理局'],
    ],
    ['without labels', '县水利局 由县水利局开展巡查', ['县水利局 | - | - | 由县水利局开展巡查 | 县水利局']],
    ['that only says by whom', '由县水利局开展巡查', [' | - | - | 由县水利局开展巡查 | 县水利局']],
    ['that only names departments', '县水利局、公安局', ['县水利局、公安局 | - | - | - | ']],
  ])('%s', (_case, value, pairs) => {
    expect(read(value)).toEqual({ pairs, stopped: null });
  });

  test('that nobody takes over has no pair', () => {
    expect(read('不再开展此项工作。')).toEqual({ pairs: [], stopped: '不再开展此项工作' });
  });

  test('that is stopped although a department is named has both', () => {
    expect(read('承接部门：县教育局\n工作方式：取消考核，不再开\n展此项考核。')).toEqual({
      pairs: ['县教育局 | 承接部门 | 工作方式 | 取消考核，不再开展此项考核。 | '],
      stopped: '不再开展此项考核',
    });
  });

  test('is empty for an empty cell', () => {
    expect(read(' ')).toEqual({ pairs: [], stopped: null });
  });

  test('keeps words in the department part that are no names', () => {
    const value = '承接部门：县教育局，负责审核 承接方式：由县教育局审核';
    const { pairs } = parseHandover(value, handoverWords, vocabulary, county);
    expect(pairs[0]?.departments.notNames.map(({ start, end }) => value.slice(start, end))).toEqual([
      '负责审核',
    ]);
  });
});
