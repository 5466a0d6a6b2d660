import { findStatedCounts, type StatementMatch } from '../grammar/statedCounts.ts';
import type { DutyList, StatedCount } from '../model/document.ts';
import type { Format, ListKind } from '../model/format.ts';
import type { Text } from '../model/text.ts';
import type { PlacedParagraph } from './assemble.ts';
import { listNamedBy } from './titles.ts';

/** Every count the document states: in running text, in titles and in category headings. */
export function readStatedCounts(
  format: Format,
  paragraphs: readonly PlacedParagraph[],
  lists: readonly DutyList[],
): readonly StatedCount[] {
  const counts: StatedCount[] = [];
  for (const paragraph of paragraphs) {
    const matches = findStatedCounts(paragraph.text, format.statements);
    addAll(counts, matches, 'text', paragraph.part, (match) => listOf(format, paragraph, match));
  }
  for (const list of lists) {
    if (list.title) {
      const matches = findStatedCounts(list.title, format.statements);
      addAll(counts, matches, 'title', list.part, () => list.kind);
    }
    for (const heading of list.categoryHeadings) {
      if (!heading.stated) continue;
      counts.push({
        what: 'itemsInCategory',
        list: list.kind,
        part: list.part,
        stated: heading.stated.value,
        number: heading.stated.text,
        phrase: heading.whole,
        category: heading.name,
        names: [],
        in: 'heading',
        partOf: null,
      });
    }
  }
  return counts;
}

function addAll(
  counts: StatedCount[],
  matches: readonly StatementMatch[],
  where: StatedCount['in'],
  part: number,
  listOfMatch: (match: StatementMatch) => ListKind | null,
): void {
  const base = counts.length;
  for (const match of matches) {
    const { what, stated, number, phrase, category, names } = match;
    const partOf = match.partOf === null ? null : base + match.partOf;
    counts.push({
      what,
      stated,
      number,
      phrase,
      category,
      names,
      partOf,
      in: where,
      part,
      list: listOfMatch(match),
    });
  }
}

/** The list a phrase is about: named in the phrase, else named last before it in the paragraph, else the list it stands in. */
function listOf(format: Format, paragraph: PlacedParagraph, match: StatementMatch): ListKind | null {
  const named = match.listWords === null ? null : listNamedBy(format, match.listWords);
  if (named) return named;
  return listNamedBy(format, before(paragraph.text, match.phrase)) ?? paragraph.list;
}

function before(whole: Text, part: Text): string {
  const segment = whole.segments.findLast((candidate) => candidate.from <= part.anchor);
  const offset = segment ? segment.at + Math.max(0, part.anchor - segment.from) : 0;
  return whole.value.slice(0, offset);
}
