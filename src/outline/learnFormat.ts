import type { DutyList, ListDocument } from '../model/document.ts';
import { type ColumnRole, type Format, LIST_KINDS, type ListKind } from '../model/format.ts';
import type { Source } from '../model/source.ts';
import { unspaced } from '../model/text.ts';
import { applyLearned, type PartlyLearned } from './learn/applyLearned.ts';
import { learnCategories, learnCategoryRows, learnNumbering, rowDoubts } from './learn/categories.ts';
import { learnNames, learnRegistry } from './learn/departments.ts';
import { learnLabels } from './learn/handoverLabels.ts';
import { learnHeaders } from './learn/headers.ts';
import type { Doubt, LearnedFormat, ListFacts, SampleFacts } from './learn/learned.ts';
import { learnPlaces } from './learn/places.ts';
import { learnPhrases, phrasesInUse } from './learn/statements.ts';
import { learnTitles } from './learn/titles.ts';
import { outline } from './outline.ts';

export type { Doubt, DoubtCode, LearnedFormat, SampleFacts } from './learn/learned.ts';

/** A format learned from a sample. */
export interface Learning {
  readonly learned: LearnedFormat;
  readonly facts: SampleFacts;
  readonly doubts: readonly Doubt[];
  /** The sample as it reads with the format. */
  readonly document: ListDocument;
}

/** Cells of a column that are empty more often than this are meant to be. */
const OFTEN_EMPTY = 0.25;

/**
 * Learns how a county writes its lists from one of its documents: what differs from `parent`, and what a person
 * should look at. The sample is read again after each step, so that titles are looked for above lists that new header words
 * made readable, and departments in columns that they made known.
 */
export function learnFormat(source: Source, parent: Format): Learning {
  const doubts: Doubt[] = [];
  let learned: PartlyLearned = {};
  const read = (more: PartlyLearned = {}) => {
    const format = applyLearned(parent, { ...learned, ...more });
    return outline(source, new Map([['base', { ...format, id: 'base' }]]), 'base');
  };
  const take = (more: PartlyLearned & { readonly doubts?: readonly Doubt[] }) => {
    const { doubts: found = [], ...parts } = more;
    learned = { ...learned, ...parts };
    doubts.push(...found);
  };

  const first = read();
  const headers = learnHeaders(source, first, parent);
  take({ headers: headers.headers, units: { added: headers.units, seen: [] }, doubts: headers.doubts });
  take(learnTitles(read()));
  const rows = learnCategoryRows(read());
  if (rows.length > 0) take({ categories: [...parent.categories.names, ...rows] });
  const { prefixes, ...places } = learnPlaces(read(), parent);
  take(places);
  const { names, doubts: aboutNames } = learnNames(read(), parent);
  take({ departments: { prefixes, names, registry: [] }, doubts: aboutNames });
  take(learnLabels(read()));
  take(learnPhrases(read(), (statements) => read({ statements })));
  const document = read();
  const categories = learnCategories(document, parent);
  doubts.push(...rowDoubts(rows, categories.names));
  take({ categories: categories.names, doubts: categories.doubts });
  take(learnNumbering(document));
  take(learnColumns(document, parent));
  const { registry, doubts: aboutRegistry } = learnRegistry(document);
  take({ departments: { prefixes, names, registry }, doubts: aboutRegistry });
  const last = read();
  const units = { added: headers.units, seen: unitsSeen(last) };
  return {
    learned: { ...NOTHING, ...learned, units },
    facts: { lists: last.lists.map(factsOf), phrases: phrasesInUse(last) },
    doubts: [...doubts, ...doubtsAboutReading(last)],
    document: last,
  };
}

const NO_LISTS = { basic: [], coordinating: [], withdrawn: [] };
const NOTHING: LearnedFormat = {
  county: null,
  detect: [],
  countyNames: [],
  units: { added: [], seen: [] },
  titles: NO_LISTS,
  missing: NO_LISTS,
  mayBeEmpty: NO_LISTS,
  headers: {},
  numbering: null,
  categories: [],
  departments: { prefixes: [], names: [], registry: [] },
  handover: { departmentLabels: [], mannerLabels: [] },
  statements: { items: [], categories: [], departments: [], itemsInCategory: [] },
};

/** Words for the township that the headers of the sample hold. */
function unitsSeen({ lists, format }: ListDocument): readonly string[] {
  const units = new Set<string>();
  const words = lists.flatMap(({ headers }) =>
    headers.flatMap(({ cells }) => cells.map(({ header }) => header)),
  );
  for (const header of words) {
    const word = unspaced(header.value);
    for (const template of format.headers.townshipDuties.filter((one) => one.includes('{unit}'))) {
      const unit = format.units.find((one) => template.replaceAll('{unit}', one) === word);
      if (unit !== undefined) units.add(unit);
    }
  }
  return [...units];
}

/** Required columns that the sample has not, and columns that it often leaves empty. */
function learnColumns(
  { lists }: ListDocument,
  parent: Format,
): Pick<LearnedFormat, 'missing' | 'mayBeEmpty'> & { readonly doubts: readonly Doubt[] } {
  const missing: Record<ListKind, readonly ColumnRole[]> = { ...NO_LISTS };
  const mayBeEmpty: Record<ListKind, readonly ColumnRole[]> = { ...NO_LISTS };
  const doubts: Doubt[] = [];
  for (const list of lists) {
    const { kind, items } = list;
    if (list.headers.length === 0 || items.length === 0) continue;
    const { required, mayBeEmpty: known } = parent.lists[kind];
    const absent = required.filter((role) => !holds(list, role));
    const empty = required.filter((role) => {
      const cells = items.flatMap((item) => item.fields[role] ?? []);
      const without = cells.filter((cell) => cell.text.value === '').length;
      // A category may stand once for several items: its cells are empty and it is there.
      const none = role !== 'category' || items.every((item) => item.category === null);
      return none && cells.length > 0 && without > OFTEN_EMPTY * cells.length && !known.includes(role);
    });
    missing[kind] = [...new Set([...missing[kind], ...absent])];
    mayBeEmpty[kind] = [...new Set([...mayBeEmpty[kind], ...empty])];
  }
  for (const list of LIST_KINDS) {
    for (const [code, key, roles] of [
      ['column-missing', 'required', missing[list]],
      ['column-empty', 'mayBeEmpty', mayBeEmpty[list]],
    ] as const)
      for (const role of roles)
        doubts.push({ code, at: ['lists', list, key], words: [role], data: { list, role } });
  }
  return { missing, mayBeEmpty, doubts };
}

function holds(list: DutyList, role: ColumnRole): boolean {
  const has = (wanted: ColumnRole) => list.columns.some((column) => column.readAs === wanted);
  if (role === 'category') return has(role) || list.categoryHeadings.length > 0;
  if (role === 'handover') return has(role) || has('handoverDepartments') || has('handoverManner');
  return has(role);
}

function factsOf(list: DutyList): ListFacts {
  const from = list.items.map((item) => item.category?.from ?? null);
  const names = list.items.map((item) => (item.category ? unspaced(item.category.text.value) : ''));
  return {
    kind: list.kind,
    items: list.items.length,
    categories: new Set(names.filter((name) => name !== '')).size,
    categoriesIn: from.includes('heading')
      ? 'headings'
      : from.some((one) => one !== null)
        ? 'column'
        : 'nowhere',
    header: list.columns.map((column) => unspaced(column.header.value)),
  };
}

/** What the sample lacks, and what of it was not understood. */
function doubtsAboutReading({ lists, unread }: ListDocument): readonly Doubt[] {
  const absent = LIST_KINDS.filter(
    (kind) => !lists.some((list) => list.kind === kind && list.items.length > 0),
  );
  return [
    ...absent.map(
      (list): Doubt => ({ code: 'list-missing', at: ['lists', list], words: [], data: { list } }),
    ),
    ...(unread.length > 0
      ? [{ code: 'unread', at: [], words: [], data: { count: unread.length } } as const]
      : []),
  ];
}
