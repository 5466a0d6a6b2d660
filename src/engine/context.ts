import type { DutyItem, ItemField, ListDocument } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Span } from '../model/place.ts';
import { CONTEXT_LENGTH } from '../model/report.ts';
import { spanOf, type Text } from '../model/text.ts';

const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** The words before and after a finding in its cell or paragraph, white space folded; empty where it has none. */
export function contextOf(
  document: ListDocument,
  finding: Finding,
): { readonly before: string; readonly after: string } {
  const text = holderOf(document, finding);
  if (!text) return { before: '', after: '' };
  const start = offsetIn(text, finding.span.start);
  const end = Math.max(start, offsetIn(text, finding.span.end));
  const before = fold(text.value.slice(Math.max(0, start - 4 * CONTEXT_LENGTH), start)).trimStart();
  const after = fold(text.value.slice(end, end + 4 * CONTEXT_LENGTH)).trimEnd();
  return { before: lastCharacters(before), after: firstCharacters(after) };
}

/** The smallest text of the document that holds the place. */
function holderOf(document: ListDocument, { span, listIndex, itemIndex }: Finding): Text | null {
  const list = listIndex === null ? undefined : document.lists[listIndex];
  const item = itemIndex === null ? undefined : list?.items[itemIndex];
  const texts: Text[] = item ? [...textsOfItem(item)] : [];
  if (list) {
    texts.push(...list.headers.flatMap((header) => header.cells.map((cell) => cell.header)));
    texts.push(...list.categoryHeadings.map((heading) => heading.whole));
    if (list.title) texts.push(list.title);
  }
  texts.push(...document.paragraphs, ...document.contents.map((entry) => entry.title));
  if (document.title) texts.push(document.title);
  const own = smallest(texts, span);
  if (own) return own;
  for (const block of document.source.blocks) {
    if (block.span.start > span.start || block.span.end < span.end) continue;
    if (block.type !== 'table') return holds(block.text, span) ? block.text : null;
    const cells = block.rows
      .filter((row) => row.span.start <= span.start && span.end <= row.span.end)
      .flatMap((row) => row.cells.map((cell) => cell.text));
    return smallest(cells, span);
  }
  return null;
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

function smallest(texts: readonly Text[], span: Span): Text | null {
  let best: Text | null = null;
  let size = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    if (!holds(text, span)) continue;
    const own = spanOf(text);
    if (own.end - own.start >= size) continue;
    best = text;
    size = own.end - own.start;
  }
  return best;
}

/** Offset in the value of a text of a place in the source; a place between two segments is the start of the second. */
function offsetIn(text: Text, place: number): number {
  let offset = 0;
  for (const segment of text.segments) {
    if (segment.from >= place) break;
    const inside = place - segment.from;
    offset =
      inside >= segment.sourceLength
        ? segment.at + segment.length
        : segment.at + (segment.length === segment.sourceLength ? inside : 0);
  }
  return offset;
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
