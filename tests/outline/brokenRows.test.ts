import { describe, expect, it } from 'vitest';
import { lint } from '../../src/engine/lint.ts';
import { squeeze } from '../../src/model/text.ts';
import { outline } from '../../src/outline/outline.ts';
import { read } from '../../src/readers/read.ts';
import { builtinRuleset } from '../../src/ruleset/load.ts';

const { formats, rules } = builtinRuleset();
const HEADER = '序号 类别 事项名称 上级部门 上级部门职责 乡镇配合职责';

/** A list of three items as `pdftotext -raw` writes it, the second one given. */
async function report(row: string) {
  const text = `柳河镇配合履职事项清单
${HEADER}
1 民生服务 残疾人证换发 县残联 负责复核换证资料和制证。 负责收集换证申请。
${row}
3 民生服务 老年食堂选址 县民政局 负责审定选址方案。 负责征求群众意见。
`;
  const document = outline(await read('清单.txt', new TextEncoder().encode(text)), formats, 'base');
  const { superiorDuties, townshipDuties } = document.lists[0]?.items[1]?.fields ?? {};
  const { findings } = lint(document, rules, 'zh');
  return {
    superior: superiorDuties && squeeze(superiorDuties.text.value).value,
    township: townshipDuties && squeeze(townshipDuties.text.value).value,
    findings: findings
      .filter(({ location }) => location.list === 'coordinating' && location.item !== null)
      .map(({ ruleId, location }) => `${ruleId} ${location.item}`),
  };
}

const SUPERIOR = '1.划定渡口水域范围，核发渡船证书；2.检验渡船，查处超载渡运行为；3.公布水位信息。';
const TOWNSHIP = '1.登记渡船和渡工，签订责任书；2.劝阻冒险渡运；3.节假日派人值守。';

describe('a row that a page break cuts, without a mark between its cells', () => {
  const above = `2 民生服务 渡口管理 县交通运输局
1.划定渡口水域范围，核发渡船证
书；2.检验渡船，查处超
1.登记渡船和渡工，签订责任书；2.劝阻`;
  const below = `载渡运行为；3.公布水位信息。
冒险渡运；3.节假日派人值守。`;

  it.each([
    ['the header is repeated', `${above}\n\f${HEADER}\n${below}`],
    ['a form feed alone', `${above}\n\f${below}`],
    ['a page number and a form feed', `${above}\n— 7 —\n\f${below}`],
  ])('is put together where the numbers leave one way: %s', async (_name, row) => {
    expect(await report(row)).toEqual({ superior: SUPERIOR, township: TOWNSHIP, findings: [] });
  });

  it('is said to be mixed where nothing tells whose words they are, and no other finding is made of them', async () => {
    const row = `2 民生服务 渡口管理 县交通运输局
负责划定渡口水域范围，核发渡
负责登记渡船和渡工，签订责
\f船证书。公布水位信息。
任书。节假日派人值守。`;
    expect(await report(row)).toEqual({
      superior: undefined,
      township: undefined,
      findings: ['row-shape 2'],
    });
  });

  it('is said to be mixed where the page cuts the departments from the rest and their cell is not recognised', async () => {
    const row = `2 民生服务 渡口管理 县交通运输局、水利局、
1.县交通运输局划定渡口水域范围；
1.登记渡船和渡工；
\f应急管理局
2.县水利局公布水位信息；
3.县应急管理局检查救生设备。
2.劝阻冒险渡运。`;
    const { findings } = await report(row);
    expect(findings).toEqual(['row-shape 2']);
  });
});

it('a row on one page is read as before', async () => {
  const row = `2 民生服务 渡口管理 县交通运输局\n${SUPERIOR}\n${TOWNSHIP}`;
  expect(await report(row)).toEqual({ superior: SUPERIOR, township: TOWNSHIP, findings: [] });
});
