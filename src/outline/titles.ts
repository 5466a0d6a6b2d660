import { nearest } from '../grammar/nearest.ts';
import type { ContentsEntry } from '../model/document.ts';
import { type Format, LIST_KINDS, type ListKind } from '../model/format.ts';
import { sliceText, type Text, trimText } from '../model/text.ts';

const LONGEST_TITLE = 60;
/** The dots between a title and its page: three or more of what word processors put there; … is three by itself. */
const LEADER = /(?:[.．。…⋯·‥・_\-—\s]{3,}|…{1,2}\s?)$/;
const SENTENCE_MARKS = /[。；，：;,:]/;
/** What the names of lists end with, in every format that comes with the tool; a quick no for most lines. */
const TITLE_END = /[单表录]/;
/** What may follow the list's name in its title: a count, a remark in brackets, a footnote sign. */
const AFTER_NAME = /^(?:[（(][^（）()]*[）)]|[*＊]|[:：])*$/;
const DATE =
  /^[（(]?(?:[0-9０-９]{4}|[〇○零一二三四五六七八九]{4})年(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})日)?[）)]?$/;

const stemsByFormat = new WeakMap<Format, readonly { readonly kind: ListKind; readonly stem: string }[]>();

/** Words of running text that name a list, longest first: the titles of the format without 清单, and 事项 left out. */
export function listStems(format: Format): readonly { readonly kind: ListKind; readonly stem: string }[] {
  const known = stemsByFormat.get(format);
  if (known) return known;
  const stems = LIST_KINDS.flatMap((kind) =>
    format.lists[kind].titles.flatMap((title) => {
      const whole = title.replace(/清单$/, '');
      return [...new Set([title, whole, whole.replace(/事项$/, '')])].map((stem) => ({ kind, stem }));
    }),
  )
    .filter(({ stem }) => stem.length >= 2)
    .sort((a, b) => b.stem.length - a.stem.length);
  stemsByFormat.set(format, stems);
  return stems;
}

/** The list that words such as 基本履职事项 name, or null. The last name in the words counts, the longest first. */
export function listNamedBy(format: Format, words: string): ListKind | null {
  const squeezed = words.replace(/\s+/g, '');
  let best: { kind: ListKind; end: number } | null = null;
  for (const { kind, stem } of listStems(format)) {
    const at = squeezed.lastIndexOf(stem);
    if (at >= 0 && (best === null || at + stem.length > best.end)) best = { kind, end: at + stem.length };
  }
  return best?.kind ?? null;
}

/** The list whose title a line is, or null: short, no sentence, and the list's name stands at its end. */
export function titledList(format: Format, text: Text): ListKind | null {
  if (text.value.length > 2 * LONGEST_TITLE) return null;
  const words = text.value.replace(/\s+/g, '');
  if (words.length > LONGEST_TITLE || !TITLE_END.test(words)) return null;
  for (const kind of LIST_KINDS) {
    for (const title of format.lists[kind].titles) {
      const at = words.lastIndexOf(title);
      if (at < 0) continue;
      const before = words.slice(0, at);
      // 配合履职事项清单 must not be taken for a shorter title that is its tail.
      if (
        AFTER_NAME.test(words.slice(at + title.length)) &&
        !SENTENCE_MARKS.test(before.replace(/^附件?\d*[:：]/, ''))
      )
        return longestTitle(format, words) ?? kind;
    }
  }
  return null;
}

/** Shorter names of lists have too many neighbours. */
const LEAST_SLIPPED = 7;
/** Words that a title has in part even when a character of it is wrong; a quick no for most lines. */
const TITLE_WORDS = /履职|事项|清单/;

/** The known title that the end of a line is but for one character, or null: `配台履职事项清单`. */
export function slippedTitle(
  format: Format,
  text: Text,
): { readonly kind: ListKind; readonly title: string; readonly found: string } | null {
  if (text.value.length > 2 * LONGEST_TITLE || !TITLE_WORDS.test(text.value)) return null;
  const words = text.value.replace(/\s+/g, '').replace(/(?:[（(][^（）()]*[）)]|[*＊:：])+$/, '');
  if (words.length > LONGEST_TITLE || words.length < LEAST_SLIPPED || SENTENCE_MARKS.test(words)) return null;
  for (const kind of LIST_KINDS) {
    for (const title of format.lists[kind].titles) {
      if (title.length < LEAST_SLIPPED) continue;
      for (const length of [title.length, title.length - 1, title.length + 1]) {
        const found = words.slice(-length);
        if (found.length === length && nearest(found, [title], 1)?.distance === 1)
          return { kind, title, found };
      }
    }
  }
  return null;
}

/** A known name that is so much longer than another one is not the other with a word before it by chance. */
const LEAST_LONGER = 3;

/**
 * The title that a line was meant to be when it ends with a known one but was meant to end with a longer one, of which
 * one character is wrong: `上级部们收回事项清单`, which ends with `收回事项清单`. Null for a sound title.
 */
export function slippedLongerTitle(
  format: Format,
  kind: ListKind,
  text: Text,
): { readonly title: string; readonly found: string } | null {
  const { titles } = format.lists[kind];
  const words = text.value.replace(/\s+/g, '').replace(/(?:[（(][^（）()]*[）)]|[*＊:：])+$/, '');
  const known = titles.filter((title) => words.endsWith(title));
  const longest = Math.max(0, ...known.map((title) => title.length));
  if (longest === 0) return null;
  for (const title of titles) {
    if (title.length < Math.max(LEAST_SLIPPED, longest + LEAST_LONGER)) continue;
    for (const length of [title.length, title.length - 1, title.length + 1]) {
      const found = words.slice(-length);
      // 县级部门收回事项清单 is another name, no slip of 上级部门收回事项清单.
      if (found.length !== length || found.charAt(0) !== title.charAt(0)) continue;
      if (nearest(found, [title], 1)?.distance === 1) return { title, found };
    }
  }
  return null;
}

/** The list whose title a line is, a title with one wrong character among them, or null. */
export function listTitled(format: Format, text: Text): ListKind | null {
  return titledList(format, text) ?? slippedTitle(format, text)?.kind ?? null;
}

function longestTitle(format: Format, words: string): ListKind | null {
  let best: { kind: ListKind; length: number } | null = null;
  for (const kind of LIST_KINDS) {
    for (const title of format.lists[kind].titles) {
      if (words.includes(title) && title.length > (best?.length ?? 0)) best = { kind, length: title.length };
    }
  }
  return best?.kind ?? null;
}

/** A line of a table of contents: a list's name, a leader or white space, a page; or null. */
export function readContentsLine(format: Format, text: Text): ContentsEntry | null {
  const match = /^(.*?)(\d{1,4})$/s.exec(text.value.trimEnd());
  if (!match) return null;
  const [, before = '', page = ''] = match;
  const leader = LEADER.exec(before);
  const title = trimText(sliceText(text, 0, leader ? leader.index : before.length));
  const kind = listNamedBy(format, title.value);
  if (!leader && !(kind && /\s$/.test(before))) return null;
  if (!kind && !leader) return null;
  return { title: withoutNumber(title), kind, page: Number(page) };
}

/** A row of a contents table: the list's name in one cell, the page in another. */
export function readContentsRow(format: Format, cells: readonly Text[]): ContentsEntry | null {
  const filled = cells.filter((cell) => cell.value !== '');
  const last = filled[filled.length - 1];
  if (filled.length === 1 && last) return readContentsLine(format, last);
  if (!last || filled.length > 3 || !/^[0-9０-９]{1,4}$/.test(last.value)) return null;
  const titleCell = filled[filled.length - 2];
  if (!titleCell) return null;
  const leader = LEADER.exec(titleCell.value);
  const title = trimText(leader ? sliceText(titleCell, 0, leader.index) : titleCell);
  const kind = listNamedBy(format, title.value);
  return kind || leader ? { title: withoutNumber(title), kind, page: Number(last.value) } : null;
}

function withoutNumber(title: Text): Text {
  const number = /^\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[.．、]\s*/.exec(title.value);
  return number ? sliceText(title, number[0].length) : title;
}

/** Whether a line is only a date. */
export function isDate(text: Text): boolean {
  return DATE.test(text.value.replace(/\s+/g, ''));
}

/** Whether a line can be the title on the cover: it names a duty list and no single one of the three. */
export function isCoverTitle(format: Format, text: Text): boolean {
  const words = text.value.replace(/\s+/g, '');
  return (
    words.length <= LONGEST_TITLE &&
    /(?:(?:履职|职责|权责)?事项清单|(?:职责|权责|履职)清单)(?:[（(][^（）()]*[）)])?$/.test(words) &&
    !SENTENCE_MARKS.test(words) &&
    titledList(format, text) === null
  );
}

/** Whether a line is the heading of a table of contents. */
export function isContentsHeading(text: Text): boolean {
  return /^目[录次]$/.test(text.value.replace(/\s+/g, ''));
}
