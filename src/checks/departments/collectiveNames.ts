import type { DepartmentName } from '../../grammar/departments.ts';
import type { DepartmentVocabulary } from '../../model/format.ts';

/** Subjects that stand for all departments of an item. */
const ALL =
  /^(?:[（(]?[0-9０-９一二三四五六七八九十]{1,3}[.．、)）]?)?\s*(?:[以如]上|上述|各|其他|其余|所有|全体|县直|县级)?(?:各|有关|相关|成员|责任|行业|职能|县直|县级|业务|主管|监管|管理|对口)*(?:部门|单位)(?!的)/u;

/** Whether a clause is the duty of all listed departments together: 各部门按职责分工…, 其他成员单位…. */
export function coversAll(clause: string): boolean {
  return ALL.test(clause);
}

const ENDS = /(?:管理局|监督管理局|局|委员会|委|工作部|部|办公室|办|联合会|联)$/;
const LIST_ENDS = /^[^，。；]{0,40}?(?:部门|单位|机关|机构)/;

/**
 * How a department is meant by the stem of its name alone: it acts as 财政部门 or 公安机关 at the start of a clause, or it is
 * named elsewhere (水利、气象等部门); null where it is not meant. `words` are a cell without white space.
 */
export function meantByStem(
  words: string,
  name: DepartmentName,
  vocabulary: DepartmentVocabulary,
): 'acting' | 'named' | null {
  const base = name.name.slice(name.prefix.length);
  const full = name.canonical.replace(/^[县市区旗州]委?/, '');
  const forms = [base, full, ...(vocabulary.shortForms[full] ?? [])];
  let meant: 'named' | null = null;
  for (const form of forms) {
    const stem = form.replace(ENDS, '');
    if (stem.length < 2 || stem === form) continue;
    if (ACTING_ENDS.some((end) => actsAs(words, `${stem}${end}`))) return 'acting';
    if (stems(stem).some((one) => isInList(words, one))) meant = 'named';
  }
  return meant;
}

const ACTING_ENDS: readonly string[] = ['部门', '机关', '主管部门'];

/** Whether words begin a clause, with or without 县 before them. */
function actsAs(words: string, name: string): boolean {
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
    const before = words.charAt(at - 1);
    const start = '县区市旗由'.includes(before) && before !== '' ? words.charAt(at - 2) : before;
    if (start === '' || '，；。：:;.．、）由'.includes(start)) return true;
  }
  return false;
}

/** 农业 stands for 农业农村, 应急 for 应急管理. */
function stems(stem: string): readonly string[] {
  return stem.length > 3 ? [stem, stem.slice(0, 2)] : [stem];
}

function isInList(words: string, stem: string): boolean {
  for (let at = words.indexOf(stem); at >= 0; at = words.indexOf(stem, at + 1)) {
    const next = words.charAt(at + stem.length);
    const behind = words.slice(at + stem.length);
    if (/^(?:部门|机关|等)/.test(behind)) return true;
    const listed = next === '、' || (next !== '' && '和与及'.includes(next));
    if (listed && LIST_ENDS.test(behind)) return true;
  }
  return false;
}
