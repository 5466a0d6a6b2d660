import { describe, expect, test } from 'vitest';
import { walkDuties } from '../../src/grammar/duties.ts';
import { numbers, read } from './readDuties.ts';

describe('clause numbers', () => {
  test.each<[string, string, string[]]>([
    ['are read in one line and over lines', '1.制定计划；2.组织实施；\n3.开展检查。', ['1.', '2.', '3.']],
    ['may have other marks', '1、制定计划；２．组织实施；3 .总结。', ['1、', '２．', '3 .']],
    [
      'may stand in brackets or circles',
      '（1）宣传；(2)排查；③整改；4）总结。',
      ['（1）', '(2)', '③', '4）'],
    ],
    [
      'may lack their mark when the neighbours confirm them',
      '1常态化宣传；\n2.建立机制；\n3开展排查；\n4.总结。',
      ['1', '2.', '3', '4.'],
    ],
    ['may lack the mark of the last one', '1.宣传；\n2.排查；\n3总结。', ['1.', '2.', '3']],
    ['may stand behind a comma or nothing at all', '1.宣传，\n2.排查3.总结', ['1.', '2.', '3.']],
    ['repeat', '1.宣传；\n2.排查；\n2.整改；\n3.总结。', ['1.', '2.', '2.', '3.']],
    ['leave gaps', '1.宣传；\n3.排查；\n4.总结。', ['1.', '3.', '4.']],
    ['go past ten', '9.宣传；10.排查。', ['9.', '10.']],
    [
      'stand before a date or a long number',
      '1.2026年底前完成；2.12345热线办理；3.10月验收。',
      ['1.', '2.', '3.'],
    ],
    [
      'are no wrapped quantities',
      '1.配备不少于\n3名人员，公示\n10个工作日；\n2.合理设置7\n类用房，不少于\n2.5万元。',
      ['1.', '2.'],
    ],
    [
      'are no dates, decimals or telephone numbers',
      '1.开展“5·12”和4.23活动；投入1.5万元；2.办理12345热线。',
      ['1.', '2.'],
    ],
    [
      'are no list in quotation marks or brackets',
      '1.按“1.申请；2.审核”办理；（依据：1.条例；2.办法）\n2.归档。',
      ['1.', '2.'],
    ],
    ['are no ordinals and no full stop of its own', '1.做好库存.盘点；.宣传；第2.条；2.归档。', ['1.', '2.']],
    ['are no enumerations of numerals', '一、宣传一、二年级学生；\n二、排查', ['一、', '二、']],
    ['are not found where there are none', '负责3个村、12345热线和2个社区的工作。', []],
  ])('%s', (_behaviour, value, found) => {
    expect(numbers(value)).toEqual(found);
  });

  test('carry value, style and place', () => {
    const value = '一、宣传\n（一）排查\n１．整改；\n(1)总结。';
    const found = [...walkDuties(read(value).nodes)].map((node) => node.number);
    expect(found).toEqual([
      { value: 1, text: '一、', start: 0, end: 2, style: 'chinese' },
      { value: 1, text: '（一）', start: 5, end: 8, style: 'bracketed-chinese' },
      { value: 1, text: '１．', start: 11, end: 13, style: 'arabic' },
      { value: 1, text: '(1)', start: 17, end: 20, style: 'bracketed-arabic' },
    ]);
  });
});
