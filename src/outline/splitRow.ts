import { isDepartmentList } from '../grammar/departments.ts';
import type { Format } from '../model/format.ts';
import { findDepartments, opensWith, PLACES } from './departmentCell.ts';
import { FIRST_CLAUSE } from './dutyText.ts';
import { type Range, startsWithWord, wordEnds, wordStarts } from './rowWords.ts';
import { type DutyCells, splitDuties } from './splitDuties.ts';

/** The cells of a coordinating row. */
export interface CoordinatingCells extends DutyCells {
  readonly name: readonly Range[];
  readonly departments: readonly Range[];
  /** False where no department cell was recognised and only the layout decided. */
  readonly certain: boolean;
}

/** Tells the cells of a coordinating row apart by the grammar: a name, a list of departments, duties, duties. */
export function splitCoordinatingRow(value: string, format: Format): CoordinatingCells {
  const departments = findDepartments(value, format);
  if (departments) {
    const duties = splitDuties(value, departments[1], format);
    return { name: [[0, departments[0]]], departments: [departments], ...duties, certain: true };
  }
  return splitByLayout(value, format);
}

/** Without a recognised department cell: what stands in the last paragraph before the duties. */
function splitByLayout(value: string, format: Format): CoordinatingCells {
  const starts = wordStarts(value);
  const duties = starts.find(
    (start) =>
      start > 0 &&
      (FIRST_CLAUSE.test(value.slice(start, start + 6)) || /^[^\n\f]*[:：](?:\n|$)/.test(value.slice(start))),
  );
  const dutyStart = duties ?? paragraphStarts(value)[2] ?? value.length;
  const paragraphs = paragraphStarts(value).filter((start) => start > 0 && start < dutyStart);
  const departmentStart = paragraphs[paragraphs.length - 1] ?? dutyStart;
  return {
    name: [[0, departmentStart]],
    departments: [[departmentStart, dutyStart]],
    ...splitDuties(value, dutyStart, format),
    certain: false,
  };
}

function paragraphStarts(value: string): readonly number[] {
  return [0, ...[...value.matchAll(/\n\n/g)].map((match) => match.index + 2)];
}

/** Tells name and handover of a withdrawn row apart. */
export function splitWithdrawnRow(value: string, format: Format): { name: Range; handover: Range } {
  const all = wordStarts(value);
  const starts = all.filter((start) => start > 0);
  const { departmentLabels, mannerLabels, stopped } = format.handover;
  const labels = [...departmentLabels, ...mannerLabels];
  const begins = (start: number, words: readonly string[]) =>
    words.some((word) => startsWithWord(value, start, word));
  const label = all.find((start) => begins(start, labels) || begins(start, stopped));
  const limit = label ?? value.length;
  const { departments, countyNames } = format;
  const opened = starts.filter(
    (start) =>
      [...format.countyNames, ...format.departments.prefixes].some((word) =>
        startsWithWord(value, start, word),
      ) || PLACES.some((place) => opensWith(place, value, start)),
  );
  const list = [...opened, ...starts].find((start) => {
    if (start >= limit) return false;
    const ends = wordEnds(value).filter((end) => end > start && end <= limit);
    return ends.some((end) => {
      const atLabel = label !== undefined && value.slice(end, label).trim() === '';
      if (label !== undefined && !atLabel) return false;
      return isDepartmentList(value.slice(start, end), departments, countyNames);
    });
  });
  const from = list ?? label ?? starts.find((start) => /^由/.test(value.slice(start))) ?? value.length;
  return { name: [0, from], handover: [from, value.length] };
}
