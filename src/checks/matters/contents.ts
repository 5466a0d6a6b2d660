import { nearest } from '../../grammar/nearest.ts';
import type { ContentsEntry, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { LIST_KINDS, type ListKind } from '../../model/format.ts';
import { spanOf, squeeze, type Text } from '../../model/text.ts';
import { slippedLongerTitle } from '../../outline/titles.ts';
import { type Check, notApplicable } from '../check.ts';
import { atDocument, atList, listName, words } from '../places.ts';

/** The table of contents names the lists of the document under their titles, in their order, pages going up. */
export const contents: Check = {
  kind: 'contents',
  scope: [],
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: {
    default: ['found', 'expected'],
    missing: ['expected'],
    repeated: ['found'],
    order: ['found', 'expected'],
    page: ['found', 'page', 'before'],
    count: ['found', 'count'],
    replace: ['expected'],
  },
  run(document) {
    const several = document.lists.some(({ part }) => part > 0);
    if (document.contents.length === 0 || document.lists.length === 0 || several)
      return notApplicable('文中没有目录', 'the document has no table of contents');
    return [
      ...document.contents.flatMap((entry) => wordingFindings(document, entry)),
      ...missingFindings(document),
      ...repeatedFindings(document),
      ...orderFindings(document),
      ...pageFindings(document),
      ...countFindings(document),
    ];
  },
};

/**
 * The name of a list as a title writes it, with its place; null where the title does not name it in known words, and
 * where what it has is the sound end of a name with a slip in it.
 */
function nameIn(
  document: ListDocument,
  kind: ListKind,
  title: Text,
): { name: string; start: number; end: number } | null {
  if (slippedLongerTitle(document.format, kind, title)) return null;
  const { value, at } = squeeze(title.value);
  let best: { name: string; index: number } | null = null;
  for (const name of document.format.lists[kind].titles) {
    const index = value.lastIndexOf(name);
    if (index >= 0 && name.length > (best?.name.length ?? 0)) best = { name, index };
  }
  if (!best) return null;
  const { name, index } = best;
  return { name, start: at[index] ?? 0, end: (at[index + name.length - 1] ?? 0) + 1 };
}

/** The kind of an entry: as read, or the one whose name it is a slip of. */
function kindOf(document: ListDocument, entry: ContentsEntry): ListKind | null {
  if (entry.kind) return entry.kind;
  const value = words(entry.title);
  for (const kind of LIST_KINDS) {
    const expected = titleOf(document, kind);
    if (expected !== null && nearest(value.slice(-expected.length), [expected]) !== null) return kind;
  }
  return null;
}

/** How the list is named in its own title. */
function titleOf(document: ListDocument, kind: ListKind): string | null {
  const title = document.lists.find((list) => list.kind === kind)?.title;
  return title ? (nameIn(document, kind, title)?.name ?? null) : null;
}

function wordingFindings(document: ListDocument, entry: ContentsEntry): readonly Finding[] {
  const kind = kindOf(document, entry);
  const list = document.lists.find((one) => one.kind === kind);
  if (!kind || !list?.title) return [];
  const expected = titleOf(document, kind);
  const own = nameIn(document, kind, entry.title);
  if (expected === null || own?.name === expected) return [];
  const span = own ? spanOf(entry.title, own.start, own.end) : spanOf(entry.title);
  return [
    {
      ...atDocument(span, kind),
      data: { found: own?.name ?? words(entry.title), expected },
      related: [{ span: spanOf(list.title), list: kind, item: null, column: null }],
      suggestions: own ? [{ variant: 'replace', data: { expected }, edits: [{ span, text: expected }] }] : [],
    },
  ];
}

/** A list of the document that the contents leave out, told at the title of the list. */
function missingFindings(document: ListDocument): readonly Finding[] {
  const named = new Set(document.contents.map((entry) => kindOf(document, entry)));
  if (![...named].some((kind) => kind !== null)) return [];
  return document.lists.flatMap((list, index): readonly Finding[] =>
    named.has(list.kind)
      ? []
      : [
          {
            ...atList({ list, index }, null, spanOf(list.place)),
            variant: 'missing',
            data: { expected: titleOf(document, list.kind) ?? listName(document, list.kind) },
          },
        ],
  );
}

function repeatedFindings(document: ListDocument): readonly Finding[] {
  const first = new Map<ListKind, ContentsEntry>();
  return document.contents.flatMap((entry): readonly Finding[] => {
    const kind = kindOf(document, entry);
    if (!kind) return [];
    const before = first.get(kind);
    if (!before) {
      first.set(kind, entry);
      return [];
    }
    return [
      {
        ...atDocument(spanOf(entry.title), kind),
        variant: 'repeated',
        data: { found: words(entry.title) },
        related: [{ span: spanOf(before.title), list: kind, item: null, column: null }],
      },
    ];
  });
}

/** The lists stand in another order than the contents give. */
function orderFindings(document: ListDocument): readonly Finding[] {
  const order = document.lists.map(({ kind }) => kind);
  const entries = document.contents.flatMap((entry) => {
    const kind = kindOf(document, entry);
    return kind && order.includes(kind) ? [{ entry, at: order.indexOf(kind), kind }] : [];
  });
  for (const [index, { entry, at, kind }] of entries.entries()) {
    const before = entries[index - 1];
    if (before && at < before.at)
      return [
        {
          ...atDocument(spanOf(entry.title), kind),
          variant: 'order',
          data: { found: words(entry.title), expected: words(before.entry.title) },
        },
      ];
  }
  return [];
}

/** The count behind a title: （共92项）. */
const COUNT = /[（(]\s*共?\s*([0-9]{1,4})\s*[项个件](?:事项)?\s*[）)]\s*$/u;

/** Counts that the contents give and the lists do not have. */
function countFindings(document: ListDocument): readonly Finding[] {
  return document.contents.flatMap((entry): readonly Finding[] => {
    const match = COUNT.exec(entry.title.value);
    const list = document.lists.find(({ kind }) => kind === entry.kind);
    const found = match?.[1];
    // The same number in a title or in the text is told there.
    const told = document.statedCounts.some(
      (count) => count.what === 'items' && count.list === entry.kind && count.stated === Number(found),
    );
    if (!match || !found || !list || told || list.items.length === 0 || Number(found) === list.items.length)
      return [];
    const start = match.index + match[0].indexOf(found);
    const span = spanOf(entry.title, start, start + found.length);
    const count = list.items.length;
    return [
      {
        ...atDocument(span, list.kind),
        variant: 'count',
        data: { found, count },
        related: [{ span: spanOf(list.place), list: list.kind, item: null, column: null }],
        suggestions: [
          { variant: 'replace', data: { expected: String(count) }, edits: [{ span, text: String(count) }] },
        ],
      },
    ];
  });
}

/** A page that is lower than that of the entry before. */
function pageFindings(document: ListDocument): readonly Finding[] {
  let before: ContentsEntry | null = null;
  const findings: Finding[] = [];
  for (const entry of document.contents) {
    if (entry.page === null) continue;
    if (before !== null && before.page !== null && entry.page < before.page)
      findings.push({
        ...atDocument(spanOf(entry.title), entry.kind),
        variant: 'page',
        data: { found: words(entry.title), page: entry.page, before: before.page },
        related: [{ span: spanOf(before.title), list: before.kind, item: null, column: null }],
      });
    before = entry;
  }
  return findings;
}
