import {
  cellOf,
  columnsOf,
  headerWord,
  type PlainDocument,
  type PlainList,
  type PlainRole,
} from './plain.ts';
import { widthOf, wrap } from './wrap.ts';

/** How a table is laid out with spaces, as `pdftotext -layout` writes it. */
export interface SideBySideOptions {
  /** Full-width characters a column holds; a wrapped header is wrapped too. */
  readonly widths: Readonly<Partial<Record<PlainRole, number>>>;
  /** Whether short cells stand at the middle of their row, or at its top. */
  readonly centred: boolean;
  /** Spaces between columns. */
  readonly gap: number;
  /** Lines a page holds, its header repeated and a form feed before it; null for one long table. */
  readonly pageLines: number | null;
  readonly wording?: number;
}

const WIDTHS: Readonly<Record<PlainRole, number>> = {
  number: 3,
  category: 5,
  name: 12,
  departments: 8,
  superiorDuties: 16,
  townshipDuties: 16,
  handover: 16,
  handoverDepartments: 8,
  handoverManner: 16,
  note: 4,
};

/** A document whose tables are laid out with spaces: every line holds what of each cell stands at its height. */
export function sideBySideText(document: PlainDocument, options: SideBySideOptions): string {
  const lists = document.lists.map((list) => `${list.title}\n\n${tableOf(list, options)}`);
  return [document.title, document.date, ...document.preamble, ...lists].join('\n\n');
}

function tableOf(list: PlainList, { widths, centred, gap, pageLines, wording }: SideBySideOptions): string {
  const roles = columnsOf(list.kind);
  const width = (role: PlainRole): number =>
    widths[role] ?? (list.kind === 'basic' && role === 'name' ? 40 : WIDTHS[role]);
  const row = (cells: readonly (readonly string[])[]): readonly string[] => {
    // In half lines: a cell of two lines beside one of three stands between its lines.
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: 2 * height }, (_, at) =>
      cells
        .map((lines, column) => {
          const below = at - (centred ? height - lines.length : 0);
          const words = below % 2 === 0 ? (lines[below / 2] ?? '') : '';
          return words + ' '.repeat(Math.round((width(roles[column] ?? 'note') - widthOf(words)) * 2) + gap);
        })
        .join('')
        .trimEnd(),
    ).filter((line) => line !== '');
  };
  const header = row(roles.map((role) => wrap(headerWord(role, '镇', wording), width(role), true)));
  const lines = list.items.flatMap((item) =>
    row(roles.map((role) => wrap(cellOf(item, role).replaceAll('\n', ''), width(role), true))),
  );
  if (pageLines === null) return [...header, '', ...lines].join('\n');
  const pages: string[] = [];
  for (let at = 0; at < lines.length; at += pageLines)
    pages.push([...header, '', ...lines.slice(at, at + pageLines)].join('\n'));
  return pages.join('\n\f');
}
