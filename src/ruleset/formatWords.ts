import type { StatementPhrases } from '../model/format.ts';
import { type FormatFile, isWords, type WordsOrChange } from './formatFile.ts';
import type { DataPath } from './yamlFile.ts';

/** A word that a format file itself adds to what it builds on. */
export interface FormatWord {
  /** Where it stands in the file. */
  readonly path: DataPath;
  readonly word: string;
  /** For phrases that state a count: what they count; else null. */
  readonly counts: keyof StatementPhrases | null;
}

/**
 * The words by which a format finds things in a document, as its file writes them: header words, titles, categories,
 * departments and the like. Words that only describe (the format's own title, its units) are left out.
 */
export function formatWords(file: FormatFile): readonly FormatWord[] {
  const { departments: { shortForms = {}, ...departments } = {} } = file;
  return [
    ...written(['detect'], file.detect),
    ...written(['countyNames'], file.countyNames),
    ...Object.entries(file.lists ?? {}).flatMap(([kind, list]) =>
      written(['lists', kind, 'titles'], list.titles),
    ),
    ...group(['headers'], file.headers),
    ...written(['categories', 'names'], file.categories?.names),
    ...group(['departments'], departments),
    ...group(['departments', 'shortForms'], shortForms),
    ...group(['handover'], file.handover),
    ...Object.entries(file.statements ?? {}).flatMap(([counts, phrases]) =>
      written(['statements', counts], phrases).map((word) => ({
        ...word,
        counts: counts as keyof StatementPhrases,
      })),
    ),
  ];
}

function group(path: DataPath, lists: Readonly<Record<string, WordsOrChange | undefined>> | undefined) {
  return Object.entries(lists ?? {}).flatMap(([key, words]) => written([...path, key], words));
}

function written(path: DataPath, words: WordsOrChange | undefined): readonly FormatWord[] {
  if (words === undefined) return [];
  const [list, at] = isWords(words) ? [words, path] : [words.add ?? [], [...path, 'add']];
  return list.map((word, index) => ({ path: [...at, index], word, counts: null }));
}
