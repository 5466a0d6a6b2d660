import { nearest } from '../../grammar/nearest.ts';
import type { ListDocument } from '../../model/document.ts';
import type { Finding, RelatedPlace } from '../../model/finding.ts';
import { spanOf, squeeze, type Text } from '../../model/text.ts';
import { type Check, notApplicable } from '../check.ts';
import { atDocument, atList } from '../places.ts';
import { atUnit, type TextUnit, textUnits } from '../texts/texts.ts';
import { isSamePlace, PLACE_LEVELS, type PlaceName, placesIn } from './placeNames.ts';

/** Cover, table of contents and titles of the lists name the same township, county and prefecture. */
export const titlePlaces: Check = {
  kind: 'title-places',
  scope: [],
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: {
    default: ['found', 'expected'],
    running: ['found', 'expected'],
    replace: ['expected'],
  },
  run(document) {
    const named = textUnits(document)
      .filter(({ part }) => part === 'title' || part === 'contents')
      .flatMap((unit) => placesIn(unit.text).map((place) => ({ unit, place })));
    if (named.length < 2)
      return notApplicable(
        '封面和清单标题中没有可以相互对照的地名',
        'cover and titles name no places to compare',
      );
    const parts = new Set(document.lists.map(({ part }) => part));
    // Where one file holds several townships' lists, their titles differ rightly.
    if (parts.size > 1) return partsFindings(document, named);
    return [
      ...(named.length > 0 ? levelFindings(named) : []),
      ...runningFindings(document, named),
      ...countySlips(document, named),
    ];
  },
};

interface Named {
  readonly unit: TextUnit;
  readonly place: PlaceName;
}

function partsFindings(document: ListDocument, named: readonly Named[]): readonly Finding[] {
  const byPart = new Map<number, Named[]>();
  for (const one of named) {
    const part = one.unit.placed ? (document.lists[one.unit.placed.index]?.part ?? null) : null;
    if (part === null) continue;
    const known = byPart.get(part);
    if (known) known.push(one);
    else byPart.set(part, [one]);
  }
  return [...byPart.values()].flatMap(levelFindings);
}

/** Names of one level that are unlike the one used most; of equally frequent ones the first is taken for right. */
function levelFindings(named: readonly Named[]): readonly Finding[] {
  return PLACE_LEVELS.flatMap((level): readonly Finding[] => {
    const ofLevel = named.filter(({ place }) => place.level === level);
    const groups: Named[][] = [];
    for (const one of ofLevel) {
      const group = groups.find(([first]) => first && isSamePlace(first.place.name, one.place.name));
      if (group) group.push(one);
      else groups.push([one]);
    }
    const [usual, ...odd] = [...groups].sort((a, b) => b.length - a.length);
    const [right] = usual ?? [];
    if (!right) return [];
    return odd.flatMap((group) => {
      const [first, ...others] = group;
      return first ? [finding(first, right, others)] : [];
    });
  });
}

function finding(wrong: Named, right: Named, others: readonly Named[]): Finding {
  const { unit, place } = wrong;
  const span = spanOf(unit.text, place.start, place.end);
  const expected = right.place.name;
  return {
    ...atTitle(unit, span),
    data: { found: place.name, expected },
    related: [right, ...others].map(relatedPlace),
    suggestions: [
      {
        variant: 'replace',
        data: { expected },
        edits: [wrong, ...others].map((one) => ({
          span: spanOf(one.unit.text, one.place.start, one.place.end),
          text: expected,
        })),
      },
    ],
  };
}

function atTitle(unit: TextUnit, span: ReturnType<typeof spanOf>) {
  return unit.placed ? atList(unit.placed, null, span) : atDocument(span);
}

function relatedPlace({ unit, place }: Named): RelatedPlace {
  return {
    span: spanOf(unit.text, place.start, place.end),
    list: unit.placed?.list.kind ?? null,
    item: null,
    column: null,
  };
}

/** A name so long is not another township's by chance when all but one of its characters agree. */
const LEAST_NAME = 4;

/** The township's name in the preamble, one character changed. */
function runningFindings(document: ListDocument, named: readonly Named[]): readonly Finding[] {
  const names = new Set(
    named.flatMap(({ place }) =>
      place.level === 'township' && place.name.length >= LEAST_NAME ? [place.name] : [],
    ),
  );
  const [expected] = names;
  if (expected === undefined || names.size > 1) return [];
  const unit = expected.slice(-1);
  return document.paragraphs.flatMap((paragraph) => slipsIn(paragraph, expected, unit));
}

/** A department behind the name of its county. */
const DEPARTMENT = /^(?:委(?!会|员)|[\u3400-\u9fff]{2,12}?(?:局|委员会|办公室|联合会))/u;

/** The county's name before its departments, one character changed: 清屿县财政局 in a list of 青屿县. */
function countySlips(document: ListDocument, named: readonly Named[]): readonly Finding[] {
  // Behind a prefecture of one character (澜州青屿县) the county is the last part.
  const names = new Set(
    named.flatMap(({ place }) =>
      place.level === 'county' ? [place.name.replace(/^.*[州市盟区](?=.{2,}[县旗]$)/u, '')] : [],
    ),
  );
  const [expected] = names;
  if (expected === undefined || names.size > 1 || expected.length < LEAST_COUNTY) return [];
  const unit = expected.slice(-1);
  return textUnits(document).flatMap((one): readonly Finding[] => {
    const { value } = one.text;
    const found: Finding[] = [];
    if (one.part !== 'cell') return found;
    for (let at = value.indexOf(unit); at >= 0; at = value.indexOf(unit, at + 1)) {
      const start = at - expected.length + 1;
      const written = value.slice(Math.max(0, start), at + 1);
      if (start < 0 || /\s/u.test(written) || written === expected || differences(written, expected) !== 1)
        continue;
      if (!DEPARTMENT.test(value.slice(at + 1, at + 20))) continue;
      const place = atUnit(one, start, at + 1);
      found.push({
        ...place,
        variant: 'running',
        data: { found: written, expected },
        suggestions: [
          { variant: 'replace', data: { expected }, edits: [{ span: place.span, text: expected }] },
        ],
      });
    }
    return found;
  });
}

const LEAST_COUNTY = 3;

/** In how many places two words of one length differ. */
function differences(one: string, other: string): number {
  return [...one].filter((character, i) => character !== other.charAt(i)).length;
}

function slipsIn(paragraph: Text, expected: string, unit: string): readonly Finding[] {
  if (!paragraph.value.includes(unit)) return [];
  const { value, at } = squeeze(paragraph.value);
  const findings: Finding[] = [];
  for (let end = value.indexOf(unit); end >= 0; end = value.indexOf(unit, end + 1)) {
    const start = end - expected.length + 1;
    const found = start < 0 ? expected : value.slice(start, end + 1);
    if (found === expected || nearest(found, [expected], 1)?.distance !== 1) continue;
    const span = spanOf(paragraph, at[start] ?? 0, (at[end] ?? 0) + 1);
    findings.push({
      ...atDocument(span),
      variant: 'running',
      data: { found, expected },
      suggestions: [{ variant: 'replace', data: { expected }, edits: [{ span, text: expected }] }],
    });
  }
  return findings;
}
