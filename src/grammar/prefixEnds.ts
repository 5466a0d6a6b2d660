import type { NameContext } from './departmentNames.ts';
import { isHan } from './punctuation.ts';
import { NOT_IN_PLACE_WORDS, NOT_IN_PLACES } from './words.ts';

/** A place in a prefix has so many characters at most. */
export const LONGEST_PLACE = 8;

/** Where a prefix that begins at an offset can end; `foreign` where a place stands in it that is not the county's. */
export interface PrefixEnd {
  readonly end: number;
  readonly foreign: boolean;
}

/**
 * Every way to read a prefix at an offset, none at all first: 县委, 昭苏县, and with `places` also behind places that
 * nobody told of: 喀什地区, 喀什地区巴楚县委.
 */
export function prefixEnds(
  text: string,
  at: number,
  context: NameContext,
  places = true,
): readonly PrefixEnd[] {
  if (!places && !context.prefixStarts.has(text.charCodeAt(at))) return [{ end: at, foreign: false }];
  const found: PrefixEnd[] = [{ end: at, foreign: false }];
  // Each round goes on from the ends that the round before it added.
  let from = 0;
  for (let level = 0; level < 3; level++) {
    const next: PrefixEnd[] = [];
    if (level === 0) {
      addEnds(text, text.startsWith('中共', at) ? at + 2 : at, false, places, context, next);
    } else {
      for (let i = from; i < found.length; i++) {
        const one = found[i];
        if (one) addEnds(text, one.end, one.foreign, places, context, next);
      }
    }
    from = found.length;
    for (let i = 0; i < next.length; i++) {
      const one = next[i];
      if (one && !hasEnd(found, one.end)) found.push(one);
    }
    if (found.length === from) break;
  }
  return found;
}

function hasEnd(ends: readonly PrefixEnd[], end: number): boolean {
  for (let i = 0; i < ends.length; i++) if (ends[i]?.end === end) return true;
  return false;
}

/** Adds where a part of a prefix that begins at an offset can end. */
function addEnds(
  text: string,
  at: number,
  foreign: boolean,
  places: boolean,
  context: NameContext,
  ends: PrefixEnd[],
): void {
  addUnits(text, at, foreign, context, ends);
  for (let i = 0; i < context.places.length; i++) {
    const place = context.places[i] ?? '';
    if (text.startsWith(place, at)) addUnits(text, at + place.length, foreign, context, ends);
  }
  if (places) addPlaces(text, at, context, ends);
}

function addUnits(
  text: string,
  at: number,
  foreign: boolean,
  { lexicon }: NameContext,
  ends: PrefixEnd[],
): void {
  const candidates = lexicon.prefixesByFirst.get(text.charCodeAt(at));
  if (candidates === undefined) return;
  for (let i = 0; i < candidates.length; i++) {
    const unit = candidates[i] ?? '';
    if (text.startsWith(unit, at)) ends.push({ end: at + unit.length, foreign });
  }
}

const NO_UNITS: readonly string[] = [];

/** The units of prefixes (县, 县委) that begin at an offset. */
export function unitsAt(text: string, at: number, context: NameContext): readonly string[] {
  const candidates = context.lexicon.prefixesByFirst.get(text.charCodeAt(at));
  return candidates === undefined ? NO_UNITS : candidates.filter((unit) => text.startsWith(unit, at));
}

function addPlaces(text: string, at: number, context: NameContext, ends: PrefixEnd[]): void {
  for (let length = 0; length <= LONGEST_PLACE; length++) {
    const stop = at + length;
    if (length > 0) {
      const character = text.charAt(stop - 1);
      if (!isHan(character) || NOT_IN_PLACES.has(character)) return;
      if (length > 1 && NOT_IN_PLACE_WORDS.has(text.slice(stop - 2, stop))) return;
    }
    if (length === 0) continue;
    for (const unit of unitsAt(text, stop, context)) {
      // One character before 县 is a name (沛县); before 市 or 区 it is part of a word (城市, 社区).
      if (length === 1 && !unit.startsWith('县')) continue;
      if (unit.length === 1 && '团师'.includes(unit)) continue;
      ends.push({ end: stop + unit.length, foreign: true });
    }
  }
}
