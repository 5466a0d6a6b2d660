import { isAsciiWord, isHan } from '../grammar/punctuation.ts';
import { squeeze } from '../model/text.ts';
import { differences } from './differences.ts';

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

/** By their first character, the longest first. */
const WORDS_BY_START: ReadonlyMap<number, readonly string[]> = new Map(
  [...new Set(FUNCTION_WORDS.map((word) => word.charCodeAt(0)))].map((start) => [
    start,
    FUNCTION_WORDS.filter((word) => word.charCodeAt(0) === start).sort((a, b) => b.length - a.length),
  ]),
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
const ASIDE = /[（(][^（）()]{4,}[）)]/gu;

/** The matter that a name, or one part of it, is about. */
export function matterOf(name: string): Matter {
  const bare = squeeze(name).value;
  let key = keyWords(bare.includes('（') || bare.includes('(') ? bare.replace(ASIDE, '') : bare);
  for (const [word, meant] of SYNONYMS) if (key.includes(word)) key = key.replaceAll(word, meant);
  return { key, signature: signatureOf(key) };
}

/** The words without function words and marks, taken over stretch by stretch. */
function keyWords(words: string): string {
  let key = '';
  let from = 0;
  for (let i = 0; i < words.length; ) {
    const length = passedOver(words, i);
    if (length === 0) {
      i++;
      continue;
    }
    if (i > from) key += words.slice(from, i);
    i += length;
    from = i;
  }
  return from === 0 ? words : key + words.slice(from);
}

/** How many characters at an offset say nothing of the matter. */
function passedOver(words: string, at: number): number {
  const starting = WORDS_BY_START.get(words.charCodeAt(at));
  if (starting !== undefined) {
    for (const word of starting) if (words.startsWith(word, at)) return word.length;
    return 0;
  }
  const character = words.charAt(at);
  return isHan(character) || isAsciiWord(character) ? 0 : 1;
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
  const parts = squeeze(name).value.split(at);
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
  const bySignature = new Map<string, number[]>();
  const byPair = new Map<number, number[]>();
  const pairsOf = matters.map(({ key }) => characterPairs(key));
  for (const [index, { key, signature }] of matters.entries()) {
    if (key.length >= LEAST_EQUAL) push(bySignature, signature, index);
    if (key.length < LEAST_KEY) continue;
    for (const pair of pairsOf[index] ?? []) push(byPair, pair, index);
  }
  const found = new Map<number, readonly [number, number]>();
  const add = (one: number, other: number) => {
    found.set(one * matters.length + other, [one, other]);
  };
  for (const group of bySignature.values()) {
    // Each with the first and with the one before it, so that a thousand equal names stay a thousand pairs.
    for (const [at, other] of group.entries()) {
      const [first] = group;
      const before = group[at - 1];
      if (first === undefined || before === undefined) continue;
      add(first, other);
      add(before, other);
    }
  }
  const shared = new Uint16Array(matters.length);
  for (const [index, pairs] of pairsOf.entries()) {
    const touched: number[] = [];
    let telling = 0;
    for (const pair of pairs) {
      const holders = byPair.get(pair);
      if (holders === undefined || holders.length > COMMON) continue;
      telling++;
      for (const other of holders) {
        if (other >= index) break;
        if (shared[other] === 0) touched.push(other);
        shared[other] = (shared[other] ?? 0) + 1;
      }
    }
    for (const other of touched) {
      const least = Math.min(telling, pairsOf[other]?.length ?? 0);
      if ((shared[other] ?? 0) >= LEAST_PAIRS * least) add(other, index);
      shared[other] = 0;
    }
  }
  return [...found.values()];
}

/** Each two neighbouring characters as one small number; two of them may share one, which only costs a comparison. */
function characterPairs(key: string): readonly number[] {
  const pairs: number[] = [];
  for (let i = 0; i + 1 < key.length; i++) {
    const pair = (key.charCodeAt(i) * 40503 + key.charCodeAt(i + 1)) & 0x3fffffff;
    pairs.push(pair);
  }
  return pairs;
}

function push<K>(index: Map<K, number[]>, key: K, value: number): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [value]);
  else if (known[known.length - 1] !== value) known.push(value);
}
