import type { Span } from '../model/place.ts';
import type { CountOf } from './statementTemplates.ts';

/** A number of a text without white space. */
export interface NumberAt extends Span {
  readonly value: number;
}

/** A phrase found at a number. All spans count in the text without white space. */
export interface Found extends Span {
  readonly what: CountOf;
  readonly number: NumberAt;
  readonly names: readonly Span[];
  readonly category: Span | null;
  readonly list: Span | null;
  /** The best reading as anything but a count of one category. */
  readonly otherwise?: Found | null;
}

/** A phrase that counts, and the index among those that count of the total it is a part of. */
export interface Linked {
  readonly match: Found;
  readonly partOf: number | null;
}

/** How many phrases before its total a part may stand. */
const LONGEST_BREAKDOWN = 200;

/**
 * Leaves out counts of a category that stand in no breakdown (a heading of its own, two in a row, or beside a total in
 * the same sentence), and ties the parts of a breakdown to their total.
 */
export function linked(words: string, found: readonly Found[]): readonly Linked[] {
  const sentences = sentencesOf(words, found);
  const withTotal = new Set<number>();
  for (const [i, match] of found.entries()) if (match.what === 'items') withTotal.add(sentences[i] ?? 0);
  const kept = found.flatMap((match, i) => {
    if (match.what !== 'itemsInCategory' || withTotal.has(sentences[i] ?? 0)) return [match];
    if (isHeading(words, match) || stand(words, found[i - 1], match) || stand(words, match, found[i + 1]))
      return [match];
    return match.otherwise ? [match.otherwise] : [];
  });
  const places = sentencesOf(words, kept);
  return kept.map((match, i) => ({ match, partOf: totalOf(words, kept, places, i) }));
}

/** The number of the sentence that each phrase stands in. */
function sentencesOf(words: string, found: readonly Found[]): readonly number[] {
  let sentence = 0;
  let from = 0;
  return found.map(({ number }) => {
    for (let at = words.indexOf('。', from); at >= 0 && at < number.start; at = words.indexOf('。', from)) {
      sentence++;
      from = at + 1;
    }
    return sentence;
  });
}

/** Whether two phrases are neighbours in a breakdown: both count a category, and only separators stand between them. */
function stand(words: string, first: Found | undefined, second: Found | undefined): boolean {
  if (first?.what !== 'itemsInCategory' || second?.what !== 'itemsInCategory') return false;
  const between = words.slice(first.end, second.start);
  return between.length < 6 && /^(?:[、，；]|以及|和|及|其中)*$/u.test(between);
}

const HEADING_NUMBER =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十0-9]{1,3}）|[0-9]{1,2}[、.．])?$/u;

/** `一、党的建设（22项）` and nothing else. */
function isHeading(words: string, { start, end }: Found): boolean {
  return end === words.length && start < 8 && HEADING_NUMBER.test(words.slice(0, start));
}

function totalOf(
  words: string,
  kept: readonly Found[],
  sentences: readonly number[],
  index: number,
): number | null {
  const match = kept[index];
  if (!match) return null;
  const sentence = sentences[index];
  const first = Math.max(0, index - LONGEST_BREAKDOWN);
  if (match.what === 'itemsInCategory') {
    for (let i = index - 1; i >= first && sentences[i] === sentence; i--)
      if (kept[i]?.what === 'items') return i;
    for (let i = index + 1; i <= index + LONGEST_BREAKDOWN && sentences[i] === sentence; i++) {
      if (kept[i]?.what === 'items') return i;
    }
    return null;
  }
  if (match.what !== 'items' || match.list === null) return null;
  // 共269项，其中基本履职事项89项、配合履职事项128项…
  for (let i = index - 1; i >= first; i--) {
    const other = kept[i];
    if (other?.what !== 'items' || sentences[i] !== sentence) return null;
    if (/其中|分为|包括|包含|分别/u.test(words.slice(other.end, kept[i + 1]?.start))) return i;
  }
  return null;
}
