import { Document, isScalar, isSeq, type Node, type Scalar, type YAMLSeq } from 'yaml';
import { COLUMN_IDS, type ColumnId, type ColumnRole, LIST_KINDS, type ListKind } from '../../model/format.ts';
import type { Doubt, Learning } from '../../outline/learnFormat.ts';
import { type Language, REPORT_WORDS } from '../../reports/words.ts';
import type { FormatFile, WordsOrChange } from '../../ruleset/formatFile.ts';
import { doubtMark, doubtTemplate, LEARNED_WORDS } from './learnedWords.ts';

/** What the file says beside what was learned. */
export interface FormatFileFacts {
  readonly id: string;
  /** The sample, as the user named it. */
  readonly sample: string;
  /** Address of the schema for YAML editors, or null where there is none to point at. */
  readonly schema: string | null;
  readonly language: Language;
}

/** A learned format as the content of a format file: only what differs from `base`. */
export function formatFileOf({ learned }: Learning, id: string): FormatFile {
  const { county, detect, countyNames, units, numbering, categories, departments } = learned;
  const { prefixes, names, registry } = departments;
  const lists = Object.fromEntries(
    LIST_KINDS.flatMap((kind) => {
      const required = learned.missing[kind];
      const list = {
        ...added('titles', learned.titles[kind]),
        ...(required.length > 0 ? { required: { remove: required } } : {}),
        ...added('mayBeEmpty', learned.mayBeEmpty[kind]),
      };
      return Object.keys(list).length > 0 ? [[kind, list]] : [];
    }),
  );
  const headers = Object.fromEntries(
    Object.entries(learned.headers).flatMap(([role, words]) => Object.entries(added(role, words))),
  );
  return {
    id,
    extends: 'base',
    title: { zh: county ?? id, en: id },
    ...(detect.length > 0 ? { detect } : {}),
    ...(countyNames.length > 0 ? { countyNames } : {}),
    ...added('units', units.added),
    ...filled('lists', lists),
    ...filled('headers', headers),
    ...(numbering === null ? {} : { numbering }),
    ...(categories.length > 0 ? { categories: { closed: true, names: categories } } : {}),
    ...filled('departments', {
      ...added('prefixes', prefixes),
      ...added('names', names),
      ...(registry.length > 0 ? { registry: registry.map(({ name }) => name) } : {}),
    }),
    ...filled('handover', {
      ...added('departmentLabels', learned.handover.departmentLabels),
      ...added('mannerLabels', learned.handover.mannerLabels),
    }),
    ...filled(
      'statements',
      Object.fromEntries(
        Object.entries(learned.statements).flatMap(([what, templates]) =>
          Object.entries(added(what, templates)),
        ),
      ),
    ),
  };
}

function added<K extends string, W extends string>(
  key: K,
  words: readonly W[],
): { readonly [key in K]?: WordsOrChange<W> } {
  return words.length > 0 ? ({ [key]: { add: words } } as { readonly [key in K]: WordsOrChange<W> }) : {};
}

function filled<K extends string, V extends object>(key: K, value: V): { readonly [key in K]?: V } {
  return Object.keys(value).length > 0 ? ({ [key]: value } as { readonly [key in K]: V }) : {};
}

/** The format file as YAML, with a comment on every key and at every place that a person should check. */
export function formatYaml(learning: Learning, { id, sample, schema, language }: FormatFileFacts): string {
  const words = LEARNED_WORDS[language];
  const document = new Document(formatFileOf(learning, id));
  const general: string[] = [];
  for (const [path, comment] of Object.entries(words.keys)) {
    commentKey(document, path.split('.'), comment);
  }
  for (const { name, written } of learning.learned.departments.registry) {
    const node = written.length > 0 ? wordAt(document, ['departments', 'registry'], name) : null;
    if (node) mark(node, words.forms(written));
  }
  for (const doubt of learning.doubts) {
    const text = `${words.check}${doubtText(doubt, language)}`;
    const short = doubtMark(doubt.code, language);
    const nodes = doubt.words.flatMap((word) => wordAt(document, doubt.at, word) ?? []);
    const [first] = nodes;
    if (short !== null) for (const node of nodes) mark(node, short);
    else if (first && doubt.words.length === 1) before(first, text);
    else if (!commentKey(document, doubt.at, text)) general.push(text);
  }
  document.commentBefore = [
    ...(schema === null ? [] : [` yaml-language-server: $schema=${schema}`]),
    ` ${words.heading(learning.learned.county, sample)}`,
    ...factLines(learning, language).map((line) => ` ${line}`),
    ...general.map((line) => ` ${line}`),
  ].join('\n');
  return document.toString({ lineWidth: 0 });
}

function factLines({ facts, learned }: Learning, language: Language): readonly string[] {
  const words = LEARNED_WORDS[language];
  const names = REPORT_WORDS[language].lists;
  const lists = facts.lists.map(
    ({ kind, items, categories, categoriesIn, header }) =>
      `- ${words.list(names[kind], items, categories)}; ${words.categoriesIn[categoriesIn]}; ${words.header(header)}`,
  );
  const spaced = language === 'zh' ? lists.map((line) => line.replaceAll('; ', '；')) : lists;
  return [
    ...spaced,
    ...(learned.units.seen.length > 0 ? [words.units(learned.units.seen)] : []),
    ...(facts.phrases.length > 0 ? [words.phrases(facts.phrases)] : []),
    words.known,
  ];
}

/** A doubt as a sentence, lists and columns by the names that people know. */
export function doubtText({ code, data }: Doubt, language: Language): string {
  const names = REPORT_WORDS[language];
  return doubtTemplate(code, language).replace(/\{(\w+)\}/gu, (whole, key: string) => {
    const value = data[key];
    if (value === undefined) return whole;
    if (key === 'list') return names.lists[value as ListKind] ?? String(value);
    return key === 'role' ? roleName(value as ColumnRole, language) : String(value);
  });
}

const HALVES: Readonly<Record<Exclude<ColumnRole, ColumnId>, { readonly zh: string; readonly en: string }>> =
  {
    handoverDepartments: { zh: '承接部门', en: 'handover departments' },
    handoverManner: { zh: '承接方式', en: 'handover manner' },
    note: { zh: '备注', en: 'note' },
  };

function roleName(role: ColumnRole, language: Language): string {
  return isColumnId(role) ? REPORT_WORDS[language].columns[role] : HALVES[role][language];
}

function isColumnId(role: ColumnRole): role is ColumnId {
  return (COLUMN_IDS as readonly string[]).includes(role);
}

/** Puts a comment before a key; false when the file has no such key. */
function commentKey(document: Document, path: readonly string[], comment: string): boolean {
  const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const name = path[path.length - 1];
  const items = parent && typeof parent === 'object' && 'items' in parent ? parent.items : [];
  for (const pair of items as readonly { readonly key?: unknown }[]) {
    if (isScalar(pair.key) && pair.key.value === name) {
      before(pair.key, comment);
      return true;
    }
  }
  return false;
}

/** The word in the list that stands at a path, or in what is added to or taken out of it there. */
function wordAt(document: Document, path: readonly string[], word: string): Scalar | null {
  for (const key of [[], ['add'], ['remove']]) {
    const list: unknown = document.getIn([...path, ...key], true);
    if (!isSeq(list)) continue;
    const found = (list as YAMLSeq).items.find((item) => isScalar(item) && item.value === word);
    if (isScalar(found)) return found;
  }
  return null;
}

function before(node: Node, comment: string): void {
  node.commentBefore = node.commentBefore ? `${node.commentBefore}\n ${comment}` : ` ${comment}`;
}

function mark(node: Scalar, comment: string): void {
  node.comment = node.comment ? `${node.comment}；${comment}` : ` ${comment}`;
}
