import { categoriesOf } from '../checks/categories/categoryRuns.ts';
import { actualCount, departmentsIn } from '../checks/counts/counting.ts';
import type { ListDocument, UnreadBlock } from '../model/document.ts';
import type { Localized } from '../model/format.ts';
import { positionAt } from '../model/place.ts';
import type { ListSummary, StatedCountSummary, UnreadPlace } from '../model/report.ts';
import { type Text, unspaced } from '../model/text.ts';

/** How many characters of what was not understood are shown. */
const SHOWN = 40;

const REASONS: Readonly<Record<UnreadBlock['reason'], Localized>> = {
  'unknown-table': { zh: '表格不属于任何一份清单', en: 'a table that belongs to none of the lists' },
  'rows-before-header': { zh: '数据行出现在表头之前', en: 'rows before the first header' },
  'stray-text': { zh: '清单中间夹有不属于任何事项的文字', en: 'text in a list that belongs to no item' },
  'item-not-understood': {
    zh: '看起来是一个事项，但分不清各栏',
    en: 'looks like an item, but its columns could not be told apart',
  },
};

/** What each list holds: titles, counts, categories, departments. */
export function listSummaries(document: ListDocument): readonly ListSummary[] {
  return document.lists.map((list) => ({
    kind: list.kind,
    title: list.title ? foldedWords(list.title) : null,
    items: list.items.length,
    categories: categoriesOf(list).map(({ name, items }) => ({ name, items: items.length })),
    departments: departmentsIn(document, [list]).bodies,
  }));
}

/** Every count the document states beside what is there. */
export function statedCountSummaries(document: ListDocument): readonly StatedCountSummary[] {
  return document.statedCounts.map((stated) => ({
    list: stated.list,
    what: stated.what,
    category: stated.what === 'itemsInCategory' && stated.category ? unspaced(stated.category.value) : null,
    stated: stated.stated,
    actual: actualCount(document, stated),
  }));
}

/** What was seen and not understood. */
export function unreadPlaces(document: ListDocument, language: 'zh' | 'en'): readonly UnreadPlace[] {
  const { text, lineStarts } = document.source;
  return document.unread.map(({ block, reason }) => {
    const words = text.slice(block.span.start, block.span.end).replace(/\s+/g, ' ').trim();
    return {
      reason: REASONS[reason][language],
      start: positionAt(lineStarts, block.span.start),
      end: positionAt(lineStarts, block.span.end),
      excerpt: [...words].slice(0, SHOWN).join(''),
    };
  });
}

/** The words of a title or name for people: runs of white space are one space. */
export function foldedWords(text: Text): string {
  return text.value.replace(/\s+/g, ' ').trim();
}
