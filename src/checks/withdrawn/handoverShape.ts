import type { Handover, HandoverPair } from '../../grammar/handover.ts';
import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Span } from '../../model/place.ts';
import { spanOf, type Text, unspaced } from '../../model/text.ts';
import { departmentsOf, handoverOf } from '../../outline/reading.ts';
import { type Check, notApplicable } from '../check.ts';
import { wordsOption, wordsSchema } from '../options.ts';
import { atItem, fieldSpan, listName, listsOf, type PlacedList, words } from '../places.ts';
import { mannersOf } from './handoverManner.ts';

const FAULTS = ['department', 'manner', 'labels'] as const;
type Fault = (typeof FAULTS)[number];

/** A withdrawn item says who takes over and how, under the same labels throughout, or that nobody does. */
export const handoverShape: Check = {
  kind: 'handover-shape',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      report: wordsSchema(
        'What is reported: a handover that names no department (department), one that says nothing of the manner (manner), labels that are missing or differ from the rest of the document (labels).',
        FAULTS,
      ),
    },
  },
  variants: {
    default: ['found', 'expected'],
    labelMissing: ['expected'],
    labelTooMany: ['found'],
    department: ['found'],
    departmentUnstated: ['found'],
    departmentUnknown: ['found', 'acting'],
    manner: ['found'],
    replace: ['expected'],
    insert: ['expected'],
    remove: ['found'],
  },
  run(document, rule) {
    const kinds = rule.on.lists ?? ['withdrawn'];
    const placed = listsOf(document, rule).filter(
      ({ list }) => kinds.includes(list.kind) && list.items.some(hasHandover),
    );
    if (placed.length === 0) {
      const name = listName(document, 'withdrawn');
      return notApplicable(
        `文中没有写明承接情况的${name}`,
        `the document has no ${name} that says who takes over`,
      );
    }
    const report = wordsOption(rule, 'report', FAULTS);
    return placed.flatMap((entry) => [
      ...oneCellFindings(document, entry, report),
      ...twoCellFindings(document, entry, report),
    ]);
  },
};

function hasHandover({ fields }: DutyItem): boolean {
  return Boolean(fields.handover ?? fields.handoverDepartments ?? fields.handoverManner);
}

interface Read {
  readonly item: DutyItem;
  readonly text: Text;
  readonly handover: Handover;
  readonly pair: HandoverPair;
  readonly manner: Span | null;
}

/** What most handovers of a list write; null for no label. */
interface Usual {
  readonly department: string | null;
  readonly manner: string | null;
  /** Whether they name the department before the manner, not only in it (由县水利局…). */
  readonly names: boolean;
}

function oneCellFindings(
  document: ListDocument,
  placed: PlacedList,
  report: ReadonlySet<Fault>,
): readonly Finding[] {
  const pairs = placed.list.items.flatMap((item): Read[] => {
    const text = item.fields.handover?.text;
    const handover = handoverOf(document, item);
    if (!text || !handover || text.value === '') return [];
    const manners = mannersOf(handover, text.value);
    return handover.pairs.map((pair, i) => ({ item, text, handover, pair, manner: manners[i] ?? null }));
  });
  const usual = usualOf(pairs);
  return pairs.flatMap((read) => {
    const gap = gapFinding(placed, read, usual, report);
    if (gap) return [gap];
    return report.has('labels') ? labelFindings(placed, read, usual) : [];
  });
}

function usualOf(pairs: readonly Read[]): Usual {
  const saying = pairs.filter(({ manner }) => manner !== null);
  return {
    department: mostCommon(saying.map(({ text, pair }) => labelIn(text, pair.departmentLabel))),
    manner: mostCommon(saying.map(({ text, pair }) => labelIn(text, pair.mannerLabel))),
    names: saying.filter(({ pair }) => pair.departments.names.length > 0).length * 2 >= saying.length,
  };
}

function labelIn(text: Text, span: Span | null): string | null {
  return span && unspaced(text.value.slice(span.start, span.end));
}

/** The most common value; of equally common ones the first. */
function mostCommon(values: readonly (string | null)[]): string | null {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  let most = 0;
  for (const [value, count] of counts) {
    if (count <= most) continue;
    best = value;
    most = count;
  }
  return best;
}

/** A handover without department, or without manner. */
function gapFinding(
  placed: PlacedList,
  read: Read,
  usual: Usual,
  report: ReadonlySet<Fault>,
): Finding | null {
  const { item, text, handover, pair, manner } = read;
  const said = words(text);
  const whole = spanOf(text);
  if (pair.departments.names.length === 0 && !handover.stopped) {
    const unstated = pair.by.length > 0;
    if (!report.has('department') || (unstated && !usual.names)) return null;
    const found = unstated ? pair.by.map(({ name }) => name).join('、') : short(said);
    const first = pair.by[0];
    const [written] = pair.departmentLabel ? pair.departments.notNames : [];
    if (first && written) return unknownDepartment(placed, item, text, written, first.name);
    const span = unstated && first ? spanOf(text, first.start, first.end) : whole;
    return {
      ...atItem(placed, item, 'handover', span),
      variant: unstated ? 'departmentUnstated' : 'department',
      data: { found },
    };
  }
  if (manner === null && !handover.stopped && report.has('manner'))
    return { ...atItem(placed, item, 'handover', whole), variant: 'manner', data: { found: short(said) } };
  return null;
}

/** Words behind the label that are no department: most likely a slip of the one that acts. */
function unknownDepartment(
  placed: PlacedList,
  item: DutyItem,
  text: Text,
  { start, end }: Span,
  acting: string,
): Finding {
  const span = spanOf(text, start, end);
  return {
    ...atItem(placed, item, 'handover', span),
    variant: 'departmentUnknown',
    data: { found: short(unspaced(text.value.slice(start, end))), acting },
    suggestions: [{ variant: 'replace', data: { expected: acting }, edits: [{ span, text: acting }] }],
  };
}

const SHOWN = 16;

function short(said: string): string {
  return said.length > SHOWN ? `${said.slice(0, SHOWN)}…` : said;
}

function labelFindings(placed: PlacedList, read: Read, usual: Usual): readonly Finding[] {
  const { item, text, handover, pair, manner } = read;
  if (manner === null || (handover.stopped && pair.departments.names.length === 0)) return [];
  const findings: Finding[] = [];
  const look = (label: Span | null, expected: string | null, before: number) => {
    const found = labelIn(text, label);
    if (found === expected) return;
    findings.push(
      label && found !== null
        ? expected === null
          ? tooMany(placed, item, text, label, found)
          : odd(placed, item, text, label, found, expected)
        : missing(placed, item, text, before, expected ?? ''),
    );
  };
  const first = pair.departments.names[0]?.start ?? manner.start;
  // One fault where both labels are gone.
  look(pair.mannerLabel, usual.manner, manner.start);
  const hidden = hiddenManner(pair);
  if (hidden && usual.manner !== null) findings.push(missing(placed, item, text, hidden.start, usual.manner));
  if (findings.length === 0 || pair.mannerLabel !== null) look(pair.departmentLabel, usual.department, first);
  return findings;
}

/**
 * So many words between two departments are the manner of the first one, whose label is missing:
 * `县民政局 由县民政局…。县残联 承接方式：`.
 */
const LEAST_HIDDEN = 6;

function hiddenManner({ departments }: HandoverPair): Span | null {
  const [first, ...others] = departments.names;
  const last = others[others.length - 1];
  if (!first || !last) return null;
  const between = departments.notNames.filter(({ start, end }) => start >= first.end && end <= last.start);
  return between.find(({ start, end }) => end - start >= LEAST_HIDDEN) ?? null;
}

function odd(
  placed: PlacedList,
  item: DutyItem,
  text: Text,
  label: Span,
  found: string,
  expected: string,
): Finding {
  const span = spanOf(text, label.start, label.end);
  return {
    ...atItem(placed, item, 'handover', span),
    data: { found, expected },
    suggestions: [{ variant: 'replace', data: { expected }, edits: [{ span, text: expected }] }],
  };
}

function tooMany(placed: PlacedList, item: DutyItem, text: Text, label: Span, found: string): Finding {
  let end = label.end;
  while (/[：:\s]/u.test(text.value.charAt(end))) end++;
  return {
    ...atItem(placed, item, 'handover', spanOf(text, label.start, label.end)),
    variant: 'labelTooMany',
    data: { found },
    suggestions: [
      { variant: 'remove', data: { found }, edits: [{ span: spanOf(text, label.start, end), text: '' }] },
    ],
  };
}

/** Words before a colon where a label is due: a label nobody knows, most likely a slip of the usual one. */
const UNKNOWN_LABEL = /^([^，。；、：:]{2,8})[：:]/u;

function missing(placed: PlacedList, item: DutyItem, text: Text, at: number, expected: string): Finding {
  const unknown = UNKNOWN_LABEL.exec(text.value.slice(at))?.[1];
  if (unknown !== undefined)
    return odd(placed, item, text, { start: at, end: at + unknown.length }, unspaced(unknown), expected);
  const span = spanOf(text, at, at + 1);
  return {
    ...atItem(placed, item, 'handover', span),
    variant: 'labelMissing',
    data: { expected },
    suggestions: [
      {
        variant: 'insert',
        data: { expected },
        edits: [{ span: { start: span.start, end: span.start }, text: `${expected}：` }],
      },
    ],
  };
}

/** Whether the cell of departments holds words that name nobody (相关部门) and no department. */
function isNobody(document: ListDocument, item: DutyItem): boolean {
  const read = departmentsOf(document, item);
  return read !== null && read.names.length === 0 && read.nobody.length > 0;
}

/** A handover in two columns: each says something unless nobody takes over. */
function twoCellFindings(
  document: ListDocument,
  placed: PlacedList,
  report: ReadonlySet<Fault>,
): readonly Finding[] {
  const has = (role: 'handoverDepartments' | 'handoverManner') =>
    placed.list.columns.some(({ readAs }) => readAs === role);
  if (!has('handoverDepartments') || !has('handoverManner')) return [];
  const findings = placed.list.items.flatMap((item): readonly Finding[] => {
    const { handoverDepartments: who, handoverManner: how } = item.fields;
    if (!who || !how) return [];
    if (report.has('department') && isNobody(document, item)) {
      const place = atItem(placed, item, 'handover', fieldSpan(who));
      return [{ ...place, variant: 'department', data: { found: short(words(who.text)) } }];
    }
    if ((who.text.value === '') === (how.text.value === '')) return [];
    const said = words(who.text.value === '' ? how.text : who.text);
    if (document.format.handover.stopped.some((phrase) => said.includes(phrase))) return [];
    const fault = who.text.value === '' ? 'department' : 'manner';
    if (!report.has(fault)) return [];
    const field = fault === 'department' ? who : how;
    return [
      { ...atItem(placed, item, 'handover', fieldSpan(field)), variant: fault, data: { found: short(said) } },
    ];
  });
  // A column that is empty nearly throughout is the fault of the table, not of each row.
  return findings.length * 2 > placed.list.items.length ? [] : findings;
}
