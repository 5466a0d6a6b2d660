import type { ListDocument } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { unspaced } from '../model/text.ts';
import { shortHash } from './hash.ts';
import { dataIn } from './template.ts';

/**
 * Fingerprints for the findings of a document, in their order: made of the rule, the list, the item's name, what the
 * finding says and the words it is about, so that they stay when lines move or items get new numbers. Findings that
 * share all of that are told apart by their order.
 */
export function fingerprinter(document: ListDocument): (ruleId: string, finding: Finding) => string {
  const seen = new Map<string, number>();
  const names = new Map<string, string>();
  const nameOf = (finding: Finding): string => {
    const item = `${finding.listIndex} ${finding.itemIndex}`;
    const known = names.get(item) ?? itemName(document, finding);
    names.set(item, known);
    return known;
  };
  return (ruleId, finding) => {
    const key = [
      ruleId,
      finding.list ?? '',
      nameOf(finding),
      finding.variant ?? 'default',
      finding.column ?? '',
      subjectWords(document, finding),
    ].join('\u0000');
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    return shortHash(earlier === 0 ? key : `${key}\u0000${earlier}`);
  };
}

/** The name of an item without marks: who corrects a comma in it makes no other item of it. */
function itemName(document: ListDocument, { listIndex, itemIndex }: Finding): string {
  if (listIndex === null || itemIndex === null) return '';
  const item = document.lists[listIndex]?.items[itemIndex];
  const name = (item?.fields.name?.text.value ?? '').replace(/[^\p{L}\p{N}]+/gu, '');
  return name.length > LONGEST_NAME ? shortHash(name) : name;
}

/** Code units; a longer name stands for itself by its hash, once, and not in the key of every finding. */
const LONGEST_NAME = 1000;

/** The words in the finding's place; where it is empty, what the message is filled with. Printed numbers may change. */
function subjectWords(document: ListDocument, finding: Finding): string {
  const { start, end } = finding.span;
  const excerpt = unspaced(wordsBetween(document, start, end));
  if (finding.column === 'number') return withoutNumbers(excerpt);
  if (excerpt !== '') return excerpt;
  return withoutNumbers(Object.values(dataIn(finding.data ?? {}, 'zh')).join('|'));
}

/** The source between two offsets. A comment that somebody writes into it changes nothing. */
function wordsBetween({ source }: ListDocument, start: number, end: number): string {
  const comments = source.ignores.filter(({ span }) => span.start >= start && span.end <= end);
  if (comments.length === 0 || comments.some(({ span }) => span.start === start && span.end === end))
    return source.text.slice(start, end);
  let words = '';
  let from = start;
  for (const { span } of comments) {
    words += source.text.slice(from, span.start);
    from = span.end;
  }
  return words + source.text.slice(from, end);
}

function withoutNumbers(words: string): string {
  return words.replace(/[0-9０-９]+/g, '#');
}
