import { type DepartmentList, parseDepartments } from '../grammar/departments.ts';
import { type Duties, parseDuties } from '../grammar/duties.ts';
import { type Handover, parseHandover } from '../grammar/handover.ts';
import { type Mention, type MentionReader, mentionReader } from '../grammar/mentions.ts';
import type { DutyItem, ListDocument } from '../model/document.ts';
import type { ColumnRole } from '../model/format.ts';
import type { Text } from '../model/text.ts';

/**
 * What is made of a part of a document, made once however many rules ask: kept with its document, so that it goes with it.
 */
export function remember<Part extends object, T>(read: (document: ListDocument, part: Part) => T) {
  const byDocument = new WeakMap<ListDocument, Map<Part, T>>();
  return (document: ListDocument, part: Part): T => {
    let known = byDocument.get(document);
    if (!known) {
      known = new Map();
      byDocument.set(document, known);
    }
    const before = known.get(part);
    if (before !== undefined) return before;
    const result = read(document, part);
    known.set(part, result);
    return result;
  };
}

// What the grammar makes of an item's cells. Offsets in the results count in the `value` of the field's text.

/** The text of the cell that names departments: of a coordinating item, or of a handover with a column of its own. */
export function departmentText(item: DutyItem): Text | null {
  return (item.fields.departments ?? item.fields.handoverDepartments)?.text ?? null;
}

/** The departments an item lists, or null when it has no such cell. */
export const departmentsOf = remember((document, item: DutyItem): DepartmentList | null => {
  const text = departmentText(item);
  const { departments, countyNames } = document.format;
  return text ? parseDepartments(text.value, departments, countyNames) : null;
});

/** The superior's duties, or null when the item has no such cell. */
export const superiorDutiesOf = remember((document, item: DutyItem): Duties | null => {
  const { departments, countyNames } = document.format;
  const text = item.fields.superiorDuties?.text;
  return text
    ? parseDuties(text.value, departments, countyNames, departmentsOf(document, item)?.names ?? [])
    : null;
});

/** The township's duties, or null when the item has no such cell. */
export const townshipDutiesOf = remember((document, item: DutyItem): Duties | null => {
  const { departments, countyNames } = document.format;
  const text = item.fields.townshipDuties?.text;
  return text ? parseDuties(text.value, departments, countyNames, []) : null;
});

/** The handover of a withdrawn item written in one cell, or null when it has no such cell. */
export const handoverOf = remember((document, item: DutyItem): Handover | null => {
  const { departments, countyNames, handover } = document.format;
  const text = item.fields.handover?.text;
  return text ? parseHandover(text.value, handover, departments, countyNames) : null;
});

const mentionReaders = new WeakMap<ListDocument, MentionReader>();

/** Reads department names in running text; the names that the document's own department cells hold are known too. */
export function mentionReaderOf(document: ListDocument): MentionReader {
  const before = mentionReaders.get(document);
  if (before) return before;
  const { departments, countyNames } = document.format;
  const made = mentionReader(departments, countyNames, basesOf(document));
  mentionReaders.set(document, made);
  return made;
}

const mentionsIn = remember((document, text: Text) => mentionReaderOf(document)(text.value));

/** Every department that a cell of running text names. */
export function mentionsOf(document: ListDocument, item: DutyItem, role: ColumnRole): readonly Mention[] {
  const text = item.fields[role]?.text;
  return text ? mentionsIn(document, text) : [];
}

/** The names without prefix in the department cells of a document. */
function basesOf(document: ListDocument): ReadonlySet<string> {
  const bases = new Set<string>();
  for (const list of document.lists) {
    for (const item of list.items) {
      for (const { name, prefix } of departmentsOf(document, item)?.names ?? [])
        bases.add(name.slice(prefix.length));
    }
  }
  return bases;
}
