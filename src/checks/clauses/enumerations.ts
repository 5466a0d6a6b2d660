import type { Finding } from '../../model/finding.ts';
import type { Check } from '../check.ts';
import { wordsOption, wordsSchema } from '../options.ts';
import { joinedTexts, unitsHolding } from '../texts/joinedTexts.ts';
import { atUnit, type TextUnit } from '../texts/texts.ts';

const FAULTS = ['repeated', 'ordinal'] as const;

/** Words joined by 、 are unlike each other, and 一是…二是…三是 run on. */
export const enumerations: Check = {
  kind: 'enumerations',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      report: wordsSchema(
        'What is reported: a word that stands twice among words joined by 、 (repeated), 一是…二是… or 第一，…第二，… with a gap or a repeat (ordinal).',
        FAULTS,
      ),
    },
  },
  variants: {
    default: ['found'],
    ordinal: ['found', 'expected'],
    replace: ['expected'],
  },
  run(document, rule) {
    const report = wordsOption(rule, 'report', FAULTS);
    const texts = joinedTexts(document, rule);
    return [
      ...(report.has('repeated') ? unitsHolding(texts, LISTED).flatMap(repeatedIn) : []),
      ...(report.has('ordinal') ? unitsHolding(texts, SECOND).flatMap(ordinalsIn) : []),
    ];
  },
};

/** So many words make an enumeration. */
const LEAST_LISTED = 3;
/** Two 、 with words between them. */
const LISTED = /、[^、，。；：\s]{2,12}、/g;
/** A stretch of words and 、. */
const STRETCH = /[\u3400-\u9fff、]+/g;
/** What joins the last of them. */
const LAST = /(?:以及|和|及|与|或|等)/u;

function repeatedIn(unit: TextUnit): readonly Finding[] {
  // The rules on departments see to theirs.
  if (unit.role === 'departments' || unit.role === 'handoverDepartments') return [];
  return [...unit.text.value.matchAll(STRETCH)].flatMap((stretch): readonly Finding[] => {
    const words = stretch[0].split('、');
    if (words.length < LEAST_LISTED) return [];
    const seen = new Set<string>();
    let at = stretch.index;
    for (const [i, word] of words.entries()) {
      const isLast = i === words.length - 1;
      const bare = isLast ? (word.split(LAST)[0] ?? '') : word;
      // Other words may stand before the first one, and behind the last where nothing parts them.
      const whole = i > 0 && (!isLast || bare !== word || seen.has(word));
      const [first = ''] = words;
      const again = seen.has(bare) || (i > 1 && first !== bare && isEndOf(first, bare));
      if (whole && bare.length > 1 && again)
        return [{ ...atUnit(unit, at, at + bare.length), data: { found: bare } }];
      if (whole || (i === 0 && word.length > 1)) seen.add(bare);
      at += word.length + 1;
    }
    return [];
  });
}

/** Verbs that may stand before the first word of an enumeration. */
const LEADS =
  /(?:做好|开展|加强|落实|提供|组织|负责|包括|进行|完善|健全|推进|强化|协助|配合|提交|收集|检查|排查|核实|核查|制定|编制|发放|受理|办理|指导|监督|推广|建设|管理|维护|采集|报送|审核|的|对|将|把|为|以|按照)$/u;

function isEndOf(first: string, word: string): boolean {
  return word.length > 1 && first.endsWith(word) && LEADS.test(first.slice(0, -word.length));
}

const DIGITS = '一二三四五六七八九十';
const SECOND = /[二三四五六七八九十]是|第[二三四五六七八九十][，、]/g;
const ORDINAL =
  /(?:^|[，。；：、\s.．）)])(?:(?<is>[一二三四五六七八九十])是|第(?<th>[一二三四五六七八九十])[，、])/gu;

function ordinalsIn(unit: TextUnit): readonly Finding[] {
  const findings: Finding[] = [];
  const counts = { is: 0, th: 0 };
  for (const match of unit.text.value.matchAll(ORDINAL)) {
    const { is, th } = match.groups ?? {};
    const style = is === undefined ? 'th' : 'is';
    const value = DIGITS.indexOf(is ?? th ?? '') + 1;
    const before = counts[style];
    counts[style] = value;
    // 第三， alone may quote another text.
    if (value === 1 || value === before + 1 || (before === 0 && style === 'th')) continue;
    const start = match.index + match[0].length - (style === 'is' ? 2 : 3);
    const expected = DIGITS.charAt(before);
    if (expected === '') continue;
    const write = (digit: string) => (style === 'is' ? `${digit}是` : `第${digit}`);
    const found = write(DIGITS.charAt(value - 1));
    const place = atUnit(unit, start, start + 2);
    findings.push({
      ...place,
      variant: 'ordinal',
      data: { found, expected: write(expected) },
      suggestions: [
        {
          variant: 'replace',
          data: { expected: write(expected) },
          edits: [{ span: place.span, text: write(expected) }],
        },
      ],
    });
  }
  return findings;
}
