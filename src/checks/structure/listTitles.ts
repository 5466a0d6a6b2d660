import type { Finding } from '../../model/finding.ts';
import { spanOf, squeeze } from '../../model/text.ts';
import { slippedLongerTitle, slippedTitle } from '../../outline/titles.ts';
import { type Check, notApplicable } from '../check.ts';
import { atList, listsOf } from '../places.ts';

/** The titles of the lists are known ones; one with a wrong character is told with the one it was meant to be. */
export const listTitles: Check = {
  kind: 'list-titles',
  scope: ['lists'],
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: {
    default: ['found', 'expected'],
    replace: ['expected'],
  },
  run(document, rule) {
    const titled = listsOf(document, rule).filter(({ list }) => list.title !== null);
    if (titled.length === 0)
      return notApplicable('文中的清单没有标题', 'the lists of the document have no titles');
    return titled.flatMap((placed): readonly Finding[] => {
      const { title, kind } = placed.list;
      if (!title) return [];
      const { value, at } = squeeze(title.value);
      const named = document.format.lists[kind].titles.some((known) => value.includes(known));
      const slip = named
        ? slippedLongerTitle(document.format, kind, title)
        : slippedTitle(document.format, title);
      if (!slip) return [];
      const start = value.lastIndexOf(slip.found);
      const span = spanOf(title, at[start] ?? 0, (at[start + slip.found.length - 1] ?? 0) + 1);
      const data = { found: slip.found, expected: slip.title };
      return [
        {
          ...atList(placed, null, span),
          data,
          suggestions: [
            { variant: 'replace', data: { expected: slip.title }, edits: [{ span, text: slip.title }] },
          ],
        },
      ];
    });
  },
};
