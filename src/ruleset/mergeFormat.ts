import type { ColumnRole, Format, ListFormat, ListKind } from '../model/format.ts';
import { type FormatFile, isWords, type WordsOrChange } from './formatFile.ts';
import type { DataPath } from './yamlFile.ts';

/** Called for each word that a file takes out and its parent does not have, with the word's path in the file. */
export type OnAbsent = (path: DataPath, word: string, present: readonly string[]) => void;

/**
 * A format file laid over the format it extends. `title` and `detect` are its own: a county that builds on
 * another one's format is not that county. Short forms are laid over name by name.
 */
export function mergeFormat(parent: Format, file: FormatFile, onAbsent: OnAbsent): Format {
  const words = <W extends string>(was: readonly W[], now: WordsOrChange<W> | undefined, ...path: string[]) =>
    mergeWords(was, now, path, onAbsent);
  const group = <G extends object>(
    was: G,
    now: { readonly [K in keyof G]?: WordsOrChange } | undefined,
    name: string,
  ): { readonly [K in keyof G]: readonly string[] } => {
    const merged = (Object.entries(was) as [keyof G & string, readonly string[]][]).map(
      ([key, list]) => [key, words(list, now?.[key], name, key)] as const,
    );
    return Object.fromEntries(merged) as { readonly [K in keyof G]: readonly string[] };
  };
  const list = (kind: ListKind): ListFormat => {
    const was = parent.lists[kind];
    const now = file.lists?.[kind];
    return {
      titles: words(was.titles, now?.titles, 'lists', kind, 'titles'),
      required: words<ColumnRole>(was.required, now?.required, 'lists', kind, 'required'),
      mayBeEmpty: words<ColumnRole>(was.mayBeEmpty, now?.mayBeEmpty, 'lists', kind, 'mayBeEmpty'),
    };
  };
  const { shortForms, partyOrgans = [], ...departmentWords } = parent.departments;
  return {
    id: file.id,
    title: file.title ?? { zh: file.id, en: file.id },
    detect: words([], file.detect, 'detect'),
    countyNames: words(parent.countyNames, file.countyNames, 'countyNames'),
    units: words(parent.units, file.units, 'units'),
    levels: words(parent.levels, file.levels, 'levels'),
    lists: { basic: list('basic'), coordinating: list('coordinating'), withdrawn: list('withdrawn') },
    headers: group(parent.headers, file.headers, 'headers'),
    numbering: file.numbering ?? parent.numbering,
    categories: {
      names: words(parent.categories.names, file.categories?.names, 'categories', 'names'),
      closed: file.categories?.closed ?? parent.categories.closed,
    },
    departments: {
      ...group({ ...departmentWords, partyOrgans }, file.departments, 'departments'),
      shortForms: mergeShortForms(shortForms, file.departments?.shortForms ?? {}, onAbsent),
    },
    handover: group(parent.handover, file.handover, 'handover'),
    statements: group(parent.statements, file.statements, 'statements'),
  };
}

function mergeWords<W extends string>(
  was: readonly W[],
  now: WordsOrChange<W> | undefined,
  path: DataPath,
  onAbsent: OnAbsent,
): readonly W[] {
  if (now === undefined) return was;
  if (isWords(now)) return now;
  const removed = new Set<W>(now.remove);
  for (const [index, word] of (now.remove ?? []).entries()) {
    if (!was.includes(word)) onAbsent([...path, 'remove', index], word, was);
  }
  return [...new Set([...was.filter((word) => !removed.has(word)), ...(now.add ?? [])])];
}

function mergeShortForms(
  was: Readonly<Record<string, readonly string[]>>,
  now: Readonly<Record<string, WordsOrChange>>,
  onAbsent: OnAbsent,
): Readonly<Record<string, readonly string[]>> {
  const merged: Record<string, readonly string[]> = { ...was };
  for (const [name, forms] of Object.entries(now)) {
    merged[name] = mergeWords(
      Object.hasOwn(was, name) ? (was[name] ?? []) : [],
      forms,
      ['departments', 'shortForms', name],
      onAbsent,
    );
  }
  return merged;
}
