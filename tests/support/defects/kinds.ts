import { betweenDefects } from './between.ts';
import { categoryDefects } from './categories.ts';
import { clauseDefects } from './clauses.ts';
import { countDefects } from './counts.ts';
import type { Defect } from './defect.ts';
import { departmentNameDefects } from './departmentNames.ts';
import { departmentDefects } from './departments.ts';
import { handoverDefects } from './handover.ts';
import { languageDefects } from './language.ts';
import { leftoverDefects } from './leftovers.ts';
import { numberDefects } from './numbers.ts';
import { structureDefects } from './structure.ts';
import { typographyDefects } from './typography.ts';

/** Every kind of defect that can be put into a document, by what it spoils. */
export const DEFECTS: Readonly<Record<string, readonly Defect[]>> = {
  structure: structureDefects,
  numbers: numberDefects,
  categories: categoryDefects,
  departments: [...departmentDefects, ...departmentNameDefects],
  counts: countDefects,
  clauses: clauseDefects,
  handover: handoverDefects,
  between: betweenDefects,
  typography: typographyDefects,
  language: languageDefects,
  leftovers: leftoverDefects,
};
