import { nearest } from '../grammar/nearest.ts';
import type { Format } from '../model/format.ts';
import type { Rule } from '../model/rule.ts';

/** What someone writes who thinks in Chinese, for values that are English in a config. */
const CHINESE: Readonly<Record<string, readonly string[]>> = {
  error: ['错误', '严重'],
  warning: ['警告', 'warn'],
  info: ['提示', '信息'],
  off: ['关闭', '关', '不检查', '禁用', 'no', 'none', 'disabled', 'disable', '0', 'false'],
  basic: ['基本', '基本履职', '基本履职事项清单'],
  coordinating: ['配合', '配合履职', '配合履职事项清单'],
  withdrawn: ['收回', '上级收回', '上级部门收回事项清单'],
  number: ['序号'],
  category: ['类别', '事项类别'],
  name: ['事项', '事项名称', '名称'],
  departments: ['部门', '对应上级部门'],
  superiorDuties: ['上级部门职责', '上级职责'],
  townshipDuties: ['配合职责', '乡镇配合职责', '街道配合职责'],
  handover: ['承接', '承接部门及工作方式'],
  handoverDepartments: ['承接部门'],
  handoverManner: ['承接方式', '工作方式'],
  note: ['备注'],
};

/** The allowed value that was probably meant: near in its letters, another case, or its Chinese name; undefined when none is. */
export function meantValue(value: string, allowed: readonly string[]): string | undefined {
  const bare = value.replace(/^[“”‘’"'＂]+|[“”‘’"'＂]+$/g, '').trim();
  const same = allowed.find((word) => word.toLowerCase() === bare.toLowerCase());
  const chinese = allowed.find((word) => Object.hasOwn(CHINESE, word) && CHINESE[word]?.includes(bare));
  return same ?? chinese ?? nearest(bare, allowed)?.word;
}

/** The id of the rule that was probably meant, by id or by title. */
export function meantRule(word: string, ids: Iterable<string>, rules: Iterable<Rule>): string | undefined {
  const known = [...ids];
  const near = meantValue(word, known);
  if (near !== undefined) return near;
  const titled = [...rules].filter(({ id }) => known.includes(id));
  const title = nearest(
    word,
    titled.map((rule) => rule.title.zh),
  )?.word;
  if (title !== undefined) return titled.find((rule) => rule.title.zh === title)?.id;
  const holding = word.length < 4 ? [] : known.filter((id) => id.includes(word.toLowerCase()));
  return holding.length === 1 ? holding[0] : undefined;
}

/** The id of the county format that was probably meant, by id, title or the county's name. */
export function meantCounty(
  word: string,
  ids: Iterable<string>,
  formats: ReadonlyMap<string, Format>,
): string | undefined {
  const near = meantValue(word, [...ids]);
  if (near !== undefined) return near;
  const bare = word.replace(/[县市区旗]$/, '');
  if (bare.length < 2) return undefined;
  return [...formats.values()].find(({ title, countyNames, detect }) =>
    [title.zh, ...countyNames, ...detect].some((name) => name.includes(bare)),
  )?.id;
}
