import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { ColumnRole } from '../../model/format.ts';
import type { DocumentPart, Rule, RuleScope } from '../../model/rule.ts';
import { concat, sliceText, type Text, unspaced } from '../../model/text.ts';
import { type NotApplicable, notApplicable } from '../check.ts';
import { type TextUnit, textUnits, unitsFor } from './texts.ts';

/** Columns whose cells hold one run of words: a line break in them only shows that the cell was narrow. */
const ONE_LINE_COLUMNS: ReadonlySet<ColumnRole | 'unknown' | null> = new Set([
  'number',
  'category',
  'name',
  'departments',
  'handoverDepartments',
]);
const ONE_LINE_PARTS: ReadonlySet<DocumentPart> = new Set(['title', 'header', 'heading', 'contents']);

/** Whether a line break may stand in the texts of a scope; `scopedTexts` takes the others out. */
export function holdsLineBreaks({ column, parts }: RuleScope): boolean {
  if (column) return !ONE_LINE_COLUMNS.has(column);
  return !parts?.every((part) => ONE_LINE_PARTS.has(part));
}

const folded = new WeakMap<TextUnit, TextUnit>();

/**
 * The texts that a rule looks at, for rules that look at words one after the other: as `unitsFor`, and what is one run
 * of words by its kind (a name, a title) has no line breaks.
 */
export function scopedTexts(document: ListDocument, rule: Rule): readonly TextUnit[] {
  return unitsFor(document, rule).map(flat);
}

const unitsByItem = new WeakMap<ListDocument, ReadonlyMap<DutyItem, readonly TextUnit[]>>();

/** The texts of an item's cells, as `scopedTexts` has them. */
export function textsOfItem(document: ListDocument, item: DutyItem): readonly TextUnit[] {
  let known = unitsByItem.get(document);
  if (!known) {
    const units = new Map<DutyItem, TextUnit[]>();
    for (const unit of textUnits(document)) {
      if (!unit.item) continue;
      const own = units.get(unit.item);
      if (own) own.push(flat(unit));
      else units.set(unit.item, [flat(unit)]);
    }
    known = units;
    unitsByItem.set(document, known);
  }
  return known.get(item) ?? [];
}

function flat(unit: TextUnit): TextUnit {
  const oneLine = unit.part === 'cell' ? ONE_LINE_COLUMNS.has(unit.role) : ONE_LINE_PARTS.has(unit.part);
  if (!oneLine || !unit.text.value.includes('\n')) return unit;
  let known = folded.get(unit);
  if (!known) {
    known = { ...unit, text: withoutBreaks(unit.text) };
    folded.set(unit, known);
  }
  return known;
}

function withoutBreaks(text: Text): Text {
  const parts: Text[] = [];
  let from = 0;
  for (const match of text.value.matchAll(/[ \t　]*\n\s*/g)) {
    parts.push(sliceText(text, from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(sliceText(text, from));
  return concat(
    parts.filter((part) => part.value !== ''),
    text.anchor,
  );
}

/** For a document that holds nothing in a rule's scope. */
export function nothingInScope(): NotApplicable {
  return notApplicable(
    '文中没有规则要看的内容（见规则的 on）',
    'the document holds nothing that the rule looks at (see its on)',
  );
}

/** Whether words (without white space) hold one of some others, white space of those aside; true where there are none. */
export function holdsOneOf(words: string, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((one) => words.includes(unspaced(one)));
}
