import { type DepartmentName, parseDepartments } from '../../grammar/departments.ts';
import { fieldBodyOf } from '../../grammar/fieldUnits.ts';
import { bringsOwnPlace, isKnownBase, plainPrefix } from '../../grammar/prefixes.ts';
import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Span } from '../../model/place.ts';
import { spanOf } from '../../model/text.ts';
import { departmentsOf, departmentText } from '../../outline/reading.ts';
import { type Check, notApplicable } from '../check.ts';
import { numberOption } from '../options.ts';
import { atItem, columnId, listsOf, type PlacedList, relatedItem } from '../places.ts';
import { type Neighbours, neighboursIn, strayWordsOf } from './departmentCellParts.ts';
import { departmentUses } from './departmentUses.ts';

/**
 * 、 joins names that share a prefix, written before the first of them; ， ends the group, and the next name brings its
 * own prefix. Which of the two stands before a name with a prefix of its own differs from county to county: there
 * the document's own habit decides.
 */
export const departmentSeparators: Check = {
  kind: 'department-separators',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      atLeast: {
        description:
          'How many times as many separators as the odd ones must follow a habit of the document for the odd ones to be reported.',
        type: 'number',
        minimum: 1,
        default: 4,
      },
    },
  },
  variants: {
    default: ['first', 'second', 'mark', 'wanted'],
    missing: ['first', 'second', 'wanted'],
    comma: ['first', 'second', 'prefix'],
    habit: ['first', 'second', 'mark', 'wanted'],
    prefix: ['first', 'second', 'prefix'],
    replace: ['wanted'],
  },
  run(document, rule) {
    const placed = listsOf(document, rule).filter(({ list }) => list.items.some(departmentText));
    if (placed.length === 0)
      return notApplicable('文中没有部门一栏', 'the document has no column of departments');
    const habits = habitsOf(document, placed, numberOption(rule, 'atLeast', 4));
    return placed.flatMap((entry) =>
      entry.list.items.flatMap((item) => findingsFor(document, entry, item, habits)),
    );
  },
};

const JOINS = '、';
const PARTS = '，';

/** How the second of two names stands to the first: it shares the prefix, repeats it, or brings another one. */
type Relation = 'shared' | 'repeated' | 'other';

interface Habits {
  /** The separator that the document has before a name with a prefix of its own; null where it has both, or few. */
  readonly repeated: string | null;
  readonly other: string | null;
  /** Cells with each name on a line of its own are usual. */
  readonly lines: boolean;
}

function relationOf(document: ListDocument, { first, second }: Neighbours): Relation {
  const { departments, countyNames } = document.format;
  if (second.prefix === '' && bringsOwnPlace(second.name, departments, countyNames)) return 'other';
  if (second.carried || second.prefix === '') return 'shared';
  return plainPrefix(first.prefix, departments) === plainPrefix(second.prefix, departments)
    ? 'repeated'
    : 'other';
}

/** So many cells make a habit. */
const FEWEST = 4;

function habitsOf(document: ListDocument, placed: readonly PlacedList[], atLeast: number): Habits {
  const counts = { repeated: [0, 0], other: [0, 0] };
  let lines = 0;
  let marked = 0;
  for (const { list } of placed) {
    for (const item of list.items) {
      const text = departmentText(item);
      const names = departmentsOf(document, item)?.names;
      if (!text || !names || names.length < 2) continue;
      const pairs = neighboursIn(text, names);
      if (pairs.every((pair) => isLineBreak(text.value, pair))) lines++;
      else marked++;
      for (const pair of pairs) {
        const relation = relationOf(document, pair);
        const side = pair.mark === JOINS ? 0 : pair.mark === PARTS ? 1 : -1;
        if (relation !== 'shared' && side >= 0) counts[relation][side] = (counts[relation][side] ?? 0) + 1;
      }
    }
  }
  const habit = ([joined = 0, parted = 0]: readonly number[]) => {
    if (joined + parted < FEWEST) return null;
    if (joined >= atLeast * parted) return JOINS;
    return parted >= atLeast * joined ? PARTS : null;
  };
  const byLine = document.source.reader !== 'text' && lines > marked;
  return { repeated: habit(counts.repeated), other: habit(counts.other), lines: byLine };
}

/**
 * What should stand before a name. Where the document has no habit, a comma of whatever width ends a group before a name
 * that brings its prefix, and so does any mark before another prefix; the same prefix written again is joined.
 */
function wantedMark(relation: Relation, mark: string, habits: Habits): string {
  if (relation === 'shared') return JOINS;
  const habit = habits[relation] ?? habits.repeated ?? habits.other;
  return habit ?? (relation === 'other' || /^[,﹐]$/.test(mark) ? PARTS : JOINS);
}

function isLineBreak(value: string, { between, mark }: Neighbours): boolean {
  return mark === '' && value.slice(between.start, between.end).includes('\n');
}

function findingsFor(
  document: ListDocument,
  placed: PlacedList,
  item: DutyItem,
  habits: Habits,
): readonly Finding[] {
  const text = departmentText(item);
  const names = departmentsOf(document, item)?.names;
  if (!text || !names) return [];
  const column = columnId(item.fields.departments ? 'departments' : 'handoverDepartments');
  /** Whether only one separator can be meant: between names that share a prefix 、, before another prefix what the document has there. */
  const isClear = (pair: Neighbours, relation: Relation): boolean =>
    relation === 'shared'
      ? !isBare(pair.first, document) &&
        missingPrefix(document, pair) === null &&
        wrongCarry(document, placed, pair) === null
      : habits[relation] !== null;
  const finding = (variant: string, span: Span, data: Finding['data'], edit: string | null): Finding => ({
    ...atItem(placed, item, column, spanOf(text, span.start, span.end)),
    variant,
    ...(data ? { data } : {}),
    ...(edit === null
      ? {}
      : {
          suggestions: [
            {
              variant: 'replace',
              data: { wanted: edit },
              edits: [{ span: spanOf(text, span.start, span.end), text: edit }],
            },
          ],
        }),
  });
  const glued = strayWordsOf(document, item).flatMap(({ kind, start, end, seams }) =>
    kind === 'glued'
      ? seams.map((seam) => {
          const [first, second] = [text.value.slice(start, seam), text.value.slice(seam, end)].map((part) =>
            part.replace(/\s+/g, ''),
          );
          const wanted = bringsPrefix(document, second ?? '') ? wantedMark('repeated', '', habits) : JOINS;
          return finding(
            'missing',
            { start: seam, end: seam },
            { first: first ?? '', second: second ?? '', wanted },
            wanted,
          );
        })
      : [],
  );
  const pairs = neighboursIn(text, names, strayWordsOf(document, item));
  // A cell that has each name on a line of its own parts them so.
  const eachOnALine =
    document.source.reader !== 'text' && pairs.every((pair) => isLineBreak(text.value, pair));
  return [
    ...glued,
    ...together(
      placed,
      item,
      pairs.flatMap((pair): readonly Finding[] => {
        const { first, second, between, mark } = pair;
        const relation = relationOf(document, pair);
        const wanted = wantedMark(relation, mark, habits);
        const data = { first: first.name, second: second.name, mark, wanted };
        if (mark === '') {
          if (isLineBreak(text.value, pair) && (habits.lines || eachOnALine)) return [];
          return [finding('missing', between, data, wanted)];
        }
        if (mark.length > 1) return [];
        if (mark !== JOINS && mark !== PARTS) {
          const told = finding('default', between, data, wanted);
          // A semicolon, or a mark of the wrong width, is no word; what a stroke or a full stop stands for nobody knows.
          const clear = /^[,;；､﹑﹐]$/.test(mark) && isClear(pair, relation);
          return [clear ? { ...told, suggestions: [], fix: [{ span: told.span, text: wanted }] } : told];
        }
        if (relation === 'shared') {
          if (mark === PARTS && (isBare(first, document) || isAnyLevel(document, placed, second))) return [];
          const prefix = mark === PARTS ? missingPrefix(document, pair) : wrongCarry(document, placed, pair);
          const base = second.name.slice(second.prefix.length);
          if (prefix !== null)
            return [
              finding('prefix', between, { first: first.name, second: base, prefix }, `${PARTS}${prefix}`),
            ];
          return mark === PARTS ? [finding('comma', between, { ...data, prefix: first.prefix }, JOINS)] : [];
        }
        const habit = habits[relation];
        return habit !== null && mark !== habit ? [finding('habit', between, data, habit)] : [];
      }),
    ),
  ];
}

/** One wrong mark behind several names of a cell is one fault: told at the first, the others related. */
function together(placed: PlacedList, item: DutyItem, findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const [index, finding] of findings.entries()) {
    const { variant, data } = finding;
    const key = variant === 'default' ? `${data?.mark} ${data?.wanted}` : String(index);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].flatMap((group): readonly Finding[] => {
    const [first, ...others] = group;
    if (!first || others.length === 0) return group;
    const related = others.map(({ span }) => relatedItem(placed, item, first.column, span));
    const fixes = group.flatMap(({ fix }) => fix ?? []);
    if (fixes.length === group.length) return [{ ...first, related, fix: fixes }];
    const edits = group.flatMap(({ fix, suggestions }) => fix ?? suggestions?.[0]?.edits ?? []);
    const { fix: _, ...told } = first;
    const data = { wanted: String(first.data?.wanted) };
    return [{ ...told, related, suggestions: [{ variant: 'replace', data, edits }] }];
  });
}

function bringsPrefix({ format }: ListDocument, words: string): boolean {
  const [name] = parseDepartments(words, format.departments, format.countyNames).names;
  return name !== undefined && name.prefix !== '';
}

/** Where names are written without prefix there is none to share. */
function isBare(first: DepartmentName, document: ListDocument): boolean {
  const { departments, countyNames } = document.format;
  return first.prefix === '' && !bringsOwnPlace(first.name, departments, countyNames);
}

/** Whether a name is that of a body which answers to its own line above, and which the document nowhere calls the county's. */
function isAnyLevel(document: ListDocument, placed: PlacedList, name: DepartmentName): boolean {
  if (fieldBodyOf(name.canonical) === null) return false;
  return !departmentUses(document, placed).some(
    (use) => use.canonical === name.canonical && use.prefix !== '' && !use.carried,
  );
}

/** The prefix that a name behind ， lacks, when it is not the one of the name before: 县 for the 司法局 of 县委政法委，司法局. */
function missingPrefix(document: ListDocument, { first, second }: Neighbours): string | null {
  const { departments } = document.format;
  const plain = plainPrefix(first.prefix, departments);
  const own = /^[县市区旗]委?/.exec(second.canonical)?.[0] ?? null;
  if (own === null || own === plain) return null;
  const place = plain.charAt(0) === own.charAt(0) ? first.prefix.slice(0, -plain.length) : '';
  return `${place}${own}`;
}

/**
 * The prefix that a name should bring because the one carried to it is not its own: 县 for the 人社局 of 县委组织部、人社局;
 * 县委 for the 编办 of 县人社局、编办 where the document writes 县委编办 elsewhere. Null where all is well.
 */
function wrongCarry(document: ListDocument, placed: PlacedList, { second }: Neighbours): string | null {
  if (!second.carried) return null;
  const { departments } = document.format;
  const base = second.name.slice(second.prefix.length);
  const plain = plainPrefix(second.prefix, departments);
  const place = second.prefix.slice(0, second.prefix.length - plain.length);
  const byParty = plain.endsWith('委');
  const ofParty = second.canonical.charAt(plain.length - (byParty ? 1 : 0)) === '委';
  if (byParty === ofParty || !isKnownBase(base, departments)) return null;
  if (byParty) return `${place}${plain.slice(0, -1)}`;
  const elsewhere = departmentUses(document, placed).some(
    (use) =>
      use.canonical === second.canonical &&
      !use.carried &&
      plainPrefix(use.prefix, departments) === `${plain}委`,
  );
  return elsewhere ? `${place}${plain}委` : null;
}
