import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dutyLines, walkDuties } from '../../src/grammar/duties.ts';
import { read } from './readDuties.ts';

const part = fc.constantFrom(
  '1.',
  '2.',
  '3.',
  '１．',
  '2、',
  '一、',
  '二、',
  '（一）',
  '（1）',
  '(2)',
  '①',
  '1',
  '12345',
  '4·23',
  '制定方案',
  '县教育局',
  '县公安局、民政局',
  '县委组织部',
  '由',
  '会同',
  '负责',
  '：',
  ':',
  '；',
  ';',
  '。',
  '，',
  '、',
  ' ',
  '\n',
  '\n\n',
  '　',
  '（',
  '）',
  '“',
  '”',
  '《',
  '等部门',
  'App',
  '.',
);
const cell = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(''));
const squeezed = (text: string) => text.replace(/\s+/gu, '');

describe('any duties cell', () => {
  test('loses no character but white space', () => {
    fc.assert(
      fc.property(cell, (value) => {
        expect(squeezed(dutyLines(value, read(value, '县教育局、公安局')).join(''))).toBe(squeezed(value));
      }),
      { numRuns: 500 },
    );
  });

  test('has nodes in reading order that do not overlap, numbers and names inside them', () => {
    fc.assert(
      fc.property(cell, (value) => {
        let end = 0;
        for (const node of walkDuties(read(value, '县教育局、公安局').nodes)) {
          expect(node.start).toBeGreaterThanOrEqual(end);
          expect(node.end).toBeGreaterThan(node.start);
          end = node.end;
          if (node.number) expect(value.slice(node.number.start, node.number.end)).toBe(node.number.text);
          for (const name of node.departments) {
            expect([name.start >= node.start, name.end <= node.end, name.end > name.start]).toEqual([
              true,
              true,
              true,
            ]);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('of well-formed clauses reads back as the clauses it was written from', () => {
    const clause = fc.constantFrom(
      '制定方案',
      '组织实施，做好记录',
      '对辖区3个村开展检查',
      '报县教育局审核',
      '开展“送法下乡”活动',
      '办理（含代办）12345热线',
    );
    fc.assert(
      fc.property(
        fc.array(clause, { minLength: 1, maxLength: 15 }),
        fc.constantFrom('', ' ', '\n'),
        (clauses, gap) => {
          const lines = clauses.map((words, i) => `${i + 1}.${words}${i + 1 < clauses.length ? '；' : '。'}`);
          const value = lines.join(gap);
          expect(dutyLines(value, read(value))).toEqual(lines);
        },
      ),
    );
  });
});
