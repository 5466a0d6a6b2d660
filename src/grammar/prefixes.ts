import type { DepartmentVocabulary } from '../model/format.ts';
import { branchOf, nameContext, readName } from './departmentNames.ts';
import { lexiconOf } from './lexicon.ts';

/** A prefix without the name of the place: 昭苏县委 → 县委, 喀什地区 → 地区. */
export function plainPrefix(prefix: string, vocabulary: DepartmentVocabulary): string {
  return lexiconOf(vocabulary).prefixes.find((candidate) => prefix.endsWith(candidate)) ?? prefix;
}

/** Whether a name without prefix is one that the vocabulary knows, in full or short. */
export function isKnownBase(base: string, vocabulary: DepartmentVocabulary): boolean {
  return lexiconOf(vocabulary).full.has(base);
}

/** Whether a name without prefix needs none, since it holds its place: 团县委, 国家开发银行昭苏县支行. */
export function bringsOwnPlace(
  base: string,
  vocabulary: DepartmentVocabulary,
  countyNames: readonly string[],
): boolean {
  return readName(base, nameContext(lexiconOf(vocabulary), countyNames))?.independent === true;
}

/** Whether a name is that of a branch: 生态环境局昭苏县分局, 国家开发银行昭苏县支行. */
export function isBranchName(
  base: string,
  vocabulary: DepartmentVocabulary,
  countyNames: readonly string[],
): boolean {
  return branchOf(base, nameContext(lexiconOf(vocabulary), countyNames)) !== null;
}
