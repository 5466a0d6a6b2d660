import { unspaced } from '../../model/text.ts';
import { differences } from '../differences.ts';

/** A name of an item, or a part of one, brought down to the words that say which matter it is. */
export interface Matter {
  /** Without function words, marks and white space, one word for each set of synonyms. */
  readonly key: string;
  /** The same for names that differ in word order only. */
  readonly signature: string;
}

/** Words that say that something is done, where, or nothing. */
const FUNCTION_WORDS: readonly string[] = (
  '组织开展 组织实施 组织 贯彻落实 落实 认真 切实 依法 按规定 按要求 做好 抓好 负责 开展 加强 强化 推进 推动 实施 进行 配合 协助 参与 承担 完成 ' +
  '工作 事项 相关 有关 日常 各类 各项 以及 的 和 与 及 等 对 ' +
  '本行政区域内 本行政区域 行政区域内 本辖区内 本辖区 辖区内 辖区 本街道内 本街道 镇域内 本级 ' +
  '本县域内 本县域 本县内 本县 全县域 全县 本镇域内 本镇域 本镇内 本镇 全镇域 全镇 本乡域内 本乡域 本乡内 本乡 全乡域 全乡'
).split(' ');

/** Stands between names that are brought down together. No name has it: Unicode keeps it out of texts. */
const BREAK = '\uffff';

/** Function words, the longest first, and what is neither a Chinese character nor a Latin letter or digit. */
const IDLE = new RegExp(
  `${[...FUNCTION_WORDS].sort((a, b) => b.length - a.length).join('|')}|[^\\u4e00-\\u9fff\\u3400-\\u4dbf〇0-9A-Za-z${BREAK}]`,
  'g',
);

/** Different words for one thing in names of duties; the second stands for both. */
const SYNONYMS: readonly (readonly [string, string])[] = [
  ['防控', '防治'],
  ['通讯', '通信'],
  ['噪音', '噪声'],
  ['监督管理', '监管'],
  ['宣传教育', '宣传'],
  ['教育宣传', '宣传'],
  ['制订', '制定'],
  ['餐厨', '厨余'],
  ['中小学生', '学生'],
  ['流浪狗', '流浪犬'],
  ['电动车', '电动自行车'],
  ['残疾证', '残疾人证'],
  ['社保', '社会保险'],
  ['医保', '医疗保险'],
  ['养老保险待遇', '养老待遇'],
];

/** What stands in brackets explains a name (含六类户…), unless the bracket is part of a word: 村（社区）. */
const ASIDE = new RegExp(`[（(][^（）()${BREAK}]{4,}[）)]`, 'gu');

/** The matter that a name, or one part of it, is about. */
export function matterOf(name: string): Matter {
  const key = keyWords(name);
  return { key, signature: signatureOf(key) };
}

/** The matters that names are about, in their order. One search over all of them is far quicker than one over each. */
export function mattersOf(names: readonly string[]): readonly Matter[] {
  const keys = names.length === 0 ? [] : keyWords(names.join(BREAK)).split(BREAK);
  if (keys.length !== names.length) return names.map(matterOf);
  return keys.map((key) => ({ key, signature: signatureOf(key) }));
}

/** The words without asides, function words and marks, one word for each set of synonyms. */
function keyWords(words: string): string {
  let key = unspaced(words).replace(ASIDE, '').replace(IDLE, '');
  for (const [word, meant] of SYNONYMS) if (key.includes(word)) key = key.replaceAll(word, meant);
  return key;
}

/** Equal for words with the same characters in any order, and as good as never for others. */
function signatureOf(key: string): string {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    sum += code;
    squares += code * code;
  }
  return `${key.length}.${sum}.${squares}`;
}

/** The parts of a name that each could be a name: `做好…，开展…`. */
export function partsOf(name: string): readonly string[] {
  return split(name, /[，；,;。]/u);
}

/** The pieces of a name that an enumeration joins: `组织实施疫苗接种、疫情监测和病死畜禽处理`. */
export function piecesOf(name: string): readonly string[] {
  return split(name, /[，；,;。、和及与]/u);
}

function split(name: string, at: RegExp): readonly string[] {
  const parts = unspaced(name).split(at);
  return parts.length > 1 ? parts.filter((part) => part !== '') : [];
}

/** Names with fewer key characters than this say too little to be told apart by how much they share. */
const LEAST_KEY = 4;
/** With fewer than this, nothing is left of a name to compare. */
const LEAST_EQUAL = 2;
/** How much of the longer name two names must share when one says only a little more than the other. */
const LEAST_SHARED = 0.7;
/** How much when all that the longer one says more is weak words. */
const LEAST_SHARED_WEAK = 0.5;
const WEAK =
  /^(?:管理|服务|活动|保障|建设|监督|指导|宣传|教育|审核|统计|上报|实际|情况|问题|任务|制度|体系|机制|具体|全面|长效|常态化)+$/u;
/** Characters that turn a matter round or tell it from its sibling. */
const CONTRAST =
  /[不非未反无零〇一二三四五六七八九十百0-9A-Za-z上下大小新旧城乡村镇县州省市区男女老幼内外前后正副甲乙水土气林草牛羊陆]/u;
/** Longer names are compared for being equal only. */
const LONGEST_KEY = 150;
/** One character may differ in names of this many: a slip of the pen. */
const LONG = 12;

/**
 * Whether two matters that are not equal are still one, worded a little differently. Where each has words that the
 * other lacks they are two (水污染防治, 大气污染防治); where only one says more, it depends on how much, and what.
 */
export function isNearlySame(one: Matter, other: Matter): boolean {
  if (one.signature === other.signature) return true;
  const [short, long] = one.key.length <= other.key.length ? [one.key, other.key] : [other.key, one.key];
  if (short.length < LEAST_KEY || long.length > LONGEST_KEY || short.length < long.length * LEAST_SHARED_WEAK)
    return false;
  const found = differences(short, long);
  const lacking = found.filter((difference) => difference.one !== '');
  if (lacking.length === 0) {
    const more = found.map((difference) => difference.other);
    if (more.some((words) => CONTRAST.test(words))) return false;
    const share = short.length / long.length;
    return share >= LEAST_SHARED || (share >= LEAST_SHARED_WEAK && more.every((words) => WEAK.test(words)));
  }
  const [slip] = lacking;
  return (
    found.length === 1 &&
    slip !== undefined &&
    short.length >= LONG &&
    slip.one.length === 1 &&
    slip.other.length === 1 &&
    !CONTRAST.test(slip.one) &&
    !CONTRAST.test(slip.other)
  );
}

/** Pairs of characters that stand in more names than this tell nothing (处罚, 管理). */
const COMMON = 12;
/** The share of telling pairs of the shorter name that two names must have in common to be compared at all. */
const LEAST_PAIRS = 0.5;

/**
 * The pairs of matters that are worth comparing, each once, as indexes with the smaller first: those that are equal
 * but for order, and those that share many rare pairs of characters. Found by an index, not by comparing everything.
 */
export function likelyPairs(matters: readonly Matter[]): readonly (readonly [number, number])[] {
  const found = new Map<number, readonly [number, number]>();
  const add = (one: number, other: number) => {
    found.set(one * matters.length + other, [one, other]);
  };
  for (const group of equalMatters(matters)) {
    // Each with the first and with the one before it, so that a thousand equal names stay a thousand pairs.
    for (let at = 1; at < group.length; at++) {
      add(group[0] ?? 0, group[at] ?? 0);
      add(group[at - 1] ?? 0, group[at] ?? 0);
    }
  }
  const { starts, groups, holders, holderStarts } = pairIndex(matters);
  const shared = new Uint16Array(matters.length);
  for (let index = 0; index < matters.length; index++) {
    const touched: number[] = [];
    let telling = 0;
    const last = starts[index + 1] ?? 0;
    for (let at = starts[index] ?? 0; at < last; at++) {
      const group = groups[at] ?? 0;
      const from = holderStarts[group] ?? 0;
      const to = holderStarts[group + 1] ?? 0;
      if (to === from) continue;
      telling++;
      for (let i = from; i < to; i++) {
        const other = holders[i] ?? 0;
        if (other >= index) break;
        if (shared[other] === 0) touched.push(other);
        shared[other] = (shared[other] ?? 0) + 1;
      }
    }
    for (let i = 0; i < touched.length; i++) {
      const other = touched[i] ?? 0;
      const pairs = (starts[other + 1] ?? 0) - (starts[other] ?? 0);
      if ((shared[other] ?? 0) >= LEAST_PAIRS * Math.min(telling, pairs)) add(other, index);
      shared[other] = 0;
    }
  }
  return [...found.values()];
}

/** The matters that are equal but for the order of their words, as indexes in order; each group holds two or more. */
function equalMatters(matters: readonly Matter[]): readonly (readonly number[])[] {
  const firsts = new Map<string, number>();
  const groups = new Map<string, number[]>();
  for (let index = 0; index < matters.length; index++) {
    const { key = '', signature = '' } = matters[index] ?? {};
    if (key.length < LEAST_EQUAL) continue;
    const first = firsts.get(signature);
    if (first === undefined) {
      firsts.set(signature, index);
      continue;
    }
    const group = groups.get(signature);
    if (group) group.push(index);
    else groups.set(signature, [first, index]);
  }
  return [...groups.values()].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

/** The pairs of neighbouring characters of all keys, and for each pair that tells something the matters that hold it. */
interface PairIndex {
  /** Where the pairs of each matter begin in `groups`; one more for the end. */
  readonly starts: Int32Array;
  /** For each pair of each matter the number that equal pairs share. */
  readonly groups: Int32Array;
  /** The matters that hold a pair, ascending, pair by pair from `holderStarts`; none for a pair that tells nothing. */
  readonly holders: Int32Array;
  readonly holderStarts: Int32Array;
}

/** Plain arrays of numbers: this runs once for each document, before anything of it is compiled. */
function pairIndex(matters: readonly Matter[]): PairIndex {
  const starts = new Int32Array(matters.length + 1);
  for (let index = 0; index < matters.length; index++) {
    const length = matters[index]?.key.length ?? 0;
    starts[index + 1] = (starts[index] ?? 0) + (length < LEAST_KEY ? 0 : length - 1);
  }
  const total = starts[matters.length] ?? 0;
  const groups = new Int32Array(total);
  const holding = new Int32Array(total);
  const lastHolder = new Int32Array(total).fill(-1);
  const slots = slotsFor(total);
  let known = 0;
  for (let index = 0; index < matters.length; index++) {
    const key = matters[index]?.key ?? '';
    const from = starts[index] ?? 0;
    const count = (starts[index + 1] ?? 0) - from;
    for (let i = 0; i < count; i++) {
      const pair = (key.charCodeAt(i) * 40503 + key.charCodeAt(i + 1)) & 0x3fffffff;
      const group = groupOf(slots, pair, known);
      if (group === known) known++;
      groups[from + i] = group;
      if (lastHolder[group] === index) continue;
      lastHolder[group] = index;
      holding[group] = (holding[group] ?? 0) + 1;
    }
  }
  const holderStarts = new Int32Array(known + 1);
  for (let group = 0; group < known; group++) {
    const count = holding[group] ?? 0;
    // A pair that one matter alone holds still tells that it is unlike others.
    holderStarts[group + 1] = (holderStarts[group] ?? 0) + (count > COMMON ? 0 : count);
  }
  const holders = new Int32Array(holderStarts[known] ?? 0);
  const next = holderStarts.slice();
  lastHolder.fill(-1);
  for (let index = 0; index < matters.length; index++) {
    const last = starts[index + 1] ?? 0;
    for (let at = starts[index] ?? 0; at < last; at++) {
      const group = groups[at] ?? 0;
      if (lastHolder[group] === index || (holding[group] ?? 0) > COMMON) continue;
      lastHolder[group] = index;
      const place = next[group] ?? 0;
      holders[place] = index;
      next[group] = place + 1;
    }
  }
  return { starts, groups, holders, holderStarts };
}

/** An open table from pairs to their numbers. */
interface Slots {
  readonly mask: number;
  readonly pairs: Int32Array;
  /** One more than the number; 0 for a free slot. */
  readonly numbers: Int32Array;
}

function slotsFor(count: number): Slots {
  let size = 16;
  while (size < count * 2) size *= 2;
  return { mask: size - 1, pairs: new Int32Array(size), numbers: new Int32Array(size) };
}

/** The number of a pair; `next` becomes its number when it is new. */
function groupOf({ mask, pairs, numbers }: Slots, pair: number, next: number): number {
  let slot = Math.imul(pair, 0x9e3779b1) >>> 7;
  for (;;) {
    slot &= mask;
    const number = numbers[slot] ?? 0;
    if (number === 0) {
      pairs[slot] = pair;
      numbers[slot] = next + 1;
      return next;
    }
    if (pairs[slot] === pair) return number - 1;
    slot++;
  }
}
