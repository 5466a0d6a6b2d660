import type { ListKind } from '../model/format.ts';
import type { FileReport, ReportedFinding, ReportLocation } from '../model/report.ts';
import { visible } from './visible.ts';
import type { ReportWords } from './words.ts';

/** Where a finding is, as an editor says it: `配合履职事项清单 第27项 · 对应上级部门`. Safe to print on one line. */
export function findingPlace(
  file: FileReport,
  { location, subject }: ReportedFinding,
  words: ReportWords,
): string {
  return placeName(location, listName(file, location.list, subject.listTitle, words), words);
}

/** A place in a list whose name is known. */
export function placeName({ item, column }: ReportLocation, list: string, words: ReportWords): string {
  const place = item === null ? list : `${list}${words.beforeItem}${words.item(item)}`;
  return column === null ? place : `${place} · ${words.columns[column]}`;
}

/** The list's usual name, or its own title where the file holds several lists of the kind. */
export function listName(
  file: FileReport,
  kind: ListKind | null,
  title: string | null,
  words: ReportWords,
): string {
  if (kind === null) return words.document;
  const several = file.lists.filter((list) => list.kind === kind).length > 1;
  return several && title !== null && title.trim() !== '' ? visible(title).trim() : words.lists[kind];
}

/** `配合履职事项清单 第27项 · 对应上级部门（215:34）` of a related place, safe to print. */
export function relatedName(file: FileReport, location: ReportLocation, words: ReportWords): string {
  const list = listName(file, location.list, null, words);
  const { line, column } = location.start;
  return words.related(placeName(location, list, words), line, column);
}
