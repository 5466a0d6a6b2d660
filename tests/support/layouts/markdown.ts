import type { Grid, GridCell, GridOptions, GridRow } from './grid.ts';
import { sectionsOf } from './grid.ts';
import { type PlainDocument, type PlainList, WORDING_COUNT } from './plain.ts';
import type { Random } from './random.ts';
import { randomFrom } from './random.ts';

/** How a Markdown document is written; what is left out is as in `PLAINEST`. */
export interface MarkdownOptions extends GridOptions {
  readonly syntax: 'pipes' | 'barePipes' | 'html';
  /** How the clauses of a cell are told apart. */
  readonly clauses: 'p' | 'br' | 'space' | 'mixed';
  readonly titles: 'heading' | 'bold' | 'plain' | 'none';
  readonly categoryTitles: 'heading' | 'bold' | 'plain';
  readonly contents: 'none' | 'table' | 'lines';
  readonly cover: boolean;
  readonly preamble: boolean;
  /** Some characters as entities. */
  readonly entities: boolean;
  /** Single spaces inside the words, where a line of the printed page ended. */
  readonly strayContentSpaces: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

/** One long pipe table a list, nothing unusual. */
export const PLAINEST: MarkdownOptions = {
  unit: '镇',
  wording: 0,
  categories: 'column',
  categoryCounts: true,
  rowsPerPage: null,
  columnOrder: 'usual',
  extraColumns: [],
  headerRows: 'one',
  handover: 'one',
  syntax: 'pipes',
  clauses: 'br',
  titles: 'heading',
  categoryTitles: 'heading',
  contents: 'none',
  cover: true,
  preamble: true,
  entities: false,
  strayContentSpaces: false,
  lineEnd: '\n',
};

/** Options drawn from a seed: any layout a county might use, two unusual things at once included. */
export function randomMarkdownOptions(seed: number): MarkdownOptions {
  const random = randomFrom(seed);
  const titles = random.pick(['heading', 'bold', 'plain', 'none'] as const);
  return {
    unit: random.pick(['镇', '乡', '乡镇', '街道', '苏木']),
    wording: random.chance(0.3) ? random.int(1, WORDING_COUNT - 1) : 0,
    categories: random.pick(['column', 'column', 'rows', 'headings', 'merged']),
    categoryCounts: random.chance(0.7),
    rowsPerPage: random.chance(0.6) ? random.int(2, 12) : null,
    columnOrder: random.chance(0.25) ? 'shuffled' : 'usual',
    extraColumns: random.pick([[], [], ['备注'], ['法律依据'], ['法律依据', '备注']]),
    headerRows: random.pick(['one', 'one', 'one', 'groups', 'words']),
    handover: random.chance(0.3) ? 'split' : 'one',
    syntax: random.pick(['pipes', 'pipes', 'barePipes', 'html']),
    clauses: random.pick(['p', 'br', 'space', 'mixed']),
    titles,
    categoryTitles: titles === 'none' ? 'plain' : titles,
    contents: titles === 'none' ? 'none' : random.pick(['none', 'table', 'lines']),
    cover: random.chance(0.8),
    preamble: random.chance(0.8),
    entities: random.chance(0.25),
    strayContentSpaces: random.chance(0.25),
    lineEnd: random.chance(0.15) ? '\r\n' : '\n',
  };
}

const LIST_ORDER = '一二三四五六七八九';

const NAMED: Readonly<Record<string, string>> = {
  '“': '&ldquo;',
  '”': '&rdquo;',
  '、': '&#12289;',
  '（': '&#xFF08;',
  '·': '&middot;',
};

/** Characters that would be read as markup, escaped; with `entities` some others are written as entities. */
function escapeWords(text: string, options: MarkdownOptions, random: Random): string {
  let out = '';
  for (const character of text) {
    const named = NAMED[character];
    if (options.entities && named && random.chance(0.3)) out += named;
    else if (character === '&') out += '&amp;';
    else if (character === '<') out += '&lt;';
    else if (character === '>') out += '&gt;';
    else if (options.syntax !== 'html' && '|*_`~[]\\'.includes(character)) out += `\\${character}`;
    else out += character;
  }
  return out;
}

/** A space after some characters in the middle of words. */
function withStraySpaces(text: string, random: Random): string {
  return text.replace(/[一-龥](?=[一-龥])/g, (character) =>
    random.chance(0.01) ? `${character} ` : character,
  );
}

function cellText(cell: GridCell, options: MarkdownOptions, random: Random): string {
  const spaced = options.strayContentSpaces ? withStraySpaces(cell.text, random) : cell.text;
  const clauses = spaced.split('\n').map((clause) => escapeWords(clause, options, random));
  if (clauses.length === 1) return clauses[0] ?? '';
  const style = options.clauses === 'mixed' ? random.pick(['p', 'br', 'space'] as const) : options.clauses;
  if (style === 'p') return clauses.map((clause) => `<p>${clause}</p>`).join(' ');
  return clauses.join(style === 'br' ? random.pick(['<br>', '<br/>', '<br />']) : ' ');
}

function pipeRow(cells: readonly string[], bare: boolean): string {
  // Without outer pipes an empty cell at an end would vanish.
  const open = bare && cells[0] !== '' && cells[cells.length - 1] !== '' && cells.length > 1;
  return open ? cells.join(' | ') : `| ${cells.join(' | ')} |`;
}

function pipeTable(grid: Grid, options: MarkdownOptions, random: Random): string {
  const bare = options.syntax === 'barePipes';
  const write = (row: GridRow) =>
    pipeRow(
      row.map((cell) => (cell ? cellText(cell, options, random) : '')),
      bare,
    );
  const [first, ...others] = [...grid.headers, ...grid.rows];
  if (!first) return '';
  const dashes = first.map(() => '-'.repeat(random.int(3, 12)));
  const delimiter = bare ? dashes.join('|') : `|${dashes.join('|')}|`;
  return [write(first), delimiter, ...others.map(write)].join('\n');
}

function htmlTable(grid: Grid, options: MarkdownOptions, random: Random): string {
  const spans = (cell: GridCell) =>
    `${cell.columns > 1 ? ` colspan="${cell.columns}"` : ''}${cell.rows > 1 ? ` rowspan="${cell.rows}"` : ''}`;
  const compact = random.chance(0.5);
  const write = (row: GridRow, tag: string) => {
    const cells = row.flatMap((cell) =>
      cell ? [`<${tag}${spans(cell)}>${cellText(cell, options, random)}</${tag}>`] : [],
    );
    return compact
      ? `<tr>${cells.join('')}</tr>`
      : `<tr>\n${cells.map((cell) => `  ${cell}`).join('\n')}\n</tr>`;
  };
  const heads = random.chance(0.5);
  const header = grid.headers.map((row) => write(row, heads ? 'th' : 'td'));
  const rows = grid.rows.map((row) => write(row, 'td'));
  const lines = heads
    ? ['<thead>', ...header, '</thead>', '<tbody>', ...rows, '</tbody>']
    : [...header, ...rows];
  return ['<table>', ...lines, '</table>'].join('\n');
}

function titleLine(text: string, style: 'heading' | 'bold' | 'plain', depth: number): string {
  if (style === 'heading') return `${'#'.repeat(depth)} ${text}`;
  return style === 'bold' ? `**${text}**` : text;
}

function contentsOf(document: PlainDocument, options: MarkdownOptions): readonly string[] {
  const short = (list: PlainList) => list.title.replace(/^.*?(?=(?:基本|配合)履职|上级部门收回)/, '');
  if (options.contents === 'none') return [];
  const pages = document.lists.map((list, index) => ({ title: short(list), page: 1 + index * 12 }));
  if (options.contents === 'table') {
    const rows = pages.map(({ title, page }, i) => `| ${i + 1}.${title}..... | ${page} |`);
    return ['目 录', ['| | |', '|---|---|', ...rows].join('\n')];
  }
  return ['目 录', ...pages.map(({ title, page }, i) => `${LIST_ORDER[i] ?? ''}、${title}……………${page}`)];
}

function listBlocks(list: PlainList, options: MarkdownOptions, random: Random): readonly string[] {
  const blocks: string[] = [];
  if (options.titles !== 'none') blocks.push(titleLine(list.title, options.titles, 2));
  for (const section of sectionsOf(list, options, random)) {
    if (section.heading) blocks.push(titleLine(section.heading, options.categoryTitles, 3));
    const write = options.syntax === 'html' ? htmlTable : pipeTable;
    blocks.push(write(section.grid, options, random));
  }
  return blocks;
}

/** The document in Markdown. Equal arguments give equal text. */
export function markdown(document: PlainDocument, options: Partial<MarkdownOptions>, seed: number): string {
  const all = { ...PLAINEST, ...options };
  const random = randomFrom(seed);
  const blocks: string[] = [];
  if (all.cover) {
    blocks.push(titleLine(document.title, all.titles === 'none' ? 'plain' : all.titles, 1), document.date);
  }
  blocks.push(...contentsOf(document, all));
  if (all.preamble) blocks.push(...document.preamble);
  for (const list of document.lists) blocks.push(...listBlocks(list, all, random));
  return `${blocks.join('\n\n')}\n`.replaceAll('\n', all.lineEnd);
}

/** The document as one file a list, as some counties publish it. The preamble stands in the first. */
export function markdownFiles(
  document: PlainDocument,
  options: Partial<MarkdownOptions>,
  seed: number,
): readonly string[] {
  return document.lists.map((list, index) =>
    markdown(
      { ...document, preamble: index === 0 ? document.preamble : [], lists: [list] },
      options,
      seed + index,
    ),
  );
}

/** Several townships' documents in one file. */
export function markdownTogether(
  documents: readonly PlainDocument[],
  options: Partial<MarkdownOptions>,
  seed: number,
): string {
  return documents.map((document, index) => markdown(document, options, seed + index)).join('\n');
}
