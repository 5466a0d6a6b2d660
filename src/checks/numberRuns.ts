import type { ClauseNumber, NumberStyle } from '../grammar/clauseNumbers.ts';
import { type DutyNode, walkDuties } from '../grammar/dutyNodes.ts';

/** The levels of GB/T 9704-2012, 7.3.3, in order: 一、 （一） 1. （1）. */
export const LEVELS: readonly NumberStyle[] = ['chinese', 'bracketed-chinese', 'arabic', 'bracketed-arabic'];

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
  return runs;
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
 * The style that a number should have when it carries on the count of the number before it in another style, and
 * the number behind it goes on in that one; null for a sound number.
 */
function slippedStyle(
  parts: readonly Part[],
  index: number,
  open: readonly { readonly style: NumberStyle; readonly members: readonly Numbered[] }[],
): NumberStyle | null {
  const number = parts[index]?.number;
  const before = open[open.length - 1];
  const last = before?.members[before.members.length - 1];
  if (!number || number.value < 2 || !before || !last) return null;
  if (before.style === number.style || last.number.value !== number.value - 1) return null;
  const own = open.find(({ style }) => style === number.style);
  const ownLast = own?.members[own.members.length - 1];
  if (ownLast && ownLast.number.value === number.value - 1) return null;
  const next = parts[index + 1];
  if (next?.number && next.number.style === before.style) return next.number.value === number.value + 1 ? before.style : null;
  return next === undefined && !own ? before.style : null;
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** A number in the form of another one: `3.` written like `（一）` is `（三）`. */
export function numberLike(model: string, style: NumberStyle, value: number): string {
  const first = model.charAt(0);
  if (first >= '①' && first <= '⑳') return value <= 20 ? String.fromCharCode(0x2460 + value - 1) : `（${value}）`;
  const written = style === 'chinese' || style === 'bracketed-chinese' ? chineseNumeral(value) : String(value);
  return model.replace(/[0-9０-９〇零一二三四五六七八九十百]+/u, written);
}

/** A number up to 99 in Chinese: 二十一. */
function chineseNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const high = tens === 0 ? '' : `${tens === 1 ? '' : CHINESE_DIGITS.charAt(tens)}十`;
  return `${high}${ones === 0 ? '' : CHINESE_DIGITS.charAt(ones)}`;
}
