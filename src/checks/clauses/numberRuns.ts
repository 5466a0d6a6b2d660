import type { ClauseNumber, NumberStyle } from '../../grammar/clauseNumbers.ts';
import { type DutyNode, walkDuties } from '../../grammar/dutyNodes.ts';

/** The levels of GB/T 9704-2012, 7.3.3, in order: 一、 （一） 1. （1）, and ① below them. */
export const LEVELS: readonly NumberStyle[] = [
  'chinese',
  'bracketed-chinese',
  'arabic',
  'bracketed-arabic',
  'circled',
];

/** A numbered part of a cell. */
export interface Numbered {
  readonly node: DutyNode;
  readonly number: ClauseNumber;
  /** The level it counts on: its own style, or that of its neighbours where `slipped`. */
  readonly style: NumberStyle;
  /** It carries on its neighbours' count in another style: `1.… （2）… 3.…`. */
  readonly slipped: boolean;
}

/** Numbered parts that count on by one: siblings of one style below one heading. */
export interface NumberRun {
  readonly style: NumberStyle;
  readonly members: readonly Numbered[];
  /** The numbered part or heading that stands directly above the run; null at the top of a cell. */
  readonly above: DutyNode | null;
}

interface Part {
  readonly node: DutyNode;
  readonly number: ClauseNumber | null;
}

/**
 * The runs of numbers in a cell, in order of their first members. Read anew from the order of the parts, since one
 * number in a wrong style would otherwise put what follows it on a level of its own.
 */
export function numberRuns(nodes: readonly DutyNode[]): readonly NumberRun[] {
  const parts: Part[] = [];
  for (const node of walkDuties(nodes))
    if (node.number !== null || node.type === 'group' || node.type === 'section')
      parts.push({ node, number: node.number });
  if (!parts.some(({ number }) => number !== null)) return [];

  const heading = parts.find(({ node }) => node.type !== 'clause');
  const groupsOnTop = heading !== undefined && heading.number === null;
  const runs: { style: NumberStyle; members: Numbered[]; above: DutyNode | null }[] = [];
  const open: (typeof runs)[number][] = [];
  let group: DutyNode | null = null;
  for (const [index, { node, number }] of parts.entries()) {
    if (number === null) {
      // A heading without a number begins every count below it anew.
      const kept = groupsOnTop ? 0 : LEVELS.indexOf('arabic');
      while (open.length > 0 && levelOf(open[open.length - 1]) >= kept) open.pop();
      group = node;
      continue;
    }
    const slip = slippedStyle(parts, index, open);
    const style = slip ?? number.style;
    const level = LEVELS.indexOf(style);
    while (open.length > 0 && levelOf(open[open.length - 1]) > level) open.pop();
    if (number.style === 'chinese' && !groupsOnTop) group = null;
    const member: Numbered = { node, number, style, slipped: slip !== null };
    const current = open[open.length - 1];
    if (current?.style === style) {
      current.members.push(member);
      continue;
    }
    const above = current?.members[current.members.length - 1]?.node ?? null;
    const run = { style, members: [member], above: nearer(above, group) };
    runs.push(run);
    open.push(run);
  }
  return withFirst(runs);
}

function levelOf(run: { readonly style: NumberStyle } | undefined): number {
  return run ? LEVELS.indexOf(run.style) : -1;
}

/** Of a numbered part and a heading above a run, the one that stands nearer. */
function nearer(one: DutyNode | null, other: DutyNode | null): DutyNode | null {
  if (!one || !other) return one ?? other;
  return one.start > other.start ? one : other;
}

/**
 * The style that a number should have when it carries on a count before it in another style, and no number behind it
 * speaks against that; null for a sound number.
 */
function slippedStyle(
  parts: readonly Part[],
  index: number,
  open: readonly { readonly style: NumberStyle; readonly members: readonly Numbered[] }[],
): NumberStyle | null {
  const number = parts[index]?.number;
  if (!number || number.value < 2) return null;
  // A count in its own style is open: then it belongs there, in order or not.
  if (open.some(({ style }) => style === number.style)) return null;
  for (const [depth, { style, members }] of [...open.entries()].reverse()) {
    const last = members[members.length - 1];
    if (last?.number.value !== number.value - 1) continue;
    const next = nextOf(parts, index, [number.style, style]);
    const goesOn = next?.style === style && next.value === number.value + 1;
    if (LEVELS.indexOf(style) > LEVELS.indexOf(number.style)) {
      // Of （一）… 二、… it is the first that is on the wrong level.
      const first = number.style === 'chinese' && members.length === 1;
      return goesOn || (next === null && !first) ? style : null;
    }
    // Directly below a heading it is the first of a count that begins wrongly.
    if (depth === open.length - 1 && last.node.type === 'section') return null;
    const own = next?.style === number.style && next.value > number.value;
    const gap = next?.style === style && next.value > number.value + 1;
    return own || gap ? null : style;
  }
  return null;
}

/** The next number in one of some styles, below the same heading. */
function nextOf(parts: readonly Part[], index: number, styles: readonly NumberStyle[]): ClauseNumber | null {
  for (let i = index + 1; i < parts.length; i++) {
    const number = parts[i]?.number ?? null;
    if (number === null) return null;
    if (styles.includes(number.style)) return number;
  }
  return null;
}

/**
 * Runs of headings whose first number alone is in another style (（一）… 二、… 三、…) are put together again: the
 * first one slipped.
 */
function withFirst(runs: readonly NumberRun[]): readonly NumberRun[] {
  const joined: NumberRun[] = [];
  for (const run of runs) {
    const [first] = run.members;
    const before = isHeading(run) && first?.number.value === 2 ? joined.findLast(isHeading) : undefined;
    const [only, ...others] = before?.members ?? [];
    const alone = only !== undefined && others.length === 0 && only.number.value === 1;
    if (before && alone && before.style !== run.style && before.above === run.above) {
      joined.splice(joined.indexOf(before), 1);
      joined.push({ ...run, members: [{ ...only, style: run.style, slipped: true }, ...run.members] });
      continue;
    }
    joined.push(run);
  }
  return joined;
}

function isHeading({ style }: NumberRun): boolean {
  return style === 'chinese' || style === 'bracketed-chinese';
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** A number in the form of another one: `3.` written like `（一）` is `（三）`. */
export function numberLike(model: string, style: NumberStyle, value: number): string {
  const first = model.charAt(0);
  if (first >= '①' && first <= '⑳')
    return value <= 20 ? String.fromCharCode(0x2460 + value - 1) : `（${value}）`;
  const written =
    style === 'chinese' || style === 'bracketed-chinese' ? chineseNumeral(value) : String(value);
  return model.replace(/[0-9０-９〇零一二三四五六七八九十百]+/u, written);
}

/** A number up to 99 in Chinese: 二十一. */
function chineseNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const high = tens === 0 ? '' : `${tens === 1 ? '' : CHINESE_DIGITS.charAt(tens)}十`;
  return `${high}${ones === 0 ? '' : CHINESE_DIGITS.charAt(ones)}`;
}
