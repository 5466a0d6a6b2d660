import { nearest } from '../../grammar/nearest.ts';
import type { ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { ColumnId } from '../../model/format.ts';
import type { Rule } from '../../model/rule.ts';
import { unspaced } from '../../model/text.ts';
import { cellOf, listsWith, noSuchColumn } from '../cells.ts';
import type { NotApplicable } from '../check.ts';
import { atItem, quoted } from '../places.ts';
import { shownWords } from '../reasons.ts';

/** The cells of a column whose words are none of those a rule allows. Empty cells are left to others. */
export function outsideWords(
  document: ListDocument,
  rule: Rule,
  column: ColumnId,
  allowed: readonly string[],
): readonly Finding[] | NotApplicable {
  const placed = listsWith(document, rule, column);
  if (placed.length === 0) return noSuchColumn(document, column);
  const known = new Set(allowed.map((word) => unspaced(word)));
  return placed.flatMap((entry) =>
    entry.items.flatMap((item): readonly Finding[] => {
      const { words, span } = cellOf(item, column);
      if (words === '' || known.has(words)) return [];
      const near = nearest(words, known)?.word ?? null;
      const finding = {
        ...atItem(entry, item, column, span),
        variant: near === null ? 'unknown' : 'default',
        data: { category: shownWords(words), near: near ?? '', known: quoted(allowed) },
      };
      if (near === null) return [finding];
      return [
        { ...finding, suggestions: [{ variant: 'replace', data: { near }, edits: [{ span, text: near }] }] },
      ];
    }),
  );
}
