import type { DutyColumn, DutyList } from '../../../src/model/document.ts';
import type { ColumnId, ColumnRole } from '../../../src/model/format.ts';
import { spanOf } from '../../../src/model/text.ts';
import type { Random } from '../layouts/random.ts';
import type { Defect, Injected, Layout, Sample, TextEdit } from './defect.ts';
import { at, itemsOf, pickFrom, withItem, withList } from './places.ts';

const isPipes = ({ family }: Layout): boolean => family === 'pipes';
const hasCells = ({ family }: Layout): boolean => family !== 'pdf';
const HEADER_RULES = ['known-columns', 'required-columns'];

/** A header with words of its own that are wrong in one character, or in other words. */
const RENAMED: Readonly<Partial<Record<ColumnRole, readonly string[]>>> = {
  category: ['事项分类名', '事项类型别', '事顶类别'],
  name: ['事项名', '事项各称', '名称事项'],
  departments: ['对应上级部们', '上级对应部门', '对映上级部门'],
  superiorDuties: ['上级部门责职', '上级部们职责', '上级部门职则'],
  townshipDuties: ['镇配台职责', '乡配合责任职', '配合职责任'],
  handover: ['承接部门及工作方法式', '承接部们及工作方式', '承按部门及工作方式'],
};

interface HeaderPlace {
  readonly list: DutyList;
  readonly page: number;
  readonly cell: DutyColumn;
  readonly other: string;
}

/** Header cells that can be renamed; `page` says on which pages. */
function headers(sample: Sample, page: 'first' | 'later' | 'only'): readonly HeaderPlace[] {
  return sample.read.lists.flatMap((list) =>
    list.headers.flatMap((header, index) => {
      if (page === 'only' ? list.headers.length > 1 : (page === 'first') !== (index === 0)) return [];
      if (page === 'later' && list.headers.length < 3) return [];
      return header.cells.flatMap((cell) => {
        const others = RENAMED[cell.role as ColumnRole] ?? [];
        return cell.header.value.includes('\n')
          ? []
          : others.map((other) => ({ list, page: index, cell, other }));
      });
    }),
  );
}

function renamed(place: HeaderPlace, edits: readonly TextEdit[]): Injected {
  return {
    what: `${place.list.kind}, header ${place.page + 1}: ${place.cell.header.value} → ${place.other}`,
    place: { lists: [place.list.kind], items: [null] },
    change: edits,
  };
}

/** An item, neither the first nor the last of its list, with its row of the written table. */
function pickRow(sample: Sample, random: Random) {
  const place = pickFrom(
    random,
    itemsOf(sample.plain).filter(
      ({ list, index }) => index > 0 && index < (sample.plain.lists[list]?.items.length ?? 0) - 1,
    ),
  );
  const item = place && sample.read.lists[place.list]?.items[place.index];
  return place && item ? { place, item } : null;
}

const COLUMNS: readonly ColumnId[] = ['name', 'superiorDuties', 'townshipDuties', 'handover'];

/** Faults of headers, rows, cells and whole lists. */
export const structureDefects: readonly Defect[] = [
  {
    id: 'header-renamed',
    rules: HEADER_RULES,
    inject(sample, random) {
      // The same slip on every page, as a table that was made once has it.
      const place = pickFrom(random, headers(sample, 'first'));
      if (!place) return null;
      const edits = place.list.headers.flatMap((header) =>
        header.cells
          .filter((cell) => cell.role === place.cell.role)
          .map((cell) => ({ span: spanOf(cell.header), text: place.other })),
      );
      return renamed(place, edits);
    },
  },
  {
    id: 'header-differs-on-a-page',
    rules: HEADER_RULES,
    inject(sample, random) {
      const place = pickFrom(random, headers(sample, 'later'));
      return place && renamed(place, [{ span: spanOf(place.cell.header), text: place.other }]);
    },
  },
  {
    id: 'header-missing',
    layouts: hasCells,
    // A table of two columns with one header word could be anything; then the list is what is missed.
    rules: [...HEADER_RULES, 'required-lists'],
    inject(sample, random) {
      const place = pickFrom(random, headers(sample, 'first'));
      if (!place) return null;
      const edits = place.list.headers.flatMap((header) =>
        header.cells
          .filter((cell) => cell.role === place.cell.role)
          .map((cell) => ({ span: spanOf(cell.header), text: '' })),
      );
      return renamed({ ...place, other: '' }, edits);
    },
  },
  {
    id: 'row-short',
    layouts: isPipes,
    rules: ['row-shape'],
    inject(sample, random) {
      const row = pickRow(sample, random);
      if (!row) return null;
      const roles = COLUMNS.filter((role) => row.item.fields[role]);
      const field = row.item.fields[random.pick(roles)];
      if (!field) return null;
      // The cell with the delimiter in front of it.
      const edits = [{ span: { start: field.span.start - 1, end: field.span.end }, text: '' }];
      return {
        what: `${at(row.place)}: a cell and its | are gone`,
        place: { lists: [row.place.kind], items: [Number(row.place.item.number)] },
        change: edits,
      };
    },
  },
  {
    id: 'row-long',
    layouts: isPipes,
    rules: ['row-shape'],
    inject(sample, random) {
      const row = pickRow(sample, random);
      const text = row?.item.fields.name?.text;
      if (!row || !text || text.value.length < 6) return null;
      const middle = spanOf(text, random.int(2, text.value.length - 2)).start;
      return {
        what: `${at(row.place)}: a | in the name`,
        place: { lists: [row.place.kind], items: [Number(row.place.item.number)] },
        change: [{ span: { start: middle, end: middle }, text: ' | ' }],
      };
    },
  },
  {
    id: 'cell-empty',
    layouts: hasCells,
    rules: ['row-shape'],
    inject(sample, random) {
      const row = pickRow(sample, random);
      if (!row) return null;
      const roles = COLUMNS.filter((role) => row.item.fields[role]);
      const role = pickFrom(random, roles);
      if (!role) return null;
      return {
        what: `${at(row.place)}: ${role} empty`,
        place: { lists: [row.place.kind], items: [Number(row.place.item.number)], columns: [role] },
        change: withItem(sample.plain, row.place, { [role]: '' }),
      };
    },
  },
  {
    id: 'duties-cell-missing',
    layouts: ({ family }) => family === 'pdf',
    rules: ['row-shape'],
    inject(sample, random) {
      const place = pickFrom(random, itemsOf(sample.plain, 'coordinating').slice(1, -1));
      return (
        place && {
          what: `${at(place)}: no township duties`,
          place: { lists: [place.kind], items: [Number(place.item.number)] },
          change: withItem(sample.plain, place, { townshipDuties: '' }),
        }
      );
    },
  },
  {
    id: 'rows-lost',
    rules: ['sequential-numbering'],
    inject(sample, random) {
      const row = pickRow(sample, random);
      if (!row) return null;
      const next = Number(row.place.item.number) + 1;
      return {
        what: `${at(row.place)} is gone`,
        place: { lists: [row.place.kind], items: [next], columns: ['number'] },
        change: withList(sample.plain, row.place.list, (list) => ({
          ...list,
          items: list.items.filter((_, i) => i !== row.place.index),
        })),
      };
    },
  },
  {
    id: 'list-missing',
    rules: ['required-lists'],
    inject(sample, random) {
      const at = random.int(0, sample.plain.lists.length - 1);
      const list = sample.plain.lists[at];
      if (!list || sample.plain.lists.length < 3) return null;
      return {
        what: `${list.kind} is gone`,
        place: { lists: [list.kind, null] },
        change: { ...sample.plain, lists: sample.plain.lists.filter((_, i) => i !== at) },
      };
    },
  },
  {
    id: 'list-empty',
    layouts: isPipes,
    rules: ['required-lists'],
    inject(sample, random) {
      const list = pickFrom(random, sample.read.lists);
      const [first] = list?.items ?? [];
      const last = list?.items[list.items.length - 1];
      if (!list || !first || !last || !list.title) return null;
      const start = sample.text.lastIndexOf('\n', first.span.start) + 1;
      const end = sample.text.indexOf('\n', last.span.end);
      return {
        what: `${list.kind}: rows are gone, title and header stand`,
        place: { lists: [list.kind, null] },
        change: [{ span: { start, end: end < 0 ? sample.text.length : end }, text: '' }],
      };
    },
  },
  {
    id: 'rows-before-any-title',
    layouts: isPipes,
    rules: ['unread-rows'],
    inject(_, random) {
      const rows = ['发放老年人优待证', '登记转学学生', '更换门牌', '回收农膜'].slice(0, random.int(2, 4));
      const lines = rows.map((name, i) => `| ${i + 1} | 民生服务 | ${name} | 党群办 | 全年 |`);
      lines.splice(1, 0, '|---|---|---|---|---|');
      return {
        what: `${rows.length} rows before the first title`,
        place: { lists: [null] },
        change: [{ span: { start: 0, end: 0 }, text: `${lines.join('\n')}\n\n` }],
      };
    },
  },
  {
    id: 'text-between-rows',
    // Without cells the words run into the row before.
    layouts: isPipes,
    rules: ['unread-text'],
    inject(sample, random) {
      const row = pickRow(sample, random);
      if (!row) return null;
      const start = sample.text.lastIndexOf('\n', row.item.span.start) + 1;
      const words = random.pick(['（此处待县委编办审定）', '以下内容暂缓公布', '此页由综合办核对后补充完整']);
      return {
        what: `${words} before ${at(row.place)}`,
        place: { lists: [row.place.kind, null] },
        change: [{ span: { start, end: start }, text: `\n${words}\n\n` }],
      };
    },
  },
  {
    id: 'list-title-mistyped',
    rules: ['list-title'],
    inject(sample, random) {
      const list = pickFrom(
        random,
        sample.read.lists.filter(({ title }) => title?.value.includes('事项清单')),
      );
      if (!list?.title) return null;
      const [from, to] = random.pick([
        ['事项清单', '事项青单'],
        ['履职事项', '履职事顶'],
        ['收回', '回收'],
        ['配合', '配台'],
      ] as const);
      const start = list.title.value.indexOf(from);
      if (start < 0) return null;
      return {
        what: `${list.title.value}: ${from} → ${to}`,
        place: { lists: [list.kind, null] },
        change: [{ span: spanOf(list.title, start, start + from.length), text: to }],
      };
    },
  },
  {
    id: 'row-copied',
    rules: ['sequential-numbering', 'unique-item'],
    inject(sample, random) {
      const row = pickRow(sample, random);
      if (!row) return null;
      return {
        what: `${at(row.place)} stands twice`,
        place: { lists: [row.place.kind], items: [Number(row.place.item.number)] },
        change: withList(sample.plain, row.place.list, (list) => ({
          ...list,
          items: list.items.flatMap((item, i) => (i === row.place.index ? [item, item] : [item])),
        })),
      };
    },
  },
];
