import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { COLUMN_IDS, type ColumnId } from '../../model/format.ts';
import type { Rule } from '../../model/rule.ts';
import { unspaced } from '../../model/text.ts';
import { compilePattern, loadEngine, needsEngine, patternFault } from '../../patterns/pattern.ts';
import { cellOf, noSuchColumn } from '../cells.ts';
import type { Check, RuleFault } from '../check.ts';
import { atItem, columnId, columnName, itemsOf, listsOf, type PlacedList } from '../places.ts';
import { shownWords } from '../reasons.ts';
import { holdsLineBreaks, nothingInScope, textsOfItem } from '../texts/scopedTexts.ts';

/** What is asked of one cell; all of it must hold. */
interface Condition {
  readonly equals?: string | readonly string[];
  readonly contains?: string | readonly string[];
  readonly matches?: string;
  readonly empty?: boolean;
  readonly not?: Condition;
}
type Conditions = Readonly<Partial<Record<ColumnId, Condition>>>;

const WORDS = {
  type: ['string', 'array'],
  minLength: 1,
  minItems: 1,
  items: { type: 'string', minLength: 1 },
};
const CONDITION_KEYS = {
  equals: { description: 'The cell is one of these; white space does not count.', ...WORDS },
  contains: { description: 'The cell holds one of these; white space does not count.', ...WORDS },
  matches: {
    description: 'The cell matches this regular expression somewhere; notation as in the check pattern.',
    type: 'string',
  },
  empty: { description: 'true: the cell is empty or not there; false: it has words.', type: 'boolean' },
};
const CONDITION = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    ...CONDITION_KEYS,
    not: {
      description: 'What must not hold of the cell.',
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      properties: CONDITION_KEYS,
    },
  },
};
const conditions = (description: string) => ({
  description,
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: Object.fromEntries(
    COLUMN_IDS.map((id) => [id, { description: `What holds of the column ${id}.`, ...CONDITION }]),
  ),
});

/** If some cells of an item are so, then others must be so. */
export const when: Check = {
  kind: 'when',
  scope: ['lists', 'categories'],
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['if', 'then'],
    properties: {
      if: conditions('Column to condition: the items that are meant. All must hold.'),
      // biome-ignore lint/suspicious/noThenProperty: the options read `if … then …`; nobody awaits a schema.
      then: conditions(
        'Column to condition: what must hold of these items; each cell that fails is reported.',
      ),
    },
  },
  variants: { default: ['column', 'found', 'name'] },
  load: (rule) => (patternsOf(rule).some(({ source }) => needsEngine(source)) ? loadEngine() : null),
  faults: (rule) => patternsOf(rule).flatMap(faultsOf),
  pieces: (rule) => [{ path: ['options', 'if'], label: labelOf(sideOf(rule, 'if')) }],
  run(document, rule, used) {
    const [meant, wanted] = [sideOf(rule, 'if'), sideOf(rule, 'then')];
    const placed = listsOf(document, rule);
    if (!placed.some((entry) => itemsOf(entry, rule).length > 0)) return nothingInScope();
    const columns = [...meant, ...wanted].map(([column]) => column);
    const present = placed.map((entry) => ({
      entry,
      absent: columns.find((column) => !itemsOf(entry, rule).some((item) => cellOf(item, column).present)),
    }));
    const fitting = present.filter(({ absent }) => absent === undefined);
    const [first] = present;
    if (fitting.length === 0) return noSuchColumn(document, first?.absent ?? 'name');
    return fitting.flatMap(({ entry }) =>
      itemsOf(entry, rule).flatMap((item) => {
        if (!meant.every(([column, condition]) => holds(document, item, column, condition))) return [];
        used?.(0);
        return wanted
          .filter(([column, condition]) => !holds(document, item, column, condition))
          .map(([column]) => findingAt(document, entry, item, column));
      }),
    );
  },
};

function findingAt(document: ListDocument, placed: PlacedList, item: DutyItem, column: ColumnId): Finding {
  const cell = cellOf(item, column);
  return {
    ...atItem(placed, item, column, cell.span),
    data: {
      column: columnName(document, placed.list, column),
      found: shownWords(cell.words),
      name: shownWords(cellOf(item, 'name').words),
    },
  };
}

function sideOf({ options }: Rule, side: 'if' | 'then'): readonly (readonly [ColumnId, Condition])[] {
  const written = options[side];
  return typeof written === 'object' && written !== null
    ? (Object.entries(written as Conditions) as [ColumnId, Condition][])
    : [];
}

function holds(document: ListDocument, item: DutyItem, column: ColumnId, condition: Condition): boolean {
  const { words } = cellOf(item, column);
  const { equals, contains, matches, empty, not } = condition;
  if (equals !== undefined && !list(equals).some((one) => unspaced(one) === words)) return false;
  if (contains !== undefined && !list(contains).some((one) => words.includes(unspaced(one)))) return false;
  if (
    matches !== undefined &&
    !textsOf(document, item, column).some((text) => compilePattern(matches).test(text))
  ) {
    return false;
  }
  if (empty !== undefined && (words === '') !== empty) return false;
  return not === undefined || !holds(document, item, column, not);
}

/** The texts of a cell as patterns see them. A category may stand in a heading above. */
function textsOf(document: ListDocument, item: DutyItem, column: ColumnId): readonly string[] {
  if (column === 'category') return [cellOf(item, column).words];
  return textsOfItem(document, item)
    .filter(({ role }) => role !== null && columnId(role) === column)
    .map(({ text }) => text.value);
}

interface WrittenPattern {
  readonly path: readonly (string | number)[];
  readonly column: ColumnId;
  readonly source: string;
}

function patternsOf(rule: Rule): readonly WrittenPattern[] {
  return (['if', 'then'] as const).flatMap((side) =>
    sideOf(rule, side).flatMap(([column, { matches, not }]) => [
      ...(matches === undefined
        ? []
        : [{ path: ['options', side, column, 'matches'], column, source: matches }]),
      ...(not?.matches === undefined
        ? []
        : [{ path: ['options', side, column, 'not', 'matches'], column, source: not.matches }]),
    ]),
  );
}

function faultsOf({ path, column, source }: WrittenPattern): readonly RuleFault[] {
  const fault = patternFault(source, { lineBreaks: holdsLineBreaks({ column }) });
  return fault ? [{ path, message: fault.message, within: { at: fault.at, length: fault.length } }] : [];
}

function labelOf(side: readonly (readonly [ColumnId, Condition])[]): string {
  return side.map(([column, condition]) => `${column}: ${JSON.stringify(condition)}`).join(', ');
}

function list(words: string | readonly string[]): readonly string[] {
  return typeof words === 'string' ? [words] : words;
}
