import type { Handover, HandoverPair } from '../../grammar/handover.ts';
import { isWhiteAt } from '../../grammar/punctuation.ts';
import type { Span } from '../../model/place.ts';

/** Fewer words behind a department say nothing of a manner. */
const LEAST_MANNER = 6;

/**
 * How each pair of a handover says the work is taken over: behind its label, or behind the departments where the label
 * is missing (`承接部门：县水利局 由县水利局…`). Null when nothing says so. Offsets count in the cell's `value`.
 */
export function mannersOf({ pairs }: Handover, value: string): readonly (Span | null)[] {
  return pairs.map((pair, index) => {
    if (pair.manner) return pair.manner;
    const [name] = pair.departments.names;
    const first = pair.departments.notNames.find(({ start }) => name !== undefined && start >= name.end);
    if (!first) return null;
    const next = pairs[index + 1];
    let end = next ? startOf(next, value) : value.length;
    while (end > first.start && isWhiteAt(value, end - 1)) end--;
    return end - first.start >= LEAST_MANNER ? { start: first.start, end } : null;
  });
}

/** Where the words of a pair begin. */
function startOf({ departments, departmentLabel, manner }: HandoverPair, value: string): number {
  return departmentLabel?.start ?? departments.names[0]?.start ?? manner?.start ?? value.length;
}
