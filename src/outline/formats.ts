import type { Format } from '../model/format.ts';
import { withoutIgnoreComments } from '../model/ignoreComment.ts';
import type { Source } from '../model/source.ts';

/** A neighbour's name may occur once in passing; the county's own stands in titles and before its departments. */
const LEAST_MENTIONS = 2;

/** A county was asked for that no format has. */
export class UnknownCountyError extends Error {
  override readonly name = 'UnknownCountyError';
  readonly county: string;
  readonly known: readonly string[];
  constructor(county: string, known: readonly string[]) {
    super(`unknown county ${county}`);
    this.county = county;
    this.known = known;
  }
}

/**
 * The format of a document: the one asked for, else the one whose `detect` words stand most often in it
 * (twice at least), else `base`.
 * @throws UnknownCountyError when `county` names no format.
 */
export function chooseFormat(
  source: Source,
  formats: ReadonlyMap<string, Format>,
  county: string | undefined,
): Format {
  const base = formats.get('base');
  if (!base) throw new Error('the base format is missing');
  if (county !== undefined) {
    const asked = formats.get(county);
    if (!asked) throw new UnknownCountyError(county, [...formats.keys()]);
    return asked;
  }
  const text = withoutIgnoreComments(source);
  let best = base;
  let most = LEAST_MENTIONS - 1;
  for (const format of formats.values()) {
    const count = format.detect.reduce(
      (sum, word) => sum + (word === '' ? 0 : text.split(word).length - 1),
      0,
    );
    if (count > most) {
      most = count;
      best = format;
    }
  }
  return best;
}
