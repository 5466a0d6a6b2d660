import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberFaults } from '../../src/checks/structure/numberFaults.ts';

/** `4 gap 3`: the printed number, the fault, the number due. */
function faults(values: readonly (number | null)[], start = 1): readonly string[] {
  return numberFaults(values, start).map(
    ({ index, type, expected }) => `${values[index] ?? 'none'} ${type} ${expected}`,
  );
}

describe('numbers that should run on by one', () => {
  it.each<[string, (number | null)[], string[]]>([
    ['says nothing about a sound run', [1, 2, 3, 4], []],
    ['finds a gap once and goes on from what is printed', [1, 2, 4, 5], ['4 gap 3']],
    ['finds a repeat at the second of two equal numbers', [1, 2, 2, 3], ['2 repeated 3']],
    ['takes an odd number for a slip when the run goes on behind it', [1, 2, 3, 4, 50, 6, 7], ['50 wrong 5']],
    ['takes an equal number for a repeat when the run goes on behind it', [1, 2, 3, 3, 5], ['3 repeated 4']],
    ['finds two neighbours that changed places once', [1, 3, 2, 4], ['3 order 2']],
    ['finds two neighbours that changed places at the end', [1, 2, 4, 3], ['4 order 3']],
    ['finds a row that was moved down once, where it stands now', [1, 2, 4, 5, 6, 3, 7, 8], ['3 order 7']],
    ['finds a row that was moved up once, where it stands now', [1, 2, 6, 3, 4, 5, 7], ['6 order 3']],
    ['finds a run that starts at two', [2, 3, 4], ['2 start 1']],
    ['finds a run that starts again', [1, 2, 3, 1, 2, 3], ['1 repeated 4']],
    ['counts a row without number when the next number skips it', [1, null, 3], ['none none 2']],
    ['does not count a row without number when the next number does not', [1, null, 2], ['none none 2']],
    ['finds a gap at the last row', [1, 2, 9], ['9 gap 3']],
    ['keeps two separate faults apart', [1, 3, 4, 4, 5], ['3 gap 2', '4 repeated 5']],
    ['finds a page that was lost as one gap', [1, 2, 11, 12, 13], ['11 gap 3']],
  ])('%s', (_, values, expected) => {
    expect(faults(values)).toEqual(expected);
  });

  it('starts where it is told to', () => {
    expect(faults([0, 1, 2], 0)).toEqual([]);
  });

  it('finds exactly one fault when one number of a sound run is misprinted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 60 }),
        fc.nat(),
        fc.integer({ min: 1, max: 999 }),
        (length, where, printed) => {
          const at = 1 + (where % (length - 2));
          const values = Array.from({ length }, (_, i) => i + 1);
          fc.pre(printed !== at + 1);
          values[at] = printed;
          expect(numberFaults(values, 1)).toHaveLength(1);
        },
      ),
    );
  });

  it('finds exactly one fault when one row is lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 60 }), fc.nat(), (length, where) => {
        const at = where % (length - 1);
        const values = Array.from({ length }, (_, i) => i + 1).filter((_, i) => i !== at);
        expect(numberFaults(values, 1)).toHaveLength(1);
      }),
    );
  });
});
