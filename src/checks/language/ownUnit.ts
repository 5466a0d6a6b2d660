import type { ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { spanOf, unspaced } from '../../model/text.ts';
import { type Check, notApplicable } from '../check.ts';
import { placesIn } from '../matters/placeNames.ts';
import { atList, listsOf, type PlacedList } from '../places.ts';
import { joinedTexts, unitsHolding } from '../texts/joinedTexts.ts';
import { atUnit, type TextUnit, unitsFor } from '../texts/texts.ts';
import { type OtherTownship, otherTownships } from './otherTownships.ts';

const UNIT = /(?:街道|苏木|镇|乡)(?:办事处)?$/u;
/** What the township calls itself; 本乡土人才, 基本乡情 and the general 本乡镇 are none. */
const OWN = /(?<![基根日原成样书文版资标课])本(镇|乡(?![镇土情村民亲愁])|街道|苏木)/gu;

/** One unit at the head of a header; 乡镇, 镇街 and 镇（街道） mean any. */
const HEADED = /^(镇|乡|街道|苏木)(?=配合|职责|协助|协同|履职|工作|主要|承担|责任)/u;

/** A list speaks of its own township as its title does: no 本镇 in the list of a street. */
export const ownUnit: Check = {
  kind: 'own-unit',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: {
    default: ['found', 'expected', 'unit'],
    other: ['found', 'expected', 'unit'],
    replace: ['expected'],
  },
  run(document, rule) {
    const own = unitOfTitles(document);
    if (own === null)
      return notApplicable(
        '标题中没有写明是镇、乡还是街道',
        'the titles do not tell whether it is a town, a township or a street',
      );
    const inHeaders = listsOf(document, rule).flatMap((placed) => headerFindings(placed, own.unit));
    const ofUnit = unitsHolding(joinedTexts(document, rule), OWN).flatMap((unit) =>
      [...unit.text.value.matchAll(OWN)].flatMap((match) =>
        findingFor(unit, match, `本${match[1]}`, `本${own.unit}`, own.unit),
      ),
    );
    // What a department above does may well be done in another township.
    const others = unitsFor(document, rule).flatMap((unit) =>
      unit.part === 'cell' && (unit.role === 'name' || unit.role === 'townshipDuties')
        ? otherTownships(unit.text.value, own.unit, own.names).map((other) => otherFinding(unit, other, own))
        : [],
    );
    return [...inHeaders, ...ofUnit, ...others];
  },
};

/** The first header of a list that names another unit: 镇配合职责 in the list of a street. */
function headerFindings(placed: PlacedList, own: string): readonly Finding[] {
  for (const { cells } of placed.list.headers) {
    for (const { role, header } of cells) {
      const found = role === 'townshipDuties' ? HEADED.exec(unspaced(header.value))?.[1] : undefined;
      const at = found === undefined ? -1 : header.value.indexOf(found);
      if (found === undefined || found === own || at < 0) continue;
      const span = spanOf(header, at, at + found.length);
      return [
        {
          ...atList(placed, role === 'townshipDuties' ? role : null, span),
          data: { found, expected: own, unit: own },
          suggestions: [{ variant: 'replace', data: { expected: own }, edits: [{ span, text: own }] }],
        },
      ];
    }
  }
  return [];
}

function findingFor(
  unit: TextUnit,
  { index }: RegExpExecArray,
  found: string,
  expected: string,
  own: string,
): readonly Finding[] {
  if (found === expected) return [];
  const place = atUnit(unit, index, index + found.length);
  return [
    {
      ...place,
      data: { found, expected, unit: own },
      suggestions: [
        { variant: 'replace', data: { expected }, edits: [{ span: place.span, text: expected }] },
      ],
    },
  ];
}

function otherFinding(unit: TextUnit, { name, start, end }: OtherTownship, own: Own): Finding {
  const place = atUnit(unit, start, end);
  const [expected = '', ...more] = own.names;
  return {
    ...place,
    variant: 'other',
    data: { found: name, expected, unit: own.unit },
    suggestions:
      more.length > 0
        ? []
        : [{ variant: 'replace', data: { expected }, edits: [{ span: place.span, text: expected }] }],
  };
}

/** What a township is and how the titles name it. */
interface Own {
  readonly unit: string;
  readonly names: ReadonlySet<string>;
}

/** 镇, 乡, 街道 or 苏木, as all titles have it; null where they do not say, or disagree. */
function unitOfTitles({ title, lists }: ListDocument): Own | null {
  if (lists.some(({ part }) => part > 0)) return null;
  const names = [title, ...lists.map((list) => list.title)].flatMap((text) =>
    (text ? placesIn(text) : []).flatMap(({ level, name }) => (level === 'township' ? [name] : [])),
  );
  const units = new Set(names.flatMap((name) => UNIT.exec(name)?.[0].replace('办事处', '') ?? []));
  const [unit, ...others] = units;
  return unit !== undefined && others.length === 0 ? { unit, names: new Set(names) } : null;
}
