import type { ListDocument, UnreadBlock } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { spanOf } from '../../model/text.ts';
import type { Check } from '../check.ts';
import { wordsOption, wordsSchema } from '../options.ts';
import { atDocument } from '../places.ts';
import { characterSet } from '../texts/characterSets.ts';
import { joinedTexts, type MarkedText, unitsHolding, unitsWith, withMarks } from '../texts/joinedTexts.ts';
import { atUnit } from '../texts/texts.ts';

const KINDS = ['lost', 'unknown', 'invisible', 'encoding', 'marks', 'letter'] as const;
type Kind = (typeof KINDS)[number];

/** Characters of which one may be garbage, alone or with others beside it. */
const SUSPECTS = characterSet('\ufeff\ufffd?□■銆锛锟烫屯', [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xa1, 0xa6],
  [0xa8, 0xaf],
  [0xb4, 0xb6],
  [0xb8, 0xbb],
  [0xbf, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0xff],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0xdb80, 0xdbff],
  [0xe000, 0xf8ff],
]);
/** One small letter in the middle of Chinese, left behind by an input method; b超, o型 and the like are words. */
const STRAY_LETTER =
  /(?<=[\u3400-\u9fff，。；：、])[a-df-hj-mo-wyz](?=[\u3400-\u9fff，。；：、])(?![类级项款型股线端超光座栋区证照群恤歌])/g;
/** Three of the same sign, or such a letter. */
const RARE =
  /([^\s\w\u3400-\u9fff０-９Ａ-Ｚａ-ｚ.·…—－–\-＿，。；：、！？,;:!?*＊\uffff])\1\1|(?<=[\u3400-\u9fff，。；：、])[a-df-hj-mo-wyz](?=[\u3400-\u9fff，。；：、])/g;

/** Characters that nobody wrote: what a conversion, another encoding or another font left behind. */
export const garbage: Check = {
  kind: 'garbage',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      report: wordsSchema(
        'What is reported: characters that a conversion could not read, � and ?? (lost), characters of a private font (unknown), control and zero-width characters (invisible), text that was read in the wrong encoding (encoding), runs of three or more of the same quotation mark, bracket or sign (marks), one small letter in the middle of Chinese (letter).',
        KINDS,
      ),
    },
  },
  variants: {
    default: ['found', 'around', 'count'],
    ...Object.fromEntries(KINDS.map((kind) => [kind, ['found', 'around', 'count']])),
    line: ['found', 'around', 'count'],
    remove: ['found'],
  },
  messages: { remove: { zh: '删去', en: 'take it out' } },
  run(document, rule) {
    const report = wordsOption(rule, 'report', KINDS);
    const joined = joinedTexts(document, rule);
    const suspect = new Set([...unitsWith(joined, SUSPECTS), ...unitsHolding(joined, RARE)]);
    const findings = joined.units.flatMap((unit): readonly Finding[] => {
      if (!suspect.has(unit)) return [];
      const text = withMarks(unit);
      return runsIn(text)
        .filter(({ kind }) => report.has(kind))
        .map((run) => findingFor(text, run));
    });
    const lines = report.has('marks') && isWhole(rule.on) ? linesOfMarks(document) : [];
    return [...findings, ...lines];
  },
};

function isWhole(on: object): boolean {
  return Object.keys(on).length === 0;
}

interface Run {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

function findingFor({ unit, value }: MarkedText, { kind, start, end }: Run): Finding {
  const place = atUnit(unit, start, end);
  const found = shown(value.slice(start, end));
  const around = `${value.slice(Math.max(0, start - 4), start)}▮${value.slice(end, end + 4)}`.replace(
    /\s+/g,
    '',
  );
  const finding: Finding = {
    ...place,
    variant: kind,
    data: { found, around, count: [...value.slice(start, end)].length },
  };
  const edits = [{ span: place.span, text: '' }];
  if (kind === 'invisible') return { ...finding, fix: edits };
  if (kind !== 'marks' && kind !== 'letter') return finding;
  return { ...finding, suggestions: [{ variant: 'remove', data: { found }, edits }] };
}

function shown(run: string): string {
  return run.length > 6 ? `${run.slice(0, 6)}…` : run;
}

function runsIn({ value, marks, unit }: MarkedText): readonly Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const start of marks) {
    if (start < end) continue;
    const kind = kindAt(value, start, unit.part === 'paragraph');
    if (!kind) continue;
    end = start + 1;
    if (kind === 'marks') while (value.charAt(end) === value.charAt(start)) end++;
    else if (kind === 'encoding') while (MISREAD.test(value.charAt(end))) end++;
    else while (end < value.length && (isLowHalf(value, end) || kindAt(value, end, false) === kind)) end++;
    if (kind === 'encoding' && end - start < 3) continue;
    runs.push({ kind, start, end });
  }
  return [...runs, ...misreadWords(value), ...strayLetters(value)];
}

function strayLetters(value: string): readonly Run[] {
  return [...value.matchAll(STRAY_LETTER)].map(({ index }) => ({
    kind: 'letter',
    start: index,
    end: index + 1,
  }));
}

/** Chinese words that only a wrong encoding brings forth: UTF-8 read as GBK (銆 for 。, 锛 for ，), memory read as text. */
function misreadWords(value: string): readonly Run[] {
  const found: Run[] = [];
  for (const { index, 0: words } of value.matchAll(/(?:锟斤拷?|[烫屯]{3,})+/g))
    found.push({ kind: 'encoding', start: index, end: index + words.length });
  const strange = value.match(/[銆锛鐨鍜涓鏄鍦]/g) ?? [];
  const misread =
    strange.length > 1 ? /[^\s，。；：、（）0-9]*[銆锛][^\s，。；：、（）0-9]*/.exec(value) : null;
  if (misread) found.push({ kind: 'encoding', start: misread.index, end: misread.index + misread[0].length });
  return found;
}

/** The second code unit of a character beyond U+FFFF. */
function isLowHalf(value: string, at: number): boolean {
  const code = value.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** What the bytes of UTF-8 look like when they are read as Windows-1252. */
const MISREAD = /[\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;
/** Signs of Latin text that Chinese text has too. */
const USUAL_SIGNS = '§°±²³·×÷½¼';
/** What is drawn in long rows on purpose: leaders, dashes, blanks, sentence marks (another fault). */
const DRAWN = '.·…—－–-＿_，。；：、！？,;:!?*＊ 　';
/** Rows of these part pages in plain text. */
const RULES = '=~#+';

function kindAt(value: string, at: number, inParagraph: boolean): Kind | null {
  const code = value.charCodeAt(at);
  if (code === 0xfffd) return 'lost';
  if ((code >= 0xe000 && code <= 0xf8ff) || (code >= 0xdb80 && code <= 0xdbff)) return 'unknown';
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return code >= 9 && code <= 13 ? null : 'invisible';
  if (code === 0xad || code === 0xfeff || (code >= 0x200b && code <= 0x200f)) return 'invisible';
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2064)) return 'invisible';
  const mark = value.charAt(at);
  if (mark === '?') return isLostRun(value, at) ? 'lost' : null;
  if (code > 0xa0 && code <= 0xff && !USUAL_SIGNS.includes(mark)) return 'encoding';
  const isTwice = value.charAt(at + 1) === mark;
  // What a font shows for a character that it lacks.
  if (mark === '□' || mark === '■') return isTwice || value.charAt(at - 1) === mark ? 'lost' : null;
  if (!isTwice || /[A-Za-z０-９Ａ-Ｚａ-ｚ]/.test(mark) || DRAWN.includes(mark)) return null;
  if (inParagraph && RULES.includes(mark)) return null;
  return value.charAt(at + 2) === mark ? 'marks' : null;
}

/** 阿??村, ”????，: what an encoding shows for characters that it lacks. */
function isLostRun(value: string, at: number): boolean {
  let start = at;
  while (value.charAt(start - 1) === '?') start--;
  let end = at;
  while (value.charAt(end) === '?') end++;
  const isWord = (character: string) => /[\u3400-\u9fff]/.test(character);
  const beside = isWord(value.charAt(start - 1)) || isWord(value.charAt(end));
  return end - start > (beside ? 1 : 2);
}

/** Lines between the items that hold nothing but marks. */
function linesOfMarks(document: ListDocument): readonly Finding[] {
  return document.unread.flatMap((place): readonly Finding[] => {
    const { block } = place;
    if (block.type === 'table' || !isLineOfMarks(place)) return [];
    const span = spanOf(block.text);
    const found = shown(block.text.value.replace(/\s+/g, ''));
    return [
      {
        ...atDocument(span),
        variant: 'line',
        data: { found, around: found, count: [...block.text.value].length },
        suggestions: [{ variant: 'remove', data: { found }, edits: [{ span, text: '' }] }],
      },
    ];
  });
}

/** A line that belongs to no item and holds marks alone: nobody's words, so that this check tells of it and no other. */
export function isLineOfMarks({ block, reason }: UnreadBlock): boolean {
  return (
    reason === 'stray-text' && block.type !== 'table' && /^[\p{P}\p{S}\p{C}\s]+$/u.test(block.text.value)
  );
}
