import { describe, expect, it } from 'vitest';
import { numberLike } from '../../src/checks/clauses/numberRuns.ts';
import { findIn, shortFindings } from '../support/found.ts';
import { withDuties } from './clauseCells.ts';

const KIND = 'numbering-levels';
const SOUND = '1.登记名单；2.上门核对；3.发放补贴。';

function inDuties(duties: string) {
  return shortFindings(withDuties([duties, SOUND], [SOUND, SOUND]), KIND);
}

describe('levels of numbers', () => {
  it('are sound in the order of the standard, with levels left out in the middle', () => {
    expect(
      inDuties('一、登记\n1.受理，包括：（1）申请；（2）证件；2.公示。\n二、发放\n1.核定；2.拨付。'),
    ).toEqual([]);
    expect(inDuties('（一）登记\n1.受理；2.公示。\n（二）发放\n1.核定；2.拨付。')).toEqual([]);
  });

  it('are one finding where one number has another form than the rest of the document', () => {
    expect(findIn(withDuties(['1.登记名单；2、公示；3.核对。', SOUND]), KIND)).toMatchObject([
      { variant: 'default', excerpt: '2、', data: { found: '2、', expected: '2.' } },
    ]);
  });

  it('are one finding for a document that writes a form of its own throughout', () => {
    const own = '1、登记名单；2、公示；3、核对。';
    expect(findIn(withDuties([own, own]), KIND)).toMatchObject([
      { variant: 'usual', data: { found: '1、', expected: '1.', count: 6 } },
    ]);
    const bracketed = '（1）登记名单；（2）公示；（3）核对。';
    expect(findIn(withDuties([bracketed, bracketed]), KIND)).toMatchObject([
      { variant: 'usual', data: { found: '（1）', expected: '1.', count: 6 } },
    ]);
  });

  it('are one finding where a count goes on in another style', () => {
    expect(inDuties('1.登记名单；（2）公示；3.核对。')).toEqual([
      'coordinating 1 superiorDuties style “（2）”',
    ]);
    expect(inDuties('（一）登记\n1.受理；2.公示。\n二、发放\n1.核定；2.拨付。')).toEqual([
      'coordinating 1 superiorDuties style “（一）”',
    ]);
  });

  it('are one finding where a level is skipped, and where a cell counts unlike all others', () => {
    expect(inDuties('一、登记\n（1）受理；（2）公示。\n二、发放\n1.核定；2.拨付。')).toEqual([
      'coordinating 1 superiorDuties skipped “（1）”',
    ]);
    expect(inDuties('（1）登记名单；（2）公示；（3）核对。')).toEqual([
      'coordinating 1 superiorDuties top “（1）”',
    ]);
  });

  it.each(['', '：'])('are sound below numbered headings of departments with “%s” behind', (mark) => {
    expect(
      inDuties(
        `（一）县民政局${mark}\n1.受理申请；\n2.公示名单。\n（二）县公安局${mark}\n1.核验身份；\n2.通报结果。`,
      ),
    ).toEqual([]);
  });

  it('are one finding where a higher level stands inside a lower one', () => {
    expect(inDuties('1.登记名单。\n一、受理\n二、公示\n2.发放补贴。')).toEqual([
      'coordinating 1 superiorDuties order “一、”',
    ]);
  });

  it('hold ① for （1） or below it, one finding at most for each run', () => {
    expect(inDuties('1.登记，包括：①姓名；②住址；2.核对，包括：①电话；②证件。')).toEqual([]);
    expect(inDuties('1.登记，包括：（1）人员，即：①本人；②家属；（2）住址；2.核对。')).toEqual([]);
    expect(inDuties('①登记名单；②公示；③核对。')).toEqual(['coordinating 1 superiorDuties top “①”']);
    expect(inDuties('（1）登记，即：①本人；②家属；（2）公示。')).toEqual([
      'coordinating 1 superiorDuties top “（1）”',
    ]);
    expect(inDuties('1.登记，包括：（1）姓名；（2）住址；（3）年龄；2.核对，包括：①电话；②证件。')).toEqual([
      'coordinating 1 superiorDuties default “①”',
    ]);
    expect(inDuties('1.登记，包括：（1）姓名；②住址；（3）年龄；2.核对。')).toEqual([
      'coordinating 1 superiorDuties style “②”',
    ]);
  });

  it('leave the width of brackets to the rules on punctuation', () => {
    expect(inDuties('1.登记，包括：(1)姓名；(2)住址；2.核对，包括：（1）电话；（2）证件。')).toEqual([]);
  });
});

describe('a number in the form of another', () => {
  it.each([
    ['1.', 'arabic', 12, '12.'],
    ['（一）', 'bracketed-chinese', 20, '（二十）'],
    ['十、', 'chinese', 13, '十三、'],
    ['①', 'circled', 7, '⑦'],
    ['（1）', 'bracketed-arabic', 10, '（10）'],
  ] as const)('%s as %s %i is %s', (model, style, value, expected) => {
    expect(numberLike(model, style, value)).toBe(expected);
  });
});
