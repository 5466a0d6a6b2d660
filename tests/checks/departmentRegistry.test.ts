import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/model/format.ts';
import { baseFormat, coordinating } from '../support/departmentCells.ts';
import { findIn, shortFindings } from '../support/found.ts';

function registered(...registry: readonly string[]): Partial<Format> {
  return { countyNames: ['青石县'], departments: { ...baseFormat().departments, registry } };
}

describe('departments of a county whose departments are all known', () => {
  it('may stand in any written form, and branches and bodies of places above are left alone', () => {
    const document = coordinating(
      [
        ['青石县民政局、人社局，州生态环境局青石县分局'],
        ['州林草局，县财政局'],
        ['国家开发银行青石县支行'],
        ['县委编办'],
      ],
      registered(
        '县民政局',
        '县人力资源和社会保障局',
        '县财政局',
        '县委机构编制委员会办公室',
        '生态环境局青石县分局',
      ),
    );
    expect(findIn(document, 'department-registry')).toEqual([]);
  });

  it('are reported once when unknown, with the name that was most likely meant', () => {
    const document = coordinating([['县民证局'], ['县农机局'], ['县民证局']], registered('县民政局'));
    expect(findIn(document, 'department-registry')).toMatchObject([
      {
        at: 'coordinating 1 departments',
        variant: 'near',
        data: { near: '县民政局' },
        related: ['县民证局'],
      },
      { at: 'coordinating 2 departments', variant: 'default', data: { department: '县农机局' } },
    ]);
  });

  it('cannot be checked without a register', () => {
    expect(shortFindings(coordinating([['县民证局']]), 'department-registry')).toBe(
      '本县格式没有登记部门名录',
    );
  });
});

describe('the county’s name before departments', () => {
  const names = [
    '民政局',
    '水利局',
    '教育局',
    '公安局',
    '财政局',
    '司法局',
    '交通运输局',
    '应急管理局',
    '审计局',
    '统计局',
  ];
  const cells = (prefix: string) =>
    names.map((name) => [`${prefix}${name}`, '负责审核。', `报县${name}。`] as const);

  it('may stand in the column and be left out in the duties', () => {
    expect(findIn(coordinating(cells('青石县')), 'department-county-name')).toEqual([]);
  });

  it('is reported where the column has it and one name lacks it, and the reverse', () => {
    expect(shortFindings(coordinating([...cells('青石县'), ['县民政局']]), 'department-county-name')).toEqual(
      ['coordinating 11 departments default “县民政局”'],
    );
    expect(shortFindings(coordinating([...cells('县'), ['青石县民政局']]), 'department-county-name')).toEqual(
      ['coordinating 11 departments surplus “青石县民政局”'],
    );
  });
});
