import type {
  CategoryHeading,
  ContentsEntry,
  DutyColumn,
  DutyItem,
  DutyList,
  HeaderRow,
  ItemField,
  ListDocument,
  StatedCount,
  UnreadBlock,
} from '../../src/model/document.ts';
import type { ColumnRole, Format, ListKind } from '../../src/model/format.ts';
import { lineStartsOf } from '../../src/model/place.ts';
import type { Rule } from '../../src/model/rule.ts';
import { squeeze, type Text, verbatim } from '../../src/model/text.ts';

const HEADERS: Readonly<Record<string, ColumnRole>> = {
  序号: 'number',
  事项类别: 'category',
  事项名称: 'name',
  对应上级部门: 'departments',
  上级部门职责: 'superiorDuties',
  备注: 'note',
  镇配合职责: 'townshipDuties',
  乡镇配合职责: 'townshipDuties',
  承接部门及工作方式: 'handover',
  承接部门: 'handoverDepartments',
  承接方式: 'handoverManner',
};

/** A format with few words, so that tests say what they depend on. */
export const testFormat: Format = {
  id: 'test',
  title: { zh: '试验县', en: 'Test county' },
  detect: [],
  countyNames: ['青石县'],
  units: ['镇', '乡镇'],
  levels: ['县级'],
  lists: {
    coordinating: {
      titles: ['配合履职事项清单'],
      required: ['number', 'category', 'name', 'departments', 'superiorDuties', 'townshipDuties'],
      mayBeEmpty: [],
    },
    basic: { titles: ['基本履职事项清单'], required: ['number', 'category', 'name'], mayBeEmpty: [] },
    withdrawn: {
      titles: ['上级部门收回事项清单'],
      required: ['number', 'category', 'name', 'handover'],
      mayBeEmpty: [],
    },
  },
  headers: {
    note: ['备注'],
    number: ['序号'],
    category: ['事项类别'],
    name: ['事项名称'],
    departments: ['对应上级部门'],
    superiorDuties: ['上级部门职责'],
    townshipDuties: ['{unit}配合职责'],
    handover: ['承接部门及工作方式'],
    handoverDepartments: ['承接部门'],
    handoverManner: ['承接方式'],
  },
  numbering: 'auto',
  categories: { names: ['党的建设', '经济发展', '民生服务', '平安法治', '教育培训监管'], closed: false },
  departments: {
    prefixes: ['县委', '县'],
    suffixes: ['局', '部', '委员会', '办公室'],
    names: ['编办', '残联'],
    partyOrgans: ['组织部', '编办'],
    shortForms: { 人力资源和社会保障局: ['人社局'] },
    nobody: ['相关部门', '有关部门'],
    registry: [],
  },
  handover: { departmentLabels: ['承接部门'], mannerLabels: ['承接方式', '工作方式'], stopped: ['不再开展'] },
  statements: { items: [], categories: [], departments: [], itemsInCategory: [] },
};

/** One list to build: its header words and its rows, cell by cell. A row of one cell is a category heading. */
export interface ListPlan {
  readonly kind: ListKind;
  readonly part?: number;
  readonly title?: string;
  /** One header, or one for each page with the index of the first row below it. */
  readonly headers?: readonly { readonly from: number; readonly words: readonly string[] }[];
  readonly columns?: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Stated counts of the headings, by heading word: 党的建设 → 22. */
  readonly headingCounts?: Readonly<Record<string, number>>;
}

/** A stated count to build: the phrase is put into the text, `number` and `names` are found in it. */
export interface StatementPlan {
  readonly phrase: string;
  readonly what: StatedCount['what'];
  readonly list: ListKind | null;
  readonly stated: number;
  readonly number?: string;
  readonly names?: readonly string[];
  readonly category?: string;
  readonly partOf?: number;
  readonly part?: number;
}

/** A document to build. */
export interface DocumentPlan {
  readonly format?: Partial<Format>;
  readonly title?: string;
  readonly contents?: readonly { readonly title: string; readonly kind: ListKind; readonly page: number }[];
  readonly paragraphs?: readonly string[];
  readonly statements?: readonly StatementPlan[];
  readonly lists: readonly ListPlan[];
  readonly unread?: readonly { readonly words: string; readonly reason: UnreadBlock['reason'] }[];
}

const EVERYWHERE = ['序号', '事项类别', '事项名称'];

/** The usual header of each list. */
export const USUAL_COLUMNS: Readonly<Record<ListKind, readonly string[]>> = {
  basic: EVERYWHERE,
  withdrawn: [...EVERYWHERE, '承接部门及工作方式'],
  coordinating: [...EVERYWHERE, '对应上级部门', '上级部门职责', '镇配合职责'],
};

/** Writes the source of a document and keeps every place, without any reader. */
export function documentOf(plan: DocumentPlan): ListDocument {
  let source = '';
  const put = (words: string, after = '\n'): (() => Text) => {
    const at = source.length;
    source += words + after;
    return () => verbatim(source, at, at + words.length);
  };
  const within =
    (whole: () => Text, words: string, from = 0): (() => Text) =>
    () => {
      const at = whole().value.indexOf(words, from);
      if (at < 0) throw new Error(`${words} is not in ${whole().value}`);
      const start = whole().anchor + at;
      return verbatim(source, start, start + words.length);
    };

  const title = plan.title === undefined ? null : put(plan.title);
  const contents = (plan.contents ?? []).map((entry) => ({
    ...entry,
    text: put(`${entry.title}……${entry.page}`),
  }));
  const paragraphs = (plan.paragraphs ?? []).map((words) => put(words));
  const statements = (plan.statements ?? []).map((statement) => ({ statement, text: put(statement.phrase) }));
  const builders = plan.lists.map((list) => buildList(list, put, () => source, within));
  const unread = (plan.unread ?? []).map((entry) => ({ ...entry, text: put(entry.words) }));

  const lists = builders.map((build) => build());
  const preamble: StatedCount[] = statements.map(({ statement, text }) => ({
    what: statement.what,
    list: statement.list,
    part: statement.part ?? 0,
    stated: statement.stated,
    number: within(text, statement.number ?? String(statement.stated))(),
    phrase: text(),
    category: statement.category === undefined ? null : within(text, statement.category)(),
    names: names(statement.names ?? [], text, within),
    in: 'text',
    partOf: statement.partOf ?? null,
  }));
  return {
    source: {
      path: 'lists/test.md',
      reader: 'markdown',
      encoding: { name: 'utf-8', bom: false },
      text: source,
      lineStarts: lineStartsOf(source),
      blocks: [],
      ignores: [],
    },
    format: { ...testFormat, ...plan.format },
    title: title ? title() : null,
    date: null,
    paragraphs: [...paragraphs.map((text) => text()), ...statements.map(({ text }) => text())],
    contents: contents.map(
      ({ title: words, kind, page, text }): ContentsEntry => ({ title: within(text, words)(), kind, page }),
    ),
    lists: lists.map(({ list }) => list),
    statedCounts: [...preamble, ...lists.flatMap(({ counts }) => counts)],
    unread: unread.map(({ text, reason }) => {
      const words = text();
      const span = { start: words.anchor, end: words.anchor + words.value.length };
      return { block: { type: 'paragraph', text: words, span }, reason };
    }),
  };
}

function names(
  words: readonly string[],
  text: () => Text,
  within: (whole: () => Text, words: string, from?: number) => () => Text,
): readonly Text[] {
  let from = 0;
  return words.map((name) => {
    const found = within(text, name, from)();
    from = found.anchor - text().anchor + name.length;
    return found;
  });
}

function buildList(
  plan: ListPlan,
  put: (words: string, after?: string) => () => Text,
  source: () => string,
  within: (whole: () => Text, words: string) => () => Text,
): () => { readonly list: DutyList; readonly counts: readonly StatedCount[] } {
  const title = plan.title === undefined ? null : put(plan.title);
  const pages = plan.headers ?? [{ from: 0, words: plan.columns ?? USUAL_COLUMNS[plan.kind] }];
  const headers: { readonly from: number; readonly cells: readonly (() => Text)[] }[] = [];
  const rows: {
    readonly cells: readonly { text: () => Text; at: number; end: number }[];
    readonly heading: boolean;
  }[] = [];
  for (const [index, row] of plan.rows.entries()) {
    for (const page of pages.filter(({ from }) => from === index))
      headers.push({ from: index, cells: page.words.map((word) => put(word, '|')) });
    const heading = row.length === 1;
    const cells = row.map((cell) => {
      const at = source().length;
      const text = put(cell, '|');
      return { text, at, end: source().length - 1 };
    });
    put('');
    rows.push({ cells, heading });
  }
  if (plan.rows.length === 0)
    for (const page of pages) headers.push({ from: 0, cells: page.words.map((word) => put(word, '|')) });

  return () => {
    const headerRows = headers.map(({ cells }): HeaderRow => headerRow(cells.map((cell) => cell())));
    const items: DutyItem[] = [];
    const headings: CategoryHeading[] = [];
    const counts: StatedCount[] = [];
    let above: Text | null = null;
    for (const { cells, heading } of rows) {
      const texts = cells.map(({ text }) => text());
      const [first] = texts;
      if (heading && first) {
        const name = first.value.replace(/^[一二三四五]、/, '').replace(/（.*$/, '');
        const value = plan.headingCounts?.[name];
        above = within(() => first, name)();
        const stated = value === undefined ? null : { value, text: within(() => first, String(value))() };
        headings.push({ name: above, whole: first, stated, from: items.length });
        if (stated)
          counts.push({
            what: 'itemsInCategory',
            list: plan.kind,
            part: plan.part ?? 0,
            stated: stated.value,
            number: stated.text,
            phrase: first,
            category: above,
            names: [],
            in: 'heading',
            partOf: null,
          });
        continue;
      }
      const header = headerRows[headers.findLastIndex(({ from }) => from <= items.length + headings.length)];
      items.push(itemOf(plan.kind, items.length, header?.cells ?? [], cells, texts, above));
    }
    const text = title ? title() : null;
    const list: DutyList = {
      kind: plan.kind,
      part: plan.part ?? 0,
      title: text,
      columns: headerRows[0]?.cells ?? [],
      headers: headerRows,
      items,
      categoryHeadings: headings,
      place: text ?? headerRows[0]?.cells[0]?.header ?? verbatim(source(), 0, 0),
    };
    return { list, counts };
  };
}

function headerRow(cells: readonly Text[]): HeaderRow {
  const columns = cells.map((header): DutyColumn => {
    const role = HEADERS[squeeze(header.value).value] ?? null;
    return { role: role ?? 'unknown', header, readAs: role };
  });
  const last = cells[cells.length - 1];
  return {
    cells: columns,
    span: { start: cells[0]?.anchor ?? 0, end: (last?.anchor ?? 0) + (last?.value.length ?? 0) },
  };
}

function itemOf(
  kind: ListKind,
  index: number,
  columns: readonly DutyColumn[],
  cells: readonly { readonly at: number; readonly end: number }[],
  texts: readonly Text[],
  above: Text | null,
): DutyItem {
  const fields: Partial<Record<ColumnRole, ItemField>> = {};
  const surplus: ItemField[] = [];
  for (const [i, text] of texts.entries()) {
    const cell = cells[i];
    const field = { text, span: { start: cell?.at ?? 0, end: cell?.end ?? 0 } };
    const role = columns[i]?.readAs;
    if (role) fields[role] = field;
    else surplus.push(field);
  }
  const category = fields.category?.text;
  const number = fields.number?.text ?? verbatim('', 0, 0);
  const value = /^[0-9０-９]+$/.test(number.value) ? Number(number.value.normalize('NFKC')) : null;
  return {
    kind,
    index,
    number: { text: number, value },
    category:
      category && category.value !== ''
        ? { text: category, from: 'cell' }
        : above
          ? { text: above, from: 'heading' }
          : null,
    fields,
    surplus,
    shape: { cells: cells.length, columns: columns.length },
    span: { start: cells[0]?.at ?? 0, end: cells[cells.length - 1]?.end ?? 0 },
  };
}

/** Rows of a basic list with these printed numbers; all of one category unless others are given. */
export function rowsNumbered(
  numbers: readonly string[],
  categories: readonly string[] = [],
): readonly (readonly string[])[] {
  return numbers.map((number, i) => [number, categories[i] ?? '党的建设', `走访第${i}组住户`]);
}

/** A rule for tests of a check: every variant says its own name and its data. */
export function testRule(check: string, changes: Partial<Rule> = {}): Rule {
  return {
    id: 'test-rule',
    check,
    group: 'test',
    title: { zh: '试验', en: 'test' },
    severity: 'error',
    on: {},
    options: {},
    messages: { default: { zh: '试验', en: 'test' } },
    why: { zh: '试验', en: 'test' },
    examples: { ok: [], bad: [] },
    file: 'rules/test/test-rule.yaml',
    ...changes,
  };
}
