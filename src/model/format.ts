/** The three lists (domain.md). */
export const LIST_KINDS = ['basic', 'coordinating', 'withdrawn'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** Column ids as they stand in rules, formats and reports. */
export const COLUMN_IDS = [
  'number',
  'category',
  'name',
  'departments',
  'superiorDuties',
  'townshipDuties',
  'handover',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/**
 * What a table column can hold. Beside the column ids: the two halves of a handover that a county writes
 * in columns of their own, and columns that are known but not checked (备注, 法律依据).
 */
export type ColumnRole = ColumnId | 'handoverDepartments' | 'handoverManner' | 'note';

/** Words in both languages of the tool. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

/** How a county writes its lists. Read from `rules/formats/*.yaml`, `extends` already applied. */
export interface Format {
  readonly id: string;
  readonly title: Localized;
  /** The format is chosen when a title, heading or paragraph of the document contains one of these. */
  readonly detect: readonly string[];
  /** Names of the county as they may stand before a department: `昭苏县`. */
  readonly countyNames: readonly string[];
  /** What the township calls itself in headers: 镇, 乡, 街道… Fills `{unit}` in header words. */
  readonly units: readonly string[];
  /** What the departments above are called in headers: 县级, 区级, 市直… Fills `{level}` in header words. */
  readonly levels: readonly string[];
  readonly lists: Readonly<Record<ListKind, ListFormat>>;
  /** Header words by what the column holds, without white space; `{unit}` stands for any of `units`, `{level}` for any of `levels`. */
  readonly headers: Readonly<Record<ColumnRole, readonly string[]>>;
  readonly numbering: 'list' | 'category' | 'auto';
  readonly categories: CategoryVocabulary;
  readonly departments: DepartmentVocabulary;
  readonly handover: HandoverWords;
  readonly statements: StatementPhrases;
}

export interface ListFormat {
  /** A title holds one of these: `基本履职事项清单`. */
  readonly titles: readonly string[];
  /** Columns without which the list cannot be read by a person. */
  readonly required: readonly ColumnRole[];
  /** Columns whose cells may stay empty although the column is required. */
  readonly mayBeEmpty: readonly ColumnRole[];
}

export interface CategoryVocabulary {
  /** Known names, in the usual order. */
  readonly names: readonly string[];
  /** Whether a name outside `names` is a fault. */
  readonly closed: boolean;
}

export interface DepartmentVocabulary {
  /** Written once and carried over each 、: 县委, 县, 州委, 州, 地委, 地区… Longest first is not needed. */
  readonly prefixes: readonly string[];
  /** Endings of department names: 局, 委员会, 办公室… */
  readonly suffixes: readonly string[];
  /** Names without prefix that the grammar must know because no suffix tells: 编办, 残联, 人大, 政协… */
  readonly names: readonly string[];
  /** Bodies of the party committee: their prefix is 县委 even where 县 alone is written (县编办 = 县委编办). */
  readonly partyOrgans?: readonly string[];
  /** Full name → short forms, without prefix: 人力资源和社会保障局 → [人社局]. */
  readonly shortForms: Readonly<Record<string, readonly string[]>>;
  /** Expressions that name nobody: 相关部门, 有关部门, 各部门… */
  readonly nobody: readonly string[];
  /** The county's departments by full name, when the format knows them all; empty when it does not. */
  readonly registry: readonly string[];
}

export interface HandoverWords {
  /** Labels before the department: 承接部门. */
  readonly departmentLabels: readonly string[];
  /** Labels before the manner: 承接方式, 工作方式. */
  readonly mannerLabels: readonly string[];
  /** Phrases that say nobody takes over: 不再开展. */
  readonly stopped: readonly string[];
}

/**
 * Phrases that state a count, as templates: `{n}` a number in Arabic or Chinese digits, `{names}` names joined
 * by 、, `{name}` one category name, `{list}` any words that name the list. Anything else stands for itself;
 * white space in the document is passed over.
 */
export interface StatementPhrases {
  readonly items: readonly string[];
  readonly categories: readonly string[];
  readonly departments: readonly string[];
  readonly itemsInCategory: readonly string[];
}
