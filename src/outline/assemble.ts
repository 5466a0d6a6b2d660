import type {
  CategoryHeading,
  ContentsEntry,
  DutyColumn,
  DutyItem,
  DutyList,
  HeaderRow,
  ItemField,
  UnreadBlock,
} from '../model/document.ts';
import type { ColumnRole, Format, ListKind } from '../model/format.ts';
import type { Span } from '../model/place.ts';
import type { Block } from '../model/source.ts';
import { concat, decoded, emptyText, type Text, unspaced } from '../model/text.ts';
import { readCategoryHeading } from './categoryHeadings.ts';
import { kindOfColumns, placeUnknownColumns } from './headers.ts';
import { withoutSlippedCells } from './slippedRows.ts';
import { isContentsHeading, isCoverTitle, isDate, listTitled, readContentsLine } from './titles.ts';

/** The words of one row, as a layout hands them over. */
export interface RowWords {
  readonly fields: Readonly<Partial<Record<ColumnRole, ItemField>>>;
  readonly surplus: readonly ItemField[];
  /** The category of a merged cell that covers the row, if any. */
  readonly covering: Text | null;
  readonly shape: DutyItem['shape'];
  readonly span: Span;
}

/** What the layouts (tables, lines) report to; it puts the lists together. */
export interface Assembler {
  /** Text outside the rows; decides what it is. `block` where it is one by itself. */
  text(text: Text, block?: Block): void;
  /** What a table says of its list below the items: 合计28项. */
  sum(text: Text): void;
  /** A title that a layout found by itself. */
  title(kind: ListKind, text: Text): void;
  contents(entry: ContentsEntry): void;
  category(heading: Omit<CategoryHeading, 'from'>): void;
  /**
   * A header; `nextNumber` is the number of the row below it, if it has one. A `fragment` is one that may have
   * lost words on the way out of a PDF: where it goes on with the open list it says nothing about its columns.
   */
  header(header: HeaderRow, nextNumber: number | null, fragment?: boolean): void;
  /** Begins a list that has no header: its items are numbered paragraphs from `span` on. */
  numbered(kind: ListKind, span: Span): void;
  item(row: RowWords): void;
  /** The rest of the last item after a page break. */
  continuation(fields: RowWords['fields'], span: Span): void;
  unread(block: Block, reason: UnreadBlock['reason']): void;
  /** The list that rows go to now. */
  current(): OpenList | null;
  /** Whether a list has begun. */
  started(): boolean;
  finish(): Assembled;
}

export interface OpenList {
  readonly kind: ListKind;
  /** The columns of the latest header. */
  readonly columns: readonly DutyColumn[];
  readonly items: readonly DutyItem[];
  /** Whether any header of the list has a category column. */
  readonly hasCategoryColumn: boolean;
}

export interface Assembled {
  readonly title: Text | null;
  readonly date: Text | null;
  readonly paragraphs: readonly PlacedParagraph[];
  readonly contents: readonly ContentsEntry[];
  readonly lists: readonly DutyList[];
  readonly unread: readonly UnreadBlock[];
}

/** A paragraph with the list and part in force where it stands. */
export interface PlacedParagraph {
  readonly text: Text;
  readonly list: ListKind | null;
  readonly part: number;
}

interface ListDraft {
  kind: ListKind;
  part: number;
  title: Text | null;
  columns: readonly DutyColumn[];
  first: readonly DutyColumn[];
  headers: HeaderRow[];
  items: DutyItem[];
  covering: (Text | null)[];
  headings: CategoryHeading[];
  /** Indexes of the items that stand first below a header. */
  pageStarts: Set<number>;
  place: Text;
  hasCategoryColumn: boolean;
}

/** An assembler for one document. */
export function createAssembler(format: Format): Assembler {
  const drafts: ListDraft[] = [];
  const titles: { kind: ListKind; text: Text; inContents: boolean; used: boolean }[] = [];
  const contents: ContentsEntry[] = [];
  const paragraphs: { text: Text; list: ListKind | null; lists: number }[] = [];
  const unread: UnreadBlock[] = [];
  const between: { block: Block; text: Text; list: ListDraft; items: number }[] = [];
  let headings: Omit<CategoryHeading, 'from'>[] = [];
  let cover: Text | null = null;
  let date: Text | null = null;
  let open: ListDraft | null = null;
  let inContents = false;
  let part = 0;

  const pendingTitle = () => {
    const last = titles[titles.length - 1];
    return last && !last.used ? last : null;
  };

  function startList(kind: ListKind, header: HeaderRow, columns: readonly DutyColumn[]): ListDraft {
    const title = pendingTitle();
    const fits = title?.kind === kind ? title : null;
    if (fits) fits.used = true;
    if (drafts.some((draft) => draft.part === part && draft.kind === kind)) part++;
    const firstHeader = header.cells.find((column) => column.header.value !== '')?.header;
    const draft: ListDraft = {
      kind,
      part,
      title: fits?.text ?? null,
      columns,
      first: columns,
      headers: [],
      items: [],
      covering: [],
      headings: [],
      pageStarts: new Set(),
      place: fits?.text ?? firstHeader ?? emptyText(header.span.start),
      hasCategoryColumn: false,
    };
    drafts.push(draft);
    return draft;
  }

  /** Whether the header goes on with the open list rather than beginning another one. */
  function continues(list: ListDraft, header: HeaderRow, nextNumber: number | null): boolean {
    const guess = kindOfColumns(header.cells);
    const title = pendingTitle();
    if (title && (title.kind !== list.kind || list.items.length > 0)) return false;
    if (guess.kind === list.kind) return true;
    if (guess.kind !== 'basic' || !guess.certain) return !guess.certain;
    // A header with only the columns all lists share may be one that the page cut; a list begins with 1.
    const cut = !header.cells.some((column) => column.role === 'name');
    return cut || nextNumber !== 1 || list.items.some((item) => item.index > 0 && item.number.value === 1);
  }

  /** A paragraph between the last list of one township's document and the first of the next is the next one's preamble. */
  function place({ text, list, lists }: (typeof paragraphs)[number]): PlacedParagraph {
    const above = drafts[lists - 1];
    const below = drafts[lists];
    const opensPart = below !== undefined && below.part > (above?.part ?? 0);
    return { text, list: opensPart ? null : list, part: (opensPart ? below : above)?.part ?? 0 };
  }

  return {
    sum(text) {
      paragraphs.push({ text, list: open?.kind ?? null, lists: drafts.length });
    },
    text(text, block) {
      if (isContentsHeading(text)) {
        inContents = drafts.length === 0;
        return;
      }
      if (drafts.length === 0) {
        const entry = readContentsLine(format, text);
        if (entry) {
          contents.push(entry);
          return;
        }
      }
      const kind = listTitled(format, text);
      if (kind) {
        this.title(kind, text);
        return;
      }
      const inList = open !== null && !open.hasCategoryColumn;
      const heading = readCategoryHeading(format, text, inList || pendingTitle() !== null);
      if (heading) {
        headings.push(heading);
        return;
      }
      if (drafts.length === 0 && date === null && isDate(text)) date = text;
      else if (drafts.length === 0 && cover === null && isCoverTitle(format, text)) cover = text;
      else {
        const title = pendingTitle();
        paragraphs.push({ text, list: title?.kind ?? open?.kind ?? null, lists: drafts.length });
        if (block && open && !title && open.items.length > 0)
          between.push({ block, text, list: open, items: open.items.length });
      }
    },
    title(kind, text) {
      titles.push({ kind, text, inContents: inContents && drafts.length === 0, used: false });
      headings = [];
    },
    contents(entry) {
      contents.push(entry);
    },
    category(heading) {
      headings.push(heading);
    },
    header(header, nextNumber, fragment = false) {
      if (!open || !continues(open, header, nextNumber)) {
        const guess = kindOfColumns(header.cells);
        const title = pendingTitle();
        const kind = guess.certain && guess.kind !== 'basic' ? guess.kind : (title?.kind ?? guess.kind);
        open = startList(kind, header, placeUnknownColumns(header.cells, kind));
      } else if (fragment) return;
      open.pageStarts.add(open.items.length);
      const columns = placeUnknownColumns(header.cells, open.kind);
      open.headers.push({ cells: columns, span: header.span });
      open.columns = columns;
      if (columns.some((column) => column.readAs === 'category')) open.hasCategoryColumn = true;
    },
    numbered(kind, span) {
      open = startList(kind, { cells: [], span }, []);
    },
    item(row) {
      if (!open) return;
      for (const heading of headings) open.headings.push({ ...heading, from: open.items.length });
      headings = [];
      const number = row.fields.number?.text ?? emptyText(row.span.start);
      open.items.push({
        kind: open.kind,
        index: open.items.length,
        number: { text: number, value: numberValue(number.value) },
        category: null,
        fields: row.fields,
        surplus: row.surplus,
        shape: row.shape,
        span: row.span,
      });
      open.covering.push(row.covering);
    },
    continuation(fields, span) {
      const last = open?.items[open.items.length - 1];
      if (!open || !last) return;
      open.items[open.items.length - 1] = {
        ...last,
        fields: joinFields(last.fields, fields),
        span: { start: last.span.start, end: Math.max(last.span.end, span.end) },
      };
    },
    unread(block, reason) {
      unread.push({ block, reason });
    },
    current() {
      return open;
    },
    started() {
      return drafts.length > 0;
    },
    finish() {
      const lists = drafts.map((draft) => finishList(format, draft));
      for (const { block, text, list, items } of between)
        if (items < list.items.length && isStray(text, between)) unread.push({ block, reason: 'stray-text' });
      for (const title of titles) {
        const known = lists.some((list) => list.kind === title.kind);
        if (!title.used && !title.inContents && !known && lists.length > 0) lists.push(emptyList(title));
      }
      return { title: cover, date, paragraphs: paragraphs.map(place), contents, lists, unread };
    },
  };
}

/** What stands between the pages of a table by right: page numbers, 续表, notes. */
const BESIDE_PAGES =
  /^(?:[-—–－·\s\d０-９/页第共]+|[（(]?(?:续表|续上表|接上页|转下页|续)[）)]?.*|(?:单位|日期|备注|附注|注|说明)\s*\d*\s*[:：].*)$/su;

/** Whether words between two rows of a list belong to no page: they stand there once. */
function isStray(text: Text, all: readonly { readonly text: Text }[]): boolean {
  const value = unspaced(text.value);
  if (value === '' || BESIDE_PAGES.test(value)) return false;
  return all.filter((other) => unspaced(other.text.value) === value).length === 1;
}

/** A title below which no rows were found: the list is there and empty, which a rule will say. */
function emptyList(title: { readonly kind: ListKind; readonly text: Text }): DutyList {
  return {
    kind: title.kind,
    part: 0,
    title: title.text,
    columns: [],
    headers: [],
    items: [],
    categoryHeadings: [],
    place: title.text,
  };
}

/** The value of a printed number: Arabic digits of either width, with a full stop or 、 after them at most. */
function numberValue(printed: string): number | null {
  const match = /^\s*([0-9０-９]{1,6})\s*[.．、]?\s*$/.exec(printed);
  if (!match?.[1]) return null;
  return Number(match[1].replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10)));
}

function joinFields(first: RowWords['fields'], rest: RowWords['fields']): RowWords['fields'] {
  const joined: Partial<Record<ColumnRole, ItemField>> = { ...first };
  for (const [role, field] of Object.entries(rest) as [ColumnRole, ItemField][]) {
    const before = first[role];
    if (field.text.value === '') continue;
    if (!before || before.text.value === '') joined[role] = field;
    else {
      const end = lastSourceOffset(before.text);
      const brk = decoded('\n', end, Math.max(0, field.text.anchor - end));
      joined[role] = {
        text: concat([before.text, brk, field.text]),
        span: { start: before.span.start, end: Math.max(before.span.end, field.span.end) },
      };
    }
  }
  return joined;
}

function lastSourceOffset(text: Text): number {
  const last = text.segments[text.segments.length - 1];
  return last ? last.from + last.sourceLength : text.anchor;
}

function finishList(format: Format, draft: ListDraft): DutyList {
  draft.items = withoutSlippedCells(draft.items, draft, format);
  const merged = writesCategoryOnce(draft);
  let above: Text | null = null;
  let heading = -1;
  const items = draft.items.map((item, index): DutyItem => {
    while ((draft.headings[heading + 1]?.from ?? Number.POSITIVE_INFINITY) <= index) heading++;
    const cell = item.fields.category?.text;
    const covering = draft.covering[index];
    if (cell && cell.value !== '') {
      above = cell;
      return { ...item, category: { text: cell, from: 'cell' } };
    }
    if (covering) {
      above = covering;
      return { ...item, category: { text: covering, from: 'merged' } };
    }
    const headed = draft.headings[heading];
    if (headed) return { ...item, category: { text: headed.name, from: 'heading' } };
    return merged && above ? { ...item, category: { text: above, from: 'merged' } } : item;
  });
  return {
    kind: draft.kind,
    part: draft.part,
    title: draft.title,
    columns: draft.first,
    headers: draft.headers,
    items,
    categoryHeadings: draft.headings,
    place: draft.place,
  };
}

/**
 * Whether empty category cells mean "as above": the list never writes a category twice in a row (but for the
 * top of a page), and leaves the cell empty more than once. A list that repeats its categories and has one empty cell has a hole in it.
 */
function writesCategoryOnce(draft: ListDraft): boolean {
  let empty = 0;
  let repeated = 0;
  let above = '';
  for (const item of draft.items) {
    if (draft.pageStarts.has(item.index)) above = '';
    const category = item.fields.category;
    if (!category) continue;
    const value = unspaced(category.text.value);
    if (value === '') empty++;
    else {
      if (value === above) repeated++;
      above = value;
    }
  }
  return empty >= 2 && repeated * 4 <= empty;
}
