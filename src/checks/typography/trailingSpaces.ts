import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Span } from '../../model/place.ts';
import type { Check } from '../check.ts';
import { numberOption } from '../options.ts';
import { atItem, itemsOf, listsOf } from '../places.ts';

/** Runs of spaces at the ends of lines: of the file where it has no table marks, else of the lines inside a cell. */
export const trailingSpaces: Check = {
  kind: 'trailing-spaces',
  scope: ['lists', 'categories'],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      atLeast: {
        description: 'How many spaces make a run; one of the width of a Chinese character is always one.',
        type: 'integer',
        minimum: 1,
        default: 2,
      },
    },
  },
  variants: { default: ['count'] },
  run(document, rule) {
    const atLeast = numberOption(rule, 'atLeast', 2);
    return listsOf(document, rule).flatMap((placed) =>
      itemsOf(placed, rule).flatMap((item): readonly Finding[] => {
        const runs = runsIn(document, item, atLeast);
        const [first] = runs;
        if (!first) return [];
        return [
          {
            ...atItem(placed, item, null, first),
            data: { count: runs.length },
            fix: runs.map((span) => ({ span, text: '' })),
          },
        ];
      }),
    );
  },
};

function runsIn({ source }: ListDocument, { span }: DutyItem, atLeast: number): readonly Span[] {
  const { text, reader } = source;
  const runs: Span[] = [];
  // A line of a cell ends before a tag: <br>, </p>.
  const mark = reader === 'text' ? '\n' : '<';
  for (let line = span.start; line < span.end; ) {
    let end = text.indexOf(mark, line);
    if (end < 0 || (mark === '<' && end >= span.end)) end = mark === '<' ? span.end : text.length;
    else if (mark === '<' && !/^(?:br|\/p)\b/i.test(text.slice(end + 1, end + 4))) {
      line = end + 1;
      continue;
    }
    const stop = text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    let start = stop;
    while (start > line && isBlank(text.charCodeAt(start - 1))) start--;
    const isRun = stop - start >= atLeast || text.slice(start, stop).includes('　');
    if (isRun && start > line && stop > start && text.charAt(end) === mark) runs.push({ start, end: stop });
    line = end + 1;
  }
  return runs;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 9 || code === 0xa0 || code === 0x3000;
}
