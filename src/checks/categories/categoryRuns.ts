import type { DutyItem, DutyList } from '../../model/document.ts';
import type { Span } from '../../model/place.ts';
import { spanOf } from '../../model/text.ts';
import { words } from '../places.ts';

/** Items that follow each other and bear one category. */
export interface CategoryRun {
  /** Without white space; empty where the items have no category. */
  readonly name: string;
  readonly items: readonly DutyItem[];
}

/** A category of a list with all its items, wherever they stand. */
export interface CategoryUse {
  readonly name: string;
  readonly items: readonly DutyItem[];
}

/**
 * The category of an item without white space; empty where it has none. In a row that lacks a cell nobody can tell
 * which words are the category: that is one fault, told by the rule on the shape of rows.
 */
export function categoryOf(item: DutyItem): string {
  if (!item.category) return '';
  const short = item.shape !== null && item.shape.cells < item.shape.columns;
  return short && item.category.from === 'cell' ? '' : words(item.category.text);
}

/** Where the category of an item is written: its cell, a merged cell, or the heading above it. */
export function categorySpan(item: DutyItem): Span {
  return item.category ? spanOf(item.category.text) : item.span;
}

/** The items of a list in runs of one category, in order. */
export function categoryRuns(list: DutyList): readonly CategoryRun[] {
  const runs: { name: string; items: DutyItem[] }[] = [];
  for (const item of list.items) {
    const name = categoryOf(item);
    const last = runs[runs.length - 1];
    if (last && last.name === name) last.items.push(item);
    else runs.push({ name, items: [item] });
  }
  return runs;
}

/** The categories of a list in order of first appearance, items without one left out. */
export function categoriesOf(list: DutyList): readonly CategoryUse[] {
  const uses = new Map<string, DutyItem[]>();
  for (const item of list.items) {
    const name = categoryOf(item);
    if (name === '') continue;
    const items = uses.get(name);
    if (items) items.push(item);
    else uses.set(name, [item]);
  }
  return [...uses].map(([name, items]) => ({ name, items }));
}
