import { parseNumeral } from '../../grammar/numerals.ts';
import { findStatedCounts } from '../../grammar/statedCounts.ts';
import type { DutyList, ListDocument, StatedCount } from '../../model/document.ts';
import type { StatementPhrases } from '../../model/format.ts';
import { spanOf, squeeze, type Text, unspaced, verbatim } from '../../model/text.ts';
import { departmentsOf, handoverOf } from '../reading.ts';
import type { Doubt, LearnedFormat } from './learned.ts';

type What = keyof StatementPhrases;

type ActualCounts = Readonly<Record<Exclude<What, 'itemsInCategory'>, ReadonlySet<number>>>;

const NO_PHRASES = { items: [], categories: [], departments: [], itemsInCategory: [] };
const WHATS: readonly What[] = ['items', 'categories', 'departments', 'itemsInCategory'];
/** A number with what it counts: 96件, 二十二类. */
const COUNTED =
  /([0-9０-９]{1,4}|[一二三四五六七八九十百两〇零]{1,5})(项|条|件|个类别|个大类|大类|类|个领域|个方面|个部门|个单位|家单位|个部门（单位）)/gu;
/** The name of a list, and the verb behind it: 主责事项计. */
const LIST_NAME = /(?:事项|清单)([一-鿿]{0,3})$/u;
/** A small number agrees with a count by chance. */
const SMALLEST = 5;
const WORDS_BEFORE = 4;

/** The phrases of the format that the counts of a document are written in. */
export function phrasesInUse(document: ListDocument): readonly string[] {
  const { statements } = document.format;
  const used = new Set<string>();
  for (const { phrase, in: where } of document.statedCounts) {
    if (where === 'heading') continue;
    const words = verbatim(unspaced(phrase.value), 0, unspaced(phrase.value).length);
    for (const what of WHATS) {
      for (const template of statements[what]) {
        const only = { ...NO_PHRASES, [what]: [template] };
        const [match] = findStatedCounts(words, only);
        if (match && match.phrase.value.length === words.value.length) used.add(template);
      }
    }
  }
  return [...used];
}

/**
 * Phrases for counts that the format does not know: words before a number that is no part of a known phrase and is
 * just the count of a list's items, categories or departments. Only those are kept with which every count that the
 * document states beyond the known ones is true.
 */
export function learnPhrases(
  document: ListDocument,
  readWith: (statements: LearnedFormat['statements']) => ListDocument,
): { readonly statements: LearnedFormat['statements']; readonly doubts: readonly Doubt[] } {
  let statements: LearnedFormat['statements'] = NO_PHRASES;
  const doubts: Doubt[] = [];
  const actual = actualCounts(document);
  const titles = document.lists.flatMap((list) => (list.title ? [list.title] : []));
  for (const text of [...document.paragraphs, ...titles]) {
    for (const { words, value, unit, before } of unreadCounts(document, text)) {
      const what = whatOf(unit);
      const template = `${before}{n}${unit}`;
      if (value < SMALLEST || !actual[what].has(value) || before === '') continue;
      if (statements[what].includes(template)) continue;
      const more = { ...statements, [what]: [...statements[what], template] };
      if (!onlyTrueCountsAdded(document, readWith(more), actual)) continue;
      statements = more;
      const data = { phrase: words, template, count: value };
      doubts.push({ code: 'phrase-new', at: ['statements', what], words: [template], data });
    }
  }
  return { statements, doubts };
}

function onlyTrueCountsAdded(before: ListDocument, after: ListDocument, actual: ActualCounts): boolean {
  const key = ({ what, list, stated, number }: StatedCount) => [what, list, stated, number.anchor].join();
  const had = new Set(before.statedCounts.map(key));
  const kept = after.statedCounts.filter((count) => had.has(key(count)));
  const added = after.statedCounts.filter((count) => !had.has(key(count)));
  const isTrue = ({ what, stated }: StatedCount) => what !== 'itemsInCategory' && actual[what].has(stated);
  return kept.length === had.size && added.length > 0 && added.every(isTrue);
}

interface UnreadCount {
  readonly words: string;
  readonly value: number;
  readonly unit: string;
  /** What stands before the number in a template. */
  readonly before: string;
}

function unreadCounts(document: ListDocument, text: Text): readonly UnreadCount[] {
  const { value, at } = squeeze(text.value);
  return [...value.matchAll(COUNTED)].flatMap(({ index, 0: whole, 1: numeral = '', 2: unit = '' }) => {
    const count = parseNumeral(numeral);
    const place = spanOf(text, at[index] ?? 0, (at[index] ?? 0) + 1).start;
    if (count === null || document.statedCounts.some((stated) => covers(stated, place))) return [];
    const run = /[一-鿿]*$/u.exec(value.slice(0, index))?.[0] ?? '';
    const listed = LIST_NAME.exec(run);
    const before = listed ? `{list}${listed[1] ?? ''}` : run.slice(-WORDS_BEFORE);
    return [{ words: `${run.slice(-12)}${whole}`, value: count, unit, before }];
  });
}

function covers({ phrase }: StatedCount, offset: number): boolean {
  const { start, end } = spanOf(phrase);
  return start <= offset && offset < end;
}

function whatOf(unit: string): Exclude<What, 'itemsInCategory'> {
  if (/部门|单位/u.test(unit)) return 'departments';
  return /[项条件]/u.test(unit) ? 'items' : 'categories';
}

function actualCounts(document: ListDocument): ActualCounts {
  const { lists } = document;
  const total = lists.reduce((all, list) => all + list.items.length, 0);
  const categories = lists.map((list) => new Set(list.items.map(categoryOf)).size);
  return {
    items: new Set([...lists.map((list) => list.items.length), total]),
    categories: new Set([...categories, new Set(lists.flatMap((list) => list.items.map(categoryOf))).size]),
    departments: new Set(lists.map((list) => departmentCount(document, list))),
  };
}

function categoryOf(item: DutyList['items'][number]): string {
  return item.category ? unspaced(item.category.text.value) : '';
}

function departmentCount(document: ListDocument, list: DutyList): number {
  const names = new Set<string>();
  for (const item of list.items) {
    for (const { canonical } of departmentsOf(document, item)?.names ?? []) names.add(canonical);
    for (const pair of handoverOf(document, item)?.pairs ?? [])
      for (const { canonical } of pair.departments.names) names.add(canonical);
  }
  return names.size;
}
