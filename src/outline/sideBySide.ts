import type { Format } from '../model/format.ts';
import type { LineBlock } from '../model/source.ts';
import { headerWords } from './headers.ts';
import { listTitled } from './titles.ts';

/** White space that keeps columns apart; within a cell a single space may stand. */
const GAP = /[ \t\u3000]{2,}|\u3000|\t/;
const HAN = /\p{Script=Han}/u;
/** The number of a row, not of a clause. */
const ROW_NUMBER = /^[0-9]{1,4}$/;
/** A line that is indented so far continues a cell of some other column than the first two. */
const DEEP = 8;
const LONGEST_HEADER = 300;

/** Words of several columns in one line, and lines that hang below other columns than the first: how many show the layout. */
const LEAST_SIDE = 5;
const LEAST_SIDE_SHARE = 0.05;
const LEAST_HANGING_SHARE = 0.5;
/** Rows whose number stands beside the middle line of their words. */
const LEAST_CENTRED = 2;

interface Stretch {
  readonly header: LineBlock;
  /** The lines below, up to the next header or title. */
  readonly lines: readonly LineBlock[];
}

/**
 * The first header of tables that were laid out with spaces, so that each line holds a piece of several cells (`pdftotext -layout`
 * writes so), or null. Words of different cells cannot be told apart there: they would be read as each other's. Rows of one
 * line each, and cells that continue alone below their row, are read as they are.
 */
export function sideBySide(format: Format, lines: readonly LineBlock[]): LineBlock | null {
  const stretches = stretchesOf(format, lines);
  const [first] = stretches;
  if (!first) return null;
  let all = 0;
  let side = 0;
  let hanging = 0;
  let centred = 0;
  for (const { lines: rows } of stretches) {
    for (const [index, line] of rows.entries()) {
      const pieces = piecesOf(line);
      const opensRow = ROW_NUMBER.test(pieces[0] ?? '');
      all++;
      if (opensRow) {
        const nameless = pieces.length === 2 && index > 0;
        if (nameless && hangs(rows[index - 1]) && hangs(rows[index + 1])) centred++;
      } else if (pieces.filter((piece) => HAN.test(piece)).length >= 2) side++;
      else if (line.indent >= DEEP) hanging++;
    }
  }
  const sided = side >= LEAST_SIDE && side >= all * LEAST_SIDE_SHARE;
  if (sided && side + hanging >= all * LEAST_HANGING_SHARE) return first.header;
  return centred >= LEAST_CENTRED ? first.header : null;
}

function piecesOf(line: LineBlock): readonly string[] {
  return line.text.value.split(GAP);
}

/** A piece of a cell by itself, below or above the middle of the row it belongs to. */
function hangs(line: LineBlock | undefined): boolean {
  return line !== undefined && line.indent >= DEEP && !ROW_NUMBER.test(piecesOf(line)[0] ?? '');
}

function stretchesOf(format: Format, lines: readonly LineBlock[]): readonly Stretch[] {
  const stretches: { header: LineBlock; lines: LineBlock[] }[] = [];
  const joined = [...headerWords(format).keys()].join('\n');
  let open: LineBlock[] | null = null;
  for (const line of lines) {
    if (isSpacedHeader(joined, line)) {
      open = [];
      stretches.push({ header: line, lines: open });
    } else if (open && line.text.value.length < 60 && listTitled(format, line.text)) open = null;
    else open?.push(line);
  }
  return stretches;
}

/** `序号      事项类别        事项名称`: header words kept apart by more than one space; each may be cut by its column's width. */
function isSpacedHeader(joined: string, { text: { value } }: LineBlock): boolean {
  if (value.length > LONGEST_HEADER || !GAP.test(value) || value.split(GAP).length < 3) return false;
  return value.split(/\s+/).every((word) => word.length >= 2 && joined.includes(word));
}
