import type { DepartmentVocabulary } from '../model/format.ts';
import { branchOf, nameContext, readName } from './departmentNames.ts';
import { lexiconOf } from './lexicon.ts';

const plainPrefixes = new WeakMap<DepartmentVocabulary, Map<string, string>>();

/** A prefix without the name of the place: 昭苏县委 → 县委, 喀什地区 → 地区. */
export function plainPrefix(prefix: string, vocabulary: DepartmentVocabulary): string {
  let known = plainPrefixes.get(vocabulary);
  if (!known) {
    known = new Map();
    plainPrefixes.set(vocabulary, known);
  }
  const before = known.get(prefix);
  if (before !== undefined) return before;
  const plain = lexiconOf(vocabulary).prefixes.find((candidate) => prefix.endsWith(candidate)) ?? prefix;
  known.set(prefix, plain);
  return plain;
}

/** Whether a name without prefix is one that the vocabulary knows, in full or short. */
export function isKnownBase(base: string, vocabulary: DepartmentVocabulary): boolean {
  return lexiconOf(vocabulary).full.has(base);
}

/** All names without prefix that the vocabulary knows, in full and short, the registry's among them. */
export function knownBases(vocabulary: DepartmentVocabulary): Iterable<string> {
  return lexiconOf(vocabulary).full.keys();
}

/** Whether a name without prefix needs none, since it holds its place: 团县委, 国家开发银行昭苏县支行. */
export function bringsOwnPlace(
  base: string,
  vocabulary: DepartmentVocabulary,
  countyNames: readonly string[],
): boolean {
  return readName(base, nameContext(lexiconOf(vocabulary), countyNames))?.independent === true;
}

/** The last characters of a branch's ending: 分局, 支行, 分公司, 分中心, 营业部. */
const BRANCH_END = /[局行司心部所院处会]$/;

/** Whether a name is that of a branch: 生态环境局昭苏县分局, 国家开发银行昭苏县支行. */
export function isBranchName(
  base: string,
  vocabulary: DepartmentVocabulary,
  countyNames: readonly string[],
): boolean {
  if (!BRANCH_END.test(base) || !/[分支营管]/.test(base)) return false;
  return branchOf(base, nameContext(lexiconOf(vocabulary), countyNames)) !== null;
}

/** Whether a name without prefix is a short form of another: 人社局. */
export function isShortForm(base: string, vocabulary: DepartmentVocabulary): boolean {
  const full = lexiconOf(vocabulary).full.get(base);
  return full !== undefined && full !== base && full.length > base.length;
}

/** Whether a name without prefix is a full one that has a short form. */
export function hasShortForm(base: string, vocabulary: DepartmentVocabulary): boolean {
  return (vocabulary.shortForms[base]?.length ?? 0) > 0;
}
