import type { Format } from './format.ts';

/** A header word of a format with `{unit}` filled in by each of its units and `{level}` by each of its levels. */
export function filledHeader(format: Pick<Format, 'units' | 'levels'>, header: string): readonly string[] {
  const units = header.includes('{unit}')
    ? format.units.map((unit) => header.replaceAll('{unit}', unit))
    : [header];
  if (!header.includes('{level}')) return units;
  return units.flatMap((word) => format.levels.map((level) => word.replaceAll('{level}', level)));
}
