/** One fault in a run of numbers. `index` and `related` are positions in the run, 0-based. */
export interface NumberFault {
  readonly index: number;
  readonly type: 'start' | 'gap' | 'repeated' | 'order' | 'wrong' | 'none';
  /** The number that should stand at `index`. */
  readonly expected: number;
  /** The place it clashes with: the first of two equal numbers, the neighbour it changed places with. */
  readonly related: number | null;
}

/**
 * The faults of numbers that should run on by one from `start`. After a fault it goes on from what is printed,
 * so one fault is one finding: 1 2 4 5 has one fault at 4, 1 2 2 3 one at the second 2. Where the following number
 * continues the old run, the odd one alone is wrong: 1 2 30 4 has one fault at 30.
 * `null` stands for what is no number.
 */
export function numberFaults(values: readonly (number | null)[], start: number): readonly NumberFault[] {
  const faults: NumberFault[] = [];
  const first = new Map<number, number>();
  let expected = start;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? null;
    const next = values[i + 1] ?? null;
    const seen = value === null ? undefined : first.get(value);
    if (value !== null && seen === undefined) first.set(value, i);

    if (value === expected) {
      expected++;
    } else if (value === null) {
      faults.push({ index: i, type: 'none', expected, related: null });
      // Where the next row bears the number that this one should, this row was not counted.
      if (next !== expected) expected++;
    } else if (next === expected + 1) {
      faults.push({
        index: i,
        type: seen === undefined ? 'wrong' : 'repeated',
        expected,
        related: seen ?? null,
      });
      expected++;
    } else if (value === expected + 1 && next === expected && changedPlaces(values, i, expected)) {
      faults.push({ index: i, type: 'order', expected, related: i + 1 });
      first.set(next, i + 1);
      expected += 2;
      i++;
    } else if (next === expected) {
      // One row that does not belong here: the numbers around it run on.
      faults.push({
        index: i,
        type: seen === undefined ? 'order' : 'repeated',
        expected,
        related: seen ?? null,
      });
    } else {
      const type = i === 0 ? 'start' : seen !== undefined ? 'repeated' : value > expected ? 'gap' : 'order';
      faults.push({ index: i, type, expected, related: seen ?? null });
      expected = value + 1;
    }
  }
  return withoutMoved(faults, values);
}

function changedPlaces(values: readonly (number | null)[], i: number, expected: number): boolean {
  const after = values[i + 2];
  return after === undefined || after === expected + 2;
}

/** A row that was moved leaves a gap where it stood: one fault, told where the row stands now. */
function withoutMoved(
  faults: readonly NumberFault[],
  values: readonly (number | null)[],
): readonly NumberFault[] {
  const gaps = new Map<number, number>();
  for (const fault of faults) {
    if (fault.type === 'gap' && values[fault.index] === fault.expected + 1)
      gaps.set(fault.expected, fault.index);
  }
  const told = new Set<number>();
  const moved = faults.map((fault) => {
    const value = values[fault.index];
    const gap = fault.type === 'order' && value !== null && value !== undefined ? gaps.get(value) : undefined;
    if (gap === undefined) return fault;
    told.add(gap);
    return { ...fault, related: fault.related ?? gap };
  });
  return moved.filter((fault) => !(fault.type === 'gap' && told.has(fault.index)));
}

/**
 * The one number that its neighbours prove wrong: all others of the run are right, the one before it and the one behind it among
 * them, so that nothing can have been lost or put in there. Null where there is no such number. Where a run has more than one fault
 * nobody can tell which of them is the cause.
 * @param faults what `numberFaults` found in `values`
 */
export function provenFault(
  faults: readonly NumberFault[],
  values: readonly (number | null)[],
  start: number,
): NumberFault | null {
  const [fault] = faults;
  if (!fault || faults.length > 1) return null;
  const { index, expected } = fault;
  const before = index === 0 ? start - 1 : values[index - 1];
  return before === expected - 1 && values[index + 1] === expected + 1 ? fault : null;
}
