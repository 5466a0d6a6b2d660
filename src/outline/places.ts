import type { Format } from '../model/format.ts';

/** How the names of organs begin that every county has; enough of them to find the place before them. Source of a pattern. */
export const ORGAN =
  '(?:委(?:组织|宣传|统战|政法|社会|编办|网信|巡察|办公)|教育|公安|民政|司法|财政|人力|人社|自然|住房|住建|交通|水利|水务|' +
  '农业|农牧|商务|应急|市场|医疗|医保|林业|生态|文化|文旅|发展|发改|卫生|卫健|残疾|残联|总工|人民|人大|政协|消防)';
const COUNTY = new RegExp(`[县区市旗](?=\\s*${ORGAN})`, 'g');
const PREFECTURE = /(?:地区|自治州|州|盟|市)(?=生态环境)/g;
/** Where a name may begin: a line, a cell, after 、. Within a sentence the word before could be anything. */
const BEGINNING = /[\n\r、|>，；：]/;
/** Small words that stand before an organ in a sentence (`报县财政局`) and in no name of a place. */
const SMALL_WORDS = '由向报经同与和及送对把将在并于按为给';
/** A cover stands at the beginning of a file, the first title soon behind the preamble. */
const TITLE_REACH = 8000;
const SHORTEST_PLACE = 2;
const LONGEST_PLACE = 7;
const LEAST_COUNT = 2;
/** Of the departments that stand where a name may begin, so many must bear the county's. */
const LEAST_SHARE = 0.1;

const extended = new WeakMap<Format, Map<string, Format>>();
/** What is known of a county's names and their readings hangs on its format: so many counties at a time. */
const MOST_KEPT = 8;

/**
 * The format with the county's and the prefecture's own names added, as the document writes them before its
 * departments (`临沅县财政局`, `沅北地区生态环境局`). A list of an unknown county names them nowhere else for certain.
 */
export function withPlaces(format: Format, text: string): Format {
  const county = mostCommon(placesBefore(text, COUNTY)) ?? countyOfTitle(text);
  const prefecture = mostCommon(placesBefore(text, PREFECTURE));
  const names = new Set([...format.countyNames, ...format.departments.prefixes]);
  const counties = county !== null && !names.has(county) ? [county] : [];
  const prefixes = prefecture !== null && prefecture !== county && !names.has(prefecture) ? [prefecture] : [];
  if (counties.length + prefixes.length === 0) return format;
  let known = extended.get(format);
  if (!known) {
    known = new Map();
    extended.set(format, known);
  }
  const key = [...counties, '|', ...prefixes].join();
  let result = known.get(key);
  if (!result) {
    result = {
      ...format,
      countyNames: [...format.countyNames, ...counties],
      departments: {
        ...format.departments,
        prefixes: [...format.departments.prefixes, ...prefixes],
      },
    };
  }
  // The one that was met last stands last; the first one goes.
  known.delete(key);
  known.set(key, result);
  const [oldest] = known.keys();
  if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
  return result;
}

/** `澜州青屿县望川镇履职事项清单`: the county before its township. */
const TITLE =
  /(?<=^|[州市盟区\s#>|（(])(?<county>(?:(?![州市盟区县旗])[一-鿿]){2,4}[县旗])\s*(?=[一-鿿]{1,6}?(?:镇|乡|街道|苏木)[一-鿿]{0,10}清单)/mu;

/** The county that the title names, where no department bears its name. */
function countyOfTitle(text: string): string | null {
  return TITLE.exec(text.slice(0, TITLE_REACH))?.groups?.county ?? null;
}

/**
 * The words that stand where a name may begin and end with a match: names of places, and '' where nothing but
 * the unit stands there (`县财政局`).
 */
function placesBefore(text: string, unit: RegExp): readonly string[] {
  const places: string[] = [];
  for (const match of text.matchAll(unit)) {
    let at = match.index;
    while (at > 0 && match.index - at < LONGEST_PLACE && isPlaceCharacter(text.charAt(at - 1))) at--;
    let before = at;
    while (before > 0 && /[ \t\u3000]/.test(text.charAt(before - 1))) before--;
    if (before > 0 && !BEGINNING.test(text.charAt(before - 1))) continue;
    const length = match.index - at;
    if (length === 0) places.push('');
    else if (length >= SHORTEST_PLACE) places.push(text.slice(at, match.index + match[0].length));
  }
  return places;
}

function isPlaceCharacter(character: string): boolean {
  return character >= '一' && character <= '鿿' && !SMALL_WORDS.includes(character);
}

/** The place that occurs most often, if it is often enough among all. */
function mostCommon(places: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  const [best] = [...counts].filter(([place]) => place !== '').sort((a, b) => b[1] - a[1]);
  return best && best[1] >= LEAST_COUNT && best[1] >= LEAST_SHARE * places.length ? best[0] : null;
}
