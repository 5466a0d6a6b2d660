import { describe, expect, it } from 'vitest';
import { lint } from '../src/engine/lint.ts';
import type { ListDocument } from '../src/model/document.ts';
import { outline } from '../src/outline/outline.ts';
import { read } from '../src/readers/read.ts';
import { currentRuleset } from './support/builtins.ts';

/** Small lists as other provinces write them: their headers, their departments, their layouts. */

const { rules, formats } = currentRuleset();

async function documentOf(text: string, path = 'list.md'): Promise<ListDocument> {
  return outline(await read(path, new TextEncoder().encode(text)), formats);
}

/** `item rule message` of every finding at warning and above. */
async function found(text: string, path?: string): Promise<readonly string[]> {
  const { findings } = lint(await documentOf(text, path), rules, 'zh');
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ ruleId, location, message }) => `${location.item ?? '-'} ${ruleId} ${message}`);
}

const coordinating = (headers: string, ...rows: readonly string[]) =>
  `# 临河街道配合履职事项清单\n\n${headers}\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`;

describe('headers that name the level of the departments above', () => {
  it.each([
    ['市级牵头部门', '市级部门职责'],
    ['县级主责部门', '县级主责部门职责'],
    ['旗级责任单位', '旗级责任单位职责'],
    ['区直部门（单位）', '区直部门（单位）职责'],
    ['县（市、区）级部门', '县（市、区）级部门职责'],
    ['师市部门', '师市部门职责'],
    ['对应区级部门', '区级职责'],
  ])('%s, %s', async (departments, duties) => {
    expect(
      await found(
        coordinating(
          `| 序号 | 事项类别 | 事项名称 | ${departments} | ${duties} | 街道配合职责 |`,
          '| 1 | 民生服务 | 高龄津贴发放 | 县民政局 | 1.审批申请；<br>2.发放津贴。 | 受理申请。 |',
        ),
      ),
    ).toEqual([]);
  });
});

describe('departments in clauses numbered （1） and ①', () => {
  const header = '| 序号 | 事项类别 | 事项名称 | 对应上级部门 | 上级部门职责 | 街道配合职责 |';
  it.each([
    ['（1）', '（2）'],
    ['(1)', '(2)'],
    ['①', '②'],
  ])('%s', async (one, two) => {
    expect(
      (
        await found(
          coordinating(
            header,
            `| 1 | 经济发展 | 企业培育 | 区统计局、区商务委 | ${one}区统计局指导企业报表；<br>${two}区商务委负责商贸企业的培育。 | 上报名单。 |`,
            `| 2 | 市场监管 | 集市整治 | 市公安局、市市场监督管理局 | ${one}市公安局维护秩序；<br>${two}市市场监督管理局检查摊位。 | 清理摊位。 |`,
          ),
        )
      ).filter((line) => !/numbering-levels|fullwidth/.test(line)),
    ).toEqual([]);
  });
});

describe('a table of contents', () => {
  it.each(['……', '…', '...', '⋯⋯⋯'])('with the leader %s', async (leader) => {
    const text = `履职事项清单\n\n目录\n\n一、基本履职事项清单${leader}1\n\n二、配合履职事项清单${leader}12\n\n基本履职事项清单\n`;
    expect((await documentOf(text, 'list.txt')).contents.map(({ kind, page }) => [kind, page])).toEqual([
      ['basic', 1],
      ['coordinating', 12],
    ]);
  });
});
