import type { ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Check } from '../check.ts';
import { clausePlacesOf, sourceOffset } from '../clauses/clausePlaces.ts';
import { isChinese, type MarkedText, markedTexts } from '../texts/joinedTexts.ts';
import { atUnit } from '../texts/texts.ts';

/** Full-width marks that can stand once, and the half-width ones for them. */
const SINGLE: ReadonlyMap<string, string> = new Map([
  ['，', '，'],
  ['。', '。'],
  ['；', '；'],
  ['：', '：'],
  ['、', '、'],
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['.', '。'],
  ['！', '！'],
  ['？', '？'],
  ['!', '！'],
  ['?', '？'],
]);
/** These may follow each other: ？！, ！！！ */
const CALLS = '！？!?';

/** Two marks with at most spaces between them, or a long mark. */
const CANDIDATE = /[，。；：、？！,;:.!?][ 　]*[，。；：、？！,;:.!?]|…|——/g;

/** Marks of which only one may stand in a place: 。。 ；。 ，， */
export const repeatedMarks: Check = {
  kind: 'repeated-marks',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: {
    default: ['found', 'expected'],
    unlike: ['found', 'expected'],
    ellipsis: ['found', 'expected'],
    dash: ['found', 'expected'],
    replace: ['expected'],
  },
  messages: { replace: { zh: '改为“{expected}”', en: 'change it to “{expected}”' } },
  run(document, rule) {
    return markedTexts(document, rule, CANDIDATE).flatMap((text) => foundIn(document, text));
  },
};

function foundIn(document: ListDocument, { unit, value, marks }: MarkedText): readonly Finding[] {
  const findings: Finding[] = [];
  let end = 0;
  for (const start of marks) {
    if (start < end) continue;
    const first = value.charAt(start);
    if (first === '…' || first === '—') {
      end = sameEnd(value, start);
      const expected = first.repeat(2);
      // A leader of a table of contents is drawn with dots too.
      if (end - start === 2 || end - start > 6 || (first === '—' && end - start === 1)) continue;
      if (first === '…' && end - start === 4) continue;
      if (!isChinese(value.charAt(start - 1)) && !isChinese(value.charAt(end))) continue;
      add(first === '…' ? 'ellipsis' : 'dash', start, end, [expected], true);
      continue;
    }
    if (!SINGLE.has(first)) continue;
    // 1.。 is a number and a mark that stands in the wrong place.
    if ('.．、'.includes(first) && isInNumber(document, unit, start)) continue;
    end = runEnd(value, start);
    const run = value.slice(start, end);
    if (bare(run).length < 2 || !concernsChinese(value, start, end)) continue;
    if (/^\.{3,}$/.test(run)) {
      // Outside the lists, many dots lead through a table of contents.
      if (run.length <= (unit.item ? 6 : 3)) add('ellipsis', start, end, ['……'], true);
      continue;
    }
    // ?? before a word stands for characters that were lost.
    if (run.includes('??') || [...bare(run)].every((mark) => CALLS.includes(mark))) continue;
    const kinds = [...new Set([...bare(run)].map((mark) => SINGLE.get(mark) ?? mark))];
    const [only] = kinds;
    if (kinds.length === 1 && only !== undefined) add('default', start, end, [only], true);
    else if (!isToldByEnding(document, unit, end)) add('unlike', start, end, choices(kinds), false);
  }
  return findings;

  function add(variant: string, start: number, stop: number, expected: readonly string[], safe: boolean) {
    const place = atUnit(unit, start, stop);
    const data = { found: bare(value.slice(start, stop)), expected: expected.join('”或“') };
    const edits = (text: string) => [{ span: place.span, text }];
    const [only] = expected;
    findings.push({
      ...place,
      ...(variant === 'default' ? {} : { variant }),
      data,
      ...(safe && only !== undefined
        ? { fix: edits(only) }
        : {
            suggestions: expected.map((text) => ({
              variant: 'replace',
              data: { expected: text },
              edits: edits(text),
            })),
          }),
    });
  }
}

function bare(run: string): string {
  return run.replace(/\s+/g, '');
}

function sameEnd(value: string, start: number): number {
  let end = start + 1;
  while (value.charAt(end) === value.charAt(start)) end++;
  return end;
}

/** A run goes on over spaces between its marks. */
function runEnd(value: string, start: number): number {
  let end = start + 1;
  for (;;) {
    let next = end;
    while (value.charAt(next) === ' ' || value.charAt(next) === '　') next++;
    if (!SINGLE.has(value.charAt(next))) return end;
    end = next + 1;
  }
}

/** Not of a web address, a time or a number. */
function concernsChinese(value: string, start: number, end: number): boolean {
  const run = value.slice(start, end);
  if (/[，。；：、！？]/.test(run)) return true;
  return isChinese(value.charAt(start - 1)) || isChinese(value.charAt(end));
}

/** The mark that closes more is the likelier one; where one is ：, what follows was announced. */
function choices(kinds: readonly string[]): readonly string[] {
  const order = '：。；，、！？';
  return [...kinds].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

function isInNumber(document: ListDocument, unit: MarkedText['unit'], at: number): boolean {
  return clausePlacesOf(document, unit.item).inNumbers.has(sourceOffset(unit.text, at));
}

/** Unlike marks at the end of a clause: the rule about clause endings knows which one is due. */
function isToldByEnding(document: ListDocument, unit: MarkedText['unit'], end: number): boolean {
  return clausePlacesOf(document, unit.item).ends.has(sourceOffset(unit.text, end - 1));
}
