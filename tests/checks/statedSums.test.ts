import { describe, expect, it } from 'vitest';
import { lint } from '../../src/engine/lint.ts';
import { outline } from '../../src/outline/outline.ts';
import { read } from '../../src/readers/read.ts';
import { builtinRuleset } from '../../src/ruleset/load.ts';

const { rules, formats } = builtinRuleset();

const BASIC = `## 基本履职事项清单

| 序号 | 事项类别 | 事项名称 |
|---|---|---|
| 1 | 党的建设 | 发展党员 |
`;
const OTHERS = `
## 配合履职事项清单

| 序号 | 事项类别 | 事项名称 | 上级部门 | 上级部门职责 | 镇配合职责 |
|---|---|---|---|---|---|
| 1 | 民生服务 | 残疾人证换发 | 县残联 | 负责资料复核和制证。 | 负责收集换证申请。 |

## 上级部门收回事项清单

| 序号 | 事项类别 | 收回事项 | 承接部门及工作方式 |
|---|---|---|---|
| 1 | 民生服务 | 福利彩票站点检查 | 县民政局 承接方式：由县民政局派人检查。 |
`;

/** What stated-count finds, as list, excerpt and whether it mends it by itself; and how many items the lists hold. */
async function counted(text: string) {
  const bytes = new TextEncoder().encode(`# 柳河镇履职事项清单\n\n${text}`);
  const report = lint(outline(await read('a.md', bytes), formats), rules, 'zh');
  const findings = report.findings
    .filter(({ ruleId }) => ruleId === 'stated-count')
    .map(({ location, excerpt, fix }) => `${location.list ?? 'all'} ${excerpt}${fix ? ' fixed' : ''}`);
  return { findings, items: report.lists.map(({ items }) => items) };
}

describe('a sum of all lists', () => {
  it.each([
    '列明基本履职事项1项、配合履职事项1项、上级部门收回事项1项，合计3项。',
    '列明基本履职事项1项、配合履职事项1项、上级部门收回事项1项，三张清单共3项。',
    '列明基本履职事项1项、配合履职事项1项、上级部门收回事项1项。以上共计3项。',
    '清单共3项：基本履职1项，配合履职1项，上级收回1项。',
  ])('is none of the list named last: %s', async (statement) => {
    expect(await counted(`${statement}\n\n${BASIC}${OTHERS}`)).toEqual({ findings: [], items: [1, 1, 1] });
  });

  it('is told where it is wrong', async () => {
    const statement = '列明基本履职事项1项、配合履职事项1项、上级部门收回事项1项，合计4项。';
    expect((await counted(`${statement}\n\n${BASIC}${OTHERS}`)).findings).toEqual(['all 4']);
  });

  it('is not held against a file that holds one of the lists', async () => {
    const statement = '清单共12项，其中基本履职事项1项，配合履职事项8项，上级部门收回事项3项。';
    expect((await counted(`${statement}\n\n${BASIC}`)).findings).toEqual([]);
  });

  it('that does not hold keeps another number from being mended by itself', async () => {
    const lists = BASIC.replace('清单', '清单（2项）') + OTHERS;
    const statement = (total: number) =>
      `清单共${total}项，其中基本履职事项1项，配合履职事项1项，上级部门收回事项1项。\n\n`;
    expect((await counted(statement(3) + lists)).findings).toEqual(['basic 2 fixed']);
    expect((await counted(statement(4) + lists)).findings).toEqual(['basic 2']);
  });
});

describe('a row that sums up', () => {
  it.each(['| 合计 | | 1项 |', '| | | 合计：1项 |', '| 总计：1项 | | |', '| 小计 | 1项 | |'])(
    'is no item: %s',
    async (row) => {
      expect(await counted(`${BASIC}${row}\n`)).toEqual({ findings: [], items: [1] });
    },
  );

  it('is compared with the items', async () => {
    expect(await counted(`${BASIC}| 合计 | | 2项 |\n`)).toEqual({ findings: ['basic 2'], items: [1] });
  });
});
