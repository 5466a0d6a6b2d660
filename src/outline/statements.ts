import { findStatedCounts, type StatementMatch } from '../grammar/statedCounts.ts';
import type { DutyList, StatedCount } from '../model/document.ts';
import type { Format, ListKind } from '../model/format.ts';
import { type Text, unspaced } from '../model/text.ts';
import type { PlacedParagraph } from './assemble.ts';
import { listNamedBy, listStems } from './titles.ts';

/** Every count the document states: in running text, in titles and in category headings. */
export function readStatedCounts(
  format: Format,
  paragraphs: readonly PlacedParagraph[],
  lists: readonly DutyList[],
): readonly StatedCount[] {
  const counts: StatedCount[] = [];
  for (const paragraph of paragraphs) {
    const matches = findStatedCounts(paragraph.text, format.statements).map((match) => ofList(format, match));
    const counted = new Set<ListKind>();
    addAll(counts, matches, 'text', paragraph.part, (match) => {
      const list = listOf(format, paragraph, match);
      if (match.what !== 'items') return list;
      // 基本1项、配合1项、收回1项，合计3项: a list that was counted is not counted again, so that this is the sum.
      const named = match.listWords !== null && listNamedBy(format, match.listWords) !== null;
      if (list && !named && counted.size > 1 && counted.has(list)) return null;
      if (list) counted.add(list);
      return list;
    });
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

/** A count of a category that is called as a list is (共3项：基本履职1项…, 清单共3项) is one of that list, or of all. */
function ofList(format: Format, match: StatementMatch): StatementMatch {
  const name = match.category ? unspaced(match.category.value) : '';
  if (!/清单$/.test(name) && !listStems(format).some(({ stem }) => stem === name)) return match;
  return { ...match, what: 'items', category: null, listWords: name };
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
