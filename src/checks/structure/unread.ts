import type { ListDocument, UnreadBlock } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Span } from '../../model/place.ts';
import { unspaced } from '../../model/text.ts';
import type { Check } from '../check.ts';
import { wordsOption, wordsSchema } from '../options.ts';
import { atDocument } from '../places.ts';
import { isLineOfMarks } from '../typography/garbage.ts';

const KINDS = ['rows', 'table', 'text'] as const;
type Kind = (typeof KINDS)[number];

/** How many cells a row of a list has at least: number, category, name. */
const LEAST_CELLS = 3;
/** Words of a block that a message shows. */
const SHOWN = 20;

/** What was seen and fits no list: it was not checked, and that must be said. */
export const unread: Check = {
  kind: 'unread',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      report: wordsSchema(
        'What is reported: rows that look like items of a list (rows), tables that hold something else (table), running text in the middle of a list (text).',
        KINDS,
      ),
    },
  },
  variants: {
    default: ['found'],
    table: ['found'],
    text: ['found'],
  },
  run(document, rule) {
    const report = wordsOption(rule, 'report', KINDS);
    const told = new Map<string, Finding>();
    for (const [index, place] of document.unread.entries()) {
      const kind = kindOf(place);
      if (!report.has(kind) || isLineOfMarks(place)) continue;
      const span = firstSpan(place);
      const key = headOf(place) ?? String(index);
      const first = told.get(key);
      if (first) {
        const related = [...(first.related ?? []), { span, list: null, item: null, column: null }];
        told.set(key, { ...first, related });
        continue;
      }
      told.set(key, {
        ...atDocument(span),
        ...(kind === 'rows' ? {} : { variant: kind }),
        data: { found: firstWords(document, place) },
      });
    }
    return [...told.values()];
  },
};

/** The first row of a table that bears words alone: tables of one header are unread for one reason, and told once. */
function headOf({ block }: UnreadBlock): string | null {
  const words = block.type === 'table' ? (block.rows[0]?.cells.map((cell) => cell.text.value) ?? []) : [];
  return words.some((word) => word !== '') && !words.some((word) => /[0-9]/.test(word))
    ? words.join('|')
    : null;
}

function kindOf({ block, reason }: UnreadBlock): Kind {
  if (reason === 'rows-before-header' || reason === 'item-not-understood') return 'rows';
  if (block.type !== 'table') return 'text';
  const numbered = block.rows.filter(
    (row) =>
      row.cells.length >= LEAST_CELLS && /^[0-9０-９]{1,4}[.．、]?$/.test(row.cells[0]?.text.value ?? ''),
  ).length;
  return numbered * 2 >= block.rows.length ? 'rows' : 'table';
}

/** A table is shown by its first row. */
function firstSpan({ block }: UnreadBlock): Span {
  return block.type === 'table' ? (block.rows[0]?.span ?? block.span) : block.span;
}

function firstWords(document: ListDocument, { block }: UnreadBlock): string {
  const value =
    block.type === 'table'
      ? block.rows
          .flatMap((row) => row.cells.map((cell) => cell.text.value))
          .filter((cell) => cell !== '')
          .join(' ')
      : block.text.value;
  const folded = value.replace(/\s+/g, ' ').trim();
  const shown =
    folded === '' ? unspaced(document.source.text.slice(block.span.start, block.span.end)) : folded;
  return shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown;
}
