import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { shortHash } from '../../src/engine/hash.ts';
import type { DutyItem, ListDocument } from '../../src/model/document.ts';
import type { ListKind } from '../../src/model/format.ts';
import { squeeze, type Text } from '../../src/model/text.ts';
import { inspectDocument } from '../../src/outline/inspect.ts';
import { outline } from '../../src/outline/outline.ts';
import { read } from '../../src/readers/read.ts';
import { currentRuleset } from '../support/builtins.ts';
import { type SeedName, seedDocument, seedsPresent } from '../support/seeds.ts';

interface FactSheet {
  readonly format: string;
  readonly reader: string;
  readonly lists: readonly {
    readonly kind: ListKind;
    readonly items: number;
    readonly categories: readonly { readonly name: string; readonly items: number }[];
  }[];
}

function factsOf(name: SeedName): FactSheet {
  return parse(readFileSync(new URL(`../../seeds/documents/${name}.yaml`, import.meta.url), 'utf8'));
}

async function documentOf(name: SeedName): Promise<ListDocument> {
  const { path, bytes } = seedDocument(name);
  return outline(await read(path, bytes), currentRuleset().formats);
}

const bare = (value: string): string => squeeze(value).value;

/** Words of every field of an item, in column order, without white space. */
function fieldsOf(item: DutyItem): readonly string[] {
  const { name, departments, superiorDuties, townshipDuties, handover } = item.fields;
  return [name, departments, superiorDuties, townshipDuties, handover].flatMap((field) =>
    field ? [bare(field.text.value)] : [],
  );
}

/** How often each character of the source stands in one of the texts. */
function coverage(document: ListDocument, texts: readonly Text[]): Uint8Array {
  const counts = new Uint8Array(document.source.text.length);
  for (const text of texts) {
    for (const segment of text.segments) {
      if (bare(text.value.slice(segment.at, segment.at + segment.length)) === '') continue;
      for (let i = 0; i < segment.sourceLength; i++)
        counts[segment.from + i] = (counts[segment.from + i] ?? 0) + 1;
    }
  }
  return counts;
}

const fieldTexts = (document: ListDocument): readonly Text[] =>
  document.lists.flatMap((list) =>
    list.items.flatMap((item) => Object.values(item.fields).map((field) => field.text)),
  );

describe.skipIf(!seedsPresent).each(['zhaosu', 'awati'] as const)('the founding document %s', (name) => {
  it('reads as the lists, items and categories that were counted by hand', async () => {
    const facts = factsOf(name);
    const { reader, format, lists, unread } = inspectDocument(await documentOf(name));
    expect({ reader, format }).toEqual({ reader: facts.reader, format: facts.format });
    const counted = lists.map((list) => ({
      kind: list.kind,
      items: list.items.length,
      categories: [...new Set(list.items.map((item) => item.category))].map((category) => ({
        name: category,
        items: list.items.filter((item) => item.category === category).length,
      })),
    }));
    const stated = facts.lists.map(({ kind, items, categories }) => ({ kind, items, categories }));
    expect(counted).toEqual(stated);
    expect(unread.map((place) => place.reason)).toEqual(name === 'awati' ? ['stray-text', 'stray-text'] : []);
  });

  it('numbers every list from 1 to its end', async () => {
    for (const list of (await documentOf(name)).lists)
      expect(list.items.map((item) => item.number.value)).toEqual(list.items.map((_, i) => i + 1));
  });

  it('puts no character into two fields', async () => {
    const document = await documentOf(name);
    const counts = coverage(document, fieldTexts(document));
    const twice = [...counts].flatMap((count, at) =>
      count > 1 ? [document.source.text.slice(at, at + 20)] : [],
    );
    expect(twice).toEqual([]);
  });

  it('leaves no character of the lists but header words out of the fields', async () => {
    const document = await documentOf(name);
    const counts = coverage(document, fieldTexts(document));
    const first = Math.min(...document.lists.map((list) => list.headers[0]?.span.start ?? 0));
    const { text, lineStarts } = document.source;
    const left = lineStarts.flatMap((start, i) => {
      const end = lineStarts[i + 1] ?? text.length;
      const rest = [...text.slice(start, end)].filter((_, at) => !counts[start + at]).join('');
      const words = bare(rest.replace(/<\/?p>|[|-]/g, ''));
      return end > first && words !== '' ? [words] : [];
    });
    const whole = left.join('');
    const expected =
      name === 'zhaosu'
        ? /^(?:序号事项类别事项名称(?:承接部门及工作方式|对应上级部门上级部门职责镇配合职责)?|伊犁州昭苏县昭苏镇(?:配合履职|上级部门收回)事项清单)*$/
        : /^(?:序号|事项|类别|事项类别|事项名称|上级部门职责乡镇配合职责|承接部门及工作方式|对应上级|部门|“+)*$/;
    expect(whole).toMatch(expected);
  });
});

describe.skipIf(!seedsPresent)('the fields of the founding documents', () => {
  it('equal the cells of the Markdown source, split independently', async () => {
    const { text } = (await documentOf('zhaosu')).source;
    const rows = text.split('\n').flatMap((line) => {
      const cells = line.startsWith('|') ? line.slice(1, line.lastIndexOf('|')).split('|') : [];
      const bareCells = cells.map((cell) => bare(cell.replace(/<\/?p>/g, '')));
      return /^[0-9]+$/.test(bareCells[0] ?? '') ? [bareCells] : [];
    });
    const items = (await documentOf('zhaosu')).lists.flatMap((list) => list.items);
    const read = items.map((item) => [
      bare(item.number.text.value),
      bare(item.category?.text.value ?? ''),
      ...fieldsOf(item),
    ]);
    expect(read).toEqual(rows);
  });

  it('equal what was read by eye in the PDF text, kept as digests', async () => {
    const digests = (await documentOf('awati')).lists.map(({ kind, items }) => ({
      kind,
      items: items.map((item) => fieldsOf(item).map(shortHash).join(' ')),
    }));
    const file = fileURLToPath(new URL('../../seeds/documents/awati.fields.json', import.meta.url));
    await expect(`${JSON.stringify(digests, null, 1)}\n`).toMatchFileSnapshot(file);
  });
});
