import { findStatedCounts } from '../grammar/statedCounts.ts';
import type { ListDocument } from '../model/document.ts';
import { type Text, unspaced } from '../model/text.ts';
import { wordIndex } from '../patterns/wordIndex.ts';
import type { FormatWord } from '../ruleset/formatWords.ts';

/** Indexes of the words that occur in a document, phrases that state counts included. White space does not count. */
export function usedWords(document: ListDocument, words: readonly FormatWord[]): ReadonlySet<number> {
  const used = new Set<number>();
  const indexes = new Map<string, number[]>();
  for (const [index, { word, counts }] of words.entries()) {
    if (counts !== null) continue;
    for (const form of filled(word, document.format.units).map(plain)) {
      indexes.set(form, [...(indexes.get(form) ?? []), index]);
    }
  }
  const forms = [...indexes.keys()];
  // Words inside longer ones count as well: none is taken, so that the search goes on inside it.
  wordIndex(forms).scan(plain(document.source.text.replace(/<[^<>]{1,40}>/g, '')), (at) => {
    for (const index of indexes.get(forms[at] ?? '') ?? []) used.add(index);
    return false;
  });
  for (const [index, { word, counts }] of words.entries()) {
    if (counts !== null && statesACount(document, { [counts]: [word] })) used.add(index);
  }
  return used;
}

function statesACount(
  document: ListDocument,
  phrases: Partial<ListDocument['format']['statements']>,
): boolean {
  const alone = { items: [], categories: [], departments: [], itemsInCategory: [], ...phrases };
  const texts = [
    ...document.paragraphs,
    ...document.lists.flatMap(({ title, categoryHeadings }): readonly (Text | null)[] => [
      title,
      ...categoryHeadings.map(({ whole }) => whole),
    ]),
  ];
  return texts.some((text) => text !== null && findStatedCounts(text, alone).length > 0);
}

/** Header words with `{unit}` filled in by each unit. */
function filled(word: string, units: readonly string[]): readonly string[] {
  return word.includes('{unit}') ? units.map((unit) => word.replaceAll('{unit}', unit)) : [word];
}

/** White space gone and brackets in one width, as headers are compared. */
function plain(words: string): string {
  return unspaced(words).replaceAll('(', '（').replaceAll(')', '）');
}
