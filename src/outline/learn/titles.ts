import type { DutyList, ListDocument } from '../../model/document.ts';
import type { ListKind } from '../../model/format.ts';
import { unspaced } from '../../model/text.ts';
import type { Doubt } from './learned.ts';

const LONGEST = 40;
const ENDS_LIKE_A_TITLE = /[单表录]$/u;
const SENTENCE_MARKS = /[。；，：;,]/u;
const BRACKETS_BEHIND = /(?:[（(][^（）()]*[）)])+$/u;
/** Up to the name of the township: what stands behind it is the title that other townships use too. */
const TOWNSHIP = /^.*(?:民族乡|镇|乡|街道|苏木|办事处|管委会)(?=.{4})/u;
const SHORTEST = 4;
/** Titles of whole documents. */
const OF_THE_DOCUMENT = /^(?:履职|权责|职责|责任)?(?:事项)?清单$/u;

/** Titles of lists that the format does not know: the line right above the list, where it reads like a title. */
export function learnTitles(document: ListDocument): {
  readonly titles: Readonly<Record<ListKind, readonly string[]>>;
  readonly doubts: readonly Doubt[];
} {
  const titles: Record<ListKind, string[]> = { basic: [], coordinating: [], withdrawn: [] };
  const doubts: Doubt[] = [];
  for (const list of document.lists) {
    if (list.title) continue;
    const line = lineAbove(document, list);
    const title = line === null ? null : stemOf(line);
    const taken = Object.values(titles).some((known) => known.includes(title ?? ''));
    if (title === null || taken) continue;
    titles[list.kind].push(title);
    const at = ['lists', list.kind, 'titles'];
    doubts.push({ code: 'title-new', at, words: [title], data: { list: list.kind, title } });
  }
  return { titles, doubts };
}

/** The last paragraph between the list before and this one's header. */
function lineAbove(document: ListDocument, list: DutyList): string | null {
  const start = list.headers[0]?.span.start ?? list.place.anchor;
  const before = document.lists
    .flatMap((other) => other.items.map((item) => item.span.end))
    .filter((end) => end <= start);
  const from = Math.max(0, ...before);
  // The first title of a list may have been taken for that of the document.
  const lines = document.title ? [document.title, ...document.paragraphs] : document.paragraphs;
  const above = lines.filter(({ anchor }) => anchor >= from && anchor < start);
  const last = above.sort((a, b) => a.anchor - b.anchor)[above.length - 1];
  return last ? unspaced(last.value) : null;
}

function stemOf(line: string): string | null {
  const words = line.replace(BRACKETS_BEHIND, '');
  if (words.length > LONGEST || !ENDS_LIKE_A_TITLE.test(words) || SENTENCE_MARKS.test(words)) return null;
  const stem = words.replace(TOWNSHIP, '').replace(/^[一二三四五六七八九十0-9]+[、.．]/u, '');
  return stem.length >= SHORTEST && !OF_THE_DOCUMENT.test(stem) ? stem : null;
}
