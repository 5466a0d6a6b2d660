import type { DutyNode } from '../../grammar/dutyNodes.ts';
import type { ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Span } from '../../model/place.ts';
import { spanOf, squeeze } from '../../model/text.ts';
import { likeness } from '../alike.ts';
import { type Check, notApplicable } from '../check.ts';
import { changeCount, type Difference, differences } from '../differences.ts';
import { wordsOption, wordsSchema } from '../options.ts';
import { columnId, columnName, quoted, relatedItem } from '../places.ts';
import { atCell, type ClauseCell, clauseCellsFor } from './dutyCells.ts';

const FAULTS = ['changed', 'order', 'extended', 'number'] as const;
type Fault = (typeof FAULTS)[number];

/** The sections of the superior's duties and of the township's duties of one item bear the same headings. */
export const sectionPairs: Check = {
  kind: 'section-pairs',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      report: wordsSchema(
        'What is reported: headings that differ in one or two characters (changed); the same headings in another order (order); headings of which one says more than the other (extended); a section that only one of the two cells has (number).',
        FAULTS,
      ),
    },
  },
  variants: {
    default: ['found', 'expected', 'column'],
    order: ['found', 'expected', 'column'],
    extended: ['found', 'expected', 'column'],
    number: ['found', 'column', 'other'],
    replace: ['expected'],
    replaceOther: ['found', 'column'],
  },
  run(document, rule) {
    const pairs = pairsOf(clauseCellsFor(document, rule));
    if (pairs.length === 0)
      return notApplicable(
        '文中没有上下两级职责都分“一、二、”的事项',
        'no item of the document has sections in the duties of both sides',
      );
    const report = wordsOption(rule, 'report', FAULTS);
    return pairs.flatMap((pair) => findingsFor(document, pair, report));
  },
};

interface CellPair {
  readonly superior: ClauseCell;
  readonly township: ClauseCell;
}

interface Heading {
  readonly cell: ClauseCell;
  /** Without number, colon and white space. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** The cells of the items whose duties have sections on both sides. */
function pairsOf(cells: readonly ClauseCell[]): readonly CellPair[] {
  const pairs: CellPair[] = [];
  for (const [index, superior] of cells.entries()) {
    const township = cells[index + 1];
    if (superior.role !== 'superiorDuties' || township?.role !== 'townshipDuties') continue;
    if (superior.item === township.item && superior.nodes.some(isSection) && township.nodes.some(isSection))
      pairs.push({ superior, township });
  }
  return pairs;
}

function isSection({ type, number }: DutyNode): boolean {
  return (
    type === 'section' &&
    number !== null &&
    (number.style === 'chinese' || number.style === 'bracketed-chinese')
  );
}

function headingsOf(cell: ClauseCell): readonly Heading[] {
  return cell.nodes.filter(isSection).map((node) => {
    const from = node.number?.end ?? node.start;
    const { value, at } = squeeze(cell.text.value.slice(from, node.end));
    const words = value.replace(/[：:。；;]+$/u, '');
    const start = from + (at[0] ?? 0);
    return { cell, words, start, end: from + (at[words.length - 1] ?? 0) + 1 };
  });
}

/** A cell with more sections is no cell of duties, and a heading with more characters no heading. */
const MOST_SECTIONS = 30;
const LONGEST_HEADING = 120;

function isComparable({ words }: Heading): boolean {
  return words !== '' && words.length <= LONGEST_HEADING;
}

function findingsFor(
  document: ListDocument,
  { superior, township }: CellPair,
  report: ReadonlySet<Fault>,
): readonly Finding[] {
  const ones = headingsOf(superior).filter(isComparable);
  const others = headingsOf(township).filter(isComparable);
  if (ones.length > MOST_SECTIONS || others.length > MOST_SECTIONS) return [];
  const matched = match(ones, others);
  const found = matched.flatMap(([one, other]): readonly Finding[] => {
    const fault = faultOf(one.words, other.words);
    if (fault === null || !report.has(fault)) return [];
    return [wordingFinding(document, one, other, fault)];
  });
  if (found.length === 0 && report.has('order')) {
    const swapped = matched.find(([one, other]) => ones.indexOf(one) !== others.indexOf(other));
    if (swapped && ones.length === others.length)
      return [orderFinding(document, ...swapped, others[ones.indexOf(swapped[0])])];
  }
  if (!report.has('number')) return found;
  const left = [...ones, ...others].filter((heading) => !matched.some((pair) => pair.includes(heading)));
  return ones.length === others.length
    ? found
    : [...found, ...left.map((heading) => numberFinding(document, heading, township, superior))];
}

/** How much of the longer heading two headings have in common, from 0 to 1. */
function alike(one: string, other: string): number {
  // 图斑下发 and 图斑下发及人员培训 belong together however long the rest is.
  const held =
    Math.min(one.length, other.length) >= LEAST_HELD && (one.includes(other) || other.includes(one));
  const share = Math.max(
    likeness(one, other),
    1 - changeCount(differences(one, other)) / Math.max(one.length, other.length),
  );
  return held ? Math.max(share, LEAST_ALIKE) : share;
}

const LEAST_ALIKE = 0.6;
const LEAST_HELD = 4;

/** Headings that belong together: equal ones, then those most alike, then those at the same place. */
function match(
  ones: readonly Heading[],
  others: readonly Heading[],
): readonly (readonly [Heading, Heading])[] {
  const candidates = ones
    .flatMap((one, i) =>
      others.map((other, j) => ({
        one,
        other,
        likeness: alike(one.words, other.words),
        apart: Math.abs(i - j),
      })),
    )
    .filter(({ likeness }) => likeness >= LEAST_ALIKE)
    .sort((a, b) => b.likeness - a.likeness || a.apart - b.apart);
  const taken = new Set<Heading>();
  const pairs: (readonly [Heading, Heading])[] = [];
  for (const { one, other } of candidates) {
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    pairs.push([one, other]);
  }
  return pairs.sort((a, b) => a[0].start - b[0].start);
}

/** So few changed characters are a slip; more of them may be meant. */
const MOST_CHANGED = 2;
/** Words that only say whose the matter is, and joining words: 本辖区 beside 辖区, 、 beside 和. */
const SCOPE = /^[本全县市区镇乡街道级管辖区内域的等和与及、，,“”]*$/u;

function faultOf(one: string, other: string): 'changed' | 'extended' | null {
  const found = differences(one, other);
  if (found.length === 0) return null;
  // 助学信用 for 信用助学: the same characters in another order.
  if (one.length === other.length && [...one].sort().join('') === [...other].sort().join(''))
    return 'changed';
  return changeCount(found) <= MOST_CHANGED && !found.every(isScope) ? 'changed' : 'extended';
}

function isScope({ one, other }: Difference): boolean {
  return SCOPE.test(one) && SCOPE.test(other);
}

function wordingFinding(
  document: ListDocument,
  one: Heading,
  other: Heading,
  fault: 'changed' | 'extended',
): Finding {
  const column = columnName(document, one.cell.placed.list, one.cell.role);
  return {
    ...atCell(other.cell, other.start, other.end),
    variant: fault === 'changed' ? 'default' : 'extended',
    data: { found: other.words, expected: one.words, column },
    related: [relatedHeading(one)],
    suggestions: [
      {
        variant: 'replace',
        data: { expected: one.words },
        edits: [{ span: placeOf(other), text: one.words }],
      },
      {
        variant: 'replaceOther',
        data: { found: other.words, column },
        edits: [{ span: placeOf(one), text: other.words }],
      },
    ],
  };
}

function orderFinding(
  document: ListDocument,
  one: Heading,
  other: Heading,
  there: Heading | undefined,
): Finding {
  const at = there ?? other;
  return {
    ...atCell(at.cell, at.start, at.end),
    variant: 'order',
    data: {
      found: at.words,
      expected: one.words,
      column: columnName(document, one.cell.placed.list, one.cell.role),
    },
    related: [relatedHeading(one)],
  };
}

function numberFinding(
  document: ListDocument,
  heading: Heading,
  township: ClauseCell,
  superior: ClauseCell,
): Finding {
  const other = heading.cell === superior ? township : superior;
  const { list } = heading.cell.placed;
  return {
    ...atCell(heading.cell, heading.start, heading.end),
    variant: 'number',
    data: {
      found: heading.words,
      column: columnName(document, list, other.role),
      other: quoted(headingsOf(other).map(({ words }) => words)),
    },
  };
}

function placeOf({ cell, start, end }: Heading): Span {
  return spanOf(cell.text, start, end);
}

function relatedHeading(heading: Heading) {
  const { placed, item, role } = heading.cell;
  return relatedItem(placed, item, columnId(role), placeOf(heading));
}
