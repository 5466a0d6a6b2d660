import {
  type Branch,
  branchOf,
  isNational,
  isPartyPrefix,
  LEAGUE,
  type NameContext,
  type NameReading,
  placeOf,
  unitOf,
} from './departmentNames.ts';
import { isPlacedFieldUnit } from './fieldUnits.ts';
import { GOVERNMENT_TOO } from './lexicon.ts';

const PLAIN_UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    自治州: '州',
    自治县: '县',
    自治旗: '旗',
    县级: '县',
    市级: '市',
    区级: '区',
    地: '地区',
    自治区: '自治区',
  }),
);

/** A prefix taken apart: the place before its last unit, and the unit in its plain form. */
function takeApart(prefix: string, context: NameContext): { place: string; unit: string } {
  const written = context.lexicon.prefixes.find((candidate) => prefix.endsWith(candidate)) ?? '';
  const place = prefix.slice(0, prefix.length - written.length);
  let unit = written;
  if (unit.endsWith('党委')) unit = unit.slice(0, -2);
  else if (unit.endsWith('委') && !unit.endsWith('管委')) unit = unit.slice(0, -1);
  return { place: place.startsWith('中共') ? place.slice(2) : place, unit: PLAIN_UNITS.get(unit) ?? unit };
}

/** Whether a place before a unit of the county's own height is the county itself. */
function isOwn(place: string, context: NameContext): boolean {
  if (place === '' || context.countyNames.length === 0) return true;
  return context.countyNames.some((county) => place.endsWith(placeOf(county)) || place.endsWith(county));
}

function partyPrefix(unit: string): string {
  if (unit === '地区') return '地委';
  if (unit === '自治区' || unit === '省') return unit === '省' ? '省委' : '自治区党委';
  return unit === '' ? '' : `${unit}委`;
}

/** The unit a prefix names (县, 州, 地区…) when it is the county's own or an unnamed one; empty otherwise. */
export function unitOfPrefix(prefix: string, context: NameContext): string {
  const { place, unit } = takeApart(prefix, context);
  return '县市区旗'.includes(unit) && isOwn(place, context) ? unit : '';
}

/** The county's own unit by its name, or empty when the name is not known. */
export function countyUnit(context: NameContext): string {
  for (const county of context.countyNames) {
    const unit = unitOf(county);
    if (unit !== '') return unit;
  }
  return '';
}

/**
 * The form in which names are compared: the county's own name left out (巴楚县民政局 → 县民政局), the name of an upper
 * place too (伊犁州生态环境局 → 州生态环境局), short forms written in full (人社局 → 人力资源和社会保障局), 县委 before
 * bodies of the party committee and 县 before all others, the county's own branch without place or upper prefix
 * (州生态环境局昭苏县分局 → 生态环境局县分局). `prefix` is the prefix that holds for the name, carried ones
 * included; a name without one is read as the county's own, by `ownUnit`.
 */
export function canonicalName(
  reading: NameReading,
  prefix: string,
  ownUnit: string,
  context: NameContext,
): string {
  const { lexicon } = context;
  const { base } = reading;
  const branch = branchOf(base, context);
  if (branch) return canonicalBranch(branch, prefix, ownUnit, context);
  if (prefix === '' && (isNational(base) || isCustomsHouse(base) || isPlacedFieldUnit(base)))
    return canonicalNational(base, ownUnit, context);
  const local = prefix === '' ? withoutCounty(base, context) : base;
  const full = lexicon.full.get(local) ?? local;
  const { place, unit } =
    prefix === '' ? { place: '', unit: leagueUnit(base) || ownUnit } : takeApart(prefix, context);
  const shown = '县市区旗'.includes(unit) && !isOwn(place, context) ? `${place}${unit}` : unit;
  const party = lexicon.party.has(local) && (!GOVERNMENT_TOO.has(local) || isPartyPrefix(prefix));
  if (party) return `${shown === unit ? partyPrefix(unit) : `${shown}委`}${full}`;
  // 县委 before a name that nobody knows is kept: it may be a party organ that the vocabulary lacks.
  const keepsParty = isPartyPrefix(prefix) && !lexicon.full.has(local);
  return `${keepsParty ? partyPrefix(unit) : shown}${full}`;
}

/** 霍尔果斯海关, which holds its own place; 海关 alone does not. */
function isCustomsHouse(base: string): boolean {
  return base.length > 2 && base.endsWith('海关');
}

/** 县 of 团县委, whose place stands inside the name. */
function leagueUnit(base: string): string {
  return LEAGUE.test(base) ? base.charAt(1) : '';
}

function canonicalBranch(branch: Branch, prefix: string, ownUnit: string, context: NameContext): string {
  const body = context.lexicon.full.get(branch.body) ?? branch.body;
  // Of a county that nobody knows its place tells more than a unit that depends on the names around (市公安局云浦分局).
  if (branch.place !== '' && context.countyNames.length === 0)
    return `${body}${branch.place.replace(/(?<=..)[县市区旗]$/, '')}${branch.suffix}`;
  const own =
    branch.place === '' ||
    context.countyNames.length === 0 ||
    context.countyNames.some(
      (county) => branch.place.endsWith(placeOf(county)) || branch.place.endsWith(county),
    );
  const unit = countyUnit(context) || ownUnit || '县';
  return own
    ? `${body}${unit}${branch.suffix}`
    : `${takeApart(prefix, context).unit}${body}${branch.place}${branch.suffix}`;
}

/** 国家税务总局昭苏县税务局, 国网巴楚县供电公司: the body behind the county's name is the county's. */
function canonicalNational(base: string, ownUnit: string, context: NameContext): string {
  const { full } = context.lexicon;
  const known = full.get(base);
  if (known !== undefined) return known;
  for (let i = base.length - 3; i > 1; i--) {
    const unit = base.charAt(i);
    if (!'县市区旗'.includes(unit)) continue;
    const body = full.get(base.slice(i + 1));
    if (body !== undefined) return `${unit}${body}`;
  }
  const local = withoutCounty(base, context);
  return full.has(local) ? `${ownUnit}${full.get(local)}` : local;
}

function withoutCounty(base: string, context: NameContext): string {
  const county = context.countyNames.find((name) => base.includes(name));
  return county === undefined ? base : base.replace(county, '');
}
