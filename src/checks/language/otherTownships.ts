import { isHan } from '../../grammar/punctuation.ts';
import { NOT_IN_PLACE_WORDS, NOT_IN_PLACES } from '../../grammar/words.ts';

/** Where another township is named as the one that acts. Offsets count in the value. */
export interface OtherTownship {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const SHORTEST = 2;
const LONGEST = 3;
/** What a name of a place never ends with before its unit: 集镇, 城镇, 建制镇, 乡镇, 各镇. */
const NO_ENDS = '乡集城村街制各本全该邻他县市区个名级等我';
/** What stands before 镇 and names none. */
const KINDS: ReadonlySet<string> = new Set(
  (
    '相关 有关 所在 属地 辖区 户籍 居住 迁入 迁出 流入 流出 中心 重点 示范 特色 产业 试点 周边 相邻 毗邻 附近 其他 其它 上级 下级 基层 ' +
    '部分 整个 边境 山区 农业 工业 旅游 文明 美丽 古城 历史 文化 卫生 园林 平安 法治 数字 智慧 一般 贫困 试验 兄弟 先进 后进 支持 要求 ' +
    '安排 负责 牵头 应由 改由 统一 交由 转由 经由 再由 均由 原则 不得 协同 参照 依照 按照 以及 通过 由于 自由 理由 事由'
  ).split(' '),
);
/** Marks behind which a clause begins. */
const STARTS = '；。：，;:\n.．）';
/** Words that end in 在 or 由 and lead to no place. */
const NO_LEADS = '所存实现正潜内外自理缘事';
const ACTS =
  /(?:人民政府|党委政府|党委|政府)?(?:负责|组织|开展|做好|配合|协助|落实|承担|安排|定期|及时|牵头|指导|推进|实施|设立|辖区|境内|范围内)/y;

/**
 * The townships of the unit 镇, 乡 or 街道 that act in a duty (`河西镇组织…`, `由河西镇负责…`) or in which it is done
 * (`在河西镇开展…`), and whose name is not the own one. A neighbour (与河西镇交界), a road or a market town is none.
 */
export function otherTownships(
  value: string,
  unit: string,
  own: ReadonlySet<string>,
): readonly OtherTownship[] {
  const found: OtherTownship[] = [];
  for (let at = value.indexOf(unit); at >= 0; at = value.indexOf(unit, at + 1)) {
    const end = at + unit.length;
    ACTS.lastIndex = end;
    if (!ACTS.test(value)) continue;
    for (let length = SHORTEST; length <= LONGEST && length <= at; length++) {
      const start = at - length;
      const stem = value.slice(start, at);
      if (!opens(value, start) || !isPlace(stem)) continue;
      const name = `${stem}${unit}`;
      if (!isOwn(name, stem, own)) found.push({ name, start, end });
    }
  }
  return found;
}

/** Whether a clause begins at an offset, with 在 or 由 before it or without. */
function opens(value: string, start: number): boolean {
  if (start === 0) return true;
  const before = value.charAt(start - 1);
  if (before === '在' || before === '由') return start === 1 || !NO_LEADS.includes(value.charAt(start - 2));
  return STARTS.includes(before);
}

function isPlace(stem: string): boolean {
  if (KINDS.has(stem.slice(0, 2)) || KINDS.has(stem.slice(-2)) || NO_ENDS.includes(stem.slice(-1)))
    return false;
  for (let i = 0; i < stem.length; i++) {
    const character = stem.charAt(i);
    if (!isHan(character) || character === '由' || NOT_IN_PLACES.has(character)) return false;
    if (i > 0 && NOT_IN_PLACE_WORDS.has(stem.slice(i - 1, i + 1))) return false;
  }
  return true;
}

/** Whether a name is the own one, or one of the two is the end of the other: 柳河镇 and 青石县柳河镇. */
function isOwn(name: string, stem: string, own: ReadonlySet<string>): boolean {
  for (const one of own) if (one.includes(stem) || name.endsWith(one)) return true;
  return false;
}
