import type { Format } from '../model/format.ts';

/** How the names of organs begin that every county has; enough of them to find the place before them. Source of a pattern. */
export const ORGAN =
  '(?:委(?:组织|宣传|统战|政法|社会|编办|网信|巡察|办公)|教育|公安|民政|司法|财政|人力|人社|自然|住房|住建|交通|水利|水务|' +
  '农业|农牧|商务|应急|市场|医疗|医保|林业|生态|文化|文旅|发展|发改|卫生|卫健|残疾|残联|总工|人民|人大|政协|消防)';
/** Where a name may begin: a line, a cell, after 、. Within a sentence the word before could be anything (`报县财政局`). */
const BEGINS = '(?<=^[ \\t\u3000]*|[、|>，；：]\\s?)';
/** A character of a place name: none of the small words that stand before an organ in a sentence (`报县财政局`). */
const CHAR = '(?![由向报经同与和及送对把将在并于按为给])[一-鿿]';
const COUNTY = new RegExp(`${BEGINS}((?:${CHAR}){2,6}[县区市旗])\\s*${ORGAN}`, 'gm');
const PREFECTURE = new RegExp(`${BEGINS}((?:${CHAR}){2,7}(?:地区|自治州|州|盟|市))生态环境`, 'gm');
const BARE = new RegExp(`${BEGINS}[县区市旗]${ORGAN}`, 'gm');
const LEAST_COUNT = 2;
/** Of the departments that stand where a name may begin, so many must bear the county's. */
const LEAST_SHARE = 0.1;

const extended = new WeakMap<Format, Map<string, Format>>();

/**
 * The format with the county's and the prefecture's own names added, as the document writes them before its
 * departments (`临沅县财政局`, `沅北地区生态环境局`). A list of an unknown county names them nowhere else for certain.
 */
export function withPlaces(format: Format, text: string): Format {
  const bare = text.match(BARE)?.length ?? 0;
  const county = mostCommon(namesIn(text, COUNTY), bare);
  const prefecture = mostCommon(namesIn(text, PREFECTURE), 0);
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
    known.set(key, result);
  }
  return result;
}

function namesIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

/** The word that occurs most often, if it is often enough among all and `others`. */
function mostCommon(words: readonly string[], others: number): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < LEAST_COUNT || best[1] < LEAST_SHARE * (words.length + others)) return null;
  return best[0];
}
