import type { ListDocument } from '../../model/document.ts';
import type { Finding, FindingData } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import type { NotApplicable } from '../check.ts';
import { countiesOf, NOT_COMPARED, type Township, townshipsOf } from './townships.ts';

/** What a check finds when it compares townships. */
export interface AcrossFinding<P> {
  /** Index of the township whose list it is about. */
  readonly township: number;
  readonly place: P;
  readonly variant: string;
  readonly data: FindingData;
}

/** A check whose height is the county: it compares the lists of several townships, wherever they were read. */
export interface AcrossCheck {
  /** Townships of different counties are never compared. Pure; the order of the townships is that of the run. */
  compare<P>(townships: readonly Township<P>[], options: Rule['options']): readonly AcrossFinding<P>[];
}

/** The findings within one document, for documents that hold the lists of several townships. */
export function withinDocument(
  document: ListDocument,
  rule: Rule,
  { compare }: AcrossCheck,
): readonly Finding[] | NotApplicable {
  const townships = townshipsOf(document);
  if (townships.length === 0) return { notApplicable: NOT_COMPARED.unknown };
  if (countiesOf(townships).length === 0) return { notApplicable: NOT_COMPARED.alone };
  return compare(townships, rule.options).map(({ place, variant, data }) => ({ ...place, variant, data }));
}
