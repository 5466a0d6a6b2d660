import type { ListDocument } from '../../model/document.ts';
import type { Format } from '../../model/format.ts';
import { unspaced } from '../../model/text.ts';
import type { Doubt, LearnedFormat } from './learned.ts';

/** `澜州青屿县望川镇…`: what is above, the county, the township. */
const TITLE_PLACES =
  /^(?:(?:.{1,8}?(?:自治区|省))?(?<above>.{1,10}?(?:自治州|地区|州|盟|市)))?(?<county>.{1,10}?(?:自治县|自治旗|县|区|市|旗))(?<town>.{1,10}?(?:镇|乡|街道|苏木))/u;
/** `石桥乡地处临沅县西北部`. */
const LIES_IN = /(?:地处|位于|隶属于?)(?<county>[一-鿿]{1,6}?(?:自治县|自治旗|县|区|市|旗))/u;
const UNIT = /(?:自治县|自治旗|县|区|市|旗)$/u;
/** A document is recognised by words that stand in it so often at least (formats.ts). */
const LEAST_MENTIONS = 2;
const LONGEST_TITLE = 40;

export type LearnedPlaces = Pick<LearnedFormat, 'county' | 'countyNames' | 'detect'> & {
  readonly prefixes: readonly string[];
  readonly doubts: readonly Doubt[];
};

/** The county's names, from its departments, else from titles or the preamble; and the places above it. */
export function learnPlaces(document: ListDocument, parent: Format): LearnedPlaces {
  const { source, format } = document;
  const fromDepartments = format.countyNames.filter((name) => !parent.countyNames.includes(name));
  const prefixes = format.departments.prefixes.filter(
    (prefix) => !parent.departments.prefixes.includes(prefix),
  );
  const titled = placesInTitles(document);
  const [certain] = fromDepartments;
  const guessed = titled?.county ?? placeInPreamble(document);
  const county = certain ?? guessed ?? null;
  const doubts: Doubt[] = [];
  const doubt = (code: Doubt['code'], at: string, data: Doubt['data']) =>
    doubts.push({ code, at: [at], words: [], data });
  if (county === null) {
    doubt('county-unknown', 'countyNames', {});
    doubt('not-detected', 'detect', {});
    return { county, countyNames: [], detect: [], prefixes, doubts };
  }
  const mentions = mentionsOf(source.text, county);
  if (certain === undefined && (titled === null || mentions < LEAST_MENTIONS))
    doubt('county-guessed', 'countyNames', { county, count: mentions });
  const whole = titled?.above && titled.county === county ? `${titled.above}${county}` : null;
  const short = county.replace(UNIT, '');
  const detect =
    mentions >= LEAST_MENTIONS
      ? [county]
      : short.length >= 2 && mentionsOf(source.text, short) >= LEAST_MENTIONS
        ? [short]
        : [];
  if (detect.length === 0) doubt('not-detected', 'detect', { county });
  return { county, countyNames: whole ? [county, whole] : [county], detect, prefixes, doubts };
}

function mentionsOf(text: string, word: string): number {
  return text.split(word).length - 1;
}

interface Places {
  readonly above: string | null;
  readonly county: string;
}

function placesInTitles(document: ListDocument): Places | null {
  const titles = [
    document.title,
    ...document.lists.map((list) => list.title),
    ...document.contents.map((entry) => entry.title),
    ...document.paragraphs.filter(({ value }) => value.length <= LONGEST_TITLE && /[单表]\s*$/u.test(value)),
  ];
  for (const title of titles) {
    const match = title && TITLE_PLACES.exec(unspaced(title.value));
    const county = match?.groups?.county;
    if (county) return { above: match.groups?.above ?? null, county };
  }
  return null;
}

function placeInPreamble(document: ListDocument): string | null {
  for (const paragraph of document.paragraphs) {
    const county = LIES_IN.exec(unspaced(paragraph.value))?.groups?.county;
    if (county) return county;
  }
  return null;
}
