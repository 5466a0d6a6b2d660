import { type Duties, dutyLines } from '../../../src/grammar/duties.ts';
import type { DutyItem, ListDocument } from '../../../src/model/document.ts';
import type { Format } from '../../../src/model/format.ts';
import { squeeze } from '../../../src/model/text.ts';
import { outline } from '../../../src/outline/outline.ts';
import { departmentsOf, superiorDutiesOf, townshipDutiesOf } from '../../../src/outline/reading.ts';
import { read } from '../../../src/readers/read.ts';
import {
  markdown,
  type PlainDocument,
  type PlainItem,
  type PlainKind,
  type PlainList,
  pdfText,
} from '../layouts.ts';
import { okFixture } from '../okFixtures.ts';
import { plainOf } from '../readBack.ts';
import type { Layout, Sample } from './defect.ts';
import { inventedDocument } from './invented.ts';

/** A sound document as plain data. `unit` is what the township calls itself in headers. */
export interface SoundDocument {
  readonly name: string;
  readonly unit: string;
  readonly plain: PlainDocument;
}

/** The layouts: those of the founding documents, and those that a county of other habits uses. */
export const LAYOUTS: readonly Layout[] = [
  {
    id: 'pages of pipe tables, categories in a column',
    family: 'pipes',
    categories: 'column',
    splitHandover: false,
    unit: null,
    file: 'lists.md',
    write: (document, unit, seed) =>
      markdown(document, { unit, rowsPerPage: 9, clauses: 'p', titles: 'plain', contents: 'table' }, seed),
  },
  {
    id: 'pipe tables, categories in rows with counts',
    family: 'pipes',
    categories: 'headings',
    splitHandover: false,
    unit: null,
    file: 'lists.md',
    write: (document, unit, seed) =>
      markdown(document, { unit, categories: 'rows', clauses: 'br', contents: 'lines' }, seed),
  },
  {
    id: 'HTML tables with merged cells',
    family: 'html',
    categories: 'merged',
    splitHandover: false,
    unit: null,
    file: 'lists.md',
    write: (document, unit, seed) =>
      markdown(
        document,
        { unit, syntax: 'html', categories: 'merged', clauses: 'br', rowsPerPage: 15 },
        seed,
      ),
  },
  {
    id: 'subdistrict: other header words, headings, a handover in two columns',
    family: 'pipes',
    categories: 'headings',
    splitHandover: true,
    unit: '街道',
    file: 'lists.md',
    write: (document, unit, seed) =>
      markdown(
        asSubdistrict(document),
        { unit, wording: 1, categories: 'headings', handover: 'split', clauses: 'p', contents: 'lines' },
        seed,
      ),
  },
  {
    id: 'PDF text, no titles',
    family: 'pdf',
    categories: 'column',
    splitHandover: false,
    unit: null,
    file: 'lists.txt',
    write: (document, unit, seed) => pdfText(document, { unit }, seed),
  },
  {
    id: 'PDF text with cover, titles and page numbers',
    family: 'pdf',
    categories: 'column',
    splitHandover: false,
    unit: null,
    file: 'lists.txt',
    write: (document, unit, seed) =>
      pdfText(
        document,
        {
          unit,
          cover: true,
          titles: true,
          header: 'one',
          headerOn: 'every',
          linesPerPage: 34,
          kinsoku: true,
          pageMark: 'formFeed',
          pageNumbers: 'dashes',
        },
        seed,
      ),
  },
];

/** The document as a subdistrict would write it: its names and the words for itself. */
export function asSubdistrict(document: PlainDocument): PlainDocument {
  const words = (text: string): string =>
    text
      .replace(/(?<=县[一-龥]{2})[镇乡]/g, '街道')
      .replace(/(望川|石桥|柳湾|河口|松坪|红柳)[镇乡]/g, '$1街道')
      .replace(/本[镇乡]/g, '本街道')
      .replaceAll('乡镇', '街道');
  const list = (plain: PlainList): PlainList => ({
    ...plain,
    title: words(plain.title),
    items: plain.items.map(({ number, category, ...rest }) => ({
      number,
      category,
      name: words(rest.name),
      ...Object.fromEntries(
        Object.entries(rest).flatMap(([role, text]) => (role === 'name' ? [] : [[role, words(text)]])),
      ),
    })),
  });
  return {
    ...document,
    title: words(document.title),
    preamble: document.preamble.map(words),
    lists: document.lists.map(list),
  };
}

/** Duties with every heading and clause on a line of its own, and a handover with its labels at the start of a line. */
function wordsOf(document: ListDocument, item: DutyItem): Partial<PlainItem> {
  const { superiorDuties, townshipDuties, handover } = item.fields;
  const superior = superiorDutiesOf(document, item);
  const township = townshipDutiesOf(document, item);
  const lines = (text: string, duties: Duties) => dutyLines(text, duties).join('\n');
  return {
    ...(superiorDuties && superior ? { superiorDuties: lines(superiorDuties.text.value, superior) } : {}),
    ...(townshipDuties && township ? { townshipDuties: lines(townshipDuties.text.value, township) } : {}),
    ...(handover
      ? {
          handover: squeeze(handover.text.value)
            .value.replace(/(?<=.)(承接部门|承接方式|工作方式)(?=：)/g, '\n$1')
            // The department of a second pair.
            .replace(/(?<=。)(?=县[一-龥]{2,12}\n)/g, '\n'),
        }
      : {}),
  };
}

/** A fixture as plain data, with its own preamble, title and titles of lists. */
async function fixture(
  file: string,
  place: { readonly county: string; readonly town: string; readonly unit: string },
  formats: ReadonlyMap<string, Format>,
): Promise<SoundDocument> {
  const document = outline(await read(file, okFixture(file)), formats);
  const plain = plainOf(document);
  const { county, town, unit } = place;
  return {
    name: file,
    unit,
    plain: {
      ...plain,
      title: `${county}${town}履职事项清单`,
      date: squeeze(plain.date).value,
      preamble: document.paragraphs.map(({ value }) => squeeze(value).value),
      lists: plain.lists.map((list, index) => ({
        ...list,
        title: document.lists[index]?.title ? squeeze(list.title).value : `${county}${town}${list.title}`,
        items: list.items.map((item, at) => {
          const read = document.lists[index]?.items[at];
          return read ? { ...item, ...wordsOf(document, read) } : item;
        }),
      })),
    },
  };
}

/** The fixtures and invented documents, all sound. */
export async function soundDocuments(
  formats: ReadonlyMap<string, Format>,
  invented: readonly number[],
): Promise<readonly SoundDocument[]> {
  return [
    await fixture('wangchuan.md', { county: '澜州青屿县', town: '望川镇', unit: '镇' }, formats),
    await fixture('shiqiao.txt', { county: '临沅县', town: '石桥乡', unit: '乡' }, formats),
    ...invented.map((seed) => ({
      name: `invented ${seed}`,
      unit: '镇',
      plain: inventedDocument(seed),
    })),
  ];
}

const MATTER_WORDS: Readonly<Record<PlainKind, string>> = {
  basic: '基本履职事项',
  coordinating: '配合履职事项',
  withdrawn: '上级部门收回事项',
};

/**
 * A third of a document: runs of three items of the categories that all its lists share, stated counts to match. `departments`:
 * how many the shortened coordinating list names.
 */
export async function shortened(
  document: SoundDocument,
  formats: ReadonlyMap<string, Format>,
): Promise<SoundDocument> {
  const { plain } = document;
  const names = plain.lists.map((list) => new Set(list.items.map(({ category }) => category)));
  const lists = plain.lists.map((list) => {
    const taken = new Map<string, number>();
    const items = list.items.filter(({ category }) => {
      const before = taken.get(category) ?? 0;
      taken.set(category, before + 1);
      return before < 3 && names.every((known) => known.has(category));
    });
    return {
      ...list,
      title: list.title.replace(/（共\d+项）$/, `（共${items.length}项）`),
      items: items.map((item, i) => ({ ...item, number: String(i + 1) })),
    };
  });
  const short = { ...plain, lists, preamble: [] };
  const source = await read('lists.md', new TextEncoder().encode(markdown(short, {}, 1)));
  const departments = departmentNames(outline(source, formats)).size;
  const statements = lists.map(({ kind, items }) => {
    const categories = [...new Set(items.map(({ category }) => category))];
    const involved = kind === 'coordinating' ? `，涉及${departments}个部门（单位）` : '';
    if (kind === 'basic') {
      const parts = categories.map(
        (name) => `${name}${items.filter(({ category }) => category === name).length}项`,
      );
      return `${MATTER_WORDS[kind]}清单共${categories.length}个类别${items.length}项，分为${parts.join('、')}。`;
    }
    return `${MATTER_WORDS[kind]}清单包括${categories.join('、')}等${categories.length}个类别，共有${MATTER_WORDS[kind]}${items.length}项${involved}。`;
  });
  return { ...document, plain: { ...short, preamble: ['编制说明', ...statements] } };
}

/** The departments that the coordinating list of a document names, each by the name that forms of it have in common. */
export function departmentNames(document: ListDocument): ReadonlySet<string> {
  const names = document.lists
    .filter(({ kind }) => kind === 'coordinating')
    .flatMap((list) => list.items.flatMap((item) => departmentsOf(document, item)?.names ?? []));
  return new Set(names.map(({ canonical }) => canonical));
}

/** Writes a document in a layout; what is written is read with `formats`. */
export async function sampleOf(
  document: SoundDocument,
  layout: Layout,
  seed: number,
  formats: ReadonlyMap<string, Format>,
): Promise<Sample> {
  const unit = layout.unit ?? document.unit;
  // A change of the document must be written as the sample was, so the layout's own rewording comes first.
  const plain = layout.unit === '街道' ? asSubdistrict(document.plain) : document.plain;
  const text = layout.write(plain, unit, seed);
  const source = await read(layout.file, new TextEncoder().encode(text));
  return { name: document.name, layout, unit, seed, plain, text, read: outline(source, formats) };
}
