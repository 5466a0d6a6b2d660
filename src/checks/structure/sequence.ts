import type { DutyItem, DutyList, ListDocument } from '../../model/document.ts';
import type { Edit, Finding } from '../../model/finding.ts';
import { spanOf } from '../../model/text.ts';
import { type CategoryRun, categoryRuns } from '../categories/categoryRuns.ts';
import { type Check, notApplicable } from '../check.ts';
import { numberOption, wordOption } from '../options.ts';
import { atItem, fieldSpan, listsOf, type PlacedList, relatedItem, words } from '../places.ts';
import { type NumberFault, numberFaults, provenFault } from './numberFaults.ts';

const RESTARTS = ['format', 'list', 'category', 'auto'] as const;
/** How often the numbers must start again at a change of category before that is taken for the county's habit. */
const LEAST_RESTARTS = 2;

/** Numbers of items run on without gap or repeat. */
export const sequence: Check = {
  kind: 'sequence',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      start: {
        description: 'The number that the first item of a run bears.',
        type: 'integer',
        minimum: 0,
        default: 1,
      },
      restart: {
        description:
          'Where the numbers start again: in each list, in each category, as the document does it (auto), or as its format says (format).',
        enum: RESTARTS,
        default: 'format',
      },
    },
  },
  variants: {
    default: ['expected', 'found'],
    start: ['expected', 'found'],
    gap: ['expected', 'found', 'missing'],
    repeated: ['expected', 'found'],
    copied: ['found'],
    order: ['expected', 'found'],
    notNumber: ['expected', 'found'],
    empty: ['expected'],
    renumber: ['expected'],
  },
  messages: {
    renumber: {
      zh: '从头依次重新编号，这里改为{expected}（先确认没有漏项、多项）',
      en: 'number the items anew, {expected} here (make sure first that none was lost or doubled)',
    },
  },
  run(document, rule) {
    const numbered = listsOf(document, rule).filter(({ list }) => hasNumbers(list));
    if (numbered.length === 0)
      return notApplicable('文中没有带序号的清单条目', 'the document has no list with numbered items');
    const start = numberOption(rule, 'start', 1);
    const restart = wordOption(rule, 'restart', RESTARTS, 'format');
    return numbered.flatMap((placed) =>
      runsOf(document, placed.list, restart).flatMap((items) => findingsIn(placed, items, start)),
    );
  },
};

function hasNumbers(list: DutyList): boolean {
  return list.items.some((item) => item.number.text.value !== '');
}

/** The stretches of items in each of which the numbers start anew. */
function runsOf(
  document: ListDocument,
  list: DutyList,
  restart: (typeof RESTARTS)[number],
): readonly (readonly DutyItem[])[] {
  const wanted = restart === 'format' ? document.format.numbering : restart;
  if (wanted === 'list') return [list.items];
  const runs = list.categoryHeadings.length > 0 ? headingRuns(list) : mergedRuns(list);
  if (wanted === 'category') return runs;
  const restarts = runs.filter((run, i) => i > 0 && run[0]?.number.value === 1).length;
  const enough = list.categoryHeadings.length > 0 ? 1 : LEAST_RESTARTS;
  return restarts >= enough ? runs : [list.items];
}

function headingRuns(list: DutyList): readonly (readonly DutyItem[])[] {
  const starts = [...new Set([0, ...list.categoryHeadings.map((heading) => heading.from)])].sort(
    (a, b) => a - b,
  );
  return starts
    .map((from, i) => list.items.slice(from, starts[i + 1] ?? list.items.length))
    .filter((items) => items.length > 0);
}

/** Runs of one category; a single item with another category amid a run does not break it (its category is the fault). */
function mergedRuns(list: DutyList): readonly (readonly DutyItem[])[] {
  const merged: CategoryRun[] = [];
  const runs = categoryRuns(list);
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i];
    const after = runs[i + 1];
    const last = merged[merged.length - 1];
    if (!run) continue;
    if (last && after && run.items.length === 1 && after.name === last.name) {
      merged[merged.length - 1] = { name: last.name, items: [...last.items, ...run.items, ...after.items] };
      i++;
    } else {
      merged.push(run);
    }
  }
  return merged.map((run) => run.items);
}

interface Printed {
  /** Null where nothing can be made of it. */
  readonly value: number | null;
  readonly arabic: boolean;
}

/** `27`, `２７`, `27.`, `（27）`: a number as these lists print it. */
const ARABIC = /^[（(]?([0-9０-９]{1,6})[）)]?[.．、。]?$/;

function printedNumber(item: DutyItem): Printed {
  const match = ARABIC.exec(words(item.number.text));
  if (!match) return { value: item.number.value, arabic: false };
  return { value: Number((match[1] ?? '').normalize('NFKC')), arabic: true };
}

function findingsIn(placed: PlacedList, items: readonly DutyItem[], start: number): readonly Finding[] {
  const printed = items.map(printedNumber);
  // A list that is numbered 一、二、三 throughout has its own way; one 十二 among Arabic numbers is a slip.
  const chinese = printed.filter(({ value, arabic }) => !arabic && value !== null).length * 2 > items.length;
  const values = printed.map(({ value }) => value);
  const found = numberFaults(values, start);
  const faults = new Map(found.map((fault) => [fault.index, fault]));
  const proven = provenFault(found, values, start);
  const whole = chinese ? [] : renumbering(items, start);
  return items.flatMap((item, index) => {
    const number = printed[index];
    const fault = faults.get(index);
    if (number && !number.arabic && number.value !== null && !chinese) {
      const expected = fault?.expected ?? number.value;
      const slip = finding(placed, items, item, { index, type: 'none', expected, related: null });
      return [number.value === expected ? { ...slip, fix: [numbered(item, expected)] } : slip];
    }
    if (!fault || holdsOtherWords(item)) return [];
    const told = finding(placed, items, item, fault);
    if (told.variant === 'copied' || chinese) return [told];
    if (fault === proven) return [{ ...told, fix: [numbered(item, fault.expected)] }];
    // Two rows that changed places, or a row that was moved: their numbers are right where the rows belong.
    if (fault.type === 'order' || whole.length === 0) return [told];
    const data = { expected: fault.expected };
    return [{ ...told, suggestions: [{ variant: 'renumber', data, edits: whole }] }];
  });
}

/** Whether the numbers of a list run on without a fault: no item of it was lost, none stands twice. False where they are not printed. */
export function numbersRunOn(document: ListDocument, list: DutyList): boolean {
  return runsOf(document, list, 'format').every((items) => {
    const values = items.map((item) => printedNumber(item).value);
    return numberFaults(values, 1).length === 0;
  });
}

/** The change that gives an item another number, in the way in which its number is written. */
function numbered(item: DutyItem, value: number): Edit {
  const { text } = item.number;
  if (text.value === '') {
    // Behind the blank that pads an empty cell.
    const { start, end } = item.fields.number?.span ?? spanOf(text);
    const at = Math.min(start + 1, end);
    return { span: { start: at, end: at }, text: String(value) };
  }
  const digits = /[0-9０-９]+/.exec(text.value);
  const isNumber = digits !== null && ARABIC.test(words(text));
  const [start, end] = isNumber ? [digits.index, digits.index + digits[0].length] : [0, text.value.length];
  return { span: spanOf(text, start, end), text: String(value) };
}

/** Whether other words stand where the number should, in a row that lacks a cell: to write a number over them would lose them. */
function holdsOtherWords(item: DutyItem): boolean {
  const { number, shape } = item;
  return (
    shape !== null && shape.cells < shape.columns && number.value === null && number.text.value.trim() !== ''
  );
}

/** The changes that number items from `start` on. */
function renumbering(items: readonly DutyItem[], start: number): readonly Edit[] {
  if (items.some(holdsOtherWords)) return [];
  return items.flatMap((item, index) =>
    printedNumber(item).value === start + index && printedNumber(item).arabic
      ? []
      : [numbered(item, start + index)],
  );
}

function finding(
  placed: PlacedList,
  items: readonly DutyItem[],
  item: DutyItem,
  fault: NumberFault,
): Finding {
  const found = words(item.number.text);
  const span = item.fields.number ? fieldSpan(item.fields.number) : spanOf(item.number.text);
  const other = fault.related === null ? undefined : items[fault.related];
  const copied = fault.type === 'repeated' && other !== undefined && isSameRow(other, item);
  const variant = copied
    ? 'copied'
    : fault.type === 'none'
      ? found === ''
        ? 'empty'
        : 'notNumber'
      : fault.type === 'wrong'
        ? 'default'
        : fault.type;
  return {
    ...atItem(placed, item, 'number', span),
    variant,
    data: {
      expected: fault.expected,
      found,
      missing: missingNumbers(fault.expected, printedNumber(item).value ?? fault.expected),
    },
    ...(other ? { related: [relatedItem(placed, other, 'number', spanOf(other.number.text))] } : {}),
  };
}

/** Whether a row is another one once more, number and name. */
function isSameRow(one: DutyItem, other: DutyItem): boolean {
  const [a, b] = [one.fields.name?.text, other.fields.name?.text];
  return a !== undefined && b !== undefined && a.value !== '' && words(a) === words(b);
}

/** `3`, `3、4`, or `11—14`: the numbers from `expected` up to the one before `found`. */
function missingNumbers(expected: number, found: number): string {
  const last = found - 1;
  if (last <= expected) return String(expected);
  return last === expected + 1 ? `${expected}、${last}` : `${expected}—${last}`;
}
