import type { DutyItem, ListDocument } from '../../src/model/document.ts';
import { squeeze } from '../../src/model/text.ts';
import { type PlainDocument, type PlainItem, type PlainKind, splitHandover } from './layouts.ts';

/** An item as compared: words without white space. A handover in two columns is written `departments|manner`. */
export interface ComparedItem {
  readonly number: string;
  readonly category: string | null;
  readonly name: string | null;
  readonly departments?: string;
  readonly superiorDuties?: string;
  readonly townshipDuties?: string;
  readonly handover?: string;
}

export interface ComparedList {
  readonly kind: PlainKind;
  readonly items: readonly ComparedItem[];
}

const bare = (words: string): string => squeeze(words).value;

function expectedItem(item: PlainItem, splitColumns: boolean): ComparedItem {
  const { departments, manner } = splitHandover(item.handover ?? '');
  return {
    number: item.number,
    category: bare(item.category),
    name: bare(item.name),
    ...(item.departments === undefined ? {} : { departments: bare(item.departments) }),
    ...(item.superiorDuties === undefined ? {} : { superiorDuties: bare(item.superiorDuties) }),
    ...(item.townshipDuties === undefined ? {} : { townshipDuties: bare(item.townshipDuties) }),
    ...(item.handover === undefined
      ? {}
      : { handover: splitColumns ? `${bare(departments)}|${bare(manner)}` : bare(item.handover) }),
  };
}

/** What reading the document must give. */
export function expectedLists(document: PlainDocument, splitColumns = false): readonly ComparedList[] {
  return document.lists.map((list) => ({
    kind: list.kind,
    items: list.items.map((item) => expectedItem(item, splitColumns)),
  }));
}

function readItem(item: DutyItem): ComparedItem {
  const field = (role: keyof DutyItem['fields']): string | null => {
    const found = item.fields[role];
    return found ? bare(found.text.value) : null;
  };
  const departments = field('departments');
  const superiorDuties = field('superiorDuties');
  const townshipDuties = field('townshipDuties');
  const whole = field('handover');
  const halves = [field('handoverDepartments'), field('handoverManner')];
  const handover = halves.some((half) => half !== null) ? halves.map((half) => half ?? '').join('|') : whole;
  return {
    number: bare(item.number.text.value),
    category: item.category ? bare(item.category.text.value) : null,
    name: field('name'),
    ...(departments === null ? {} : { departments }),
    ...(superiorDuties === null ? {} : { superiorDuties }),
    ...(townshipDuties === null ? {} : { townshipDuties }),
    ...(handover === null ? {} : { handover }),
  };
}

/** What reading gave. */
export function readLists(document: ListDocument): readonly ComparedList[] {
  return document.lists.map((list) => ({ kind: list.kind, items: list.items.map(readItem) }));
}

/** What reading got wrong, a line a field, the worst first; empty when it gave back every word. */
export function differences(want: readonly ComparedList[], got: readonly ComparedList[]): readonly string[] {
  const shape = (lists: readonly ComparedList[]) =>
    lists.map((list) => `${list.kind} ${list.items.length}`).join(', ');
  const shapes = shape(want) === shape(got) ? [] : [`lists: ${shape(want)}; read: ${shape(got)}`];
  const fields = want.flatMap((list, index) =>
    list.items.flatMap((item, at) => {
      const read: Partial<ComparedItem> = got[index]?.items[at] ?? {};
      const roles = new Set([...Object.keys(item), ...Object.keys(read)]) as Set<keyof ComparedItem>;
      return [...roles]
        .filter((role) => item[role] !== read[role])
        .map((role) => `${list.kind} ${item.number}, ${role}: ${item[role]}; read: ${read[role]}`);
    }),
  );
  return [...shapes, ...fields];
}

/** Words of a cell as plain data: lines that were only wrapped are joined again, clauses stay apart. */
function unwrapped(words: string): string {
  const lines = words.split('\n').map((line) => line.trim());
  const clauses: string[] = [];
  for (const line of lines) {
    const last = clauses[clauses.length - 1];
    const ended = last === undefined || /[；。：:;]$/.test(last);
    const starts = /^(?:\d{1,2}[.．、]|[一二三四五六七八九十]+、|[（(]|承接部门|承接方式|工作方式)/.test(
      line,
    );
    if (last === undefined || ended || starts) clauses.push(line);
    else clauses[clauses.length - 1] = last + line;
  }
  return clauses.join('\n');
}

/** A document that was read, as plain data again, to be written in another layout. */
export function plainOf(document: ListDocument): PlainDocument {
  return {
    title: document.title?.value ?? '履职事项清单',
    date: document.date?.value ?? '2025年7月',
    preamble: [],
    lists: document.lists.map((list) => ({
      kind: list.kind,
      title: list.title?.value ?? TITLES[list.kind],
      items: list.items.map((item) => {
        const field = (role: 'departments' | 'superiorDuties' | 'townshipDuties' | 'handover') => {
          const words = item.fields[role]?.text.value;
          return words === undefined
            ? {}
            : { [role]: role === 'departments' ? bare(words) : unwrapped(words) };
        };
        return {
          number: bare(item.number.text.value),
          category: bare(item.category?.text.value ?? ''),
          name: bare(item.fields.name?.text.value ?? ''),
          ...field('departments'),
          ...field('superiorDuties'),
          ...field('townshipDuties'),
          ...field('handover'),
        };
      }),
    })),
  };
}

const TITLES: Readonly<Record<PlainKind, string>> = {
  withdrawn: '上级部门收回事项清单',
  coordinating: '配合履职事项清单',
  basic: '基本履职事项清单',
};
