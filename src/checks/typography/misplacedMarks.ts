import { isHanAt } from '../../grammar/punctuation.ts';
import type { DutyItem, ListDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { departmentsOf } from '../../outline/reading.ts';
import type { Check } from '../check.ts';
import { clausePlacesOf, sourceOffset } from '../clauses/clausePlaces.ts';
import { joinedTexts, type MarkedText, markedTexts } from '../texts/joinedTexts.ts';
import { atUnit, type TextUnit } from '../texts/texts.ts';

const MARKS = '，。；：、,;:';
const PARTNERS: ReadonlyMap<string, string> = new Map([
  ['（', '）)'],
  ['(', '）)'],
  ['“', '”'],
  ['‘', '’'],
  ['《', '》'],
  ['【', '】'],
  ['〔', '〕'],
]);
const OPENERS = [...PARTNERS.keys()].join('');
const CLOSERS = '）)》】〕';
/** Up to this share of the names end with 。 where that is no habit. */
const HABIT = 0.2;

/** A dot between Chinese characters, or a mark behind a number, a space, an opening mark or nothing, or before a closing mark. */
const CANDIDATE =
  /[\u3400-\u9fff]\.[\u3400-\u9fff]|(?:[\n\s.．、（(“‘《【〔①-⑳]|[0-9０-９一二三四五六七八九十][）)])[，。；：、,;:]|[，：、,:][）)》】〕]|、[和及以等]/g;
/** The end of a name, if a mark stands there. */
const TAIL = /[，。；：、,;:]$/;

/** Marks that stand where nothing can be closed or parted. */
export const misplacedMarks: Check = {
  kind: 'misplaced-marks',
  scope: ['lists', 'column', 'categories', 'parts'],
  options: { type: 'object', additionalProperties: false, properties: {} },
  variants: {
    default: ['found', 'around'],
    dot: ['found', 'around'],
    opening: ['found', 'around'],
    closing: ['found', 'around'],
    tail: ['found', 'around'],
    number: ['found', 'around'],
    joined: ['found', 'around'],
    remove: ['found'],
    replace: ['expected'],
  },
  messages: {
    remove: { zh: '删去“{found}”', en: 'take “{found}” out' },
    replace: { zh: '改为“{expected}”', en: 'change it to “{expected}”' },
  },
  run(document, rule) {
    const inside = markedTexts(document, rule, CANDIDATE).flatMap((text) => foundIn(document, text));
    const { units } = joinedTexts(document, rule);
    return [...inside, ...tailsIn(units), ...numbersIn(units)];
  },
};

function foundIn(document: ListDocument, text: MarkedText): readonly Finding[] {
  const { unit, value, marks } = text;
  const findings: Finding[] = [];
  for (const at of marks) {
    const mark = value.charAt(at);
    if (mark === '.') {
      if (isHanAt(value, at - 1) && isHanAt(value, at + 1) && !isNumber(document, text, at)) add('dot', at);
      continue;
    }
    if (!MARKS.includes(mark)) continue;
    if (mark === '、' && isJoined(value, at + 1)) {
      add('joined', at);
      continue;
    }
    const before = value.charAt(at - 1);
    const after = value.charAt(at + 1);
    if (before !== '' && OPENERS.includes(before)) {
      if (isClosed(value, at - 1)) add('opening', at);
    } else if (after !== '' && CLOSERS.includes(after) && !'。；;'.includes(mark)) add('closing', at);
    else if (at < value.length - 1 && isAtStart(document, text, at)) add('default', at);
  }
  return findings;

  function add(variant: string, at: number) {
    findings.push(findingAt(unit, variant, at));
  }
}

function findingAt(unit: TextUnit, variant: string, at: number): Finding {
  const { value } = unit.text;
  const found = value.charAt(at);
  const around = value.slice(Math.max(0, at - 4), at + 5).replace(/\s+/g, '');
  const place = atUnit(unit, at, at + 1);
  const edits = (words: string) => [{ span: place.span, text: words }];
  const choices = variant === 'dot' ? ['。', '、', '·'] : [];
  return {
    ...place,
    ...(variant === 'default' ? {} : { variant }),
    data: { found, around },
    suggestions: [
      { variant: 'remove', data: { found }, edits: edits('') },
      ...choices.map((expected) => ({ variant: 'replace', data: { expected }, edits: edits(expected) })),
    ],
  };
}

/** Whether the mark that opens at an offset is closed by the next one of its kind; else it points the wrong way. */
function isClosed(value: string, at: number): boolean {
  const opener = value.charAt(at);
  const closer = PARTNERS.get(opener);
  for (let i = at + 1; closer !== undefined && i < value.length; i++) {
    const mark = value.charAt(i);
    if (closer.includes(mark)) return true;
    if (mark === opener) return false;
  }
  return false;
}

/** 一.党建 and 三.（一） are numbers with a wrong mark, which other rules see to. */
function isNumber(document: ListDocument, { unit, value }: MarkedText, at: number): boolean {
  if (/(?:^|[\s。；])[一二三四五六七八九十]{1,3}$/.test(value.slice(Math.max(0, at - 4), at))) return true;
  return clausePlacesOf(document, unit.item).inNumbers.has(sourceOffset(unit.text, at));
}

/** At the beginning of a text, of a line, or of the words behind a clause number. */
function isAtStart(document: ListDocument, { unit, value }: MarkedText, at: number): boolean {
  const before = value.charAt(at - 1);
  if (before === '' || before === '\n') return !isDepartmentCell(document, unit.item, unit.role);
  const circled = before >= '①' && before <= '⑳';
  if (!circled && !'.．、）)'.includes(before) && !/\s/.test(before)) return false;
  const { behindNumbers, inNumbers } = clausePlacesOf(document, unit.item);
  const offset = sourceOffset(unit.text, at);
  // 、 behind ① is part of the number.
  return behindNumbers.has(offset) && !inNumbers.has(offset) && !(circled && value.charAt(at) === '、');
}

/** The rules about departments tell of marks at the ends of their cells. */
function isDepartmentCell(document: ListDocument, item: DutyItem | null, role: string | null): boolean {
  if (!item || (role !== 'departments' && role !== 'handoverDepartments')) return false;
  return (departmentsOf(document, item)?.names.length ?? 0) > 0;
}

/** 和, 及, 以及 and 等 part by themselves; words that begin with them are none: 和谐, 及时, 等级. */
const JOINING =
  /和(?![谐平睦解美善缓气顺田静硕布林政县])|及(?![时格早])|以及|等(?![级候待额效次同量值比离边高])/uy;

function isJoined(value: string, at: number): boolean {
  JOINING.lastIndex = at;
  return JOINING.test(value);
}

/** A number before the name of a matter, which has its own column. */
const NUMBER =
  /^(?:[0-9０-９]{1,3}[.．、]|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)(?=[\u3400-\u9fff])/u;

function numbersIn(units: readonly TextUnit[]): readonly Finding[] {
  const names = units.filter(({ part, role }) => part === 'cell' && role === 'name');
  const found = names.flatMap((unit): readonly Finding[] => {
    const number = NUMBER.exec(unit.text.value)?.[0];
    if (number === undefined) return [];
    const place = atUnit(unit, 0, number.length);
    return [
      {
        ...place,
        variant: 'number',
        data: { found: number, around: unit.text.value.slice(0, number.length + 6).replace(/\s+/g, '') },
        suggestions: [
          { variant: 'remove', data: { found: number }, edits: [{ span: place.span, text: '' }] },
        ],
      },
    ];
  });
  // A list that numbers its names throughout has its own way.
  return found.length > names.length * HABIT ? [] : found;
}

/** Marks behind the name of a matter or of its category; 。 only where the document does not close its names with it. */
function tailsIn(units: readonly TextUnit[]): readonly Finding[] {
  const names = units.filter(({ part, role }) => part === 'cell' && (role === 'name' || role === 'category'));
  const ended = names.filter(({ text }) => TAIL.test(text.value));
  const stopped = ended.filter(({ role, text }) => role === 'name' && text.value.endsWith('。')).length;
  const all = names.filter(({ role }) => role === 'name').length;
  const isHabit = stopped > 1 && stopped > all * HABIT;
  return ended
    .filter(({ text }) => text.value.length > 1 && !(isHabit && text.value.endsWith('。')))
    .map((unit) => findingAt(unit, 'tail', unit.text.value.length - 1));
}
