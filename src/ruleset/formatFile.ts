import type { ColumnRole, Format, ListKind, Localized } from '../model/format.ts';

/** A list of words in a format file: in place of the inherited one, or a change of it. */
export type WordsOrChange<W extends string = string> =
  | readonly W[]
  | { readonly add?: readonly W[]; readonly remove?: readonly W[] };

/** Tells a list that replaces from one that changes. */
export function isWords<W extends string>(words: WordsOrChange<W>): words is readonly W[] {
  return Array.isArray(words);
}

/** A format file as its schema lets it be; every key but `id` may be left out. */
export interface FormatFile {
  readonly id: string;
  readonly extends?: string;
  readonly title?: Localized;
  readonly detect?: WordsOrChange;
  readonly countyNames?: WordsOrChange;
  readonly units?: WordsOrChange;
  readonly levels?: WordsOrChange;
  readonly lists?: Partial<
    Record<
      ListKind,
      {
        readonly titles?: WordsOrChange;
        readonly required?: WordsOrChange<ColumnRole>;
        readonly mayBeEmpty?: WordsOrChange<ColumnRole>;
      }
    >
  >;
  readonly headers?: Partial<Record<ColumnRole, WordsOrChange>>;
  readonly numbering?: Format['numbering'];
  readonly categories?: { readonly names?: WordsOrChange; readonly closed?: boolean };
  readonly departments?: {
    readonly prefixes?: WordsOrChange;
    readonly suffixes?: WordsOrChange;
    readonly names?: WordsOrChange;
    readonly partyOrgans?: WordsOrChange;
    readonly shortForms?: Readonly<Record<string, WordsOrChange>>;
    readonly nobody?: WordsOrChange;
    readonly registry?: WordsOrChange;
  };
  readonly handover?: Partial<Record<keyof Format['handover'], WordsOrChange>>;
  readonly statements?: Partial<Record<keyof Format['statements'], WordsOrChange>>;
}

const NO_LIST = { titles: [], required: [], mayBeEmpty: [] };

/** What a format is before anything is said about it; `base` builds on it. */
export const EMPTY_FORMAT: Format = {
  id: '',
  title: { zh: '', en: '' },
  detect: [],
  countyNames: [],
  units: [],
  levels: [],
  lists: { basic: NO_LIST, coordinating: NO_LIST, withdrawn: NO_LIST },
  headers: {
    number: [],
    category: [],
    name: [],
    departments: [],
    superiorDuties: [],
    townshipDuties: [],
    handover: [],
    handoverDepartments: [],
    handoverManner: [],
    note: [],
  },
  numbering: 'auto',
  categories: { names: [], closed: false },
  departments: {
    prefixes: [],
    suffixes: [],
    names: [],
    partyOrgans: [],
    shortForms: {},
    nobody: [],
    registry: [],
  },
  handover: { departmentLabels: [], mannerLabels: [], stopped: [] },
  statements: { items: [], categories: [], departments: [], itemsInCategory: [] },
};
