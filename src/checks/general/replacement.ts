import type { Localized } from '../../model/format.ts';
import type { Pattern } from '../../patterns/pattern.ts';

const SLOT = /\$(?:(\$)|(&)|(\d{1,2})|<([^<>]*)>)/g;

/** A replacement with the groups of a match filled in. */
export function replacementFor(
  template: string,
  groups: readonly string[],
  names: ReadonlyMap<string, number>,
): string {
  return template.replace(
    SLOT,
    (_, dollar?: string, whole?: string, number?: string, name?: string): string => {
      if (dollar) return '$';
      if (whole) return groups[0] ?? '';
      return groups[number === undefined ? (names.get(name ?? '') ?? 0) : Number(number)] ?? '';
    },
  );
}

/** A group that a replacement names and its pattern does not have, or null. */
export function replacementFault(
  template: string,
  { groups, names }: Pattern,
): { readonly message: Localized; readonly within: { readonly at: number; readonly length: number } } | null {
  for (const match of template.matchAll(SLOT)) {
    const [written, , , number, name] = match;
    const known =
      number !== undefined
        ? Number(number) >= 1 && Number(number) <= groups
        : name === undefined || names.has(name);
    if (known) continue;
    return {
      message: {
        zh: `正则表达式里没有 “${written}” 所指的分组（共有 ${groups} 个分组）`,
        en: `"${written}" names no group of the pattern, which has ${groups}`,
      },
      within: { at: match.index, length: written.length },
    };
  }
  return null;
}
