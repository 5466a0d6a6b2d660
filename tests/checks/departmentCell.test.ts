import { describe, expect, it } from 'vitest';
import { coordinating } from '../support/departmentCells.ts';
import { findIn, shortFindings } from '../support/found.ts';

const inCells = (check: string, ...cells: readonly string[]) =>
  shortFindings(coordinating(cells.map((cell) => [cell])), check);

describe('separators between departments', () => {
  it('are 、 behind a shared prefix and ， before another', () => {
    expect(
      inCells(
        'department-separators',
        '县委组织部、编办，县人社局',
        '县教育局、民政局',
        '州生态环境局青石县分局，县水利局',
        '县教育局、民政局等部门',
        '县住建局和民政局',
        '县妇联、团县委、残联',
      ),
    ).toEqual([]);
  });

  it('are wrong where ， cuts a name off from its prefix', () => {
    expect(inCells('department-separators', '县教育局，民政局')).toEqual([
      'coordinating 1 departments comma “，”',
    ]);
  });

  it('are free before bodies that answer to their own line above', () => {
    expect(
      inCells(
        'department-separators',
        '区应急管理局，云浦供电局',
        '区应急管理局、云浦海事处',
        '区财政局，税务局',
      ),
    ).toEqual([]);
    expect(inCells('department-separators', '区财政局，税务局', '区税务局、教育局')).toEqual([
      'coordinating 1 departments comma “，”',
    ]);
  });

  it('are wrong where 、 carries the committee’s prefix to a government department', () => {
    expect(inCells('department-separators', '县委组织部、人社局')).toEqual([
      'coordinating 1 departments prefix “、”',
    ]);
  });

  it('are neither ； nor white space nor missing', () => {
    expect(
      inCells(
        'department-separators',
        '县教育局；县民政局',
        '县教育局 民政局',
        '县教育局县民政局',
        '县教育局/县民政局',
      ),
    ).toEqual([
      'coordinating 1 departments default “；”',
      'coordinating 2 departments missing “ ”',
      'coordinating 3 departments missing “”',
      'coordinating 4 departments default “/”',
    ]);
  });

  it('follow the document’s habit before a name with its own prefix', () => {
    const usual = [
      '县委组织部，县人社局',
      '县委宣传部，县文旅局',
      '县委编办，县财政局',
      '县委政法委，县司法局',
    ];
    expect(inCells('department-separators', ...usual, '县委统战部、县民政局')).toEqual([
      'coordinating 5 departments habit “、”',
    ]);
    const other = usual.map((cell) => cell.replace('，', '、'));
    expect(inCells('department-separators', ...other, '县委统战部、县民政局')).toEqual([]);
  });

  it('may be line breaks where every cell has them, or a cell has them throughout', () => {
    expect(
      inCells('department-separators', '县教育局\n县民政局', '县水利局\n县财政局', '县司法局\n县公安局'),
    ).toEqual([]);
    expect(
      inCells(
        'department-separators',
        '县教育局、民政局',
        '县水利局\n财政局\n司法局',
        '县司法局、公安局',
        '县文旅局、残联',
        '县教育局、财政局\n民政局',
      ),
    ).toEqual(['coordinating 5 departments missing “\n”']);
  });

  const wantedFor = (...cells: readonly string[]) => {
    const found = findIn(coordinating(cells.map((cell) => [cell])), 'department-separators');
    return typeof found === 'string' ? found : found.map(({ data }) => data.wanted);
  };

  it('keep a half-width comma a comma before a name that brings its prefix, unless the document has 、 there', () => {
    expect(wantedFor('县教育局,县民政局', '县委组织部,县人社局', '县教育局,民政局')).toEqual([
      '，',
      '，',
      '、',
    ]);
    const joined = ['县教育局、县民政局', '县水利局、县财政局', '县司法局、县公安局', '县文旅局、县残联'];
    expect(wantedFor(...joined, '县委组织部,县人社局', '县教育局,县民政局')).toEqual(['、', '、']);
  });

  it('are ， between groups and 、 between names of one where nothing else tells', () => {
    expect(wantedFor('县委组织部；县人社局', '县教育局；县民政局', '县教育局县民政局')).toEqual([
      '，',
      '、',
      '、',
    ]);
  });
});

describe('a department cell', () => {
  it('holds names, brackets and separators only', () => {
    expect(
      inCells('department-cell', '县教育局、民政局，县委党史研究室（地方志办公室）', '相关部门'),
    ).toEqual([]);
  });

  it('holds no words of a duty', () => {
    expect(inCells('department-cell', '县教育局、民政局 负责核对名单。')).toEqual([
      'coordinating 1 departments duty “负责核对名单”',
    ]);
    expect(inCells('department-cell', '县教育局、财政局 县水利局 提供承包底册。')).toEqual([
      'coordinating 1 departments duty “县水利局 提供承包底册”',
    ]);
  });

  it('holds no stray white space and no mark at its ends', () => {
    expect(
      inCells('department-cell', '县农业 农村局', '县人力资源\n和社会保障局', '县教育局、民政局。'),
    ).toEqual([
      'coordinating 1 departments space “农业 农村”',
      'coordinating 2 departments break “资源\n和社”',
      'coordinating 3 departments mark “。”',
    ]);
    expect(inCells('department-cell', '县教育局、\n民政局、\n财政局', '县教育局、\n民政局、财政局')).toEqual([
      'coordinating 2 departments break “局、\n民政”',
    ]);
  });
});
