/** A document as plain data: what the layouts render and what reading them must give back. */
export interface PlainDocument {
  readonly title: string;
  /** As printed: `2025年7月`. */
  readonly date: string;
  readonly preamble: readonly string[];
  readonly lists: readonly PlainList[];
}

export type PlainKind = 'basic' | 'coordinating' | 'withdrawn';

export interface PlainList {
  readonly kind: PlainKind;
  readonly title: string;
  readonly items: readonly PlainItem[];
}

/** One row. Duties and handover are clauses joined by `\n`. */
export interface PlainItem {
  /** As printed. */
  readonly number: string;
  readonly category: string;
  readonly name: string;
  readonly departments?: string;
  readonly superiorDuties?: string;
  readonly townshipDuties?: string;
  readonly handover?: string;
}

/** What a rendered column holds: the fields of an item, the two halves of a handover, and columns nobody checks. */
export type PlainRole =
  | 'number'
  | 'category'
  | 'name'
  | 'departments'
  | 'superiorDuties'
  | 'townshipDuties'
  | 'handover'
  | 'handoverDepartments'
  | 'handoverManner'
  | 'note';

/** The columns of a list in the usual order. */
export function columnsOf(kind: PlainKind): readonly PlainRole[] {
  if (kind === 'basic') return ['number', 'category', 'name'];
  if (kind === 'withdrawn') return ['number', 'category', 'name', 'handover'];
  return ['number', 'category', 'name', 'departments', 'superiorDuties', 'townshipDuties'];
}

/** Header words of counties that write them in other ways; `{unit}` is what the township calls itself. */
const WORDINGS: readonly Readonly<Record<Exclude<PlainRole, 'note'>, string>>[] = [
  {
    number: '序号',
    category: '事项类别',
    name: '事项名称',
    departments: '对应上级部门',
    superiorDuties: '上级部门职责',
    townshipDuties: '{unit}配合职责',
    handover: '承接部门及工作方式',
    handoverDepartments: '承接部门',
    handoverManner: '承接方式',
  },
  {
    number: '编号',
    category: '类别',
    name: '履职事项',
    departments: '牵头部门',
    superiorDuties: '牵头部门职责',
    townshipDuties: '{unit}配合内容',
    handover: '承接部门和承接方式',
    handoverDepartments: '承接部门',
    handoverManner: '工作方式',
  },
  {
    number: '序号',
    category: '事项分类',
    name: '具体事项',
    departments: '对应上级单位',
    superiorDuties: '上级单位职责',
    townshipDuties: '{unit}职责',
    handover: '承接部门及方式',
    handoverDepartments: '承接单位',
    handoverManner: '承接方式',
  },
];

/** How many ways of wording a header there are; 0 is the usual one. */
export const WORDING_COUNT = WORDINGS.length;

/** The header word of a column; `unit` is what the township calls itself (镇, 乡, 乡镇, 街道, 苏木). */
export function headerWord(role: PlainRole, unit: string, wording = 0): string {
  const words = WORDINGS[wording] ?? WORDINGS[0];
  if (role === 'note' || !words) return '备注';
  return words[role].replace('{unit}', unit);
}

/** A handover in two halves, labels dropped, several pairs joined by `\n`. One without labels (不再开展…) is all manner. */
export function splitHandover(handover: string): { readonly departments: string; readonly manner: string } {
  const departments: string[] = [];
  const manners: string[] = [];
  for (const line of handover.split('\n')) {
    const manner = /^(?:承接方式|工作方式)[：:](.*)$/.exec(line);
    const department = /^承接部门[：:](.*)$/.exec(line);
    if (manner) manners.push(manner[1] ?? '');
    else if (department) departments.push(department[1] ?? '');
    else if (/[一-龥](?:局|委|办|会|部|院|大队|中心)$/.test(line)) departments.push(line);
    else manners.push(line);
  }
  return { departments: departments.join('\n'), manner: manners.join('\n') };
}

/** The words of a cell, clauses joined by `\n`; empty for columns that are only there to be passed over. */
export function cellOf(item: PlainItem, role: PlainRole): string {
  if (role === 'note') return '';
  if (role === 'handoverDepartments') return splitHandover(item.handover ?? '').departments;
  if (role === 'handoverManner') return splitHandover(item.handover ?? '').manner;
  return item[role] ?? '';
}

/** Items of a list in runs of one category, in order. */
export function categoryRuns(items: readonly PlainItem[]): readonly (readonly PlainItem[])[] {
  const runs: PlainItem[][] = [];
  for (const item of items) {
    const last = runs[runs.length - 1];
    if (last?.[0]?.category === item.category) last.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** The document with numbers that start again in every category. */
export function numberedPerCategory(document: PlainDocument): PlainDocument {
  return {
    ...document,
    lists: document.lists.map((list) => ({
      ...list,
      items: categoryRuns(list.items).flatMap((run) =>
        run.map((item, index) => ({ ...item, number: String(index + 1) })),
      ),
    })),
  };
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 in Chinese numerals, for headings: 一, 十, 二十一. */
export function chineseNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens] ?? ''}十`;
  return head + (ones === 0 && tens > 0 ? '' : (DIGITS[ones] ?? ''));
}

/** `一、党的建设（22项）`, the heading above the items of a category. */
export function categoryHeading(index: number, name: string, count: number | null): string {
  return `${chineseNumeral(index + 1)}、${name}${count === null ? '' : `（${count}项）`}`;
}
