import { type PlainKind, WORDING_COUNT } from './plain.ts';
import { randomFrom } from './random.ts';

/** Widths of the columns in full-width characters. */
export interface Widths {
  readonly number: number;
  readonly category: number;
  readonly name: number;
  readonly departments: number;
  readonly superiorDuties: number;
  readonly townshipDuties: number;
  readonly handover: number;
}

/** How text taken out of a PDF comes apart; what is left out is as in `AWATI_LIKE`. */
export interface PdfOptions {
  readonly unit: string;
  /** Which words the headers use; 0 the usual ones. */
  readonly wording: number;
  readonly widths: Readonly<Record<PlainKind, Widths>>;
  /** Whether a line may not begin with a closing mark. */
  readonly kinsoku: boolean;
  readonly linesPerPage: number;
  /**
   * Blank lines between the cells of a row: `always`; `places`, where the vertical place jumps (by geometry);
   * `sparse`, as `places` and never between name and department.
   */
  readonly blankLines: 'always' | 'places' | 'sparse';
  /** A shorter last line of a centred cell stands after a blank line. */
  readonly centred: 'always' | 'sometimes' | 'never';
  /** The coordinating list's header on one line, or its words wrapped and on lines of their own. */
  readonly header: 'one' | 'many' | 'mixed';
  readonly headerOn: 'every' | 'sometimes' | 'first';
  /** Headers of later pages may lack their first or last words. */
  readonly partialHeaders: boolean;
  /** Whether a row may go on over a page break: between clauses only, or after any line. */
  readonly cutRows: 'never' | 'clause' | 'line';
  readonly pageMark: 'blankLines' | 'formFeed';
  readonly pageNumbers: 'none' | 'dashes' | 'bare';
  readonly garbage: boolean;
  readonly categories: 'column' | 'headings';
  readonly categoryCounts: boolean;
  readonly titles: boolean;
  readonly cover: boolean;
  readonly preamble: boolean;
  readonly preambleWidth: number;
  readonly preambleBlankLines: boolean;
  readonly trailing: 'none' | 'spaces' | 'ideographic' | 'mixed';
  readonly lineEnd: '\n' | '\r\n';
}

const WIDE = { number: 3, category: 8, departments: 5, superiorDuties: 34, townshipDuties: 36 };

/** As in the founding document that came out of a PDF: no titles, no cover, narrow columns in the coordinating list. */
export const AWATI_LIKE: PdfOptions = {
  unit: '乡镇',
  wording: 0,
  widths: {
    basic: { ...WIDE, name: 72, handover: 48 },
    coordinating: { ...WIDE, category: 3, name: 10, handover: 48 },
    withdrawn: { ...WIDE, name: 28, handover: 48 },
  },
  kinsoku: false,
  linesPerPage: 42,
  blankLines: 'places',
  centred: 'sometimes',
  header: 'many',
  headerOn: 'sometimes',
  partialHeaders: false,
  cutRows: 'never',
  pageMark: 'blankLines',
  pageNumbers: 'none',
  garbage: false,
  categories: 'column',
  categoryCounts: true,
  titles: false,
  cover: false,
  preamble: true,
  preambleWidth: 66,
  preambleBlankLines: true,
  trailing: 'none',
  lineEnd: '\n',
};

/** Options drawn from a seed. `hard` adds what the founding document has not: rows over page breaks, bare page numbers. */
export function randomPdfOptions(seed: number, hard = false): PdfOptions {
  const random = randomFrom(seed);
  const categoryWide = random.chance(0.3);
  const wide: Widths = {
    number: 3,
    category: 8,
    name: random.int(24, 76),
    departments: random.int(5, 12),
    superiorDuties: random.int(20, 50),
    townshipDuties: random.int(20, 60),
    handover: random.int(24, 56),
  };
  const narrow = { ...wide, category: categoryWide ? 8 : random.int(3, 4), name: random.int(10, 40) };
  return {
    unit: random.pick(['镇', '乡', '乡镇', '街道', '苏木']),
    wording: random.chance(0.3) ? random.int(1, WORDING_COUNT - 1) : 0,
    widths: { basic: wide, coordinating: narrow, withdrawn: { ...wide, name: random.int(16, 40) } },
    kinsoku: random.chance(0.4),
    linesPerPage: random.int(16, 60),
    blankLines: random.pick(['always', 'places', 'places', 'sparse']),
    centred: random.pick(['always', 'sometimes', 'never']),
    header: random.pick(['one', 'many', 'mixed']),
    headerOn: random.pick(['every', 'every', 'sometimes', 'first']),
    partialHeaders: random.chance(0.3),
    cutRows: hard ? random.pick(['clause', 'line']) : 'never',
    pageMark: random.pick(['blankLines', 'formFeed']),
    pageNumbers: random.pick(hard ? ['none', 'dashes', 'bare'] : ['none', 'none', 'dashes']),
    garbage: random.chance(0.25),
    categories: random.chance(0.2) ? 'headings' : 'column',
    categoryCounts: random.chance(0.7),
    titles: random.chance(0.5),
    cover: random.chance(0.5),
    preamble: random.chance(0.8),
    preambleWidth: random.int(30, 70),
    preambleBlankLines: random.chance(0.5),
    trailing: random.pick(['none', 'spaces', 'ideographic', 'mixed']),
    lineEnd: random.chance(0.15) ? '\r\n' : '\n',
  };
}
