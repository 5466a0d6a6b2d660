import type { ListDocument } from '../../model/document.ts';
import type { ColumnRole, Format } from '../../model/format.ts';
import type { LineBlock, Source } from '../../model/source.ts';
import { unspaced } from '../../model/text.ts';
import { headerWords } from '../headers.ts';
import { applyLearned } from './applyLearned.ts';
import { rolesByContent } from './columnContents.ts';
import { type Doubt, joined, type LearnedFormat } from './learned.ts';
import { headerUses, tablesWithUnknownHeaders } from './tableHeaders.ts';

type HowTold = 'place' | 'content' | 'note';

interface Told {
  readonly role: ColumnRole;
  readonly how: HowTold;
  readonly count: number;
}

export interface LearnedHeaders {
  readonly headers: LearnedFormat['headers'];
  /** Words for the township that header words hold and the format does not know. */
  readonly units: readonly string[];
  readonly doubts: readonly Doubt[];
}

/**
 * Header words that the format does not know, and what they head: by what stands below them, else by the columns on
 * either side. A column that is none of a duty list is learned as a note.
 */
export function learnHeaders(source: Source, document: ListDocument, parent: Format): LearnedHeaders {
  const told = new Map<string, Told>();
  const conflicts = new Set<string>();
  const tell = (word: string, one: Told) => {
    const before = told.get(word);
    if (before && before.role !== one.role) conflicts.add(word);
    else if (!before) told.set(word, one);
  };
  for (const { columns, withCategoryRows, tables } of tablesWithUnknownHeaders(source, parent)) {
    const roles = rolesByContent(columns, document.format);
    // A table of which nobody can tell the matters is none of the lists.
    if (!roles.includes('name') || roles.filter((role) => role !== null).length < 2) continue;
    for (const [i, { word, known, cells }] of columns.entries()) {
      if (known !== null || word === '') continue;
      const content = roles[i] ?? null;
      const place = withCategoryRows ? null : roleByPlace(document, word);
      const role = content ?? place;
      if (role !== null) tell(word, { role, how: role === place ? 'place' : 'content', count: tables });
      else if (cells.length > 0) tell(word, { role: 'note', how: 'note', count: tables });
    }
  }
  const uses = headerUses(document);
  for (const list of document.lists) {
    for (const { role, readAs, header } of list.columns) {
      const word = unspaced(header.value);
      if (role === 'unknown' && readAs !== null && word !== '' && !told.has(word))
        tell(word, { role: readAs, how: 'place', count: uses.get(word) ?? 1 });
    }
  }
  if (document.lists.length === 0) for (const [word, one] of toldByLines(source, parent)) tell(word, one);
  return inWords(told, conflicts, parent);
}

function roleByPlace(document: ListDocument, word: string): ColumnRole | null {
  for (const list of document.lists) {
    for (const header of list.headers) {
      const cell = header.cells.find((one) => one.role === 'unknown' && unspaced(one.header.value) === word);
      if (cell?.readAs) return cell.readAs;
    }
  }
  return null;
}

function inWords(
  told: ReadonlyMap<string, Told>,
  conflicts: ReadonlySet<string>,
  parent: Format,
): LearnedHeaders {
  const headers: Partial<Record<ColumnRole, string[]>> = {};
  const units: string[] = [];
  const doubts: Doubt[] = [];
  for (const [word, { role, how, count }] of told) {
    const unit = how === 'note' ? null : unitIn(word, role, parent);
    if (unit !== null) {
      if (!units.includes(unit)) units.push(unit);
      doubts.push({ code: 'unit-new', at: ['units'], words: [unit], data: { unit, word } });
      continue;
    }
    const words = headers[role] ?? [];
    headers[role] = [...words, word];
    const code = how === 'note' ? 'header-note' : how === 'place' ? 'header-by-place' : 'header-by-content';
    doubts.push({ code, at: ['headers', role], words: [word], data: { word, role, count } });
  }
  if (conflicts.size > 0) {
    const words = joined([...conflicts]);
    doubts.push({ code: 'header-conflict', at: ['headers'], words: [], data: { words } });
  }
  return { headers, units, doubts };
}

/** 园区 in 园区配合职责, where the format knows `{unit}配合职责` and the new word makes no other header ambiguous. */
function unitIn(word: string, role: ColumnRole, parent: Format): string | null {
  for (const template of parent.headers[role]) {
    const [before, after] = template.split('{unit}');
    if (before === undefined || after === undefined || after.length < 3) continue;
    if (!word.startsWith(before) || !word.endsWith(after)) continue;
    const unit = word.slice(before.length, word.length - after.length);
    if (!/^[一-鿿（）、]{1,6}$/u.test(unit) || /部门|单位|上级|职责/u.test(unit)) continue;
    const known = headerWords(parent);
    const extended = headerWords(applyLearned(parent, { units: { added: [unit], seen: [] } }));
    if ([...known].every(([one, was]) => extended.get(one) === was)) return unit;
  }
  return null;
}

/** Columns of the lists by how many there are: what remains to go by in a file without tables. */
const USUAL: Readonly<Record<number, readonly ColumnRole[]>> = {
  3: ['number', 'category', 'name'],
  4: ['number', 'category', 'name', 'handover'],
  6: ['number', 'category', 'name', 'departments', 'superiorDuties', 'townshipDuties'],
};

/** A line of three, four or six words, the first a known word for numbers, right above a line that begins with 1. */
function toldByLines(source: Source, parent: Format): ReadonlyMap<string, Told> {
  const known = headerWords(parent);
  const told = new Map<string, Told>();
  const lines = source.blocks.filter((block): block is LineBlock => block.type === 'line');
  for (const [i, line] of lines.entries()) {
    const words = line.text.value.split(/\s+/u);
    const roles = USUAL[words.length];
    const below = lines[i + 1]?.text.value ?? '';
    if (!roles || known.get(words[0] ?? '') !== 'number' || !/^1(?:\s|$)/u.test(below)) continue;
    if (words.some((word) => word.length > 16 || /[。；，、0-9]/u.test(word))) continue;
    for (const [at, word] of words.entries()) {
      const role = roles[at];
      if (role && !known.has(word)) told.set(word, { role, how: 'place', count: 1 });
    }
  }
  return told;
}
