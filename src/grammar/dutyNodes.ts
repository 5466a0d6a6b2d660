import type { ClauseNumber } from './clauseNumbers.ts';
import type { DepartmentName } from './departments.ts';

/**
 * A part of a duties cell. `section` and `group` are headings (一、…; department names); `clause` is numbered;
 * `sentence` is not. `start` and `end` hold the node's own words, number and closing mark included, white space at
 * both ends left out; children stand behind them. A section that is a heading of department names is a `group` with
 * a number.
 */
export interface DutyNode {
  readonly type: 'section' | 'group' | 'clause' | 'sentence';
  readonly number: ClauseNumber | null;
  /** Of a group: the names of its heading. Of a clause or sentence: the departments that are its subject. */
  readonly departments: readonly DepartmentName[];
  /** Offsets in the cell's value. */
  readonly start: number;
  readonly end: number;
  readonly children: readonly DutyNode[];
}

/** Every node in reading order, headings before what stands below them. */
export function walkDuties(nodes: readonly DutyNode[]): readonly DutyNode[] {
  const found: DutyNode[] = [];
  addAll(nodes, found);
  return found;
}

function addAll(nodes: readonly DutyNode[], found: DutyNode[]): void {
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    if (!node) continue;
    found.push(node);
    if (node.children.length > 0) addAll(node.children, found);
  }
}
