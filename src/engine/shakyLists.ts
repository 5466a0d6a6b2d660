import { holdsRole } from '../checks/structure/headerWords.ts';
import type { ListDocument } from '../model/document.ts';

/**
 * Lists of PDF text, by index, in which a required column was not found. Without marks between the cells their words are put
 * together by the columns, and with a column missing in wrong ways: what looks like a stray space may part two cells. Findings are
 * made there as everywhere; changes are not safe.
 */
export function shakyLists({ source, lists, format }: ListDocument): ReadonlySet<number> {
  if (source.reader !== 'text') return new Set();
  return new Set(
    lists.flatMap((list, index) => {
      const missing = format.lists[list.kind].required.some(
        (role) => !holdsRole(list, list.columns, role) && !list.columns.some(({ readAs }) => readAs === role),
      );
      return missing ? [index] : [];
    }),
  );
}
