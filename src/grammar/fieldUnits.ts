import { isHan } from './punctuation.ts';
import { NOT_IN_PLACE_WORDS, NOT_IN_PLACES } from './words.ts';

/**
 * Bodies that answer to their own line above and not to the county: which level or place one of them belongs to is
 * told by its own name only. Longest first.
 */
const FIELD_BODIES: readonly string[] = [
  '住房公积金管理中心', '边境管理大队', '消防救援大队', '消防救援支队', '电信分公司', '移动分公司', '联通分公司',
  '消防救援局', '烟草专卖局', '国家安全局', '邮政管理局', '移民管理局', '公路管理局', '邮政分公司', '供电分公司',
  '消防大队', '公积金中心', '供电公司', '电力公司', '邮政公司', '电信公司', '移动公司', '联通公司', '铁塔公司', '石油公司',
  '水文中心', '供电局', '供电所', '电业局', '海事局', '海事处', '烟草局', '气象局', '税务局', '国税局', '地税局', '邮政局',
  '消防局', '国安局', '调查队', '地震局', '水文局', '水文站', '盐务局', '公路局', '公路段', '航道局', '航道处',
]; // biome-ignore format: a table

const LONGEST_BODY = 9;
const LAST = new Set(FIELD_BODIES.map((body) => body.charAt(body.length - 1)));

/** The longest name of such a body that a name ends with (云浦供电局 → 供电局); null for none. */
export function fieldBodyOf(name: string): string | null {
  if (!LAST.has(name.charAt(name.length - 1))) return null;
  for (let i = 0; i < FIELD_BODIES.length; i++) {
    const body = FIELD_BODIES[i] ?? '';
    if (name.endsWith(body)) return body;
  }
  return null;
}

const LONGEST_PLACE = 4;
/** What stands before such a body and is no place: 地方海事处 is the county's own. */
const KINDS: ReadonlySet<string> = new Set(
  (
    '地方 港航 交通 水上 内河 农村 农电 城乡 森林 专职 政府 综合 国家 中国 公安 国网 县级 市级 区级 州级 基层 上级 下级 相关 ' +
    '有关 属地 所属 当地 各级 辖区 直属 应急 铁路 民用 航空 人工 农业 林业 水利 规划 住房 统计 企业 社会 经济 防震 防灾 对应'
  ).split(' '),
);

/** Whether a name is a place that brings no unit and such a body: 云浦供电局, but not 县供电局, 供电局 or 地方海事处. */
export function isPlacedFieldUnit(name: string): boolean {
  const body = name.length > LONGEST_BODY + LONGEST_PLACE ? null : fieldBodyOf(name);
  if (body === null) return false;
  const place = name.slice(0, name.length - body.length);
  if (place.length < 2 || place.length > LONGEST_PLACE || KINDS.has(place.slice(0, 2))) return false;
  for (let i = 0; i < place.length; i++) {
    const character = place.charAt(i);
    if (!isHan(character) || NOT_IN_PLACES.has(character) || '县市区旗州盟省镇乡'.includes(character))
      return false;
    if (i > 0 && NOT_IN_PLACE_WORDS.has(place.slice(i - 1, i + 1))) return false;
  }
  return true;
}
