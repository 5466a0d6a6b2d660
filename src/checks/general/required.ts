import type { ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { ColumnId } from '../../model/format.ts';
import type { DocumentPart, Rule } from '../../model/rule.ts';
import { unspaced } from '../../model/text.ts';
import { cellOf, listsWith, noSuchColumn } from '../cells.ts';
import type { Check, NotApplicable, RuleFault } from '../check.ts';
import { atDocument, atItem, atList, columnName, listsOf, quoted } from '../places.ts';
import { holdsOneOf, nothingInScope, scopedTexts } from '../texts/scopedTexts.ts';

const PARTS: Readonly<Record<Exclude<DocumentPart, 'cell'>, { readonly zh: string; readonly en: string }>> = {
  title: { zh: '标题', en: 'title' },
  header: { zh: '表头', en: 'table header' },
  heading: { zh: '类别标题', en: 'category heading' },
  paragraph: { zh: '说明文字', en: 'running text' },
  contents: { zh: '目录', en: 'table of contents' },
};

/**
 * Something must be there: a column of every item is filled (`on.column`), or the document or its lists have a part
 * (`on.parts`); with `words`, it must hold one of them.
 */
export const required: Check = {
  kind: 'required',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      words: {
        description:
          'The cell, or one text of the part, must hold one of these; empty: it must only be there.',
        type: 'array',
        items: { type: 'string', minLength: 1 },
        default: [],
      },
    },
  },
  variants: {
    default: ['what', 'words'],
    empty: ['what', 'words'],
    absent: ['what', 'words'],
    lacks: ['what', 'words'],
  },
  faults: scopeFaults,
  run(document, rule) {
    const words = Array.isArray(rule.options.words) ? rule.options.words.map(String) : [];
    const { column, parts } = rule.on;
    if (column) return inColumn(document, rule, column, words);
    return parts ? inParts(document, rule, parts, words) : [];
  },
};

function inColumn(
  document: ListDocument,
  rule: Rule,
  column: ColumnId,
  words: readonly string[],
): readonly Finding[] | NotApplicable {
  const lists = listsOf(document, rule);
  if (lists.length === 0) return nothingInScope();
  const placed = listsWith(document, rule, column);
  if (placed.length === 0) return noSuchColumn(document, column);
  return placed.flatMap((entry) =>
    entry.items.flatMap((item): readonly Finding[] => {
      const cell = cellOf(item, column);
      const variant = !cell.present
        ? 'absent'
        : cell.words === ''
          ? 'empty'
          : holdsOneOf(cell.words, words)
            ? null
            : 'lacks';
      if (variant === null) return [];
      const data = { what: columnName(document, entry.list, column), words: quoted(words) };
      return [{ ...atItem(entry, item, column, cell.span), variant, data }];
    }),
  );
}

/** Each part by itself: in every list of `on.lists`, or anywhere in the document. */
function inParts(
  document: ListDocument,
  rule: Rule,
  parts: readonly DocumentPart[],
  words: readonly string[],
): readonly Finding[] | NotApplicable {
  const units = scopedTexts(document, rule);
  const lists = rule.on.lists ? listsOf(document, rule) : null;
  if (lists?.length === 0) return nothingInScope();
  return parts.flatMap((part): readonly Finding[] => {
    if (part === 'cell') return [];
    const own = units.filter((unit) => unit.part === part);
    const finding = (place: ReturnType<typeof atDocument>, found: number): Finding => ({
      ...place,
      variant: found === 0 ? 'absent' : 'lacks',
      data: { what: PARTS[part], words: quoted(words) },
    });
    const fits = (some: typeof own) => some.some(({ text }) => holdsOneOf(unspaced(text.value), words));
    if (!lists) return fits(own) ? [] : [finding(atDocument(startOf(document)), own.length)];
    return lists.flatMap((entry) => {
      const inList = own.filter(({ placed }) => placed?.list === entry.list);
      if (fits(inList)) return [];
      const { anchor } = entry.list.place;
      return [finding(atList(entry, null, { start: anchor, end: anchor }), inList.length)];
    });
  });
}

/** Where something that a document lacks is missed: before its first words. */
function startOf({ title, source }: ListDocument): { readonly start: number; readonly end: number } {
  const start = title?.anchor ?? source.blocks[0]?.span.start ?? 0;
  return { start, end: start };
}

function scopeFaults({ on }: Rule): readonly RuleFault[] {
  if (on.column) return [];
  if (!on.parts) {
    const message = {
      zh: '要写明什么必须有：on: { column: … } 或 on: { parts: […] }',
      en: 'say what must be there: on: { column: … } or on: { parts: […] }',
    };
    return [{ path: ['on'], message, allowed: ['column', 'parts'] }];
  }
  const message = {
    zh: '格子要用 on.column 指明哪一栏',
    en: 'for cells, name their column with on.column',
  };
  return on.parts.flatMap((part, index) =>
    part === 'cell' ? [{ path: ['on', 'parts', index], message }] : [],
  );
}
