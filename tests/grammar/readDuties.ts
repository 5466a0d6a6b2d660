import { parseDepartments } from '../../src/grammar/departments.ts';
import { type Duties, type DutyNode, joinLines, parseDuties, walkDuties } from '../../src/grammar/duties.ts';
import { county, vocabulary } from './vocabulary.ts';

/** The duties of a cell, its departments as listed in the cell beside it. */
export function read(value: string, listed = ''): Duties {
  const names = parseDepartments(listed, vocabulary, county).names;
  return parseDuties(value, vocabulary, county, names);
}

/** The tree, one node a line: indent, kind, number, departments, words. */
export function draw(value: string, nodes: readonly DutyNode[], indent = ''): string[] {
  return nodes.flatMap((node) => [
    `${indent}${node.type}${node.departments.length > 0 ? ` {${node.departments.map((name) => name.canonical).join('、')}}` : ''}: ${joinLines(value.slice(node.start, node.end))}`,
    ...draw(value, node.children, `${indent}  `),
  ]);
}

/** Form and tree of a cell. */
export function shown(value: string, listed = ''): string[] {
  const duties = read(value, listed);
  return [duties.form, ...draw(value, duties.nodes)];
}

/** The numbers of its clauses and headings, as they are written. */
export function numbers(value: string): string[] {
  return [...walkDuties(read(value).nodes)].flatMap((node) => (node.number ? [node.number.text] : []));
}
