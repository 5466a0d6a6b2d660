import type { DutyNode } from '../../grammar/dutyNodes.ts';
import { isHan, isHanAt } from '../../grammar/punctuation.ts';
import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { departmentsOf } from '../../outline/reading.ts';
import type { Check } from '../check.ts';
import { clausePlacesOf, type NumberStyle, sourceOffset } from '../clauses/clausePlaces.ts';
import { clauseCells } from '../clauses/dutyCells.ts';
import { numberOption } from '../options.ts';
import { characterSet } from '../texts/characterSets.ts';
import { isChinese, joinedTexts, type MarkedText, unitsWith, withMarks } from '../texts/joinedTexts.ts';
import { atUnit } from '../texts/texts.ts';

const POINTS = '，。；：、！？';
/** Behind these a space parts clauses or sentences that stand on one line. */
const PARTING = '。；：？！';

/** White space within a line between two Chinese neighbours or behind a number, or beside a mark that it may not touch. */
const CANDIDATE =
  /(?:[\u3400-\u9fff，。；：、？！（）《》〈〉“”‘’【】「」『』〔〕.．)][ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+(?=[\u3400-\u9fff，。；：、？！（）《》〈〉“”‘’【】「」『』〔〕]))|[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000](?=[，、；。：）》”’】])|[，、（《“‘【][ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]/;
const SPACES = characterSet(' \t\u00a0\u202f\u205f\u3000', [[0x2000, 0x200a]]);

/** Spaces between Chinese characters, and between them and their marks, but for those that are customary. */
export const spaces: Check = {
  kind: 'spaces',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      habit: {
        description:
          'Up to which share of the clause numbers of one style a space behind the number is taken for a slip and not for the way the document is written.',
        type: 'number',
        minimum: 0,
        maximum: 1,
        default: 0.2,
      },
    },
  },
  variants: {
    default: ['around'],
    number: ['around'],
  },
  run(document, rule) {
    const share = numberOption(rule, 'habit', 0.2);
    let habits: ReadonlySet<NumberStyle> | null = null;
    const spacedHabits = () => {
      habits ??= spacedStyles(document, share);
      return habits;
    };
    return unitsWith(joinedTexts(document, rule), SPACES).flatMap((unit): readonly Finding[] => {
      if (!CANDIDATE.test(unit.text.value)) return [];
      const text = withMarks(unit);
      const { value, marks } = text;
      const findings: Finding[] = [];
      let end = 0;
      for (const start of marks) {
        if (start < end || !isSpace(value.charCodeAt(start))) continue;
        end = start + 1;
        while (isSpace(value.charCodeAt(end))) end++;
        const variant = faultOf(document, text, start, end, spacedHabits);
        if (!variant) continue;
        const around = `${bare(value.slice(Math.max(0, start - 5), start))}␣${bare(value.slice(end, end + 5))}`;
        findings.push({
          ...atUnit(unit, start, end),
          ...(variant === 'default' ? {} : { variant }),
          data: { around },
          fix: [{ span: atUnit(unit, start, end).span, text: '' }],
        });
      }
      return findings;
    });
  },
};

/** 《中共中央办公厅 国务院办公厅关于…》: the bodies that issue a document together stand apart in its title. */
function isBetweenIssuers(value: string, start: number): boolean {
  return (
    '厅室会院府委部局署'.includes(value.charAt(start - 1)) &&
    /《[^《》]*$/.test(value.slice(Math.max(0, start - 60), start))
  );
}

function bare(words: string): string {
  return words.replace(/\s+/g, '');
}

/** White space within a line. */
function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x3000 ||
    code === 0xa0 ||
    code === 9 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f
  );
}

function faultOf(
  document: ListDocument,
  text: MarkedText,
  start: number,
  end: number,
  spacedHabits: () => ReadonlySet<NumberStyle>,
): 'default' | 'number' | null {
  const { unit, value } = text;
  const before = value.charAt(start - 1);
  const after = value.charAt(end);
  if (isBetweenIssuers(value, start)) return null;
  if (before === '' || after === '' || before === '\n' || after === '\n') return null;
  if (document.source.reader === 'text' && end - start > 2) return null;
  if (isHan(after) || '“‘《（【'.includes(after)) {
    const style = '、.．）)'.includes(before)
      ? clausePlacesOf(document, unit.item).behindNumbers.get(sourceOffset(unit.text, start))
      : undefined;
    if (style !== undefined) return spacedHabits().has(style) ? null : 'number';
  }
  // 。 。 is one mark too many.
  if (!isBetweenChinese(before, after) || (POINTS.includes(before) && POINTS.includes(after))) return null;
  if (unit.part === 'cell') {
    if (unit.role === 'number' || (end - start >= value.length - 2 && isSpacedOut(value, start, end)))
      return null;
    if (isDepartmentCell(document, unit.item, unit.role)) return null;
    return clausePlacesOf(document, unit.item).starts.has(sourceOffset(unit.text, end)) ? null : 'default';
  }
  // On a cover, in titles and headers words are set apart and letters are spaced; running text is what has a comma or stop.
  if (unit.part !== 'paragraph' || !/[，。；]/.test(value)) return null;
  return PARTING.includes(before) || isSpacedOut(value, start, end) ? null : 'default';
}

/** Of two Chinese neighbours, or a Chinese mark that no space may touch on this side. */
function isBetweenChinese(before: string, after: string): boolean {
  if (isChinese(before) && isChinese(after)) return true;
  return '，、；。：）》”’】'.includes(after) || '，、（《“‘【'.includes(before);
}

/** 目 录, 王 芳: a word of two or three characters, each set apart from its neighbours. */
function isSpacedOut(value: string, start: number, end: number): boolean {
  const isEdge = (character: string) => character === '' || /[\s\p{P}]/u.test(character);
  return (
    isHanAt(value, start - 1) &&
    isHanAt(value, end) &&
    isEdge(value.charAt(start - 2)) &&
    isEdge(value.charAt(end + 1))
  );
}

/** Spaces between names of departments are told by the rules about departments. */
function isDepartmentCell(document: ListDocument, item: DutyItem | null, role: string | null): boolean {
  if (!item || (role !== 'departments' && role !== 'handoverDepartments')) return false;
  return (departmentsOf(document, item)?.names.length ?? 0) > 0;
}

/** Styles of numbers behind which the document leaves a space, as a way of writing. */
function spacedStyles(document: ListDocument, share: number): ReadonlySet<NumberStyle> {
  const counts = new Map<NumberStyle, { spaced: number; all: number }>();
  const visit = (value: string, nodes: readonly DutyNode[]) => {
    for (const { number, children } of nodes) {
      if (number) {
        const count = counts.get(number.style) ?? { spaced: 0, all: 0 };
        counts.set(number.style, count);
        count.all++;
        if (isSpace(value.charCodeAt(number.end))) count.spaced++;
      }
      visit(value, children);
    }
  };
  for (const { text, nodes } of clauseCells(document)) visit(text.value, nodes);
  return new Set([...counts].filter(([, { spaced, all }]) => spaced > share * all).map(([style]) => style));
}
