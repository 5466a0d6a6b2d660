import type { DutyList, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { LIST_KINDS, type ListKind } from '../../model/format.ts';
import type { Span } from '../../model/place.ts';
import { spanOf, squeeze, type Text } from '../../model/text.ts';
import { type Check, isNotApplicable, type NotApplicable, notApplicable } from '../check.ts';
import { booleanOption, wordsOption, wordsSchema } from '../options.ts';
import { atDocument, atList, listName } from '../places.ts';

/** The three lists are there, each once, each with items. */
export const lists: Check = {
  kind: 'lists',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      expected: wordsSchema('The lists that a whole document holds.', LIST_KINDS),
      always: {
        description:
          'Whether every file must hold them all. If not, a file that holds one list and announces no other is taken for one of several files.',
        type: 'boolean',
        default: false,
      },
    },
  },
  variants: {
    default: ['list', 'present'],
    announced: ['list', 'present'],
    empty: ['list'],
    repeated: ['list'],
  },
  run(document, rule) {
    const expected = wordsOption(rule, 'expected', LIST_KINDS);
    const always = booleanOption(rule, 'always', false);
    const findings = [...emptyLists(document), ...repeatedLists(document)];
    const missing = missingLists(document, expected, always);
    if (isNotApplicable(missing)) return findings.length > 0 ? findings : missing;
    return [...missing, ...findings];
  },
};

function emptyLists(document: ListDocument): readonly Finding[] {
  return document.lists.flatMap((list, index): Finding[] =>
    list.items.length > 0
      ? []
      : [
          {
            ...atList({ list, index }, null, spanOf(list.place)),
            variant: 'empty',
            data: { list: listName(document, list.kind) },
          },
        ],
  );
}

function repeatedLists(document: ListDocument): readonly Finding[] {
  return document.lists.flatMap((list, index): Finding[] => {
    const first = document.lists.findIndex(
      (other) => other.kind === list.kind && other.part === list.part && other.items.length > 0,
    );
    const earlier = document.lists[first];
    if (!earlier || first >= index || list.items.length === 0) return [];
    return [
      {
        ...atList({ list, index }, null, spanOf(list.place)),
        variant: 'repeated',
        data: { list: listName(document, list.kind) },
        related: [{ span: spanOf(earlier.place), list: list.kind, item: null, column: null }],
      },
    ];
  });
}

function missingLists(
  document: ListDocument,
  expected: ReadonlySet<ListKind>,
  always: boolean,
): readonly Finding[] | NotApplicable {
  const parts = [...new Set(document.lists.map((list) => list.part))];
  const several = parts.length > 1;
  const anywhere = new Set(document.lists.map((list) => list.kind));
  const announced = several ? new Map<ListKind, Span>() : announcements(document);
  const others = [...announced.keys()].some((kind) => !anywhere.has(kind));
  const whole = always || anywhere.size > 1 || others || (!several && document.title !== null);
  if (!whole) {
    const [only] = [...anywhere];
    const name = only ? listName(document, only) : '';
    return notApplicable(
      `文件只有${name}，也没有提到其他清单，按“一份清单一个文件”处理`,
      `the file holds only ${name} and announces no other list: taken for one of several files`,
    );
  }
  return parts.flatMap((part) => {
    const here = document.lists.filter((list) => list.part === part);
    const present = new Set(here.map((list) => list.kind));
    const named = [...present].map((kind) => listName(document, kind)).join('、');
    return [...expected]
      .filter((kind) => !present.has(kind))
      .map((kind): Finding => {
        const place = announced.get(kind);
        const data = { list: listName(document, kind), present: named };
        if (place) return { ...atDocument(place, kind), variant: 'announced', data };
        return { ...atDocument(placeOf(document, here, several), kind), data };
      });
  });
}

/** Where a list that nothing announces should have been: the cover, else the first list of the part. */
function placeOf(document: ListDocument, here: readonly DutyList[], several: boolean): Span {
  const [first] = here;
  if (document.title && !several) return spanOf(document.title);
  return first ? spanOf(first.place) : { start: 0, end: 0 };
}

/** The first place that speaks of each list: the table of contents, a sentence of the preamble, a stated count. */
function announcements(document: ListDocument): ReadonlyMap<ListKind, Span> {
  const found = new Map<ListKind, Span>();
  const add = (kind: ListKind, span: Span) => {
    if (!found.has(kind)) found.set(kind, span);
  };
  for (const entry of document.contents) if (entry.kind) add(entry.kind, spanOf(entry.title));
  for (const paragraph of document.paragraphs) {
    const named = namedLists(document, paragraph);
    // One list named in passing (与基本履职事项清单配套使用) announces nothing; a sentence that opens with it does.
    if (named.length > 1) for (const { kind, span } of named) add(kind, span);
    else for (const { kind, span, opens } of named) if (opens) add(kind, span);
  }
  for (const stated of document.statedCounts) {
    if (stated.list && stated.in === 'text') add(stated.list, spanOf(stated.phrase));
  }
  return found;
}

function namedLists(
  document: ListDocument,
  text: Text,
): readonly { readonly kind: ListKind; readonly span: Span; readonly opens: boolean }[] {
  const squeezed = squeeze(text.value);
  return LIST_KINDS.flatMap((kind) => {
    for (const title of document.format.lists[kind].titles) {
      const at = squeezed.value.indexOf(title);
      const start = squeezed.at[at];
      const last = squeezed.at[at + title.length - 1];
      if (at < 0 || start === undefined || last === undefined) continue;
      return [{ kind, span: spanOf(text, start, last + 1), opens: at <= 8 }];
    }
    return [];
  });
}
