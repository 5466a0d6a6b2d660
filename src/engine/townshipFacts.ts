import { type ItemPlace, townshipsOf } from '../checks/set/townships.ts';
import type { ListDocument } from '../model/document.ts';
import { type Position, positionAt } from '../model/place.ts';
import type { FactPlace, TownshipFacts } from '../model/report.ts';
import { squeeze } from '../model/text.ts';
import { type Context, contextFinder } from './context.ts';
import { foldedWords } from './summaries.ts';

/** What the report of a document says for comparing it with other townships' lists: see `FileReport.facts`. */
export function factsOf(document: ListDocument): readonly TownshipFacts[] {
  const contextOf = contextFinder(document);
  return townshipsOf(document).map(({ prefecture, county, township, items, departments }) => {
    const [first] = [...items, ...departments];
    const list = document.lists[first?.place.listIndex ?? -1];
    return {
      prefecture,
      county,
      township,
      listTitle: list?.title ? foldedWords(list.title) : null,
      items: items.map(({ name, departments, place }) => ({
        name,
        departments,
        place: factPlace(document, place),
      })),
      departments: departments.map(({ department, form, short, place }) => ({
        department,
        form,
        short,
        place: { ...named(document, place), ...factPlace(document, place, contextOf(place)) },
      })),
    };
  });
}

function named(document: ListDocument, { listIndex, itemIndex }: ItemPlace): Pick<FactPlace, 'itemName'> {
  const name = document.lists[listIndex ?? -1]?.items[itemIndex ?? -1]?.fields.name?.text.value ?? '';
  return name === '' ? {} : { itemName: squeeze(name).value };
}

/** A place with the words around it; none are around a whole cell. */
function factPlace(
  document: ListDocument,
  { span, item }: ItemPlace,
  { before, after }: Context = { before: '', after: '' },
): FactPlace {
  const { text, lineStarts } = document.source;
  return {
    item,
    at: `${point(positionAt(lineStarts, span.start))}-${point(positionAt(lineStarts, span.end))}`,
    excerpt: text.slice(span.start, span.end),
    ...(before === '' ? {} : { before }),
    ...(after === '' ? {} : { after }),
  };
}

function point({ line, column, offset }: Position): string {
  return `${line}:${column}:${offset}`;
}

/** The two ends of a place that `factsOf` wrote. */
export function pointsOf({ at }: FactPlace): { readonly start: Position; readonly end: Position } {
  const [start = '', end = ''] = at.split('-');
  const position = (words: string): Position => {
    const [line = 1, column = 1, offset = 0] = words.split(':').map(Number);
    return { line, column, offset };
  };
  return { start: position(start), end: position(end) };
}
