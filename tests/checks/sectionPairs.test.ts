import { describe, expect, it } from 'vitest';
import { changeCount, differences } from '../../src/checks/differences.ts';
import { findIn, shortFindings } from '../support/found.ts';
import { withDuties } from './clauseCells.ts';

const KIND = 'section-pairs';

/** Duties with these section headings. */
function sections(...headings: readonly string[]): string {
  return headings.map((heading, i) => `${'一二三'.charAt(i)}、${heading}\n1.登记；2.核对。`).join('\n');
}

function between(superior: readonly string[], township: readonly string[]) {
  return shortFindings(withDuties([sections(...superior), sections(...township)]), KIND);
}

describe('headings of paired sections', () => {
  it('are sound when equal, whatever their white space and colons, and when they have nothing in common', () => {
    expect(between(['图斑下发：', '整改验收'], ['图斑 下发', '整改验收'])).toEqual([]);
    expect(between(['图斑下发', '整改验收'], ['入户宣传', '人员转移'])).toEqual([]);
  });

  it('are a slip where a character or two differ, told at the township with the other one related', () => {
    expect(
      findIn(withDuties([sections('图斑下发', '整改验收'), sections('图斑下发', '整改检收')]), KIND),
    ).toEqual([
      {
        at: 'coordinating 1 townshipDuties',
        variant: 'default',
        excerpt: '整改检收',
        data: { found: '整改检收', expected: '整改验收', column: '上级部门职责' },
        related: ['整改验收'],
      },
    ]);
    expect(between(['助学信用贷款', '困难资助'], ['信用助学贷款', '困难资助'])).toEqual([
      'coordinating 1 townshipDuties default “信用助学贷款”',
    ]);
  });

  it('are only worth a look where one says more, or says whose', () => {
    expect(between(['图斑下发及培训核查', '整改验收'], ['图斑下发', '整改验收'])).toEqual([
      'coordinating 1 townshipDuties extended “图斑下发”',
    ]);
    expect(between(['做好辖区企业保障', '电商服务'], ['做好本辖区企业保障', '电商服务'])).toEqual([
      'coordinating 1 townshipDuties extended “做好本辖区企业保障”',
    ]);
  });

  it('are told once where their order differs', () => {
    expect(between(['图斑下发', '整改验收'], ['整改验收', '图斑下发'])).toEqual([
      'coordinating 1 townshipDuties order “整改验收”',
    ]);
  });

  it('are told where one side has a section more', () => {
    expect(between(['图斑下发', '整改验收', '资料归档'], ['图斑下发', '整改验收'])).toEqual([
      'coordinating 1 superiorDuties number “资料归档”',
    ]);
  });

  it('are not compared where one side has no sections', () => {
    expect(findIn(withDuties([sections('图斑下发', '整改验收'), '1.登记；2.核对。']), KIND)).toBe(
      '文中没有上下两级职责都分“一、二、”的事项',
    );
  });
});

describe('differences of two words', () => {
  it('are the stretches that differ, in order', () => {
    expect(differences('整改验收', '整改验收')).toEqual([]);
    expect(differences('应急救援培训', '应急救护培训')).toEqual([{ one: '援', other: '护' }]);
    expect(differences('做好辖区企业保障', '做好本辖区企业服务保障')).toEqual([
      { one: '', other: '本' },
      { one: '', other: '服务' },
    ]);
    expect(changeCount(differences('甲乙丙', '甲丁戊己丙'))).toBe(3);
  });
});
