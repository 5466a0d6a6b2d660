import type { Format } from '../model/format.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Formats as the built command keeps them: the first whole, each of the others as what it has that the first has not.
 * A value that equals the first's is left out, and a word that stands in the list at the same place there is kept as
 * its index: nearly all of a county's format is that of any county, and every start has to parse it.
 */
export interface PackedFormats {
  readonly whole: Format;
  readonly others: readonly Json[];
}

/**
 * The formats in fewer bytes; `unpackFormats` gives them back, in the same order. Each must have
 * every key of the first, as all that build on it do.
 * @throws Error when there are none
 */
export function packFormats([whole, ...others]: readonly Format[]): PackedFormats {
  if (!whole) throw new Error('there are no formats');
  // A `Format` is plain data: what JSON makes of it is the same format.
  const json = (format: Format): Json => JSON.parse(JSON.stringify(format));
  return { whole, others: others.map((other) => packed(json(other), json(whole)) ?? {}) };
}

/** The formats that were packed. */
export function unpackFormats({ whole, others }: PackedFormats): readonly Format[] {
  return [whole, ...others.map((other) => unpacked(other, whole as unknown as Json) as unknown as Format)];
}

function packed(value: Json, first: Json | undefined): Json | undefined {
  if (JSON.stringify(value) === JSON.stringify(first)) return undefined;
  if (isList(value))
    return value.map((word) => {
      const index = isList(first) ? first.indexOf(word) : -1;
      return index < 0 ? word : index;
    });
  if (!isObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const left = packed(inner, isObject(first) && Object.hasOwn(first, key) ? first[key] : undefined);
    return left === undefined ? [] : [[key, left] as const];
  });
  return Object.fromEntries(entries);
}

function unpacked(value: Json, first: Json | undefined): Json {
  if (isList(value))
    return value.map((word) => (typeof word === 'number' && isList(first) ? (first[word] ?? word) : word));
  if (!isObject(value)) return value;
  const whole = isObject(first) ? first : {};
  const entries = Object.entries(value).map(([key, inner]) => [key, unpacked(inner, whole[key])] as const);
  return { ...whole, ...Object.fromEntries(entries) };
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !isList(value);
}
