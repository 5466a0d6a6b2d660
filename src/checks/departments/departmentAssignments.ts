import type { DepartmentName } from '../../grammar/departments.ts';
import { type DutyNode, walkDuties } from '../../grammar/dutyNodes.ts';
import { fieldBodyOf, isPlacedFieldUnit } from '../../grammar/fieldUnits.ts';
import { nearest } from '../../grammar/nearest.ts';
import { isBranchName, isKnownBase } from '../../grammar/prefixes.ts';
import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { DepartmentVocabulary } from '../../model/format.ts';
import { departmentsOf, mentionsOf, remember, superiorDutiesOf } from '../../outline/reading.ts';
import { coversAll, meantByStem } from './collectiveNames.ts';
import { departmentsListed, isCountyDepartment, isCountys } from './countyDepartments.ts';
import { strayWordsOf } from './departmentCellParts.ts';
import { departmentSlips } from './departmentSlips.ts';
import { baseOf, isAlike, isSameBody, stemOf } from './sameDepartment.ts';

/** A department that a duties cell gives something to do and the department cell does not list. */
export interface Unlisted {
  /** Its offsets count in the cell that `as` tells. */
  readonly name: DepartmentName;
  /** It heads a group of clauses, or is the subject of one; `township`: of one in the township's duties. */
  readonly as: 'heading' | 'subject' | 'township';
}

/** A listed department, and a body that acts and is most likely the same. */
export interface Renamed {
  readonly listed: DepartmentName;
  readonly acting: Unlisted;
}

/** What the departments that an item lists are given to do by its superior's duties. */
export interface Assignments {
  /** Listed, and named nowhere in the duties. */
  readonly idle: readonly DepartmentName[];
  /** Listed, and named only where others act: 移交县公安局, 组织水利、气象等部门. */
  readonly passive: readonly DepartmentName[];
  readonly unlisted: readonly Unlisted[];
  readonly renamed: readonly Renamed[];
}

/**
 * Who does what in an item; null where nothing can be concluded: it lacks one of the two cells, or its department cell
 * names nobody or cannot be read.
 */
export const assignmentsOf: (document: ListDocument, item: DutyItem) => Assignments | null =
  remember(readAssignments);

function readAssignments(document: ListDocument, item: DutyItem): Assignments | null {
  const cell = departmentsOf(document, item);
  const duties = superiorDutiesOf(document, item);
  const strays = strayWordsOf(document, item);
  if (!cell || !duties || cell.names.length === 0 || strays.some((stray) => stray.kind === 'glued'))
    return null;
  const { departments } = document.format;
  const nodes = walkDuties(duties.nodes);
  const cellText = item.fields.departments?.text.value ?? '';
  const inStrays = strays.map(({ start, end }) => cellText.slice(start, end).replace(/\s+/g, ''));
  const isStray = (name: DepartmentName) => inStrays.some((words) => words.includes(baseOf(name)));
  const value = item.fields.superiorDuties?.text.value ?? '';
  const isShared = nodes.some((node) => coversAll(value.slice(node.start, node.end)));

  const idle: DepartmentName[] = [];
  const passive: DepartmentName[] = [];
  if (duties.form !== 'single' && !isShared) {
    const acting = actingIn(document, item, nodes, cell.names);
    const named = new Set(mentionsOf(document, item, 'superiorDuties').map((mention) => mention.canonical));
    const words = value.replace(/\s+/g, '');
    for (const name of cell.names) {
      if (isStray(name) || [...acting].some((other) => isSameBody(name, other, departments))) continue;
      const field = name.carried || name.prefix === '' ? fieldBodyOf(baseOf(name)) : null;
      if (field !== null && words.includes(field)) continue;
      const meant = meantByStem(words, name, departments);
      if (meant === 'acting') continue;
      (named.has(name.canonical) || meant === 'named' ? passive : idle).push(name);
    }
  }

  const isListed = (name: DepartmentName) =>
    cell.names.some((listed) => isSameBody(listed, comparedName(name), departments));
  const unlisted =
    cell.openEnded || cell.nobody.length > 0
      ? []
      : unlistedIn(document, item, nodes).filter(({ name }) => !isListed(name) && !isStray(name));
  const parts = [...renamedParts(document, cell.names, nodes), ...renamedBranches(document, idle, nodes)];
  return paired(idle, passive, unlisted, parts, departments);
}

/** Canonical names of the departments that act in an item's duties by themselves or with others. */
function actingIn(
  document: ListDocument,
  item: DutyItem,
  nodes: readonly DutyNode[],
  listed: readonly DepartmentName[],
): ReadonlySet<string> {
  const acting = new Set<string>();
  for (const node of nodes) for (const name of node.departments) acting.add(comparedName(name));
  for (const mention of mentionsOf(document, item, 'superiorDuties'))
    if (mention.role !== 'receiver') acting.add(comparedName(mention));
  // A slip of the pen acts for what it was meant to be.
  for (const { meant } of slipsOf(document, item))
    for (const name of listed) if (meant.endsWith(baseOf(name))) acting.add(name.canonical);
  const [lead] = listed;
  if (lead && nodes.some((node) => isLeads(node, nodes))) acting.add(lead.canonical);
  return acting;
}

/** The canonical name; of a body that answers to its own line above, and whose name tells no level, the body alone. */
function comparedName({ prefix, carried, canonical, name }: DepartmentName): string {
  if (prefix !== '' && !carried) return canonical;
  return isPlacedFieldUnit(name) ? canonical : (fieldBodyOf(canonical) ?? canonical);
}

/** A clause without any department as its subject is the lead department's. */
function isLeads(node: DutyNode, nodes: readonly DutyNode[]): boolean {
  if (node.departments.length > 0 || node.type === 'section' || node.type === 'group') return false;
  return !nodes.some((group) => group.type === 'group' && group.children.includes(node));
}

function slipsOf(document: ListDocument, item: DutyItem) {
  const index = document.lists.findIndex((list) => list.items[item.index] === item);
  const list = document.lists[index];
  if (!list) return [];
  return departmentSlips(document, { list, index }).filter(
    (slip) => slip.item === item && slip.role === 'superiorDuties',
  );
}

/** Departments of the county that act in an item's duties, each where it first does. */
function unlistedIn(document: ListDocument, item: DutyItem, nodes: readonly DutyNode[]): readonly Unlisted[] {
  const slips = slipsOf(document, item);
  const found = new Map<string, Unlisted>();
  const add = (name: DepartmentName, as: Unlisted['as']) => {
    if (found.has(name.canonical) || !isCountyDepartment(name, document)) return;
    const isSlip = slips.some((slip) => slip.start < name.end && name.start < slip.end);
    if (as === 'township' || !isSlip) found.set(name.canonical, { name, as });
  };
  for (const node of nodes)
    for (const name of node.departments) add(name, node.type === 'group' ? 'heading' : 'subject');
  for (const mention of mentionsOf(document, item, 'superiorDuties'))
    if (mention.role === 'subject') add(mention, 'subject');
  for (const mention of mentionsOf(document, item, 'townshipDuties'))
    if (mention.role === 'subject') add(mention, 'township');
  return [...found.values()];
}

/** Bodies that act, that no vocabulary knows and that differ from a listed department in their ending only: 水利大队 for 水利局. */
function renamedParts(
  document: ListDocument,
  listed: readonly DepartmentName[],
  nodes: readonly DutyNode[],
): readonly Renamed[] {
  const { departments } = document.format;
  const found = new Map<string, Renamed>();
  for (const node of nodes) {
    for (const name of node.departments) {
      const base = baseOf(name);
      const isOwn = isCountys(name, document) && !departmentsListed(document).has(name.canonical);
      if (!isOwn || found.has(name.canonical) || isKnownBase(base, departments)) continue;
      const one = listed.find((other) => baseOf(other) !== base && stemOf(baseOf(other)) === stemOf(base));
      if (one) found.set(name.canonical, { listed: one, acting: { name, as: 'subject' } });
    }
  }
  return [...found.values()];
}

/** Branches that act, that nobody lists and that are a character away from one that is listed and has nothing to do. */
function renamedBranches(
  document: ListDocument,
  idle: readonly DepartmentName[],
  nodes: readonly DutyNode[],
): readonly Renamed[] {
  const { departments, countyNames } = document.format;
  const isBranch = (name: DepartmentName) => isBranchName(baseOf(name), departments, countyNames);
  const branches = idle.filter(isBranch);
  if (branches.length === 0) return [];
  const acting = nodes
    .flatMap((node) => node.departments)
    .filter((name) => isBranch(name) && !departmentsListed(document).has(name.canonical));
  return branches.flatMap((listed): readonly Renamed[] => {
    const name = acting.find((one) => nearest(one.name, [listed.name]) !== null);
    return name ? [{ listed, acting: { name, as: 'subject' } }] : [];
  });
}

/** Two names that the vocabulary knows are two bodies, however alike they are: 残联 and 妇联. */
function areBothKnown(one: DepartmentName, other: DepartmentName, vocabulary: DepartmentVocabulary): boolean {
  return isKnownBase(baseOf(one), vocabulary) && isKnownBase(baseOf(other), vocabulary);
}

/** Takes apart what is most likely one department under two names: 县水利局 is listed and 县水力局 acts. */
function paired(
  idle: readonly DepartmentName[],
  passive: readonly DepartmentName[],
  unlisted: readonly Unlisted[],
  parts: readonly Renamed[],
  vocabulary: DepartmentVocabulary,
): Assignments {
  const renamed: Renamed[] = [...parts];
  const isTaken = (one: Unlisted) =>
    renamed.some((pair) => pair.acting.name.canonical === one.name.canonical);
  for (const listed of idle) {
    if (parts.some((part) => part.listed === listed)) continue;
    const acting = unlisted.find(
      (one) =>
        one.as !== 'township' &&
        !isTaken(one) &&
        !areBothKnown(listed, one.name, vocabulary) &&
        isAlike(baseOf(listed), baseOf(one.name)),
    );
    if (acting) renamed.push({ listed, acting });
  }
  return {
    idle: idle.filter((name) => !renamed.some((pair) => pair.listed === name)),
    passive,
    unlisted: unlisted.filter((one) => !isTaken(one)),
    renamed,
  };
}
