import { isDepartmentList } from '../grammar/departments.ts';
import type { Format } from '../model/format.ts';

/** How a cell of clauses or sections begins. */
export const FIRST_CLAUSE = /^(?:[1１]\s*[.．、]|1(?=[一-鿿])|一、|[（(][一1][）)]|①)/;

/** The number of any clause or section. */
export const CLAUSE_START =
  /^(?:[0-9０-９]{1,2}\s*[.．、]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[①-⑳])/;

/** A cell ends with a full stop; ； leaves it open. */
export const FINISHED = /[。！？][”）)》]?$/;

/** What ends a clause. */
export const ENDED = /[。；;.！？”）)》]$/;

/** A line that stands above clauses: it ends with a colon, is a section's heading, or names departments and nothing else. */
export function isHeading(line: string, format: Format): boolean {
  const trimmed = line.trim();
  return (
    /[:：]$/.test(trimmed) ||
    (/^[一二三四五六七八九十]{1,3}、/.test(trimmed) && !/[。；]$/.test(trimmed)) ||
    isDepartmentList(trimmed, format.departments, format.countyNames)
  );
}
