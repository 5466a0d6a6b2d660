import { describe, expect, test } from 'vitest';
import { mentionReader } from '../../src/grammar/mentions.ts';
import { county, vocabulary } from './vocabulary.ts';

const read = mentionReader(vocabulary, county, new Set(['残联']));

/** `name=canonical role`, with `*` behind a carried prefix. */
function shown(value: string): string[] {
  return read(value).map((one) => `${one.name}${one.carried ? '*' : ''}=${one.canonical} ${one.role}`);
}

describe('departments named in a sentence', () => {
  test.each<[string, string, string[]]>([
    ['that act', '1.县水利局、教育局负责巡查', ['县水利局=县水利局 subject', '县教育局*=县教育局 subject']],
    ['that act behind 由', '发现问题，由县公安局查处', ['县公安局=县公安局 subject']],
    ['that act with another', '会同云岭县公安局开展检查', ['云岭县公安局=县公安局 partner']],
    ['that act on what they get', '报县财政局复核', ['县财政局=县财政局 partner']],
    [
      'that get something',
      '移交县公安局；向县财政局申请资金',
      ['县公安局=县公安局 receiver', '县财政局=县财政局 receiver'],
    ],
    ['without prefix behind a verb', '上报教育局审核', ['教育局=县教育局 partner']],
    [
      'that the document lists by a name without clear ending',
      '协助残联摸排',
      ['残联=县残疾人联合会 partner'],
    ],
    ['of the prefecture', '报州财政局备案', ['州财政局=州财政局 partner']],
    ['that are branches', '上报州生态环境局云岭县分局', ['州生态环境局云岭县分局=生态环境局县分局 receiver']],
    ['over a line break', '报县农业\n农村局审核', ['县农业农村局=县农业农村局 partner']],
    [
      'of a national body, with all of its name,',
      '1.国家财政总局云岭县财政局负责；2.县水利局巡查',
      ['国家财政总局云岭县财政局=县财政局 subject', '县水利局=县水利局 subject'],
    ],
    ['behind words about the nation', '按照国家规定县财政局拨付', ['县财政局=县财政局 other']],
    ['beside a national body', '会同国家档案局和县教育局检查', ['县教育局=县教育局 partner']],
  ])('%s are found', (_, value, mentions) => {
    expect(shown(value)).toEqual(mentions);
  });

  test.each([
    '县人民政府审批',
    '县人大代表视察',
    '县公安局长带队',
    '民政、教育局等部门',
    '白河教育局',
    '县财政资金',
  ])('are none in %s', (value) => {
    expect(shown(value)).toEqual([]);
  });

  test('know where they stand in the value', () => {
    const value = '定期向 县民 政局、\n残联报告';
    expect(read(value).map(({ start, end }) => value.slice(start, end))).toEqual(['县民 政局', '残联']);
  });
});
