import { nearest } from '../../grammar/nearest.ts';
import type { DutyItem } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { type Check, notApplicable } from '../check.ts';
import { atItem, listsOf, type PlacedList, relatedItem, words } from '../places.ts';
import { type CategoryRun, categoryRuns, categorySpan } from './categoryRuns.ts';
import { categorySlips } from './slips.ts';

/** Items of one category stand together. */
export const grouping: Check = {
  kind: 'grouping',
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: {
    default: ['category', 'first', 'other'],
    alone: ['category', 'around', 'other'],
  },
  run(document, rule) {
    const placed = listsOf(document, rule).filter(({ list }) => list.items.some((item) => item.category));
    if (placed.length === 0) return notApplicable('文中没有事项类别', 'the document names no categories');
    const { names, closed } = document.format.categories;
    // A name that is no category at all is told by the rule on names.
    const told = (name: string) => closed && !names.includes(name);
    return placed.flatMap((entry) => separated(entry, told, categorySlips(document)));
  },
};

function separated(
  placed: PlacedList,
  told: (name: string) => boolean,
  slips: ReadonlyMap<string, string>,
): readonly Finding[] {
  const findings: Finding[] = [];
  const runs = categoryRuns(placed.list).filter((run) => run.name !== '' && !told(run.name));
  const kept: CategoryRun[] = [];
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i];
    const before = kept[kept.length - 1];
    const after = runs[i + 1];
    if (!run) continue;
    const [only] = run.items;
    if (before && only && run.name !== before.name && run.items.length === 1 && after?.name === before.name) {
      const elsewhere = runs.find((other) => other !== run && other.name === run.name);
      if (elsewhere?.items[0]) {
        findings.push({
          ...atItem(placed, only, 'category', categorySpan(only)),
          variant: 'alone',
          data: { category: run.name, around: before.name, other: numberOf(elsewhere.items[0]) },
          related: [relatedItem(placed, elsewhere.items[0], 'category', categorySpan(elsewhere.items[0]))],
        });
        join(kept, before, after);
        i++;
        continue;
      }
      // A slip in the name is told by the rule on names; the run goes on behind it.
      if (slips.get(run.name) === before.name || nearest(run.name, [before.name]) !== null) {
        join(kept, before, after);
        i++;
        continue;
      }
    }
    if (before?.name === run.name) join(kept, before, run);
    else kept.push(run);
  }
  const first = new Map<string, CategoryRun>();
  for (const run of kept) {
    const earlier = first.get(run.name);
    const [item] = run.items;
    if (!earlier) first.set(run.name, run);
    else if (item) findings.push(again(placed, run.name, item, earlier));
  }
  return findings;
}

function join(kept: CategoryRun[], before: CategoryRun, after: CategoryRun): void {
  kept[kept.length - 1] = { name: before.name, items: [...before.items, ...after.items] };
}

function again(placed: PlacedList, category: string, item: DutyItem, earlier: CategoryRun): Finding {
  const from = earlier.items[0] ?? item;
  const to = earlier.items[earlier.items.length - 1] ?? from;
  return {
    ...atItem(placed, item, 'category', categorySpan(item)),
    data: {
      category,
      first: from === to ? numberOf(from) : `${numberOf(from)}—${numberOf(to)}`,
      other: numberOf(to),
    },
    related: [relatedItem(placed, to, 'category', categorySpan(to))],
  };
}

function numberOf(item: DutyItem): string {
  const printed = words(item.number.text);
  return printed === '' ? String(item.index + 1) : printed;
}
