import type { DepartmentVocabulary } from '../model/format.ts';
import type { Span } from '../model/place.ts';
import { ownWords } from '../model/text.ts';
import { canonicalName, countyUnit, unitOfPrefix } from './canonicalNames.ts';
import { type NameContext, type NameReading, nameContext, takesNoPrefix } from './departmentNames.ts';
import { readPiece } from './departmentParts.ts';
import { type Piece, piecesOf } from './departmentPieces.ts';
import { lexiconOf } from './lexicon.ts';
import { BARE_GOVERNMENT, STRONG_SUFFIXES } from './words.ts';

/** One department as a cell names it. */
export interface DepartmentName {
  /** With its prefix written out (carried over 、) and otherwise as the document writes it, white space and bracket left out: 巴楚县委组织部, 县委编办. */
  readonly name: string;
  /** For comparing: see `canonicalName`. */
  readonly canonical: string;
  /** Offsets in the value of the characters written there, bracket included; a line break may stand between them. */
  readonly start: number;
  readonly end: number;
  /** The prefix that holds, as written: 县委, 巴楚县, 喀什地区; empty where none is written and none is carried. */
  readonly prefix: string;
  /** Whether the prefix was written before an earlier name only. */
  readonly carried: boolean;
  /** The words in brackets behind the name: 数字化发展局; null without. */
  readonly bracket: string | null;
}

/** A cell, or a stretch of text, read as a list of departments. All spans count in the value passed in. */
export interface DepartmentList {
  readonly names: readonly DepartmentName[];
  /** The list ends in 等部门, 等其他…的部门 or the like: there may be more. */
  readonly openEnded: boolean;
  /** Expressions that name nobody: 相关部门. */
  readonly nobody: readonly Span[];
  /** Stretches that are no department name, neighbours joined. */
  readonly notNames: readonly Span[];
}

/** A list with what only the strict reading asks. */
interface Reading {
  readonly list: DepartmentList;
  readonly kinds: readonly NameReading['kind'][];
  /** Every separator is one that joins names in a well-formed list, and none stands at either end. */
  readonly wellSeparated: boolean;
}

/**
 * Reads a list of departments by the small grammar of the lists: `、` joins names that share a prefix, written once
 * (县委组织部、编办); `，` ends the group, and the next name brings its own. A name that brings its own prefix
 * behind `、` sets a new one. `；`, a slash, white space and line breaks between whole names separate them too,
 * and white space inside a name is passed over, because PDF text wraps in mid-name. The county's name may stand
 * before a prefix or not (`countyNames`: 昭苏县; may be empty). A carried 县委 before what is known as a
 * government department is kept in `name`; `canonical` has 县.
 */
export function parseDepartments(
  value: string,
  vocabulary: DepartmentVocabulary,
  countyNames: readonly string[],
): DepartmentList {
  return readList(value, nameContext(lexiconOf(vocabulary), countyNames)).list;
}

const LONGEST_LIST = 600;
const LIST_END = /[）)\s部门位构等]$/u;

/**
 * Whether a whole value is a well-formed list of department names and nothing else: what tells the department
 * cell from duty text in a file without table marks. Two names without a separator, or with white space alone
 * between them, are no list; an expression for nobody is none by itself; a name that only a weak ending tells
 * (…中心, …站) needs a prefix.
 */
export function isDepartmentList(
  value: string,
  vocabulary: DepartmentVocabulary,
  countyNames: readonly string[],
): boolean {
  return strictNames(value, nameContext(lexiconOf(vocabulary), countyNames)) !== null;
}

/** The names of a value that is a well-formed list and nothing else (see `isDepartmentList`); null otherwise. Offsets count in `value`. */
export function strictNames(value: string, context: NameContext): readonly DepartmentName[] | null {
  const words = value.trim();
  if (words.length < 3 || words.length > LONGEST_LIST || /[0-9０-９①-⑳]/u.test(words)) return null;
  if (!context.lexicon.lastCodes.has(words.charCodeAt(words.length - 1)) && !LIST_END.test(words))
    return null;
  const { list, kinds, wellSeparated } = readList(value, context);
  if (!wellSeparated || list.names.length === 0 || list.notNames.length > 0) return null;
  return list.names.every((name, i) => isCertain(name, kinds[i] ?? 'plausible', context)) ? list.names : null;
}

function isCertain(name: DepartmentName, kind: NameReading['kind'], context: NameContext): boolean {
  const base = name.name.slice(name.prefix.length);
  if (BARE_GOVERNMENT.has(base) || !ownPlace(name.prefix, context)) return false;
  if (name.prefix !== '') return true;
  if (kind !== 'plausible') return base.length > 2;
  return (
    base.length <= 12 && (STRONG_SUFFIXES.some((suffix) => base.endsWith(suffix)) || takesNoPrefix(base))
  );
}

const LONGEST_UNTOLD_PLACE = 4;

/**
 * Whether the place in a prefix is one, and not the end of a duty's name that ran into the cell. Where the county is
 * known, a place before 县 or 旗 is the county; where it is not, a place of two to four characters may be.
 */
function ownPlace(prefix: string, context: NameContext): boolean {
  const county = /^(.+?)(?:自治)?[县旗]委?$/u.exec(prefix)?.[1];
  if (county === undefined) return true;
  if (context.places.length === 0) return county.length > 1 && county.length <= LONGEST_UNTOLD_PLACE;
  return context.places.some((place) => {
    if (!county.endsWith(place)) return false;
    const above = county.slice(0, county.length - place.length);
    return above === '' || /[区州盟省市]$/u.test(above);
  });
}

const MEMO_LIMIT = 1000;
/** Longer than nearly all cells of departments, in characters: what is kept stays small. */
const LONGEST_KEPT = 500;
const readings = new WeakMap<NameContext, Map<string, Reading>>();

/** Readings are kept, since the same departments stand in cell after cell. */
function readList(value: string, context: NameContext): Reading {
  let known = readings.get(context);
  if (!known) {
    known = new Map();
    readings.set(context, known);
  }
  const before = known.get(value);
  if (before) return before;
  if (value.length > LONGEST_KEPT) return readAfresh(value, context);
  if (known.size >= MEMO_LIMIT) known.clear();
  const own = ownWords(value);
  const reading = readAfresh(own, context);
  known.set(own, reading);
  return reading;
}

function readAfresh(value: string, context: NameContext): Reading {
  const pieces = piecesOf(value);
  const names: DepartmentName[] = [];
  const kinds: NameReading['kind'][] = [];
  const nobody: Span[] = [];
  const notNames: Span[] = [];
  let carry = '';
  let ownUnit = countyUnit(context);
  let openEnded = false;
  let wellSeparated = pieces.length > 0;
  let lastWasNot = false;
  const pending: { reading: NameReading; prefix: string; index: number }[] = [];
  for (const [position, piece] of pieces.entries()) {
    if (piece.separator === '，' || piece.separator === '。') carry = '';
    if (!isListSeparator(piece, position === 0) || piece.brackets[0]?.index === 0) wellSeparated = false;
    if (piece.text === '') {
      if (piece.brackets.length > 0) notNames.push({ start: piece.start, end: piece.end });
      continue;
    }
    const parts = readPiece(piece, carry, context);
    if (parts.some((part) => part.gapBefore)) wellSeparated = false;
    for (const [at, part] of parts.entries()) {
      if (part.type === 'label') {
        carry = '';
        wellSeparated = false;
      } else if (part.type === 'open') {
        openEnded = true;
      } else if (part.type === 'nobody') {
        nobody.push(part.span);
      } else if (part.type === 'not') {
        lastWasNot = addNotName(notNames, part.span, lastWasNot);
        continue;
      } else {
        const { reading } = part;
        const carried = reading.prefix === '' && !reading.independent && carry !== '';
        const prefix = carried ? carry : reading.prefix;
        if (reading.prefix !== '') carry = reading.prefix;
        if (ownUnit === '') ownUnit = unitOfPrefix(prefix, context);
        const canonical = canonicalName(reading, prefix, ownUnit, context);
        // A name said again and followed by other words heads those words: `县林草局 提供档案。` in the cell.
        const next = parts[at + 1];
        if (next?.type === 'not' && names.some((name) => name.canonical === canonical)) {
          lastWasNot = addNotName(notNames, part.span, lastWasNot);
          continue;
        }
        if (prefix === '') pending.push({ reading, prefix, index: names.length });
        names.push({
          name: carried ? `${carry}${part.word}` : part.word,
          canonical,
          start: part.span.start,
          end: part.span.end,
          prefix,
          carried,
          bracket: part.bracket,
        });
        kinds.push(reading.kind);
      }
      lastWasNot = false;
    }
  }
  for (const { reading, prefix, index } of pending) {
    const name = names[index];
    if (name) names[index] = { ...name, canonical: canonicalName(reading, prefix, ownUnit, context) };
  }
  if (/[、，,；;/]$/u.test(value.trimEnd())) wellSeparated = false;
  return { list: { names, openEnded, nobody, notNames }, kinds, wellSeparated };
}

function isListSeparator(piece: Piece, first: boolean): boolean {
  return first ? piece.separator === '' : '、，；'.includes(piece.separator) && piece.separator !== '';
}

/** Adds a stretch, or lengthens the one before when nothing else stands between; returns true. */
function addNotName(spans: Span[], span: Span, join: boolean): true {
  const last = spans[spans.length - 1];
  if (join && last) spans[spans.length - 1] = { start: last.start, end: span.end };
  else spans.push(span);
  return true;
}
