import { describe, expect, test } from 'vitest';
import { parseDepartments } from '../../src/grammar/departments.ts';
import { dutyLines, parseDuties } from '../../src/grammar/duties.ts';
import { findStatedCounts } from '../../src/grammar/statedCounts.ts';
import { verbatim } from '../../src/model/text.ts';
import { builtinRuleset } from '../../src/ruleset/load.ts';
import { type SeedName, seedDocument, seedsPresent } from '../support/seeds.ts';

function format(id: string) {
  const found = builtinRuleset().formats.get(id);
  if (!found) throw new Error(`no format ${id}`);
  return found;
}

function text(name: SeedName): string {
  return new TextDecoder().decode(seedDocument(name).bytes);
}

/** Rows of the coordinating list by a plain split: departments, superior duties, township duties. */
function rows(): (readonly [string, string, string])[] {
  return text('zhaosu')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 8 && /^\d+$/u.test(cells[1] ?? ''))
    .map((cells) => [cells[4] ?? '', lines(cells[5] ?? ''), lines(cells[6] ?? '')] as const);
}

function lines(cell: string): string {
  return cell.replace(/<\/p>\s*<p>/gu, '\n').replace(/<\/?p>/gu, '');
}

const squeezed = (value: string) => value.replace(/\s+/gu, '');

describe.skipIf(!seedsPresent)('the founding documents', () => {
  test('have department cells of names only, save the one with a duty in it', () => {
    const { departments, countyNames } = format('zhaosu');
    const lists = rows().map(([cell]) => parseDepartments(cell, departments, countyNames));
    expect(lists.length).toBe(128);
    expect(lists.filter((list) => list.names.length === 0 || list.nobody.length > 0)).toEqual([]);
    expect(lists.filter((list) => list.notNames.length > 0).length).toBe(1);
  });

  test('have department cells that read the same by the base format', () => {
    const [own, base] = [format('zhaosu'), format('base')];
    for (const [cell] of rows()) {
      const read = (departments: typeof own.departments, names: readonly string[]) =>
        parseDepartments(cell, departments, names).names.map(({ name }) => name);
      expect(read(base.departments, [])).toEqual(read(own.departments, own.countyNames));
    }
  });

  test('have duties that lose no character in lines', () => {
    const { departments, countyNames } = format('zhaosu');
    for (const [cell, ...duties] of rows()) {
      const listed = parseDepartments(cell, departments, countyNames).names;
      for (const value of duties) {
        const read = parseDuties(value, departments, countyNames, listed);
        expect(squeezed(dutyLines(value, read).join(''))).toBe(squeezed(value));
      }
    }
  });

  test('have clauses that are numbered from 1 without a gap under their headings', () => {
    const { departments, countyNames } = format('zhaosu');
    for (const [cell, ...duties] of rows()) {
      const listed = parseDepartments(cell, departments, countyNames).names;
      for (const value of duties) {
        const { nodes } = parseDuties(value, departments, countyNames, listed);
        const check = (siblings: typeof nodes) => {
          const numbers = siblings.flatMap((node) => (node.number ? [node.number.value] : []));
          expect(numbers).toEqual(numbers.map((_, i) => i + 1));
          for (const node of siblings) check(node.children);
        };
        check(nodes);
      }
    }
  });

  test('state their counts in the preamble', () => {
    const whole = text('awati');
    const preamble = whole.slice(0, whole.indexOf('序号 事项类别'));
    const found = findStatedCounts(verbatim(preamble, 0, preamble.length), format('base').statements);
    expect(
      found.map(({ what, stated, names, listWords }) => [what, stated, names.length, listWords]),
    ).toEqual([
      ['categories', 21, 21, null],
      ['items', 139, 0, '基本履职事项'],
      ['categories', 18, 18, null],
      ['items', 109, 0, '配合履职事项'],
      ['departments', 39, 0, null],
      ['categories', 10, 10, null],
      ['items', 44, 0, '上级部门收回事项'],
      ['departments', 17, 0, null],
    ]);
  });
});
