import type { DutyColumn, DutyItem, ItemField } from '../model/document.ts';
import type { ColumnRole, Format, ListKind } from '../model/format.ts';
import { unspaced } from '../model/text.ts';

/** So many rows of one wrong shape after each other are a fault of their header, and are read by it. */
const ROWS_OF_ONE_FAULT = 3;

/**
 * The items of a list, those with a cell too many or too few without fields but for number and category: which of
 * their words belong to which column nobody can tell, so that no rule may judge them by their column. The words stay in `surplus`.
 */
export function withoutSlippedCells(
  items: readonly DutyItem[],
  list: { readonly kind: ListKind; readonly columns: readonly DutyColumn[] },
  format: Format,
): DutyItem[] {
  const categories = new Set(
    items.flatMap((item) => (isSlipped(item, list, format) ? [] : [categoryWords(item)])),
  );
  return items.map((item, index) => {
    if (!isSlipped(item, list, format) || runAround(items, index) >= ROWS_OF_ONE_FAULT) return item;
    const { number, category, ...others } = item.fields;
    const keepsCategory = category !== undefined && categories.has(categoryWords(item));
    const words = [...Object.values(others), ...(category && !keepsCategory ? [category] : [])];
    const surplus = [...words, ...item.surplus].sort((a, b) => a.span.start - b.span.start);
    const fields: Partial<Record<ColumnRole, ItemField>> = {
      ...(number ? { number } : {}),
      ...(category && keepsCategory ? { category } : {}),
    };
    return { ...item, fields, surplus };
  });
}

function categoryWords({ fields }: DutyItem): string {
  return unspaced(fields.category?.text.value ?? '');
}

/** Whether the cells of a row stand below other headers than their own; not one that ends before columns which may be empty. */
function isSlipped(
  { shape, surplus }: DutyItem,
  { kind, columns }: { readonly kind: ListKind; readonly columns: readonly DutyColumn[] },
  format: Format,
): boolean {
  if (!shape || shape.cells === shape.columns) return false;
  if (shape.cells > shape.columns) return surplus.some(({ text }) => text.value !== '');
  const { mayBeEmpty } = format.lists[kind];
  return !columns
    .slice(shape.cells)
    .every(({ readAs }) => readAs === 'note' || (readAs !== null && mayBeEmpty.includes(readAs)));
}

/** How many rows of the same shape stand together. */
function runAround(items: readonly DutyItem[], index: number): number {
  const shape = items[index]?.shape;
  const alike = (at: number) =>
    items[at]?.shape?.cells === shape?.cells && items[at]?.shape?.columns === shape?.columns;
  let from = index;
  while (from > 0 && alike(from - 1)) from--;
  let to = index;
  while (to < items.length - 1 && alike(to + 1)) to++;
  return to - from + 1;
}
