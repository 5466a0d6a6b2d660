import { nearest } from '../grammar/nearest.ts';
import type { DutyColumn } from '../model/document.ts';
import type { ColumnRole } from '../model/format.ts';
import { sliceText, squeeze, type Text } from '../model/text.ts';

/** Splits joined header text into header words, the longest first, or null when something is left over. */
export function splitWords(words: ReadonlyMap<string, ColumnRole>, text: Text): readonly DutyColumn[] | null {
  const { value, at } = squeeze(text.value);
  const failed = new Set<number>();
  const longest = Math.max(...[...words.keys()].map((word) => word.length));
  function from(start: number): DutyColumn[] | null {
    if (start === value.length) return [];
    if (failed.has(start)) return null;
    for (let end = Math.min(value.length, start + longest); end > start; end--) {
      const role = words.get(value.slice(start, end));
      if (!role) continue;
      const rest = from(end);
      if (!rest) continue;
      const header = sliceText(text, at[start] ?? 0, (at[end - 1] ?? 0) + 1);
      return [{ role, header, readAs: role }, ...rest];
    }
    failed.add(start);
    return null;
  }
  const columns = from(0);
  if (!columns) return null;
  const roles = new Set(columns.map((column) => column.role));
  return roles.size === columns.length ? columns : null;
}

/** A slip is looked for in words of this length and more. */
const LEAST_WORD = 4;

/**
 * Splits joined header text into header words of which just one is written wrong (`事项各称`), or null. That one is a column
 * of unknown role, read as what it was meant to be.
 */
export function splitWithSlip(
  words: ReadonlyMap<string, ColumnRole>,
  text: Text,
): readonly DutyColumn[] | null {
  const { value, at } = squeeze(text.value);
  const longest = Math.max(...[...words.keys()].map((word) => word.length));
  const column = (start: number, end: number, role: DutyColumn['role'], readAs: ColumnRole): DutyColumn => ({
    role,
    header: sliceText(text, at[start] ?? 0, (at[end - 1] ?? 0) + 1),
    readAs,
  });
  const failed = new Set<string>();
  function from(start: number, slipped: boolean): DutyColumn[] | null {
    if (start === value.length) return slipped ? [] : null;
    const key = `${start} ${slipped}`;
    if (failed.has(key)) return null;
    for (let end = Math.min(value.length, start + longest); end > start; end--) {
      const role = words.get(value.slice(start, end));
      const rest = role ? from(end, slipped) : null;
      if (role && rest) return [column(start, end, role, role), ...rest];
    }
    if (!slipped) {
      for (let end = Math.min(value.length, start + longest); end >= start + LEAST_WORD - 1; end--) {
        // What follows must be right before the slip is worth a look.
        const rest = from(end, true);
        const meant = rest && meantBy(words, value.slice(start, end));
        if (rest && meant) return [column(start, end, 'unknown', meant), ...rest];
      }
    }
    failed.add(key);
    return null;
  }
  const columns = from(0, false);
  if (!columns) return null;
  const known = columns.flatMap(({ role }) => (role === 'unknown' ? [] : [role]));
  return new Set(known).size === known.length ? columns : null;
}

function meantBy(words: ReadonlyMap<string, ColumnRole>, found: string): ColumnRole | null {
  const long = [...words.keys()].filter((word) => word.length >= LEAST_WORD);
  const near = nearest(found, long);
  return near ? (words.get(near.word) ?? null) : null;
}
