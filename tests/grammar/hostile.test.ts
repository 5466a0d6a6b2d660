import { describe, expect, test } from 'vitest';
import { isDepartmentList, parseDepartments } from '../../src/grammar/departments.ts';
import { dutyLines, parseDuties } from '../../src/grammar/duties.ts';
import { parseHandover } from '../../src/grammar/handover.ts';
import { findStatedCounts } from '../../src/grammar/statedCounts.ts';
import { verbatim } from '../../src/model/text.ts';
import { county, handoverWords, phrases, vocabulary } from './vocabulary.ts';

/** So long that cubic or exponential work would not end within the time a test has. */
const LENGTH = 20_000;

describe('a cell of twenty thousand characters', () => {
  test.each([
    '（',
    '“',
    '1',
    '1.',
    '一、',
    '（1）',
    '县',
    '县委',
    '云岭县',
    '、',
    '县教育局、',
    '县教育局 ',
    '县教育局和',
    '县教育局：\n',
    '由县',
    '；县',
    '等',
    '：',
    '\n',
    '共1项',
    '1项、',
    '党的建设1项、',
    '基本履职事项1项',
    '承接部门：',
    '县教育局等部门',
  ])('that repeats %j is read in time', (piece) => {
    const value = piece.repeat(LENGTH / piece.length);
    const listed = parseDepartments('县教育局、公安局', vocabulary, county).names;
    parseDepartments(value, vocabulary, county);
    isDepartmentList(value.slice(0, 500), vocabulary, county);
    parseHandover(value, handoverWords, vocabulary, county);
    findStatedCounts(verbatim(value, 0, value.length), phrases);
    const lines = dutyLines(value, parseDuties(value, vocabulary, county, listed));
    expect(lines.join('').replace(/\s/g, '')).toBe(value.replace(/\s/g, ''));
  });
});
