import { parseNumeral } from '../grammar/numerals.ts';
import type { CategoryHeading } from '../model/document.ts';
import type { Format } from '../model/format.ts';
import { sliceText, type Text, trimText, unspaced } from '../model/text.ts';

const NUMERAL = '[〇零一二三四五六七八九十百](?:\\s*[〇零一二三四五六七八九十百]){0,4}';
const HEADING = new RegExp(
  `^(?<number>(?:[（(]${NUMERAL}[）)]|${NUMERAL}\\s*[、.．]|第${NUMERAL}[类部分]+)\\s*)?(?<name>[^（()）。；：，！？0-9]{2,24}?)` +
    `(?<stated>\\s*[（(]?\\s*(?:共|计|共计)?\\s*(?<count>[0-9０-９]{1,4}|${NUMERAL})\\s*[项个件条](?:事项)?\\s*[）)]?)?\\s*[:：]?$`,
  'u',
);

const knownByFormat = new WeakMap<Format, ReadonlySet<string>>();

/** Whether a format's vocabulary holds a category; white space is passed over. */
export function isKnownCategory(format: Format, name: string): boolean {
  let known = knownByFormat.get(format);
  if (!known) {
    known = new Set(format.categories.names);
    knownByFormat.set(format, known);
  }
  return known.has(unspaced(name));
}

/**
 * A heading or row such as `一、党的建设（22项）`, or null. It needs two of three signs: a number in Chinese
 * digits, a stated count, a known name; inside a list that has no category column (`inList`) one is enough.
 */
export function readCategoryHeading(
  format: Format,
  text: Text,
  inList: boolean,
): Omit<CategoryHeading, 'from'> | null {
  if (text.value.length > 48) return null;
  const match = HEADING.exec(text.value);
  const groups = match?.groups;
  if (!groups?.name) return null;
  const start = groups.number?.length ?? 0;
  const name = trimText(sliceText(text, start, start + groups.name.length));
  const signs =
    Number(groups.number !== undefined) +
    Number(groups.count !== undefined) +
    Number(isKnownCategory(format, name.value));
  if (signs < (inList ? 1 : 2)) return null;
  return { name, whole: text, stated: statedIn(text, start + groups.name.length, groups.count) };
}

function statedIn(text: Text, from: number, count: string | undefined): CategoryHeading['stated'] {
  if (count === undefined) return null;
  const value = parseNumeral(count);
  const at = text.value.indexOf(count, from);
  return value === null || at < 0 ? null : { value, text: sliceText(text, at, at + count.length) };
}
