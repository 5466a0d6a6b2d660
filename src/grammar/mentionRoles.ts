import { groupByLast } from './nameTables.ts';
import { isHan } from './punctuation.ts';
import { OPEN_ENDS } from './words.ts';

/**
 * How departments stand in a sentence. `subject`: they act (县财政局负责…, 由县财政局…). `partner`: they act with another
 * or at its bidding (会同县财政局, 督促县财政局…, 报县财政局审批). `receiver`: something goes to them (移交县公安局,
 * 向县财政局申请). `other`: anything else.
 */
export type MentionRole = 'subject' | 'partner' | 'receiver' | 'other';

/** Words before a name whose body acts too. */
const BIDDING: readonly string[] = [
  '会同', '联合', '协同', '配合', '协调', '协助', '统筹', '组织', '对接', '指导', '督促', '监督', '通知', '提请', '报请',
  '商请', '要求', '委托', '责成', '安排', '依托', '邀请', '请', '与', '和', '同', '跟', '及', '经', '商', '或',
]; // biome-ignore format: a table
/** Words before a name to which something goes, unless a verb of its own follows: 报县财政局审批. */
const HANDING: readonly string[] = ['报', '送', '至', '告', '交', '馈', '给', '到', '知', '回'];
/** Words before a name that the verb of another follows: 向县财政局申请. */
const TOWARDS: readonly string[] = ['向', '对', '为', '从', '求', '将', '把'];
/** What follows a name when something of the department is meant, and not the department. */
const POSSESSED: readonly string[] = ['的', '意见', '同意', '名义', '之'];

/**
 * Reads the role of the names in `text.slice(start, end)`. The text has no white space.
 */
export function roleOf(text: string, start: number, end: number): MentionRole {
  const behind = behindOpenEnd(text, end);
  const next = text.charAt(behind);
  const acts = isHan(next) && !POSSESSED.some((word) => text.startsWith(word, behind));
  if (text.charAt(start - 1) === '由') return 'subject';
  if (beginsPart(text, start)) return acts || next === '：' || next === ':' ? 'subject' : 'other';
  if (isBehindOneOf(BEHIND_BIDDING, text, start)) return 'partner';
  if (isBehindOneOf(BEHIND_TOWARDS, text, start)) return 'receiver';
  if (isBehindOneOf(BEHIND_HANDING, text, start)) return acts ? 'partner' : 'receiver';
  return 'other';
}

const BEHIND_BIDDING = groupByLast(BIDDING);
const BEHIND_TOWARDS = groupByLast(TOWARDS);
const BEHIND_HANDING = groupByLast(HANDING);

/** Whether one of some words, by their last characters, ends at an offset. */
function isBehindOneOf(words: ReadonlyMap<number, readonly string[]>, text: string, at: number): boolean {
  const candidates = words.get(text.charCodeAt(at - 1));
  return candidates?.some((word) => text.startsWith(word, at - word.length)) === true;
}

/** Behind 等部门, 等相关部门 that may follow the names. */
function behindOpenEnd(text: string, end: number): number {
  if (text.charAt(end) !== '等') return end;
  const stretch = text.slice(end, end + 24);
  for (const word of OPEN_ENDS) {
    const at = stretch.indexOf(word);
    if (at > 0) return end + at + word.length;
  }
  return end + 1;
}

const PART_STARTS = '，；。：、;:.．,';

/** Whether a sentence, or a part of it, begins at an offset: at the start, behind a mark, or behind a clause's number. */
function beginsPart(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (before === '' || PART_STARTS.includes(before)) return true;
  return endsBracketedNumber(text, at);
}

/** Whether `（2）` stands right before an offset. */
function endsBracketedNumber(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (before !== '）' && before !== ')') return false;
  for (let open = at - 2; open >= Math.max(0, at - 5); open--) {
    const character = text.charAt(open);
    if (character === '（' || character === '(')
      return /^[0-9０-９一二三四五六七八九十]+$/u.test(text.slice(open + 1, at - 1));
  }
  return false;
}

/** Whether a clause's number stands right before an offset: `（2）`, `2、`. */
function endsNumber(text: string, at: number): boolean {
  if (text.charAt(at - 1) !== '、') return endsBracketedNumber(text, at);
  let start = at - 1;
  while (start > 0 && at - start < 4 && isDigit(text.charCodeAt(start - 1))) start--;
  return start < at - 1 && (start === 0 || '；。：;:'.includes(text.charAt(start - 1)));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Single characters behind which a name may begin; all other Chinese characters make it the end of a longer name. */
const LEADS: ReadonlySet<string> = new Set(
  '报告给与和同向由对促助合请至到经照据配调送于将知的在从及或为被让使托交求系馈导督组织经是有即含并即以按受',
);

/** Whether a name without prefix may begin at an offset: 报财政局 names one, 喀什财政局 another body's. */
export function mayPrecedeName(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (before === '') return true;
  // 民政、教育局等部门 lists stems, and only the last one looks like a name.
  if (!isHan(before)) return !'、）)”》0123456789'.includes(before) || endsNumber(text, at);
  return LEADS.has(before);
}
