import { walkDuties } from '../../grammar/dutyNodes.ts';
import type { DutyItem, DutyList, ListDocument } from '../../model/document.ts';
import type { ColumnRole } from '../../model/format.ts';
import type { Span } from '../../model/place.ts';
import { spanOf, type Text } from '../../model/text.ts';
import { departmentsOf, handoverOf, mentionsOf, superiorDutiesOf } from '../../outline/reading.ts';
import type { PlacedList } from '../places.ts';

/** A department's name where it stands: in a department cell or a handover's department (`column`), heading a group of clauses, or in a sentence. */
export interface DepartmentUse {
  readonly placed: PlacedList;
  readonly item: DutyItem;
  readonly role: ColumnRole;
  readonly where: 'column' | 'heading' | 'text';
  /** As written, a carried prefix included. */
  readonly name: string;
  /** The name behind its prefix. */
  readonly base: string;
  readonly prefix: string;
  /** The prefix was written before an earlier name only. */
  readonly carried: boolean;
  /** No other words stand before it in its cell, or in a sentence no other name before it in its list of names. */
  readonly isFirst: boolean;
  readonly canonical: string;
  /** The cell that holds it. */
  readonly text: Text;
  /** Offsets in the cell's value, a bracket behind the name left out. */
  readonly start: number;
  readonly end: number;
}

/** The place of a use in the source. */
export function useSpan(use: DepartmentUse): Span {
  return spanOf(use.text, use.start, use.end);
}

const usesByList = new WeakMap<DutyList, readonly DepartmentUse[]>();

/** Every department that a list names, by item and column, in reading order of each cell. */
export function departmentUses(document: ListDocument, placed: PlacedList): readonly DepartmentUse[] {
  const known = usesByList.get(placed.list);
  if (known) return known;
  const uses = placed.list.items.flatMap((item) => usesOfItem(document, placed, item));
  usesByList.set(placed.list, uses);
  return uses;
}

interface Named extends Span {
  readonly isFirst?: boolean;
  readonly name: string;
  readonly canonical: string;
  readonly prefix: string;
  readonly carried: boolean;
  readonly bracket: string | null;
}

const HAN = /[\u3400-\u9fff]/;
const SENTENCES = ['superiorDuties', 'townshipDuties', 'handover', 'handoverManner'] as const;

function usesOfItem(document: ListDocument, placed: PlacedList, item: DutyItem): readonly DepartmentUse[] {
  const uses: DepartmentUse[] = [];
  const add = (role: ColumnRole, where: DepartmentUse['where'], named: Named) => {
    const text = item.fields[role]?.text;
    if (!text) return;
    const { name, prefix, carried, canonical, start } = named;
    const end = endOfName(text.value, named);
    const base = name.slice(prefix.length);
    const isFirst = named.isFirst ?? !HAN.test(text.value.slice(0, start));
    uses.push({
      placed,
      item,
      role,
      where,
      name,
      base,
      prefix,
      carried,
      isFirst,
      canonical,
      text,
      start,
      end,
    });
  };
  const cell = item.fields.departments ? 'departments' : 'handoverDepartments';
  for (const name of departmentsOf(document, item)?.names ?? []) add(cell, 'column', name);
  const taken = handoverOf(document, item)?.pairs.flatMap((pair) => pair.departments.names) ?? [];
  for (const name of taken) add('handover', 'column', name);
  const headings = headingNames(document, item);
  for (const name of headings) add('superiorDuties', 'heading', name);
  for (const role of SENTENCES) {
    const apart = role === 'superiorDuties' ? headings : role === 'handover' ? taken : [];
    for (const mention of mentionsOf(document, item, role)) {
      if (!apart.some((name) => name.start < mention.end && mention.start < name.end))
        add(role, 'text', mention);
    }
  }
  return uses;
}

function headingNames(document: ListDocument, item: DutyItem): readonly Named[] {
  const names: Named[] = [];
  for (const node of walkDuties(superiorDutiesOf(document, item)?.nodes ?? []))
    if (node.type === 'group') names.push(...node.departments);
  return names;
}

/** Where the name ends and a bracket behind it begins. */
function endOfName(value: string, { start, end, bracket, name }: Named): number {
  if (bracket === null && !/[（(]/.test(name)) return end;
  const opener = value.slice(start, end).search(/\s*[（(]/);
  return opener > 0 ? start + opener : end;
}
