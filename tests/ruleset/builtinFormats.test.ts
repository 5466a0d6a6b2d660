import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { LIST_KINDS } from '../../src/model/format.ts';
import { builtinRuleset } from '../../src/ruleset/load.ts';
import { formatOf } from './memoryHost.ts';

const formats = { formats: builtinRuleset().formats };
const seed = (name: string) => parse(readFileSync(new URL(`../../seeds/${name}`, import.meta.url), 'utf8'));

interface Sheet {
  readonly format: string;
  readonly lists: readonly {
    readonly kind: (typeof LIST_KINDS)[number];
    readonly items: number;
    readonly categories: readonly { readonly name: string; readonly items: number }[];
  }[];
}

const sheets: readonly Sheet[] = [seed('documents/zhaosu.yaml'), seed('documents/awati.yaml')];

describe('the base format', () => {
  const base = formatOf(formats, 'base');

  it('leaves nothing empty but what only a county can say', () => {
    const empty = Object.entries({ ...base.headers, ...base.statements, ...base.handover, units: base.units })
      .filter(([, words]) => words.length === 0)
      .map(([name]) => name);
    expect(empty).toEqual([]);
    expect(LIST_KINDS.map((kind) => base.lists[kind].titles.length > 0)).toEqual([true, true, true]);
    expect([base.detect, base.countyNames, base.departments.registry]).toEqual([[], [], []]);
    expect(base.categories.closed).toBe(false);
  });

  it('puts the titles first that the lists are issued with, and asks for every column of the coordinating list', () => {
    expect(base.lists.coordinating.titles[0]).toBe('配合履职事项清单');
    expect(base.lists.basic.titles[0]).toBe('基本履职事项清单');
    expect(base.lists.withdrawn.titles[0]).toBe('上级部门收回事项清单');
    expect(base.lists.coordinating.required).toEqual([
      'number',
      'category',
      'name',
      'departments',
      'superiorDuties',
      'townshipDuties',
    ]);
  });

  it('knows every short form that the founding documents use', () => {
    for (const { full, zhaosu, awati } of seed('departments.yaml')) {
      const forms = [full, ...(base.departments.shortForms[full] ?? [])];
      expect([...zhaosu, ...awati].filter((form) => !forms.includes(form))).toEqual([]);
    }
  });

  it('gives each word once', () => {
    const lists = [...Object.values(base.headers), base.categories.names, base.units, base.departments.names];
    expect(lists.map((words) => words.length - new Set(words).size)).toEqual(lists.map(() => 0));
  });
});

describe('the formats of the founding counties', () => {
  it('have the categories of their document, all in its order', () => {
    for (const sheet of sheets) {
      const { names, closed } = formatOf(formats, sheet.format).categories;
      expect(closed).toBe(true);
      for (const { categories } of sheet.lists) {
        const places = categories.map(({ name }) => names.indexOf(name));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(places).not.toContain(-1);
      }
    }
  });

  it('are recognised by the county’s name', () => {
    expect(formatOf(formats, 'zhaosu').detect).toEqual(['昭苏']);
    expect(formatOf(formats, 'bachu').detect).toEqual(['巴楚']);
  });
});

describe('the fact sheets', () => {
  it('add up', () => {
    for (const { lists } of sheets)
      for (const { items, categories } of lists)
        expect(categories.reduce((sum, category) => sum + category.items, 0)).toBe(items);
    expect(sheets.map(({ lists }) => lists.map(({ items }) => items))).toEqual([
      [89, 128, 52],
      [139, 109, 44],
    ]);
    expect(sheets.map(({ lists }) => lists.map(({ categories }) => categories.length))).toEqual([
      [20, 18, 10],
      [20, 18, 10],
    ]);
  });

  it('agree with the sheet of categories', () => {
    const [zhaosu, awati] = sheets.map(({ lists }) => {
      const letters = new Map<string, string>();
      for (const { kind, categories } of lists)
        for (const { name } of categories) letters.set(name, (letters.get(name) ?? '') + kind.charAt(0));
      return letters;
    });
    for (const row of seed('categories.yaml')) {
      expect([row.zhaosu, row.awati]).toEqual([zhaosu?.get(row.name) ?? '', awati?.get(row.name) ?? '']);
    }
  });
});
