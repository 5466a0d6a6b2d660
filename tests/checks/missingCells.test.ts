import { expect, it } from 'vitest';
import { baseFormat } from '../support/departmentCells.ts';
import { documentOf } from '../support/document.ts';
import { findIn } from '../support/found.ts';

const sound = (number: string) => [
  number,
  '民生服务',
  '走访',
  '县民政局',
  '1.审核；2.公示。',
  '1.登记；2.上报。',
];

it.each<[string, string[], string | null]>([
  [
    'the department',
    ['2', '民生服务', '助学', '1.县教育局审核；2.公示。', '1.登记；2.上报。'],
    '“对应上级部门”',
  ],
  ['the category', ['2', '助学', '县教育局', '1.审核；2.公示。', '1.登记；2.上报。'], '“事项类别”'],
  ['the name', ['2', '民生服务', '县教育局', '1.审核；2.公示。', '1.登记；2.上报。'], '“事项名称”'],
  ['the number', ['民生服务', '助学', '县教育局', '1.审核；2.公示。', '1.登记；2.上报。'], '“序号”'],
  ['the township', ['2', '民生服务', '助学', '县教育局', '1.县教育局审核；2.公示。'], '“镇配合职责”'],
  ['one of two', ['2', '民生服务', '助学', '县教育局', '1.审核；2.公示。'], null],
  [
    'a mark between two',
    ['2', '民生服务', '高龄老人补贴发放县民政局', '1.审核；2.公示。', '1.登记；2.上报。'],
    '“对应上级部门”',
  ],
])('a row that lacks a cell is told by what its cells hold: %s', (_, row, missing) => {
  const document = documentOf({
    format: baseFormat(),
    lists: [{ kind: 'coordinating', rows: [sound('1'), row, sound('3')] }],
  });
  const data = { cells: 5, columns: 6 };
  expect(findIn(document, 'row-shape')).toMatchObject([
    missing === null ? { variant: 'short', data } : { variant: 'few', data: { ...data, missing } },
  ]);
  // No number is written over other words, and no row is called out of its place.
  expect(findIn(document, 'sequence')).toEqual([]);
  expect(findIn(document, 'grouping')).toEqual([]);
});
