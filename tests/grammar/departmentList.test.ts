import { describe, expect, test } from 'vitest';
import { isDepartmentList } from '../../src/grammar/departments.ts';
import { county, vocabulary } from './vocabulary.ts';

const accepts = (value: string, names: readonly string[] = county) =>
  isDepartmentList(value, vocabulary, names);

describe('the strict reading, which finds the department cell in text without table marks', () => {
  test.each([
    '云岭县委组织部',
    '云岭县教育局、国家开发银行云岭县支行',
    '云岭县政协',
    '县档案史志馆',
    '县教育局',
    '公安局、民政局',
    '州生态环境局云岭县分局，县水利局、卫健委',
    '云岭县委组\n织部、云岭\n县人社局、云岭县\n\n委编办',
    '云岭县发展\n和改革委员\n\n会',
    '县应急局、水利局等其他负有安全监管职责的部门',
    '县公安局、相关部门',
    '县政府办（数字化发展局）',
    '县教育局；县民政局',
    '县粮食物资储备中心',
    '县应急管理局、青石供电局',
    '青石海事局、县交通运输局',
  ])('accepts %j', (value) => {
    expect(accepts(value)).toBe(true);
  });

  test.each([
    '',
    '推荐人大代表工作',
    '做好残联工作',
    '法院调查取证',
    '宣传部门',
    '组织村民',
    '有关部门',
    '县级相关部门',
    '县教育局 县民政局',
    '县教育局\n县民政局',
    '县教育局县民政局',
    '县教育局、',
    '、县教育局',
    '县教育局：',
    '县教育局负责',
    '工作\n\n云岭县委组\n织部',
    '建设\n\n云岭县水利局',
    '查工作云岭县教育局',
    '（测土配方）县农业农村局',
    '编办',
    '服务中心',
    '县人民政府',
    '1.县教育局',
    '牵头单位：县教育局',
    '长泉县教育局',
  ])('refuses %j', (value) => {
    expect(accepts(value)).toBe(false);
  });

  test('accepts the places of a county that nobody told of, and no word of a duty before 县', () => {
    expect(
      ['长泉县教育局、长泉县公安局', '申领工作长泉县教育局', '作长泉县委组织部普惠金融长泉县财政局'].map(
        (value) => accepts(value, []),
      ),
    ).toEqual([true, false, false]);
  });
});
