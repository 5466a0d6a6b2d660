import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ListDocument } from '../../src/model/document.ts';
import { spanOf, squeeze } from '../../src/model/text.ts';
import { outline } from '../../src/outline/outline.ts';
import { departmentsOf } from '../../src/outline/reading.ts';
import { read } from '../../src/readers/read.ts';
import { currentRuleset } from '../support/builtins.ts';

const source = readFileSync(new URL('../../fixtures/ok/shiqiao.txt', import.meta.url), 'utf8');

async function documentOf(text: string): Promise<ListDocument> {
  return outline(await read('list.txt', new TextEncoder().encode(text)), currentRuleset().formats);
}

const cellsOf = (document: ListDocument) =>
  document.lists.flatMap((list) =>
    list.kind === 'coordinating'
      ? list.items.map((item) => squeeze(item.fields.departments?.text.value ?? '').value)
      : [],
  );

/** The cells of the list after the mark between the first two departments of each tenth cell was changed. */
async function damaged(mark: string) {
  const sound = await documentOf(source);
  const items = sound.lists.flatMap((list) => (list.kind === 'coordinating' ? list.items : []));
  const edits = items.flatMap((item) => {
    const text = item.fields.departments?.text;
    const [first, second] = departmentsOf(sound, item)?.names ?? [];
    if (!text || !first || !second || (item.number.value ?? 1) % 5 !== 0) return [];
    return [{ item: item.index, ...spanOf(text, first.end, second.start), at: first.name.length }];
  });
  let changed = source;
  for (const { start, end } of edits.toReversed())
    changed = changed.slice(0, start) + mark + changed.slice(end);
  const expected = cellsOf(sound).map((cell, i) => {
    const edit = edits.find(({ item }) => item === i);
    return edit ? cell.slice(0, edit.at) + mark.trim() + cell.slice(edit.at + 1) : cell;
  });
  return { cells: cellsOf(await documentOf(changed)), expected, edits: edits.length };
}

describe('a department cell of PDF text', () => {
  it.each(['；', ' ', ''])('is read whole with “%s” where 、 belongs', async (mark) => {
    const { cells, expected, edits } = await damaged(mark);
    expect(edits).toBeGreaterThan(5);
    expect(cells).toEqual(expected);
  });
});
