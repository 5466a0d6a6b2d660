import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSound, pairFaults } from '../../src/checks/typography/markPairs.ts';
import { findingsOf, listOfNames, mendedNames } from '../support/mended.ts';

const found = (value: string) =>
  pairFaults(
    value,
    Array.from(value, (_, at) => at),
  ).map(({ kind, start, end, expected }) => [kind, value.slice(start, end), expected].join(' '));

describe('pairs of marks', () => {
  it.each([
    '落实“三会一课”制度，联系村（社区）代表',
    '（一）学习《贯彻〈信访工作条例〉办法》（试行）',
    '按“‘谁主管、谁负责’的原则”办理',
    '联系村（居）民代表（含（城关）社区）',
    '1）申报 2）核对；一）公示',
    "使用don't一词",
    '配55"屏',
    '落实"三会一课"制度',
  ])('are sound in %s', (value) => {
    expect(found(value)).toEqual([]);
  });

  it('lack a partner', () => {
    expect(found('落实“三会一课制度')).toEqual(['unclosed “ ”']);
    expect(found('落实三会一课”制度')).toEqual(['unopened ” “']);
    expect(found('联系村（社区代表，走访（城区）住户')).toEqual(['unclosed （ ）']);
    expect(found('落实“三会一课，办好“民情日记”')).toEqual(['unclosed “ ”']);
    expect(found('学习《信访工作条例')).toEqual(['unclosed 《 》']);
    expect(found('联系村(社区代表')).toEqual(['unclosed ( ）']);
  });

  it('point the wrong way, one mark or both', () => {
    expect(found('落实“三会一课“制度')).toEqual(['reversed “ “”']);
    expect(found('落实”三会一课”制度')).toEqual(['reversed ” “”']);
    expect(found('落实”三会一课“制度')).toEqual(['reversed ”三会一课“ “”']);
    expect(found('联系村）社区）代表')).toEqual(['reversed ） （）']);
    expect(found('落实“三会一课“，办好“民情日记“')).toEqual(['reversed “ “”', 'reversed “ “”']);
  });

  it('that stand far apart or in different clauses are two faults, not one', () => {
    expect(found('落实“三会一课制度；办好“民情日记')).toEqual(['unclosed “ ”', 'unclosed “ ”']);
  });

  it('overlap, stand inside the same marks, or hold nothing', () => {
    expect(found('高龄（80岁以上“）补贴”')).toEqual(['crossed （80岁以上“）补贴” （“”）']);
    expect(found('开展“学习“四下基层”经验”活动')).toEqual(['nested “四下基层” ‘’']);
    expect(found('学习《落实《条例》的通知》')).toEqual(['nested 《条例》 〈〉']);
    expect(found('发放慰问品（）')).toEqual(['empty （） ']);
  });

  it('are not looked for in a run of the same mark', () => {
    expect(found('落实“三会一课”制度““““““')).toEqual([]);
  });
});

describe('the check of pairs', () => {
  it('turns a mark round as a suggestion, and leaves what was lost to a person', () => {
    expect(
      mendedNames('paired-marks', ['落实“三会一课“制度', '学习《落实《条例》的通知》', '落实“三会一课制度']),
    ).toEqual(['1 reversed ““” -> “””', '2 nested “《条例》” -> “〈条例〉”', '3 unclosed ““”']);
  });

  it('shows the words by which a person finds the place', () => {
    const words = (name: string) =>
      findingsOf(listOfNames([name]), 'paired-marks').map(({ data }) => data?.words);
    expect(words('落实“三会一课制度，做好村务公开')).toEqual(['“三会一课制度，做好村务']);
    expect(words('做好村务公开，落实三会一课”制度')).toEqual(['村务公开，落实三会一课”']);
  });

  it('looks closely only where the marks of a kind do not open and close by turns', () => {
    expect(isSound('落实“三会一课”制度，联系村（社区）代表，学习《条例》（试行）')).toBe(true);
    for (const value of [
      '落实“三会一课',
      '三会一课”',
      '”三会一课“',
      '（“）”',
      '（）',
      '“A“B”C”',
      '村（社区））',
    ])
      expect(isSound(value), value).toBe(false);
  });

  it('finds nothing in what it does not look at closely', () => {
    const text = fc.string({ unit: fc.constantFrom(...'（）()“”‘’《》〈〉【】"一1 .'), maxLength: 12 });
    fc.assert(
      fc.property(text, (value) => {
        fc.pre(isSound(value));
        expect(found(value)).toEqual([]);
      }),
    );
  });
});
