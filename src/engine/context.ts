import type { DutyItem, DutyList, ItemField, ListDocument } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Span } from '../model/place.ts';
import { CONTEXT_LENGTH } from '../model/report.ts';
import { spanOf, type Text } from '../model/text.ts';

const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** The words before and after a finding in its cell or paragraph, white space folded; empty where it has none. */
export interface Context {
  readonly before: string;
  readonly after: string;
}

/** Where something was found. */
type FoundPlace = Pick<Finding, 'span' | 'listIndex' | 'itemIndex'>;

/** Gives the context of the findings of one document; what texts there are is looked up once for all of them. */
export function contextFinder(document: ListDocument): (finding: FoundPlace) => Context {
  const holderOf = holderFinder(document);
  return (finding) => {
    const text = holderOf(finding);
    if (!text) return { before: '', after: '' };
    const start = offsetIn(text, finding.span.start);
    const end = Math.max(start, offsetIn(text, finding.span.end));
    const before = fold(text.value.slice(Math.max(0, start - 4 * CONTEXT_LENGTH), start)).trimStart();
    const after = fold(text.value.slice(end, end + 4 * CONTEXT_LENGTH)).trimEnd();
    return { before: lastCharacters(before), after: firstCharacters(after) };
  };
}

/** Finds the smallest text of the document that holds the place of a finding; the first of equal ones. */
function holderFinder(document: ListDocument): (finding: FoundPlace) => Text | null {
  const outside = textsByPlace([
    ...document.paragraphs,
    ...document.contents.map((entry) => entry.title),
    ...(document.title ? [document.title] : []),
  ]);
  const ofLists = new Map<DutyList, TextsByPlace>();
  const textsOf = (list: DutyList): TextsByPlace => {
    const known = ofLists.get(list);
    if (known) return known;
    const made = textsByPlace(textsOfList(list));
    ofLists.set(list, made);
    return made;
  };
  return ({ span, listIndex, itemIndex }) => {
    const list = listIndex === null ? undefined : document.lists[listIndex];
    const item = itemIndex === null ? undefined : list?.items[itemIndex];
    let best = item ? smallest([...textsOfItem(item)], span) : null;
    if (list) best = smaller(best, smallestAt(textsOf(list), span));
    best = smaller(best, smallestAt(outside, span));
    return best ? best.text : textInBlocks(document, span);
  };
}

/** A text that no part of the document is: in a table that belongs to no list, on a line of its own. */
function textInBlocks(document: ListDocument, span: Span): Text | null {
  for (const block of document.source.blocks) {
    if (block.span.start > span.start || block.span.end < span.end) continue;
    if (block.type !== 'table') return holds(block.text, span) ? block.text : null;
    const cells = block.rows
      .filter((row) => row.span.start <= span.start && span.end <= row.span.end)
      .flatMap((row) => row.cells.map((cell) => cell.text));
    return smallest(cells, span)?.text ?? null;
  }
  return null;
}

function textsOfList(list: DutyList): readonly Text[] {
  return [
    ...list.headers.flatMap((header) => header.cells.map((cell) => cell.header)),
    ...list.categoryHeadings.map((heading) => heading.whole),
    ...(list.title ? [list.title] : []),
  ];
}

function* textsOfItem(item: DutyItem): Generator<Text> {
  for (const field of Object.values<ItemField | undefined>(item.fields)) if (field) yield field.text;
  for (const field of item.surplus) yield field.text;
  if (item.category) yield item.category.text;
}

function holds(text: Text, span: Span): boolean {
  if (text.value === '') return false;
  const own = spanOf(text);
  return own.start <= span.start && span.end <= own.end;
}

/** A text with how much of the source it takes. */
interface Sized {
  readonly text: Text;
  readonly size: number;
}

function smallest(texts: readonly Text[], span: Span): Sized | null {
  let best: Sized | null = null;
  for (const text of texts) {
    if (!holds(text, span)) continue;
    const own = spanOf(text);
    best = smaller(best, { text, size: own.end - own.start });
  }
  return best;
}

/** The smaller one, the first where they are equal. */
function smaller(one: Sized | null, other: Sized | null): Sized | null {
  return one && (!other || one.size <= other.size) ? one : other;
}

/** Texts in the order of their starts. */
interface TextsByPlace {
  readonly texts: readonly { readonly text: Text; readonly start: number; readonly end: number }[];
  /** For each text the furthest end of it and of all before it: behind a smaller one nothing can hold a place. */
  readonly reach: readonly number[];
}

function textsByPlace(texts: readonly Text[]): TextsByPlace {
  const placed = texts.flatMap((text) => (text.value === '' ? [] : [{ text, ...spanOf(text) }]));
  placed.sort((a, b) => a.start - b.start);
  let furthest = -1;
  const reach = placed.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  return { texts: placed, reach };
}

function smallestAt({ texts, reach }: TextsByPlace, span: Span): Sized | null {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((texts[middle]?.start ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  let best: Sized | null = null;
  for (let i = low - 1; i >= 0 && (reach[i] ?? 0) >= span.end; i--) {
    const own = texts[i];
    if (own && own.end >= span.end) best = smaller({ text: own.text, size: own.end - own.start }, best);
  }
  return best;
}

/** Offset in the value of a text of a place in the source; a place between two segments is the start of the second. */
function offsetIn(text: Text, place: number): number {
  const { segments } = text;
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.from ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  const segment = segments[low - 1];
  if (!segment) return 0;
  const inside = place - segment.from;
  if (inside >= segment.sourceLength) return segment.at + segment.length;
  return segment.at + (segment.length === segment.sourceLength ? inside : 0);
}

/** Runs of white space as one space; a line break between Chinese characters is a wrapped line and leaves nothing. */
function fold(words: string): string {
  return words.replace(/\s+/g, (space, at: number, whole: string) => {
    const wrapped = /[\r\n]/.test(space);
    const around = CHINESE.test(whole.charAt(at - 1)) && CHINESE.test(whole.charAt(at + space.length));
    return wrapped && around ? '' : ' ';
  });
}

function firstCharacters(words: string): string {
  return [...words].slice(0, CONTEXT_LENGTH).join('');
}

function lastCharacters(words: string): string {
  return [...words].slice(-CONTEXT_LENGTH).join('');
}
