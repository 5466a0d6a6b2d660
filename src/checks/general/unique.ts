import type { DutyItem } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { cellOf, columnMissing, listsWith, noSuchColumn } from '../cells.ts';
import type { Check } from '../check.ts';
import { wordOption } from '../options.ts';
import { atItem, type PlacedList, relatedItem, words } from '../places.ts';
import { shownWords } from '../reasons.ts';

const REACHES = ['list', 'category', 'document'] as const;

/** The cells of a column are all different. White space does not count, and neither do empty cells. */
export const unique: Check = {
  kind: 'unique',
  scope: ['lists', 'column', 'categories'],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      within: {
        description:
          'Where a value may stand once only: in a list, in a category of a list, or in the document as a whole.',
        enum: REACHES,
        default: 'list',
      },
    },
  },
  variants: { default: ['value', 'first'] },
  faults: columnMissing,
  run(document, rule) {
    const { column } = rule.on;
    if (!column) return [];
    const placed = listsWith(document, rule, column);
    if (placed.length === 0) return noSuchColumn(document, column);
    const within = wordOption(rule, 'within', REACHES, 'list');
    const seen = new Map<string, { readonly placed: PlacedList; readonly item: DutyItem }>();
    return placed.flatMap((entry) =>
      entry.items.flatMap((item): readonly Finding[] => {
        const cell = cellOf(item, column);
        if (cell.words === '') return [];
        const category = item.category ? words(item.category.text) : '';
        const reach = [within === 'document' ? '' : entry.index, within === 'category' ? category : ''];
        const key = [...reach, cell.words].join('\u0000');
        const first = seen.get(key);
        if (!first) {
          seen.set(key, { placed: entry, item });
          return [];
        }
        return [
          {
            ...atItem(entry, item, column, cell.span),
            data: { value: shownWords(cell.words), first: first.item.number.text.value },
            related: [relatedItem(first.placed, first.item, column, cellOf(first.item, column).span)],
          },
        ];
      }),
    );
  },
};
