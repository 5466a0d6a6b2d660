/** Which words may stand twice, as a rule gives them. */
export interface ReduplicationWords {
  /** Words that are doubled by themselves: 往往. */
  readonly doubled: readonly string[];
  /** A doubled word and the character behind it that makes it a slip all the same: 频频率. */
  readonly slips: readonly string[];
  /** Longer stretches that hold a doubled character: 方方面面, 人人参与. */
  readonly phrases: readonly string[];
  /** Stretches that hold a word of several characters twice: 救助救助对象. */
  readonly words: readonly string[];
  /** Two words that meet, as `水：用饮｜源 质`: behind 用水 and 饮水 may stand 水源 and 水质. */
  readonly meetings: readonly string[];
}

/** A stretch in which a character or word stands once too often. */
export interface Repetition {
  readonly start: number;
  readonly end: number;
  /** What should stand there. */
  readonly right: string;
}

/** Finds repetitions in a text. */
export type RepetitionFinder = (value: string) => readonly Repetition[];

/** Matches, among others, where a repetition stands: a Chinese character, or two to four of them, twice. */
export const TWICE = /([\u4e00-\u9fff〇])\1|([\u4e00-\u9fff〇]{2,4})\2/g;

/** What a meeting looks like, for the schema of options. */
export const MEETING_FORM = '^.：[^｜：\\s]+｜\\S+( \\S+)*$';

const LONGEST_WORD = 4;

/** A finder that knows some words. They are looked up where something stands twice, so that nothing is prepared. */
export function repetitionFinder(words: ReduplicationWords): RepetitionFinder {
  const doubled = new Set(words.doubled);
  const slips = lookup(words.slips);
  const phrases = lookup(words.phrases);
  const repeated = lookup(words.words);
  const meetings = `\n${words.meetings.join('\n')}\n`;

  const isSoundPair = (value: string, at: number): boolean => {
    const character = value.charAt(at);
    const pair = character + character;
    if (phrases(value, at, pair)) return true;
    if (value.charAt(at - 1) === character || value.charAt(at + 2) === character) return false;
    if (doubled.has(pair)) return !slips(value, at, pair);
    return at > 0 && mayMeet(meetings, value, at);
  };

  return (value) => {
    const found: Repetition[] = [];
    let pairsEnd = 0;
    let wordsEnd = 0;
    for (let at = 0; at < value.length - 1; at++) {
      const code = value.charCodeAt(at);
      if (!isHanCode(code)) continue;
      if (at >= pairsEnd && value.charCodeAt(at + 1) === code && !isSoundPair(value, at)) {
        let end = at + 2;
        while (value.charCodeAt(end) === code) end++;
        found.push({ start: at, end, right: value.charAt(at) });
        pairsEnd = end;
        continue;
      }
      if (at < wordsEnd) continue;
      for (let length = LONGEST_WORD; length > 1; length--) {
        if (value.charCodeAt(at + length) !== code || !isTwice(value, at, length)) continue;
        const word = value.slice(at, at + length);
        if (repeated(value, at, word + word)) continue;
        found.push({ start: at, end: at + 2 * length, right: word });
        wordsEnd = at + 2 * length;
        break;
      }
    }
    return found;
  };
}

function isHanCode(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || code === 0x3007;
}

/** Whether a word of Chinese characters, not all of them the same, stands at `at` and again behind it. */
function isTwice(value: string, at: number, length: number): boolean {
  let unlike = false;
  for (let i = at; i < at + length; i++) {
    const code = value.charCodeAt(i);
    if (!isHanCode(code) || code !== value.charCodeAt(i + length)) return false;
    if (code !== value.charCodeAt(at)) unlike = true;
  }
  return unlike;
}

/** Tells whether one of some words stands over a repetition: as far before it as the word's own repetition begins. */
function lookup(words: readonly string[]): (value: string, at: number, repetition: string) => boolean {
  const all = `\n${words.join('\n')}\n`;
  return (value, at, repetition) => {
    for (let i = all.indexOf(repetition); i >= 0; i = all.indexOf(repetition, i + 1)) {
      const start = all.lastIndexOf('\n', i) + 1;
      const before = i - start;
      if (before <= at && value.startsWith(all.slice(start, all.indexOf('\n', i)), at - before)) return true;
    }
    return false;
  };
}

/** Whether a word that ends at `at` and one that begins behind it meet there by right. */
function mayMeet(meetings: string, value: string, at: number): boolean {
  const entry = `\n${value.charAt(at)}：`;
  for (let i = meetings.indexOf(entry); i >= 0; i = meetings.indexOf(entry, i + 1)) {
    const line = meetings.slice(i + entry.length, meetings.indexOf('\n', i + 1));
    const [before = '', after = ''] = line.split('｜');
    if (
      before.includes(value.charAt(at - 1)) &&
      after.split(' ').some((word) => value.startsWith(word, at + 2))
    )
      return true;
  }
  return false;
}
