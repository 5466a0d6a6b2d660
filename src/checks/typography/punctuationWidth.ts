import { isHan, isHanAt } from '../../grammar/punctuation.ts';
import type { ListDocument } from '../../model/document.ts';
import type { Edit, Finding } from '../../model/finding.ts';
import { spanOf } from '../../model/text.ts';
import { departmentsOf, departmentText } from '../../outline/reading.ts';
import type { Check } from '../check.ts';
import { clausePlacesOf, sourceOffset } from '../clauses/clausePlaces.ts';
import { neighboursIn } from '../departments/departmentCellParts.ts';
import { wordsOption, wordsSchema } from '../options.ts';
import { isChinese, type MarkedText, markedTexts } from '../texts/joinedTexts.ts';
import { atUnit } from '../texts/texts.ts';
import { straightQuotes } from './straightQuotes.ts';

const KINDS = ['mark', 'bracket', 'stop', 'quote', 'lookalike', 'year'] as const;
type Kind = (typeof KINDS)[number];

const FULL: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['?', '？'],
  ['!', '！'],
]);

/** Signs that input methods and conversions put in the place of a mark: small forms, half-width forms, a stroke. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['﹐', '，'],
  ['﹑', '、'],
  ['､', '、'],
  ['丶', '、'],
  ['﹔', '；'],
  ['﹕', '：'],
  ['∶', '：'],
  ['︰', '：'],
  ['﹒', '。'],
  ['｡', '。'],
  ['﹖', '？'],
  ['﹗', '！'],
  ['﹙', '（'],
  ['﹚', '）'],
  ['｢', '“'],
  ['｣', '”'],
  ['＂', '”'],
]);

/** Where any of the faults may be. A lone . is one only behind Chinese, a year only between brackets. */
const CANDIDATE =
  /[,;:?!()"﹐﹑､丶﹔﹕∶︰﹒｡﹖﹗﹙﹚｢｣＂]|[\u3400-\u9fff）”》’%％]\.|[[【［](?:19|20)[0-9]{2}[\]】］]/g;

const SENTENCE_MARKS = '，。；：、？！,;:?!.';

/** Half-width marks in Chinese text, and signs that only look like its marks. */
export const punctuationWidth: Check = {
  kind: 'punctuation-width',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      report: wordsSchema(
        'What is reported: half-width , ; : ? ! beside Chinese (mark), half-width brackets around or behind it (bracket), a half-width . that ends a sentence (stop), straight quotation marks (quote), signs that look like a mark and are none, such as ﹑ (lookalike), brackets other than 〔〕 around the year of a document number (year).',
        KINDS,
      ),
    },
  },
  variants: {
    default: ['found', 'expected'],
    bracket: ['found', 'expected'],
    numbers: ['found', 'expected', 'count'],
    stop: ['found', 'expected'],
    quote: ['found', 'expected'],
    lookalike: ['found', 'expected'],
    year: ['found', 'expected'],
    replace: ['expected'],
  },
  messages: { replace: { zh: '改为“{expected}”', en: 'change it to “{expected}”' } },
  run(document, rule) {
    const report = wordsOption(rule, 'report', KINDS);
    const texts = markedTexts(document, rule, CANDIDATE);
    const numbers: Found[] = [];
    const findings = texts.flatMap((text) =>
      foundIn(document, text, report).flatMap((found) => {
        if (found.variant !== 'numbers') return [findingFor(text, found)];
        numbers.push({ ...found, text });
        return [];
      }),
    );
    return [...findings, ...numberFinding(numbers)];
  },
};

/** What is wrong between two offsets of a text, and the characters that mend it. */
interface Found {
  readonly kind: Kind;
  readonly variant: string;
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly expected: string;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  readonly text?: MarkedText;
}

function findingFor({ unit }: MarkedText, { variant, start, end, found, expected, edits }: Found): Finding {
  const place = atUnit(unit, start, end);
  return {
    ...place,
    ...(variant === 'default' ? {} : { variant }),
    data: { found, expected },
    fix: edits.map((edit): Edit => ({ span: atUnit(unit, edit.start, edit.end).span, text: edit.text })),
  };
}

/** Numbers in half-width brackets are a way of numbering: told once for the document. */
function numberFinding(numbers: readonly Found[]): readonly Finding[] {
  const [first] = numbers;
  if (!first?.text) return [];
  const all = numbers.flatMap((one) => (one.text ? [findingFor(one.text, one)] : []));
  const [finding, ...others] = all;
  if (!finding) return [];
  return [
    {
      ...finding,
      data: { found: first.found, expected: first.expected, count: numbers.length },
      fix: all.flatMap(({ fix }) => fix ?? []),
      related: others.slice(0, 5).map(({ span, list, item, column }) => ({ span, list, item, column })),
    },
  ];
}

function foundIn(document: ListDocument, text: MarkedText, report: ReadonlySet<Kind>): readonly Found[] {
  const { unit, value, marks } = text;
  const found: Found[] = [];
  const add = (one: Found | null) => {
    if (one && report.has(one.kind)) found.push(one);
  };
  const isInNumber = (at: number) =>
    clausePlacesOf(document, unit.item).inNumbers.has(sourceOffset(unit.text, at));
  const isSeparator = separatorsIn(document, text);
  let quotes = false;
  const open: number[] = [];
  for (const at of marks) {
    const mark = value.charAt(at);
    if (mark === '(' || mark === '（') {
      open.push(at);
      continue;
    }
    if (mark === ')' || mark === '）') {
      const opener = open.pop();
      if (opener !== undefined) add(bracketFound(value, opener, at, isInNumber));
      continue;
    }
    if (mark === '"') quotes = true;
    else if (FULL.has(mark) && !isSeparator(at)) add(markFound(value, at, isInNumber));
    else if (mark === '.') add(stopFound(value, at, isInNumber));
    else if (mark === ']' || mark === '】' || mark === '］') add(yearFound(value, at));
    else if (LOOKALIKES.has(mark)) add(lookalikeFound(value, at));
  }
  for (let at = value.indexOf('丶'); at >= 0; at = value.indexOf('丶', at + 1))
    add(lookalikeFound(value, at));
  if (quotes) for (const pair of straightQuotes(value)) add({ kind: 'quote', variant: 'quote', ...pair });
  return found.sort((a, b) => a.start - b.start);
}

/** Which marks part two departments of the department column: what should stand there the rule on separators knows. */
function separatorsIn(document: ListDocument, { unit }: MarkedText): (at: number) => boolean {
  const { item } = unit;
  const text = item && unit.role === 'departments' ? departmentText(item) : null;
  const names = item && text ? departmentsOf(document, item)?.names : undefined;
  if (!text || !names || unit.placed?.list.kind !== 'coordinating') return () => false;
  const gaps = neighboursIn(text, names).map(({ between }) => spanOf(text, between.start, between.end));
  return (at) => {
    const offset = sourceOffset(unit.text, at);
    return gaps.some(({ start, end }) => start <= offset && offset < end);
  };
}

function replaced(kind: Kind, start: number, end: number, found: string, expected: string): Found {
  const variant = kind === 'mark' ? 'default' : kind;
  return { kind, variant, start, end, found, expected, edits: [{ start, end, text: expected }] };
}

/** Beside a Chinese character or mark, and not one of several marks in a row, which is another fault. */
function markFound(value: string, at: number, isInNumber: (at: number) => boolean): Found | null {
  const mark = value.charAt(at);
  const before = value.charAt(at - 1);
  const after = value.charAt(at + 1);
  if (!isChinese(before) && (!isChinese(after) || '?!'.includes(mark))) return null;
  if (before !== '' && SENTENCE_MARKS.includes(before)) return null;
  if (after !== '' && SENTENCE_MARKS.includes(after)) return null;
  // &nbsp; is markup that was left behind.
  if (mark === ';' && /&(?:amp;)?#?[A-Za-z0-9]{1,8}$|&amp$/.test(value.slice(Math.max(0, at - 14), at)))
    return null;
  if (/[0-9０-９一二三四五六七八九十]/.test(before) && isInNumber(at)) return null;
  let end = at + 1;
  // 治理, 组织: the space belongs to the half-width comma.
  if (mark === ',') while (value.charAt(end) === ' ') end++;
  if (!isHanAt(value, end)) end = at + 1;
  const expected = FULL.get(mark) ?? mark;
  return { ...replaced('mark', at, end, mark, expected), end: at + 1 };
}

/** A bracket of a pair that holds Chinese or stands behind it; one that is never closed is another fault. */
function bracketFound(
  value: string,
  opener: number,
  closer: number,
  isInNumber: (at: number) => boolean,
): Found | null {
  const written = value.charAt(opener) + value.charAt(closer);
  if (written === '（）') return null;
  const inside = value.slice(opener + 1, closer);
  if (
    /^(19|20)[0-9]{2}$/.test(inside) &&
    written === '()' &&
    /^\s?[0-9]{1,4}号/.test(value.slice(closer + 1))
  )
    return yearIn(value, opener, closer);
  let before = opener;
  while (value.charAt(before - 1) === ' ') before--;
  let after = closer + 1;
  while (value.charAt(after) === ' ') after++;
  const concerned =
    written !== '()' || /[\u3400-\u9fff]/.test(inside) || isHanAt(value, before - 1) || isHanAt(value, after);
  if (!concerned) return null;
  // f(x)：a Latin word that calls its argument
  if (/[A-Za-z]/.test(value.charAt(opener - 1)) && /^[A-Za-z0-9,. ]*$/.test(inside)) return null;
  const numbers = isInNumber(opener) && isInNumber(closer);
  const edits = [];
  if (written.startsWith('(')) {
    const start = !numbers && isHanAt(value, before - 1) ? before : opener;
    edits.push({ start, end: opener + 1, text: '（' });
  }
  if (written.endsWith(')')) {
    const end = !numbers && isChinese(value.charAt(after)) ? after : closer + 1;
    edits.push({ start: closer, end, text: '）' });
  }
  return {
    kind: 'bracket',
    variant: numbers ? 'numbers' : 'bracket',
    start: opener,
    end: closer + 1,
    found: written,
    expected: '（）',
    edits,
  };
}

/** A . behind Chinese words, where a sentence can end. Between two Chinese characters it may be any mark: another rule. */
function stopFound(value: string, at: number, isInNumber: (at: number) => boolean): Found | null {
  const before = value.charAt(at - 1);
  const after = value.charAt(at + 1);
  const closes = isHan(before) || '）”》’%％'.includes(before);
  if (before === '' || !closes || isHan(after) || /[A-Za-z.．。，；：、？！,;:?!]/.test(after)) return null;
  if (/[一二三四五六七八九十]/.test(before) && isInNumber(at)) return null;
  // 一. 党建: a number, though none of a clause.
  if (/(^|[\s。；])第?[一二三四五六七八九十]{1,3}$/.test(value.slice(Math.max(0, at - 6), at))) return null;
  return replaced('stop', at, at + 1, '.', '。');
}

function lookalikeFound(value: string, at: number): Found | null {
  const sign = value.charAt(at);
  const before = value.charAt(at - 1);
  const after = value.charAt(at + 1);
  if (sign === '∶' && /[0-9]/.test(before) && /[0-9]/.test(after)) return null;
  if (!isChinese(before) && !isChinese(after)) return null;
  let expected = LOOKALIKES.get(sign) ?? sign;
  if (sign === '＂' && !/[\u3400-\u9fff0-9）》]/.test(before)) expected = '“';
  return replaced('lookalike', at, at + 1, sign, expected);
}

/** 新政办发[2025]12号: the year stands in 〔〕. */
function yearFound(value: string, closer: number): Found | null {
  const year = /[[【［]((?:19|20)[0-9]{2})$/.exec(value.slice(Math.max(0, closer - 5), closer));
  if (!year || !/^\s?(第\s?)?[0-9]{1,4}\s?号/.test(value.slice(closer + 1))) return null;
  return yearIn(value, closer - 5, closer);
}

function yearIn(value: string, opener: number, closer: number): Found {
  const year = value.slice(opener + 1, closer);
  return {
    kind: 'year',
    variant: 'year',
    start: opener,
    end: closer + 1,
    found: value.slice(opener, closer + 1),
    expected: `〔${year}〕`,
    edits: [
      { start: opener, end: opener + 1, text: '〔' },
      { start: closer, end: closer + 1, text: '〕' },
    ],
  };
}
