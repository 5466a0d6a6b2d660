const BASIC = `## 云溪乡基本履职事项清单（试行）

| 序号 | 事项类别 | 事项名称 |
|---|---|---|
| 1 | 党的建设 | 发现和培养村级后备力量，建好后备干部库 |
| 2 | 党的建设 | 管好用好村级党群活动场所 |
| 3 | 民生服务 | 受理高龄老人生活补贴申请并完成初审 |
| 4 | 民生服务 | 组织村民参加健康体检 |
`;

const COORDINATING = `## 云溪乡配合履职事项清单（试行）

| 序号 | 事项类别 | 事项名称 | 对应上级部门 | 上级部门职责 | 乡配合职责 |
|---|---|---|---|---|---|
| 1 | 民生服务 | 残疾人家庭无障碍改造 | 县残联 | 1.审定改造名单；<br>2.组织施工和验收。 | 1.摸排残疾人家庭需求；<br>2.协助入户施工。 |
| 2 | 民生服务 | 临时遇困人员救助 | 县民政局、财政局 | 县民政局：<br>1.审批救助申请。<br>县财政局：<br>1.拨付救助资金。 | 1.受理申请并入户调查。 |
`;

const WITHDRAWN = `## 云溪乡上级部门收回事项清单（试行）

| 序号 | 事项类别 | 事项名称 | 承接部门及工作方式 |
|---|---|---|---|
| 1 | 城乡建设 | 对擅自占用绿地行为的处罚 | 承接部门：县住房和城乡建设局<br>工作方式：由县住房和城乡建设局开展巡查并依法处罚。 |
`;

/** A short document in which no rule finds anything. */
export const SOUND = `# 云溪乡履职事项清单\n\n${BASIC}\n${COORDINATING}\n${WITHDRAWN}`;

/** `SOUND` with a number left out and a department that is none: two errors. */
export const FAULTY = SOUND.replace('| 3 | 民生服务 | 受理', '| 5 | 民生服务 | 受理')
  .replace('| 4 | 民生服务 | 组织', '| 6 | 民生服务 | 组织')
  .replace('县民政局、财政局 |', '相关部门 |');

/** A text in which there is no list. */
export const NO_LIST = '# 会议通知\n\n请各村于周五前报送材料。\n';

/** `SOUND` with a stated count that is wrong by one. */
export const MISCOUNTED = SOUND.replace('基本履职事项清单（试行）', '基本履职事项清单（共5项）');

/** A basic list of these items, with the numbers as they are given. */
export function draftOf(...items: readonly (readonly [number, string])[]): string {
  return [
    '# 云溪乡基本履职事项清单',
    '',
    '| 序号 | 事项类别 | 事项名称 |',
    '|---|---|---|',
    ...items.map(([number, name]) => `| ${number} | 党的建设 | ${name} |`),
    '',
  ].join('\n');
}
