import { type Duties, dutyLines } from '../grammar/duties.ts';
import type { DutyItem, ItemField, ListDocument } from '../model/document.ts';
import type { ColumnRole, ListKind } from '../model/format.ts';
import { positionAt } from '../model/place.ts';
import { unspaced } from '../model/text.ts';
import { departmentsOf, handoverOf, superiorDutiesOf, townshipDutiesOf } from './reading.ts';

/** What `qingdan inspect` prints: the document as the tool understands it (architecture.md). */
export interface Inspection {
  readonly path: string;
  readonly reader: string;
  readonly format: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly statedCounts: readonly InspectedCount[];
  readonly lists: readonly InspectedList[];
  readonly unread: readonly {
    readonly reason: string;
    readonly start: InspectedPlace;
    readonly end: InspectedPlace;
  }[];
}

export interface InspectedPlace {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

export interface InspectedCount {
  readonly list: ListKind | null;
  readonly what: string;
  readonly stated: number;
  readonly category: string | null;
  readonly names: readonly string[];
  readonly start: InspectedPlace;
}

export interface InspectedList {
  readonly kind: ListKind;
  readonly title: string | null;
  readonly columns: readonly { readonly id: string; readonly header: string }[];
  readonly items: readonly InspectedItem[];
}

export interface InspectedItem {
  readonly number: number | string;
  readonly category: string | null;
  readonly name: string | null;
  readonly departments?: { readonly text: string; readonly names: readonly string[] };
  readonly superiorDuties?: InspectedDuties;
  readonly townshipDuties?: InspectedDuties;
  readonly handover?: { readonly text: string; readonly departments: readonly string[] };
  /** Words under headers that are no column of a duty list (备注), or beyond the header. */
  readonly other?: readonly string[];
  readonly start: InspectedPlace;
}

export interface InspectedDuties {
  /** The clauses, one a line. */
  readonly text: string;
  readonly form: Duties['form'];
  readonly clauses: readonly string[];
}

/** The document as plain data. */
export function inspectDocument(document: ListDocument): Inspection {
  const { source } = document;
  const place = (offset: number): InspectedPlace => {
    const { line, column } = positionAt(source.lineStarts, offset);
    return { line, column };
  };
  return {
    path: source.path,
    reader: source.reader,
    format: document.format.id,
    title: document.title ? words(document.title.value) : null,
    date: document.date?.value ?? null,
    statedCounts: document.statedCounts.map((count) => ({
      list: count.list,
      what: count.what,
      stated: count.stated,
      category: count.category ? unspaced(count.category.value) : null,
      names: count.names.map((name) => unspaced(name.value)),
      start: place(count.number.anchor),
    })),
    lists: document.lists.map((list) => ({
      kind: list.kind,
      title: list.title ? words(list.title.value) : null,
      columns: list.columns.map((column) => ({
        id: column.readAs ?? 'unknown',
        header: unspaced(column.header.value),
      })),
      items: list.items.map((item) => inspectItem(document, item)),
    })),
    unread: document.unread.map(({ block, reason }) => ({
      reason,
      start: place(block.span.start),
      end: place(block.span.end),
    })),
  };
}

/** An item as plain data. */
export function inspectItem(document: ListDocument, item: DutyItem): InspectedItem {
  const { fields } = item;
  const { line, column } = positionAt(document.source.lineStarts, item.span.start);
  const other = [...item.surplus, ...(fields.note ? [fields.note] : [])].map((field) =>
    words(field.text.value),
  );
  return {
    number: item.number.value ?? item.number.text.value,
    category: item.category ? unspaced(item.category.text.value) : null,
    name: fields.name ? words(fields.name.text.value) : null,
    ...(fields.departments && {
      departments: {
        text: words(fields.departments.text.value),
        names: departmentsOf(document, item)?.names.map((name) => name.name) ?? [],
      },
    }),
    ...duties('superiorDuties', fields.superiorDuties, superiorDutiesOf(document, item)),
    ...duties('townshipDuties', fields.townshipDuties, townshipDutiesOf(document, item)),
    ...handover(document, item),
    ...(other.length > 0 && { other }),
    start: { line, column },
  };
}

function duties(
  role: ColumnRole,
  field: ItemField | undefined,
  read: Duties | null,
): Record<string, InspectedDuties> {
  if (!field || !read) return {};
  const clauses = dutyLines(field.text.value, read);
  return { [role]: { text: clauses.join('\n'), form: read.form, clauses } };
}

function handover(document: ListDocument, item: DutyItem): Pick<InspectedItem, 'handover'> {
  const { handover: whole, handoverDepartments, handoverManner } = item.fields;
  if (whole) {
    const pairs = handoverOf(document, item)?.pairs ?? [];
    const names = pairs.flatMap((pair) => pair.departments.names.map((name) => name.name));
    const labels = pairs.flatMap(({ departmentLabel, mannerLabel }) => [departmentLabel, mannerLabel]);
    const breaks = labels.flatMap((label) => (label && label.start > 0 ? [label.start] : []));
    const { value } = whole.text;
    const parts = [0, ...breaks].map((start, i) => value.slice(start, breaks[i] ?? value.length));
    return { handover: { text: parts.map(words).join('\n'), departments: names } };
  }
  if (!handoverDepartments && !handoverManner) return {};
  const text = [handoverDepartments, handoverManner]
    .flatMap((field) => (field && field.text.value !== '' ? [words(field.text.value)] : []))
    .join('\n');
  const names = departmentsOf(document, item)?.names.map((name) => name.name) ?? [];
  return { handover: { text, departments: names } };
}

/**
 * Words with the source's line breaks taken out: nothing is put between Chinese characters, a space between
 * two Latin words or numbers.
 */
export function words(value: string): string {
  return value
    .replace(/[ \t　]*[\n\f]+[ \t　]*/g, '\n')
    .replace(/([\x21-\x7e])\n(?=[\x21-\x7e])/g, '$1 ')
    .replace(/\n/g, '')
    .trim();
}
