import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Span } from '../../model/place.ts';
import { spanOf } from '../../model/text.ts';
import { departmentsOf, departmentText } from '../../outline/reading.ts';
import { type Check, notApplicable } from '../check.ts';
import { wordsOption, wordsSchema } from '../options.ts';
import { atItem, columnId, listsOf, type PlacedList } from '../places.ts';
import { neighboursIn, strayWordsOf } from './departmentCellParts.ts';

const FAULTS = ['duty', 'break', 'space', 'mark'] as const;
type Fault = (typeof FAULTS)[number];

/** A department cell holds names and their separators and nothing else. */
export const departmentCell: Check = {
  kind: 'department-cell',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      report: wordsSchema(
        'What is reported: words of a duty beside the names (duty), a line break inside a name or beside its separator in a file with table marks (break), a space there (space), a mark before the first name or behind the last one (mark).',
        FAULTS,
      ),
    },
  },
  variants: {
    default: ['found'],
    duty: ['found'],
    break: ['found'],
    space: ['found'],
    mark: ['found'],
    remove: ['found'],
  },
  run(document, rule) {
    const placed = listsOf(document, rule).filter(({ list }) => list.items.some(departmentText));
    if (placed.length === 0)
      return notApplicable('文中没有部门一栏', 'the document has no column of departments');
    const report = wordsOption(rule, 'report', FAULTS);
    return placed.flatMap((entry) =>
      entry.list.items.flatMap((item) => findingsFor(document, entry, item, report)),
    );
  },
};

function findingsFor(
  document: ListDocument,
  placed: PlacedList,
  item: DutyItem,
  report: ReadonlySet<Fault>,
): readonly Finding[] {
  const text = departmentText(item);
  const list = departmentsOf(document, item);
  if (!text || !list || list.names.length === 0) return [];
  const { value } = text;
  const column = columnId(item.fields.departments ? 'departments' : 'handoverDepartments');
  const found: Finding[] = [];
  const add = (variant: Fault, span: Span, words: string, removed: Span | null) => {
    if (!report.has(variant)) return;
    const edits = removed && [{ span: spanOf(text, removed.start, removed.end), text: '' }];
    found.push({
      ...atItem(placed, item, column, spanOf(text, span.start, span.end)),
      variant,
      data: { found: words },
      ...(edits ? { suggestions: [{ variant: 'remove', data: { found: words }, edits }] } : {}),
    });
  };
  const strays = strayWordsOf(document, item);
  for (const { kind, start, end } of strays)
    if (kind === 'duty') add('duty', { start, end }, bare(value.slice(start, end)), null);

  const pairs = neighboursIn(text, list.names, strays);
  const gaps = pairs.filter((pair) => pair.mark === '').map((pair) => pair.between);
  // Each name on a line of its own, behind a separator, is a layout and no slip.
  const eachOnALine = pairs.every(({ between }) => value.slice(between.start, between.end).includes('\n'));
  const isBetween = (span: Span) =>
    pairs.some(({ between }) => between.start <= span.start && span.end <= between.end);
  const isElsewhere = ({ start, end }: Span) =>
    [...strays, ...gaps].some((other) => other.start <= end && start <= other.end);
  for (const match of value.matchAll(/\s+/g)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const isBreak = /[\n\r\f]/.test(match[0]);
    // Lines of a file without table marks were wrapped by the printer, not by the author.
    if (isBreak && document.source.reader === 'text') continue;
    if (isBreak && eachOnALine && isBetween(span)) continue;
    if (isElsewhere(span) || /[()]/.test(value.charAt(span.start - 1) + value.charAt(span.end))) continue;
    const around = { start: Math.max(0, span.start - 2), end: Math.min(value.length, span.end + 2) };
    add(isBreak ? 'break' : 'space', around, bare(value.slice(around.start, around.end)), span);
  }

  const first = list.names[0];
  const last = list.names[list.names.length - 1];
  if (first && strays.length === 0 && list.nobody.length === 0) markBefore(first.start);
  if (last && strays.length === 0 && list.nobody.length === 0 && !list.openEnded) markBehind(last.end);
  return found;

  function markBefore(end: number) {
    const start = value.slice(0, end).search(/[、，；。,;]/);
    if (start >= 0) add('mark', { start, end }, bare(value.slice(start, end)), { start, end });
  }

  function markBehind(start: number) {
    const rest = value.slice(start);
    if (/^\s*[、，；。：,;:.]+\s*$/.test(rest))
      add('mark', { start, end: value.length }, bare(rest), { start, end: value.length });
  }
}

function bare(words: string): string {
  return words.replace(/\s+/g, '');
}
