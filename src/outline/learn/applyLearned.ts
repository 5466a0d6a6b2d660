import type { ColumnRole, Format, ListFormat, ListKind } from '../../model/format.ts';
import type { LearnedFormat } from './learned.ts';

/** What has been learned so far: every part may still be missing. */
export type PartlyLearned = Partial<LearnedFormat>;

/** The format that `learned` laid over `parent` gives: what loading its YAML must give again. */
export function applyLearned(parent: Format, learned: PartlyLearned): Format {
  const { countyNames, units, titles, missing, mayBeEmpty, headers, numbering } = learned;
  const { categories, departments, handover, statements, detect } = learned;
  const list = (kind: ListKind): ListFormat => {
    const was = parent.lists[kind];
    return {
      titles: plus(was.titles, titles?.[kind]),
      required: was.required.filter((role) => !missing?.[kind].includes(role)),
      mayBeEmpty: plus(was.mayBeEmpty, mayBeEmpty?.[kind]),
    };
  };
  const headerWords = Object.entries(parent.headers) as [ColumnRole, readonly string[]][];
  return {
    ...parent,
    detect: detect ?? [],
    countyNames: countyNames && countyNames.length > 0 ? countyNames : parent.countyNames,
    units: plus(parent.units, units?.added),
    lists: { basic: list('basic'), coordinating: list('coordinating'), withdrawn: list('withdrawn') },
    headers: Object.fromEntries(
      headerWords.map(([role, words]) => [role, plus(words, headers?.[role])]),
    ) as Record<ColumnRole, readonly string[]>,
    numbering: numbering ?? parent.numbering,
    categories: categories && categories.length > 0 ? { names: categories, closed: true } : parent.categories,
    departments: {
      ...parent.departments,
      prefixes: plus(parent.departments.prefixes, departments?.prefixes),
      names: plus(parent.departments.names, departments?.names),
      registry: departments?.registry.map(({ name }) => name) ?? parent.departments.registry,
    },
    handover: {
      ...parent.handover,
      departmentLabels: plus(parent.handover.departmentLabels, handover?.departmentLabels),
      mannerLabels: plus(parent.handover.mannerLabels, handover?.mannerLabels),
    },
    statements: {
      items: plus(parent.statements.items, statements?.items),
      categories: plus(parent.statements.categories, statements?.categories),
      departments: plus(parent.statements.departments, statements?.departments),
      itemsInCategory: plus(parent.statements.itemsInCategory, statements?.itemsInCategory),
    },
  };
}

function plus<W extends string>(was: readonly W[], added: readonly W[] | undefined): readonly W[] {
  return added && added.length > 0 ? [...new Set([...was, ...added])] : was;
}
