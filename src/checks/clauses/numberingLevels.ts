import type { NumberStyle } from '../../grammar/clauseNumbers.ts';
import type { ListDocument } from '../../model/document.ts';
import type { Edit, Finding } from '../../model/finding.ts';
import { spanOf } from '../../model/text.ts';
import { type Check, notApplicable } from '../check.ts';
import { wordsOption, wordsSchema } from '../options.ts';
import { columnId, relatedItem } from '../places.ts';
import { atCell, type ClauseCell, clauseCells, clauseCellsFor } from './dutyCells.ts';
import { LEVELS, type Numbered, type NumberRun, numberLike } from './numberRuns.ts';

const FAULTS = ['mixed', 'throughout'] as const;

/** Numbers stand on the levels of GB/T 9704-2012 in their order, each written in the form of its level. */
export const numberingLevels: Check = {
  kind: 'numbering-levels',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      report: wordsSchema(
        'What is reported: numbers unlike the rest of the document or out of their level (mixed), a form that the document uses throughout and the standard does not have (throughout).',
        FAULTS,
      ),
    },
  },
  variants: {
    default: ['found', 'expected'],
    usual: ['found', 'expected', 'count'],
    style: ['found', 'expected'],
    skipped: ['found', 'expected', 'above'],
    top: ['found', 'expected'],
    order: ['found', 'above'],
    replace: ['expected'],
  },
  run(document, rule) {
    const cells = clauseCellsFor(document, rule);
    if (cells.length === 0)
      return notApplicable('文中没有写明职责的单元格', 'the document has no cells that state duties');
    const report = wordsOption(rule, 'report', FAULTS);
    const habits = habitsOf(document);
    const throughout = report.has('throughout')
      ? [...usualFindings(cells, habits), ...usualTopFindings(cells, habits)]
      : [];
    if (!report.has('mixed')) return throughout;
    return [
      ...throughout,
      ...cells.flatMap((cell) => {
        const { runs } = cell;
        if (runs.length === 0) return [];
        const levels = levelFindings(cell, runs, habits);
        // Numbers that should stand on another level are not told to take another form of their own.
        const told = new Set(levels.map(({ run }) => run));
        const others = runs.filter((run) => !told.has(run));
        return [
          ...formFindings(cell, others, habits),
          ...runs.flatMap((run) => styleFindings(cell, run)),
          ...levels.map(({ finding }) => finding),
        ];
      }),
    ];
  },
};

/** The forms in which numbers of one level are written: `1.`, `1、`, `1）`. */
type Form = string;

/** What GB/T 9704 asks for, and forms that stand for it without fault. */
const SOUND_FORMS: Readonly<Record<NumberStyle, readonly Form[]>> = {
  chinese: ['#、'],
  'bracketed-chinese': ['（#）', '(#)'],
  arabic: ['#.', '#．'],
  'bracketed-arabic': ['（#）', '(#)', '①'],
  circled: ['①'],
};

/** The level a run stands on: ① stands for （1） where none is above it. */
function levelOf({ style, above }: NumberRun): NumberStyle {
  return style === 'circled' && above?.number?.style !== 'bracketed-arabic' ? 'bracketed-arabic' : style;
}

interface Habits {
  /** The form most numbers of a level have in this document. */
  readonly forms: ReadonlyMap<NumberStyle, Form>;
  /** The style in which the cells without sections count their clauses. */
  readonly top: NumberStyle | null;
}

const habitsByDocument = new WeakMap<ListDocument, Habits>();

function habitsOf(document: ListDocument): Habits {
  const known = habitsByDocument.get(document);
  if (known) return known;
  const counts = new Map<NumberStyle, Map<Form, number>>();
  const tops = new Map<NumberStyle, number>();
  for (const cell of clauseCells(document)) {
    const { runs } = cell;
    for (const run of runs) {
      const level = levelOf(run);
      const forms = counts.get(level) ?? new Map<Form, number>();
      counts.set(level, forms);
      for (const { number, slipped } of run.members) {
        const form = formOf(cell, number);
        // A mark that was forgotten is told by the rule on clause numbers.
        if (!slipped && form !== '#') forms.set(form, (forms.get(form) ?? 0) + 1);
      }
    }
    const top = topOf(runs);
    if (top) tops.set(levelOf(top), (tops.get(levelOf(top)) ?? 0) + 1);
  }
  const [first] = [...tops].sort((a, b) => b[1] - a[1]);
  const all = [...tops.values()].reduce((sum, count) => sum + count, 0);
  const habits: Habits = {
    forms: new Map(
      [...counts].flatMap(([style, forms]) => {
        const [most] = [...forms].sort((a, b) => b[1] - a[1] || sound(style, b[0]) - sound(style, a[0]));
        return most ? [[style, most[0]] as const] : [];
      }),
    ),
    top: first && first[1] > all / 2 ? first[0] : null,
  };
  habitsByDocument.set(document, habits);
  return habits;
}

function sound(style: NumberStyle, form: Form): number {
  return SOUND_FORMS[style].includes(form) ? 1 : 0;
}

/** The run that counts the clauses of a cell which has no numbered headings, of departments or of other words. */
function topOf(runs: readonly NumberRun[]): NumberRun | null {
  const [first] = runs;
  if (!first || first.members.some(({ node }) => node.type === 'section' || node.type === 'group'))
    return null;
  return first.above === null || first.above.number === null ? first : null;
}

/** `1.` → `#.`; a mark behind brackets belongs to the form: `（一）、` → `（#）、`. */
function formOf({ text }: ClauseCell, number: Numbered['number']): Form {
  const form = formOfText(number.text);
  const behind = text.value.charAt(number.end);
  return '、.．'.includes(behind) && behind !== '' && '）)'.includes(form.slice(-1))
    ? `${form}${behind}`
    : form;
}

/** Cells hold the same few numbers many times over. */
const formsByText = new Map<string, Form>();

function formOfText(text: string): Form {
  const known = formsByText.get(text);
  if (known !== undefined) return known;
  const first = text.charAt(0);
  const form =
    first >= '①' && first <= '⑳'
      ? '①'
      : text.replace(/\s/gu, '').replace(/[0-9０-９〇零一二三四五六七八九十百]+/u, '#');
  if (formsByText.size < 1000) formsByText.set(text, form);
  return form;
}

function inForm(form: Form, style: NumberStyle, value: number): string {
  return form === '①' ? numberLike('①', style, value) : numberLike(form.replace('#', '1'), style, value);
}

/** A form used fewer times shows nothing of what a document does throughout. */
const LEAST_USUAL = 5;

/** A form that the document uses throughout and the standard does not have: told once. */
function usualFindings(cells: readonly ClauseCell[], { forms }: Habits): readonly Finding[] {
  return [...forms].flatMap(([style, form]): readonly Finding[] => {
    if (sound(style, form) === 1) return [];
    let first: Finding | null = null;
    let count = 0;
    const expected = SOUND_FORMS[style][0] ?? form;
    for (const cell of cells) {
      for (const { number, slipped } of cell.runs
        .filter((run) => levelOf(run) === style)
        .flatMap(({ members }) => members)) {
        if (slipped || formOf(cell, number) !== form) continue;
        count++;
        first ??= {
          ...atCell(cell, number.start, number.end),
          variant: 'usual',
          data: { found: inForm(form, style, number.value), expected: inForm(expected, style, number.value) },
        };
      }
    }
    return first && count >= LEAST_USUAL ? [{ ...first, data: { ...first.data, count } }] : [];
  });
}

/** A document that counts all its clauses （1）（2） leaves a level out throughout: told once. */
function usualTopFindings(cells: readonly ClauseCell[], { top }: Habits): readonly Finding[] {
  if (top !== 'bracketed-arabic') return [];
  const tops = cells.flatMap((cell) => {
    const run = topOf(cell.runs);
    return run && levelOf(run) === top ? [{ cell, run }] : [];
  });
  const [first] = tops;
  const number = first?.run.members[0]?.number;
  if (!first || !number) return [];
  const count = tops.reduce((sum, { run }) => sum + run.members.length, 0);
  if (count < LEAST_USUAL) return [];
  return [
    {
      ...atCell(first.cell, number.start, number.end),
      variant: 'usual',
      data: { found: number.text, expected: '1.', count },
    },
  ];
}

/** Numbers written in another form than the rest of the document writes that level in. One finding a run. */
function formFindings(cell: ClauseCell, runs: readonly NumberRun[], { forms }: Habits): readonly Finding[] {
  return runs.flatMap((run): readonly Finding[] => {
    const { members } = run;
    const style = levelOf(run);
    const usual = forms.get(style);
    if (usual === undefined) return [];
    // ① that stands below （1） keeps （1） from being written ① itself.
    if (usual === '①' && runs.some((one) => levelOf(one) === 'circled')) return [];
    const odd = members.filter(({ number, slipped }) => {
      const form = formOf(cell, number);
      if (slipped || form === usual || form === '#' || /[^#（(）).．、①]/u.test(form)) return false;
      // (1) beside （1） is a matter of width, which the rules on punctuation tell.
      return form.normalize('NFKC') !== usual.normalize('NFKC');
    });
    const [first, ...others] = odd;
    if (!first) return [];
    const edits = odd.map(({ number }): Edit => {
      const mark = formOf(cell, number).length - number.text.length;
      const extra = /[）)][、.．]$/u.test(formOf(cell, number)) && mark >= 0 ? 1 : 0;
      return {
        span: spanOf(cell.text, number.start, number.end + extra),
        text: inForm(usual, style, number.value),
      };
    });
    const expected = inForm(usual, style, first.number.value);
    return [
      {
        ...atCell(cell, first.number.start, first.number.end),
        data: { found: inForm(formOf(cell, first.number), style, first.number.value), expected },
        ...related(cell, others),
        fix: edits,
      },
    ];
  });
}

/** A number that goes on with its neighbours' count in the style of another level: `1.… （2）… 3.…`. */
function styleFindings(cell: ClauseCell, { style, members }: NumberRun): readonly Finding[] {
  const model = members.find(({ slipped }) => !slipped)?.number.text ?? '1.';
  return members.flatMap(({ number, slipped }, index): Finding[] => {
    if (!slipped) return [];
    const [before, after] = [members[index - 1], members[index + 1]];
    const proven =
      before?.number.value === number.value - 1 &&
      after?.number.value === number.value + 1 &&
      !before.slipped &&
      !after.slipped;
    const expected = numberLike(model, style, number.value);
    const edits = [{ span: spanOf(cell.text, number.start, number.end), text: expected }];
    return [
      {
        ...atCell(cell, number.start, number.end),
        variant: 'style',
        data: { found: number.text, expected },
        ...(proven ? { fix: edits } : { suggestions: [{ variant: 'replace', data: { expected }, edits }] }),
      },
    ];
  });
}

/** Levels out of order: one left out, a lower one at the top of the cell, a higher one inside a lower one. */
function levelFindings(
  cell: ClauseCell,
  runs: readonly NumberRun[],
  { top }: Habits,
): readonly { readonly finding: Finding; readonly run: NumberRun | null }[] {
  const turned = turnedOver(cell, runs);
  if (turned) return [{ finding: turned, run: null }];
  const own = topOf(runs);
  const findings: { readonly finding: Finding; readonly run: NumberRun }[] = [];
  if (own && top !== null && levelOf(own) !== top && runs[0] === own) {
    findings.push({ finding: restyled(cell, own, 'top', top, {}), run: own });
  }
  // （一） and 1. may each be left out (一、 1. and 1. alone are common); （1） needs 1. above it.
  for (const run of runs) {
    const above = run.above?.number;
    if (levelOf(run) !== 'bracketed-arabic' || !above || run === own || top === 'bracketed-arabic') continue;
    if (above.style === 'chinese' || above.style === 'bracketed-chinese')
      findings.push({ finding: restyled(cell, run, 'skipped', 'arabic', { above: above.text }), run });
  }
  return findings;
}

/** One finding for a run that should be numbered in another style. */
function restyled(
  cell: ClauseCell,
  { members }: NumberRun,
  variant: string,
  style: NumberStyle,
  data: Readonly<Record<string, string>>,
): Finding {
  const [first, ...others] = members;
  const form = SOUND_FORMS[style][0] ?? '#.';
  const expected = inForm(form, style, first?.number.value ?? 1);
  const { start = 0, end = 0 } = first?.number ?? {};
  return {
    ...atCell(cell, start, end),
    variant,
    data: { found: first?.number.text ?? '', expected, ...data },
    ...related(cell, others),
    suggestions: [
      {
        variant: 'replace',
        data: { expected },
        edits: members.map(({ number }) => ({
          span: spanOf(cell.text, number.start, number.end),
          text: inForm(form, style, number.value),
        })),
      },
    ],
  };
}

/** `1.… 一、… 二、… 2.…`: the count of a lower level runs on behind a higher one that stands inside it. */
function turnedOver(cell: ClauseCell, runs: readonly NumberRun[]): Finding | null {
  for (const [index, run] of runs.entries()) {
    const last = run.members[run.members.length - 1];
    const higher = runs[index + 1];
    const first = higher?.members[0];
    if (!last || !first || LEVELS.indexOf(higher.style) >= LEVELS.indexOf(run.style)) continue;
    const after = runs.slice(index + 2).find(({ style }) => style === run.style);
    if (first.number.value === 1 && after?.members[0]?.number.value === last.number.value + 1)
      return {
        ...atCell(cell, first.number.start, first.number.end),
        variant: 'order',
        data: { found: first.number.text, above: last.number.text },
      };
  }
  return null;
}

function related(cell: ClauseCell, members: readonly Numbered[]): Pick<Finding, 'related'> {
  if (members.length === 0) return {};
  return {
    related: members.map(({ number }) =>
      relatedItem(cell.placed, cell.item, columnId(cell.role), spanOf(cell.text, number.start, number.end)),
    ),
  };
}

/** Whether the levels of a cell are so mixed up that its counts cannot be judged. */
export function levelsTurned(cell: ClauseCell): boolean {
  return turnedOver(cell, cell.runs) !== null;
}
